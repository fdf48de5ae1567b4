"""What a document was when it was built: all its text with the figures in their places, its cells, what its charts drew.

An audit compares the document that people edited with this; a refresh sets both beside the document as it would be built
today. Kept as a part of the lineage (:mod:`reportgen.finished.lineage_part`).
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.excel.cell_marks import key_of
from reportgen.finished.sentence_ends import sentences_with_stops
from reportgen.ooxml.addresses import SheetArea
from reportgen.record import CachingRecord, Record, field
from reportgen.word.located import Block, Paragraph, Span, XmlTable

if TYPE_CHECKING:
    from reportgen.ooxml.charts.axis_scales import Trait
    from reportgen.ooxml.charts.chart_reading import ChartReading
    from reportgen.ooxml.sheet_cells import SheetCell

AROUND = 24
"""Characters kept on each side of a figure."""

_LABEL = 80


@dataclasses.dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure where it is or was: its key and what is written there.

    In Word ``part`` and ``paragraph`` (and ``table``, ``row``, ``cell``, counted from 1) with the words ``before`` and
    ``after``; in Excel the cell's hidden ``name`` with ``sheet``, ``row`` and ``column``, its ``kind`` and number ``format``.
    ``label`` is the first text of the row.
    """

    key: str
    text: str
    part: str = ""
    paragraph: int = 0
    before: str = ""
    after: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0
    label: str = ""
    name: str = ""
    sheet: str = ""
    column: int = 0
    kind: str = ""
    format: str = ""
    span: Span | None = dataclasses.field(default=None, compare=False, repr=False)


