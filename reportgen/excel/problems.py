"""What is wrong in a template, collected as findings with sheet, cell, its text and the nearest valid name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from reportgen.errors import TemplateError
from reportgen.expressions import (
    Mistake,
)
from reportgen.expressions.not_shown import UNDEFINED_USED, failed
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml.addresses import column_letters
from reportgen.record import Record, field

_SHOWN_TEXT = 120


class CellPlace(Record):
    """A cell of a template sheet; row 0 stands for the sheet as a whole (its name, its header)."""

    sheet: str
    row: int = 0
    column: int = 0
    text: str = ""

    def to_place(self) -> Place:
        short = self.text if len(self.text) <= _SHOWN_TEXT else self.text[: _SHOWN_TEXT - 1] + "…"
        return Place(
            sheet=self.sheet or None,
            row=self.row or None,
            column=column_letters(self.column) if self.column else None,
            text=short or None,
        )


class PlanMistakes(Exception):  # noqa: N818 (it is caught and becomes findings)
    """Mistakes that only show once the columns are in place."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("mistakes in the plan")


class Problems(Struct):
    """All findings of one fill or lint, in the order they were met; the same one is kept once."""

    findings: list[Finding] = field(default_factory=list)
    _seen: set[tuple[Any, Place]] = field(default_factory=set)

    def add(
        self,
        code: str,
        place: CellPlace,
        severity: Severity = Severity.ERROR,
        *,
        variant: str = "",
        **parameters: Any,
    ) -> None:
        self.extend([Finding(code, severity, place=place.to_place(), variant=variant, **parameters)])

    def mistake(self, mistake: Mistake | None, place: CellPlace) -> None:
        """Add what is wrong with a tag, if anything is."""
        if mistake is not None:
            self.put(mistake.finding, place)

    def put(self, finding: Finding, place: CellPlace) -> None:
        """Add a finding that has no place yet."""
        self.extend([finding.with_(place=place.to_place())])

    def extend(self, findings: Iterable[Finding]) -> None:
        for found in findings:
            if (found, found.place) not in self._seen:
                self._seen.add((found, found.place))
                self.findings.append(found)

    def explain(self, findings: Iterable[Finding]) -> None:
        """Add what was found by looking; it takes the place of what merely failed in the same cell."""
        explained = list(findings)
        places = {found.place for found in explained}
        self.findings = [
            found for found in self.findings if found.code != UNDEFINED_USED or found.place not in places
        ]
        self.extend(explained)

    def raise_errors(self) -> None:
        """Raise one ``TemplateError`` with everything, where any finding is an error."""
        errors = [found for found in self.findings if found.severity is Severity.ERROR]
        if not errors:
            return
        first, more = errors[0], len(errors) - 1
        code = "excel.mistakes" if more else "excel.mistake"
        raise TemplateError(Message(code, first=first, more=more), self.findings)

    def failed(self, place: CellPlace, error: Exception, context: Mapping[str, Any]) -> None:
        """Add what an expression says that failed while it was worked out, after what it follows from."""
        found, causes = failed(error, context)
        self.extend(causes)
        self.put(found, place)
