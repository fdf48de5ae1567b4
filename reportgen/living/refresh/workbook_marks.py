"""The hidden names of figures given to a workbook again, from the workbook as it was built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reportgen.finished.alignment import align_lines
from reportgen.finished.snapshot import cell_snapshot
from reportgen.finished.workbook_document import FinishedWorkbook
from reportgen.living.refresh.sheet_match import sheet_names
from reportgen.ooxml.addresses import SheetArea
from reportgen.ooxml.workbooks import add_hidden_names

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading
    from reportgen.finished.snapshot import Snapshot
    from reportgen.finished.workbook_document import FinishedWorkbook


def mark_workbook_again(edited: FinishedWorkbook, source: FinishedWorkbook) -> None:
    """Name the cells of ``edited`` that show figures of ``source``, and its blocks of numbers and formulas."""
    names = dict(_names(edited, source))
    if names:
        with edited.package.edited(edited.book.book.part) as root:
            add_hidden_names(root, names)


def _names(edited: FinishedWorkbook, source: FinishedWorkbook) -> Iterator[tuple[str, str]]:
    """Hidden names for the cells that show figures, and for blocks of numbers and formulas, that have none. A cell with a sentence
    has several."""
    book = edited.book
    assert source.built is not None
    called = sheet_names(source.built, book)
    known = {found.name for found in book.figure_cells}
    known |= {block.name for block in (*book.number_blocks, *book.formula_blocks)}
    areas = {
        found.name: SheetArea(found.row, found.column, found.row, found.column, found.sheet)
        for found in source.book.figure_cells
        if found.row is not None and found.column is not None
    } | {block.name: block.area for block in (*source.book.number_blocks, *source.book.formula_blocks)}
    for sheet in source.book.sheets:
        own = {name: area for name, area in areas.items() if area.sheet == sheet.name and name not in known}
        there = book.sheet(called.get(sheet.name, sheet.name))
        if there is None or not own:
            continue
        rows, columns = _lines(source.built, sheet.name, there)
        for name, area in own.items():
            corners = (rows(area.top), columns(area.left), rows(area.bottom), columns(area.right))
            if all(corners) and corners[:2] in there.cells:
                yield name, str(SheetArea(*corners, there.name))


def _lines(
    built: Snapshot, name: str, there: SheetReading
) -> tuple[Callable[[int], int], Callable[[int], int]]:
    """Where each row and each column of a sheet is now, 0 where it is gone."""
    cells = built.sheets.get(name, {})
    if not built.is_whole:  # of a data book not every cell is kept: lines that moved cannot be made out
        return (lambda row: row), (lambda column: column)
    now = {place: cell_snapshot(cell) for place, cell in there.cells.items()}
    rows, columns = (align_lines(cells, now, by_row=by_row) for by_row in (True, False))
    if {row for row, _ in cells} == {row for row, _ in now}:
        rows = {row: row for row, _ in cells}
    return (lambda row: rows.get(row, 0)), (lambda column: columns.get(column, 0))
