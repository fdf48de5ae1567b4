"""Excel workbooks as datasets: sheets named like the tables, cells as the text that Excel shows.

openpyxl is imported when a workbook is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportgen.dataset.openpyxl_door import UnreadableError, open_workbook, rows_of
from reportgen.dataset.raw import RawTable, at, table_from_grid
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.package import Package
from reportgen.regex import regex
from reportgen.values import plain

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_FORMULA = regex(rb"<(?:\w+:)?f[ >/]")
_EXCEL_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}


def read_workbook_tables(data: bytes, file: str) -> tuple[dict[str, RawTable], list[Finding]]:
    """Read every sheet of a sound workbook that is named like a table. ``file`` is its name.

    Raises ``DatasetError`` for one that openpyxl cannot open.
    """
    shown = _opened(data, file, data_only=True)
    formulas = _opened(data, file, data_only=False) if _has_formulas(data) else None
    tables: dict[str, RawTable] = {}
    findings: list[Finding] = []
    sheets = {name.strip().casefold(): name for name in shown.sheetnames}
    for form in TABLES.values():
        if form.name in sheets:
            name = sheets[form.name]
            sheet = _Sheet(shown[name], formulas[name] if formulas else None, Place(file, name))
            try:
                tables[form.name], of_head = table_from_grid(form, sheet.place, sheet.rows())
            except UnreadableError as damage:
                raise DatasetError(Message("dataset.damaged-sheet", file=file, sheet=name)) from damage
            findings += [*of_head, *sheet.findings]
    shown.close()
    if formulas:
        formulas.close()
    return tables, findings


def shown_number(value: float | int, number_format: str = "General") -> str:
    """A number as its cell shows it: ``32.2``, ``650000``; ``32.20`` where the format asks for two decimals.

    Digits that a format hides are kept: the cell's number is what counts, its format only adds zeros.
    """
    number = Decimal(format(value, ".15g"))
    text, section = plain(number), read_format(number_format).of(number)
    wanted = 0 if section.power or section.is_odd else section.least_decimals
    whole, _, decimals = text.partition(".")
    if len(decimals) >= wanted:
        return text
    return f"{whole}.{decimals.ljust(wanted, '0')}"


class _Sheet:
    """One sheet's rows as text, with a finding for each cell that shows no text."""

    def __init__(self, shown: Any, formulas: Any, place: Place) -> None:
        self.shown, self.formulas, self.place = shown, formulas, place
        self.findings: list[Finding] = []
        self.head: list[str] = []

    def rows(self) -> Iterator[list[str]]:
        for sheet in filter(None, (self.shown, self.formulas)):
            sheet.reset_dimensions()  # some programs write a wrong <dimension>, which would cut rows off
        formula_rows = rows_of(self.formulas) if self.formulas else None
        for number, row in enumerate(rows_of(self.shown), start=1):
            beside = next(formula_rows, ()) if formula_rows else ()
            texts = [self.text_of(cell, number, position, beside) for position, cell in enumerate(row)]
            self.head = self.head or [text.strip().lower() for text in texts]
            yield texts

    def text_of(self, cell: Any, row: int, position: int, formula_row: Any) -> str:
        value = cell.value
        place = at(self.place, row, self.head[position] if position < len(self.head) else None)
        if value is None:
            formula = formula_row[position].value if position < len(formula_row) else None
            if isinstance(formula, str) and formula.startswith("="):
                self.findings.append(_formula_without_value(place, formula))
            return ""
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, (int, float)):
            number_format = cell.number_format or "General"
            if read_format(number_format).of(Decimal(value)).percent:
                self.findings.append(_percent_cell(place, value))
            return shown_number(value, number_format)
        if isinstance(value, (date, datetime)):
            return _date_text(value, cell.number_format or "")
        if value in _EXCEL_ERRORS:
            self.findings.append(_error_cell(place, value))
            return ""
        return str(value)


def _opened(data: bytes, file: str, *, data_only: bool) -> Workbook:
    try:
        return open_workbook(data, data_only=data_only)
    except UnreadableError as damage:
        raise DatasetError(Message("dataset.no-workbook", file=file)) from damage


def _has_formulas(data: bytes) -> bool:
    package = Package.open(data)
    sheets = [name for name in package.names() if name.startswith("xl/worksheets/")]
    return any(_FORMULA.search(package.read(name)) for name in sheets)


def _date_text(value: date, number_format: str) -> str:
    """A date as its cell shows it: Excel turns "2022-05" into the first of May, shown without a day."""
    shown = read_format(number_format).sections[0].dates
    if "d" not in shown and "m" in shown:
        return f"{value:%Y-%m}"
    if "d" not in shown and "y" in shown:
        return f"{value:%Y}"
    return f"{value:%Y-%m-%d}"


def _formula_without_value(place: Place, formula: str) -> Finding:
    return Finding(
        "formula-without-value",
        Severity.ERROR,
        place=at(place, place.row, place.column, formula),
        formula=formula,
    )


def _percent_cell(place: Place, value: float | int) -> Finding:
    stored, meant = shown_number(value), shown_number(value * 100)
    return Finding(
        "percent-cell",
        Severity.ERROR,
        place=at(place, place.row, place.column, stored),
        stored=stored,
        meant=meant,
    )


def _error_cell(place: Place, value: str) -> Finding:
    return Finding("error-cell", Severity.ERROR, place=at(place, place.row, place.column, value), said=value)
