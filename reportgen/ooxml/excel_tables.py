"""Excel Tables in workbooks: read, framed around other cells, their columns continued and named, turned back into cells."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.ooxml.addresses import Range
from reportgen.ooxml.cell_texts import unescaped
from reportgen.ooxml.guard import naming
from reportgen.ooxml.relationships import TABLE
from reportgen.ooxml.xml import clean, parse, qn
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package


class ExcelTable(Record):
    """A Table: its part, area, and how many rows of it are head and totals."""

    part: str
    sheet: str
    area: Range
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

    @property
    def totals_cells(self) -> set[tuple[int, int]]:
        """Row and column of each cell of the totals."""
        rows = range(self.data_rows[1] + 1, self.area.bottom + 1)
        return {(row, column) for row in rows for column in range(self.area.left, self.area.right + 1)}


def read_tables(package: Package, sheet: str, part: str) -> list[ExcelTable]:
    """The Tables on a worksheet part."""
    found = []
    for relationship in package.relationships(part).by_type(TABLE):
        with naming(relationship.part):
            found.append(_read_table(package, sheet, relationship.part))
    return found


def _read_table(package: Package, sheet: str, part: str) -> ExcelTable:
    root = parse(package.read(part), part).root
    head, totals = int(root.get("headerRowCount", "1")), int(root.get("totalsRowCount") or 0)
    columns = list(root.iter(qn("x:tableColumn")))
    area, name = Range.parse(root.get("ref") or "A1"), root.get("displayName") or root.get("name") or ""
    calculated = frozenset(
        area.left + offset
        for offset, column in enumerate(columns)
        if column.find(qn("x:calculatedColumnFormula")) is not None
    )
    return ExcelTable(part, sheet, area, head, totals, name, tuple(map(name_of, columns)), calculated)


def name_of(column: _Element) -> str:
    """The name of a Table's column, which is the text of its head."""
    return unescaped(column.get("name") or "")


def rename(column: _Element, name: str) -> None:
    """Name a column after the text of its head."""
    column.set("name", clean(name).text.replace("\n", "_x000a_"))


def continue_columns(root: _Element, sources: Sequence[int | None]) -> list[_Element]:
    """Give a Table the columns that ``sources`` name, left to right: each continues the old one of that place (from 0).

    One that is continued again is a copy with its own id, ``None`` is a new one.
    """
    from lxml import etree

    holder = root.find(qn("x:tableColumns"))
    assert holder is not None  # the schema requires it
    old = list(holder)
    last_id = max((int(column.get("id") or 0) for column in old), default=0)
    columns: list[_Element] = []
    for source in sources:
        column = old[source] if source is not None and source < len(old) else None
        if column is None or column in columns:
            column = etree.Element(qn("x:tableColumn")) if column is None else deepcopy(column)
            last_id += 1
            column.set("id", str(last_id))
            for name in [name for name in column.attrib if str(name).endswith("}uid")]:
                del column.attrib[name]
        columns.append(column)
    holder[:] = columns
    holder.set("count", str(len(columns)))
    return columns


def frame_values(
    package: Package, part: str, area: Range, heads: Sequence[str], sources: Sequence[int | None]
) -> None:
    """Let a Table cover ``area``, which holds values under these heads; ``sources`` as for :func:`continue_columns`.

    A row of totals goes, and so do the formulas of columns: they belonged to the old ones.
    """
    with package.edited(part) as root:
        root.set("ref", area.full)
        root.attrib.pop("totalsRowCount", "")
        for sorting in root.findall(qn("x:sortState")):
            root.remove(sorting)
        for filtered in root.findall(qn("x:autoFilter")):
            filtered.set("ref", area.full)
            filtered[:] = []
        for column, head in zip(continue_columns(root, sources), heads, strict=True):
            rename(column, head)
            for attribute in ("totalsRowFunction", "totalsRowLabel"):
                column.attrib.pop(attribute, "")
            column[:] = []


def widen_table(package: Package, table: ExcelTable, right: int) -> None:
    """Let a Table go on to the column ``right``; the new columns are still to be named after their heads."""
    more = right - table.area.right
    area = replace(table.area, right=right)
    with package.edited(table.part) as root:
        root.set("ref", area.full)
        for filtered in root.findall(qn("x:autoFilter")):
            filtered.set("ref", replace(area, bottom=area.bottom - table.totals_rows).full)
        columns = continue_columns(root, [*range(len(table.columns)), *[None] * more])
        for number, column in enumerate(columns[-more:], start=len(table.columns) + 1):
            rename(column, f"Column{number}")


def drop_table(package: Package, sheet_part: str, part: str) -> None:
    """Turn a Table back into plain cells."""
    of_sheet = package.relationships(sheet_part)
    for related in of_sheet.by_type(TABLE):
        if related.part != part:
            continue
        with package.edited(sheet_part) as root:
            for entry in list(root.iter(qn("x:tablePart"))):
                holder = entry.getparent()
                if entry.get(qn("r:id")) == related.id and holder is not None:
                    holder.remove(entry)
                    holder.set("count", str(len(holder)))
                    if not len(holder):
                        root.remove(holder)
        of_sheet.remove(related.id)
    package.remove(part)
