"""The words of reference lists in Chinese: what is unknown of a source, and how its copy on the web is said."""

from __future__ import annotations

import re

STYLE = "gb_t_7714"
"""The standard that documents in the language follow."""
ANONYMOUS = "佚名"
ANONYMOUS_LISTED = "[佚名]"
"""The same where unknown parts are in square brackets."""
NO_TITLE = "[无题名]"
NO_PLACE = "[出版地不详]"
NO_PUBLISHER = "[出版者不详]"
NO_DATE = "[日期不详]"
AND_OTHERS = "等"
ONLINE = "[在线]"
VIEWED = "[{date}查阅]"
AVAILABLE = "网址：{url}"
FAMILY_NAMES = re.findall(
    r"\w+",
    "ouyang sima shangguan situ zhuge bai cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao gong gu guo han hao he hou hu huang "
    "jia jiang jin kang kong lai lei li liang liao lin liu long lu luo lyu ma mao meng mo ni pan peng qian qiao qin "
    "qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wen wu xia xiao xie xiong xu xue yan yang yao "
    "ye yi yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou",
)
"""Of Chinese persons, in pinyin."""
