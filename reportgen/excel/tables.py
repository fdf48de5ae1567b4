"""Excel Tables follow their rows: range, filter, totals, and column names equal to the head cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportgen.excel.formulas import Home, SheetMap, moved
from reportgen.excel.frame import move_filter
from reportgen.excel.parts import edited
from reportgen.excel.ranges import stretched
from reportgen.excel.references import Area, parse
from reportgen.excel.strings import unescaped
from reportgen.ooxml import Package, xml
from reportgen.ooxml.relationships import TABLE
from reportgen.ooxml.xml import qn


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

    @property
    def data_rows(self) -> tuple[int, int]:
        """First and last row of data."""
        return self.area.top + self.head_rows, self.area.bottom - self.totals_rows


def read_tables(package: Package, sheet: str, part: str) -> list[TemplateTable]:
    """The Tables on a worksheet part."""
    found = []
    for relationship in package.relationships(part).by_type(TABLE):
        root = xml.parse(package.read(relationship.part), relationship.part).root
        head, totals = int(root.get("headerRowCount") or 1), int(root.get("totalsRowCount") or 0)
        columns = tuple(unescaped(column.get("name") or "") for column in root.iter(qn("x:tableColumn")))
        area, name = Area.parse(root.get("ref") or "A1"), root.get("displayName") or root.get("name") or ""
        found.append(TemplateTable(relationship.part, sheet, area, head, totals, name, columns))
    return found


def move_table(
    package: Package,
    table: TemplateTable,
    maps: Mapping[str, SheetMap],
    text_at: Callable[[int, int], str | None],
) -> None:
    """Move a Table. ``text_at(row, column)`` is the text a head cell shows now."""
    sheet = maps.get(table.sheet.lower())
    area = None if sheet is None else stretched(table.area, sheet)
    if sheet is None or area is None:
        return
    home = Home(table.sheet, *_first_data_cell(table, sheet))
    with edited(package, table.part) as root:
        root.set("ref", area.full)
        for found in root.iter(qn("x:autoFilter")):
            move_filter(found, sheet)
        for formula in root.iter(qn("x:calculatedColumnFormula"), qn("x:totalsRowFormula")):
            if formula.text:
                formula.text = moved(parse(formula.text), home, maps)
        for offset, column in enumerate(root.iter(qn("x:tableColumn")) if table.head_rows else ()):
            shown = text_at(area.top, area.left + offset)
            if shown and shown != unescaped(column.get("name") or ""):
                column.set("name", shown.replace("\n", "_x000a_"))


def _first_data_cell(table: TemplateTable, sheet: SheetMap) -> tuple[int, int, int, int]:
    row, column = table.data_rows[0], table.area.left
    return row, column, sheet.rows.first_image(row) or row, sheet.columns.first_image(column) or column
