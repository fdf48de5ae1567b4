"""Growth: computed rates, CAGR, the base that a reported growth implies, contribution and pull.

Rates are percent, pull is percentage points. Whoever calls has asked :mod:`comparability` first.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.calculations.figure_formula import (
    A,
    B,
    C,
    D,
    FormulaInput,
    FormulaNumber,
    FormulaSign,
    chained,
    fraction,
)
from reportgen.calculations.ratios import ratio
from reportgen.calculations.result import (
    EITHER,
    FALLS,
    RISES,
    Result,
    Term,
    derive,
    justified_precision,
    refusal,
)
from reportgen.messages import Reason
from reportgen.record import replace
from reportgen.units import PERCENT
from reportgen.values import HUNDRED, INFINITY, ONE, ZERO, Amount, Bound, Interval

CONTRIBUTION, PULL = (A - B) / (C - D) * 100, (A - B) / C * 100
_GROWTH, _BASE = (A - B) / B * 100, A / (1 + B / 100)
_OF_RATES = (A * B / (100 + B)) / (C * D / (100 + D)) * 100
_FROM_ZERO = Reason("calculations.base-zero")
_FROM_NEGATIVE = Reason("calculations.base-negative")
_TURNED_NEGATIVE = Reason("calculations.turned-negative")
_NO_CHANGE = Reason("calculations.whole-unchanged")
_CHANGE_WITHIN_ROUNDING = Reason("calculations.change-within-rounding")
_ACROSS_ZERO = Reason("calculations.whole-across-zero")
_HARDLY_MOVED = Reason("calculations.whole-hardly-moved")
_MOVED_AGAINST = Reason("calculations.part-moved-against")
_LOST_EVERYTHING = Reason("calculations.lost-everything")
_NO_MULTIPLE = Reason("calculations.multiple-not-above-zero")
_NO_TIME = Reason("calculations.no-whole-year")
_NO_GROWTH_TO = Reason("calculations.later-not-above-zero")


def growth(now: Term, base: Term) -> Result:
    """Growth of ``now`` over ``base``, percent: year on year, or period on period (环比)."""
    if reason := _no_base(base):
        return refusal(reason, _GROWTH)
    if now.value < 0:
        return refusal(_TURNED_NEGATIVE, _GROWTH)
    return derive(_GROWTH, (now, RISES), (base, FALLS))


def growth_of_index(now: Term) -> Result:
    """Growth on the year before, percent, of an index of which the year before is 100."""
    return derive(A - 100, (now, RISES))


def cagr(now: Term, base: Term, years: Decimal) -> Result:
    """Compound annual growth rate over ``years``, percent a year."""
    formula = ((A / B) ** (1 / FormulaNumber(years)) - 1) * 100
    if years < ONE:
        return refusal(_NO_TIME)
    if reason := _no_base(base) or _negative_now(now):
        return refusal(reason, formula)
    return derive(formula, (now, RISES), (base, FALLS))


def average_of_rates(*rates: Term) -> Result:
    """The growth a year that leads as far as these rates of successive years, percent a year."""
    if any(rate.value <= -HUNDRED for rate in rates):
        return refusal(_LOST_EVERYTHING)
    factors = [1 + FormulaInput(place) / 100 for place in range(len(rates))]
    formula = (chained(FormulaSign.TIMES, factors) ** fraction(1, len(rates)) - 1) * 100
    return derive(formula, *((rate, RISES) for rate in rates))


def implied_base(now: Term, growth_percent: Term) -> Result:
    """What the base must have been if ``now`` is up by ``growth_percent``: the reported growth worked backwards."""
    if growth_percent.value <= -HUNDRED:
        return refusal(_LOST_EVERYTHING, _BASE)
    growth_direction = FALLS if now.value >= 0 else RISES
    return derive(_BASE, (now, RISES), (growth_percent, growth_direction))


def implied_by_multiple(now: Term, times: Term) -> Result:
    """What the base must have been if ``now`` is ``times`` the base: the reported multiple worked backwards."""
    return ratio(now, times, _NO_MULTIPLE)


def across_zero(now: Term, base: Term) -> Reason | None:
    """Why no part has a share in a whole's growth: a surplus that became a deficit has none, nor has the reverse."""
    return _ACROSS_ZERO if now.value * base.value < 0 else None


