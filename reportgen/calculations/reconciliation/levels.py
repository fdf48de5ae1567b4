"""Finding the levels that a reported rate can be set against, and what their words allow them to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.dataset.names import may_lie_below_zero
from reportgen.dataset.records import Dataset, Measure, Observation, Series
from reportgen.periods import Period
from reportgen.units import UnitClass, unit_of
from reportgen.values import ZERO, Interval, Qualifier

CURRENT = "current"
"""The prices of the day: what a level is in, and its growth, unless a source says otherwise."""


def levels_of(dataset: Dataset, series: Series) -> tuple[Observation, ...]:
    """The levels of a series by period."""
    return dataset.levels_by_series.get(series, ())


def levels_by_unit(dataset: Dataset, series: Series, period: Period) -> Iterator[Observation]:
    """The levels of a series in a period: one for each unit and scope."""
    return iter(dataset.observations_at(series, period, Measure.LEVEL))


def rates_at(
    dataset: Dataset, series: Series, period: Period, measure: Measure = Measure.GROWTH_YOY
) -> Iterator[Observation]:
    """The reported growth (or another measure) of a series in a period."""
    return iter(dataset.observations_at(series, period, measure))


def same_ground(one: Observation, other: Observation) -> bool:
    """Whether two levels can contradict each other: one unit, no two different scopes, one price basis."""
    return (
        one.unit == other.unit
        and (one.scope == other.scope or scopes_meet(one, other))
        and (one.prices == other.prices or prices_meet(one, other))
    )


def prices_meet(one: Observation, other: Observation) -> bool:
    """Whether both are in the same prices. Where a source does not say, prices are taken to be current ones."""
    return (one.prices or CURRENT) == (other.prices or CURRENT)


def is_in_currency_of(dataset: Dataset, level: Observation, growth: Observation) -> bool:
    """Whether a level is in the currency that a growth is measured in: the growth's own, else the indicator's."""
    indicator = dataset.indicators.get(level.series.indicator)
    currency = growth.growth_currency or (indicator.unit if indicator else "")
    return level.unit == currency or not unit_of(level.unit).is_currency


def scopes_meet(one: Observation, other: Observation) -> bool:
    """Whether the scopes are equal, or one source does not say which it follows."""
    return not (one.scope and other.scope) or one.scope == other.scope


def allowed(observation: Observation) -> Interval:
    """The values that number and qualifier of a level allow; "at most" reaches down to zero, since levels are not negative."""
    values = said(observation)
    if values.low.is_infinite():
        return Interval(min(ZERO, values.high), values.high)
    return values


def said(observation: Observation) -> Interval:
    """The values that number and qualifier allow. A count that is written to the unit is what it says: 13 hospitals are not 12.6."""
    quantity = observation.quantity
    is_count = unit_of(observation.unit).unit_class is UnitClass.COUNT
    if is_count and quantity.precision == 0 and quantity.qualifier is Qualifier.EQ:
        return Interval(quantity.value, quantity.value)
    return quantity.range


def come_to(parts: Sequence[Observation], whole: Observation) -> bool:
    """Whether parts on the same ground may sum to their whole, each anything that rounds to what is printed: where the plain
    numbers do, they may."""
    if sum([part.quantity.value for part in parts]) == whole.quantity.value:
        return True
    return Interval.total([allowed(part) for part in parts]).overlaps(allowed(whole))


def is_flow(dataset: Dataset, series: Series) -> bool:
    """Whether the indicator adds up over time."""
    indicator = dataset.indicators.get(series.indicator)
    return indicator is not None and indicator.kind == "flow"


def is_counted_up(dataset: Dataset, series: Series) -> bool:
    """Whether a series adds up what cannot lie below zero, so that no part exceeds its whole: a balance is less than its surpluses."""
    return series not in dataset.below_zero and not may_lie_below_zero(dataset, series.indicator)
