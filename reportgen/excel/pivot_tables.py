"""Pivot tables follow their rows: where they are, the cells they count on, and the names of the fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.excel.moved_areas import moved_point, stretched
from reportgen.excel.moved_formulas import SheetMap
from reportgen.excel.structured_references import TableArea
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import Range
from reportgen.ooxml.guard import naming
from reportgen.ooxml.relationships import PIVOT_TABLE
from reportgen.ooxml.sheet_cells import WorkbookCells
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_CACHE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"


def pivot_caches(package: Package) -> Iterator[str]:
    """The parts that say what the workbook's pivot tables count on."""
    return (part for part in package.names() if package.content_type(part) == _CACHE_TYPE)


def move_pivot_table(package: Package, sheet_part: str, sheet: SheetMap) -> None:
    """Move the pivot tables on a sheet with their upper left cell; what they show is refreshed by Excel."""
    for relationship in package.relationships(sheet_part).by_type(PIVOT_TABLE):
        with naming(relationship.part), package.edited(relationship.part) as root:
            location = root.find(qn("x:location"))
            if location is not None:
                area = Range.parse(location.get("ref") or "A1")
                row, column = moved_point(area.top, area.left, sheet)
                down, right = row - area.top, column - area.left
                location.set("ref", Range(row, column, area.bottom + down, area.right + right).full)


def move_pivot_sources(
    package: Package, maps: Mapping[str, SheetMap], tables: Iterable[TableArea], cells: WorkbookCells
) -> None:
    """Move the sources of pivot caches. ``tables`` are the Tables on sheets that were filled, as they are now.

    A cache over cells that did not change stays as it is.
    """
    by_name = {table.name.lower(): table for table in tables}
    for part in pivot_caches(package):
        with naming(part), package.edited(part) as root:
            renamed = [
                pair
                for source in root.iter(qn("x:worksheetSource"))
                for pair in _moved(root, source, maps, by_name, cells)
            ]
        if renamed:
            _rename_fields(package, part, dict(renamed))


def _moved(
    root: _Element,
    source: _Element,
    maps: Mapping[str, SheetMap],
    tables: Mapping[str, TableArea],
    cells: WorkbookCells,
) -> list[tuple[str, str]]:
    """Move one source; give the fields that have another name now."""
    sheet = maps.get((source.get("sheet") or "").lower())
    table = tables.get((source.get("name") or "").lower())
    area, name = (table.area, table.sheet) if table is not None else (None, "")
    if sheet is not None:
        area, name = stretched(Range.parse((source.get("ref") or "A1").replace("$", "")), sheet), sheet.name
        source.set("sheet", name)
        if source.get("ref") and area is not None:
            source.set("ref", area.full)
    if sheet is None and table is None:
        return []
    root.set("refreshOnLoad", "1")
    renamed = []
    for offset, field in enumerate(root.iter(qn("x:cacheField")) if area is not None else ()):
        head = cells.at(name, area.top, area.left + offset) if area is not None else None
        old = field.get("name") or ""
        if "{" in old and head is not None and head.text:
            field.set("name", head.text)
            renamed.append((old, head.text))
    return renamed


def _rename_fields(package: Package, cache: str, names: Mapping[str, str]) -> None:
    """The fields of the pivot tables over a cache go by the new names too."""
    for part in package.referrers(cache):
        if "pivotTable" not in (package.content_type(part) or ""):
            continue
        with package.edited(part) as root:
            for element in root.iter(qn("x:dataField"), qn("x:pivotField")):
                said = element.get("name") or ""
                for old, new in names.items():
                    said = said.replace(old, new)
                if said:
                    element.set("name", said)
