"""Periods, in Chinese."""

from __future__ import annotations

from reportgen.periods import Period, PeriodKind
from reportgen.regex import regex

UNITS_OF_TIME = "年月日季度"
"""Letters that a line does not part from the number before them."""
BREAKS_AFTER = "年"
"""Letters within a period's label after which a line may break."""


HELD = r"(?!)"
"""A space at which a line does not part a period: there is none."""


def label(period: Period, short: bool = False) -> str:
    """2022年1—5月; there is no shorter form."""
    year, first, last = period.year, period.first % 12 + 1, period.last % 12 + 1
    if period.kind is PeriodKind.YEAR:
        return f"{year}年"
    if period.kind is PeriodKind.QUARTER:
        return f"{year}年{'一二三四'[period.first % 12 // 3]}季度"
    if period.kind is PeriodKind.DAY:
        return f"{year}年{first}月{period.day}日"
    if period.kind is PeriodKind.MONTH:
        return f"{year}年{first}月"
    if period.first % 12 == 0 and period.last % 12 == 11:
        return f"{period.first // 12}—{year}年"
    if period.first // 12 == year:
        return f"{year}年{first}—{last}月"
    return f"{period.first // 12}年{first}月—{year}年{last}月"


def months(period: Period, short: bool = False) -> str:
    """1—4月, 一季度: the part of a year that has been named; there is no shorter form."""
    if period.kind is PeriodKind.QUARTER:
        return f"{'一二三四'[period.first % 12 // 3]}季度"
    first, last = period.first % 12 + 1, period.last % 12 + 1
    return f"{first}月" if first == last else f"{first}—{last}月"


WHOLE_YEAR = "全年"
"""A year as the months that a column covers."""


_NUMBERS = (
    {2: "两"}
    | dict(enumerate("三四五六七八九十", 3))
    | {10 + last: f"十{'一二三四五六七八九'[last - 1]}" for last in range(1, 10)}
)


def length(period: Period) -> str:
    """How long it is, as what adds up over it: 十三个月累计数, 全年, 单季数, 两年累计数."""
    single = {
        PeriodKind.YEAR: WHOLE_YEAR,
        PeriodKind.QUARTER: "单季数",
        PeriodKind.MONTH: "单月数",
        PeriodKind.DAY: "时点数",
    }
    if period.kind in single:
        return single[period.kind]
    of_years = period.first % 12 == 0 and period.last % 12 == 11
    count = period.months // 12 if of_years else period.months
    return f"{_NUMBERS.get(count, count)}{'年' if of_years else '个月'}累计数"


def tiny(period: Period) -> str:
    """The last month of a period by its number: 1."""
    return str(period.last % 12 + 1)


def phrase(period: Period, *, flow: bool = False, under_way: Period | None = None) -> str:
    """The period as a sentence opens with it: 2022年1—5月, 截至2023年12月31日.

    A ``flow`` of one day happened on it, and did not add up until then. ``under_way``: what is there at some time of a period that
    is not over, within this part of its year: 2024年初; 截至2024年5月 where it is no year.
    """
    is_day = period.kind is PeriodKind.DAY and not flow
    if under_way is not None and period.kind is PeriodKind.YEAR:
        return within(period, under_way)
    return f"截至{label(period)}" if is_day or under_way is not None else label(period)


_SO_FAR = {3: "初", 6: "上半年", 9: "前三季度", 12: ""}
"""Behind a year, by how many of its months hold what was there in it."""


def within(year: Period, under_way: Period) -> str:
    """A year that is not over, by the part that holds what was there in it: 2024年初."""
    return f"{label(year)}{_SO_FAR[under_way.months]}"


def end(period: Period) -> str:
    """2022年5月末; a day is its own end."""
    if period.kind is PeriodKind.DAY:
        return label(period)
    if period.kind is PeriodKind.SPAN:
        period = Period.span_of(period.last, period.last)
    return f"{label(period)}末"


def when(period: Period) -> str:
    """2021年."""
    return label(period)


_TO = r"\s*(?:——?|–|-|－|～|~|至|到)\s*"


def mentions(period: Period) -> str:
    """A regular expression of what people write for the period in running text, with its year or without."""
    year, first, last = period.year, period.first % 12 + 1, period.last % 12 + 1
    dated = rf"(?:{year}\s*年\s*)?"
    if period.kind is PeriodKind.YEAR:
        return rf"(?<!\d){year}\s*年(?!\s*\d)"
    if period.kind is PeriodKind.DAY:
        return rf"{dated}(?<!\d){first}\s*月\s*{period.day}\s*日"
    if period.kind is PeriodKind.QUARTER:
        return rf"{dated}第?[{'一二三四'[first // 3]}{first // 3 + 1}]\s*季度"
    if first == last:
        return rf"{dated}(?<![\d—–\-－～~至到]){last}\s*月份?(?!\s*\d*\s*日)"
    from_ = rf"(?:{period.first // 12}\s*年\s*)" if period.first // 12 != year else dated
    said = rf"{from_}(?<!\d){first}\s*月?{_TO}{dated}{last}\s*月份?"
    counted = {(1, 6): "上半年", (1, 9): "前三季度"}.get((first, last), f"前{last}个月" if first == 1 else "")
    return rf"{said}|{dated}{counted}" if counted else said


_YEAR = regex(r"(\d{4})年")
_MONTH = regex(r"(\d{4})[-/.年](\d{1,2})月(?:份)?|(\d{4})年(\d{1,2})")
_DAY = regex(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SPAN = regex(r"(\d{4})(?:年|[-/.])(\d{1,2})月?(?:-|--|—|–|~|至)(?:\1[-/.年])?(\d{1,2})月?(?:份)?")
_QUARTER = regex(r"(\d{4})[-/.年]?第?([1-4一二三四])(?:季度?)")


def read(text: str) -> str | None:
    """A period as Chinese writes it, without spaces, in the dataset's form: 2022年5月 is 2022-05."""
    if match := _YEAR.fullmatch(text):
        return match[1]
    if match := _MONTH.fullmatch(text):
        return f"{match[1] or match[3]}-{int(match[2] or match[4]):02d}"
    if match := _DAY.fullmatch(text):
        return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    if match := _SPAN.fullmatch(text):
        return f"{match[1]}-{int(match[2]):02d}--{match[1]}-{int(match[3]):02d}"
    if match := _QUARTER.fullmatch(text):
        return f"{match[1]}-Q{'一二三四'.find(match[2]) + 1 or match[2]}"
    return None
