"""The designer's charts follow the rows: series stretched over them, caches filled with the values that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.ooxml import Package, xml
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW, Area
from reportgen.ooxml.charts.caches import set_levels, set_points
from reportgen.ooxml.content_types import CHART, CHART_EX
from reportgen.ooxml.formulas import Formula, Reference, parse_formula
from reportgen.ooxml.sheet_cells import SheetCell, WorkbookCells
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_VALUE_TAGS = (qn("c:numRef"), qn("c:strRef"), qn("c:multiLvlStrRef"))


@dataclass(frozen=True, slots=True)
class WrittenCells:
    """The cells as they stand in the filled workbook; ``changed`` are the sheets (in lower case) that were written."""

    cells: WorkbookCells
    changed: frozenset[str]

    def are_written(self, references: Iterable[Reference]) -> bool:
        """Whether all the sheets that the references name were changed."""
        return all(name.lower() in self.changed for found in references for name in found.sheets)

    def of(self, references: Iterable[Reference]) -> list[SheetCell | None]:
        """The cells of references in reading order; nothing for whole rows and columns."""
        return [
            self.cells.at(found.sheets[0], row, column)
            for found in references
            if found.sheets and (area := _area(found)).bottom < LAST_ROW and area.right < LAST_COLUMN
            for row, column in area.cells()
        ]


def chart_parts(package: Package) -> Iterator[str]:
    """The chart parts of a package, those of the newer kinds too."""
    for name in package.names():
        if package.content_type(name) in (CHART, CHART_EX):
            yield name


def referenced_areas(package: Package, part: str) -> Iterator[Formula]:
    """The formulas of a chart's series."""
    names = _names(package)
    for element in xml.parse(package.read(part), part).root.iter(qn("c:f"), qn("c15:f"), qn("cx:f")):
        if element.text:
            yield parse_formula(names.get(element.text, element.text))


def move_chart(package: Package, part: str, maps: Mapping[str, SheetMap], written: WrittenCells) -> None:
    """Move a chart's references and rewrite its caches. A chart over sheets that did not change stays as it is."""
    with package.edited(part) as root:
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


def _recache_extended(root: _Element, written: WrittenCells, names: Mapping[str, str]) -> None:
    """The caches of a waterfall, funnel or map: ``cx:lvl`` for a series' values, ``cx:v`` for its name."""
    from lxml import etree

    for formula in list(root.iter(qn("cx:f"))):
        references = list(parse_formula(names.get(formula.text or "", formula.text or "")).references)
        holder = formula.getparent()
        if holder is None or not references or not written.are_written(references):
            continue
        cells = written.of(references)
        numeric = holder.tag == qn("cx:numDim")
        said, levels = holder.find(qn("cx:v")), holder.findall(qn("cx:lvl"))
        if said is not None:
            said.text = " ".join(cell.text for cell in cells if cell is not None)
        if len(levels) == 1:
            levels[0].set("ptCount", str(len(cells)))
            levels[0][:] = []
            for index, cell in enumerate(cells):
                if cell is not None and (not numeric or cell.kind == "number"):
                    etree.SubElement(levels[0], qn("cx:pt"), idx=str(index)).text = cell.text
        elif levels:  # more than one level of categories: Excel reads them anew
            for level in levels:
                holder.remove(level)


def _recache(holder: _Element, written: WrittenCells) -> None:
    formula = parse_formula(holder.findtext(qn("c:f")) or "")
    references = list(formula.references)
    if not references or not written.are_written(references):
        return
    cells = written.of(references)
    for name in ("c:numCache", "c:strCache"):
        cache = holder.find(qn(name))
        if cache is not None:
            numeric = name == "c:numCache"
            set_points(cache, [_text(cell) if not numeric or _is_number(cell) else None for cell in cells])
    levels = holder.find(qn("c:multiLvlStrCache"))
    if levels is not None and len(references) == 1 and (area := _area(references[0])).bottom < LAST_ROW:
        columns = range(area.right, area.left - 1, -1)  # the innermost level comes first
        rows = range(area.top, area.bottom + 1)
        sheet = references[0].sheets[0]
        set_levels(
            levels, [[_text(written.cells.at(sheet, row, column)) for row in rows] for column in columns]
        )


def _area(reference: Reference) -> Area:
    return Area.parse(f"{reference.first}:{reference.last or reference.first}")


def _text(cell: SheetCell | None) -> str | None:
    return None if cell is None else cell.text


def _is_number(cell: SheetCell | None) -> bool:
    return cell is not None and cell.kind == "number"
