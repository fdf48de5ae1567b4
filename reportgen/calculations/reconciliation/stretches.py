"""What a series allows to be compared: its breaks, and periods without a like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reportgen.calculations.reconciliation.levels import is_flow
from reportgen.dataset.calendars import months_of_year
from reportgen.dataset.names import series_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import Break, Dataset, Measure, Observation, Provenance, Series
from reportgen.findings import Finding, Severity
from reportgen.messages import UNSAID
from reportgen.periods import Period, PeriodKind

FEWEST_IN_A_ROW = 3
"""So many months, or first months of a year, make a row that goes on."""


def unlike_periods(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each growth over an unlike base, and for each flow whose levels lack a like period."""
    for growth in dataset.of_measure(Measure.GROWTH_YOY):
        if growth.base_period is not None and not growth.base_period.is_like(growth.period):
            yield _unlike_base(growth)
    for series, levels in dataset.levels_by_series.items():
        is_of_one_unit = len({level.unit for level in levels}) == 1
        if is_flow(dataset, series) and (dataset.calendars[series].has_alone or not is_of_one_unit):
            yield from _lonely_periods(dataset, levels)


def breaks_in_force(dataset: Dataset) -> Iterator[Finding]:
    """A note for each break, so that a reader of the findings knows where series stop."""
    for item in dataset.breaks:
        if item.indicator in dataset.indicators:
            yield _break_note(dataset, item)


def _lonely_periods(dataset: Dataset, all_levels: Iterable[Observation]) -> Iterator[Finding]:
    """Levels among others of other years, none of which covers the same months. A month or a year's first months in a row of
    such has its place there, and needs no note."""
    by_unit: dict[str, list[Observation]] = {}
    for level in all_levels:
        by_unit.setdefault(level.unit, []).append(level)
    for levels in by_unit.values():
        periods = tuple(dict.fromkeys(level.period for level in levels))
        alike = Counter(months_of_year(period) for period in periods)
        years = {year for period in periods for year in (period.first // 12, period.year)}
        alone = [level for level in levels if alike[months_of_year(level.period)] < 2]
        if len(periods) < FEWEST_IN_A_ROW or len(years) < 2 or not alone:
            continue
        shorter = [period for period in periods if period.kind is not PeriodKind.YEAR]
        in_a_row = Counter(row for period in shorter for row in _rows(period))
        for level in alone:
            if not any(in_a_row[row] >= FEWEST_IN_A_ROW for row in _rows(level.period)):
                others = tuple(period for period in periods if period != level.period)
                yield _lonely(dataset, level, others)


def _rows(period: Period) -> tuple[str, ...]:
    """The rows of periods that one is in: those as long, those that begin with the year."""
    if period.kind is PeriodKind.DAY:
        return ("days",)
    opens_the_year = period.first % 12 == 0 and period.first // 12 == period.year
    is_year = period.kind is PeriodKind.YEAR
    return (*(() if is_year else (f"{period.months} months",)), *(("opening",) if opens_the_year else ()))


def _lonely(dataset: Dataset, level: Observation, others: tuple[Period, ...]) -> Finding:
    return finding_about(
        "unlike-periods",
        Severity.NOTE,
        (level,),
        place=level.place.cell("period", str(level.period)),
        name=series_name(dataset, level.series),
        period=level.period,
        level_id=level.obs_id,
        others=others,
    )


def _unlike_base(growth: Observation) -> Finding:
    base = growth.base_period
    assert base is not None  # asked by the caller
    return finding_about(
        "unlike-periods",
        Severity.WARNING,
        (growth,),
        place=growth.place.cell("base_period", str(base)),
        variant="base",
        growth_id=growth.obs_id,
        period=growth.period,
        base=base,
    )


def _break_note(dataset: Dataset, item: Break) -> Finding:
    series = Series(item.indicator, item.ref_area)
    return Finding(
        "break-inferred" if item.basis is Provenance.INFERRED else "break-stated",
        Severity.NOTE,
        place=item.place.cell("period", str(item.period)),
        subjects=(item.indicator,),
        series=series,
        name=series_name(dataset, series),
        period=item.period,
        note=item.note if item.note != UNSAID else None,
    )
