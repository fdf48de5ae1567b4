"""Everything of a worksheet but its rows, moved: views, widths, merges, formats, validations, links, breaks, sparklines.

A frame around whose rows nothing moves is kept for the next fill of a batch (:func:`last_row_named`).
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.excel.drawings import move_anchors
from reportgen.excel.moved_areas import areas_of, copies, moved_list, moved_point, stretched
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW, Range, column_letters, parse_corner
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.xml import is_on, qn
from reportgen.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

Maps = Mapping[str, SheetMap]


class SheetFrame(Record):
    """The tree around a sheet's rows, and the maps by which to move it. ``home`` is the sheet's template name."""

    root: _Element
    home: str
    maps: Maps

    @property
    def sheet(self) -> SheetMap:
        return self.maps[self.home.lower()]

    def move(self, used: Range | None) -> None:
        """Move all of it. ``used`` is the area of cells there now."""
        self._dimension(used)
        self._views()
        self._columns()
        self._filter()
        self._merges()
        self._formats()
        self._validations()
        self._links()
        self._breaks()
        self._other_lists()
        self._extensions()
        move_anchors(self.root, self.sheet)  # form controls

    def _dimension(self, used: Range | None) -> None:
        element = self.root.find(qn("x:dimension"))
        if element is not None:
            element.set("ref", "A1" if used is None else str(used))

    def _views(self) -> None:
        for view in self.root.iter(qn("x:sheetView"), qn("x:customSheetView")):
            frozen = self._pane(view.find(qn("x:pane")))
            for selection in view.iterchildren(qn("x:selection")):
                cell = selection.get("activeCell")
                if cell:
                    selection.set("activeCell", self._moved_cell(cell))
                if selection.get("sqref"):
                    selection.set(
                        "sqref",
                        moved_list(selection.get("sqref") or "", self.sheet)
                        or selection.get("activeCell")
                        or "A1",
                    )
                    if (
                        cell
                        and selection.get("activeCellId") is None
                        and " " in (selection.get("sqref") or "")
                    ):
                        selection.set("sqref", selection.get("activeCell") or "A1")
            top = view.get("topLeftCell")
            if top and not frozen:
                view.set("topLeftCell", self._moved_cell(top))

    def _pane(self, pane: _Element | None) -> bool:
        """Frozen panes freeze what they froze: the rows and columns before the split, repeated ones included."""
        if pane is None:
            return False
        if pane.get("state") not in ("frozen", "frozenSplit"):
            if pane.get("topLeftCell"):
                pane.set("topLeftCell", self._moved_cell(pane.get("topLeftCell") or "A1"))
            return False
        rows, columns = float(pane.get("ySplit") or 0), float(pane.get("xSplit") or 0)
        if rows:
            kept = self.sheet.rows.span(1, int(rows))
            rows = kept[1] if kept else 0
            _set_or_drop(pane, "ySplit", rows)
        if columns:
            kept = self.sheet.columns.span(1, int(columns))
            columns = kept[1] if kept else 0
            _set_or_drop(pane, "xSplit", columns)
        pane.set("topLeftCell", f"{column_letters(int(columns) + 1)}{int(rows) + 1}")
        return True

    def _columns(self) -> None:
        element = self.root.find(qn("x:cols"))
        if element is None or self.sheet.columns.is_identity:
            return
        made = []
        for column in list(element):
            element.remove(column)
            for low, high in self.sheet.columns.runs(
                int(column.get("min") or 1), int(column.get("max") or 1)
            ):
                twin = deepcopy(column)
                twin.set("min", str(low))
                twin.set("max", str(min(high, LAST_COLUMN)))
                made.append(twin)
        element.extend(sorted(made, key=lambda twin: int(twin.get("min") or 1)))
        if not made:
            self.root.remove(element)

    def _filter(self) -> None:
        sorts = self.root.iterchildren(qn("x:sortState"))
        for found in [*self.root.iter(qn("x:autoFilter")), *sorts]:
            move_filter(found, self.sheet)

    def _merges(self) -> None:
        element = self.root.find(qn("x:mergeCells"))
        if element is None:
            return
        texts = [merge.get("ref") or "A1" for merge in element]
        if self.sheet.is_identity and all(len({*text.split(":")}) == 2 for text in texts):
            return
        from lxml import etree

        areas = [Range.parse(text) for text in texts]
        for merge in list(element):
            element.remove(merge)
        for area in areas:
            for copy in copies(area, self.sheet):
                if str(copy) != str(Range(copy.top, copy.left, copy.top, copy.left)):  # one cell is no merge
                    etree.SubElement(element, qn("x:mergeCell"), ref=str(copy))
        element.set("count", str(len(element)))
        if not len(element):
            self.root.remove(element)

    def _formats(self) -> None:
        for element in list(self.root.iter(qn("x:conditionalFormatting"))):
            self._ruled(element, element.get("sqref") or "", [qn("x:formula")], "sqref")

    def _validations(self) -> None:
        for element in list(self.root.iter(qn("x:dataValidation"))):
            self._ruled(element, element.get("sqref") or "", [qn("x:formula1"), qn("x:formula2")], "sqref")
        _recount(self.root, qn("x:dataValidations"), qn("x:dataValidation"))

    def _ruled(self, element: _Element, sqref: str, formulas: list[str], attribute: str | None) -> None:
        """Move cells and formulas of a rule; formulas are written as seen from the first cell."""
        home = self._home_of(sqref)
        fresh = moved_list(sqref, self.sheet)
        if not fresh:
            _remove(element)
            return
        for formula in element.iter(*formulas):
            if formula.text:
                formula.text = moved(parse_formula(formula.text), home, self.maps)
        for value in element.iter(qn("x:cfvo")):
            if value.get("type") == "formula" and value.get("val"):
                value.set("val", moved(parse_formula(value.get("val") or ""), home, self.maps))
        if attribute:
            element.set(attribute, fresh)
        else:
            target = element.find(qn("xm:sqref"))
            if target is not None:
                target.text = fresh

    def _home_of(self, sqref: str) -> Home:
        areas = areas_of(sqref)
        if not areas:
            return Home(self.home)
        row, column = min(area.top for area in areas), min(area.left for area in areas)
        output_row, output_column = moved_point(row, column, self.sheet)
        return Home(self.home, row, column, output_row, output_column)

    def _links(self) -> None:
        """Places within the workbook that links lead to; the links themselves are moved with what they say."""
        for link in self.root.iter(qn("x:hyperlink")):
            location = link.get("location")
            if location and "!" in location and "{{" not in location:
                place = moved(parse_formula(location), Home(self.home), self.maps)
                link.set("location", location if "#REF!" in place else place)

    def _breaks(self) -> None:
        """A break after a repeated row is a break after each copy."""
        for name, axis in (("x:rowBreaks", self.sheet.rows), ("x:colBreaks", self.sheet.columns)):
            element = self.root.find(qn(name))
            if element is None:
                continue
            for found in list(element):
                element.remove(found)
                for _, last in axis.copies(int(found.get("id") or 0), int(found.get("id") or 0)):
                    twin = deepcopy(found)
                    twin.set("id", str(last))
                    element.append(twin)
            manual = sum(is_on(found.get("man")) for found in element)
            element.set("count", str(len(element)))
            element.set("manualBreakCount", str(manual))
            if not len(element):
                self.root.remove(element)

    def _other_lists(self) -> None:
        for name in ("x:protectedRange", "x:ignoredError", "x:cellWatch"):
            for element in list(self.root.iter(qn(name))):
                attribute = "r" if name == "x:cellWatch" else "sqref"
                fresh = moved_list(element.get(attribute) or "", self.sheet)
                if fresh:
                    element.set(attribute, fresh)
                else:
                    _remove(element)
        for element in list(self.root.iter(qn("x:cellSmartTags"))):
            area = Range.parse(element.get("r") or "A1")
            for copy in copies(area, self.sheet):
                twin = deepcopy(element)
                twin.set("r", str(copy))
                element.addprevious(twin)
            _remove(element)
        for element in self.root.iter(qn("x:inputCells")):
            element.set("r", self._moved_cell(element.get("r") or "A1"))

    def _extensions(self) -> None:
        for element in list(self.root.iter(qn("x14:conditionalFormatting"))):
            self._extended(element, [qn("xm:f")])
        for element in list(self.root.iter(qn("x14:dataValidation"))):
            self._extended(element, [qn("xm:f")])
        _recount(self.root, qn("x14:dataValidations"), qn("x14:dataValidation"))
        for group in list(self.root.iter(qn("x14:sparklineGroup"))):
            self._sparklines(group)
        for element in list(self.root.iter(qn("x14:protectedRange"), qn("x14:ignoredError"))):
            self._extended(element, [])

    def _extended(self, element: _Element, formulas: list[str]) -> None:
        sqref = element.findtext(qn("xm:sqref")) or ""
        self._ruled(element, sqref, formulas, None)

    def _sparklines(self, group: _Element) -> None:
        """A sparkline in a repeated row is drawn in each copy, over that copy's cells (dollars mean nothing to it)."""
        axis = group.find(qn("xm:f"))
        if axis is not None and axis.text:
            axis.text = moved(parse_formula(axis.text), Home(self.home), self.maps, spread=True)
        holder = group.find(qn("x14:sparklines"))
        if holder is None:
            return
        for line in list(holder):
            where, what = line.find(qn("xm:sqref")), line.find(qn("xm:f"))
            area = Range.parse((where.text or "A1") if where is not None else "A1")
            for copy in copies(area, self.sheet):
                twin = deepcopy(line)
                holder.append(twin)
                home = Home(self.home, area.top, area.left, copy.top, copy.left)
                target, source = twin.find(qn("xm:sqref")), twin.find(qn("xm:f"))
                if target is not None:
                    target.text = str(copy)
                if source is not None and what is not None and what.text:
                    source.text = moved(parse_formula(what.text.replace("$", "")), home, self.maps)
            holder.remove(line)
        if not len(holder):
            _remove(group)

    def _moved_cell(self, cell: str) -> str:
        corner = parse_corner(cell.partition(":")[0])
        row, column = moved_point(corner.row or 1, corner.column or 1, self.sheet)
        return f"{column_letters(min(column, LAST_COLUMN))}{min(row, LAST_ROW)}"


