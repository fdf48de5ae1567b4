"""Are the numbers of a table of the size that they were: against earlier tables, and against what the dataset holds.

Thresholds are from twelve months of a table of 350 places: from one month to the next a cell changed at most 460-fold, and
a cumulative number less its month lay further than a fifth from the cumulative number before in 15 of 11,011 cells.
A column as a whole changes much less, which is what tells a unit or a column that was taken for another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from reportgen.dataset.records import Measure
from reportgen.findings import Finding, Severity
from reportgen.intake.recipe import PeriodSpan
from reportgen.intake.taken import ObservationKey, Taken, TakenTable
from reportgen.periods import Period, PeriodKind

CELL_RATIO = 1000
"""A cell so many times larger or smaller than the nearest number of its series is out of line."""
SERIES_RATIO = 30
"""A cell so many times larger than all numbers of its series, or smaller than all, is worth a look: six of 8,978 were."""
COLUMN_RATIO = 5
"""A column so many times larger or smaller, in the median of at least ``ENOUGH`` cells."""
FEW_RATIO = 50
"""The same where there are fewer cells."""
ENOUGH = 3
NOT_CONTINUED = 0.2
"""How far cumulative numbers less their month may lie from the cumulative numbers before, in a column's median."""
NOT_CONTINUED_FEW = 0.5
_LOOKED_AT = 60
"""How many levels of a table are held against those of other periods."""
_ALIKE = 0.8
"""The part of them from which on the table is taken for another period's."""

SeriesKey = tuple[str, str, str, str, str]
"""Indicator, area, breakdown, counterpart and unit."""


class SizedLevel(NamedTuple):
    """A level of the table, with its series and its size in base units."""

    item: Taken
    series: SeriesKey
    value: float


class KnownLevels:
    """Levels that are known already, by series."""

    def __init__(self) -> None:
        self._per_month: dict[SeriesKey, dict[int, float]] = {}
        self._cumulative: dict[tuple[SeriesKey, int], float] = {}
        self._ends: dict[tuple[SeriesKey, int, float], list[int]] = {}
        """By series, length and value the last months of the periods that have it."""

    def add(self, series: SeriesKey, period: Period, value: float) -> None:
        first, last = period.first, period.last
        self._per_month.setdefault(series, {})[last] = value / max(1, period.months)
        self._ends.setdefault((series, last - first, value), []).append(last)
        if first % 12 == 0 and first // 12 == last // 12 and period.kind is not PeriodKind.DAY:
            self._cumulative[series, last] = value

    def nearest(self, series: SeriesKey, period: Period) -> float | None:
        """A month's worth of the number nearest in time."""
        known = self._per_month.get(series)
        if not known:
            return None
        for last in (period.last, period.last - 1, period.last - 12, period.last + 1):
            if last in known:
                return known[last]
        return known[min(known, key=lambda last: abs(last - period.last))]

    def beyond(self, series: SeriesKey, per_month: float) -> float:
        """How many times larger than all numbers of the series a month's worth is, or, below 1, smaller; 1 within them."""
        known = [abs(one) for one in self._per_month.get(series, {}).values() if one]
        if len(known) < ENOUGH:
            return 1
        return max(abs(per_month) / max(known), 1) * min(abs(per_month) / min(known), 1)

    def same_at(self, series: SeriesKey, period: Period, value: float) -> list[int]:
        """How many months from the period those like it lie at which the series has this very value."""
        ends = self._ends.get((series, period.last - period.first, value), ())
        return [last - period.last for last in dict.fromkeys(ends) if last != period.last]

    def cumulative_before(self, series: SeriesKey, period: Period) -> float | None:
        """The cumulative number that ends a month earlier in the same year."""
        return self._cumulative.get((series, period.last - 1)) if period.last % 12 else None


