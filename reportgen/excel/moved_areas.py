"""Areas and lists of areas moved: ``sqref``, merges, anchors, print areas."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.excel.axis import AxisMap
from reportgen.excel.moved_formulas import SheetMap
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW, Range


def stretched(area: Range, sheet: SheetMap) -> Range | None:
    """The area from its first to its last image (a filter, a Table, a print area); ``None`` where all of it went."""
    rows = _span(sheet.rows, area.top, area.bottom, LAST_ROW)
    columns = _span(sheet.columns, area.left, area.right, LAST_COLUMN)
    if rows is None or columns is None:
        return None
    return Range(rows[0], columns[0], rows[1], columns[1])


def copies(area: Range, sheet: SheetMap) -> Iterator[Range]:
    """The area once for every pass that brings it out whole (a merge, a sparkline)."""
    columns = list(_copies(sheet.columns, area.left, area.right, LAST_COLUMN))
    for top, bottom in _copies(sheet.rows, area.top, area.bottom, LAST_ROW):
        for left, right in columns:
            yield Range(top, left, bottom, right)


def remarked(area: Range, sheet: SheetMap) -> Iterator[Range]:
    """The copies of cells that a comment or a link is on; in a finished workbook it stays with its own row."""
    own = sheet.rows.stays.get(area.top) if area.top == area.bottom else None
    for copy in copies(area, sheet):
        if own is None or copy.top == own:
            yield copy


def moved_pieces(area: Range, sheet: SheetMap) -> Iterator[Range]:
    """All cells the area's cells became, as few rectangles as rows and columns allow (a format, a validation)."""
    columns = _runs(sheet.columns, area.left, area.right, LAST_COLUMN)
    for top, bottom in _runs(sheet.rows, area.top, area.bottom, LAST_ROW):
        for left, right in columns:
            yield Range(top, left, bottom, right)


def moved_list(sqref: str, sheet: SheetMap) -> str:
    """A ``sqref`` moved; empty where all of it went."""
    return " ".join(str(piece) for area in areas_of(sqref) for piece in moved_pieces(area, sheet))


def areas_of(sqref: str) -> list[Range]:
    """The areas that a ``sqref`` names; what is none (``#REF!``, left of cells that went) is passed over, as by Excel."""
    found = []
    for word in sqref.split():
        try:
            found.append(Range.parse(word))
        except ValueError:
            continue
    return found


def moved_point(row: int, column: int, sheet: SheetMap) -> tuple[int, int]:
    """Where a point of the sheet went; the nearest place before it that came out, where it went away itself."""
    return _point(sheet.rows, row), _point(sheet.columns, column)


def _point(axis: AxisMap, position: int) -> int:
    found = axis.first_image(position)
    if found is not None:
        return found
    before = axis.span(1, position)
    return before[1] + 1 if before else 1


def _span(axis: AxisMap, first: int, last: int, end: int) -> tuple[int, int] | None:
    return (1, end) if (first, last) == (1, end) else axis.span(first, last)


def _copies(axis: AxisMap, first: int, last: int, end: int) -> Iterator[tuple[int, int]]:
    if (first, last) == (1, end):
        yield 1, end
    else:
        yield from axis.copies(first, last)


def _runs(axis: AxisMap, first: int, last: int, end: int) -> list[tuple[int, int]]:
    return [(1, end)] if (first, last) == (1, end) else axis.runs(first, last)
