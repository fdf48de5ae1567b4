"""The designer's charts follow the rows: series stretched over them, caches filled with the values that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.excel.problems import CellPlace, Problems
from reportgen.findings import Severity
from reportgen.ooxml import Package, xml
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW, Range
from reportgen.ooxml.charts.caches import VALUE_REFERENCES, renew_extended, renew_levels, renew_points
from reportgen.ooxml.content_types import CHART, CHART_EX
from reportgen.ooxml.formulas import Formula, Reference, parse_formula
from reportgen.ooxml.sheet_cells import SheetCell, WorkbookCells
from reportgen.ooxml.xml import qn
from reportgen.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element


class WrittenCells(Record):
    """The cells as they are in the filled workbook; ``changed`` are the sheets (in lower case) that were written."""

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


def move_chart(
    package: Package, part: str, maps: Mapping[str, SheetMap], written: WrittenCells, problems: Problems
) -> None:
    """Move a chart's references and rewrite its caches. A chart over sheets that did not change stays as it is."""
    with package.edited(part) as root:
        for element in root.iter(qn("c:f"), qn("c15:f"), qn("c15:sqref"), qn("cx:f")):
            if element.text:
                several = _moved(element.text, maps, apart=True)
                if element.tag == qn("cx:f") and several != (one := _moved(element.text, maps, apart=False)):
                    place = CellPlace("", text=element.text)
                    problems.add("range-over-heads", place, Severity.WARNING, variant="chart")
                    several = one  # charts of the newer kinds take one area
                element.text = several
        for holder in root.iter(*VALUE_REFERENCES):
            _recache(holder, written)
        if root.tag == qn("cx:chartSpace"):
            _recache_extended(root, written, _names(package))


def _moved(text: str, maps: Mapping[str, SheetMap], *, apart: bool) -> str:
    """A series' formula over the copies of its rows; several areas are in brackets, as Excel writes them."""
    formula = parse_formula(text)
    made = moved(formula, Home(""), maps, spread=True, apart=apart)
    is_one = len(formula.parts) == 1 and "," in made and len(list(parse_formula(made).references)) > 1
    return f"({made})" if is_one else made


def _names(package: Package) -> Mapping[str, str]:
    """The names that Excel gives to the ranges of charts of the newer kinds (``_xlchart.v1.0``), as they read now."""
    root = xml.parse(package.read(package.main_part), package.main_part).root
    named = ((element.get("name") or "", element.text or "") for element in root.iter(qn("x:definedName")))
    return {name: text for name, text in named if name.startswith("_xlchart.")}


def _recache_extended(root: _Element, written: WrittenCells, names: Mapping[str, str]) -> None:
    """The caches of a waterfall, funnel or map."""
    for formula in list(root.iter(qn("cx:f"))):
        references = list(parse_formula(names.get(formula.text or "", formula.text or "")).references)
        holder = formula.getparent()
        if holder is not None and references and written.are_written(references):
            renew_extended(holder, written.of(references))


def _recache(holder: _Element, written: WrittenCells) -> None:
    references = list(parse_formula(holder.findtext(qn("c:f")) or "").references)
    if not references or not written.are_written(references):
        return
    renew_points(holder, written.of(references))
    areas = [(_area(found), found.sheets[0]) for found in references if found.sheets]
    if len({(area.left, area.right) for area, _ in areas}) == 1 and areas[-1][0].bottom < LAST_ROW:
        columns = range(areas[0][0].right, areas[0][0].left - 1, -1)  # the innermost level comes first
        rows = [(sheet, row) for area, sheet in areas for row in range(area.top, area.bottom + 1)]
        renew_levels(holder, [[written.cells.at(*row, column) for row in rows] for column in columns])


def _area(reference: Reference) -> Range:
    return Range.parse(f"{reference.first}:{reference.last or reference.first}")
