"""What a series allows to be compared: its breaks, and periods without a like one."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.reconciliation.levels import levels_of
from reportgen.dataset.names import series_name
from reportgen.dataset.raw import at
from reportgen.dataset.records import Basis, Break, Dataset, Measure, Observation, Series
from reportgen.findings import Finding, Severity
from reportgen.messages import UNSAID


def unlike_periods(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each growth over an unlike base, and for each flow whose levels lack a like period."""
    for observation in dataset.observations.values():
        base = observation.base_period
        if (
            observation.measure is Measure.GROWTH_YOY
            and base is not None
            and not base.is_like(observation.period)
        ):
            yield _unlike_base(observation)
    for series in dataset.by_series:
        indicator = dataset.indicators.get(series.indicator)
        if indicator is not None and indicator.kind == "flow":
            yield from _lonely_periods(dataset, series)


def breaks_in_force(dataset: Dataset) -> Iterator[Finding]:
    """A note for each break, so that a reader of the findings knows where series stop."""
    for item in dataset.breaks:
        if item.indicator in dataset.indicators:
            yield _break_note(dataset, item)


def _lonely_periods(dataset: Dataset, series: Series) -> Iterator[Finding]:
    levels = levels_of(dataset, series)
    for level in levels:
        others = {
            other.period: None
            for other in levels
            if other.unit == level.unit and other.period != level.period
        }
        if len(others) < 2 or any(period.is_like(level.period) for period in others):
            continue
        yield Finding(
            "unlike-periods",
            Severity.NOTE,
            place=at(level.place, level.place.row, "period", str(level.period)),
            subjects=(level.obs_id,),
            series=str(series),
            name=series_name(dataset, series),
            period=level.period,
            level_id=level.obs_id,
            others=tuple(others),
        )


def _unlike_base(growth: Observation) -> Finding:
    base = growth.base_period
    assert base is not None  # asked by the caller
    return Finding(
        "unlike-periods",
        Severity.WARNING,
        place=at(growth.place, growth.place.row, "base_period", str(base)),
        subjects=(growth.obs_id,),
        variant="base",
        series=str(growth.series),
        growth_id=growth.obs_id,
        period=growth.period,
        base=base,
    )


def _break_note(dataset: Dataset, item: Break) -> Finding:
    series = Series(item.indicator, item.ref_area)
    return Finding(
        "break-inferred" if item.basis is Basis.INFERRED else "break-stated",
        Severity.NOTE,
        place=at(item.place, item.place.row, "period", str(item.period)),
        subjects=(item.indicator,),
        series=str(series),
        name=series_name(dataset, series),
        period=item.period,
        note=item.note if item.note != UNSAID else None,
    )
