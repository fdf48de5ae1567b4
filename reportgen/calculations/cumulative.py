"""Single months out of cumulative figures.

Chinese trade statistics are published as January-May, January-June...; the month is the difference of two. January
and February are often published together only (the Spring Festival moves between them): the two then stay together.
"""

from __future__ import annotations

from reportgen.calculations.figure_formula import A, B
from reportgen.calculations.result import FALLS, RISES, Result, Term, derive, refusal
from reportgen.messages import Reason
from reportgen.periods import Period, PeriodKind

_FALLING = Reason("calculations.cumulative-falls")


def cumulative_before(period: Period) -> Period | None:
    """The year's months before ``period``: January-April for May, ``None`` where it begins the year."""
    start_of_year = period.first - period.first % 12
    return None if period.first == start_of_year else Period.span_of(start_of_year, period.first - 1)


def within_one_year(period: Period) -> bool:
    """Whether single months can be asked for: whole months of one year."""
    return period.kind is not PeriodKind.DAY and period.first // 12 == period.last // 12


def months_of(longer: Term, shorter: Term) -> Result:
    """The months by which one cumulative figure reaches further than the other."""
    formula = A - B
    if longer.value >= 0 and longer.interval.high < shorter.interval.low:
        return refusal(_FALLING, formula)
    return derive(formula, (longer, RISES), (shorter, FALLS))


def january_february(period: Period) -> Period:
    """January and February of the period's year, together."""
    start_of_year = period.last - period.last % 12
    return Period.span_of(start_of_year, start_of_year + 1)


def opening_months(first: Term) -> Result:
    """The year's first month, or first months together: the cumulative figure is the number itself."""
    return derive(A, (first, RISES))
