"""A finished document, read once: its text with places, its figures, tables, charts and tracked changes, the lineage it
carries and the snapshot of what was built. Whoever audits, refreshes, explains or compares documents asks this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import PackageError, ReportgenError
from reportgen.finished.alignment import align_charts, align_lines
from reportgen.finished.lineage_part import read_part
from reportgen.finished.lines import cannot_carry_lineage, carries_no_lineage
from reportgen.finished.matching import FigureMatching, match_figures
from reportgen.finished.snapshot import (
    ChartSnapshot,
    NumberBlock,
    Snapshot,
    all_paragraphs,
    cell_snapshot,
    chart_snapshot,
    place_on_sheet,
)
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.files import settle
from reportgen.ooxml.guard import reading_of
from reportgen.ooxml.relationships import CORE_PROPERTIES
from reportgen.ooxml.sheet_cells import WorkbookCells
from reportgen.ooxml.xml import parse, qn
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.renderers import Renderer, renderer_for

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import WorkbookReading
    from reportgen.finished.lineage import Lineage
    from reportgen.finished.snapshot import PlacedFigure
    from reportgen.ooxml.addresses import SheetArea
    from reportgen.ooxml.charts.chart_reading import ChartReading
    from reportgen.word.document_reading import DocumentReading, FigureMark, LocatedDocument
    from reportgen.word.located import Block

_DIGIT = regex(r"\d")
_MOST = 0.9
"""How much of a data book's sheet must lie where it lay, so that its cells can be held against those built."""


class FinishedChart(Record):
    """A chart where it is drawn: on a sheet, or in a paragraph of the part ``story``.

    ``alt_at`` is where its alternative text is in that part's XML.
    """

    chart: ChartReading
    place: str
    paragraph: int = 0
    alt_text: str = ""
    alt_at: tuple[int, int] | None = None


class PlacedLook(Record):
    """Text that is not to be read (by the name of its look), with its part and paragraph or its sheet, row and column."""

    look: str
    text: str
    part: str
    row: int
    column: int = 0


class FinishedDocument:
    """What Word documents and workbooks have in common. ``name`` is the file's."""

    def __init__(self, package: Package, name: str) -> None:
        self.package, self.name = package, name

    @cached_property
    def _part(self) -> tuple[Lineage | None, Snapshot | None]:
        with reading_of(self.name):
            return read_part(self.package)

    @property
    def suffix(self) -> str:
        """The suffix of its format, whatever the file is called."""
        return f".{self.package.extension}"

    @property
    def lineage(self) -> Lineage | None:
        """The lineage that the document carries, ``None`` where it carries none. Raises ``PackageError`` where it is damaged."""
        return self._part[0]

    @property
    def built(self) -> Snapshot | None:
        """What the document was when it was built."""
        return self._part[1]

    @property
    def charts(self) -> tuple[FinishedChart, ...]:
        """Every chart, in order."""
        raise NotImplementedError

    @property
    def title(self) -> str:
        """What the file's properties say it is called."""
        part = next((one.part for one in self.package.relationships("").by_type(CORE_PROPERTIES)), None)
        if part is None or part not in self.package:
            return ""
        return (parse(self.package.read(part), part).root.findtext(qn("dc:title")) or "").strip()

    def looks(self) -> Iterator[PlacedLook]:
        """Text that is there and is not to be read, and what shows cells otherwise than they are."""
        raise NotImplementedError

    def _kept_looks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(f"{one.look} {one.text}" for one in self.looks()))

    def snapshot(self, template: FinishedDocument | None = None, *, whole: bool = True) -> Snapshot:
        """The snapshot of a document just built. Texts with digits that the ``template`` has already are its designer's.

        Not ``whole``: only what an audit needs, for a data book, which is never refreshed.
        """
        raise NotImplementedError

    def chart_snapshot(self, one: FinishedChart) -> ChartSnapshot:
        """What a chart holds now."""
        return chart_snapshot(one.chart, self.package.read(one.chart.part), one.place, one.alt_text)

    @cached_property
    def charts_as_built(self) -> Mapping[int, int]:
        """The place in :attr:`charts` of each chart that was built, by its own place; without those that are gone."""
        held = [self.chart_snapshot(one) for one in self.charts]
        return align_charts(self.built.charts, held) if self.built else {}

    def cells_behind(self, chart: ChartReading) -> WorkbookCells | None:
        """The cells of the workbook embedded for a chart, ``None`` where there is none."""
        if not chart.workbook:
            return None
        return WorkbookCells(Package.open_sound(self.package.read(chart.workbook), self.name))

    def required_lineage(self) -> Lineage:
        """The lineage. Raises ``ReportgenError`` that says what to do where the document carries none."""
        if self.lineage is None:
            raise ReportgenError(Message("finished.no-lineage", file=self.name))
        return self.lineage


