"""Numbers set beside each other: shares, differences in points, multiples, trade balance, exchange rates."""

from __future__ import annotations

from decimal import Decimal

from reportgen.calculations.result import FALLS, RISES, Result, Term, derive, refusal
from reportgen.messages import Reason
from reportgen.record import replace
from reportgen.values import HUNDRED, Interval

_NOTHING_TO_DIVIDE_BY = Reason("calculations.divisor-not-above-zero")
_WITHIN_ROUNDING = Reason("calculations.within-rounding")
_PART_ABOVE_WHOLE = Reason("calculations.part-above-whole")


def share(part: Term, whole: Term) -> Result:
    """The part's share of the whole, percent."""
    if whole.value > 0 and part.interval.low > whole.interval.high:
        return refusal(_PART_ABOVE_WHOLE, "a ÷ b × 100")
    return in_percent(part, whole)


def in_percent(one: Term, other: Term, why_not: Reason = _NOTHING_TO_DIVIDE_BY) -> Result:
    """One amount in percent of another, which may be smaller. ``why_not``: there is none of what is not above zero."""
    formula = "a ÷ b × 100"
    if other.value <= 0:
        return refusal(why_not, formula)
    return derive(formula, lambda a, b: a / b * HUNDRED, (one, RISES), (other, FALLS))


def difference(one: Term, other: Term) -> Result:
    """One rate or share less another, in percentage points; or one level less another, in its unit.

    Of a rate and the points by which it is above another it is that other one; of completion and elapsed share how far ahead.
    """
    return derive("a − b", lambda a, b: a - b, (one, RISES), (other, FALLS))


def change(now: Term, base: Term) -> Result:
    """How much a level moved, in its unit; no number where that is less than the rounding of the two leaves open."""
    return beyond_rounding(difference(now, base))


def beyond_rounding(result: Result) -> Result:
    """A difference as it is, unless it is smaller than the rounding of its parts."""
    if not result.value or result.interval is None:
        return result
    leeway = (result.interval.high - result.interval.low) / 2
    return refusal(_WITHIN_ROUNDING, result.formula) if abs(result.value) < leeway else result


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def letter(place: int) -> str:
    """What a formula calls its input at a place: a to z, then a1, b1 and so on."""
    return LETTERS[place % 26] + (str(place // 26) if place >= 26 else "")


def total(*parts: Term) -> Result:
    """The sum of parts."""
    formula = " + ".join(letter(place) for place in range(len(parts)))
    return _linear(formula, [(part, RISES) for part in parts])


def rest(whole: Term, *parts: Term) -> Result:
    """What is left of a whole without its parts; no number where rounding leaves even its sign open."""
    formula = " − ".join(letter(place) for place in range(len(parts) + 1))
    result = _linear(formula, [(whole, RISES), *((part, FALLS) for part in parts)])
    if result.interval is not None and result.interval.high < 0:
        return refusal(_PART_ABOVE_WHOLE, formula)
    return refusal(_WITHIN_ROUNDING, formula) if (result.value or 0) < 0 else beyond_rounding(result)


def _linear(formula: str, inputs: list[tuple[Term, int]]) -> Result:
    """A sum of terms, each with its sign. Its interval is the sum of theirs: hundreds of parts have no corners to try."""
    signs = [direction for _, direction in inputs]

    def added(*values: Decimal) -> Decimal:
        return sum((value * sign for value, sign in zip(values, signs, strict=True)), Decimal(0))

    exact = [(Term(term.value, term.bound, Interval(term.value, term.value)), sign) for term, sign in inputs]
    result = derive(formula, added, *exact)
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
    formula = "a ÷ b"
    if other.value <= 0:
        return refusal(why_not, formula)
    return derive(formula, lambda a, b: a / b, (one, RISES), (other, FALLS if one.value >= 0 else RISES))


def daily_average(level: Term, days: int) -> Result:
    """What a level comes to on each of so many days."""
    return derive(f"a ÷ {days}", lambda a: a / days, (level, RISES))


def balance(exports: Term, imports: Term) -> Result:
    """Exports less imports: a surplus is positive."""
    return beyond_rounding(difference(exports, imports))


def exchange_rate(amount: Term, converted: Term) -> Result:
    """The rate behind two statements of one amount: units of the first currency for one of the second."""
    formula = "a ÷ b"
    if amount.value <= 0 or converted.value <= 0:
        return refusal(_NOTHING_TO_DIVIDE_BY, formula)
    return derive(formula, lambda a, b: a / b, (amount, RISES), (converted, FALLS))
