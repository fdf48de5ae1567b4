"""What :mod:`reportgen.word.locating` finds in a part: paragraphs, tables and text, each with its place in the XML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from reportgen.record import Record, field, replace

SpanKind = Literal["text", "figure", "link", "object", "field"]
AtomKind = Literal["text", "character", "object", "field"]


class XmlRun(Struct):
    """A run: the span of its element, the XML of its properties, and whether it is hidden text."""

    start: int
    properties: str = ""
    end: int = 0
    is_hidden: bool = False


class Holder(Struct, eq=False):
    """A figure's mark (``name`` is the figure's key) or a link inside the document (``name`` is its anchor).

    ``name_at`` is where the name is in the XML, or belongs where a mark lost its key (``is_keyless``), written as
    ``name_as`` (see :mod:`reportgen.word.figure_marks`).
    """

    kind: Literal["figure", "link"]
    name: str
    start: int
    name_at: tuple[int, int]
    name_as: str = "{}"
    end: int = 0
    is_between: bool = False
    """Between two elements of its own, which need not nest with others."""
    is_keyless: bool = False
    paragraphs: int = 0
    """How many paragraphs it goes around as a whole: none within a line. A mark of several marks none."""
    is_filled: bool = False
    """Whether it holds text."""
    is_changed: bool = False
    """Whether a tracked change is in it."""
    holds_mark: bool = False
    """Of nested marks the innermost counts."""

    @property
    def is_shown(self) -> bool:
        """Whether it holds something as a whole: controls of other kinds do not."""
        return bool(self.name or self.is_keyless) and self.paragraphs < 2 and not self.holds_mark


class Atom(Struct):
    """A text element, an element that stands for one character, a drawing or the like (``object``), or the beginning of a
    ``field``. ``start`` and ``end`` are of the text inside ``w:t``, of the whole element for the others; ``opening`` is where
    the element begins.

    ``field`` is the field whose result it is part of, the outermost by its name; ``?`` in an instruction.
    """

    text: str
    start: int
    end: int
    opening: int
    run: XmlRun | None
    holder: Holder | None = None
    kind: AtomKind = "text"
    field: str = ""
    is_hidden: bool = False
    """Hidden text, or what is written above a word to say how it is read."""

    @property
    def is_text(self) -> bool:
        return self.kind == "text"

    def at(self, xml: str, offset: int) -> int:
        """Where the character ``offset`` of the text is in the XML."""
        position = self.start
        for _ in range(offset):
            position = xml.index(";", position) + 1 if xml[position] == "&" else position + 1
        return position


class Span(Struct):
    """A stretch of a paragraph: plain text, or a figure, link, object or field as a whole."""

    kind: SpanKind
    text: str
    name: str = ""
    atoms: list[Atom] = field(default_factory=list)
    holder: Holder | None = None
    role: str = ""
    """What a figure is wherever its period moves: its name, where nothing else is said."""

    @property
    def match(self) -> str:
        return self.role or self.name

    @property
    def look(self) -> str:
        """The properties of its first run."""
        return self.atoms[0].run.properties if self.atoms and self.atoms[0].run else ""


class ChartReference(Record):
    """A chart that is drawn in a paragraph: its relationship, its alternative text, and where that is in the XML."""

    id: str
    alt_text: str = ""
    alt_at: tuple[int, int] | None = None


class Paragraph(Struct):
    """A paragraph; ``number`` counts from 1 through the part. ``content`` is where its runs begin."""

    number: int = 0
    start: int = 0
    end: int = 0
    content: int = 0
    style: str = ""
    atoms: list[Atom] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    row: int | None = None
    cell: int | None = None
    is_copy: bool = False
    """In the copy of a text box that is kept for old readers."""
    is_boxed: bool = False
    """In a text box."""
    is_left_out: bool = False
    """Nothing that a reader sees: the rule above footnotes, or what this view of tracked changes leaves out."""
    mark_left_out: bool = False
    """Whether this view leaves out the paragraph mark."""
    bookmarks: list[str] = field(default_factory=list)
    """The names of the bookmarks that begin in it."""
    equations: list[str] = field(default_factory=list)
    charts: list[ChartReference] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans if span.kind not in ("object", "field"))

    @property
    def keys(self) -> list[str]:
        return [span.name for span in self.spans if span.kind == "figure"]

    @property
    def unseen(self) -> list[str]:
        """Text that its reading leaves out: the hidden text in one piece, then each equation."""
        hidden = "".join(
            atom.text for atom in self.atoms if atom.is_text and atom.run is not None and atom.run.is_hidden
        )
        return [text for one in (hidden, *self.equations) if (text := one.strip())]


class Cell(Struct):
    """A cell; ``columns``: how many of the grid it goes over."""

    start: int = 0
    end: int = 0
    blocks: list[Block] = field(default_factory=list)
    columns: int = 1


class XmlRow(Struct):
    """A row; ``number`` counts from 1, rows that this view of tracked changes leaves out included."""

    start: int = 0
    end: int = 0
    cells: list[Cell] = field(default_factory=list)
    number: int = 0
    is_head: bool = False


class XmlTable(Struct):
    """A table; ``number`` counts from 1 through the part."""

    start: int = 0
    end: int = 0
    rows: list[XmlRow] = field(default_factory=list)
    number: int = 0


Block = Paragraph | XmlTable


def spans_of(atoms: Sequence[Atom]) -> list[Span]:
    """The atoms of a paragraph as spans, those that people edit: what fields show is the field's."""
    spans: list[Span] = []
    for atom in atoms:
        if atom.holder is not None and not atom.holder.is_shown:
            atom.holder = None
        if atom.field:
            continue
        holder = atom.holder if atom.kind in ("text", "character") else None
        kind: SpanKind = holder.kind if holder else atom.kind if atom.kind in ("object", "field") else "text"
        joins = spans and spans[-1].kind == kind and spans[-1].holder is holder
        if joins and kind not in ("object", "field"):
            spans[-1].text += atom.text
            spans[-1].atoms.append(atom)
        elif atom.text or holder is not None:
            spans.append(Span(kind, atom.text, holder.name if holder else "", [atom], holder))
    return [span for span in spans if span.text or span.kind == "figure"]


def paragraphs_of(blocks: list[Block]) -> list[Paragraph]:
    """All paragraphs, those in tables too, in document order."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            for row in block.rows:
                for cell in row.cells:
                    found += paragraphs_of(cell.blocks)
    return found


def without_empty_figures(blocks: list[Block]) -> list[Block]:
    """The same blocks without the marks that hold nothing any more."""
    return [
        replace(block, spans=[span for span in block.spans if span.text])
        if isinstance(block, Paragraph)
        else replace(block, rows=[_without_empty(row) for row in block.rows])
        for block in blocks
    ]


def _without_empty(row: XmlRow) -> XmlRow:
    return replace(
        row, cells=[replace(cell, blocks=without_empty_figures(cell.blocks)) for cell in row.cells]
    )
