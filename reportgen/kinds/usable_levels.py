"""Levels that a calculation may take: of a period, of two periods of one series, of two series beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from reportgen.calculations import ratios
from reportgen.calculations.areas import compare_definitions
from reportgen.calculations.comparability import (
    PeriodRule,
    Verdict,
    compare,
    compare_over_time,
    compare_side_by_side,
)
from reportgen.dataset.names import area_name
from reportgen.dataset.records import Measure, Observation, Series
from reportgen.kinds import reasons
from reportgen.kinds.entry import ONE_DECIMAL, FigureEntry, ResultFunction, apply, computed, without_number
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.inputs import Inputs
from reportgen.periods import Period, PeriodKind
from reportgen.record import replace
from reportgen.units import INDEX, PERCENT, POINTS, RATES, UnitClass


def levels_at(inputs: Inputs, series: Series, period: Period, unit: str = "") -> list[FigureEntry]:
    """The levels stated for the period, or else the one that cumulative figures give for it."""
    observed = inputs.observed
    stated = [observed.entry(item) for item in observed.level(series, period, unit)]
    if stated or period.kind not in (PeriodKind.MONTH, PeriodKind.QUARTER):
        return stated
    own_unit = () if unit in ("", observed.unit_of(series)) else (unit,)
    derived = inputs.figure(FigureId(series, period, Kind.SINGLE_MONTH, own_unit))
    return [derived] if derived.term else []


def levels_or_implied(
    inputs: Inputs, series: Series, period: Period, unit: str = "", apart_from: Period | None = None
) -> list[FigureEntry]:
    """The levels for the period, or else the one that a later year's reported growth implies for it.

    Nothing is implied by the growth of ``apart_from``, the period that the level is to be set against.
    """
    found = levels_at(inputs, series, period, unit)
    later = period.shifted_years(1)
    if found or later == apart_from or unit not in ("", inputs.observed.unit_of(series)):
        return found
    implied = inputs.figure(FigureId(series, later, Kind.IMPLIED_BASE))
    return [implied] if implied.term is not None else []


def periods_of_levels(inputs: Inputs, series: Series) -> list[Period]:
    """The periods of the levels of a series, each once, in their order."""
    return periods_of(inputs.observed.of_series(series, Measure.LEVEL))


def periods_of(observations: Iterable[Observation]) -> list[Period]:
    """The periods of observations, each once, in their order."""
    return list(dict.fromkeys(item.period for item in observations))


def comparable_pair(
    inputs: Inputs, now: Sequence[FigureEntry], earlier: Sequence[FigureEntry], rule: PeriodRule
) -> tuple[FigureEntry, FigureEntry, Verdict]:
    """The first two that may be compared; where none may, the first two and why not."""
    series = now[0].figure.id.series
    breaks, stock = inputs.observed.breaks_of(series), inputs.observed.is_stock(series)
    refusal: tuple[FigureEntry, FigureEntry, Verdict] | None = None
    for one, other in product(now, earlier):
        verdict = compare(one.side, other.side, breaks, rule=rule, stock=stock)
        if verdict.comparable:
            return one, other, verdict
        refusal = refusal or (one, other, verdict)
    assert refusal is not None
    return refusal


def growth_since(
    inputs: Inputs,
    figure_id: FigureId,
    earlier_period: Period,
    unit: str,
    rule: PeriodRule,
    calculation: ResultFunction,
) -> FigureEntry:
    """A rate between the levels of two periods, percent."""
    pair = pair_since(inputs, figure_id, earlier_period, unit, rule, PERCENT)
    if isinstance(pair, FigureEntry):
        return pair
    return computed(figure_id, PERCENT, apply(calculation, pair), pair)


def change_since(
    inputs: Inputs, figure_id: FigureId, earlier_period: Period, unit: str, rule: PeriodRule
) -> FigureEntry:
    """The absolute difference between the levels of two periods: in the unit, of a rate in percentage points, of an index in its
    points, whatever year is its 100."""
    observed, series = inputs.observed, figure_id.series
    is_rate = observed.class_of(series) in RATES
    own = unit or observed.unit_of(series)
    if is_rate and own in (PERCENT, POINTS):  # a rate per mille changes in its unit
        own = POINTS
    elif observed.class_of(series) is UnitClass.INDEX:
        own = INDEX
    pair = pair_since(inputs, figure_id, earlier_period, unit, rule, own)
    if isinstance(pair, FigureEntry):
        return pair
    written = max(entry.figure.precision for entry in pair)
    finest = written if is_rate or unit else max(observed.round_to(series), written)
    return computed(figure_id, own, apply(ratios.change, pair), pair, round_to=finest)


def pair_since(
    inputs: Inputs, figure_id: FigureId, earlier_period: Period, unit: str, rule: PeriodRule, own_unit: str
) -> tuple[FigureEntry, FigureEntry] | FigureEntry:
    """The comparable levels of two periods, in ``unit``; or the figure, in ``own_unit``, without a number."""
    series = figure_id.series
    if earlier_period.end >= figure_id.period.end:
        return without_number(figure_id, own_unit, reasons.BASE_NOT_EARLIER)
    now = levels_at(inputs, series, figure_id.period, unit)
    if figure_id.base:
        earlier = levels_or_implied(inputs, series, earlier_period, unit, figure_id.period)
    else:
        earlier = levels_at(inputs, series, earlier_period, unit)
    if not now or not earlier:
        absent = earlier_period if now else figure_id.period
        reason = reasons.no_level(inputs.dataset, series, absent)
        broken = compare_over_time(figure_id.period, earlier_period, inputs.observed.breaks_of(series))
        return without_number(figure_id, own_unit, broken.reason or reason, now or earlier)
    one, other, verdict = comparable_pair(inputs, now, earlier, rule)
    if verdict.reason:
        return without_number(figure_id, own_unit, verdict.reason, [one, other])
    return one, other


def levels_beside(
    inputs: Inputs, figure_id: FigureId, other: Series, unit: str, precision: int = ONE_DECIMAL
) -> tuple[FigureEntry, FigureEntry] | FigureEntry:
    """The levels of the id's series and of another for the id's period, or the figure without a number."""
    observed, period = inputs.observed, figure_id.period
    one = [observed.entry(item) for item in observed.level(figure_id.series, period)]
    two = [observed.entry(item) for item in observed.level(other, period)]
    if not one or not two:
        reason = reasons.no_level(inputs.dataset, other if one else figure_id.series, period)
        return without_number(figure_id, unit, reason, one or two, precision=precision)
    pairs = [(first, second) for first in one for second in two]
    found = next((pair for pair in pairs if in_proportion(inputs, *pair).comparable), None)
    if found is not None:
        return found
    refusal = in_proportion(inputs, *pairs[0]).reason
    assert refusal is not None
    return without_number(figure_id, unit, refusal, pairs[0], precision=precision)


def in_proportion(inputs: Inputs, one: FigureEntry, other: FigureEntry) -> Verdict:
    """Whether two amounts of one period may be divided or added up: also across areas, where a break stands against it."""
    verdict = beside(inputs, one, other)
    if not verdict.comparable:
        return verdict
    series = (one.figure.id.series, other.figure.id.series)
    breaks = [inputs.observed.breaks_of(item) for item in series]
    names = [area_name(inputs.dataset, item.ref_area) for item in series]
    return compare_definitions(one.side, other.side, breaks[0], breaks[1], (names[0], names[1]))


def beside(inputs: Inputs, one: FigureEntry, other: FigureEntry, *, same_unit: bool = True) -> Verdict:
    """Whether two figures of different series and one period may be beside each other."""
    observed = inputs.observed
    one_series, other_series = one.figure.id.series, other.figure.id.series
    breaks = dict.fromkeys((*observed.breaks_of(one_series), *observed.breaks_of(other_series)))
    stock = observed.is_stock(one_series) and observed.is_stock(other_series)
    second = other.side if same_unit else replace(other.side, unit=one.figure.unit)
    return compare_side_by_side(one.side, second, breaks, stock=stock)
