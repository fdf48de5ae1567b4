"""Finding the levels that a reported rate can be set against, and what their words allow them to be."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.raw import at
from reportgen.dataset.records import Dataset, Measure, Observation, Series, Target
from reportgen.findings import Place
from reportgen.periods import Period
from reportgen.values import ZERO, Interval


def levels_of(dataset: Dataset, series: Series) -> tuple[Observation, ...]:
    """The levels of a series by period."""
    observations = dataset.by_series.get(series, ())
    return tuple(observation for observation in observations if observation.measure is Measure.LEVEL)


def levels_at(dataset: Dataset, series: Series, period: Period) -> Iterator[Observation]:
    """The levels of a series in a period: one for each unit and scope."""
    return (level for level in levels_of(dataset, series) if level.period == period)


def rates_at(
    dataset: Dataset, series: Series, period: Period, measure: Measure = Measure.GROWTH_YOY
) -> Iterator[Observation]:
    """The reported growth (or another measure) of a series in a period."""
    observations = dataset.by_series.get(series, ())
    return (item for item in observations if item.period == period and item.measure is measure)


def same_ground(one: Observation, other: Observation) -> bool:
    """Whether two levels can contradict each other: one unit, and no two different scopes."""
    return one.unit == other.unit and scopes_meet(one, other)


def scopes_meet(one: Observation, other: Observation) -> bool:
    """Whether the scopes are equal, or one source does not say which it follows."""
    return not (one.scope and other.scope) or one.scope == other.scope


def allowed(observation: Observation) -> Interval:
    """The values that number and qualifier allow; "at most" reaches down to zero, since levels are not negative."""
    values = observation.quantity.range
    if values.low.is_infinite():
        return Interval(min(ZERO, values.high), values.high)
    return values


def is_flow(dataset: Dataset, series: Series) -> bool:
    """Whether the indicator adds up over time."""
    indicator = dataset.indicators.get(series.indicator)
    return indicator is not None and indicator.kind == "flow"


def value_cell(record: Observation | Target) -> Place:
    """The cell of the table that holds the value of a record."""
    return at(record.place, record.place.row, "value", record.quantity.text)
