"""Does a citation's clause hold the number it is cited for: value, multiplier, unit?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from reportgen.dataset.clause_qualifiers import qualifier_finding
from reportgen.dataset.names import as_stated
from reportgen.dataset.raw import at
from reportgen.dataset.record_findings import StatedRecord, finding_in_clause
from reportgen.dataset.records import Citation, Dataset, Measure, Observation, Role, Target
from reportgen.dataset.table_cells import cell_findings, same_digits
from reportgen.findings import Finding, Severity
from reportgen.language.direction_reader import is_compared
from reportgen.language.footnote_marks import without_footnote_marks
from reportgen.language.number_reader import QuantityInText
from reportgen.language.other_numbers import other_number_spans
from reportgen.language.quantity_reader import (
    growth_of_multiple,
    has_words_of_unit,
    is_vague,
    mentions_unit,
    names_multiplier,
    parts_in,
    quantities_in,
    says_otherwise,
)
from reportgen.record import replace
from reportgen.regex import regex
from reportgen.units import COUNT, PERCENT, POINTS, RANK, UnitClass, unit_of
from reportgen.values import HUNDRED, Amount, Quantity, plain

_RATES = (PERCENT, POINTS, RANK)
"""Units of numbers that are written as they are printed, without a multiplier."""
_WRITTEN_OUT = 1_000_000
"""Amounts of trade that are said without a multiplier are that large."""
_DIGITS = regex(r"\d[\d., '’·]*(?![\d.]*e)")
_SCIENTIFIC = regex(r"\d{1,9}(?:\.\d{1,9})?e[+-]?\d{1,2}(?!\d)")
_SEPARATORS = regex(r"[., '’·]")
_WHOLES = {PERCENT: HUNDRED, POINTS: HUNDRED, "per_mille": Decimal(1000)}
"""What a whole comes to in units of parts."""


def check_clauses(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each citation whose clause, or cell of a table, does not hold the figure's value, multiplier or unit.

    Where all the clauses of a figure agree against it, the figure is wrong and there is one finding. Records whose
    unit is not known, because their indicator is not, are passed over.
    """
    for subject, citations in dataset.stated_citations.items():
        record = dataset.observations.get(subject) or dataset.targets.get(subject)
        if record is None or not record.unit or has_multiplier_of_rate(record):
            continue
        if isinstance(record, Target) and record.is_in_words:
            continue
        worded = [citation for citation in citations if citation.statement]
        found = [
            [*cell_findings(citation, record, is_alone=len(worded) == 1)]
            if citation.role is Role.TABLE
            else [*_clause_findings(citation, record)]
            for citation in worded
        ]
        yield from _joint_finding(record, found) or [finding for findings in found for finding in findings]


def has_multiplier_of_rate(record: StatedRecord) -> bool:
    """Whether a percentage, a difference in points or a rank counts in millions or the like."""
    return record.unit in _RATES and record.quantity.unit_mult != 0


def folded_text(text: str) -> str:
    """Full-width forms, letter case and curly quotes folded, so that texts can be searched. Footnote marks are no digits."""
    return _widths_folded(text).casefold()


def _widths_folded(text: str) -> str:
    return unicodedata.normalize("NFKC", without_footnote_marks(text)).replace("’", "'")


def _joint_finding(record: StatedRecord, found: list[list[Finding]]) -> list[Finding]:
    """The one finding that stands for those of several clauses, at the record's own row; empty if they differ."""
    codes = {finding.code for findings in found for finding in findings}
    if len(found) < 2 or len(codes) != 1 or not all(found) or found[0][0].severity is not Severity.ERROR:
        return []
    place = record.place
    is_unit = "unit" in codes.pop()
    column, text = ("unit", record.unit) if is_unit else ("value", record.quantity.text)
    return [found[0][0].with_(place=at(place, place.row, column, text))]


def _clause_findings(citation: Citation, record: StatedRecord) -> Iterator[Finding]:
    text = folded_text(citation.statement)
    said = quantities_in(_widths_folded(citation.statement))
    quantities = [_as_counted(record, text, quantity) for quantity in said]
    sought = abs(record.quantity.value)
    matching = [quantity for quantity in quantities if abs(quantity.value) == sought]
    if matching:
        yield from _unit_findings(citation, record, text, matching)
        if finding := qualifier_finding(citation, record, matching):
            yield finding
    elif (_is_growth(record) and sought in _growth_by_multiples(text, quantities)) or _is_part(record, text):
        return
    elif not says_otherwise(text, sought) and not _is_restated(citation, record, quantities):
        yield from _missing_number(citation, record, text, quantities)


