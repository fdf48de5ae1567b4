"""The words of numbers, directions, kinds and statuses in both languages: change a wording here and it changes everywhere."""

from __future__ import annotations

from reportgen.kinds.figure import Kind
from reportgen.messages import Bilingual

Words = Bilingual

MISSING = "…"
"""Not available: no data, or no comparable data."""
NOT_APPLICABLE = "—"
"""The column does not apply to the row."""

AS_WORDED = Words(" (as the source words it)", "（原文表述）")
NOT_STATED = Words("not stated", "未注明")
"""The sources do not say it: the department of a target, the plan."""

QUALIFIERS = {
    "gt": Words("more than ", "超过"),
    "ge": Words("at least ", "不低于"),
    "lt": Words("less than ", "不足"),
    "le": Words("at most ", "不超过"),
    "almost": Words("nearly ", "近"),
    "about": Words("about ", "约"),
}
"""What stands before a number in running text."""

QUALIFIER_SYMBOLS = {
    "gt": Words(">", ">"),
    "ge": Words("≥", "≥"),
    "lt": Words("<", "<"),
    "le": Words("≤", "≤"),
    "almost": Words("nearly ", "近"),
    "about": Words("≈", "≈"),
}
"""What stands before a number in a table cell, a chart label and an Excel number format."""

MULTIPLIERS_EN = {
    12: "trillion",
    9: "billion",
    8: "hundred million",
    6: "million",
    4: "ten thousand",
    3: "thousand",
    0: "",
}
MULTIPLIERS_ZH = {12: "万亿", 9: "十亿", 8: "亿", 6: "百万", 4: "万", 3: "千", 0: ""}
POWERS = {"en": (12, 9, 6, 0), "zh": (12, 8, 4, 0)}
"""Powers of ten that have a word of their own in running text, largest first."""
MOST_DECIMALS = {"en": dict.fromkeys(POWERS["en"], 3), "zh": {12: 3, 8: 2, 4: 2, 0: 3}}
"""A larger unit is not chosen when it would need more decimals than this."""

CURRENCIES = {
    "CNY": Words("yuan", "元"),
    "USD": Words("US dollars", "美元"),
    "EUR": Words("euros", "欧元"),
    "GBP": Words("pounds", "英镑"),
    "HKD": Words("Hong Kong dollars", "港元"),
    "JPY": Words("yen", "日元"),
}
CURRENCY_SINGULAR_EN = {"USD": "US dollar", "EUR": "euro", "GBP": "pound", "HKD": "Hong Kong dollar"}

UNITS = {
    **CURRENCIES,
    "count": Words("", ""),
    "percent": Words("%", "%"),
    "percentage_points": Words("percentage points", "个百分点"),
    "times": Words("times", "倍"),
    "rank": Words("", "位"),
    "tonne": Words("tonnes", "吨"),
    "kg": Words("kilograms", "千克"),
    "person": Words("people", "人"),
    "unit": Words("units", "台"),
    "m2": Words("square metres", "平方米"),
    "TEU": Words("TEU", "标箱"),
    "kWh": Words("kWh", "千瓦时"),
}

KINDS = {
    Kind.LEVEL: Words("level", "绝对数"),
    Kind.GROWTH_YOY: Words("year-on-year growth", "同比增长"),
    Kind.DIFFERENCE_PP: Words("difference in growth", "增速差"),
    Kind.SHARE: Words("share", "占比"),
    Kind.MULTIPLE: Words("multiple", "倍数"),
    Kind.RANK: Words("rank", "位次"),
    Kind.GROWTH_COMPUTED: Words("computed year-on-year growth", "同比增长（计算值）"),
    Kind.GROWTH_POP: Words("growth on the period before", "环比增长"),
    Kind.SINGLE_MONTH: Words("single month", "当月值"),
    Kind.IMPLIED_BASE: Words("implied base", "推算基数"),
    Kind.IMPLIED_EXCHANGE_RATE: Words("implied exchange rate", "隐含汇率"),
    Kind.CAGR: Words("average annual growth", "年均增长"),
    Kind.CONTRIBUTION: Words("contribution to growth", "贡献率"),
    Kind.PULL: Words("contribution to growth in percentage points", "拉动"),
    Kind.BALANCE: Words("trade balance", "贸易差额"),
    Kind.TARGET: Words("target", "目标"),
    Kind.TARGET_GAP: Words("gap to target", "目标差距"),
    Kind.TARGET_COMPLETION: Words("completion of target", "目标完成率"),
    Kind.TARGET_REQUIRED_GROWTH: Words("required annual growth", "年均需增长"),
    Kind.TARGET_PATH: Words("path to target", "目标路径值"),
    Kind.TARGET_ELAPSED: Words("share of time elapsed", "序时进度"),
    Kind.TARGET_PACE: Words("completion against the share of time elapsed", "与序时进度之差"),
    Kind.TARGET_STATUS: Words("status of target", "目标状态"),
    Kind.TARGET_PROJECTION: Words("projection", "推算值"),
}
"""What a kind of figure is called in a list or a table."""

