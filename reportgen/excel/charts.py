"""The designer's charts follow the rows: series stretched over them, caches filled with the values that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.excel.formulas import Home, SheetMap, moved
from reportgen.excel.parts import edited
from reportgen.excel.written import WrittenSheets
from reportgen.ooxml import Package, xml
from reportgen.ooxml.addresses import LAST_ROW, Area
from reportgen.ooxml.formulas import Formula, Reference, parse_formula
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
EXTENDED_TYPE = "application/vnd.ms-office.chartex+xml"
_VALUE_TAGS = (qn("c:numRef"), qn("c:strRef"), qn("c:multiLvlStrRef"))


def chart_parts(package: Package) -> Iterator[str]:
    """The chart parts of a package, those of the newer kinds too."""
    for name in package.names():
        if name.startswith("xl/charts/") and package.content_type(name) in (CHART_TYPE, EXTENDED_TYPE):
            yield name


def referenced_areas(package: Package, part: str) -> Iterator[Formula]:
    """The formulas of a chart's series."""
    names = _names(package)
    for element in xml.parse(package.read(part), part).root.iter(qn("c:f"), qn("c15:f"), qn("cx:f")):
        if element.text:
            yield parse_formula(names.get(element.text, element.text))


def move_chart(package: Package, part: str, maps: Mapping[str, SheetMap], written: WrittenSheets) -> None:
    """Move a chart's references and rewrite its caches. A chart over sheets that did not change stays as it is."""
    with edited(package, part) as root:
        for element in root.iter(qn("c:f"), qn("c15:f"), qn("c15:sqref"), qn("cx:f")):
            if element.text:
                element.text = moved(parse_formula(element.text), Home(""), maps, spread=True)
        for holder in root.iter(*_VALUE_TAGS):
            _recache(holder, written)
        if root.tag == qn("cx:chartSpace"):
            _recache_extended(root, written, _names(package))


def _names(package: Package) -> Mapping[str, str]:
    """The names that Excel gives to the ranges of charts of the newer kinds (``_xlchart.v1.0``), as they read now."""
    root = xml.parse(package.read(package.main_part), package.main_part).root
    named = ((element.get("name") or "", element.text or "") for element in root.iter(qn("x:definedName")))
    return {name: text for name, text in named if name.startswith("_xlchart.")}


def _recache_extended(root: _Element, written: WrittenSheets, names: Mapping[str, str]) -> None:
    """The caches of a waterfall, funnel or map: ``cx:lvl`` for a series' values, ``cx:v`` for its name."""
    from lxml import etree

    for formula in list(root.iter(qn("cx:f"))):
        references = list(parse_formula(names.get(formula.text or "", formula.text or "")).references)
        holder = formula.getparent()
        if holder is None or not references or not _are_written(references, written):
            continue
        cells = [value for found in references for value in written.values_of(found)]
        numeric = holder.tag == qn("cx:numDim")
        said, levels = holder.find(qn("cx:v")), holder.findall(qn("cx:lvl"))
        if said is not None:
            said.text = " ".join(cell[1] for cell in cells if cell is not None)
        if len(levels) == 1:
            levels[0].set("ptCount", str(len(cells)))
            levels[0][:] = []
            for index, cell in enumerate(cells):
                if cell is not None and (not numeric or cell[0] in ("n", "")):
                    etree.SubElement(levels[0], qn("cx:pt"), idx=str(index)).text = cell[1]
        elif levels:  # more than one level of categories: Excel reads them anew
            for level in levels:
                holder.remove(level)


def _are_written(references: list[Reference], written: WrittenSheets) -> bool:
    return all(written.is_written(name) for found in references for name in found.sheets)


def _recache(holder: _Element, written: WrittenSheets) -> None:
    formula = parse_formula(holder.findtext(qn("c:f")) or "")
    references = list(formula.references)
    if not references or not _are_written(references, written):
        return
    cells = [value for found in references for value in written.values_of(found)]
    for name in ("c:numCache", "c:strCache"):
        cache = holder.find(qn(name))
        if cache is not None:
            _refill(cache, cells, numeric=name == "c:numCache")
    levels = holder.find(qn("c:multiLvlStrCache"))
    if levels is not None and len(references) == 1:
        _refill_levels(levels, written, references[0].sheets[0], references[0].first, references[0].last)


def _refill(cache: _Element, cells: list[tuple[str, str] | None], *, numeric: bool) -> None:
    from lxml import etree

    for child in cache.findall(qn("c:pt")):
        cache.remove(child)
    count = cache.find(qn("c:ptCount"))
    if count is None:
        count = etree.Element(qn("c:ptCount"))
        cache.insert(1 if cache.find(qn("c:formatCode")) is not None else 0, count)
    count.set("val", str(len(cells)))
    at = cache.index(count) + 1
    for index, cell in enumerate(cells):
        if cell is None or (numeric and cell[0] not in ("n", "")):
            continue
        point = etree.Element(qn("c:pt"), idx=str(index))
        etree.SubElement(point, qn("c:v")).text = cell[1]
        cache.insert(at, point)
        at += 1


def _refill_levels(levels: _Element, written: WrittenSheets, sheet: str, first: object, last: object) -> None:
    from lxml import etree

    area = Area.parse(f"{first}:{last or first}".replace("$", ""))
    if area.bottom == LAST_ROW:
        return
    for child in levels.findall(qn("c:lvl")):
        levels.remove(child)
    count = levels.find(qn("c:ptCount"))
    if count is not None:
        count.set("val", str(area.bottom - area.top + 1))
    at = 0 if count is None else levels.index(count) + 1
    for column in range(area.right, area.left - 1, -1):  # the innermost level comes first
        level = etree.Element(qn("c:lvl"))
        for index, row in enumerate(range(area.top, area.bottom + 1)):
            cell = written.value_at(sheet, row, column)
            if cell is not None:
                point = etree.SubElement(level, qn("c:pt"), idx=str(index))
                etree.SubElement(point, qn("c:v")).text = cell[1]
        levels.insert(at, level)
        at += 1