class FinishedText(FinishedDocument):
    """A Word document, its tracked changes read as ``accepted`` or ``rejected``."""

    def __init__(self, package: Package, name: str, tracked: str = "accepted") -> None:
        super().__init__(package, name)
        self.tracked = tracked

    @cached_property
    def _located(self) -> LocatedDocument:
        from reportgen.word import WORD

        with reading_of(self.name):
            return WORD.read(self.package, tracked=self.tracked)

    @property
    def parts(self) -> Mapping[str, list[Block]]:
        """The text of each part as blocks, in the form that snapshots have."""
        return self._located.parts

    @cached_property
    def matching(self) -> FigureMatching:
        """Which figure of the document as built each figure is. Marks that lost their keys have them again."""
        matching = match_figures(self.built, self.parts)
        for at, key in matching.recovered.items():
            span = matching.found[at].span
            assert span is not None
            span.name = key
        return matching

    @cached_property
    def reading(self) -> DocumentReading:
        """Paragraphs, tables and figures, each with its place."""
        spans = (figure.span for figure in self.matching.found)
        keys = {span.holder: span.name for span in spans if span is not None and span.holder is not None}
        with reading_of(self.name):
            return self._located.reading(keys)

    def built_figure(self, figure: FigureMark) -> PlacedFigure | None:
        """What a figure of :attr:`reading` was when the document was built, ``None`` for a copy."""
        return self._built_figures.get(id(figure.holder))

    @cached_property
    def _built_figures(self) -> dict[int, PlacedFigure]:
        return {
            id(figure.span.holder): built
            for at, figure in enumerate(self.matching.found)
            if figure.span is not None and (built := self.matching.place_of(at)) is not None
        }

    @cached_property
    def stories(self) -> dict[str, list[Block]]:
        """:attr:`parts` for those who change them in place, without the marks that hold nothing any more.

        Raises ``PackageError`` for a document that cannot be changed so.
        """
        from reportgen.word.located import without_empty_figures

        self._located.require_editable()
        _ = self.matching
        return {part: without_empty_figures(blocks) for part, blocks in self.parts.items()}

    @cached_property
    def charts(self) -> tuple[FinishedChart, ...]:
        return tuple(
            FinishedChart(one.chart, one.part, one.paragraph, one.alt_text, one.alt_at)
            for one in self.reading.charts
        )

    def snapshot(self, template: FinishedDocument | None = None, *, whole: bool = True) -> Snapshot:
        charts = tuple(self.chart_snapshot(one) for one in self.charts)
        texts = (
            _designed(self.stories, template.stories) if isinstance(template, FinishedText) else frozenset()
        )
        return Snapshot(
            self.stories, charts=charts, designed=texts, beside=self._unseen(), looks=self._kept_looks(),
            title=self.title, is_whole=whole,
        )  # fmt: skip

    def looks(self) -> Iterator[PlacedLook]:
        from reportgen.word.looks import looks_of

        for part, blocks in self.parts.items():
            for paragraph in all_paragraphs(blocks):
                for look, text in looks_of(paragraph):
                    yield PlacedLook(look, text, part, paragraph.number)

    def _unseen(self) -> dict[str, tuple[str, ...]]:
        """Hidden text and equations, by part."""
        found: dict[str, list[str]] = {}
        for paragraph in self.reading.paragraphs:
            if paragraph.unseen:
                found.setdefault(paragraph.part, []).extend(paragraph.unseen)
        return {part: tuple(texts) for part, texts in found.items()}


