"""Which months cumulative figures give: January-May less January-April, or January as published."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.cumulative import cumulative_before, january_february
from reportgen.dataset.records import Series
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.usable_levels import periods_of_levels
from reportgen.periods import Period, PeriodKind


def months_within_reach(inputs: Inputs, series: Series) -> list[Period]:
    """The months of a flow (or January and February together) that follow from its levels, by period."""
    if inputs.observed.is_stock(series):
        return []
    return sorted(set(_months(inputs, series)), key=lambda period: period.order)


def _months(inputs: Inputs, series: Series) -> Iterator[Period]:
    for period in periods_of_levels(inputs, series):
        if period == january_february(period):
            yield period
        reaches_on = period.is_cumulative or period.kind is PeriodKind.YEAR
        last_month = Period.span_of(period.last, period.last)
        before = cumulative_before(last_month)
        if reaches_on and before and inputs.observed.level(series, before):
            yield last_month
