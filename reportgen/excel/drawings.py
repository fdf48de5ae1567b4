"""Drawings follow the cell under their top left corner and keep their size; shapes around repeated rows grow with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.excel.axis import AxisMap
from reportgen.excel.moved_areas import moved_point
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.relationships import CHART, CHART_EX, DRAWING
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element


def drawing_parts(package: Package, sheet_part: str) -> list[str]:
    """The drawing parts of a worksheet part."""
    return [found.part for found in package.relationships(sheet_part).by_type(DRAWING)]


def charts_of(package: Package, drawing: str) -> list[str]:
    """The chart parts that a drawing shows."""
    return [found.part for found in package.relationships(drawing).by_type(CHART)]


def extended_charts_of(package: Package, drawing: str) -> list[str]:
    """The chart parts of the newer kinds (waterfall, funnel, map) that a drawing shows."""
    return [found.part for found in package.relationships(drawing).by_type(CHART_EX)]


def move_drawing(
    package: Package, part: str, home: str, sheet: SheetMap, maps: Mapping[str, SheetMap]
) -> None:
    """Move the anchors of a drawing, and the formulas that shapes and pictures show."""
    with package.edited(part) as root:
        move_anchors(root, sheet)
        for shape in root.iter(qn("xdr:sp"), qn("xdr:pic")):
            link = shape.get("textlink")
            if link:
                shape.set("textlink", moved(parse_formula(link), Home(home), maps))
        for camera in root.iter("{*}cameraTool"):  # a picture of cells
            cells = camera.get("cellRange")
            if cells:
                camera.set("cellRange", moved(parse_formula(cells), Home(home), maps, spread=True))


def move_anchors(root: _Element, sheet: SheetMap) -> None:
    """Move what is anchored to cells.

    The lower right end moves by as much as the upper left; that of a shape which moves and sizes with its cells goes where
    the last copy of its own cell went.
    """
    for start in root.iter(qn("xdr:from")):
        end = start.getnext()
        row, column = _cell(start)
        new_row, new_column = moved_point(row, column, sheet)
        _place(start, new_row, new_column)
        if end is not None and end.tag == qn("xdr:to"):
            last_row, last_column = _cell(end)
            to_row, to_column = last_row + new_row - row, last_column + new_column - column
            if _sizes_with_cells(start.getparent()):
                to_row = _last_image(sheet.rows, row, last_row) or to_row
                to_column = _last_image(sheet.columns, column, last_column) or to_column
            _place(end, max(to_row, new_row), max(to_column, new_column))


def _sizes_with_cells(anchor: _Element | None) -> bool:
    """Whether it is a shape, and not a chart or a picture, that Excel stretches with its cells."""
    if anchor is None or anchor.get("editAs", "twoCell") != "twoCell":
        return False
    return any(child.tag in _SHAPES for child in anchor)


_SHAPES = {qn("xdr:sp"), qn("xdr:cxnSp"), qn("xdr:grpSp")}


def _last_image(axis: AxisMap, first: int, last: int) -> int | None:
    """Where the end of a stretch went, in the first pass of the loops around all of it."""
    window = next(axis.windows(axis.common(first, last)), None)
    found = axis.span(last, last, window) or axis.span(first, last, window)
    return None if found is None else found[1]


def _cell(anchor: _Element) -> tuple[int, int]:
    """Row and column of an anchor's end, from 1 (the file counts from 0)."""
    return int(_child(anchor, "xdr:row").text or 0) + 1, int(_child(anchor, "xdr:col").text or 0) + 1


def _place(anchor: _Element, row: int, column: int) -> None:
    _child(anchor, "xdr:row").text = str(min(max(row, 1), LAST_ROW) - 1)
    _child(anchor, "xdr:col").text = str(min(max(column, 1), LAST_COLUMN) - 1)


def _child(anchor: _Element, name: str) -> _Element:
    found = anchor.find(qn(name))
    assert found is not None, f"a drawing's anchor has no {name}"
    return found
