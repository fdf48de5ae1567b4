"""Lineage and snapshot as earlier versions put them into documents: two parts, of which the second was for refreshes.

The first held what was shown figure by figure (``shown``), charts (``chart``) and blocks of numbers; the second all text or
all cells, and charts once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.finished.lineage import Lineage, read_lineage
from reportgen.finished.snapshot import (
    CellSnapshot,
    ChartSnapshot,
    PlacedFigure,
    SeriesSnapshot,
    Snapshot,
)
from reportgen.finished.snapshot_xml import read_chart_snapshot, read_snapshot
from reportgen.ooxml import customxml
from reportgen.ooxml.addresses import cell_at
from reportgen.ooxml.sheet_cells import decimal_of
from reportgen.ooxml.xml import parse
from reportgen.record import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package

_ITEMS = tuple(customxml.item_id(f"urn:reportgen:{name}:1") for name in ("lineage", "wording"))


def read(package: Package) -> tuple[Lineage | None, Snapshot | None]:
    """Lineage and snapshot; ``None`` where there are none. Raises ``ValueError``, ``KeyError``, ``ArithmeticError``."""
    lineage, wording = (customxml.read(package, item) for item in _ITEMS)
    if lineage is None:
        return None, None
    root = parse(lineage, "lineage").root
    found = _figure_by_figure(root)
    if wording is not None:
        found = _with_all(found, parse(wording, "wording").root)
    return read_lineage(root), found


def detach(package: Package) -> None:
    """Take both parts out."""
    for item in _ITEMS:
        customxml.detach(package, item)


def _figure_by_figure(root: _Element) -> Snapshot:
    """What the first part says: figures, blocks of numbers, charts without categories."""
    numbers = read_snapshot(root).numbers
    charts = []
    for element in root.iterfind("{*}chart"):
        series = []
        for one in element.iterfind("{*}series"):
            values = tuple(decimal_of(text) for text in (one.text or "").split())
            series.append(SeriesSnapshot(one.get("name") or "", ("",) * len(values), values))
        charts.append(ChartSnapshot(element.get("place") or "", "", "", tuple(series)))
    shown = [dict(element.attrib) for element in root.iterfind("{*}shown")]
    found = Snapshot(charts=tuple(charts), numbers=numbers, is_whole=False)
    return replace(found, listed=tuple(_shown({str(k): str(v) for k, v in one.items()}) for one in shown))


def _shown(said: dict[str, str]) -> PlacedFigure:
    known = {
        name: said[name]
        for name in ("part", "before", "after", "label", "name", "sheet", "kind", "format")
        if name in said
    }
    counts = {name: int(said.get(name) or 0) for name in ("paragraph", "table", "row", "cell")}
    if "ref" in said:
        counts["row"], counts["column"] = cell_at(said["ref"])
    return PlacedFigure(said.get("key", ""), said.get("text", ""), **known, **counts)  # type: ignore[arg-type]


def _with_all(found: Snapshot, root: _Element) -> Snapshot:
    """With the text or the cells of the second part."""
    second = read_snapshot(root)
    if second.parts:
        charts = tuple(read_chart_snapshot(element) for element in root.iterfind("{*}chart"))
        return replace(found, parts=second.parts, charts=charts or found.charts, listed=(), is_whole=True)
    named = {(one.sheet, one.row, one.column): one for one in found.listed}
    sheets = {
        sheet: {place: _named(cell, named.get((sheet, *place))) for place, cell in cells.items()}
        for sheet, cells in second.sheets.items()
    }
    digests = [chart.get("digest") or "" for chart in root.iterfind("{*}sheet/{*}chart")]
    if len(digests) == len(found.charts):
        charts = tuple(
            replace(chart, digest=digest) for chart, digest in zip(found.charts, digests, strict=True)
        )
        found = replace(found, charts=charts)
    return replace(found, sheets=sheets, listed=(), is_whole=True)


def _named(cell: CellSnapshot, shown: PlacedFigure | None) -> CellSnapshot:
    return cell if shown is None else replace(cell, name=shown.name, format=shown.format)
