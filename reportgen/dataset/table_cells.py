"""Does the cell of a table hold the number that it is cited for: its digits, its sign, the unit that its head states?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from reportgen.dataset.names import as_stated
from reportgen.dataset.record_findings import StatedRecord, finding_in_clause
from reportgen.dataset.records import Citation
from reportgen.findings import Finding, Severity
from reportgen.language.direction_reader import is_below_zero
from reportgen.language.footnote_marks import cell_without_marks
from reportgen.language.printed_numbers import printed_number
from reportgen.language.quantity_reader import quantities_in
from reportgen.language.unit_reader import StatedUnit, unit_in_brackets, unit_in_text, units_in
from reportgen.regex import regex
from reportgen.units import COUNT, unit_of
from reportgen.values import SCIENTIFIC, Amount, Quantity, plain

_NUMBER = regex(r"[-−－]?\d[\d,]*(?:\.\d+)?")
_DIGITS_ALONE = regex(r"[-−－\d.,\s]*")
"""What has neither a unit nor a multiplier, as most cells: the patterns of all languages need not be asked."""

FRACTION, FRACTION_POWER = "1 = 100%", 2
"""The unit of a rate that a table writes as a fraction."""


def cell_findings(citation: Citation, record: StatedRecord, *, is_alone: bool) -> Iterator[Finding]:
    """What is wrong with a table's cell as evidence for a record. A figure that other citations state too may be rounded."""
    wanted = record.quantity.value
    beside = () if _DIGITS_ALONE.fullmatch(citation.statement) else quantities_in(citation.statement)
    if any(one.value == wanted for one in beside if one.power or one.unit):
        return  # the cell has its own unit or multiplier beside the number
    number = _number_in(citation.statement)
    units = _units_of(citation)
    foreign = [unit for unit in units if unit.is_amount and unit.unit != record.unit]
    fitting = [unit for unit in units if unit.unit in ("", COUNT, record.unit)]
    if number is None:
        yield _finding("value-not-in-cell", citation, record)
        return
    if foreign and not fitting and unit_of(record.unit).is_currency:
        yield _finding(
            "unit-not-in-cell", citation, record, unit=unit_of(record.unit), foreign=unit_of(foreign[0].unit)
        )
        return
    is_rate = unit_of(record.unit).is_rate
    powers = {unit.power for unit in fitting}
    if is_rate:
        powers = {FRACTION_POWER if citation.unit_label == FRACTION else 0}
    if any(_is_value(number, power, record, is_alone=is_alone) for power in powers):
        return
    signed = (number, -number) if _is_fall(citation) else (number,)
    if any(_is_value(one, power, record, is_alone=is_alone) for one in signed for power in powers):
        return
    has_its_digits = not is_rate and any(same_digits(one, wanted) for one in signed)
    if has_its_digits and not powers:
        return  # a recipe, or another cell, gives the unit
    if has_its_digits:
        power = min(powers, key=lambda one: abs(one - record.quantity.unit_mult))
        said = Quantity(plain(number.copy_sign(wanted)), power)
        yield _finding("multiplier-not-in-cell", citation, record, said=Amount.of(said, record.unit),
                       value=said.text, unit_mult=str(power), unit_label=citation.unit_label)  # fmt: skip
    else:
        yield _finding("value-not-in-cell", citation, record)


def _number_in(statement: str) -> Decimal | None:
    """The one number in a cell's text, whatever signs a table puts beside it."""
    statement = cell_without_marks(statement).strip()
    if SCIENTIFIC.fullmatch(statement):
        return Decimal(statement)
    number = printed_number(statement)
    if number is not None:
        return number.value
    found = _NUMBER.findall(statement)
    number = printed_number(found[0]) if len(found) == 1 else None
    return number.value if number else None


def _units_of(citation: Citation) -> tuple[StatedUnit, ...]:
    label = citation.unit_label
    text = unit_in_text(label) or label
    return units_in(text) or units_in(unit_in_brackets(text) or "")


def _is_value(number: Decimal, power: int, record: StatedRecord, *, is_alone: bool) -> bool:
    if number.scaleb(power) == record.quantity.value:
        return True
    said = Quantity(plain(number), power)
    return not is_alone and said.interval.overlaps(record.quantity.interval)


def same_digits(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of one sign differ by a power of ten at most."""
    if not one or not other:
        return one == other
    return one.normalize().as_tuple()[:2] == other.normalize().as_tuple()[:2]


def _is_fall(citation: Citation) -> bool:
    """Whether the heads of a cell say that its number lies below zero: a fall, a deficit."""
    return is_below_zero(f"{citation.column_label} {citation.row_label}")


def _finding(code: str, citation: Citation, record: StatedRecord, **parameters: Any) -> Finding:
    return finding_in_clause(
        code, Severity.ERROR, citation, record, stated=as_stated(record), text=citation.statement, cell=citation.cell,
        **parameters,
    )  # fmt: skip
