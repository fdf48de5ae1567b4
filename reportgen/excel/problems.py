"""What goes wrong in a template, said with sheet, cell, the text that stands there and the nearest valid name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reportgen.errors import TemplateError
from reportgen.findings import Finding, Place, Severity
from reportgen.language import sentence_of
from reportgen.messages import Bilingual, Words
from reportgen.ooxml.addresses import column_letters

UNDEFINED_USED = "undefined-used"
_SHOWN_TEXT = 120


@dataclass(frozen=True, slots=True)
class CellPlace:
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


@dataclass(slots=True)
class Problems:
    """All findings of one fill or lint, in the order they were met; the same one is kept once."""

    findings: list[Finding] = field(default_factory=list)
    _seen: set[tuple[Any, Place]] = field(default_factory=set)

    def add(
        self,
        code: str,
        place: CellPlace,
        what: Words,
        remedy: Words,
        severity: Severity = Severity.ERROR,
    ) -> None:
        found = Finding(code, severity, what, remedy, place.to_place())
        if (found, found.place) not in self._seen:
            self._seen.add((found, found.place))
            self.findings.append(found)

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
        en, zh = sentence_of(first, "en"), sentence_of(first, "zh")
        if more:
            en += f" ({more} more {'place' if more == 1 else 'places'} to look at.)"
            zh += f"（另有{more}处。）"
        raise TemplateError(Bilingual(en, zh), self.findings)
