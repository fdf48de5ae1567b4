"""Word as a renderer: the one object through which packs, audits and refreshes use this package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.content import Copy
from reportgen.ooxml import document_kinds

if TYPE_CHECKING:
    from reportgen.findings import Finding
    from reportgen.ooxml import Package
    from reportgen.word.document_reading import LocatedDocument
    from reportgen.word.word_template import WordTemplate


class WordRenderer:
    """See :class:`reportgen.renderers.Renderer`. What a call needs is imported when it is made."""

    suffixes = document_kinds.WORD
    carries_lineage = True
    copies: tuple[Copy, ...] = ("pdf",)
    has_sheets = False
    has_structure = True

    def require_sound(self, template: bytes, file: str = "") -> None:
        from reportgen.ooxml import Package

        Package.open_sound(template, file)

    def compile(self, template: bytes) -> WordTemplate:
        from reportgen.word.word_template import read_template

        return read_template(template)

    def annotate(self, template: bytes, findings: Sequence[Finding], language: str) -> bytes:
        from reportgen.word.template_comments import annotate_document

        return annotate_document(template, findings, language)

    def completed(self, document: bytes, name: str, to_pdf: Callable[[bytes], bytes | None]) -> bytes:
        from reportgen.word.pagination import needs_pages, paginate

        document = document_kinds.as_named(document, name)
        if not needs_pages(document):
            return document
        pdf = to_pdf(document)
        return document if pdf is None else paginate(document, pdf)

    def form_findings(self, document: Any, language: str, *, official: bool) -> list[Finding]:
        from reportgen.word.official_form import LANGUAGE, form_findings

        return form_findings(document, official=official) if language == LANGUAGE else []

    def read(self, document: Package, *, tracked: str = "accepted") -> LocatedDocument:
        from reportgen.word.document_reading import View, locate_document

        return locate_document(document, View(tracked))


WORD = WordRenderer()
