"""What :mod:`reportgen.word.locating` finds in a part: paragraphs, tables and text, each with its place in the XML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SpanKind = Literal["text", "figure", "link", "object", "field"]


@dataclass(slots=True)
class Run:
    """A run: the span of its element and the XML of its properties."""

    start: int
    properties: str = ""
    end: int = 0


@dataclass(slots=True)
class Holder:
    """A figure's mark (``name`` is the figure's key) or a link inside the document (``name`` is its anchor).

    ``name_at`` is where the name stands in the XML. A mark that lost its key has an empty ``name``, and ``key_missing_at`` is
    where the key belongs (see :mod:`reportgen.word.figure_marks`).
    """

    kind: Literal["figure", "link"]
    name: str
    start: int
    name_at: tuple[int, int]
    end: int = 0
    key_missing_at: int = 0
    is_between: bool = False
    """Between two elements of its own, which need not nest with others."""

    @property
    def is_shown(self) -> bool:
        """Whether it holds something as a whole: controls of other kinds do not."""
        return bool(self.name or self.key_missing_at)


@dataclass(slots=True)
class Atom:
    """A text element, or an element that stands for one character. ``start`` and ``end`` are of the text inside ``w:t``,
    of the whole element for the others; ``opening`` is where the element begins."""

    text: str
    start: int
    end: int
    opening: int
    run: Run | None
    holder: Holder | None
    is_text: bool = True

    def at(self, xml: str, offset: int) -> int:
        """Where the character ``offset`` of the text stands in the XML."""
        position = self.start
        for _ in range(offset):
            position = xml.index(";", position) + 1 if xml[position] == "&" else position + 1
        return position


@dataclass(slots=True)
class Span:
    """A stretch of a paragraph: plain text, or a figure, link, object or field that stands as a whole."""

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


@dataclass(slots=True)
class Paragraph:
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

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans if span.kind not in ("object", "field"))

    @property
    def keys(self) -> list[str]:
        return [span.name for span in self.spans if span.kind == "figure"]


@dataclass(slots=True)
class Cell:
    start: int = 0
    end: int = 0
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    start: int = 0
    end: int = 0
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    start: int = 0
    end: int = 0
    rows: list[Row] = field(default_factory=list)


Block = Paragraph | Table


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
