"""Formulas of repeated rows by pattern: the row marked in the text, so that copies need not be worked out one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.excel.formulas import (
    Home,
    SheetMap,
    is_over_many,
    moved_axis,
    moved_prefix,
    moved_reference,
    row_above,
    shared_loops,
)
from reportgen.ooxml.addresses import Corner
from reportgen.ooxml.formulas import Formula, Reference

THIS_ROW, ROW_ABOVE = "\x00", "\x03"
"""Stand in a formula's text for the row it comes to stand in, and the one above."""


def by_row(formula: Formula, home: Home, maps: Mapping[str, SheetMap]) -> str | None:
    """The formula of a repeated row with marks for its row, so that copies need not be worked out one by one.

    ``None`` where some reference depends on the pass in another way.
    """
    own = maps.get(home.sheet.lower())
    if own is None or not own.rows.loops_at(home.row):
        return None
    pieces = []
    for part in formula.parts:
        piece = (
            own.tables.get(part.lower(), part) if isinstance(part, str) else _by_row(part, home, maps, own)
        )
        if piece is None:
            return None
        pieces.append(piece)
    return "".join(pieces)


def _by_row(reference: Reference, home: Home, maps: Mapping[str, SheetMap], own: SheetMap) -> str | None:
    first, last = reference.first, reference.last
    is_own = not reference.sheets or reference.sheets[0].lower() == home.sheet.lower()
    if reference.external or not is_own or first.row is None or own.more or len(reference.sheets) > 1:
        return moved_reference(reference, home, maps)
    end = first if last is None or last.row is None else last
    if first.row_fixed and end.row_fixed:
        return moved_reference(reference, home, maps)
    row = ""
    if first.row == end.row and not first.row_fixed and not end.row_fixed:
        if first.row == home.row:
            row = THIS_ROW
        elif row_above(own.rows, first.row, first.row, False, (home.row, 2)):
            row = ROW_ABOVE
    if not row:
        low, high = min(first.row, end.row or 0), max(first.row, end.row or 0)
        alone = first.row_fixed == end.row_fixed and not shared_loops(own.rows, low, high, home.row)
        return moved_reference(reference, home, maps) if alone else None
    columns = moved_axis(
        own.columns,
        (first.column, first.column_fixed),
        None if last is None else (last.column, last.column_fixed),
        (home.column, home.output_column),
        is_over_many(reference),
    )
    if columns is None:
        return None
    prefix = moved_prefix(reference, own)
    left, right = (_lettered(corner, column) for corner, column in ((first, columns[0]), (end, columns[1])))
    if last is None and left == right:
        return f"{prefix}{left}{row}"
    return f"{prefix}{left}{row}:{right}{row}"


def _lettered(corner: Corner, column: int) -> str:
    return str(replace(corner, row=None, column=column or None))
