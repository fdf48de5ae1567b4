"""Excel Tables follow their rows: range, filter, totals, column names equal to the head cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.excel.moved_areas import stretched
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.excel.problems import CellPlace, Problems, naming
from reportgen.excel.sheet_frame import move_filter
from reportgen.ooxml import Package, xml
from reportgen.ooxml.addresses import Area
from reportgen.ooxml.cell_texts import unescaped
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.relationships import TABLE
from reportgen.ooxml.sheet_cells import WorkbookCells
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class TemplateTable:
    """A Table of the template: its part, area, and how many rows of it are head and totals."""

    part: str
    sheet: str
    area: Area
    head_rows: int
    totals_rows: int
    name: str = ""
    columns: tuple[str, ...] = ()
    calculated: frozenset[int] = frozenset()
    """The sheet's columns that Excel fills with the column's formula, in every row."""

    def fills(self, row: int, column: int) -> bool:
        """Whether Excel put a calculated column's formula into a cell by itself."""
        first, last = self.data_rows
        return column in self.calculated and first <= row <= last

    @property
    def data_rows(self) -> tuple[int, int]:
        """First and last row of data."""
        return self.area.top + self.head_rows, self.area.bottom - self.totals_rows

    @property
    def head_cells(self) -> list[tuple[int, int]]:
        """Row and column of each cell of the head, which Excel wants to be a text."""
        columns = range(self.area.left, self.area.right + 1) if self.head_rows else ()
        return [(self.area.top, column) for column in columns]


def read_tables(package: Package, sheet: str, part: str) -> list[TemplateTable]:
    """The Tables on a worksheet part."""
    found = []
    for relationship in package.relationships(part).by_type(TABLE):
        with naming(relationship.part):
            found.append(_read_table(package, sheet, relationship.part))
    return found


def _read_table(package: Package, sheet: str, part: str) -> TemplateTable:
    root = xml.parse(package.read(part), part).root
    head, totals = int(root.get("headerRowCount", "1")), int(root.get("totalsRowCount") or 0)
    columns = tuple(unescaped(column.get("name") or "") for column in root.iter(qn("x:tableColumn")))
    area, name = Area.parse(root.get("ref") or "A1"), root.get("displayName") or root.get("name") or ""
    calculated = frozenset(
        area.left + offset
        for offset, column in enumerate(root.iter(qn("x:tableColumn")))
        if column.find(qn("x:calculatedColumnFormula")) is not None
    )
    return TemplateTable(part, sheet, area, head, totals, name, columns, calculated)


def move_table(
    package: Package,
    table: TemplateTable,
    maps: Mapping[str, SheetMap],
    cells: WorkbookCells,
    problems: Problems,
) -> None:
    """Move a Table. ``cells`` are those of the workbook now, whose heads name the columns; two equal heads are a finding."""
    sheet = maps.get(table.sheet.lower())
    area = None if sheet is None else stretched(table.area, sheet)
    if sheet is None or area is None:
        return
    home = Home(table.sheet, *_first_data_cell(table, sheet))
    with package.edited(table.part) as root:
        root.set("ref", area.full)
        for found in list(root.iterchildren(qn("x:autoFilter"), qn("x:sortState"))):
            move_filter(found, sheet)
            if found.get("ref") is None:
                root.remove(found)
        for formula in root.iter(qn("x:calculatedColumnFormula"), qn("x:totalsRowFormula")):
            if formula.text:
                formula.text = moved(parse_formula(formula.text), home, maps)
        columns = _columns(root, table, sheet)
        if table.head_rows:
            heads = [cells.at(sheet.name, area.top, area.left + offset) for offset in range(len(columns))]
            shown = [head.text if head is not None else "" for head in heads]
            _name_columns(columns, table, shown, problems)


def _columns(root: _Element, table: TemplateTable, sheet: SheetMap) -> list[_Element]:
    """The Table's columns as they stand now, left to right: repeated ones once for each copy."""
    holder = root.find(qn("x:tableColumns"))
    if holder is None or sheet.columns.is_identity:
        return list(root.iter(qn("x:tableColumn")))
    highest = max((int(column.get("id") or 0) for column in holder), default=0)
    placed: list[tuple[int, _Element]] = []
    for offset, column in enumerate(list(holder)):
        holder.remove(column)
        at = table.area.left + offset
        positions = [place for low, high in sheet.columns.runs(at, at) for place in range(low, high + 1)]
        for number, place in enumerate(positions):
            twin = deepcopy(column) if number else column
            if number:
                highest += 1
                twin.set("id", str(highest))
                for name in [name for name in twin.attrib if str(name).endswith("}uid")]:
                    del twin.attrib[name]
            placed.append((place, twin))
    columns = [column for _, column in sorted(placed, key=lambda item: item[0])]
    holder.extend(columns)
    holder.set("count", str(len(columns)))
    return columns


def _name_columns(
    columns: Sequence[_Element],
    table: TemplateTable,
    heads: Sequence[str],
    problems: Problems,
) -> None:
    seen: set[str] = set()
    for column, shown in zip(columns, heads, strict=True):
        if shown and shown != unescaped(column.get("name") or ""):
            column.set("name", shown.replace("\n", "_x000a_"))
        name = (column.get("name") or "").lower()
        if name in seen:
            place = CellPlace(table.sheet, table.area.top, table.area.left, shown or name)
            problems.add("table-heads", place, table=table.name, head=shown or name)
        seen.add(name)


def _first_data_cell(table: TemplateTable, sheet: SheetMap) -> tuple[int, int, int, int]:
    row, column = table.data_rows[0], table.area.left
    return row, column, sheet.rows.first_image(row) or row, sheet.columns.first_image(column) or column
