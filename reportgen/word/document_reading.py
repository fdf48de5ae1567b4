"""A finished document as people left it: its paragraphs, marked figures, tables and charts, each with its place.

The counterpart of filling. Nothing is judged here and nothing of a dataset is known; whoever audits or refreshes a
document starts from a :class:`DocumentReading`. Paragraphs are counted through each part from 1, as findings about
templates count them; the XML element stays at hand for those who write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.ooxml import Package
from reportgen.ooxml.charts.chart_reading import ChartReading, read_chart
from reportgen.ooxml.relationships import CHART
from reportgen.ooxml.xml import parse, qn
from reportgen.word import wml as n
from reportgen.word.figure_marks import FigureMark
from reportgen.word.shown_text import Stretch, View, is_left_out, paragraph_text
from reportgen.word.story_parts import story_parts

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "CellReading",
    "DocumentReading",
    "DrawnChart",
    "FigureMark",
    "ParagraphReading",
    "RowReading",
    "Stretch",
    "TableReading",
    "View",
    "read_document",
]  # fmt: skip

_CHART_REFERENCE = qn("c:chart")
_STYLE = f"{n.PPR}/{qn('w:pStyle')}"
_SKIPPED_NOTES = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class ParagraphReading:
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
    element: _Element
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    keyless: tuple[FigureMark, ...] = ()
    """What may be marks that lost their keys (in LibreOffice), or other people's controls."""

    @property
    def is_in_table(self) -> bool:
        return self.table is not None


@dataclass(frozen=True, slots=True)
class CellReading:
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


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row of a table; ``number`` counts from 1 as the document has it, rows left out of the view included."""

    number: int
    cells: tuple[CellReading, ...]
    is_head: bool
    element: _Element


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table: its rows in the view asked for; ``number`` counts the document's tables from 1."""

    part: str
    number: int
    rows: tuple[RowReading, ...]
    element: _Element


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart and the paragraph it is drawn in."""

    chart: ChartReading
    part: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class DocumentReading:
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


def read_document(source: str | Path | bytes | Package, view: View = View.ACCEPTED) -> DocumentReading:
    """Read a .docx. ``view``: tracked changes as if accepted, or as if rejected. Raises ``PackageError``."""
    package = source if isinstance(source, Package) else Package.open(source)
    paragraphs: list[ParagraphReading] = []
    tables: list[TableReading] = []
    charts: list[DrawnChart] = []
    for part in story_parts(package):
        root = parse(package.read(part), part).root
        read = _Part(package, part, view, len(tables))
        paragraphs += read.paragraphs(root)
        tables += read.tables(root, paragraphs)
        charts += read.charts(root)
    return DocumentReading(package, view, tuple(paragraphs), tuple(tables), tuple(charts))


class _Part:
    """One part being read."""

    def __init__(self, package: Package, part: str, view: View, tables_before: int) -> None:
        self.package, self.part, self.view = package, part, view
        self.tables_before = tables_before

    def paragraphs(self, root: _Element) -> Iterator[ParagraphReading]:
        places = self._table_places(root)
        fields: list[str] = []
        for number, element in enumerate(root.iter(n.P), start=1):
            text = paragraph_text(element, self.view, fields)
            if self._is_out(element) or _is_no_text(element):
                continue
            if not text.text and text.mark_left_out:
                continue
            style = element.find(_STYLE)
            table, row, cell = places.get(next(element.iterancestors(n.CELL), None), (None, None, None))
            yield ParagraphReading(
                self.part, number, text.text, text.found.marks, text.stretches,
                (style.get(n.VAL) or "") if style is not None else "", element, table, row, cell, text.found.keyless,
            )  # fmt: skip

    def tables(self, root: _Element, paragraphs: list[ParagraphReading]) -> Iterator[TableReading]:
        by_cell: dict[tuple[int, int, int], list[ParagraphReading]] = {}
        for paragraph in paragraphs:
            if paragraph.part == self.part and paragraph.table and paragraph.row and paragraph.cell:
                key = (paragraph.table, paragraph.row, paragraph.cell)
                by_cell.setdefault(key, []).append(paragraph)
        for number, table in enumerate(root.iter(n.TABLE), start=self.tables_before + 1):
            rows = [
                RowReading(at, tuple(_cells(row, number, at, by_cell)), _is_head(row), row)
                for at, row in enumerate(_own(table, n.ROW), start=1)
                if not self._is_out(row)
            ]
            if rows:
                yield TableReading(self.part, number, tuple(rows), table)

    def charts(self, root: _Element) -> Iterator[DrawnChart]:
        by_id = {found.id: found for found in self.package.relationships(self.part).by_type(CHART)}
        for number, element in enumerate(root.iter(n.P), start=1):
            if self._is_out(element):
                continue
            for reference in element.iter(_CHART_REFERENCE):
                found = by_id.get(reference.get(qn("r:id")) or "")
                holder = next(reference.iterancestors(n.P), None)
                if found is not None and found.part in self.package and holder is element:
                    yield DrawnChart(read_chart(self.package, found.part), self.part, number)

    def _table_places(self, root: _Element) -> dict[_Element | None, tuple[int, int, int]]:
        return {
            cell: (number, at_row, at_cell)
            for number, table in enumerate(root.iter(n.TABLE), start=self.tables_before + 1)
            for at_row, row in enumerate(_own(table, n.ROW), start=1)
            for at_cell, cell in enumerate(_own(row, n.CELL), start=1)
        }

    def _is_out(self, element: _Element) -> bool:
        return is_left_out(element, self.view)


def _cells(
    row: _Element, table: int, at_row: int, paragraphs: dict[tuple[int, int, int], list[ParagraphReading]]
) -> Iterator[CellReading]:
    column = 0
    for at, cell in enumerate(_own(row, n.CELL), start=1):
        span = cell.find(f"{n.CELL_PROPERTIES}/{n.GRID_SPAN}")
        width = int(span.get(n.VAL) or 1) if span is not None else 1
        yield CellReading(tuple(paragraphs.get((table, at_row, at), ())), column, width)
        column += width


def _own(parent: _Element, name: str) -> Iterator[_Element]:
    """Descendants called ``name`` that belong to ``parent`` and not to a table within it."""
    for element in parent.iter(name):
        holder = n.ancestor(element, n.TABLE if name == n.ROW else n.ROW)
        if holder is parent:
            yield element


def _is_head(row: _Element) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _is_no_text(paragraph: _Element) -> bool:
    """The copy of a text box for old readers, or the rule above footnotes."""
    if n.ancestor(paragraph, n.FALLBACK) is not None:
        return True
    note = paragraph.getparent()
    return note is not None and note.get(n.TYPE) in _SKIPPED_NOTES
