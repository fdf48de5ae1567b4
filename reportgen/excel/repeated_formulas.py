"""Formulas that wait until every row has its place: the XML of their cells, and their pattern over repeated rows."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.excel.calculator import CachedValue
from reportgen.excel.formula_patterns import ROW_ABOVE, THIS_ROW
from reportgen.excel.group_heads import may_be_apart, takes_ranges
from reportgen.excel.moved_formulas import (
    Home,
    SheetMap,
    is_over_many,
    moved,
    moved_axis,
    moved_prefix,
    moved_reference,
    row_above,
    shared_loops,
    with_heads,
)
from reportgen.excel.template_sheet import FormulaText
from reportgen.ooxml import xml
from reportgen.ooxml.addresses import Corner
from reportgen.ooxml.cell_texts import escaped
from reportgen.ooxml.formulas import Formula, Reference, parse_formula
from reportgen.record import Record, replace
from reportgen.regex import regex


class WaitingFormula(Record):
    """A formula to be moved once all maps are known."""

    formula: Formula
    text: FormulaText
    row: int
    column: int
    output_column: int
    cached: CachedValue | None


def formula_xml(
    waiting: WaitingFormula, text: str, home: Home, maps: Mapping[str, SheetMap], value: CachedValue | None
) -> str:
    """The rest of a formula cell's XML after its style: type, formula and value."""
    text = escaped(text)
    kept = waiting.text
    attributes = ""
    if kept.kind:
        area = moved_area(kept.area, home, maps)
        attributes = f' t="{kept.kind}" ref="{area}"'
        for name, said in kept.attributes:
            if name in ("r1", "r2"):
                said = moved(parse_formula(said), home, maps)
            attributes += f' {name}="{xml.escape_attribute(said)}"'
    kind, cached = value or ("", "")
    typed = f' t="{kind}"' if kind and kind != "n" else ""
    shown = f"<v>{escaped(cached)}</v>" if value is not None else ""
    if not kept.kind and not text:
        return f"{typed}>{shown}</c>" if shown else "/>"
    body = f"<f{attributes}>{text}</f>" if text else f"<f{attributes}/>"
    return f"{typed}>{body}{shown}</c>"


def moved_area(area: str, home: Home, maps: Mapping[str, SheetMap]) -> str:
    """The area an array formula fills, in the pass its formula is in."""
    return moved(parse_formula(area), home, maps)


def escaped_pattern(pattern: str) -> str:
    """A pattern as it is in a cell's XML, its marks in place."""
    return "".join(
        piece if piece in (THIS_ROW, ROW_ABOVE) else escaped(piece) for piece in _MARKS.split(pattern)
    )


_MARKS = regex(f"([{THIS_ROW}{ROW_ABOVE}])")


def by_row(formula: Formula, home: Home, maps: Mapping[str, SheetMap]) -> str | None:
    """The formula of a repeated row with marks for its row, so that copies need not be worked out one by one.

    ``None`` where some reference depends on the pass in another way.
    """
    own = maps.get(home.sheet.lower())
    if own is None or not own.rows.loops_at(home.row):
        return None
    pieces = []
    for part in with_heads(formula, home, maps).parts:
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
    running = _running_by_row(first, end, home, own) if last is not None else None
    row = ""
    if first.row == end.row and not first.row_fixed and not end.row_fixed:
        if first.row == home.row:
            row = THIS_ROW
        elif row_above(own.rows, first.row, first.row, False, (home.row, 2)):
            row = ROW_ABOVE
    if running is not None:
        if may_be_apart(own.rows, home.row, home.row) and takes_ranges(reference):
            return None  # each row its own list of ranges
        top, bottom = running
    elif row:
        top = bottom = row
    else:
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
        return f"{prefix}{left}{top}"
    return f"{prefix}{left}{top}:{right}{bottom}"


def _running_by_row(first: Corner, end: Corner, home: Home, own: SheetMap) -> tuple[str, str] | None:
    """The two ends of a running total over the repeated row itself (``B$5:B5``); ``None`` for anything else."""
    if first.row != home.row or end.row != home.row or first.row_fixed == end.row_fixed:
        return None
    everything = own.rows.span(home.row, home.row)
    if everything is None:
        return None
    if first.row_fixed:
        return f"${everything[0]}", THIS_ROW
    return THIS_ROW, f"${everything[1]}"


def _lettered(corner: Corner, column: int) -> str:
    return str(replace(corner, row=None, column=column or None))
