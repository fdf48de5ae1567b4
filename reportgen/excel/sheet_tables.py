"""Excel Tables follow their rows: range, filter, totals, column names equal to the head cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.excel.moved_areas import stretched
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.sheet_frame import move_filter
from reportgen.ooxml import Package
from reportgen.ooxml.excel_tables import ExcelTable, continue_columns, name_of, rename
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.sheet_cells import WorkbookCells
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element


def move_table(
    package: Package,
    table: ExcelTable,
    maps: Mapping[str, SheetMap],
    cells: WorkbookCells,
    problems: Problems,
) -> None:
    """Move a Table. ``cells`` are those of the workbook now, whose heads name the columns; two equal heads are a finding."""
    sheet = maps.get(table.sheet.lower())
    area = None if sheet is None else stretched(table.area, sheet)
    if sheet is None or area is None:
        return
    if table.head_rows and len(sheet.rows.runs(table.area.top, table.area.top)) > 1:
        problems.add(
            "table-repeated", CellPlace(table.sheet, table.area.top, table.area.left), table=table.name
        )
    home = Home(table.sheet, *_first_data_cell(table, sheet))
    with package.edited(table.part) as root:
        root.set("ref", area.full)
        for found in list(root.iterchildren(qn("x:autoFilter"), qn("x:sortState"))):
            move_filter(found, sheet)
        for formula in root.iter(qn("x:calculatedColumnFormula"), qn("x:totalsRowFormula")):
            if formula.text:
                formula.text = moved(parse_formula(formula.text), home, maps)
        columns = _columns(root, table, sheet)
        if table.head_rows:
            heads = [cells.at(sheet.name, area.top, area.left + offset) for offset in range(len(columns))]
            shown = [head.text if head is not None else "" for head in heads]
            _name_columns(columns, table, shown, problems)


def _columns(root: _Element, table: ExcelTable, sheet: SheetMap) -> list[_Element]:
    """The Table's columns as they are now, left to right: repeated ones once for each copy."""
    columns = list(root.iter(qn("x:tableColumn")))
    if sheet.columns.is_identity:
        return columns
    placed: list[tuple[int, int]] = []
    for offset in range(len(columns)):
        at = table.area.left + offset
        for low, high in sheet.columns.runs(at, at):
            placed += [(place, offset) for place in range(low, high + 1)]
    offsets = dict(placed)
    inside = range(min(offsets), max(offsets) + 1)
    return continue_columns(root, [offsets.get(place) for place in inside])


def _name_columns(
    columns: Sequence[_Element],
    table: ExcelTable,
    heads: Sequence[str],
    problems: Problems,
) -> None:
    seen: set[str] = set()
    for column, shown in zip(columns, heads, strict=True):
        if shown and shown != name_of(column):
            rename(column, shown)
        name = (column.get("name") or "").lower()
        if name in seen:
            place = CellPlace(table.sheet, table.area.top, table.area.left, shown or name)
            problems.add("table-heads", place, table=table.name, head=shown or name)
        seen.add(name)


def _first_data_cell(table: ExcelTable, sheet: SheetMap) -> tuple[int, int, int, int]:
    row, column = table.data_rows[0], table.area.left
    return row, column, sheet.rows.first_image(row) or row, sheet.columns.first_image(column) or column
