"""The workbook behind a new chart: one sheet, categories down the first column, one column for each series.

What "Edit data" opens. This module writes the sheet and so is the one that knows its block.
"""

from __future__ import annotations

import io
from datetime import datetime

from reportgen.content import Chart
from reportgen.display_width import half_widths
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.properties import pinned
from reportgen.ooxml.xml import clean

_EPOCH = datetime(1980, 1, 1)  # the archive's own date: an embedded workbook has no date of its own
_WIDEST_COLUMN = 40.0


def chart_workbook(chart: Chart) -> bytes:
    """The .xlsx behind ``chart``: text as text, numbers as numbers in their formats, a hole for ``None``."""
    import xlsxwriter

    block = ChartBlock()
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(block.sheet)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    top, left = block.row - 1, block.column - 1
    widest = max(map(half_widths, chart.categories), default=8)
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
    return pinned(stream.getvalue(), _EPOCH)
