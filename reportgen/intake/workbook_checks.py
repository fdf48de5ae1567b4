"""What python-calamine does not tell of a workbook's cells: errors and formulas without a value, and percentages.

It gives both kinds of cells as blank, and 6.3% as 0.063. Where that would matter the cells are looked up by openpyxl;
other formats than .xlsx cannot be looked up, and there reference values are the proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from reportgen.dataset.records import UNIT_OF_MEASURE
from reportgen.findings import Finding, Severity
from reportgen.intake.grid import is_blank
from reportgen.intake.taken import TableReading, Taken, Use
from reportgen.values import plain

_LOOKED_UP = (".xlsx", ".xlsm")
_RATES = frozenset(measure.value for measure, unit in UNIT_OF_MEASURE.items() if unit == "percent")
_SMALL = 1
"""Rates that are no larger, half of them or more, may be fractions."""
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^]]*\]')
_PERCENT_POWER = 2


def check_workbook(reading: TableReading, path: Path) -> Iterator[Finding]:
    """A finding for each cell that is not what it seems to be."""
    if not reading.grid.file.lower().endswith(_LOOKED_UP):
        return
    blank = [
        cell
        for cell, use in reading.uses.items()
        if use is Use.MISSING and is_blank(reading.grid.text(*cell))
    ]
    fractions = _seeming_fractions(reading)
    if not (blank or fractions):
        return
    cells = _cells(path, reading.grid.sheet, {*blank, *((item.row, item.column) for item in fractions)})
    heads = {column.index: column.head for column in reading.columns}
    for row, column in blank:
        cell = cells.get((row, column))
        if cell is not None and cell.value is not None:
            yield Finding(
                "table-cell-unreadable", Severity.ERROR, place=reading.grid.place(row, column, str(cell.value)),
                variant="formula", head=heads.get(column, ""), text=str(cell.value),
            )  # fmt: skip
    for item in fractions:
        cell = cells.get((item.row, item.column))
        shown = _LITERALS.sub("", str(cell.number_format)) if cell is not None else ""
        if "%" in shown:
            yield Finding(
                "table-percent-format", Severity.ERROR, place=reading.grid.place(item.row, item.column, item.text),
                head=item.column_label, found=item.text, meant=plain(item.number.scaleb(_PERCENT_POWER)),
            )  # fmt: skip


def _seeming_fractions(reading: TableReading) -> list[Taken]:
    """The first rate of each column whose rates are small and not said to be fractions."""
    columns: dict[int, list[Taken]] = {}
    for item in reading.taken:
        if item.key.measure in _RATES and item.unit_mult == 0:
            columns.setdefault(item.column, []).append(item)
    return [items[0] for items in columns.values() if median(abs(one.number) for one in items) <= _SMALL]


def _cells(path: Path, sheet: str, wanted: set[tuple[int, int]]) -> dict[tuple[int, int], Any]:
    """Cells of a sheet by row and column from 0, formulas as they are written."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=False)
    try:
        found = {}
        last = max(row for row, _ in wanted) + 1
        for number, cells in enumerate(book[sheet].iter_rows(max_row=last)):
            found.update({(number, at): cell for at, cell in enumerate(cells) if (number, at) in wanted})
        return found
    finally:
        book.close()
