"""Does a record carry the qualifier that its clause puts beside the number? "Almost 20 billion" is not 20 billion."""

from __future__ import annotations

from reportgen.dataset.record_findings import finding_in_clause
from reportgen.dataset.records import Citation, Observation, Target
from reportgen.findings import Finding, Severity
from reportgen.language.number_reader import QuantityInText
from reportgen.values import Qualifier

_SAME = (
    {Qualifier.GT, Qualifier.GE},
    {Qualifier.LT, Qualifier.LE},
)
"""Sources do not tell "over" from "at least"; nor does this check."""
_WEAK = {Qualifier.ABOUT, Qualifier.LE}
"""What leaves a plain number nearly true, or may mean it: "was up to 33 billion" often says no more than "was"."""


def qualifier_finding(
    citation: Citation, record: Observation | Target, matching: list[QuantityInText]
) -> Finding | None:
    """A finding where the clause qualifies the number otherwise than the record does."""
    said = {quantity.qualifier for quantity in matching}
    recorded = _recorded(record)
    if any(_agree(word, qualifier) for word in said for qualifier in recorded):
        return None
    word, taken = min(said), min(recorded)
    if word is Qualifier.EQ:
        return _not_in_clause(citation, record, taken) if isinstance(record, Observation) else None
    return finding_in_clause(
        "qualifier-not-taken",
        Severity.WARNING if word in _WEAK else Severity.ERROR,
        citation,
        record,
        said=next(quantity.qualifier_words for quantity in matching if quantity.qualifier is word),
        recorded=taken,
        code_to_write=word.value,
        column="qualifier" if isinstance(record, Observation) else "operator",
    )


def _recorded(record: Observation | Target) -> set[Qualifier]:
    """What the record says; a target's operator is a qualifier, and "about" may be beside it."""
    if isinstance(record, Observation):
        return {record.quantity.qualifier}
    operator = Qualifier(record.operator)
    if record.quantity.qualifier is not Qualifier.EQ:
        return {operator, record.quantity.qualifier}
    return {operator}


def _agree(said: Qualifier, recorded: Qualifier) -> bool:
    return said is recorded or any({said, recorded} <= alike for alike in _SAME)


def _not_in_clause(citation: Citation, record: Observation, recorded: Qualifier) -> Finding:
    return finding_in_clause("qualifier-not-in-clause", Severity.NOTE, citation, record, recorded=recorded)
