"""Whether a quantity in a text is a figure's value: its unit, and its rounding at the digits written."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from reportgen.figures.numbers import qualifier_of
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.language import powers_in_use
from reportgen.language.number_reader import QuantityInText
from reportgen.units import SAID_WITH_THEIR_NUMBER, UnitClass, unit_of
from reportgen.values import rounded

_ROUNDED_TOWARDS = {"gt": ROUND_FLOOR, "ge": ROUND_FLOOR, "lt": ROUND_CEILING, "le": ROUND_CEILING}

_LARGEST_POWER = 12
"""Trillions."""

_MOST_DIGITS = 100
"""Before or after the point: a number of more is no figure's."""


def fits(figure: FigureRecord, unit: str) -> bool:
    """Whether a stated unit may be that of the figure."""
    if unit_of(figure.unit).unit_class in SAID_WITH_THEIR_NUMBER:
        return unit == figure.unit
    if above := unit_of(figure.unit).above:
        return unit in (figure.unit, above)
    if unit_of(figure.unit).is_currency:
        return unit == figure.unit
    is_counted = unit_of(figure.unit).unit_class in (UnitClass.COUNT, UnitClass.OTHER)
    return unit in ("count", "", figure.unit) or (is_counted and unit_of(unit).unit_class is UnitClass.COUNT)


def shows(figure: FigureRecord, stated: QuantityInText, *, bare: bool = False) -> bool:
    """Whether the quantity is the figure's value, rounded half up at the digits written. ``bare``: the unit is elsewhere."""
    if figure.value is None:
        return False
    if bare and stated.unit in ("", "count") and stated.power == 0:
        return bool(powers_of(figure, stated.number))
    return fits(figure, stated.unit) and is_rounded(figure, stated.number, stated.power)


def powers_over(figure: FigureRecord) -> set[int]:
    """The powers of ten that a head may count a figure in."""
    return powers_in_use() if unit_of(figure.unit).is_scaled else {0}


def powers_of(figure: FigureRecord, number: Decimal) -> set[int]:
    """Those of them in which a bare number is the figure's value."""
    return {power for power in powers_over(figure) if is_rounded(figure, number, power)}


def has_same_digits(figure: FigureRecord, number: Decimal, *, of_other_unit: bool = False) -> bool:
    """Whether a number would be the figure's value counted in another power of ten, or (``of_other_unit``) in tenths and hundredths
    of the figure's unit, as per mille and basis points are."""
    powers = range(-2 if of_other_unit else 0, _LARGEST_POWER + 1)
    return any(is_rounded(figure, number, power) for power in powers)


def is_rounded(figure: FigureRecord, number: Decimal, power: int) -> bool:
    """Whether ``number`` times 10^``power`` is the size of the figure rounded at its last digit.

    Rounded half up, or half to even as some packs have it; a bound also down (more than) or up (less than), so that what is printed stays true.
    """
    assert figure.value is not None
    assert figure.printed_from is not None
    written = int(number.as_tuple().exponent) + power
    if number.adjusted() + power > _MOST_DIGITS or written < -_MOST_DIGITS:
        return False
    shown, size = abs(number.scaleb(power)), abs(figure.printed_from)
    if number < 0 < figure.value:
        return False
    towards = _ROUNDED_TOWARDS.get(qualifier_of(figure, magnitude=True))
    # 187 billion is 1870 times a hundred million: its last digit says nothing
    for precision in {written, max(written, figure.precision)}:
        if shown in (rounded(size, precision), rounded(size, precision, ties=ROUND_HALF_EVEN)):
            return True
        if towards and size.scaleb(-precision).quantize(Decimal(1), towards).scaleb(precision) == shown:
            return True
    return False


def digits_of(number: Decimal) -> str:
    """The digits of a number without zeros around them: what stays where only the unit changes."""
    return "".join(map(str, abs(number).as_tuple().digits)).strip("0")
