"""A finished document as people left it: its paragraphs, marked figures, tables and charts, each with its place.

The counterpart of filling. Nothing is judged here and nothing of a dataset is known; whoever audits or refreshes a
document starts from a :class:`DocumentReading`. Paragraphs are counted through each part from 1, as findings about
templates count them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from reportgen.errors import PackageError
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.charts.chart_reading import ChartReading, read_chart
from reportgen.ooxml.relationships import CHART
from reportgen.ooxml.xml import parse, with_usual_prefixes
from reportgen.record import Record
from reportgen.word.located import Atom, Block, Holder, Paragraph, XmlRow, XmlTable, paragraphs_of
from reportgen.word.locating import IN_PLACE, TOLD, View, locate
from reportgen.word.story_parts import story_parts

__all__ = [
    "CellReading",
    "DocumentReading",
    "DrawnChart",
    "FigureMark",
    "LocatedDocument",
    "ParagraphReading",
    "RowReading",
    "Stretch",
    "TableReading",
    "View",
    "locate_document",
]


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A marked figure: its key, the text it shows, where in the paragraph's text that is.

    An empty key: a mark that lost its key.
    """

    key: str
    text: str
    start: int
    end: int
    holder: Holder = field(repr=False)


class Stretch(Record):
    """A stretch of a paragraph's text that Word fills (a ``field``, by its name) or that leads elsewhere (a ``link``)."""

    kind: Literal["field", "link"]
    name: str
    start: int
    end: int


class ParagraphReading(Record):
    """A paragraph: its text in the view asked for, and what in it is more than text.

    ``number`` counts all paragraphs of ``part`` from 1. ``table``, ``row`` and ``cell`` count from 1 too (the table
    within the document, ``cell`` by the cells of its row); they are ``None`` outside tables.
    """

    part: str
    number: int
    text: str
    marks: tuple[FigureMark, ...]
    stretches: tuple[Stretch, ...]
    style: str
    bookmarks: tuple[str, ...] = ()
    is_boxed: bool = False
    """In a text box."""
    unseen: tuple[str, ...] = ()
    """Hidden text in one piece, then each equation."""
    table: int | None = None
    row: int | None = None
    cell: int | None = None

    @property
    def at(self) -> tuple[str, int]:
        """Part and number: what tells it from all others."""
        return self.part, self.number

    @property
    def is_in_table(self) -> bool:
        return self.table is not None


class CellReading(Record):
    """A cell of a table: its paragraphs, and the grid column (from 0) it begins in."""

    paragraphs: tuple[ParagraphReading, ...]
    column: int
    span: int = 1

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs).strip()

    @property
    def marks(self) -> tuple[FigureMark, ...]:
        return tuple(mark for paragraph in self.paragraphs for mark in paragraph.marks)


class RowReading(Record):
    """A row of a table; ``number`` counts from 1 as the document has it, rows left out of the view included."""

    number: int
    cells: tuple[CellReading, ...]
    is_head: bool


class TableReading(Record):
    """A table: its rows in the view asked for; ``number`` counts the document's tables from 1."""

    part: str
    number: int
    rows: tuple[RowReading, ...]


class DrawnChart(Record):
    """A chart and the paragraph it is drawn in, with its alternative text and where that is in the part's XML."""

    chart: ChartReading
    part: str
    paragraph: int
    alt_text: str = ""
    alt_at: tuple[int, int] | None = None


class DocumentReading(Record):
    """A finished Word document, read in one of the two views of its tracked changes."""

    package: Package
    view: View
    paragraphs: tuple[ParagraphReading, ...]
    tables: tuple[TableReading, ...]
    charts: tuple[DrawnChart, ...]

    def marks(self) -> Iterator[tuple[ParagraphReading, FigureMark]]:
        """Every marked figure with its paragraph, in document order, part by part."""
        for paragraph in self.paragraphs:
            for mark in paragraph.marks:
                yield paragraph, mark


class LocatedDocument(Record):
    """A finished Word document as the one walk over each part finds it, in one view of its tracked changes.

    ``parts``: paragraphs and tables, with the place of every character in the part's XML as :func:`part_text` gives it.
    """

    package: Package
    view: View
    parts: Mapping[str, list[Block]]

    def reading(self, keys: Mapping[Holder, str] | None = None) -> DocumentReading:
        """What people read of it. ``keys``: those that marks which lost theirs have again."""
        paragraphs: list[ParagraphReading] = []
        tables: list[TableReading] = []
        charts: list[DrawnChart] = []
        counted = 0
        for part, blocks in self.parts.items():
            read = _PartReader(part, counted, keys or {})
            read.blocks(blocks)
            paragraphs += read.paragraphs
            tables += sorted(read.tables, key=lambda table: table.number)
            charts += _charts(self.package, part, blocks)
            counted += read.table_count
        return DocumentReading(self.package, self.view, tuple(paragraphs), tuple(tables), tuple(charts))

    def require_editable(self) -> None:
        """Raise ``PackageError`` for a part that no Office program writes: it cannot be changed here and there."""
        for part in self.parts:
            if IN_PLACE not in self.package.read(part).decode("utf-8", "replace"):
                raise PackageError(Message("word.not-editable-in-place", part=part))


