"""A dataset as one Excel workbook: a sheet a table, every cell text, so that a value stays as it was written.

New workbooks are XlsxWriter's; rows are added to a workbook that people keep in the sheets' own XML, so that all else stays.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from reportgen.dataset.raw import cleaned
from reportgen.dataset.stores.protocol import (
    ABOUT,
    EVERYTHING,
    Added,
    Contents,
    FileStore,
    Wanted,
    about_from,
    lines_about,
    table_rows,
)
from reportgen.dataset.tables import TABLES, WORDS
from reportgen.dataset.workbook_tables import read_workbook_tables
from reportgen.display_width import display_width
from reportgen.errors import DatasetError
from reportgen.messages import Message
from reportgen.ooxml.addresses import Range
from reportgen.ooxml.edited_sheet import EditedSheet
from reportgen.ooxml.package import Package
from reportgen.ooxml.sheet_cells import WorkbookCells
from reportgen.ooxml.workbooks import read_workbook
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_MADE = datetime(2000, 1, 1)
_NARROWEST, _WIDEST = 10, 40
_LAST_ROW = 1_048_575
_LONGEST_TEXT = 32_767
_MOST_WORDS = 255
"""So many characters a drop-down list may hold."""


class WorkbookFile(FileStore):
    """An .xlsx (or .xlsm) with sheets named like the tables; other sheets are not its business."""

    def contents_of(self, data: bytes, wanted: Wanted = EVERYTHING) -> Contents:
        package = Package.open_sound(data, str(self.path))
        tables, findings = read_workbook_tables(package, self.path.name)
        about = about_from(_lines(package))
        read = {name: wanted.of(table) for name, table in tables.items()}
        beside = tuple(sheet.name.strip() for sheet in read_workbook(package).sheets)
        return Contents(str(about.get("name") or self.path.stem), read, tuple(findings), about, beside)

    def bytes_of(self, contents: Contents) -> bytes:
        import xlsxwriter

        stream = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }
        book = xlsxwriter.Workbook(stream, options)
        book.set_properties({"created": _MADE})
        head = book.add_format({"bold": True, "bg_color": "#DDE7F0", "bottom": 1, "num_format": "@"})
        text = book.add_format({"num_format": "@"})
        for name, table in contents.tables.items():
            self._add_sheet(book, name, table.head, list(table_rows(table)), head, text)
        if lines := lines_about(contents.about):
            self._add_sheet(book, ABOUT, ("property", "value"), lines, head, text)
        book.close()
        return Package.open(stream.getvalue()).repacked()

    def extended(self, data: bytes, added: Added) -> bytes:
        package = Package.open_sound(data, str(self.path))
        book = read_workbook(package)
        sheets = {sheet.name.strip().casefold(): sheet for sheet in book.sheets}
        for name, (columns, rows) in added.items():
            sheet = sheets.get(name)
            if sheet is None:
                raise DatasetError(
                    Message(
                        "dataset.sheet-missing", file=self.path.name, sheet=name, columns=TABLES[name].columns
                    )
                )
            head = _head(package, sheet.part)
            last_row = _append(EditedSheet(package, sheet.part), head, columns, rows)
            _widen_tables(package, sheet.part, last_row)
        return package.save()

    def _add_sheet(
        self,
        book: Any,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        head: Any,
        text: Any,
    ) -> None:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{_LAST_ROW + 1}"})
        sheet.set_column(0, len(columns) - 1, None, text)
        for position, column in enumerate(columns):
            widths = [display_width(column), *(display_width(row[position]) for row in rows[:500])]
            sheet.set_column(position, position, min(max(*widths, _NARROWEST) + 2, _WIDEST), text)
            sheet.write_string(0, position, column, head)
            words = WORDS.get((name, column.lower()))
            if words and len(",".join(words)) <= _MOST_WORDS:
                sheet.data_validation(
                    1, position, _LAST_ROW, position, {"validate": "list", "source": list(words)}
                )
        for number, row in enumerate(rows, start=1):
            for position, cell in enumerate(row):
                if len(cell) > _LONGEST_TEXT:
                    raise DatasetError(
                        Message("dataset.text-too-long", sheet=name, row=number + 1, column=columns[position])
                    )
                if cell:
                    sheet.write_string(number, position, cell, text)
        if columns:
            sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _lines(package: Package) -> Iterator[Sequence[str]]:
    """The rows of the sheet :data:`ABOUT`, without its head."""
    book = read_workbook(package)
    part = next((sheet.part for sheet in book.sheets if sheet.name.strip().casefold() == ABOUT), None)
    rows: dict[int, dict[int, str]] = {}
    for cell in WorkbookCells(package).stream(part) if part else ():
        rows.setdefault(cell.row, {})[cell.column] = cell.text
    return ([row.get(1, ""), row.get(2, "")] for number, row in sorted(rows.items()) if number > 1)


def _head(package: Package, part: str) -> Mapping[str, int]:
    """The columns of a sheet's head row by their names in lower case."""
    cells = takewhile(lambda cell: cell.row == 1, WorkbookCells(package).stream(part))
    return {cleaned(cell.text).lower(): cell.column for cell in cells}


def _append(
    sheet: EditedSheet, head: Mapping[str, int], columns: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> int:
    """Put rows below the last one, in its formats; ``columns`` are those that the head lacks. The number of the last row."""
    lacking = enumerate(columns, start=max(head.values(), default=0) + 1)
    places = {**head, **{name: column for column, name in lacking}}
    head_style = next((sheet.style((1, column)) for column in sorted(head.values(), reverse=True)), None)
    for name in columns:
        sheet.set((1, places[name]), name, head_style)
    number = last = max(sheet.last_row, 1)
    styles = {
        column: (sheet.style((last, column)) if last > 1 else None) or sheet.column_style(column)
        for column in places.values()
    }
    for values in rows:
        number += 1
        for name, column in places.items():
            at = number, column
            sheet.set(at, values.get(name) or None, sheet.style(at) or styles[column])
    _widen_area(sheet.root.find(qn("x:autoFilter")), number, len(places))
    sheet.save()
    return number


def _widen_area(element: _Element | None, last_row: int, last_column: int) -> None:
    if element is None or not element.get("ref"):
        return
    area = Range.parse(element.get("ref") or "")
    if area.top == 1:
        bottom, right = max(area.bottom, last_row), max(area.right, last_column)
        element.set("ref", str(Range(area.top, area.left, bottom, right)))


def _widen_tables(package: Package, part: str, last_row: int) -> None:
    """Let an Excel Table that begins in the head row reach the last row, as Excel does when one types below it."""
    for found in package.relationships(part):
        if not found.type.endswith("/table"):
            continue
        with package.edited(found.part) as table:
            area = Range.parse(table.get("ref") or "A1")
            if area.top == 1 and table.get("totalsRowCount") in (None, "0"):
                _widen_area(table, last_row, area.right)
                _widen_area(table.find(qn("x:autoFilter")), last_row, area.right)
