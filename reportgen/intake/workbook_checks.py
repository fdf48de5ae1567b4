"""What python-calamine does not tell of a workbook's cells: errors and formulas without a value, and percentages.

It gives both kinds of cells as blank, and 6.3% as 0.063. Where that would matter the cells are looked up by openpyxl;
other formats than .xlsx cannot be looked up, and there reference values are the proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.dataset.records import UNIT_OF_MEASURE
from reportgen.findings import Finding, Severity
from reportgen.intake.grid import is_blank
from reportgen.intake.taken import TableReading, Taken, Use
from reportgen.values import plain

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

_LOOKED_UP = (".xlsx", ".xlsm")
_RATES = frozenset(measure.value for measure, unit in UNIT_OF_MEASURE.items() if unit == "percent")
_SMALL = 2
"""Rates none of which is larger may be fractions."""
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
    said: set[int] = set()
    for item in fractions:
        cell = cells.get((item.row, item.column))
        shown = _LITERALS.sub("", str(cell.number_format)) if cell is not None else ""
        if "%" in shown and item.column not in said:
            said.add(item.column)
            yield Finding(
                "table-percent-format", Severity.ERROR, place=reading.grid.place(item.row, item.column, item.text),
                head=item.column_label, found=item.text, meant=plain(item.number.scaleb(_PERCENT_POWER)),
            )  # fmt: skip


def _seeming_fractions(reading: TableReading) -> list[Taken]:
    """The rates of columns that hold none above ``_SMALL`` and are not said to be fractions."""
    columns: dict[int, list[Taken]] = {}
    for item in reading.taken:
        if item.key.measure in _RATES and item.unit_mult == 0:
            columns.setdefault(item.column, []).append(item)
    return [
        item
        for items in columns.values()
        if all(abs(one.number) <= _SMALL for one in items)
        for item in items
    ]


def _cells(path: Path, sheet: str, wanted: set[tuple[int, int]]) -> dict[tuple[int, int], Cell | MergedCell]:
    """Cells of a sheet by row and column from 0, formulas as they are written."""
    from openpyxl import load_workbook

    book = load_workbook(path, data_only=False)
    page = book[sheet]
    return {(row, column): page.cell(row + 1, column + 1) for row, column in wanted}