class FinishedWorkbook(FinishedDocument):
    """An Excel workbook."""

    def cells_behind(self, chart: ChartReading) -> WorkbookCells | None:
        return self.book.cells

    @cached_property
    def book(self) -> WorkbookReading:
        """Sheets, cells and the cells that show figures, each with its place."""
        from reportgen.excel.renderer import EXCEL

        with reading_of(self.name):
            book: WorkbookReading = EXCEL.read(self.package)
        return book

    @cached_property
    def charts(self) -> tuple[FinishedChart, ...]:
        return tuple(
            FinishedChart(chart, place_on_sheet(sheet.name, number))
            for sheet in self.book.sheets
            for number, chart in enumerate(sheet.charts, start=1)
        )

    @cached_property
    def lines(self) -> Mapping[str, tuple[dict[int, int], dict[int, int]]]:
        """For each sheet as built that is still there its rows and its columns, each with where it is now."""
        found = {}
        for name, cells in (self.built.sheets if self.built else {}).items():
            sheet = self.book.sheet(name)
            if sheet is None or not cells:
                continue
            now = {place: cell_snapshot(cell) for place, cell in sheet.cells.items()}
            same = {row: row for row, _ in cells}, {column: column for _, column in cells}
            if self.built is not None and self.built.is_whole:
                rows, columns = (align_lines(cells, now, by_row=by_row) for by_row in (True, False))
                found[name] = (same[0] if set(same[0]) == {row for row, _ in now} else rows), columns
            else:  # of a data book not every cell is kept: lines that moved cannot be made out
                alike = sum(place in now and now[place].kind == cell.kind for place, cell in cells.items())
                if alike >= len(cells) * _MOST:
                    found[name] = same
        return found

    def snapshot(self, template: FinishedDocument | None = None, *, whole: bool = True) -> Snapshot:
        """The blocks of numbers and formulas get their hidden names here, which Excel moves along."""
        from reportgen.excel.workbook_reading import name_blocks

        book = name_blocks(self.book)
        names = {(found.sheet, found.row, found.column): found.name for found in book.figure_cells}
        sheets = {
            sheet.name: {
                place: cell_snapshot(cell, names.get((sheet.name, *place), ""))
                for place, cell in sheet.cells.items()
                if whole or (sheet.name, *place) in names or place[0] in computed or cell.kind == "text"
            }
            for sheet in book.sheets
            for computed in ({row for (row, _), cell in sheet.cells.items() if cell.formula is not None},)
        }
        numbers = {
            block.name: NumberBlock(block.area, *_numbers(book, block.area)) for block in book.number_blocks
        }
        charts = tuple(self.chart_snapshot(one) for one in self.charts)
        designed = frozenset[str]()
        if isinstance(template, FinishedWorkbook):
            own = {cell.text.strip() for sheet in template.book.sheets for cell in sheet.cells.values()}
            texts = {cell.text.strip() for cells in sheets.values() for cell in cells.values()}
            designed = frozenset(text for text in own & texts if _DIGIT.search(text))
        beside = {sheet.name: sheet.beside for sheet in book.sheets if sheet.beside}
        hidden = {sheet.name: sheet.hidden for sheet in book.sheets if sheet.hidden}
        return Snapshot(
            sheets=sheets, charts=charts, numbers=numbers, designed=designed, beside=beside, hidden=hidden,
            looks=self._kept_looks(), title=self.title, is_whole=whole,
        )  # fmt: skip

    def looks(self) -> Iterator[PlacedLook]:
        for sheet in self.book.sheets:
            for look, place, text in sheet.looks:
                yield PlacedLook(look, text, sheet.name, *place)


def open_finished(
    source: Path | bytes | Package, name: str = "", *, tracked: str = "accepted"
) -> FinishedDocument:
    """Open a .docx or .xlsx. ``tracked``: tracked changes as if ``accepted`` or ``rejected``.

    Raises ``PackageError``, and ``ReportgenError`` for a document that is nothing but text.
    """
    name = name or (source.name if isinstance(source, Path) else "")
    if carries_no_lineage(name):
        raise cannot_carry_lineage(name)
    package = _opened(source)
    renderer = renderer_for(f".{package.extension}")
    if renderer is None:
        raise PackageError(Message("finished.no-document", file=name))
    return FinishedText(package, name, tracked) if _is_text(renderer) else FinishedWorkbook(package, name)


def _is_text(renderer: Renderer) -> bool:
    from reportgen.word import WORD

    return renderer is WORD


def _opened(source: Path | bytes | Package) -> Package:
    if isinstance(source, Package):
        return source
    if isinstance(source, bytes):
        return Package.open(source)
    settle(source.parent)
    return Package.open_sound(source)


def _designed(stories: Mapping[str, list[Block]], own: Mapping[str, list[Block]]) -> frozenset[str]:
    """The texts with digits that a template has already."""
    written = "\n".join(paragraph.text for blocks in own.values() for paragraph in all_paragraphs(blocks))
    return frozenset(
        text
        for blocks in stories.values()
        for paragraph in all_paragraphs(blocks)
        for span in paragraph.spans
        if span.kind == "text" and _DIGIT.search(text := span.text.strip()) and text in written
    )


def _numbers(book: WorkbookReading, area: SheetArea) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    sheet = book.sheet(area.sheet)
    assert sheet is not None
    cells = [sheet.cells.get(place) for place in area.cells()]
    texts = tuple(cell.text if cell is not None and cell.number is not None else None for cell in cells)
    return texts, tuple(cell.number_format if cell is not None else "" for cell in cells)
