"""Texts as renderers: the objects through which packs and audits use this package, one for each way of writing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.content import Copy
from reportgen.findings import Finding
from reportgen.language import language
from reportgen.ooxml.guard import reading_of
from reportgen.rendered import LineReading
from reportgen.text.encoding import decoded
from reportgen.text.markdown import Markdown
from reportgen.text.plain_text import PlainText
from reportgen.text.text_template import TextTemplate
from reportgen.text.writing import Writing

if TYPE_CHECKING:
    from reportgen.findings import Finding


class TextRenderer:
    """See :class:`reportgen.renderers.Renderer`. ``writing`` is how links, notes and tables are written."""

    carries_lineage = False
    copies: tuple[Copy, ...] = ()
    has_sheets = False
    has_structure = False

    def __init__(self, suffixes: tuple[str, ...], writing: Writing) -> None:
        self.suffixes, self._writing = suffixes, writing
        self._compiled = lru_cache(maxsize=16)(lambda template: TextTemplate(template, writing))

    def require_sound(self, template: bytes, file: str = "") -> None:
        with reading_of(file):
            decoded(template)

    def compile(self, template: bytes) -> TextTemplate:
        return self._compiled(template)

    def annotate(self, template: bytes, findings: Sequence[Finding], language: str) -> bytes:
        return annotated_text(template, findings, language)

    def completed(self, document: bytes, name: str, to_pdf: Callable[[bytes], bytes | None]) -> bytes:
        return document

    def form_findings(self, document: Any, language: str, *, official: bool) -> list[Finding]:
        return []

    def read(self, document: Any, *, tracked: str = "accepted") -> tuple[LineReading, ...]:
        return tuple(
            self._writing.line(number, line) for number, line in enumerate(decoded(document).lines, 1)
        )


MARKDOWN = TextRenderer((".md",), Markdown())
PLAIN_TEXT = TextRenderer((".txt",), PlainText())


_END = "#}"


def annotated_text(template: bytes, findings: Sequence[Finding], code: str) -> bytes:
    """The text with what is wrong and what to do at each place. Findings without a line are left to the list."""
    file = decoded(template)
    comments: dict[int, list[str]] = {}
    for finding in findings:
        if finding.place.line is not None:
            said = f"{language(code).what(finding)} {language(code).remedy(finding)}".strip()
            comments.setdefault(finding.place.line, []).append(f"{{# {said.replace(_END, '# }')} {_END}")
    lines = file.text.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    made = (
        "".join(f"{comment}{end}" for comment in comments.get(number, ())) + line
        for number, line in enumerate(lines, start=1)
    )
    return file.encoded("".join(made))
