"""The words of reference lists in Chinese: what is unknown of a source, and how its copy on the web is said."""

from __future__ import annotations

STYLE = "gb_t_7714"
"""The standard that documents in the language follow."""
CODE = "zh"
ANONYMOUS = "佚名"
ANONYMOUS_LISTED = "[佚名]"
"""The same where unknown parts stand in square brackets."""
NO_TITLE = "[无题名]"
NO_PLACE = "[出版地不详]"
NO_PUBLISHER = "[出版者不详]"
NO_DATE = "[日期不详]"
AND_OTHERS = "等"
ONLINE = "[在线]"
VIEWED = "[{date}查阅]"
AVAILABLE = "网址：{url}"
