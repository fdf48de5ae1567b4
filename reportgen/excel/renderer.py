"""Excel as a renderer: the one object through which packs, audits and refreshes use this package."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reportgen import excel
from reportgen.content import Lineage, MarkStyle, Rendered
from reportgen.findings import Finding

if TYPE_CHECKING:
    from reportgen.excel.template import ExcelTemplate
    from reportgen.ooxml import Package
    from reportgen.ooxml.properties import Properties


class ExcelRenderer:
    """See :class:`reportgen.renderers.Renderer`."""

    suffixes = (".xlsx", ".xlsm", ".xltx", ".xltm")

    def compile(self, template: bytes) -> ExcelTemplate:
        return excel.compile_template(template)

    def lint(self, template: bytes, context: Mapping[str, Any] | None = None) -> list[Finding]:
        return excel.lint(template, context)

    def fill(
        self,
        template: bytes,
        context: Mapping[str, Any],
        *,
        lineage: Lineage | None = None,
        properties: Properties | None = None,
        marks: MarkStyle = "controls",
    ) -> Rendered:
        return self.compile(template).fill(context, lineage=lineage, properties=properties, marks=marks)

    def annotate(self, template: bytes, findings: Sequence[Finding], language: str) -> bytes:
        return excel.annotate(template, findings, language)

    def paginate(self, document: bytes, to_pdf: Callable[[bytes], bytes | None]) -> bytes:
        """A workbook shows no page numbers of its own."""
        return document

    def read(self, document: Package, *, tracked: str = "accepted") -> Any:
        """Workbooks carry no tracked changes that are read."""
        from reportgen.excel.reading import read_finished

        return read_finished(document)


EXCEL = ExcelRenderer()
