"""Does a citation's clause hold the number it is cited for: value, multiplier, unit, qualifier?

The rules know the words for numbers and units, in English and Chinese, and nothing of any article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.dataset.clause_qualifiers import qualifier_finding
from reportgen.dataset.findings import warning
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
from reportgen.dataset.records import Citation, Dataset, Measure, Observation, Target
from reportgen.dataset.wording import amount, as_stated, unit_words
from reportgen.errors import Finding, Place

_COMPARED = re.compile(
    r"\s*(?:%|percent|per cent)\s+(?:higher|lower|above|below|faster|slower|more|less)\s+than\s+"
    r"(?!(?:(?:in|that of|the|a|last|same|previous|corresponding|year|period|of|from)\s+)*(?:year|period|20\d\d|\d{4}|before|earlier))"
)
_OTHER_UNITS = ("CNY", "USD", "EUR", "percent", "percentage_points")


def check_clauses(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each citation whose clause does not hold the figure's value, multiplier or unit."""
    for citation in dataset.citations:
        record = dataset.observations.get(citation.subject) or dataset.targets.get(citation.subject)
        if record is not None and citation.statement:
            yield from _clause_findings(citation, record)


def _clause_findings(citation: Citation, record: Observation | Target) -> Iterator[Finding]:
    text = folded(citation.statement)
    numbers = numbers_in(text)
    sought = abs(record.quantity.value)
    matching = [number for number in numbers if number.value == sought]
    if matching:
        yield from _unit_findings(citation, record, text, matching)
        if finding := qualifier_finding(citation, record, text, matching):
            yield finding
    elif not says_otherwise(text, sought):
        yield _missing_number(citation, record, numbers)


def _missing_number(citation: Citation, record: Observation | Target, numbers: list[NumberInText]) -> Finding:
    stated, place = as_stated(record), _place(citation)
    slip = next(
        (number for number in numbers if _same_digits(number.value, abs(record.quantity.value))), None
    )
    if slip is not None:
        said = amount(slip.value, record.unit, int(slip.digits.as_tuple().exponent) + slip.power)
        return warning(
            "multiplier-not-in-clause",
            place,
            (
                f"“{citation.subject}” is recorded as {stated.en}, but its clause says {said.en}.",
                f"“{citation.subject}”记为{stated.zh}，而其引文为{said.zh}。",
            ),
            ("Correct unit_mult (9 for billion, 8 for 亿).", "请更正unit_mult（十亿为9，亿为8）。"),
            citation.subject,
        )
    return warning(
        "value-not-in-clause",
        place,
        (
            f"“{citation.subject}” is recorded as {stated.en}, but its clause does not contain that number.",
            f"“{citation.subject}”记为{stated.zh}，但其引文中没有这个数。",
        ),
        ("Correct the value, or quote the words that hold it.", "请更正数值，或引用含有该数值的原文。"),
        citation.subject,
    )


def _same_digits(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ by a power of ten only."""
    return bool(one and other) and one.normalize().as_tuple().digits == other.normalize().as_tuple().digits


def _unit_findings(
    citation: Citation, record: Observation | Target, text: str, matching: list[NumberInText]
) -> Iterator[Finding]:
    units = {unit_beside(text, number) for number in matching}
    if record.unit == "percentage_points" and "percent" in units and record.unit not in units:
        yield _percent_for_points(citation, record)
    elif record.unit == "percent" and "percentage_points" in units and record.unit not in units:
        yield _points_for_percent(citation, record)
    elif _is_growth(record) and any(_COMPARED.match(text, number.end) for number in matching):
        yield _comparison_for_growth(citation, record)
    elif record.unit not in units and (None not in units or not mentions_unit(text, record.unit)):
        foreign = sorted(unit for unit in units if unit in _OTHER_UNITS)
        if foreign or record.unit in UNITS_AFTER:
            yield _missing_unit(citation, record, foreign[0] if foreign else None)


def _is_growth(record: Observation | Target) -> bool:
    return isinstance(record, Observation) and record.measure is Measure.GROWTH_YOY


def _place(citation: Citation) -> Place:
    return at(citation.place, citation.place.row, "statement", citation.statement)


def _percent_for_points(citation: Citation, record: Observation | Target) -> Finding:
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


def _points_for_percent(citation: Citation, record: Observation | Target) -> Finding:
    number = record.quantity.text
    return warning(
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


def _comparison_for_growth(citation: Citation, record: Observation | Target) -> Finding:
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


def _missing_unit(citation: Citation, record: Observation | Target, foreign: str | None) -> Finding:
    en, zh = (
        words.strip() or record.unit for words in (unit_words(record.unit).en, unit_words(record.unit).zh)
    )
    said_en = f"gives it in {unit_words(foreign).en.strip()}" if foreign else "has no word for that unit"
    said_zh = f"的单位是{unit_words(foreign).zh}" if foreign else "中没有这个单位"
    return warning(
        "unit-not-in-clause",
        _place(citation),
        (
            f"“{citation.subject}” is recorded in {en}, but its clause {said_en}.",
            f"“{citation.subject}”的单位记为{zh}，而其引文{said_zh}。",
        ),
        ("Correct the unit, or quote the words that hold it.", "请更正单位，或引用含有该单位的原文。"),
        citation.subject,
    )
