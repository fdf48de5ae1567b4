"""Numbers set beside each other: shares, differences in points, multiples, trade balance, exchange rates."""

from __future__ import annotations

from decimal import Decimal

from reportgen.calculations.figure_formula import A, B, FigureFormula, FormulaInput, FormulaSign, chained
from reportgen.calculations.result import FALLS, RISES, Result, Term, derive, refusal
from reportgen.messages import Reason
from reportgen.record import replace
from reportgen.values import Interval

_IN_PERCENT, _DIFFERENCE, _QUOTIENT = A / B * 100, A - B, A / B
_NOTHING_TO_DIVIDE_BY = Reason("calculations.divisor-not-above-zero")
_WITHIN_ROUNDING = Reason("calculations.within-rounding")
_PART_ABOVE_WHOLE = Reason("calculations.part-above-whole")


def share(part: Term, whole: Term) -> Result:
    """The part's share of the whole, percent."""
    if whole.value > 0 and part.interval.low > whole.interval.high:
        return refusal(_PART_ABOVE_WHOLE, _IN_PERCENT)
    return in_percent(part, whole)


def in_percent(one: Term, other: Term, why_not: Reason = _NOTHING_TO_DIVIDE_BY) -> Result:
    """One amount in percent of another, which may be smaller. ``why_not``: there is none of what is not above zero."""
    if other.value <= 0:
        return refusal(why_not, _IN_PERCENT)
    return derive(_IN_PERCENT, (one, RISES), (other, FALLS))


def difference(one: Term, other: Term) -> Result:
    """One rate or share less another, in percentage points; or one level less another, in its unit.

    Of a rate and the points by which it is above another it is that other one; of completion and elapsed share how far ahead.
    """
    return derive(_DIFFERENCE, (one, RISES), (other, FALLS))


def change(now: Term, base: Term) -> Result:
    """How much a level moved, in its unit; no number where that is less than the rounding of the two leaves open."""
    return beyond_rounding(difference(now, base))


def beyond_rounding(result: Result) -> Result:
    """A difference as it is, unless it is smaller than the rounding of its parts."""
    if not result.value or result.interval is None:
        return result
    leeway = (result.interval.high - result.interval.low) / 2
    return refusal(_WITHIN_ROUNDING, result.formula) if abs(result.value) < leeway else result


def total(*parts: Term) -> Result:
    """The sum of parts."""
    formula = chained(FormulaSign.PLUS, [FormulaInput(place) for place in range(len(parts))])
    return _linear(formula, [(part, RISES) for part in parts])


def rest(whole: Term, *parts: Term) -> Result:
    """What is left of a whole without its parts; no number where rounding leaves even its sign open."""
    formula = chained(FormulaSign.MINUS, [FormulaInput(place) for place in range(len(parts) + 1)])
    result = _linear(formula, [(whole, RISES), *((part, FALLS) for part in parts)])
    if result.interval is not None and result.interval.high < 0:
        return refusal(_PART_ABOVE_WHOLE, formula)
    return refusal(_WITHIN_ROUNDING, formula) if (result.value or 0) < 0 else beyond_rounding(result)


def _linear(formula: FigureFormula, inputs: list[tuple[Term, int]]) -> Result:
    """A sum of terms, each with its sign. Its interval is the sum of theirs: hundreds of parts have no corners to try."""
    exact = [(Term(term.value, term.bound, Interval(term.value, term.value)), sign) for term, sign in inputs]
    result = derive(formula, *exact)
    if result.value is None:
        return result
    interval = _added([(term.interval, sign) for term, sign in inputs])
    claim = _added([(term.stands_within, sign) for term, sign in inputs]) if result.claim else None
    return replace(result, interval=interval, claim=claim)


def _added(intervals: list[tuple[Interval, int]]) -> Interval:
    lows = (interval.low if sign > 0 else -interval.high for interval, sign in intervals)
    highs = (interval.high if sign > 0 else -interval.low for interval, sign in intervals)
    return Interval(sum(lows, Decimal(0)), sum(highs, Decimal(0)))


def ratio(one: Term, other: Term, why_not: Reason = _NOTHING_TO_DIVIDE_BY) -> Result:
    """One amount for each unit of another: dollars an invoice; how many times a base it is (4.2 for a growth by 3.2 times).

    ``why_not``: there is none of an ``other`` that is not above zero.
    """
    if other.value <= 0:
        return refusal(why_not, _QUOTIENT)
    return derive(_QUOTIENT, (one, RISES), (other, FALLS if one.value >= 0 else RISES))


def daily_average(level: Term, days: int) -> Result:
    """What a level comes to on each of so many days."""
    return derive(A / days, (level, RISES))


def balance(exports: Term, imports: Term) -> Result:
    """Exports less imports: a surplus is positive."""
    return beyond_rounding(difference(exports, imports))


def exchange_rate(amount: Term, converted: Term) -> Result:
    """The rate behind two statements of one amount: units of the first currency for one of the second."""
    if amount.value <= 0 or converted.value <= 0:
        return refusal(_NOTHING_TO_DIVIDE_BY, _QUOTIENT)
    return derive(_QUOTIENT, (amount, RISES), (converted, FALLS))