def _as_counted(record: StatedRecord, text: str, quantity: QuantityInText) -> QuantityInText:
    """A number as it may stand for a record: one under a head in another unit may be of another column, and is bare. Of two
    currencies, where the clause knows one alone, that one is meant."""
    if not quantity.has_unit_apart or (quantity.unit or record.unit) == record.unit:
        return quantity
    are_currencies = unit_of(quantity.unit).is_currency and unit_of(record.unit).is_currency
    if are_currencies and not mentions_unit(text, record.unit):
        return quantity
    is_count = unit_of(record.unit).unit_class is UnitClass.COUNT
    return quantity if is_count and quantity.unit == COUNT else replace(quantity, power=0, unit="")


def _growth_by_multiples(text: str, quantities: list[QuantityInText]) -> set[Decimal]:
    """The growth rates that multiples in the clause say: 增长3倍 for 300%."""
    return {growth_of_multiple(text, quantity) for quantity in quantities if quantity.unit == "times"}


def _is_part(record: StatedRecord, text: str) -> bool:
    """Whether a fraction in the clause is the record's number in the digits that it is written in: 三分之二 for 66.67%."""
    number = Quantity(record.quantity.text.lstrip("+-"), record.quantity.unit_mult)
    whole = _WHOLES.get(record.unit)
    if whole is None:
        return number.value in parts_in(text)
    return any(number.interval.contains(part * whole) for part in parts_in(text))


def _unit_beside(quantity: QuantityInText) -> str | None:
    """The unit beside a number; a counter word is none."""
    is_counter = quantity.unit in ("", COUNT) or unit_of(quantity.unit).unit_class is UnitClass.COUNT
    return None if is_counter else quantity.unit


def _is_restated(citation: Citation, record: StatedRecord, quantities: list[QuantityInText]) -> bool:
    """Whether a source that repeats a figure does so in fewer digits: 32 billion for 32.21 billion."""
    if citation.role is not Role.RESTATED:
        return False
    as_repeated = (
        Quantity(plain(abs(quantity.number)), quantity.power)
        for quantity in quantities
        if _unit_beside(quantity) == record.unit or not _can_be_looked_for(record.unit)
    )
    return any(
        said.precision > record.quantity.precision and said.interval.contains(abs(record.quantity.value))
        for said in as_repeated
    )


def _missing_number(
    citation: Citation, record: StatedRecord, text: str, quantities: list[QuantityInText]
) -> Iterator[Finding]:
    beside = _without(text, quantities)
    is_headed = names_multiplier(beside)
    slip = next(
        (item for item in quantities if _is_slip(record, item) and not _is_open(item, is_headed)), None
    )
    if slip is not None:
        yield finding_in_clause(
            "multiplier-not-in-clause",
            Severity.ERROR,
            citation,
            record,
            stated=as_stated(record),
            said=Amount(abs(slip.value), record.unit, slip.precision),
            **_what_to_write(record, slip),
        )
    elif _leaves_open(record, beside, [item for item in quantities if _is_open(item, is_headed)]):
        if not _is_mentioned(text, record.unit):
            yield _missing_unit(citation, record, None)
    else:
        dates = other_number_spans(_widths_folded(citation.statement))
        contradicts = not is_vague(text) and any(_may_be_figure(quantity, dates) for quantity in quantities)
        yield finding_in_clause(
            "value-not-in-clause",
            Severity.ERROR if contradicts else Severity.WARNING,
            citation,
            record,
            stated=as_stated(record),
        )


def _without(text: str, quantities: list[QuantityInText]) -> str:
    """A text with blanks for the quantities in it."""
    for quantity in quantities:
        end = quantity.start + len(quantity.text)
        text = f"{text[: quantity.start]}{' ' * len(quantity.text)}{text[end:]}"
    return text


def _is_slip(record: StatedRecord, quantity: QuantityInText) -> bool:
    """Whether a number of the clause differs from the record's by a power of ten only."""
    if not same_digits(abs(quantity.value), abs(record.quantity.value)):
        return False
    if unit_of(record.unit).unit_class is UnitClass.COUNT:  # 1.600 firms may be a thousand and six hundred
        is_whole = quantity.value == quantity.value.to_integral_value()
        return is_whole and _unit_beside(quantity) in (record.unit, None)
    return quantity.unit in (record.unit, "") and not (quantity.power and record.unit in _RATES)


