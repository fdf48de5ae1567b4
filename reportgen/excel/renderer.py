"""Excel as a renderer: the one object through which packs, audits and refreshes use this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.content import Copy
from reportgen.findings import Finding
from reportgen.messages import FALLBACK
from reportgen.ooxml import Package, document_kinds

if TYPE_CHECKING:
    from reportgen.excel.workbook_filling import ExcelTemplate
    from reportgen.excel.workbook_reading import WorkbookReading


class ExcelRenderer:
    """See :class:`reportgen.renderers.Renderer`. What a call needs is imported when it is made."""

    suffixes = document_kinds.EXCEL
    carries_lineage = True
    copies: tuple[Copy, ...] = ("pdf", "ods")
    has_sheets = True
    has_structure = False

    def require_sound(self, template: bytes, file: str = "") -> None:
        """See the protocol."""
        Package.open_sound(template, file)

    def compile(self, template: bytes) -> ExcelTemplate:
        """A template read once, to be filled with many contexts.

        Raises ``PackageError`` for what is no workbook; mistakes in tags are reported by ``lint`` and ``fill``.
        """
        return _compiled(template)

    def annotate(self, template: bytes, findings: Iterable[Finding], language: str = FALLBACK) -> bytes:
        """The template with a note on each cell that has a finding."""
        from reportgen.excel.annotate import annotate_template

        return annotate_template(template, findings, language)

    def completed(self, document: bytes, name: str, to_pdf: Callable[[bytes], bytes | None]) -> bytes:
        """A workbook shows no page numbers of its own."""
        return document_kinds.as_named(document, name)

    def form_findings(self, document: Any, language: str, *, official: bool) -> list[Finding]:
        return []

    def read(self, document: Package, *, tracked: str = "accepted") -> WorkbookReading:
        """A finished workbook. Workbooks carry no tracked changes that are read."""
        from reportgen.excel.workbook_reading import read_finished

        return read_finished(document)


@lru_cache(maxsize=16)
def _compiled(template: bytes) -> ExcelTemplate:
    """The same bytes are compiled once."""
    from reportgen.excel.workbook_filling import ExcelTemplate

    return ExcelTemplate(template)


EXCEL = ExcelRenderer()
