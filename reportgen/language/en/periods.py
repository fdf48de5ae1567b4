"""Periods, in English."""

from __future__ import annotations

from reportgen.periods import Period, PeriodKind

_MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
              "October", "November", "December")  # fmt: skip
_MONTHS_SHORT_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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
