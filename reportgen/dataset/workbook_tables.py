"""Excel workbooks as datasets: sheets named like the tables, cells as the text that Excel shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from reportgen.dataset.raw import RawTable, at, table_from_grid
from reportgen.dataset.tables import TABLES
from reportgen.findings import Finding, Place, Severity
from reportgen.ooxml.addresses import LAST_ROW
from reportgen.ooxml.guard import naming, reading_of
from reportgen.ooxml.number_formats import GENERAL, read_format
from reportgen.ooxml.package import Package
from reportgen.ooxml.sheet_cells import SheetCell, WorkbookCells, without_noise
from reportgen.ooxml.workbooks import Workbook
from reportgen.record import replace
from reportgen.values import plain, recorded_number

_EXCEL_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}
"""Those that people type or paste as texts."""


def read_workbook_tables(package: Package, file: str) -> tuple[dict[str, RawTable], list[Finding]]:
    """Read every sheet of a sound workbook that is named like a table. ``file`` is its name."""
    cells = WorkbookCells(package)
    tables: dict[str, RawTable] = {}
    findings: list[Finding] = []
    sheets = {entry.name.strip().casefold(): entry for entry in cells.book.sheets}
    for form in TABLES.values():
        if (entry := sheets.get(form.name)) is not None:
            sheet = _SheetRows(Place(file, entry.name), cells.book)
            rows = sheet.rows(cells.stream(entry.part, spelled=True))
            with reading_of(file), naming(entry.part):
                tables[form.name], of_head = table_from_grid(form, sheet.place, rows)
            findings += [*of_head, *sheet.findings]
    return tables, findings


def shown_number(stored: str, number_format: str = GENERAL) -> str:
    """A number as its cell shows it: ``32.2``, ``650000``; ``32.20`` where the format asks for two decimals.

    Digits that a format hides are kept: the cell's number is what counts, its format only adds zeros.
    """
    number = recorded_number(without_noise(stored))
    text, section = plain(number), read_format(number_format).of(number)
    wanted = 0 if section.power or section.is_odd else section.least_decimals
    whole, _, decimals = text.partition(".")
    if len(decimals) >= wanted:
        return text
    return f"{whole}.{decimals.ljust(wanted, '0')}"


class _SheetRows:
    """One sheet's rows as text, with a finding for each cell that shows no text."""

    def __init__(self, place: Place, book: Workbook) -> None:
        self.place, self._book = place, book
        self.findings: list[Finding] = []
        self.head: list[str] = []

    def rows(self, cells: Iterable[SheetCell]) -> Iterator[list[str]]:
        """The rows from the first on, those that are not there as empty ones."""
        last = 0
        for number, of_row in groupby(cells, lambda cell: cell.row):
            if number > LAST_ROW:
                raise ValueError(number)
            for _ in range(last + 1, number):
                yield []
            last, texts = number, {cell.column: self.text_of(cell) for cell in of_row}
            row = [texts.get(column, "") for column in range(1, max(texts) + 1)]
            if number == 1:
                self.head = [text.strip().lower() for text in row]
            yield row

    def text_of(self, cell: SheetCell) -> str:
        if cell.kind == "empty" or (cell.kind == "number" and not cell.text):
            return self._without_value(cell)
        if cell.kind == "number":
            return self._number(cell)
        if cell.kind == "boolean":
            return "FALSE" if cell.text in ("0", "false") else "TRUE"
        return self._error(cell) if cell.kind == "error" or cell.text in _EXCEL_ERRORS else cell.text

    def _without_value(self, cell: SheetCell) -> str:
        if cell.formula:
            formula = f"={cell.formula}"
            place = self._at(cell, formula)
            self.findings.append(
                Finding("formula-without-value", Severity.ERROR, place=place, formula=formula)
            )
        return ""

    def _number(self, cell: SheetCell) -> str:
        number = cell.number
        if number is None:  # a day as ISO 8601 writes it
            return cell.text.partition("T")[0]
        section = read_format(cell.number_format).of(number)
        if section.dates:
            try:
                return _date_text(self._book.date_of(number), section.dates)
            except OverflowError:
                return self._error(replace(cell, text="#VALUE!"))
        if section.percent:
            stored, meant = shown_number(cell.text), shown_number(str(number * 100))
            self.findings.append(
                Finding(
                    "percent-cell", Severity.ERROR, place=self._at(cell, stored), stored=stored, meant=meant
                )
            )
        return shown_number(cell.text, cell.number_format)

    def _error(self, cell: SheetCell) -> str:
        place = self._at(cell, cell.text)
        self.findings.append(Finding("error-cell", Severity.ERROR, place=place, said=cell.text))
        return ""

    def _at(self, cell: SheetCell, text: str) -> Place:
        column = self.head[cell.column - 1] if cell.column <= len(self.head) else None
        return at(self.place, cell.row, column, text)


def _date_text(value: datetime, dates: str) -> str:
    """A date as its cell shows it: Excel turns "2022-05" into the first of May, shown without a day."""
    if "d" not in dates and ("h" in dates or "s" in dates):
        return f"{value:%H:%M:%S}"
    if "d" not in dates and "m" in dates:
        return f"{value:%Y-%m}"
    return f"{value:%Y}" if "d" not in dates else f"{value:%Y-%m-%d}"