def contribution(part: Term, part_base: Term, whole: Term, whole_base: Term) -> Result:
    """贡献率: the part's share, percent, of the whole's change."""
    change = whole.value - whole_base.value
    if change == 0:
        return refusal(_NO_CHANGE, CONTRIBUTION)
    possible = whole.interval.minus(whole_base.interval)
    if whole.bound is whole_base.bound is Bound.EXACT and possible.contains(ZERO):
        return refusal(_CHANGE_WITHIN_ROUNDING, CONTRIBUTION)
    rises, falls = (RISES, FALLS) if change > 0 else (FALLS, RISES)
    return derive(
        CONTRIBUTION,
        (part, rises),
        (part_base, falls),
        (whole, EITHER),  # a bound of the whole leaves even the sign of its change open
        (whole_base, EITHER),
    )


def contribution_of_rates(part: Term, part_rate: Term, whole: Term, whole_rate: Term) -> Interval | None:
    """What the rounding of two levels and their reported rates leaves open of a contribution.

    A level and the base that its growth implies move together; as if they did not, far more would seem open.
    """
    if whole_rate.interval.low <= 0 <= whole_rate.interval.high:
        return Interval(-INFINITY, INFINITY)
    return derive(
        _OF_RATES, (part, EITHER), (part_rate, EITHER), (whole, EITHER), (whole_rate, EITHER)
    ).interval


_OPEN_UNSAID = Decimal(2)
"""Percent that rounding may leave open of a contribution that is printed without "about": its last digit is off by one at most."""
_OPEN_BY = Decimal(10)
"""Percent that rounding may leave open of a contribution that is still printed."""
_OPEN_SHARE = Decimal("0.2")
"""The same as a share of the contribution, where more than one percent is open."""


def certain_enough(result: Result) -> Result:
    """A contribution; "about" where the rounding of its inputs leaves more than two percent open, its range where that is too much."""
    interval = result.interval
    if result.value is None or interval is None:
        return result
    if interval.low.is_infinite() or interval.high.is_infinite():
        return refusal(_CHANGE_WITHIN_ROUNDING, result.formula)
    width = interval.high - interval.low
    if width <= _OPEN_UNSAID:
        return result
    if width <= _OPEN_BY and width <= abs(result.value) * _OPEN_SHARE:
        return replace(result, bound=Bound.APPROXIMATE) if result.bound is Bound.EXACT else result
    low, high = (Amount(end, PERCENT, 0) for end in (interval.low, interval.high))
    return refusal(Reason("calculations.rounding-leaves-open", low=low, high=high), result.formula)


def telling(result: Result, whole: Term, whole_base: Term) -> Result:
    """A contribution, or why it says nothing: the whole moved by less than a percent, or the part went the other way.

    Of a change near zero every part makes up several hundred percent, and parts against it minus several hundred.
    """
    if result.value is None:
        return result
    if abs(whole.value - whole_base.value) < abs(whole_base.value) / HUNDRED:
        return refusal(_HARDLY_MOVED, result.formula)
    return refusal(_MOVED_AGAINST, result.formula) if result.value < 0 else result


def precision_of(result: Result) -> int:
    """How finely a contribution is printed: one decimal, or as coarse as its rounding makes it."""
    justified = justified_precision(result.interval) if result.interval else None
    return max(-1, min(justified if justified is not None else -1, 0))


def pull(part: Term, part_base: Term, whole_base: Term) -> Result:
    """拉动: how many points of the whole's growth the part's change makes up."""
    if reason := _no_base(whole_base):
        return refusal(reason, PULL)
    whole_direction = FALLS if part.value >= part_base.value else RISES
    certain_sign = part.bound is part_base.bound is Bound.EXACT
    return derive(
        PULL,
        (part, RISES),
        (part_base, FALLS),
        (whole_base, whole_direction if certain_sign else EITHER),
    )


def _no_base(base: Term) -> Reason | None:
    if base.value == 0:
        return _FROM_ZERO
    return _FROM_NEGATIVE if base.value < 0 else None


def _negative_now(now: Term) -> Reason | None:
    return None if now.value > 0 else _NO_GROWTH_TO
