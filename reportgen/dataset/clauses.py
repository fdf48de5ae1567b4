"""Does a citation's clause hold the number it is cited for: value, multiplier, unit, qualifier?

The rules know the words for numbers and units, in English and Chinese, and nothing of any article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.dataset.clause_qualifiers import qualifier_finding
from reportgen.dataset.findings import error, warning
from reportgen.dataset.number_words import (
    UNITS_AFTER,
    NumberInText,
    folded,
    mentions_unit,
    numbers_in,
    says_otherwise,
    unit_beside,
)
from reportgen.dataset.raw import at
from reportgen.dataset.records import Citation, Dataset, Measure, Observation, Role, Target
from reportgen.dataset.wording import amount, as_stated, unit_name
from reportgen.findings import Finding, Place, Severity
from reportgen.values import Quantity, plain

_COMPARED = re.compile(
    r"\s*(?:%|percent|per cent)\s+(?:higher|lower|above|below|faster|slower|more|less)\s+than\s+"
    r"(?!(?:(?:in|that of|the|a|last|same|previous|corresponding|year|period|of|from)\s+)*(?:year|period|20\d\d|\d{4}|before|earlier))"
)
_OTHER_UNITS = ("CNY", "USD", "EUR", "percent", "percentage_points")
_RATES = ("percent", "percentage_points", "rank")
"""Units of numbers that are written as they are printed, without a multiplier."""

Record = Observation | Target


def check_clauses(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each citation whose clause does not hold the figure's value, multiplier or unit.

    Where all the clauses of a figure agree against it, the figure is wrong and there is one finding. Records whose
    unit is not known, because their indicator is not, are passed over.
    """
    for subject, citations in dataset.citations_by_subject.items():
        record = dataset.observations.get(subject) or dataset.targets.get(subject)
        if record is None or not record.unit or has_multiplier_of_rate(record):
            continue
        found = [list(_clause_findings(citation, record)) for citation in citations if citation.statement]
        yield from _joint_finding(record, found) or [finding for findings in found for finding in findings]


def subject_of(record: Record) -> str:
    """The id by which a record is cited."""
    return record.obs_id if isinstance(record, Observation) else record.target


def has_multiplier_of_rate(record: Record) -> bool:
    """Whether a percentage, a difference in points or a rank counts in millions or the like."""
    return record.unit in _RATES and record.quantity.unit_mult != 0


def _joint_finding(record: Record, found: list[list[Finding]]) -> list[Finding]:
    """The one finding that stands for those of several clauses, at the record's own row; empty if they differ."""
    codes = {finding.code for findings in found for finding in findings}
    if len(found) < 2 or len(codes) != 1 or not all(found) or found[0][0].severity is not Severity.ERROR:
        return []
    place = record.place
    is_unit = "unit" in codes.pop()
    column, text = ("unit", record.unit) if is_unit else ("value", record.quantity.text)
    return [replace(found[0][0], place=at(place, place.row, column, text))]


def _clause_findings(citation: Citation, record: Record) -> Iterator[Finding]:
    text = folded(citation.statement)
    numbers = numbers_in(text)
    sought = abs(record.quantity.value)
    matching = [number for number in numbers if number.value == sought]
    if matching:
        yield from _unit_findings(citation, record, text, matching)
        if finding := qualifier_finding(citation, record, text, matching):
            yield finding
    elif not says_otherwise(text, sought) and not _is_restated(citation, record, text, numbers):
        yield _missing_number(citation, record, text, numbers)


def _is_restated(citation: Citation, record: Record, text: str, numbers: list[NumberInText]) -> bool:
    """Whether a source that repeats a figure does so in fewer digits: 32 billion for 32.21 billion."""
    if citation.role is not Role.RESTATED:
        return False
    as_repeated = (
        Quantity(plain(number.digits), number.power)
        for number in numbers
        if unit_beside(text, number) == record.unit or record.unit not in UNITS_AFTER
    )
    return any(
        said.precision > record.quantity.precision and said.interval.contains(abs(record.quantity.value))
        for said in as_repeated
    )


def _missing_number(citation: Citation, record: Record, text: str, numbers: list[NumberInText]) -> Finding:
    stated, place = as_stated(record), _place(citation)
    slip = _slip(record, text, numbers)
    if slip is not None:
        said = amount(slip.value, record.unit, int(slip.digits.as_tuple().exponent) + slip.power)
        return error(
            "multiplier-not-in-clause",
            place,
            (
                f"“{citation.subject}” is recorded as {stated.en}, but its clause says {said.en}.",
                f"“{citation.subject}”记为{stated.zh}，而其引文为{said.zh}。",
            ),
            _what_to_write(record, slip),
            citation.subject,
        )
    contradicts = any(_may_be_figure(text, number) for number in numbers)
    return (error if contradicts else warning)(
        "value-not-in-clause",
        place,
        (
            f"“{citation.subject}” is recorded as {stated.en}, but its clause does not contain that number.",
            f"“{citation.subject}”记为{stated.zh}，但其引文中没有这个数。",
        ),
        ("Correct the value, or quote the words that hold it.", "请更正数值，或引用含有该数值的原文。"),
        citation.subject,
    )


