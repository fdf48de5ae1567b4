"""A finished workbook: sheets, cells, figures and charts, each with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.findings import Place
from reportgen.finished.alignment import align_lines
from reportgen.finished.chart_figures import FinishedChart
from reportgen.finished.document import FinishedDocument, PlacedLook
from reportgen.finished.places import FigurePlace, cell_place
from reportgen.finished.snapshot import NumberBlock, Snapshot, cell_snapshot, place_on_sheet, sheet_of
from reportgen.finished.table_rows import ROW_JOINED
from reportgen.ooxml.addresses import cell_address, column_number
from reportgen.ooxml.guard import reading_of
from reportgen.ooxml.sheet_cells import WorkbookCells, without_noise
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import WorkbookReading
    from reportgen.finished.tokens import Token
    from reportgen.ooxml.addresses import SheetArea
    from reportgen.ooxml.charts.chart_reading import ChartReading

_DIGIT = regex(r"\d")
_MOST = 0.9
"""How much of a data book's sheet must lie where it lay, so that its cells can be held against those built."""


class FinishedWorkbook(FinishedDocument):
    """An Excel workbook."""

    may_be_databook = True

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
                yield PlacedLook(look, text, cell_place(self.name, sheet.name, *place, text))

    def remove_marks(self) -> None:
        from reportgen.excel.mark_names import remove_marks

        remove_marks(self.package)

    def chart_place(self, one: FinishedChart, text: str) -> Place:
        return Place(file=self.name, sheet=sheet_of(one.place), text=text)

    def figure_places(self, *, whole: bool = False) -> tuple[FigurePlace, ...]:
        return tuple(self._figure_places())

    def _figure_places(self) -> Iterator[FigurePlace]:
        for found in self.book.figure_cells:
            sheet = self.book.sheet(found.sheet)
            if sheet is not None and found.row is not None and found.column is not None:
                cell = sheet.cells.get((found.row, found.column))
                text = without_noise(cell.text) if cell is not None else ""
                place = cell_place(self.name, found.sheet, found.row, found.column, text)
                yield FigurePlace(found.key, text, place)

    def shown_figures(self) -> Iterator[Mapping[str, str]]:
        for cell in self.book.figure_cells:
            if cell.row is not None and cell.column is not None:
                yield {"key": cell.key, "part": cell.sheet, "place": cell_address(cell.row, cell.column)}

    def texts(self) -> Iterator[str]:
        cells = (cell for sheet in self.book.sheets for cell in sheet.cells.values())
        yield from (cell.text.strip() for cell in cells if cell.kind == "text")

    def sentences(self) -> Iterator[tuple[Place, str, Sequence[Token]]]:
        for sheet in self.book.sheets:
            for place, cell in sorted(sheet.cells.items()):
                text = cell.text.strip()
                if cell.kind == "text" and cell.formula is None and text:
                    yield cell_place(self.name, sheet.name, *place), text, ()

    def beside(self) -> Iterator[tuple[str, str]]:
        for sheet in self.book.sheets:
            yield from ((sheet.name, text) for text in sheet.beside)

    def rows_without_figures(self) -> Iterator[tuple[Place, str]]:
        """Each row's first number that is neither figure nor formula, in a column of figures and a row without any."""
        for sheet in self.book.sheets:
            shown = [one for one in self.book.figure_cells if one.sheet == sheet.name]
            rows, columns = {one.row for one in shown}, {one.column for one in shown}
            found: set[int] = set()
            for (row, column), cell in sorted(sheet.cells.items()):
                is_typed = cell.number is not None and cell.formula is None
                if is_typed and column in columns and row not in rows and row not in found:
                    found.add(row)
                    texts = (one.text for (at, _), one in sorted(sheet.cells.items()) if at == row)
                    yield cell_place(self.name, sheet.name, row, column), ROW_JOINED.join(texts)

    def texts_around(self, places: Collection[Place]) -> Iterator[tuple[Place, str]]:
        """Of each cell the texts of its row up to it: label, number, unit."""
        for place in places:
            sheet = self.book.sheet(place.sheet or "")
            if sheet is None or place.row is None:
                continue
            row = sorted((column, cell.text) for (at, column), cell in sheet.cells.items() if at == place.row)
            own = column_number(place.column) if place.column else 0
            texts = (text for column, text in row if text and (column <= own or column == own + 1))
            yield place, ROW_JOINED.join(texts)


def _numbers(book: WorkbookReading, area: SheetArea) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    sheet = book.sheet(area.sheet)
    assert sheet is not None
    cells = [sheet.cells.get(place) for place in area.cells()]
    texts = tuple(cell.text if cell is not None and cell.number is not None else None for cell in cells)
    return texts, tuple(cell.number_format if cell is not None else "" for cell in cells)
