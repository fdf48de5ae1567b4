"""Numbers as they were written: precision, rounding interval, qualifier, bound.

Everything is ``Decimal`` in base units (yuan, not billions of yuan; percent for percentages). A value
keeps how precisely it was written, so that "650" (million) and "650.0" differ and two statements
can be compared within their rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from functools import lru_cache

from reportgen.messages import UNSAID, Bilingual
from reportgen.record import Record
from reportgen.regex import regex

ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
INFINITY = Decimal("Infinity")

CLOSE = Decimal("0.1")
"""How far "nearly" and "about" may be from their number, as a share of it: our convention, no standard's."""

SCIENTIFIC = regex(r"-?\d+(?:\.\d+)?[eE][+-]?\d{1,2}")
"""A number with a power of ten, as spreadsheets write long ones: 1.5E+08."""


class Qualifier(StrEnum):
    """What a source says beside a number: ``gt`` exceeded, ``almost`` nearly (below, and close)."""

    EQ = "eq"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    ALMOST = "almost"
    ABOUT = "about"


class Bound(StrEnum):
    """What a qualifier makes of a figure. ``NONE``: it cannot be bounded, so no number is shown."""

    EXACT = "exact"
    LOWER = "lower"
    UPPER = "upper"
    APPROXIMATE = "approximate"
    NONE = "none"


_BOUND_OF = {
    Qualifier.EQ: Bound.EXACT,
    Qualifier.GT: Bound.LOWER,
    Qualifier.GE: Bound.LOWER,
    Qualifier.LT: Bound.UPPER,
    Qualifier.LE: Bound.UPPER,
    Qualifier.ALMOST: Bound.UPPER,
    Qualifier.ABOUT: Bound.APPROXIMATE,
}


def bound_of(qualifier: Qualifier) -> Bound:
    """The bound that a qualifier makes of its own number: "exceeded 33" is a lower bound."""
    return _BOUND_OF[qualifier]


_QUALIFIER_OF = {
    Bound.LOWER: Qualifier.GT,
    Bound.UPPER: Qualifier.LT,
    Bound.APPROXIMATE: Qualifier.ABOUT,
}
_FLIPPED = {
    Qualifier.GT: Qualifier.LT,
    Qualifier.LT: Qualifier.GT,
    Qualifier.GE: Qualifier.LE,
    Qualifier.LE: Qualifier.GE,
}


def qualifier_of_bound(bound: Bound) -> Qualifier:
    """What is said beside a computed number with that bound."""
    return _QUALIFIER_OF.get(bound, Qualifier.EQ)


def flipped_qualifier(qualifier: Qualifier) -> Qualifier:
    """The qualifier of a number without its minus sign: "more than -5" is "less than 5" below zero."""
    return _FLIPPED.get(qualifier, qualifier)


def flipped(bound: Bound) -> Bound:
    """The bound of a result that falls as its input rises: one over a lower bound is an upper bound."""
    return {Bound.LOWER: Bound.UPPER, Bound.UPPER: Bound.LOWER}.get(bound, bound)


def combined(bounds: Iterable[Bound]) -> Bound:
    """The bound of a result that rises with every input (flip the inputs it falls with first).

    Exact inputs change nothing. Inputs that pull the same way keep their bound; a lower with an upper,
    or a bound with an approximate value, cannot be bounded.
    """
    seen = {bound for bound in bounds if bound is not Bound.EXACT}
    if not seen:
        return Bound.EXACT
    if len(seen) == 1:
        return seen.pop()
    return Bound.NONE


