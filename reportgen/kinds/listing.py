"""Which figures a dataset supports: every observation and target, and everything that follows from them.

Where the data ask for a comparison that is refused (the year before is there, but beyond a break), the figure is
listed too, without a number and with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.calculations.cumulative import cumulative_before, january_february
from reportgen.dataset.records import Measure, Observation, Series, Target
from reportgen.kinds import ratios
from reportgen.kinds.codes import Base
from reportgen.kinds.entry import RATES
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.growth import is_of_earlier_level
from reportgen.periods import Period, PeriodKind

if TYPE_CHECKING:
    from reportgen.kinds.catalogue import Catalogue


def supported(catalogue: Catalogue) -> Iterator[FigureId]:
    """The ids of all figures, series by series, each at least once."""
    for series, observations in catalogue.dataset.by_series.items():
        for observation in observations:
            yield catalogue.observed.id_of(observation)
        levels = [item for item in observations if item.measure is Measure.LEVEL]
        yield from _growth(catalogue, series, observations)
        yield from _compound(catalogue, series)
        yield from _months(catalogue, series, levels)
        for period in _periods(levels):
            yield from _of_the_whole(catalogue, series, period)
            yield from _balance(catalogue, series, period)
    for conversions in catalogue.conversions.values():
        yield from (conversion.figure_id for conversion in conversions)
    for target in catalogue.dataset.targets.values():
        yield from _target(catalogue, target)


def _growth(
    catalogue: Catalogue, series: Series, observations: tuple[Observation, ...]
) -> Iterator[FigureId]:
    """Computed growth for each level with an earlier one, implied bases and points for each reported growth."""
    observed = catalogue.observed
    for period in _periods(item for item in observations if item.measure is Measure.LEVEL):
        if observed.level(series, period.year_before()):
            yield FigureId(series, period, Kind.GROWTH_COMPUTED)
        before = period.preceding()
        if (
            period.kind in (PeriodKind.MONTH, PeriodKind.QUARTER)
            and before
            and observed.level(series, before)
        ):
            yield FigureId(series, period, Kind.GROWTH_POP)
    for item in observations:
        if item.measure is not Measure.GROWTH_YOY:
            continue
        if observed.level(series, item.period):
            yield observed.id_of(item).with_(kind=Kind.IMPLIED_BASE)
        yield from _points(catalogue, item)
    for item in observations:
        if (
            item.measure is Measure.MULTIPLE
            and is_of_earlier_level(item)
            and observed.level(series, item.period)
        ):
            yield observed.id_of(item).with_(kind=Kind.IMPLIED_BASE)


def _compound(catalogue: Catalogue, series: Series) -> Iterator[FigureId]:
    """The compound rate between every two annual levels two or more years apart."""
    observed = catalogue.observed
    unit = observed.unit_of(series)
    if unit in RATES:
        return
    levels = (item for item in observed.of_series(series, Measure.LEVEL) if item.unit == unit)
    years = [period for period in _periods(levels) if period.kind is PeriodKind.YEAR]
    for later in years:
        for earlier in years:
            if later.year - earlier.year >= 2:
                yield FigureId(series, later, Kind.CAGR, str(Base(period=earlier)))


def _points(catalogue: Catalogue, growth: Observation) -> Iterator[FigureId]:
    """Reported growth against that of the area above, of its wholes, and of the cumulative months before."""
    series, period, observed = growth.series, growth.period, catalogue.observed
    above = (
        catalogue.dataset.areas[series.ref_area].parent
        if series.ref_area in catalogue.dataset.areas
        else None
    )
    if above:
        wider = Series(series.indicator, above, series.breakdown, series.counterpart_area)
        if observed.stated(wider, period, Measure.GROWTH_YOY):
            yield FigureId(series, period, Kind.DIFFERENCE_PP, str(Base(area=above)))
    for whole in ratios.wholes(catalogue, series):
        base = _named(series, whole.series)
        if base is not None and observed.stated(whole.series, period, Measure.GROWTH_YOY):
            yield FigureId(series, period, Kind.DIFFERENCE_PP, str(base))
    before = period.preceding() if period.is_cumulative else None
    if before and observed.stated(series, before, Measure.GROWTH_YOY):
        yield FigureId(series, period, Kind.DIFFERENCE_PP, str(Base(period=before)))


def _named(series: Series, whole: Series) -> Base | None:
    """How an id names the whole of the area's own that a rate is set against, or ``None`` for what it cannot name."""
    if whole.ref_area != series.ref_area or whole.counterpart_area != series.counterpart_area:
        return None
    if whole.indicator != series.indicator:
        return Base(indicator=whole.indicator)
    return Base(breakdown=whole.breakdown)


