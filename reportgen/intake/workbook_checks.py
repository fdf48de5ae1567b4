"""What python-calamine does not tell of a workbook's cells: errors and formulas without a value, and percentages.

It gives both kinds of cells as blank, and 6.3% as 0.063. Where that would matter the cells are looked up; in other formats
than .xlsx a reference value has to prove rates that may be fractions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from statistics import median

from reportgen.dataset.records import UNIT_OF_MEASURE
from reportgen.findings import Finding, Severity
from reportgen.intake.grid import is_blank
from reportgen.intake.opening import WORKBOOK_SUFFIXES
from reportgen.intake.taken import TableReading, Taken, Use
from reportgen.intake.workbook_cells import LOOKED_UP, look_up
from reportgen.units import PERCENT
from reportgen.values import plain

_RATES = frozenset(measure.value for measure, unit in UNIT_OF_MEASURE.items() if unit == PERCENT)
_SMALL = 1
"""Rates that are no larger, half of them or more, may be fractions."""
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^]]*\]')
_PERCENT_POWER = 2


def check_workbook(
    reading: TableReading, path: Path, vouched: Collection[tuple[int, int]]
) -> Iterator[Finding]:
    """A finding for each cell that is not what it seems to be; ``vouched`` are those that a reference value proves."""
    suffix = path.suffix.lower()
    if suffix in WORKBOOK_SUFFIXES and suffix not in LOOKED_UP:
        proven = {column for _, column in vouched}
        yield from (
            _fraction(reading, item, "unseen")
            for item in _seeming_fractions(reading)
            if item.column not in proven
        )
        return
    blank = [
        cell
        for cell, use in reading.uses.items()
        if use is Use.MISSING and is_blank(reading.grid.text(*cell))
    ]
    fractions = _seeming_fractions(reading)
    if not (blank or fractions):
        return
    wanted = {*blank, *((item.row, item.column) for item in fractions)}
    last_row = max(row for row, _ in wanted)
    cells = look_up(path, reading.grid.sheet, {column for _, column in wanted}, last_row)
    heads = {column.index: column.head for column in reading.columns}
    for row, column in blank:
        cell = cells.get((row, column))
        if cell is not None:
            yield Finding(
                "table-cell-unreadable", Severity.ERROR, place=reading.grid.place(row, column, cell.text),
                variant="formula", head=heads.get(column, ""), text=cell.text,
            )  # fmt: skip
    for item in fractions:
        cell = cells.get((item.row, item.column))
        shown = _LITERALS.sub("", cell.number_format) if cell is not None else ""
        if "%" in shown:
            yield _fraction(reading, item)


def _fraction(reading: TableReading, item: Taken, variant: str = "") -> Finding:
    return Finding(
        "table-percent-format", Severity.ERROR, place=reading.grid.place(item.row, item.column, item.text),
        variant=variant, head=item.column_label, row=item.row_label, found=item.text,
        meant=plain(item.number.scaleb(_PERCENT_POWER)),
    )  # fmt: skip


def _seeming_fractions(reading: TableReading) -> list[Taken]:
    """The first rate of each column whose rates are small and not said to be fractions."""
    columns: dict[int, list[Taken]] = {}
    for item in reading.taken:
        if (item.key.measure in _RATES or item.key.unit == PERCENT) and item.unit_mult == 0 and item.number:
            columns.setdefault(item.column, []).append(item)
    return [items[0] for items in columns.values() if median(abs(one.number) for one in items) <= _SMALL]