def _is_open(quantity: QuantityInText, is_headed: bool) -> bool:
    """Whether a number's multiplier may be where nobody looks: in the head of its table, in a word that no language here has.
    That of a small amount, too, where its sign is before it or the clause names one apart (in billions: $3.2)."""
    if quantity.power or quantity.unit == "" or quantity.has_unit_apart:
        return quantity.power == 0
    is_behind_sign = quantity.end == quantity.number_end
    is_small_amount = unit_of(quantity.unit).is_currency and abs(quantity.number) < _WRITTEN_OUT
    return is_small_amount and (is_behind_sign or is_headed)


def _leaves_open(record: StatedRecord, beside: str, numbers: list[QuantityInText]) -> bool:
    """Whether the clause has the record's digits, and they may mean it: among ``numbers`` whose multiplier is open, or ``beside``
    all that could be read, grouped as no number is or written for machines."""
    wanted = abs(record.quantity.value)
    if any(same_digits(abs(quantity.number), wanted) for quantity in numbers):
        return True
    if any(Decimal(run) == wanted for run in _SCIENTIFIC.findall(beside)):
        return True
    unread = (_SEPARATORS.sub("", run).strip("0") for run in _DIGITS.findall(beside))
    return plain(wanted).replace(".", "").strip("0") in unread


def _what_to_write(record: StatedRecord, slip: QuantityInText) -> dict[str, Any]:
    """The cells that would make the record say what its clause says; empty where a cell is right."""
    digits = f"{'-' if record.quantity.value < 0 else ''}{abs(slip.number):f}"
    power = 0 if record.unit in _RATES else slip.power
    value = digits if Decimal(digits) != Decimal(record.quantity.text) else ""
    unit_mult = str(power) if power != record.quantity.unit_mult else ""
    return {"value": value, "unit_mult": unit_mult, "joint": "joint" if value and unit_mult else ""}


def _may_be_figure(quantity: QuantityInText, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a number written in digits is more than a year, a date or a part of a name."""
    if quantity.in_words or (
        quantity.power == 0 and 1900 <= quantity.number <= 2100 and quantity.unit in ("", COUNT)
    ):
        return False
    return not any(start < quantity.number_end and quantity.start < end for start, end in dates)


def _unit_findings(
    citation: Citation, record: StatedRecord, text: str, matching: list[QuantityInText]
) -> Iterator[Finding]:
    units = {_unit_beside(quantity) for quantity in matching}
    if record.unit == POINTS and PERCENT in units and record.unit not in units:
        yield _against_clause("percent-for-points", Severity.WARNING, citation, record)
    elif record.unit == PERCENT and POINTS in units and record.unit not in units:
        yield _against_clause("points-for-percent", Severity.ERROR, citation, record)
    elif _is_growth(record) and any(is_compared(text, quantity.number_end) for quantity in matching):
        yield _against_clause("comparison-for-growth", Severity.WARNING, citation, record)
    elif record.unit not in units and (None not in units or not _is_mentioned(text, record.unit)):
        can_be_looked_for = _can_be_looked_for(record.unit)
        foreign = sorted(
            unit for unit in units if unit is not None and (can_be_looked_for or _contradicts(unit))
        )
        if foreign or can_be_looked_for:
            yield _missing_unit(citation, record, foreign[0] if foreign else None)


def _contradicts(unit: str) -> bool:
    """Whether a unit contradicts a record whose own unit has no words that could be looked for."""
    return unit_of(unit).is_currency or unit_of(unit).is_rate


def _can_be_looked_for(unit: str) -> bool:
    """Whether a clause must name the unit: not what is merely counted, nor a unit that no language has words for."""
    return has_words_of_unit(unit) and unit != RANK and unit_of(unit).unit_class is not UnitClass.COUNT


def _is_mentioned(text: str, unit: str) -> bool:
    return not _can_be_looked_for(unit) or mentions_unit(text, unit)


def _is_growth(record: StatedRecord) -> bool:
    return isinstance(record, Observation) and record.measure is Measure.GROWTH_YOY


def _against_clause(code: str, severity: Severity, citation: Citation, record: StatedRecord) -> Finding:
    return finding_in_clause(code, severity, citation, record, number=record.quantity.text)


def _missing_unit(citation: Citation, record: StatedRecord, foreign: str | None) -> Finding:
    """A foreign unit beside the number contradicts the record; no unit at all only leaves it open."""
    return finding_in_clause(
        "unit-not-in-clause",
        Severity.ERROR if foreign else Severity.WARNING,
        citation,
        record,
        unit=unit_of(record.unit),
        foreign=unit_of(foreign) if foreign else None,
    )
