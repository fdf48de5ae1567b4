"""Periods, in Chinese."""

from __future__ import annotations

from reportgen.periods import Period, PeriodKind


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
