"""Rows between the copies of repeated rows, such as heads of groups: what a range over the copies must leave out.

Functions that take any number of ranges get the copies alone, some take them as one reference of several areas
(``RANK(B5,(B5:B7,B9:B10))``). What can take neither is a finding where something is between the copies that it would count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from reportgen.excel.axis import AxisMap
from reportgen.ooxml.formulas import Reference

SEVERAL_RANGES = frozenset({
    "SUM", "AVERAGE", "AVERAGEA", "COUNT", "COUNTA", "MAX", "MAXA", "MIN", "MINA", "PRODUCT", "MEDIAN", "STDEV", "STDEV.S",
    "STDEV.P", "STDEVP", "VAR", "VAR.S", "VAR.P", "VARP",
})  # fmt: skip
"""Functions that take any number of ranges, of several sheets too."""

_MORE_RANGES = frozenset({
    "SUMSQ", "DEVSQ", "GEOMEAN", "HARMEAN", "MODE", "MODE.SNGL", "AND", "OR", "XOR", "CONCAT",
})  # fmt: skip
_RANGES_AFTER = {"SUBTOTAL": 1, "TEXTJOIN": 2}
"""Those that take any number of ranges after their first arguments."""
_SEVERAL_AREAS = {
    "RANK": 1, "RANK.EQ": 1, "RANK.AVG": 1, "LARGE": 0, "SMALL": 0, "PERCENTILE": 0, "PERCENTILE.INC": 0,
    "PERCENTILE.EXC": 0, "QUARTILE": 0, "QUARTILE.INC": 0, "QUARTILE.EXC": 0, "FREQUENCY": 0, "IRR": 0,
}  # fmt: skip
"""Functions that take one reference of several areas, in brackets, as this argument."""
_BY_PLACE = frozenset({
    "INDEX", "ROWS", "COLUMNS", "COUNTBLANK", "TRANSPOSE", "UNIQUE", "SORT", "SORTBY", "FILTER",
})  # fmt: skip
"""Functions to which an empty row between is one too many."""
_TAKEN = {"SUMIF": 2, "AVERAGEIF": 2, "SUMIFS": 0, "AVERAGEIFS": 0, "MAXIFS": 0, "MINIFS": 0}
"""Functions with the argument whose cells they take; what the others' cells say is only looked at, where there is that one."""
_LOOKED_UP = frozenset({
    "VLOOKUP", "HLOOKUP", "XLOOKUP", "LOOKUP", "MATCH", "XMATCH", "COUNTIF", "COUNTIFS",
})  # fmt: skip
"""Functions that take a row by what it says: a head counts only where it says the same."""

MOST_RANGES = 250
"""Arguments of one function: Excel takes 255."""

LineSpan = tuple[int, int]
ColumnsOfRows = Mapping[int, frozenset[int]]
"""The columns with something in them, by template row."""


def takes_ranges(reference: Reference) -> bool:
    """Whether the function that the reference is an argument of takes any number of ranges in its place."""
    if len(reference.sheets) > 1:
        return False
    if reference.function in _RANGES_AFTER:
        return reference.argument >= _RANGES_AFTER[reference.function]
    return reference.function in SEVERAL_RANGES or reference.function in _MORE_RANGES


def takes_areas(reference: Reference) -> bool:
    """Whether the function takes one reference of several areas in its place."""
    return _SEVERAL_AREAS.get(reference.function) == reference.argument and len(reference.sheets) < 2


def may_be_apart(axis: AxisMap, low: int, high: int) -> bool:
    """Whether a loop repeats other positions together with some of ``low`` to ``high``, so that they may be between copies."""
    within = {
        loop for strip in axis.strips if strip.last >= low and strip.first <= high for loop in strip.loops
    }
    return any(
        not within.isdisjoint(strip.loops) for strip in axis.strips if strip.last < low or strip.first > high
    )


def pieces_of(axis: AxisMap, low: int | None, high: int | None, span: LineSpan) -> list[LineSpan]:
    """The runs of copies of ``low`` to ``high`` within a span, where other rows (or columns) are between them."""
    if low is None or high is None or span == (0, 0):
        return [span]
    found = axis.pieces(min(low, high), max(low, high), (span[0], span[1] + 1))
    return found if len(found) > 1 and (found[0][0], found[-1][1]) == span else [span]


def stands_between(
    axis: AxisMap,
    contents: ColumnsOfRows,
    low: int | None,
    high: int | None,
    rows: LineSpan,
    columns: LineSpan,
) -> bool:
    """Whether something is in ``columns`` of the rows between the copies of the template's ``low`` to ``high``."""
    low, high = min(low or 1, high or 1), max(low or 1, high or 1)
    for strip in axis.strips:
        if low <= strip.first <= high or (strip.last < low and not strip.loops):
            continue
        at = bisect_left(strip.images, rows[0])
        if at == len(strip.images) or strip.images[at] > rows[1]:
            continue
        filled = (contents.get(row, frozenset()) for row in range(strip.first, strip.last + 1))
        if any(columns[0] <= column <= columns[1] for row in filled for column in row):
            return True
    return False


def variant_of(reference: Reference, others: Iterator[Reference], *, is_occupied: bool) -> str:
    """What is wrong with a range that takes in the rows between copies; empty where nothing is.

    ``others`` are all references of the formula.
    """
    function = reference.function
    calls = {(other.function, other.argument) for other in others}
    taken = _TAKEN.get(function)
    if taken is not None and (function, taken) in calls:
        return "looked-up" if is_occupied and reference.argument == taken else ""
    if function == "INDEX" and any(called in ("MATCH", "XMATCH") for called, _ in calls):
        return "looked-up" if is_occupied else ""
    if function in _BY_PLACE:
        return "by-place"
    if not is_occupied:
        return ""
    return "looked-up" if function in _LOOKED_UP else "counted"