def check_sizes(
    reading: TakenTable, known: KnownLevels, vouched: frozenset[tuple[int, int]]
) -> Iterator[Finding]:
    """What is out of line in one table; its numbers are known afterwards."""
    levels = [
        SizedLevel(item, series_of(item.key), float(item.text) * 10.0**item.unit_mult)
        for item in reading.taken
        if item.key.measure == Measure.LEVEL
    ]
    columns: dict[int, list[tuple[float, Taken]]] = {}
    for item, series, value in levels:
        before = known.nearest(series, item.period)
        now = value / max(1, item.period.months)
        if before and now and (before > 0) == (now > 0):
            columns.setdefault(item.column, []).append((now / before, item))
    out_of_line = {
        column for column, ratios in columns.items() if _is_out_of_line([ratio for ratio, _ in ratios])
    }
    for column, ratios in columns.items():
        if column in out_of_line and not any((item.row, item.column) in vouched for _, item in ratios):
            yield _cell(reading, ratios[0][1], median(ratio for ratio, _ in ratios), variant="column")
            continue
        for ratio, item in ratios:
            if (item.row, item.column) in vouched:
                continue
            if not 1 / CELL_RATIO < ratio < CELL_RATIO:
                yield _cell(reading, item, ratio)
            elif not 1 / SERIES_RATIO < ratio < SERIES_RATIO:  # what is nearest is one of the series
                yield from _beyond(reading, item, known)
    yield from _not_continued(reading, levels, known)
    yield from _of_another_period(reading, levels, known)
    for item, series, value in levels:
        known.add(series, item.period, value)


def series_of(key: ObservationKey) -> SeriesKey:
    return key.indicator, key.ref_area, key.breakdown, key.counterpart_area, key.unit


def _is_out_of_line(ratios: Sequence[float]) -> bool:
    limit = COLUMN_RATIO if len(ratios) >= ENOUGH else FEW_RATIO
    return not 1 / limit < median(ratios) < limit


def _not_continued(
    reading: TakenTable, levels: Iterable[SizedLevel], known: KnownLevels
) -> Iterator[Finding]:
    """A cumulative number less its month is about the cumulative number before."""
    months = {
        (series, item.period.last): value for item, series, value in levels if item.span == PeriodSpan.MONTH
    }
    columns: dict[int, list[tuple[float, Taken]]] = {}
    for item, series, value in levels:
        if item.span != PeriodSpan.CUMULATIVE:
            continue
        month = months.get((series, item.period.last))
        before = known.cumulative_before(series, item.period)
        if month is not None and before:
            columns.setdefault(item.column, []).append(((value - month) / before, item))
    for ratios in columns.values():
        distance = median(abs(ratio - 1) for ratio, _ in ratios)
        if distance > (NOT_CONTINUED if len(ratios) >= ENOUGH else NOT_CONTINUED_FEW):
            item = max(ratios, key=lambda one: abs(one[0] - 1))[1]
            yield reading.finding_at(item, "table-not-continued", period=item.period)


def _of_another_period(
    reading: TakenTable, levels: Sequence[SizedLevel], known: KnownLevels
) -> Iterator[Finding]:
    """A table whose numbers are those of another period is that period's, under a wrong name."""
    looked = [level for level in levels if level.value][:_LOOKED_AT]
    shifts = Counter(
        shift for item, series, value in looked for shift in known.same_at(series, item.period, value)
    )
    for shift, count in shifts.most_common(1):
        if count >= ENOUGH and count >= len(looked) * _ALIKE:
            item = looked[0].item
            other = Period.span_of(item.period.first + shift, item.period.last + shift)
            yield reading.finding_at(
                item,
                "table-of-another-period",
                period=item.period,
                other=other,
                count=count,
                looked=len(looked),
            )


def _cell(
    reading: TakenTable, item: Taken, ratio: float, severity: Severity = Severity.ERROR, variant: str = ""
) -> Finding:
    return reading.finding_at(
        item, "table-size", severity, variant=variant, times=_times(ratio), larger=ratio > 1
    )


def _beyond(reading: TakenTable, item: Taken, known: KnownLevels) -> Iterator[Finding]:
    ratio = known.beyond(series_of(item.key), float(item.value) / max(1, item.period.months))
    if not 1 / SERIES_RATIO < ratio < SERIES_RATIO:
        yield _cell(reading, item, ratio, Severity.WARNING, "series")


def _times(ratio: float) -> int:
    """How many times larger or smaller, to two digits."""
    number = ratio if ratio >= 1 else 1 / ratio
    return int(float(f"{number:.2g}"))
