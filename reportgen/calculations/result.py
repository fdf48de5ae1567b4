"""What a calculation takes and gives: terms with bound and rounding interval, a result or the reason for none.

Every calculation of this layer is one formula over terms. :func:`derive` works it out three times over: at the
terms' values, for their bounds (DESIGN section 8: a lower bound over a lower bound is no bound at all), and over
their rounding intervals, so that a computed growth can be compared with the one a source reports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, DecimalException
from itertools import product

from reportgen.calculations.figure_formula import FigureFormula
from reportgen.messages import Message, Reason
from reportgen.record import Record
from reportgen.values import Bound, Interval, Quantity, combined, flipped, rounded

RISES, FALLS, EITHER = 1, -1, 0
"""How a result moves when one of its inputs rises. ``EITHER``: it may do both, so that input must be exact."""
_OPEN = (Bound.LOWER, Bound.UPPER, Bound.APPROXIMATE)


class Term(Record):
    """A number that enters a calculation: value in base units, its bound, the values it may be rounded from."""

    value: Decimal
    bound: Bound
    interval: Interval
    claim: Interval | None = None
    """Of a bounded number: between which values its bound may lie, for the rounding of what it was computed from."""

    @property
    def stands_within(self) -> Interval:
        """The values for which the statement of the number has to hold: a bound is where its source puts it."""
        if self.bound in (Bound.LOWER, Bound.UPPER):
            return self.claim or Interval(self.value, self.value)
        return self.interval

    @classmethod
    def of(cls, quantity: Quantity) -> Term:
        """An observation's number: its qualifier bounds what follows from it."""
        return cls(quantity.value, quantity.bound, quantity.interval)

    @classmethod
    def threshold(cls, quantity: Quantity) -> Term:
        """A target's number: taken at its threshold, which a plan sets and nobody rounded."""
        return cls.exact(quantity.value)

    @classmethod
    def exact(cls, value: Decimal) -> Term:
        return cls(value, Bound.EXACT, Interval(value, value))


class Result(Record):
    """A computed number at full precision, or ``None`` with the reason.

    ``formula`` is over the inputs in the order they were given; ``None`` where it cannot even be said.
    ``interval`` holds the results that the inputs' rounding allows (``None`` where it is not known).
    """

    value: Decimal | None
    bound: Bound
    formula: FigureFormula | None
    reason: Reason | None = None
    interval: Interval | None = None
    claim: Interval | None = None
    """Of a bounded result: between which values the bound may lie when its exact inputs are anywhere in their rounding."""

    @property
    def term(self) -> Term | None:
        """The result as an input of a further calculation, or ``None`` where there is no number."""
        if self.value is None:
            return None
        return Term(self.value, self.bound, self.interval or Interval(self.value, self.value), self.claim)


def refusal(reason: Reason, formula: FigureFormula | None = None) -> Result:
    """No number, and why."""
    return Result(None, Bound.NONE, formula, reason)


def derive(formula: FigureFormula, *inputs: tuple[Term, int]) -> Result:
    """Work out the formula over the inputs, each a term and how the result moves when it rises.

    The caller has seen to it that the formula is defined at the values (no zero divisor).
    """
    terms = [term for term, _ in inputs]
    bound = combined(_moved(term.bound, direction) for term, direction in inputs)
    if bound is Bound.NONE:
        return refusal(_unbounded(terms), formula)
    function = formula.function
    value = function([term.value for term in terms])
    is_bounded = bound in (Bound.LOWER, Bound.UPPER)
    claim = _spread(function, [term.stands_within for term in terms]) if is_bounded else None
    return Result(
        value, bound, formula, interval=_spread(function, [term.interval for term in terms]), claim=claim
    )


def _unbounded(terms: list[Term]) -> Reason:
    open_ones = dict.fromkeys(term.bound for term in terms if term.bound in _OPEN)
    return Reason(
        "calculations.unbounded",
        bounds=tuple(Message(f"calculations.bound-{bound.value}") for bound in open_ones),
    )


def _moved(bound: Bound, direction: int) -> Bound:
    if direction == FALLS:
        return flipped(bound)
    if direction == EITHER and bound in (Bound.LOWER, Bound.UPPER):
        return Bound.NONE
    return bound


def _spread(function: Callable[[Sequence[Decimal]], Decimal], intervals: list[Interval]) -> Interval | None:
    """The smallest and largest result at the corners of the inputs' intervals.

    Enough for functions that are monotone in each input, as all of this layer are where they are defined.
    """
    corners = product(*({interval.low, interval.high} for interval in intervals))
    try:
        results = [function(corner) for corner in corners]
    except DecimalException:
        return None
    return Interval(min(results), max(results))


def safe_end(value: Decimal, precision: int, bound: Bound, claim: Interval) -> Decimal | None:
    """What is rounded in place of a bound so that it holds for all its inputs' rounding allows; ``None`` where it does as it is.

    Over 33 billion, up 51.9% (51.85 to 51.95), is more than 21.717 to 21.731: "more than 21.7" holds; where print has two
    decimals, "more than 21.72" may be wrong, and 21.71 holds.
    """
    printed = rounded(value, precision, bound)
    if bound is Bound.LOWER:
        return None if printed <= claim.low else claim.low
    return None if printed >= claim.high else claim.high


def justified_precision(interval: Interval) -> int | None:
    """The power of ten of the last digit worth printing of a result, ``None`` where its inputs set no limit.

    It is the finest place that the rounding of the inputs leaves certain (the interval is no wider than one unit
    of it) and one guard digit more, as published tables keep it, so that a reader who works backwards from the
    printed result meets the printed inputs. 32.21 billion up 63.3% leaves 19.715 to 19.734: 19.7 is certain and
    19.72 is printed; "over 33 billion" up 51.9% leaves 21.4 to 22.1 and prints 21.7.
    """
    width = interval.high - interval.low
    if width == 0:
        return None
    certain = width.adjusted() if width == Decimal(1).scaleb(width.adjusted()) else width.adjusted() + 1
    return certain - 1