STATES = {
    "achieved": Words("achieved", "已完成"),
    "on_track": Words("on track", "达到进度"),
    "behind": Words("behind", "落后进度"),
    "missed": Words("missed", "未完成"),
    "unknown": Words("not known", "无法判断"),
}
STATE_SYMBOLS = {"achieved": "√", "on_track": "▲", "behind": "▼", "missed": "×", "unknown": "○"}
"""Signs that every Chinese and Latin office font has, so that a status never rests on colour."""

OBSERVATION_STATUSES = {
    "P": Words("preliminary", "初步核算"),
    "R": Words("revised", "修订"),
    "E": Words("estimated", "估计"),
    "F": Words("forecast", "预测"),
}
"""SDMX OBS_STATUS codes that are said beside a number; ``A`` (normal) and an empty one are not."""

COMPARABLE_BASIS = Words("on a comparable basis", "按可比口径计算")

OPEN_BRACKET = Words(" (", "（")
CLOSE_BRACKET = Words(")", "）")
COLON = Words(": ", "：")
COMMA = Words(", ", "，")
SEMICOLON = Words("; ", "；")
STOP = Words(".", "。")


def unit_words(unit: str, language: str) -> str:
    """The words of a unit code: ``CNY`` yuan / 元, ``CNY_per_USD`` yuan per US dollar / 元/美元. Unknown: the code."""
    for joint in ("_per_", "/"):
        if joint in unit:
            above, _, below = unit.partition(joint)
            if language == "zh":
                return f"{unit_words(above, 'zh')}/{unit_words(below, 'zh')}"
            return f"{unit_words(above, 'en')} per {CURRENCY_SINGULAR_EN.get(below, unit_words(below, 'en'))}"
    words = UNITS.get(unit)
    return words.in_language(language) if words else unit


def multiplier_word(power: int, language: str) -> str:
    """``billion`` or ``亿``; a power without a word of its own is written as a power of ten."""
    words = MULTIPLIERS_ZH if language == "zh" else MULTIPLIERS_EN
    return words.get(power, f"10^{power}")


def bracketed(text: str, language: str) -> str:
    """The text in the language's brackets."""
    return f"{OPEN_BRACKET.in_language(language)}{text}{CLOSE_BRACKET.in_language(language)}"


def unbracketed(text: str, language: str) -> str:
    """The text for use inside brackets, its own ones of another form (GB/T 15834-2011 wants brackets not nested alike)."""
    if language == "zh":
        return text.replace("（", "〔").replace("）", "〕")
    return text.replace("(", "[").replace(")", "]")


def listed(texts: list[str], language: str) -> str:
    """``a, b and c`` / ``a、b和c``."""
    if len(texts) < 2:
        return "".join(texts)
    if language == "zh":
        return "、".join(texts[:-1]) + "和" + texts[-1]
    return ", ".join(texts[:-1]) + " and " + texts[-1]


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def circled(number: int) -> str:
    """The mark of a note: ``①``; beyond twenty ``(21)``."""
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"({number})"


def ordinal_en(number: int) -> str:
    """``1st``, ``2nd``, ``11th``."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_SINGULARS = {"people": "person", "persons": "person"}


def singular_en(counter: str) -> str:
    """The singular of a counter word: ``firms`` firm, ``countries`` country, ``masks`` mask."""
    if counter in _SINGULARS:
        return _SINGULARS[counter]
    if counter.endswith("ies"):
        return counter[:-3] + "y"
    if counter.endswith(("sses", "xes", "ches", "shes")):
        return counter[:-2]
    return counter[:-1] if counter.endswith("s") and not counter.endswith("ss") else counter