class SeriesSnapshot(Record):
    """A series of a chart: its name, a value for each category, and the key of the figure behind each (empty: not noted)."""

    name: str
    categories: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    keys: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether the same was drawn, of whatever figures."""
        drawn = (self.name, self.categories, self.values)
        return isinstance(other, SeriesSnapshot) and drawn == (other.name, other.categories, other.values)

    def __hash__(self) -> int:
        return hash((self.name, self.categories, self.values))


class ChartSnapshot(Record):
    """A chart: where it is (a Word part, or ``Sheet!1``), the digest of its part, its alternative text, its series.

    ``texts`` are its own: titles, and labels that somebody typed; ``None`` where they were not kept. ``scales`` are those of its
    axes that are not the usual ones, ``drawing`` what else makes it read otherwise, ``None`` too.
    """

    place: str
    digest: str
    alt_text: str
    series: tuple[SeriesSnapshot, ...]
    texts: tuple[str, ...] | None = None
    scales: tuple[Trait, ...] | None = None
    drawing: tuple[Trait, ...] | None = None


class CellSnapshot(Record):
    """A cell: its kind (``number``, ``text``, ...; a formula's begins with ``=``) and text.

    A cell that shows a figure has its hidden ``name``; it and a formula have their number ``format``. ``formula`` is empty
    where it is not known, or where another cell spells it out.
    """

    kind: str
    text: str
    name: str = ""
    format: str = ""
    formula: str = ""

    @property
    def is_formula(self) -> bool:
        return self.kind.startswith("=")


Cells = Mapping[tuple[int, int], CellSnapshot]


class NumberBlock(Record):
    """A block of plain numbers of a workbook: where it was (``None``: not known), what its cells held, and their number formats."""

    area: SheetArea | None
    texts: tuple[str | None, ...]
    formats: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[Decimal | None, ...]:
        return tuple(None if text is None else Decimal(text) for text in self.texts)


class Snapshot(CachingRecord):
    """``parts`` is the text of a Word document by part, ``sheets`` the cells of a workbook by (row, column).

    ``numbers`` are the blocks of plain numbers of a workbook by their hidden name. ``designed`` are texts
    that were in the template already: they were not printed from the data. ``beside`` are texts that are in no cell
    (shapes, headers and comments of a sheet, by its name) or are not shown as text (hidden text and equations of a part);
    ``hidden`` are the lines of each sheet that nobody sees.
    """

    parts: Mapping[str, list[Block]] = field(default_factory=dict)
    sheets: Mapping[str, Cells] = field(default_factory=dict)
    charts: tuple[ChartSnapshot, ...] = ()
    numbers: Mapping[str, NumberBlock] = field(default_factory=dict)
    designed: frozenset[str] = frozenset()
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    looks: tuple[str, ...] | None = None
    """What was not to be read, each with the name of its look before it; ``None`` where that was not kept."""
    title: str = ""
    is_whole: bool = True
    """Whether all is kept that a refresh needs."""
    listed: tuple[PlacedFigure, ...] = ()
    """The figures, where neither text nor cells are kept (documents built before)."""

    @property
    def is_older(self) -> bool:
        """Whether it was kept before looks, prompts of cells and lines too low to be seen were."""
        return self.looks is None

    @cached_property
    def figures(self) -> tuple[PlacedFigure, ...]:
        """The figures in the order of the document."""
        return self.listed or (*placed_figures(self.parts), *_in_cells(self.sheets))

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """The sentences that were printed around the figures and hold digits: notes, reasons, quotations."""
        texts = [
            span.text
            for blocks in self.parts.values()
            for paragraph in all_paragraphs(blocks)
            for span in paragraph.spans
            if span.kind == "text" and span.text.strip() not in self.designed
        ]
        texts += [
            cell.text
            for cells in self.sheets.values()
            for cell in cells.values()
            if cell.kind == "text" and cell.text.strip() not in self.designed
        ]
        texts += [text for chart in self.charts for text in chart.texts or ()]
        texts += [text for held in self.beside.values() for text in held]
        sentences = (one for text in texts for one in sentences_with_stops(text))
        return tuple(dict.fromkeys(one for one in sentences if re.search(r"\d", one)))


def cell_snapshot(cell: SheetCell, name: str = "") -> CellSnapshot:
    """The snapshot of a cell; ``name``: the hidden name of one that shows a figure."""
    kind = f"={cell.kind}" if cell.formula is not None else cell.kind
    shown_as = cell.number_format if name or cell.formula is not None else ""
    return CellSnapshot(kind, cell.text, name, shown_as, cell.formula or "")


def place_on_sheet(sheet: str, number: int) -> str:
    """The place of the chart ``number`` of a sheet."""
    return f"{sheet}!{number}"


def sheet_of(place: str) -> str:
    """The sheet of a chart, ``""`` for one in a text."""
    return place.rpartition("!")[0]


def chart_snapshot(chart: ChartReading, data: bytes, place: str = "", alt_text: str = "") -> ChartSnapshot:
    """The snapshot of a chart; ``data`` is its part."""
    series = []
    for one in chart.series:
        points = list(zip_longest(one.categories, one.values, fillvalue=None))
        categories = tuple(category or "" for category, _ in points)
        series.append(SeriesSnapshot(one.name, categories, tuple(value for _, value in points)))
    digest = hashlib.sha256(data).hexdigest()
    return ChartSnapshot(place, digest, alt_text, tuple(series), chart.texts, chart.scales, chart.drawing)


def all_paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    """All paragraphs, those in tables too, but for the copies of text boxes that are kept for old readers."""
    for block in blocks:
        if isinstance(block, XmlTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from all_paragraphs(cell.blocks)
        elif not block.is_copy:
            yield block


def placed_figures(parts: Mapping[str, list[Block]]) -> tuple[PlacedFigure, ...]:
    """The figures of a Word document's text, part by part."""
    walk = _Counter()
    for part, blocks in parts.items():
        walk.numbered = 0
        walk.blocks(part, blocks)
    return tuple(walk.found)


class _Counter(Struct):
    """Counts paragraphs through a part, and tables through the document."""

    found: list[PlacedFigure] = field(default_factory=list)
    numbered: int = 0
    tables: int = 0

    def blocks(
        self, part: str, blocks: list[Block], place: tuple[int, int, int, str] = (0, 0, 0, "")
    ) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self.numbered += 1
                if not block.is_copy:
                    self._paragraph(part, block, place)
                continue
            self.tables += 1
            table = self.tables
            for at_row, row in enumerate(block.rows, start=1):
                label = _text(row.cells[0].blocks) if row.cells else ""
                for at_cell, cell in enumerate(row.cells, start=1):
                    self.blocks(part, cell.blocks, (table, at_row, at_cell, label[:_LABEL]))

    def _paragraph(self, part: str, paragraph: Paragraph, place: tuple[int, int, int, str]) -> None:
        text, start = paragraph.text, 0
        for span in paragraph.spans:
            if span.kind in ("object", "field"):
                continue
            end = start + len(span.text)
            if span.kind == "figure":
                table, row, cell, label = place
                self.found.append(
                    PlacedFigure(
                        span.name, span.text, part, paragraph.number or self.numbered,
                        text[max(0, start - AROUND) : start], text[end : end + AROUND],
                        table, row, cell, label, span=span,
                    )
                )  # fmt: skip
            start = end


def _text(blocks: list[Block]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph)).strip()


def _in_cells(sheets: Mapping[str, Cells]) -> Iterator[PlacedFigure]:
    for sheet, cells in sheets.items():
        labels: dict[int, str] = {}
        for (row, _), cell in sorted(cells.items()):
            if cell.kind == "text":
                labels.setdefault(row, cell.text.strip()[:_LABEL])
        for (row, column), cell in sorted(cells.items()):
            if cell.name:
                yield PlacedFigure(
                    key_of(cell.name), cell.text, row=row, column=column, label=labels.get(row, ""),
                    name=cell.name, sheet=sheet, kind=cell.kind.removeprefix("=") if cell.text else "", format=cell.format,
                )  # fmt: skip
