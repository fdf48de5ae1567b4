"""The formulas of a filled workbook handed to the calculator, in the form it reads."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from reportgen.excel import calculator
from reportgen.excel.calculator import FormulaCell
from reportgen.excel.formula_patterns import in_row, read_pattern, seen_from
from reportgen.excel.moved_areas import stretched
from reportgen.excel.moved_formulas import SheetMap
from reportgen.excel.repeated_formulas import escaped_pattern
from reportgen.excel.row_stream import WriteFormula
from reportgen.excel.saved_values import TemplatePlace, book_settings, template_formulas
from reportgen.excel.sheet_filling import FilledSheet
from reportgen.excel.structured_references import TableArea, in_plain_references
from reportgen.excel.workbook_template import CompiledSheet
from reportgen.ooxml import Package
from reportgen.ooxml.sheet_xml import plain_values

_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"
_UNREADABLE = "REPORTGEN.UNREADABLE()"
"""Stands for a formula the calculator could not read: an error there, so that nothing is worked out from an empty cell."""

MapsOf = Callable[[FilledSheet], Mapping[str, SheetMap]]


@contextmanager
def _few_collections() -> Iterator[None]:
    """Look for garbage rarely meanwhile: what is made here, some objects a formula, holds no circles."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], 100_000), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@_few_collections()
def formula_values(
    book: Package,
    filled: Sequence[FilledSheet],
    unfilled: Sequence[CompiledSheet],
    maps_of: MapsOf,
    tables: Iterable[TableArea],
    doubted: frozenset[TemplatePlace],
) -> calculator.Calculated:
    """The values of the formulas on the sheets being written, as far as they can be vouched for.

    ``book`` is a copy of the workbook to work in, its names already moved; ``maps_of`` gives the maps as seen from a sheet;
    ``doubted`` are the formulas of the template for which the calculator did not give what Excel had saved.
    """
    if not calculator.is_available():
        return {}
    by_name = {table.name.lower(): table for table in tables}
    if any(waiting.text.fills_cells for sheet in filled for waiting in sheet.stream.waiting):
        return {}  # the calculator has no form for what it puts into other cells
    read = [_plain_formulas(sheet, maps_of(sheet), by_name, doubted) for sheet in filled]
    cells = [cell for found in read for cell in found]
    if not cells:
        return {}
    settings_sheets = [*(sheet.compiled.sheet for sheet in filled), *(sheet.sheet for sheet in unfilled)]
    others = [cell for sheet in unfilled for cell in template_formulas(sheet.sheet, by_name, doubted)]
    settings = book_settings(book, settings_sheets)
    seen = _columns_seen([*cells, *others], settings.names.values())
    for sheet, found in zip(filled, read, strict=True):
        rows = sheet.stream.rows(_written(found))
        unseen = _unseen_cells(sheet, seen)
        if unseen is not None:
            rows = (unseen.sub(b"", chunk) for chunk in rows)
        book.store(sheet.part, b"".join((_SHEET, *rows, _END)))
    return calculator.calculated(book, cells, settings, others)


def _columns_seen(cells: Iterable[FormulaCell], names: Iterable[str]) -> dict[str, set[int]]:
    """The columns that any formula looks at, by sheet in lower case."""
    looks = {(cell.sheet.lower(), cell.pattern) for cell in cells if cell.pattern is not None}
    seen: dict[str, set[int]] = {}
    for sheet, pattern in looks | {("", name) for name in names}:
        for look in read_pattern(pattern).looks:
            seen.setdefault(look.sheet or sheet, set()).update(range(look.left, look.right + 1))
    return seen


def _unseen_cells(sheet: FilledSheet, seen: Mapping[str, set[int]]) -> re.Pattern[bytes] | None:
    """What to leave out of the calculator's copy: plain values in columns that no formula looks at."""
    used = sheet.used
    if used is None:
        return None
    columns = set(range(used.left, used.right + 1)) - seen.get(sheet.map.name.lower(), set())
    if not columns:
        return None
    return plain_values(sorted(columns))


def _written(cells: Sequence[FormulaCell]) -> WriteFormula:
    """What writes each formula as the calculator reads it; ``cells`` are in the order in which they come out."""
    known: dict[str | None, str] = {None: f"><f>{_UNREADABLE}</f></c>"}
    following = iter(cells)

    def write(_number: int, row: int) -> str:
        pattern = next(following).pattern
        if pattern not in known:
            known[pattern] = f"><f>{escaped_pattern(pattern or '')}</f></c>"
        return in_row(known[pattern], row)

    return write


def tables_now(sheets: Iterable[FilledSheet], others: Iterable[TableArea]) -> list[TableArea]:
    """The Tables of the workbook as they are: on filled sheets moved, on others as they were."""
    found = list(others)
    for sheet in sheets:
        for table in sheet.tables:
            area = stretched(table.area, sheet.map)
            if area is not None:
                heads = sheet.map.heads.get(table.name.lower(), {})
                names = [copy for head in heads.values() for copy in head.copies]
                columns = tuple(name for _, name in sorted(names)) if names else table.columns
                found.append(
                    TableArea(table.name, sheet.map.name, area, columns, table.head_rows, table.totals_rows)
                )
    return found


def _plain_formulas(
    sheet: FilledSheet,
    maps: Mapping[str, SheetMap],
    tables: Mapping[str, TableArea],
    doubted: frozenset[TemplatePlace],
) -> list[FormulaCell]:
    name, own = sheet.map.name, sheet.name.lower()
    cells = []
    plain: dict[tuple[int, str], str | None] = {}
    for number, row, pattern in sheet.stream.patterns(maps):
        waiting = sheet.stream.waiting[number]
        key = (number, pattern)
        if key not in plain:
            said: str | None = pattern if sheet.map.rows.loops_at(waiting.row) else seen_from(pattern, row)
            if "[" in pattern or tables:
                said = in_plain_references(said or "", name, row, waiting.output_column, tables)
            if said is not None and waiting.text.kind == "array" and not waiting.text.spills:
                said = f"INDEX({said},1,1)"  # one cell shows the first value of its array
            plain[key] = said
        is_doubted = bool(doubted) and (own, waiting.row, waiting.column) in doubted
        cells.append(FormulaCell(name, row, waiting.output_column, plain[key], is_doubted))
    return cells
