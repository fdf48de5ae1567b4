"""What python-calamine does not give of a workbook's cells: errors and formulas without a value, and percentages.

It gives both kinds of cells as blank, 6.3% as 0.063, 1.2 (10,000 yuan) as 12000 where a format divides, and 120 with a raised 1
as 1201. Where that would matter the cells are looked up; in a text a reference value has to prove rates that may be fractions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from statistics import median

from reportgen.dataset.records import UNIT_OF_MEASURE
from reportgen.findings import Finding, Severity
from reportgen.intake.grid import is_blank
from reportgen.intake.kept_cells import WantedCells
from reportgen.intake.taken import Taken, TakenTable, Use
from reportgen.intake.workbook_cells import OpenedWorkbook
from reportgen.ooxml.document_kinds import SPREADSHEETS
from reportgen.ooxml.number_formats import read_format
from reportgen.units import PERCENT
from reportgen.values import plain

_RATES = frozenset(measure.value for measure, unit in UNIT_OF_MEASURE.items() if unit == PERCENT)
_SMALL = 1
"""Rates that are no larger, half of them or more, may be fractions."""
_MANY_DECIMALS = 3
_PERCENT_POWER = 2


def check_cells(reading: TakenTable, path: Path, vouched: Collection[tuple[int, int]]) -> Iterator[Finding]:
    """A finding for each cell that is not what it seems to be; ``vouched`` are those that a reference value proves."""
    is_workbook = path.suffix.lower() in SPREADSHEETS
    findings = list(_looked_up(reading, OpenedWorkbook(path))) if is_workbook else []
    yield from findings
    proven = {column for _, column in vouched}
    told = {finding.place.column for finding in findings}
    for item in _seeming_fractions(reading):
        finding = _fraction(reading, item, "unseen")
        if item.column not in proven and finding.place.column not in told:
            yield finding


def _looked_up(reading: TakenTable, book: OpenedWorkbook) -> Iterator[Finding]:
    yield from _blank_cells(reading, book)
    if book.has_telling_formats:
        yield from _formats(reading, book)
    yield from _hidden_numbers(reading, book)
    for item in reading.taken:
        if item.statement in book.raised:
            yield reading.finding_at(item, "table-raised-digits", text=book.raised[item.statement])


def _hidden_numbers(reading: TakenTable, book: OpenedWorkbook) -> Iterator[Finding]:
    """A warning of the numbers that nobody sees who opens the workbook."""
    rows, columns = book.hidden(reading.grid.sheet)
    hidden = [item for item in reading.taken if item.row in rows or item.column in columns]
    if hidden:
        yield reading.finding_at(hidden[0], "table-hidden-numbers", Severity.WARNING, count=len(hidden))


def _blank_cells(reading: TakenTable, book: OpenedWorkbook) -> Iterator[Finding]:
    """Cells that only seem to be blank: an error, a formula without a value."""
    blank = [
        cell
        for cell, use in reading.uses.items()
        if use is Use.MISSING and is_blank(reading.grid.text(*cell))
    ]
    if not blank:
        return
    wanted = WantedCells(reading.grid.sheet, {column for _, column in blank}, max(row for row, _ in blank))
    cells = book.look_up(wanted)
    heads = {column.index: column.head for column in reading.columns}
    for row, column in blank:
        cell = cells.get((row, column))
        if cell is not None:
            yield Finding(
                "table-cell-unreadable", Severity.ERROR, place=reading.grid.place(row, column, cell.text),
                variant="formula", head=heads.get(column, ""), text=cell.text,
            )  # fmt: skip


def _formats(reading: TakenTable, book: OpenedWorkbook) -> Iterator[Finding]:
    """The first number of each column and format that the format shows otherwise than it is held."""
    if not reading.taken:
        return
    columns = {item.column for item in reading.taken}
    cells = book.look_up(WantedCells(reading.grid.sheet, columns, max(item.row for item in reading.taken)))
    said: set[tuple[int, str]] = set()
    for item in reading.taken:
        cell = cells.get((item.row, item.column))
        if cell is None or (item.column, cell.number_format) in said:
            continue
        is_rate = item.key.measure in _RATES or item.key.unit == PERCENT
        shown = read_format(cell.number_format).of(item.number)
        place = reading.grid.place(item.row, item.column, item.text)
        if shown.percent and is_rate and item.meaning.unit_mult != _PERCENT_POWER:
            finding = _fraction(reading, item)
        elif is_rate and not shown.percent and item.meaning.unit_mult == _PERCENT_POWER:
            finding = Finding("table-percent-format", Severity.ERROR, place=place, variant="plain", head=item.column_label,
                              found=plain(item.number.scaleb(-_PERCENT_POWER)))  # fmt: skip
        elif shown.percent and not is_rate:
            finding = Finding("table-cell-unreadable", Severity.ERROR, place=place, variant="percent", head=item.column_label,
                              text=f"{plain(item.number.scaleb(_PERCENT_POWER))}%")  # fmt: skip
        elif shown.power and item.meaning.unit_mult is None:
            finding = Finding("table-scaled-format", Severity.ERROR, place=place, head=item.column_label, found=item.text,
                              meant=plain(item.number.scaleb(-shown.power)), unit_mult=item.unit_mult - shown.power)  # fmt: skip
        else:
            continue
        said.add((item.column, cell.number_format))
        yield finding


def _fraction(reading: TakenTable, item: Taken, variant: str = "") -> Finding:
    return Finding(
        "table-percent-format", Severity.ERROR, place=reading.grid.place(item.row, item.column, item.text),
        variant=variant, head=item.column_label, row=item.row_label, found=item.text,
        meant=plain(item.number.scaleb(_PERCENT_POWER)),
    )  # fmt: skip


def _seeming_fractions(reading: TakenTable) -> list[Taken]:
    """The first rate of each column whose rates are small, have more decimals than percentages are printed with, and are not
    said to be fractions."""
    columns: dict[int, list[Taken]] = {}
    for item in reading.taken:
        is_rate = item.key.measure in _RATES or item.key.unit == PERCENT
        if is_rate and not item.meaning.unit_mult and item.text.strip("-0."):
            columns.setdefault(item.column, []).append(item)
    return [items[0] for items in columns.values() if _have_many_decimals(items) and _are_small(items)]


def _are_small(items: Sequence[Taken]) -> bool:
    return median(abs(one.number) for one in items) <= _SMALL


def _have_many_decimals(items: Sequence[Taken]) -> bool:
    return median(len(one.text.partition(".")[2]) for one in items) >= _MANY_DECIMALS
