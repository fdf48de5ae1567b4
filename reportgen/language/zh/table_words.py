"""The words by which published tables are read, in Chinese."""

from __future__ import annotations

MONTHS = {
    f"{numeral}": number
    for number, numeral in enumerate(
        ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), start=1
    )
}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}

UNIT_HEADS = ("单位：", "计量单位：")
"""What is before the unit of a table."""

NOTE_HEADS = ("注：*", "注*：*", "数据来源*", "资料来源*", "来源：*", "说明：*", "单位：*")
"""How rows begin that are notes."""

GROWTH_HEADS = ("同比", "比去年同期", "比上年同期", "增长", "增速", "增幅", "±")
CUMULATIVE_HEADS = ("累计", "1至", "1-", "1—")
MONTH_HEADS = ("本月", "当月")
MEASURED_HEADS = {"进出口": "trade", "出口": "exports", "进口": "imports"}
"""Heads that name an indicator of ours, for a recipe's first draft."""

PERIOD_PATTERNS = (
    "{year}年{month}月",
    "{year}年第{quarter}季度",
    "{year}年{quarter}季度",
    "{year}年",
    "{month}月",
    "第{quarter}季度",
    "{quarter}季度",
)
CUMULATIVE_PATTERNS = (
    "{year}年1至{month}月",
    "{year}年1-{month}月",
    "{year}年1—{month}月",
    "1至{month}月",
    "1-{month}月",
    "1—{month}月",
)
"""How a period is written, for a recipe's first draft."""

TOTAL_ROW = r"^\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数)\s*(?:[（(].*)?$"
PART_ROW = r"^\s*其中"
RATE_HEAD = r"％|比重|占比|增长|增速|增幅|同比|环比|率|百分点|位次|平均"
"""Heads of columns whose numbers do not add up."""
AREA_HEADS = ("地区", "省份", "省市", "城市", "区县", "国家", "国别", "所在地")
INDICATOR_HEADS = ("指标", "项目")
AREA_PATTERNS = ("地区：{area}", "地区:{area}", "地区 {area}")
"""How a title names the area of a table."""
