"""Periods, in English."""

from __future__ import annotations

from reportgen.periods import Period, PeriodKind
from reportgen.regex import regex

UNITS_OF_TIME = BREAKS_AFTER = ""
_MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
              "October", "November", "December")  # fmt: skip
_MONTHS_SHORT_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


HELD = rf"(?<=\d) (?=(?:{'|'.join(_MONTHS_EN)})\b)"
"""A space at which a line does not part a period: between a day and its month."""


def label(period: Period, short: bool = False) -> str:
    """``January–May 2022``; ``short``: ``Jan–May 2022``."""
    names = _MONTHS_SHORT_EN if short else _MONTHS_EN
    year, first, last = period.year, names[period.first % 12], names[period.last % 12]
    if period.kind is PeriodKind.YEAR:
        return str(year)
    if period.kind is PeriodKind.QUARTER:
        return f"Q{period.first % 12 // 3 + 1} {year}"
    if period.kind is PeriodKind.DAY:
        return f"{period.day} {first} {year}"
    if period.kind is PeriodKind.MONTH:
        return f"{first} {year}"
    if period.first % 12 == 0 and period.last % 12 == 11:
        return f"{period.first // 12}–{year}"
    if period.first // 12 == year:
        return f"{first}–{last} {year}"
    return f"{first} {period.first // 12} – {last} {year}"


def months(period: Period, short: bool = False) -> str:
    """``January–April``, ``Q1``: the part of a year that has been named; ``short``: ``Jan–Apr``."""
    if period.kind is PeriodKind.QUARTER:
        return f"Q{period.first % 12 // 3 + 1}"
    names = _MONTHS_SHORT_EN if short else _MONTHS_EN
    first, last = names[period.first % 12], names[period.last % 12]
    return first if first == last else f"{first}–{last}"


WHOLE_YEAR = "Whole year"
"""A year as the months that a column covers."""


_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip


def length(period: Period) -> str:
    """How long it is: ``thirteen months``, ``a whole year``, ``a quarter``, ``two years``."""
    if period.kind in (PeriodKind.YEAR, PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.DAY):
        return {PeriodKind.YEAR: "a whole year"}.get(period.kind, f"a {period.kind.value}")
    of_years = period.first % 12 == 0 and period.last % 12 == 11
    count = period.months // 12 if of_years else period.months
    return f"{_NUMBERS[count - 2] if count < 20 else count} {'years' if of_years else 'months'}"


def tiny(period: Period) -> str:
    """The last month of a period by its letter: ``J``."""
    return _MONTHS_SHORT_EN[period.last % 12][0]


def phrase(period: Period, *, flow: bool = False, under_way: Period | None = None) -> str:
    """The period as a sentence opens with it: ``In 2021``, ``As of 31 December 2023``.

    A ``flow`` of one day happened on it, and did not add up until then. ``under_way``: what is there at some time of a period that
    is not over, within this part of its year: ``In early 2024``; ``As of May 2024`` where it is no year.
    """
    if period.kind is PeriodKind.DAY:
        return f"{'On' if flow else 'As of'} {label(period)}"
    if under_way is not None:
        return (
            f"In {within(period, under_way)}" if period.kind is PeriodKind.YEAR else f"As of {label(period)}"
        )
    if period.kind is PeriodKind.SPAN and period.first // 12 != period.last // 12:
        if period.first % 12 == 0 and period.last % 12 == 11:
            return f"From {period.first // 12} to {period.year}"
        first, last = _MONTHS_EN[period.first % 12], _MONTHS_EN[period.last % 12]
        return f"From {first} {period.first // 12} to {last} {period.year}"
    return f"In {label(period)}"


_SO_FAR = {3: "early ", 6: "the first half of ", 9: "the first three quarters of ", 12: ""}
"""Before a year, by how many of its months hold what was there in it."""


def within(year: Period, under_way: Period) -> str:
    """A year that is not over, by the part that holds what was there in it: ``early 2024``."""
    return f"{_SO_FAR[under_way.months]}{label(year)}"


def end(period: Period) -> str:
    """``the end of May 2022``; a day is its own end."""
    if period.kind is PeriodKind.DAY:
        return label(period)
    if period.kind is PeriodKind.SPAN:
        period = Period.span_of(period.last, period.last)
    return f"the end of {label(period)}"


def when(period: Period) -> str:
    """``in 2021``, ``on 31 December 2023``."""
    return f"{'on' if period.kind is PeriodKind.DAY else 'in'} {label(period)}"


_TO = r"\s*(?:–|—|-|~|to|through|until|till)\s*"
_COUNTED = ("", "month", "two months", "three months", "four months", "five months", "half", "seven months",
            "eight months", "three quarters", "ten months", "eleven months", "")  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth")


def mentions(period: Period) -> str:
    """A regular expression of what people write for the period in running text, with its year or without."""
    year, first, last = period.year, period.first % 12, period.last % 12
    dated = rf"(?:,? (?:of )?{year})?"
    if period.kind is PeriodKind.YEAR:
        return rf"\b{year}\b"
    if period.kind is PeriodKind.DAY:
        return rf"\b{period.day} {_named(first)}{dated}"
    if period.kind is PeriodKind.QUARTER:
        number = first // 3
        return rf"\bQ{number + 1}\b{dated}|\b(?i:{_ORDINALS[number]}) quarter\b{dated}"
    if first == last:
        return rf"\b{_named(first)}{dated}|\b{year}-{last + 1:02d}\b"
    from_ = f" {period.first // 12}" if period.first // 12 != year else ""
    said = rf"\b{_named(first)}{from_}{_TO}{_named(last)}{dated}"
    return rf"{said}|\b(?i:first) {_COUNTED[last + 1]}\b{dated}" if not first and _COUNTED[last + 1] else said


def _named(month: int) -> str:
    return rf"(?:{_MONTHS_EN[month]}|{_MONTHS_SHORT_EN[month]}\b\.?)"


_MONTH_FIRST = regex(r"([a-z]{3})[a-z]*[-,.]?(\d{4}|\d{2})")
_YEAR_FIRST = regex(r"(\d{2}|\d{4})-([a-z]{3})")


def read(text: str) -> str | None:
    """A period as English writes it, in lower case without spaces, in the dataset's form: ``may-22`` is 2022-05."""
    if match := _MONTH_FIRST.fullmatch(text):
        return _month_of(match[1], match[2])
    if match := _YEAR_FIRST.fullmatch(text):
        return _month_of(match[2], match[1])
    return None


def _month_of(name: str, year: str) -> str | None:
    names = [month.lower() for month in _MONTHS_SHORT_EN]
    if name not in names:
        return None
    return f"{year if len(year) == 4 else '20' + year}-{names.index(name) + 1:02d}"