def _slip(record: Record, text: str, numbers: list[NumberInText]) -> NumberInText | None:
    """A number of the clause in the record's unit that differs from the record's by a power of ten only."""
    wanted = abs(record.quantity.value)
    for number in numbers:
        if unit_beside(text, number) in (record.unit, None) and _same_digits(number.value, wanted):
            return number
    return None


def _same_digits(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ by a power of ten only."""
    return bool(one and other) and one.normalize().as_tuple().digits == other.normalize().as_tuple().digits


def _what_to_write(record: Record, slip: NumberInText) -> tuple[str, str]:
    """The cells that would make the record say what its clause says."""
    digits = f"{'-' if record.quantity.value < 0 else ''}{slip.digits}"
    power = 0 if record.unit in _RATES else slip.power
    cells = []
    if Decimal(digits) != Decimal(record.quantity.text):
        cells.append((digits, "value"))
    if power != record.quantity.unit_mult:
        cells.append((str(power), "unit_mult"))
    en = " and ".join(f"{text} in the column “{column}”" for text, column in cells)
    zh = "，".join(f"在“{column}”列填写{text}" for text, column in cells)
    return f"Write {en}.", f"请{zh}。"


def _may_be_figure(text: str, number: NumberInText) -> bool:
    """Whether a number written in digits is more than a year or a part of a name."""
    if not text[number.start].isdigit():
        return False
    return not (number.power == 0 and 1900 <= number.digits <= 2100 and unit_beside(text, number) is None)


def _unit_findings(
    citation: Citation, record: Record, text: str, matching: list[NumberInText]
) -> Iterator[Finding]:
    units = {unit_beside(text, number) for number in matching}
    if record.unit == "percentage_points" and "percent" in units and record.unit not in units:
        yield _percent_for_points(citation, record)
    elif record.unit == "percent" and "percentage_points" in units and record.unit not in units:
        yield _points_for_percent(citation, record)
    elif _is_growth(record) and any(_COMPARED.match(text, number.end) for number in matching):
        yield _comparison_for_growth(citation, record)
    elif record.unit not in units and (None not in units or not mentions_unit(text, record.unit)):
        known = UNITS_AFTER if record.unit in UNITS_AFTER else _OTHER_UNITS
        foreign = sorted(unit for unit in units if unit is not None and unit in known)
        if foreign or record.unit in UNITS_AFTER:
            yield _missing_unit(citation, record, foreign[0] if foreign else None)


def _is_growth(record: Record) -> bool:
    return isinstance(record, Observation) and record.measure is Measure.GROWTH_YOY


def _place(citation: Citation) -> Place:
    return at(citation.place, citation.place.row, "statement", citation.statement)


def _percent_for_points(citation: Citation, record: Record) -> Finding:
    number = record.quantity.text
    return warning(
        "percent-for-points",
        _place(citation),
        (
            f"The source writes {number}% where a difference between two rates is meant, that is {number} percentage points.",
            f"来源写作{number}%，实为两个速度之差，应为{number}个百分点。",
        ),
        (
            "Keep it as a difference in percentage points; ask the source if it may be a ratio of the two rates.",
            "按百分点之差使用；若可能是两个速度之比，请向来源核实。",
        ),
        citation.subject,
    )


def _points_for_percent(citation: Citation, record: Record) -> Finding:
    number = record.quantity.text
    return error(
        "points-for-percent",
        _place(citation),
        (
            f"“{citation.subject}” is recorded as {number}%, but its clause speaks of {number} percentage points.",
            f"“{citation.subject}”记为{number}%，而其引文说的是{number}个百分点。",
        ),
        (
            "Record it as difference_pp with the base it is compared with.",
            "请改记为difference_pp，并填写比较的对象。",
        ),
        citation.subject,
    )


def _comparison_for_growth(citation: Citation, record: Record) -> Finding:
    number = record.quantity.text
    return warning(
        "comparison-for-growth",
        _place(citation),
        (
            f"“{citation.subject}” is recorded as growth of {number}%, but its clause compares it with something other than an earlier period.",
            f"“{citation.subject}”记为增长{number}%，而其引文是与其他对象而不是与往期相比。",
        ),
        (
            "If it is a difference between two rates, record it as difference_pp with its base_area or base_indicator.",
            "若为两个速度之差，请改记为difference_pp，并填写base_area或base_indicator。",
        ),
        citation.subject,
    )


def _missing_unit(citation: Citation, record: Record, foreign: str | None) -> Finding:
    """A foreign unit beside the number contradicts the record; no unit at all only leaves it open."""
    name = unit_name(record.unit)
    said_en = f"gives it in {unit_name(foreign).en}" if foreign else "has no word for that unit"
    said_zh = f"的单位是{unit_name(foreign).zh}" if foreign else "中没有这个单位"
    return (error if foreign else warning)(
        "unit-not-in-clause",
        _place(citation),
        (
            f"“{citation.subject}” is recorded in {name.en}, but its clause {said_en}.",
            f"“{citation.subject}”的单位记为{name.zh}，而其引文{said_zh}。",
        ),
        ("Correct the unit, or quote the words that hold it.", "请更正单位，或引用含有该单位的原文。"),
        citation.subject,
    )
