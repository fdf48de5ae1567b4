"""A finished workbook as people left it: its cells, the cells that show figures, its charts, each with its place.

The counterpart of filling. Nothing is judged here and nothing of a dataset is known; whoever audits or refreshes a
workbook starts from a :class:`WorkbookReading`. Rows and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.excel.beside_cells import texts_beside
from reportgen.excel.cell_marks import MARKS_ITEM, block_kind, block_name, key_of
from reportgen.excel.drawings import charts_of, drawing_parts
from reportgen.excel.sheet_looks import SheetLook, looks_of_sheet, style_looks
from reportgen.ooxml import Package, customxml
from reportgen.ooxml.addresses import Range, SheetArea, column_letters
from reportgen.ooxml.charts.chart_reading import ChartReading, read_chart
from reportgen.ooxml.guard import naming
from reportgen.ooxml.sheet_cells import SheetCell, WorkbookCells, hidden_lines
from reportgen.ooxml.workbooks import SheetEntry, Workbook, add_hidden_names
from reportgen.ooxml.xml import parse
from reportgen.record import Record, replace

_MOST_HIDDEN = 256
"""Columns hidden together that are listed, beside the first: a sheet may hide all it does not use."""


class FigureCell(Record):
    """A cell that shows a figure. ``row`` is ``None`` where the cell is gone: its row or column was deleted."""

    name: str
    key: str
    sheet: str
    row: int | None
    column: int | None


class SheetReading(Record):
    """A worksheet: its part, its cells by (row, column), the charts drawn on it, the texts beside its cells.

    ``hidden`` are its rows and columns that are hidden, by number and letters; ``*`` is the sheet as a whole.
    """

    name: str
    part: str
    cells: Mapping[tuple[int, int], SheetCell]
    charts: tuple[ChartReading, ...]
    beside: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    looks: tuple[SheetLook, ...] = ()


class NamedBlock(Record):
    """A block of cells under a hidden name, as it lies now."""

    name: str
    area: SheetArea


class WorkbookReading(Record):
    """A finished workbook.

    ``formula_blocks`` are the blocks that held formulas when it was built, ``number_blocks`` those that held numbers.
    """

    cells: WorkbookCells
    sheets: tuple[SheetReading, ...]
    figure_cells: tuple[FigureCell, ...]
    formula_blocks: tuple[NamedBlock, ...]
    number_blocks: tuple[NamedBlock, ...]

    @property
    def package(self) -> Package:
        return self.cells.package

    @property
    def book(self) -> Workbook:
        return self.cells.book

    def sheet(self, name: str) -> SheetReading | None:
        """The sheet of that name, whatever its case."""
        return next((sheet for sheet in self.sheets if sheet.name.lower() == name.lower()), None)


def read_finished(source: str | Path | bytes | Package) -> WorkbookReading:
    """Read an .xlsx. Raises ``PackageError``."""
    package = source if isinstance(source, Package) else Package.open(source)
    cells = WorkbookCells(package)
    book = cells.book
    styles = package.read(book.styles) if book.styles is not None and book.styles in package else None
    sheets = tuple(_sheet(cells, entry, styles) for entry in book.sheets if entry.part in package)
    figure_cells = tuple(_figure_cells(package, book))
    return WorkbookReading(cells, sheets, figure_cells, _named(book, "formulas"), _named(book, "numbers"))


def _sheet(of_book: WorkbookCells, entry: SheetEntry, styles: bytes | None) -> SheetReading:
    package, part = of_book.package, entry.part
    with naming(part):
        data = package.read(part)
        cells = of_book.sheet(entry.name)
        beside = tuple(texts_beside(package, part))
        hidden = (*(("*",) if entry.is_hidden else ()), *lines_hidden(data))
        looks = tuple(looks_of_sheet(data, cells, style_looks(styles))) if styles else ()
        return SheetReading(entry.name, part, cells, tuple(_charts(package, part)), beside, hidden, looks)


def lines_hidden(data: bytes, *, low: bool = True) -> tuple[str, ...]:
    """The hidden rows and columns of a worksheet part, by number and letters."""
    rows, columns = hidden_lines(data, low=low)
    letters = (column_letters(column) for stretch in columns for column in stretch[: _MOST_HIDDEN + 1])
    return (*map(str, rows), *letters)


def name_blocks(workbook: WorkbookReading) -> WorkbookReading:
    """Cover the formulas and the plain numbers of a workbook just built by hidden names; the workbook as it then is.

    Cells that show figures have names of their own already.
    """
    shown = {(found.sheet, found.row, found.column) for found in workbook.figure_cells}
    formulas: list[SheetArea] = []
    numbers: list[SheetArea] = []
    for sheet in workbook.sheets:
        cells = sheet.cells.items()
        formulas += blocks_of(sheet.name, {place for place, cell in cells if cell.formula is not None})
        plain = {place for place, cell in cells if (cell.formula is None and cell.number is not None)}
        numbers += blocks_of(sheet.name, {place for place in plain if (sheet.name, *place) not in shown})
    formula_blocks = _blocks("formulas", formulas)
    number_blocks = _blocks("numbers", numbers)
    names = {block.name: str(block.area) for block in (*formula_blocks, *number_blocks)}
    if names:
        with workbook.package.edited(workbook.book.part) as root:
            add_hidden_names(root, names)
    return replace(workbook, formula_blocks=formula_blocks, number_blocks=number_blocks)


def _blocks(kind: str, areas: list[SheetArea]) -> tuple[NamedBlock, ...]:
    return tuple(NamedBlock(block_name(kind, number), area) for number, area in enumerate(areas, start=1))


def blocks_of(sheet: str, places: set[tuple[int, int]]) -> Iterator[SheetArea]:
    """Cells (row, column) as rectangles: runs down a column, neighbours over the same rows joined."""
    runs: dict[tuple[int, int], list[int]] = {}
    for column in sorted({column for _, column in places}):
        for top, bottom in _runs([row for row, at in places if at == column]):
            runs.setdefault((top, bottom), []).append(column)
    for (top, bottom), columns in sorted(runs.items()):
        for left, right in _runs(columns):
            yield SheetArea(top, left, bottom, right, sheet)


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken run of numbers."""
    ordered = sorted(numbers)
    start = 0
    for place in range(1, len(ordered) + 1):
        if place == len(ordered) or ordered[place] != ordered[place - 1] + 1:
            yield ordered[start], ordered[place - 1]
            start = place


