"""The issue date: the day on which a document is signed and sent (成文日期), held against what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.findings import Finding, Place, Severity
from reportgen.toml_keys import PACK_FILE

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition


def issued_too_early(definition: PackDefinition) -> list[Finding]:
    """A finding where a pack says that it was issued before its cut-off date, or before the end of its period."""
    issued = definition.issue_date
    if definition.stated_issue_date is None or issued >= max(definition.cut_off, definition.period.end):
        return []
    before_cut_off = issued < definition.cut_off
    finding = Finding(
        "issued-too-early",
        Severity.ERROR if before_cut_off else Severity.WARNING,
        place=Place(PACK_FILE, text="issue_date"),
        variant="" if before_cut_off else "period",
        issued=issued,
        cut_off=definition.cut_off,
        period=str(definition.period),
        end=definition.period.end,
        following="{ day = 20 }",
    )
    return [finding]
