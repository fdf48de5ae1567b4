"""Numbers set beside each other: shares, differences in points, multiples, trade balance, exchange rates."""

from __future__ import annotations

from reportgen.calculations.result import FALLS, RISES, Result, Term, derive, refused
from reportgen.messages import Reason
from reportgen.values import HUNDRED

_NOTHING_TO_DIVIDE_BY = Reason("calculations.divisor-not-above-zero")
_WITHIN_ROUNDING = Reason("calculations.within-rounding")
_PART_ABOVE_WHOLE = Reason("calculations.part-above-whole")


def share(part: Term, whole: Term) -> Result:
    """The part's share of the whole, percent."""
    formula = "a ÷ b × 100"
    if whole.value <= 0:
        return refused(_NOTHING_TO_DIVIDE_BY, formula)
    if part.interval.low > whole.interval.high:
        return refused(_PART_ABOVE_WHOLE, formula)
    return derive(formula, lambda a, b: a / b * HUNDRED, (part, RISES), (whole, FALLS))


def difference(one: Term, other: Term) -> Result:
    """One rate or share less another, in percentage points; or one level less another, in its unit."""
    return derive("a − b", lambda a, b: a - b, (one, RISES), (other, FALLS))


def change(now: Term, base: Term) -> Result:
    """How much a level moved, in its unit; no number where that is less than the rounding of the two leaves open."""
    return beyond_rounding(difference(now, base))


def beyond_rounding(result: Result) -> Result:
    """A difference as it is, unless it is smaller than the rounding of its parts."""
    if not result.value or result.interval is None:
        return result
    leeway = (result.interval.high - result.interval.low) / 2
    return refused(_WITHIN_ROUNDING, result.formula) if abs(result.value) < leeway else result


def multiple(now: Term, base: Term) -> Result:
    """How many times the base it is: 4.2 for a growth by 3.2 times (增长3.2倍)."""
    formula = "a ÷ b"
    if base.value <= 0:
        return refused(_NOTHING_TO_DIVIDE_BY, formula)
    return derive(formula, lambda a, b: a / b, (now, RISES), (base, FALLS if now.value >= 0 else RISES))


def balance(exports: Term, imports: Term) -> Result:
    """Exports less imports: a surplus is positive."""
    return difference(exports, imports)


def exchange_rate(amount: Term, converted: Term) -> Result:
    """The rate behind two statements of one amount: units of the first currency for one of the second."""
    formula = "a ÷ b"
    if amount.value <= 0 or converted.value <= 0:
        return refused(_NOTHING_TO_DIVIDE_BY, formula)
    return derive(formula, lambda a, b: a / b, (amount, RISES), (converted, FALLS))