class Interval(Record):
    """A closed interval of base units; an end that a qualifier leaves open is infinite."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def contains(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    @classmethod
    def total(cls, parts: Sequence[Interval]) -> Interval:
        """What several come to together."""
        return cls(sum((part.low for part in parts), ZERO), sum((part.high for part in parts), ZERO))

    def plus(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """The product of two intervals that do not reach below zero."""
        return Interval(_product(self.low, other.low), _product(self.high, other.high))

    def over(self, other: Interval) -> Interval:
        """The quotient of two intervals that do not reach below zero; infinite where ``other`` reaches zero."""
        low = ZERO if other.high.is_infinite() else _quotient(self.low, other.high)
        return Interval(low, _quotient(self.high, other.low))


def _product(one: Decimal, other: Decimal) -> Decimal:
    return ZERO if one == ZERO or other == ZERO else one * other


def _quotient(one: Decimal, other: Decimal) -> Decimal:
    if one.is_infinite() or other == ZERO:
        return INFINITY
    return ZERO if other.is_infinite() else one / other


_PLAIN = regex(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as its source wrote it.

    ``text`` is the number as written ("32.20"), ``unit_mult`` the power of ten it counts in (9 for
    billion), ``qualifier`` the word beside it (more than, about). Build one with :meth:`parse`.
    """

    text: str
    unit_mult: int = 0
    qualifier: Qualifier = Qualifier.EQ
    _value: Decimal | None = field(default=None, init=False, repr=False, compare=False)
    _range: Interval | None = field(default=None, init=False, repr=False, compare=False)
    _size: float | None = field(default=None, init=False, repr=False, compare=False)
    """What is asked of one number many times over, once it was worked out."""

    @classmethod
    def parse(cls, text: str, unit_mult: int = 0, qualifier: Qualifier = Qualifier.EQ) -> Quantity:
        """Read a plain decimal number. Raises ``ValueError`` for anything else ("", "n/a", "1,000", "1e5")."""
        cleaned = text.strip()
        if not cls.is_plain(cleaned):
            raise ValueError(f"not a plain number: {text!r}")
        return cls(cleaned, unit_mult, qualifier)

    @staticmethod
    def is_plain(text: str) -> bool:
        """Whether it is a decimal number and nothing else."""
        return _PLAIN.fullmatch(text) is not None

    @property
    def value(self) -> Decimal:
        """The number in base units."""
        value = self._value
        if value is None:
            value = Decimal(self.text).scaleb(self.unit_mult)
            object.__setattr__(self, "_value", value)
        return value

    @property
    def size(self) -> float:
        """About the number in base units: to see at once that there is nothing to look at closer."""
        size = self._size
        if size is None:
            size = float(self.value)
            object.__setattr__(self, "_size", size)
        return size

    @property
    def precision(self) -> int:
        """Power of ten, in base units, of the last digit written: 7 for "32.21" billion."""
        _, point, decimals = self.text.partition(".")
        return self.unit_mult - len(decimals) if point else self.unit_mult

    @property
    def interval(self) -> Interval:
        """The values that round to what was written. The qualifier is not looked at."""
        value, half = self.value, _half(self.precision)
        return Interval(value - half, value + half)

    @property
    def range(self) -> Interval:
        """The values that number and qualifier together allow, e.g. 33 billion and up for "exceeded 33 billion".

        "Nearly" reaches from a tenth below the number to the number, "about" a tenth to both sides (``CLOSE``).
        """
        found = self._range
        if found is None:
            found = self._allowed()
            object.__setattr__(self, "_range", found)
        return found

    def _allowed(self) -> Interval:
        written = self.interval
        if self.qualifier is Qualifier.EQ:
            return written
        near = abs(self.value) * CLOSE
        if self.qualifier in (Qualifier.GT, Qualifier.GE):
            return Interval(self.value, INFINITY)
        if self.qualifier in (Qualifier.LT, Qualifier.LE):
            return Interval(-INFINITY, self.value)
        if self.qualifier is Qualifier.ALMOST:
            return (
                Interval(self.value - near, self.value)
                if self.value >= 0
                else Interval(self.value, self.value + near)
            )
        return Interval(min(written.low, self.value - near), max(written.high, self.value + near))

    @property
    def bound(self) -> Bound:
        """What the qualifier makes of the number; "down nearly 5%" is a fall of less than 5: -5 bounds it from below."""
        bound = bound_of(self.qualifier)
        return flipped(bound) if self.qualifier is Qualifier.ALMOST and self.value < 0 else bound


