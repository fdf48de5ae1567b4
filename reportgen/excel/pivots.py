"""Pivot tables over filled cells: their source follows the rows, and Excel is asked to refresh them on opening."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from reportgen.excel.formulas import SheetMap
from reportgen.excel.ranges import stretched
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import Area
from reportgen.ooxml.xml import qn

_CACHE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"


def move_pivot_sources(package: Package, maps: Mapping[str, SheetMap], tables: Collection[str]) -> None:
    """Move the sources of pivot caches. ``tables`` are the Tables (in lower case) on sheets that were filled.

    A cache over cells that did not change stays as it is.
    """
    for part in package.names():
        if "/pivotCache/" not in part or package.content_type(part) != _CACHE_TYPE:
            continue
        with package.edited(part) as root:
            for source in root.iter(qn("x:worksheetSource")):
                sheet = maps.get((source.get("sheet") or "").lower())
                if sheet is not None:
                    area = stretched(Area.parse((source.get("ref") or "A1").replace("$", "")), sheet)
                    source.set("sheet", sheet.name)
                    if source.get("ref") and area is not None:
                        source.set("ref", area.full)
                if sheet is not None or (source.get("name") or "").lower() in tables:
                    root.set("refreshOnLoad", "1")