def _months(catalogue: Catalogue, series: Series, levels: list[Observation]) -> Iterator[FigureId]:
    """Single months from cumulative figures that follow each other, and their growth."""
    observed = catalogue.observed
    if observed.is_stock(series):
        return
    months = set(_single_months(catalogue, series, levels))
    for month in sorted(months, key=lambda period: period.order):
        yield FigureId(series, month, Kind.SINGLE_MONTH)
        if month.kind is not PeriodKind.MONTH:
            continue
        known = {month.year_before(), month.preceding()} & months
        if month.year_before() in known or observed.level(series, month.year_before()):
            yield FigureId(series, month, Kind.GROWTH_COMPUTED)
        if month.preceding() in known:
            yield FigureId(series, month, Kind.GROWTH_POP)


def _single_months(catalogue: Catalogue, series: Series, levels: list[Observation]) -> Iterator[Period]:
    observed = catalogue.observed
    for period in _periods(levels):
        if period == january_february(period):
            yield period
        reaches_on = period.is_cumulative or period.kind is PeriodKind.YEAR
        last_month = Period.span_of(period.last, period.last)
        before = cumulative_before(last_month)
        if reaches_on and before and observed.level(series, before):
            yield last_month


def _of_the_whole(catalogue: Catalogue, series: Series, period: Period) -> Iterator[FigureId]:
    """Shares, contributions and pulls, for every whole that has a level for the period."""
    observed = catalogue.observed
    if not observed.level(series, period) or observed.unit_of(series) in RATES:
        return
    for whole in ratios.wholes(catalogue, series):
        if not observed.level(whole.series, period):
            continue
        base = str(whole.base)
        yield FigureId(series, period, Kind.SHARE, base)
        if _has_year_before(catalogue, series, period) and _has_year_before(catalogue, whole.series, period):
            yield FigureId(series, period, Kind.CONTRIBUTION, base)
            yield FigureId(series, period, Kind.PULL, base)


def _has_year_before(catalogue: Catalogue, series: Series, period: Period) -> bool:
    observed = catalogue.observed
    return bool(
        observed.level(series, period.year_before()) or observed.stated(series, period, Measure.GROWTH_YOY)
    )


def _balance(catalogue: Catalogue, series: Series, period: Period) -> Iterator[FigureId]:
    imports = ratios.imports_of(catalogue, series.indicator)
    if not imports:
        return
    other = Series(imports, series.ref_area, series.breakdown, series.counterpart_area)
    if catalogue.observed.level(series, period) and catalogue.observed.level(other, period):
        yield FigureId(series, period, Kind.BALANCE)


_MEASURED = (
    Kind.TARGET_GAP,
    Kind.TARGET_COMPLETION,
    Kind.TARGET_REQUIRED_GROWTH,
    Kind.TARGET_ELAPSED,
    Kind.TARGET_PACE,
    Kind.TARGET_STATUS,
    Kind.TARGET_PROJECTION,
)


def _target(catalogue: Catalogue, target: Target) -> Iterator[FigureId]:
    """The target, its path, and its progress at every observation it is measured on or that was set aside."""
    basis = catalogue.target_basis(target.target)
    itself = catalogue.observed.target_id(target)
    yield itself
    if _is_conversion(catalogue, target):
        return
    if not basis.measured and not basis.later:
        yield from (
            itself.with_(kind=kind) for kind in (Kind.TARGET_GAP, Kind.TARGET_COMPLETION, Kind.TARGET_STATUS)
        )
    for observation in basis.measured:
        at = itself.with_(period=observation.period)
        yield from (at.with_(kind=kind) for kind in _MEASURED)
    for aside in basis.later:
        at = itself.with_(period=aside.observation.period)
        yield from (at.with_(kind=kind) for kind in (Kind.TARGET_GAP, Kind.TARGET_COMPLETION))
    if (
        basis.base is None
        or basis.base.period.kind is not PeriodKind.YEAR
        or target.period.kind is not PeriodKind.YEAR
    ):
        return
    for year in range(basis.base.period.year + 1, target.period.year + 1):
        yield itself.with_(period=Period.year_of(year), kind=Kind.TARGET_PATH)


def _is_conversion(catalogue: Catalogue, target: Target) -> bool:
    """Whether the target only repeats another in a second currency: its progress is the other's."""
    itself = catalogue.observed.target_id(target)
    return any(
        conversion.converted == itself for items in catalogue.conversions.values() for conversion in items
    )


def _periods(observations: Iterator[Observation] | list[Observation]) -> list[Period]:
    """The periods of the observations, each once, in their order."""
    return list(dict.fromkeys(item.period for item in observations))
