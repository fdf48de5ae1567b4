"""The words of numbers in Chinese: units, multipliers, qualifiers, ranks, statuses. Written from and read by these tables."""

from __future__ import annotations

from decimal import Decimal

# ---- units ----

CURRENCIES = {
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "HKD": "港元",
    "JPY": "日元",
}
UNITS = {
    **CURRENCIES,
    "count": "",
    "percent": "%",
    "percentage_points": "个百分点",
    "times": "倍",
    "rank": "位",
    "tonne": "吨",
    "kg": "千克",
    "person": "人",
    "unit": "台",
    "m2": "平方米",
    "TEU": "标箱",
    "kWh": "千瓦时",
}
SINGULARS: dict[str, str] = {}
IN_HEADS = {"percentage_points": "百分点"}
"""Units that are worded otherwise where they name a column or an axis."""


def singular(counter: str) -> str:
    """Chinese has no singular."""
    return counter


def ratio(above: str, below: str) -> str:
    """A unit per another: 元/美元."""
    return f"{above}/{below}"


# ---- digits ----

MULTIPLIERS = {12: "万亿", 9: "十亿", 8: "亿", 6: "百万", 4: "万", 3: "千", 0: ""}
"""The word of each power of ten."""
POWERS = {12: 3, 8: 2, 4: 2, 0: 3}
"""Powers that running text chooses from, largest first, and the most decimals that a number may have with them."""
GROUPING = ""
"""What stands between groups of three digits."""
GAP = ""
"""What stands between number, multiplier and unit."""
CLOSE_UNITS = ("%",)
"""Units that follow a number without a gap."""


def rank(place: Decimal, among: bool) -> tuple[str, str]:
    """A rank as number and unit: 第1位; ``among``: 前5位."""
    return f"{'前' if among else '第'}{place}", "位"


# ---- qualifiers and what else stands beside a number ----

QUALIFIERS = {
    "gt": "超过",
    "ge": "不低于",
    "lt": "不足",
    "le": "不超过",
    "almost": "近",
    "about": "约",
}
"""What stands before a number in running text."""
QUALIFIER_SYMBOLS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "almost": "近", "about": "≈"}
"""What stands before a number in a table cell, a chart label and an Excel number format."""
AS_WORDED = "（原文表述）"
STATUSES = {"P": "初步核算", "R": "修订", "E": "估计", "F": "预测"}
"""SDMX OBS_STATUS codes that are said beside a number; ``A`` (normal) and an empty one are not."""
STATES = {
    "achieved": "已完成",
    "on_track": "达到进度",
    "behind": "落后进度",
    "missed": "未完成",
    "unknown": "无法判断",
}
"""Statuses of a target."""