@lru_cache(maxsize=64)
def _half(precision: int) -> Decimal:
    """Half a unit of the last digit written."""
    return Decimal(5).scaleb(precision - 1)


class FullNumber(Record):
    """A value to be said with every digit, in its base unit: 32,210,000,000 yuan. A quotient, whose digits have no end, goes
    as far as anybody reads: 46.0142857142…"""

    value: Decimal
    unit: str

    @property
    def written(self) -> str:
        if (
            len(self.value.as_tuple().digits) <= _WRITTEN_IN_FULL
            or self.value == self.value.to_integral_value()
        ):
            return f"{self.value:,f}"
        step = ONE.scaleb(min(0, self.value.adjusted() + 1 - _OF_A_QUOTIENT))
        with localcontext(prec=abs(self.value.adjusted()) + 2 * _OF_A_QUOTIENT):
            return f"{self.value.quantize(step, rounding=ROUND_DOWN):,f}…"


_WRITTEN_IN_FULL, _OF_A_QUOTIENT = 18, 12


class RoundStep(Record):
    """A power of ten that print rounds to, to be said: 10 million, 1000万."""

    power: int


class Amount(Record):
    """A number with its unit, to be said in a sentence: "nearly 20 billion yuan", 近200亿元.

    ``value`` is in base units. ``precision`` is the power of ten of the last digit to show; without it four digits are.
    ``beside`` is the largest value of the sentence: both are counted in the unit that suits it.
    ``counter`` is the counter word of a count: firms, 家.
    """

    value: Decimal
    unit: str
    precision: int | None = None
    qualifier: Qualifier = Qualifier.EQ
    beside: Decimal | None = None
    counter: Bilingual = UNSAID

    @classmethod
    def of(cls, quantity: Quantity, unit: str) -> Amount:
        """A number as its source wrote it, with its qualifier."""
        return cls(quantity.value, unit, quantity.precision, quantity.qualifier)


_DIGITS = 26
"""So many digits fit into any context."""
_ROUNDING = {Bound.LOWER: ROUND_FLOOR, Bound.UPPER: ROUND_CEILING}


def rounded(value: Decimal, power: int, bound: Bound = Bound.EXACT, ties: str = ROUND_HALF_UP) -> Decimal:
    """Round half up (half away from zero), or as ``ties`` says, to a multiple of ten to the ``power``.

    A lower bound is rounded down and an upper bound up, so that what is printed stays true: "less than 0.84%" may become
    "less than 0.9%", never "less than 0.8%". ``rounded(Decimal("32205000000"), 7)`` is 32210000000. The result is
    never ``-0``.
    """
    way, digits = _ROUNDING.get(bound, ties), value.adjusted() - power
    if digits < _DIGITS:
        return _rounded(value, power, way)
    with localcontext(prec=digits + 2):
        return _rounded(value, power, way)


def _rounded(value: Decimal, power: int, way: str) -> Decimal:
    steps = value.scaleb(-power).quantize(ONE, rounding=way)
    return (steps + ZERO).scaleb(power)


def plain(value: Decimal) -> str:
    """A Decimal without exponent and without superfluous zeros: ``70000000000``, ``46.0142857``."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


_LARGEST, _FINEST = Decimal("1e300"), -300


def recorded_number(text: object, largest: Decimal | int = _LARGEST) -> Decimal:
    """A number that a file records. Raises ``ValueError`` for one that no build wrote, and whose digits would take a machine to print."""
    try:
        number = Decimal(str(text))
    except ArithmeticError as error:
        raise ValueError(f"not a number: {str(text)[:40]!r}") from error
    if not number.is_finite() or number.copy_abs() > largest or (number and number.adjusted() < _FINEST):
        raise ValueError(f"not a number that is recorded: {str(text)[:40]!r}")
    return number
