"""The formulas of a filled sheet whose ranges take in the rows between the copies of repeated rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.excel.axis import AxisMap
from reportgen.excel.group_heads import (
    MOST_RANGES,
    LineSpan,
    may_be_apart,
    pieces_of,
    stands_between,
    takes_areas,
    takes_ranges,
    variant_of,
)
from reportgen.excel.moved_formulas import SheetMap, copies_of, is_over_many, row_above, shared_loops
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.repeated_formulas import WaitingFormula
from reportgen.findings import Severity
from reportgen.ooxml.addresses import LAST_COLUMN, Corner
from reportgen.ooxml.formulas import Formula, Reference, parse_formula
from reportgen.record import replace


def report_ranges_over_heads(
    sheet: str, waiting: Iterable[WaitingFormula], maps: Mapping[str, SheetMap], problems: Problems
) -> None:
    """Add a finding for each formula of a sheet whose value the rows between the copies change, or may change."""
    for formula in waiting:
        place = CellPlace(sheet, formula.row, formula.column, formula.text.text)
        for reference in formula.formula.references:
            variant = _variant(reference, formula.formula, place, maps)
            if variant:
                severity = Severity.WARNING if variant == "looked-up" else Severity.ERROR
                problems.add("range-over-heads", place, severity, variant=variant)


def report_names_over_heads(
    names: Iterable[tuple[str, str, int | None]], maps: Mapping[str, SheetMap], problems: Problems
) -> None:
    """Add a warning for each defined name that stands for more than the copies of its rows."""
    for name, text, _ in names:
        formula = parse_formula(text)
        if len(formula.parts) == 1 and not name.startswith("_xlnm."):
            for reference in formula.references:
                over_many = replace(reference, last=reference.last or reference.first)
                if _variant(over_many, formula, CellPlace(""), maps):
                    place = CellPlace("", text=f"{name} = {text}")
                    variant = "chart" if name.startswith("_xlchart.") else "looked-up"
                    problems.add("range-over-heads", place, Severity.WARNING, variant=variant)


def _variant(reference: Reference, formula: Formula, place: CellPlace, maps: Mapping[str, SheetMap]) -> str:
    sheet = place.sheet
    named = (reference.sheets or (sheet,))[0].lower()
    target = maps.get(named)
    if target is None or target.is_gone or reference.external or len(reference.sheets) > 1:
        return ""
    if reference.last is None and not is_over_many(reference):
        return ""
    row, column = (place.row, place.column) if named == sheet.lower() else (0, 0)
    for copy in copies_of(target):
        for rows, many in _apart(copy.rows, *_ends(reference, "row"), row):
            columns = copy.columns.span(*_sorted(reference, "column")) or (1, LAST_COLUMN)
            low, high = _sorted(reference, "row")
            is_occupied = stands_between(copy.rows, copy.contents, low, high, rows, columns)
            if takes_ranges(reference) or takes_areas(reference):
                if many > MOST_RANGES and is_occupied:
                    return "too-many"
            elif variant := variant_of(reference, formula.references, is_occupied=is_occupied):
                return variant
        for _, many in _apart(copy.columns, *_ends(reference, "column"), column):
            if takes_ranges(reference) or takes_areas(reference):
                if many > MOST_RANGES:
                    return "too-many"
            elif variant := variant_of(reference, formula.references, is_occupied=True):
                return variant
    return ""


def _ends(reference: Reference, axis: str) -> tuple[tuple[int | None, bool], tuple[int | None, bool]]:
    first, last = reference.first, reference.last or reference.first

    def end(corner: Corner) -> tuple[int | None, bool]:
        return getattr(corner, axis), getattr(corner, f"{axis}_fixed")

    return end(first), end(last)


def _sorted(reference: Reference, axis: str) -> tuple[int, int]:
    (low, _), (high, _) = _ends(reference, axis)
    return min(low or 1, high or 1), max(low or 1, high or 1)


def _apart(
    axis: AxisMap, first: tuple[int | None, bool], last: tuple[int | None, bool], home: int
) -> Iterator[tuple[LineSpan, int]]:
    """The spans of a range, one for each pass it is seen from, that hold other positions; with the number of their pieces."""
    if first[0] is None or last[0] is None:
        return
    low, high = min(first[0], last[0]), max(first[0], last[0])
    if not may_be_apart(axis, low, high):
        return
    fixed = first[1] and last[1]
    is_running = low == high and first[1] != last[1]
    if home and row_above(axis, low, high, fixed, (home, 2)):
        return
    shared = () if fixed or is_running or not home else shared_loops(axis, low, high, home)
    for window in axis.windows(shared):
        span = axis.span(low, high, window)
        if span is not None and len(pieces := pieces_of(axis, low, high, span)) > 1:
            yield span, len(pieces)
