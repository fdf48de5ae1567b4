"""Sheets around whose rows nothing moves: their frame is moved once and kept for the next fill of a batch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.excel.axis import AxisMap
from reportgen.ooxml.addresses import Area
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_WITHOUT_ADDRESSES = {
    qn(f"x:{name}")
    for name in (
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "printOptions",
        "pageMargins", "pageSetup", "headerFooter",
    )
}  # fmt: skip
_DIMENSION = re.compile(rb'(<(?:\w+:)?dimension ref=")[^"]*(")')


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
        rows += [Area.parse(word).bottom for word in cells.split()]
        rows.append(int(float(view.get("ySplit") or 0)))
    return max(rows)


def is_unmoved(rows: AxisMap, last: int) -> bool:
    """Whether the rows up to ``last`` stand where they stood."""
    position = 1
    for strip in rows.strips:
        if position > last:
            return True
        if strip.first != position or len(strip.images) != 1 or strip.images[0] != position:
            return False
        position = strip.last + 1
    return position > last


def with_dimension(head: bytes, used: Area | None) -> bytes:
    """The XML before the rows, saying which cells there are."""
    area = "A1" if used is None else str(used)
    return _DIMENSION.sub(rb"\g<1>" + area.encode() + rb"\2", head, count=1)
