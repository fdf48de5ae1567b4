"""The workbook behind a new chart: one sheet, categories down the first column, one column for each series.

What "Edit data" opens. This module writes the sheet and so is the one that knows its ranges.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

from reportgen.content import Chart
from reportgen.ooxml import reproducible
from reportgen.ooxml.xml import clean

_EPOCH = datetime(1980, 1, 1)  # the archive's own date: an embedded workbook has no date of its own
_WIDEST_COLUMN = 40.0


@dataclass(frozen=True, slots=True)
class Ranges:
    """Where a chart's data stand: ``sheet``, and the cell left of the heads, counted from 1."""

    sheet: str = "Sheet1"
    row: int = 1
    column: int = 1

    def categories(self, count: int) -> str:
        return self._reference(self.column, self.row + 1, count)

    def name(self, series: int) -> str:
        return self._reference(self.column + 1 + series, self.row, 1)

    def values(self, series: int, count: int) -> str:
        return self._reference(self.column + 1 + series, self.row + 1, count)

    def _reference(self, column: int, row: int, count: int) -> str:
        return reference(self.sheet, column, row, column, row + max(1, count) - 1)


def reference(sheet: str, left: int, top: int, right: int, bottom: int) -> str:
    """An absolute reference, as charts hold it: ``'数据 1'!$A$2:$A$7``. Counted from 1."""
    first, last = f"${letters(left)}${top}", f"${letters(right)}${bottom}"
    return f"{quoted(sheet)}!{first}" if first == last else f"{quoted(sheet)}!{first}:{last}"


def quoted(sheet: str) -> str:
    """The sheet's name as formulas write it."""
    is_plain = sheet.isascii() and sheet.replace("_", "a").isalnum() and sheet[0].isalpha()
    looks_like_cell = len(sheet) <= 10 and sheet[-1:].isdigit() and not sheet.lower().startswith("sheet")
    return sheet if is_plain and not looks_like_cell else "'" + sheet.replace("'", "''") + "'"


def letters(column: int) -> str:
    """A column's letters; ``1`` is ``A``."""
    text = ""
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(ord("A") + digit) + text
    return text


def chart_workbook(chart: Chart, ranges: Ranges | None = None) -> bytes:
    """The .xlsx behind ``chart``: text as text, numbers as numbers in their formats, a hole for ``None``."""
    import xlsxwriter

    ranges = ranges or Ranges()
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(ranges.sheet)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    top, left = ranges.row - 1, ranges.column - 1
    widest = max((_width(category) for category in chart.categories), default=8.0)
    sheet.set_column(left, left, min(_WIDEST_COLUMN, widest + 2))
    for at, category in enumerate(chart.categories, start=1):
        sheet.write_string(top + at, left, clean(category).text)
    for position, series in enumerate(chart.series, start=1):
        column = left + position
        cells = book.add_format({"num_format": series.number_format})
        sheet.set_column(column, column, 16)
        sheet.write_string(top, column, clean(series.name).text, head)
        for at, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(top + at, column, float(value), cells)
    sheet.freeze_panes(top + 1, left + 1)
    book.close()
    return reproducible.pinned(stream.getvalue(), _EPOCH)


def _width(text: str) -> float:
    return sum(2.0 if ord(character) >= 0x2E80 else 1.0 for character in text)
