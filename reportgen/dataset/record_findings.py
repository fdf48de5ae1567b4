"""Findings about records: where they are, which series they belong to and what they are about follows from the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportgen.dataset.records import Citation, Observation, Target
from reportgen.findings import Finding, Place, Severity

StatedRecord = Observation | Target


def subject_of(record: StatedRecord) -> str:
    """The id by which a record is cited."""
    return record.obs_id if isinstance(record, Observation) else record.target


def value_cell(record: StatedRecord) -> Place:
    """The cell of the table that holds the value of a record."""
    return record.place.cell("value", record.quantity.text)


def finding_about(
    code: str,
    severity: Severity,
    records: Sequence[StatedRecord],
    *,
    at: StatedRecord | None = None,
    place: Place | None = None,
    **parameters: Any,
) -> Finding:
    """A finding about records, at the value of the first of them, or of the one ``at``; ``place``: at another cell of it."""
    own = at or records[0]
    subjects = map(subject_of, records)
    place = place or value_cell(own)
    return Finding(code, severity, place=place, subjects=subjects, series=own.series, **parameters)


def finding_in_clause(
    code: str, severity: Severity, citation: Citation, record: StatedRecord, **parameters: Any
) -> Finding:
    """A finding about what a source says of a record, at its words."""
    return Finding(
        code, severity, place=citation.place.cell("statement", citation.statement), subjects=(citation.subject,),
        series=record.series, subject=citation.subject, **parameters,
    )  # fmt: skip