def _named(book: Workbook, kind: str) -> tuple[NamedBlock, ...]:
    return tuple(
        NamedBlock(name, area)
        for name, formula, _ in book.names
        if block_kind(name) == kind and (area := SheetArea.of_reference(formula)) is not None
    )


def _figure_cells(package: Package, book: Workbook) -> Iterator[FigureCell]:
    """From the hidden names, which move with their cells; from the list of marks where the names were lost."""
    found = False
    for name, formula, _ in book.names:
        key = key_of(name)
        if not key:
            continue
        found = True
        area = SheetArea.of_reference(formula)
        place = (area.sheet, area.top, area.left) if area else ("", None, None)
        yield FigureCell(name, key, *place)
    marks = None if found else customxml.read(package, MARKS_ITEM)
    if marks is not None:
        for cell in parse(marks, "marks").root:
            area_of = Range.parse(cell.get("ref") or "A1")
            yield FigureCell(
                cell.get("name") or "",
                cell.get("key") or "",
                cell.get("sheet") or "",
                area_of.top,
                area_of.left,
            )


def _charts(package: Package, sheet_part: str) -> Iterator[ChartReading]:
    for drawing in drawing_parts(package, sheet_part):
        for part in charts_of(package, drawing):
            if part in package:
                yield read_chart(package, part)