def locate_document(source: str | Path | bytes | Package, view: View = View.ACCEPTED) -> LocatedDocument:
    """Walk over a .docx. ``view``: tracked changes as if accepted, or as if rejected. Raises ``PackageError``."""
    package = source if isinstance(source, Package) else Package.open(source)
    parts = {part: locate(part_text(package, part), view) for part in story_parts(package)}
    return LocatedDocument(package, view, parts)


def part_text(package: Package, part: str) -> str:
    """A part's XML as text, with the prefixes that Office programs write."""
    data = package.read(part)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    return (
        text if IN_PLACE in text and "<![CDATA[" not in text else with_usual_prefixes(parse(data, part).root)
    )


class _PartReader:
    """The reading of one part."""

    def __init__(self, part: str, tables_before: int, keys: Mapping[Holder, str]) -> None:
        self.part, self.tables_before, self.keys = part, tables_before, keys
        self.table_count = 0
        self.paragraphs: list[ParagraphReading] = []
        self.tables: list[TableReading] = []

    def blocks(
        self, blocks: list[Block], place: tuple[int, int, int] | None = None
    ) -> list[ParagraphReading]:
        """Read blocks; returns the paragraphs among them, those of tables within them excepted."""
        own: list[ParagraphReading] = []
        for block in blocks:
            if isinstance(block, XmlTable):
                self._table(block)
            elif not (block.is_copy or block.is_left_out):
                own += self._paragraph(block, place)
        return own

    def _table(self, table: XmlTable) -> None:
        self.table_count = max(self.table_count, table.number)
        number = self.tables_before + table.number
        rows = tuple(self._row(row, number) for row in table.rows)
        if rows:
            self.tables.append(TableReading(self.part, number, rows))

    def _row(self, row: XmlRow, table: int) -> RowReading:
        cells, column = [], 0
        for at, cell in enumerate(row.cells, start=1):
            paragraphs = self.blocks(cell.blocks, (table, row.number, at))
            cells.append(CellReading(tuple(paragraphs), column, cell.columns))
            column += cell.columns
        return RowReading(row.number, tuple(cells), row.is_head)

    def _paragraph(
        self, paragraph: Paragraph, place: tuple[int, int, int] | None
    ) -> Iterator[ParagraphReading]:
        seen = [atom for atom in paragraph.atoms if not atom.is_hidden and atom.kind in ("text", "character")]
        text = "".join(atom.text for atom in seen)
        if not text and paragraph.mark_left_out:
            return
        read = ParagraphReading(
            self.part, paragraph.number, text, tuple(self._marks(paragraph)), tuple(_stretches(seen)),
            paragraph.style, tuple(paragraph.bookmarks), paragraph.is_boxed,
            tuple(paragraph.unseen), *(place or ()),
        )  # fmt: skip
        self.paragraphs.append(read)
        yield read

    def _marks(self, paragraph: Paragraph) -> Iterator[FigureMark]:
        for holder, start, end, text in _held(paragraph.atoms, "figure"):
            key = self.keys.get(holder, holder.name)
            if key:
                yield FigureMark(key, text, start, end, holder)


def _held(atoms: list[Atom], kind: str) -> Iterator[tuple[Holder, int, int, str]]:
    """What marks or links hold of a paragraph: from where to where in the text it shows, and that text."""
    found: dict[Holder, tuple[int, int, str]] = {}
    at = 0
    for atom in atoms:
        text = atom.text if atom.kind in ("text", "character") and not atom.is_hidden else ""
        if atom.holder is not None and atom.holder.kind == kind:
            start, _, before = found.get(atom.holder, (at, at, ""))
            found[atom.holder] = (start, at + len(text), before + text)
        at += len(text)
    for holder, (start, end, text) in found.items():
        yield holder, start, end, text


def _stretches(atoms: list[Atom]) -> Iterator[Stretch]:
    at = 0
    for atom in atoms:
        if atom.text and atom.field not in ("", TOLD):
            yield Stretch("field", atom.field, at, at + len(atom.text))
        at += len(atom.text)
    for holder, start, end, _ in _held(atoms, "link"):
        yield Stretch("link", holder.name, start, end)


def _charts(package: Package, part: str, blocks: list[Block]) -> Iterator[DrawnChart]:
    by_id = {found.id: found for found in package.relationships(part).by_type(CHART)}
    for paragraph in paragraphs_of(blocks):
        for drawn in paragraph.charts:
            found = by_id.get(drawn.id)
            if found is not None and found.part in package:
                chart = read_chart(package, found.part)
                yield DrawnChart(chart, part, paragraph.number, drawn.alt_text, drawn.alt_at)