def move_filter(element: _Element, sheet: SheetMap) -> None:
    """Move an autofilter and its sort state; without its cells it goes."""
    for found in (element, *element.iterdescendants(qn("x:sortState"), qn("x:sortCondition"))):
        reference = found.get("ref")
        if reference is None:
            continue
        fresh = stretched(Range.parse(reference), sheet)
        if fresh is None:
            del found.attrib["ref"]
        else:
            found.set("ref", fresh.full if ":" in reference else str(fresh))
    if element.get("ref") is None:
        _remove(element)


def _set_or_drop(element: _Element, attribute: str, value: float) -> None:
    if value:
        element.set(attribute, str(int(value)))
    elif attribute in element.attrib:
        del element.attrib[attribute]


def _remove(element: _Element) -> None:
    """Take an element out, and the lists around it that it leaves empty."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if not len(parent) and parent.tag in _LISTS:
        _remove(parent)


_LISTS = {
    qn(name)
    for name in (
        "x:dataValidations", "x:protectedRanges", "x:ignoredErrors", "x:cellWatches", "x:smartTags", "x:ext", "x:extLst",
        "x14:conditionalFormattings", "x14:dataValidations", "x14:sparklineGroups", "x14:protectedRanges",
        "x14:ignoredErrors",
    )
}  # fmt: skip


def _recount(root: _Element, holder: str, item: str) -> None:
    for element in root.iter(holder):
        if element.get("count") is not None:
            element.set("count", str(len(element.findall(item))))


_WITHOUT_ADDRESSES = {
    qn(f"x:{name}")
    for name in (
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "printOptions",
        "pageMargins", "pageSetup", "headerFooter",
    )
}  # fmt: skip


def last_row_named(frame: _Element) -> int | None:
    """The last row that anything around the rows names; ``None`` where what is there may move with any row."""
    if any(element.tag not in _WITHOUT_ADDRESSES for element in frame):
        return None
    rows = [0]
    for view in frame.iter(qn("x:sheetView"), qn("x:pane"), qn("x:selection")):
        names = ["activeCell", "sqref"]
        if view.get("state") not in (
            "frozen",
            "frozenSplit",
        ):  # a frozen pane begins where the rows it holds end
            names.append("topLeftCell")
        cells = " ".join(view.get(name) or "" for name in names)
        rows += [Range.parse(word).bottom for word in cells.split()]
        rows.append(int(float(view.get("ySplit") or 0)))
    return max(rows)
