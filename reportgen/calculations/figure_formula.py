"""The formula of a figure as data: worked out, printed and written for Excel from one value.

``(A - B) / B * 100`` is made with Python's own signs, from the inputs :data:`A` to :data:`D` or any :class:`FormulaInput`;
``str()`` of it is what print and records show: ``(a − b) ÷ b × 100``.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from functools import cached_property, reduce
from string import ascii_lowercase

from reportgen.record import Record, replace
from reportgen.values import plain


class FormulaSign(Enum):
    """What is done to the parts of a formula: the sign of print, how tightly it binds, and the sum itself.

    A comparison is one where it holds and else none, as in Excel.
    """

    PLUS = "+", 2, operator.add
    MINUS = "−", 2, operator.sub
    TIMES = "×", 3, operator.mul
    OVER = "÷", 3, operator.truediv
    POWER = "^", 4, operator.pow
    ABOVE = ">", 1, lambda one, other: Decimal(one > other)
    AT_LEAST = "≥", 1, lambda one, other: Decimal(one >= other)
    BELOW = "<", 1, lambda one, other: Decimal(one < other)
    AT_MOST = "≤", 1, lambda one, other: Decimal(one <= other)

    def __init__(self, printed: str, binding: int, function: Callable[[Decimal, Decimal], Decimal]) -> None:
        self.printed, self.binding, self.function = printed, binding, function


class FigureFormula(Record, dict=True):
    """A formula over inputs: one of the three below."""

    @cached_property
    def function(self) -> Callable[[Sequence[Decimal]], Decimal]:
        """What works it out: of the inputs, what it comes to."""
        raise NotImplementedError

    def over(self, parts: Sequence[FigureFormula]) -> FigureFormula:
        """The same with something else for each input. What is computed itself stands in brackets then."""
        raise NotImplementedError

    def written(self, by: FormulaNotation) -> str:
        """As a text in that notation."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.written(_IN_PRINT)

    def __add__(self, other: FigureFormula | int) -> FigureFormula:
        return FormulaStep(FormulaSign.PLUS, (self, _part(other)))

    def __radd__(self, other: int) -> FigureFormula:
        return _part(other) + self

    def __sub__(self, other: FigureFormula | int) -> FigureFormula:
        return FormulaStep(FormulaSign.MINUS, (self, _part(other)))

    def __rsub__(self, other: int) -> FigureFormula:
        return _part(other) - self

    def __mul__(self, other: FigureFormula | int) -> FigureFormula:
        return FormulaStep(FormulaSign.TIMES, (self, _part(other)))

    def __truediv__(self, other: FigureFormula | int) -> FigureFormula:
        return FormulaStep(FormulaSign.OVER, (self, _part(other)))

    def __rtruediv__(self, other: int) -> FigureFormula:
        return _part(other) / self

    def __pow__(self, other: FigureFormula) -> FigureFormula:
        return FormulaStep(FormulaSign.POWER, (self, other))


class FormulaInput(FigureFormula):
    """The input at a place, from 0."""

    place: int

    @cached_property
    def function(self) -> Callable[[Sequence[Decimal]], Decimal]:
        return operator.itemgetter(self.place)

    def over(self, parts: Sequence[FigureFormula]) -> FigureFormula:
        part = parts[self.place]
        return replace(part, is_apart=True) if isinstance(part, FormulaStep) else part

    def written(self, by: FormulaNotation) -> str:
        return by.input(self.place)


class FormulaNumber(FigureFormula):
    """A number that is no input. ``places``: so many decimals of it are printed; ``None``: all."""

    value: Decimal
    places: int | None = None

    @cached_property
    def function(self) -> Callable[[Sequence[Decimal]], Decimal]:
        value = self.value
        return lambda _: value

    def over(self, parts: Sequence[FigureFormula]) -> FigureFormula:
        return self

    def written(self, by: FormulaNotation) -> str:
        return by.number(self)


class FormulaStep(FigureFormula):
    """Two parts or more with one sign between them, from the left. ``is_apart``: in brackets whatever it stands in."""

    sign: FormulaSign
    parts: tuple[FigureFormula, ...]
    is_apart: bool = False

    @cached_property
    def function(self) -> Callable[[Sequence[Decimal]], Decimal]:
        combined, parts = self.sign.function, [part.function for part in self.parts]
        if len(parts) > 2:
            return lambda values: reduce(combined, [part(values) for part in parts])
        one, other = parts
        return lambda values: combined(one(values), other(values))

    def over(self, parts: Sequence[FigureFormula]) -> FigureFormula:
        return replace(self, parts=tuple(part.over(parts) for part in self.parts))

    def written(self, by: FormulaNotation) -> str:
        texts = list[str]()
        for part in self.parts:
            text = part.written(by)
            texts.append(f"({text})" if self._needs_brackets(part, is_first=not texts) else text)
        text = by.sign(self.sign).join(texts)
        return f"({text})" if self.is_apart else text

    def _needs_brackets(self, part: FigureFormula, *, is_first: bool) -> bool:
        if not isinstance(part, FormulaStep) or part.is_apart:
            return False
        return part.sign.binding < self.sign.binding + (0 if is_first else 1)


A, B, C, D = map(FormulaInput, range(4))
"""The first inputs."""


def letter(place: int) -> str:
    """What print calls an input at a place: a to z, then a1, b1 and so on."""
    return ascii_lowercase[place % 26] + (str(place // 26) if place >= 26 else "")


def chained(sign: FormulaSign, parts: Sequence[FigureFormula]) -> FigureFormula:
    """One part or more with one sign between them."""
    return FormulaStep(sign, tuple(parts)) if len(parts) > 1 else parts[0]


def fraction(part: int, of: int) -> FigureFormula:
    """A fraction of two whole numbers: ``2 ÷ 4``."""
    return _part(part) / of


def _part(value: FigureFormula | int) -> FigureFormula:
    return value if isinstance(value, FigureFormula) else FormulaNumber(Decimal(value))


class FormulaNotation(Record):
    """What the input at a place, a number and a sign are written as."""

    input: Callable[[int], str]
    number: Callable[[FormulaNumber], str]
    sign: Callable[[FormulaSign], str]


_IN_PRINT = FormulaNotation(
    letter,
    lambda number: plain(number.value if number.places is None else round(number.value, number.places)),
    lambda sign: sign.printed if sign is FormulaSign.POWER else f" {sign.printed} ",
)
