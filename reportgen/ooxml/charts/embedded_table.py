"""The Excel table around a chart's data, moved to where the data now stand."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from reportgen.ooxml import relationships
from reportgen.ooxml.addresses import SheetArea, quoted
from reportgen.ooxml.xml import clean, parse, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package


def table_over(
    workbook: Package, sheet_part: str, sheet: str, cells: set[tuple[int, int]]
) -> tuple[str, SheetArea] | None:
    """The table of the sheet that shares a cell with ``cells``: its part and its area."""
    for related in workbook.relationships(sheet_part).by_type(relationships.TABLE):
        root = parse(workbook.read(related.part), related.part).root
        area = SheetArea.of_reference(f"{quoted(sheet)}!{root.get('ref')}")
        if area is not None and cells & set(area.cells()):
            return related.part, area
    return None


def totals_rows(workbook: Package, part: str) -> int:
    """How many rows of totals the table ends with."""
    return int(parse(workbook.read(part), part).root.get("totalsRowCount", "0"))


def heads_of(workbook: Package, part: str) -> list[str]:
    """The names of the table's columns."""
    columns = parse(workbook.read(part), part).root.find(qn("x:tableColumns"))
    return [str(column.get("name", "")) for column in (columns if columns is not None else ())]


def move_table(
    workbook: Package, part: str, area: SheetArea, heads: list[str], sources: list[int | None]
) -> None:
    """Let the table cover ``area`` with these heads, one for each column.

    ``sources`` tell which old column (from 0) each column continues, so that its formats stay; ``None`` is a new one.
    A row of totals goes: its formulas belonged to the old columns.
    """
    document = parse(workbook.read(part), part)
    root = document.root
    root.set("ref", area.full)
    root.attrib.pop("totalsRowCount", "")
    for filtered in root.findall(qn("x:autoFilter")) + root.findall(qn("x:sortState")):
        if filtered.tag == qn("x:sortState"):
            root.remove(filtered)
            continue
        filtered.set("ref", area.full)
        for condition in list(filtered):
            filtered.remove(condition)
    columns = root.find(qn("x:tableColumns"))
    assert columns is not None  # the schema requires it
    old = list(columns)
    for column in old:
        columns.remove(column)
    used = [int(column.get("id", "0")) for column in old]
    for head, source in zip(heads, sources, strict=True):
        column = _column(old, source, used)
        column.set("name", clean(head).text.replace("\n", "_x000a_"))
        columns.append(column)
    columns.set("count", str(len(heads)))
    workbook.write(part, document.to_bytes())


def drop_table(workbook: Package, sheet_part: str, part: str) -> None:
    """Turn the table back into plain cells."""
    of_sheet = workbook.relationships(sheet_part)
    for related in of_sheet.by_type(relationships.TABLE):
        if related.part != part:
            continue
        document = parse(workbook.read(sheet_part), sheet_part)
        for entry in list(document.root.iter(qn("x:tablePart"))):
            if entry.get(qn("r:id")) == related.id:
                holder = entry.getparent()
                assert holder is not None
                holder.remove(entry)
                holder.set("count", str(len(holder)))
                if not len(holder):
                    document.root.remove(holder)
        workbook.write(sheet_part, document.to_bytes())
        of_sheet.remove(related.id)
    workbook.remove(part)


def _column(old: list[_Element], source: int | None, used: list[int]) -> _Element:
    from lxml import etree

    if source is not None and source < len(old):
        column = old[source]
        if column.getparent() is not None:  # already placed: a second series with the same look
            column = copy.deepcopy(column)
            column.attrib.pop("{http://schemas.microsoft.com/office/spreadsheetml/2016/revision3}uid", "")
        else:
            _plain(column)
            return column
    else:
        column = etree.Element(qn("x:tableColumn"))
    _plain(column)
    used.append(max(used, default=0) + 1)
    column.set("id", str(used[-1]))
    return column


def _plain(column: _Element) -> None:
    """No totals and no column formula: the cells hold values now."""
    for attribute in ("totalsRowFunction", "totalsRowLabel"):
        column.attrib.pop(attribute, "")
    for child in list(column):
        column.remove(child)
