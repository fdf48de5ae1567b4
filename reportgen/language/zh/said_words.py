"""Words by which an audit knows what a figure is said to be, in Chinese, as regular expressions."""

from __future__ import annotations

import re

TOLD = (
    r"同比|环比|比上年|比上月|比上季|季度|年|月|目标|进出口|进口|出口|亿|万|百分点|全国|全市|全省|全区|全县|平均|可比|"
    r"元|累计|当月|直接|间接|还差|超出|推算|国家级|省级|市级|区级|县级|比重|占比|增速"
)
"""Words that tell what a figure is: its period, base, indicator or unit."""
NARROWED = r"西部|东部|中部|东北|西南|城镇|农村|人均|民营|国有|上半年|下半年"
"""Words that make what a figure is of narrower, where they are put before it."""
DENIED = r"未|没有|不|负"
"""Words that turn a statement into its contrary."""
CLAIMS: dict[tuple[str, str], str] = {
    ("times", "2"): r"翻了?一番|翻番|增长1倍",
    ("times", "4"): r"翻了?[两二]番",
    ("times", "0.5"): r"(?:减少|下降|压缩|缩短)(?:了)?(?:一半|过半|近半)",
    ("percent", "33.3"): r"三分之一",
    (
        "percent",
        "66.7",
    ): r"三分之二(?!以上(?:的)?(?:[\u4e00-\u9fff]{0,6}(?:成员|代表|委员|会员|股东|理事|常务|同意|通过)))",
    ("percent", "25"): r"四分之一",
    ("percent", "16.7"): r"六分之一",
    ("percent", "14.3"): r"七分之一",
    ("percent", "12.5"): r"八分之一",
    ("percent", "10"): r"十分之一",
    ("percent", "40"): r"五分之二",
    ("percent", "60"): r"五分之三",
    ("percent", "80"): r"五分之四",
    ("digits", "2"): r"两位数(?:以上)?(?:的)?(?:增长|增速|增幅)",
    (
        "years",
        "0",
    ): r"连续[两二三四五六七八九十]+(?:年|个月|个季度)[\u4e00-\u9fff]{0,6}(?:增长|下降|上升|回升|两位数|第一|首位)",
    ("percent", "75"): r"四分之三",
    ("percent", "20"): r"五分之一",
    ("percent", "50"): r"(?:占|近|超过?|约)(?:了)?(?:一半|半数)(?!.{0,6}(?:同意|通过|表决))",
    (
        "rank",
        "1",
    ): r"(?:[居列]|位居|位列|排名?|跃[居升]|稳居|名列|保持)[^，。；、第》]{0,8}第一(?![季次批期届条款轮产章节十百千])",
    (
        "rank",
        "2",
    ): r"(?:[居列]|位居|位列|排名?|跃[居升]|稳居|名列|保持)[^，。；、第》]{0,8}第二(?![季次批期届条款轮产章节十百千])",
    (
        "rank",
        "3",
    ): r"(?:[居列]|位居|位列|排名?|跃[居升]|稳居|名列|保持)[^，。；、第》]{0,8}(?:第三|前三)(?![季次批期届条款轮产章节十百千])",
}
"""Words that claim a number without one, by unit and number."""
OWN_AREA = r"全市|本市|我市|全区|全县|全省|本区|本省"
"""What a document calls the area that it is about."""
NATION = r"全国|我国"
OTHER_PLACES = (
    r"北京|天津|上海|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|成都|贵州|云南|"
    r"陕西|甘肃|青海|宁夏|新疆|西藏|内蒙古|香港|澳门|深圳|广州|杭州|武汉|西安|郑州|宁波|西部地区|东部地区"
)
"""Places that a dataset need not know by name."""
NAME_ENDINGS = r"(?:市|省|区|县|自治区|总额|总值|额)$"
"""What names of areas and indicators are often said without."""
PART_OF_YEAR = r"月|季度|半年"
GROWTH_BEFORE = r"(?:增长|上升|下降|减少|增幅)(?:了)?$"
SHARE_BEFORE = r"(?:占比?|比重)[^，。；]{0,8}$"
DATED = r"\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}"
COUNTER = r"(?<=\d)[\u4e00-\u9fff]$"
"""The word behind a number that says what is counted."""
PLAIN_COUNTER = r"个"
"""One that counts anything."""
NOTE = r"^(?:注：)?(?:[①-⑳]|\d{1,2}[.．])|^注："
"""How a note below a table begins."""
SOURCE_LINE = r"^(?:资料|数据)来源："
"""How the line below a table begins that names its sources."""


_NUMERALS = "一二三四五六七八九十"


def same(text: str) -> str:
    """A text with one wording in the place of others that say the same."""
    for words, one in _SAME:
        text = re.sub(words, one, text)
    return re.sub(r"前([1-9]|1[01]|[一二三四五六七八九十])个?月", _first_months, text)


def _first_months(found: re.Match[str]) -> str:
    count = found[1] if found[1].isdigit() else str(_NUMERALS.index(found[1]) + 1)
    return f"1—{count}月"


_SAME: tuple[tuple[str, str], ...] = (
    (r"同比|(?:比|较|与)(?:上年|去年)(?:同期)?(?:相比)?", "比上年"),
    (r"1(?:月)?[-~～至到–](\d{1,2})月", r"1—\1月"),
    (r"我国", "全国"),
    (r"尚差|仍差", "还差"),
    (r"每年平均|平均每年", "年均"),
    (r"不具有?可比性|不能比较|无可比性", "不可比"),
)
