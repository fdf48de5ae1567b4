"""Excel as a renderer: the one object through which packs, audits and refreshes use this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.content import Copy, MarkStyle, Rendered
from reportgen.findings import Finding
from reportgen.ooxml import Package, document_kinds

if TYPE_CHECKING:
    from reportgen.excel.workbook_filling import ExcelTemplate
    from reportgen.excel.workbook_reading import WorkbookReading
    from reportgen.expressions import UsedName
    from reportgen.ooxml.properties import Properties


class ExcelRenderer:
    """See :class:`reportgen.renderers.Renderer`. What a call needs is imported when it is made."""

    suffixes = document_kinds.EXCEL
    carries_lineage = True
    copies: tuple[Copy, ...] = ("pdf", "ods")
    has_structure = False

    def require_sound(self, template: bytes, file: str = "") -> None:
        """See the protocol."""
        Package.open_sound(template, file)

    def compile(self, template: bytes) -> ExcelTemplate:
        """A template read once, to be filled with many contexts.

        Raises ``PackageError`` for what is no workbook; mistakes in tags are reported by ``lint`` and ``fill``.
        """
        return _compiled(template)

    def lint(self, template: bytes, context: Mapping[str, Any] | None = None) -> list[Finding]:
        """Every mistake that can be seen without filling: tags, blocks, names that ``context`` lacks, charts nothing feeds."""
        from reportgen.excel.lint import lint_template

        return lint_template(self.compile(template), context)

    def names(self, template: bytes) -> list[UsedName]:
        """The names of the context that a template uses, each with its places."""
        from reportgen.excel.lint import names_in

        return names_in(self.compile(template))

    def fill(
        self,
        template: bytes,
        context: Mapping[str, Any],
        *,
        properties: Properties | None = None,
        marks: MarkStyle = "controls",
        cached_values: bool = True,
    ) -> Rendered:
        """Fill a template. Raises ``PackageError`` for what is no workbook, ``TemplateError`` with every finding.

        ``marks="none"`` leaves out the hidden names and lists that let audit and refresh find each figure's cell;
        ``cached_values=False`` leaves the values of formulas to Excel.
        """
        return self.compile(template).fill(
            context, properties=properties, marks=marks, cached_values=cached_values
        )

    def annotate(self, template: bytes, findings: Iterable[Finding], language: str = "en") -> bytes:
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
