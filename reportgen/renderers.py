"""The renderers: one object for each document format, chosen by a file's name. A new format is a new object here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Protocol

from reportgen.content import Copy, MarkStyle
from reportgen.rendered import Rendered

if TYPE_CHECKING:
    from reportgen.expressions import UsedName
    from reportgen.findings import Finding
    from reportgen.ooxml.properties import Properties


class CompiledTemplate(Protocol):
    """A template read once, filled as often as there are contexts."""

    def lint(self, context: Mapping[str, Any] | None = None) -> list[Finding]:
        """Every mistake that can be seen without filling; with ``context`` also the names that it lacks."""

    def names(self) -> list[UsedName]:
        """The names of the context that it uses, each with its places. Nothing is filled, mistakes are passed over."""

    def fill(
        self,
        context: Mapping[str, Any],
        *,
        properties: Properties | None = None,
        marks: MarkStyle = "controls",
    ) -> Rendered:
        """Fill it. Raises ``TemplateError`` with every finding; nothing is given back then."""

    def mentions(self, name: str) -> bool:
        """Whether a name stands in one of its tags; never in those of a format that shows no table or chart as a whole."""


class Renderer(Protocol):
    """One document format: what a pack, an audit and a refresh ask of it. All bytes are whole files."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of its files, with the dot and in lower case, the usual one first."""

    @property
    def carries_lineage(self) -> bool:
        """Whether its documents are packages, which can carry marks and lineage. Others are read line by line."""

    @property
    def copies(self) -> tuple[Copy, ...]:
        """What LibreOffice makes of its documents."""

    @property
    def has_structure(self) -> bool:
        """Whether its documents have headings, lists and tables that their PDFs keep (PDF/UA)."""

    @property
    def has_sheets(self) -> bool:
        """Whether its documents are sheets of cells; those of the others are text from top to bottom."""

    def require_sound(self, template: bytes, file: str = "") -> None:
        """Look at all of a template that a person hands in. Raises ``PackageError``, with ``file`` in it, where it is damaged."""

    def compile(self, template: bytes) -> CompiledTemplate:
        """Read a template. Raises ``PackageError`` for a file of another format."""

    def annotate(self, template: bytes, findings: Sequence[Finding], language: str) -> bytes:
        """The template with a comment at the place of each finding."""

    def completed(self, document: bytes, name: str, to_pdf: Callable[[bytes], bytes | None]) -> bytes:
        """A filled document as a file of that name: of its content type, with what only its layout gives (page numbers of a
        table of contents).

        ``to_pdf`` is called only where there is such a thing; it gives ``None`` where nothing here can lay it out.
        """

    def form_findings(self, document: Any, language: str, *, official: bool) -> list[Finding]:
        """Where a document in the language departs from the form of its official documents, or has what only they have.

        ``document`` is the bytes of a template, or what one was filled into.
        """

    def read(self, document: Any, *, tracked: str = "accepted") -> Any:
        """A finished document as people left it, with each place in it. ``tracked``: changes as ``accepted`` or ``rejected``.

        ``document`` is its package; of a format that carries no lineage its bytes, which give ``LineReading``s.
        """


def renderers() -> Iterator[Renderer]:
    """All renderers there are, each loaded when the one before was not meant."""
    from reportgen.word import WORD

    yield WORD
    from reportgen.excel import EXCEL

    yield EXCEL
    from reportgen.text import MARKDOWN, PLAIN_TEXT

    yield MARKDOWN
    yield PLAIN_TEXT


def renderer_for(file: str) -> Renderer | None:
    """The renderer for a file's name or suffix (``brief.docx``, ``.docx``), whatever its case."""
    name = file.lower()
    suffix = PurePosixPath(name).suffix or name
    return next((renderer for renderer in renderers() if suffix in renderer.suffixes), None)


def format_of(template: str, output: str) -> Renderer | None:
    """The format of a template whose output has a name of another format; ``None`` where the two fit."""
    renderer = renderer_for(template)
    return None if renderer is None or renderer_for(output) is renderer else renderer


def usual_suffixes() -> tuple[str, ...]:
    """The usual suffix of each format."""
    return tuple(renderer.suffixes[0] for renderer in renderers())
