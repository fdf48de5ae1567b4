"""What other Python tools do with the benchmark's rows: xltpl and openpyxl fill the template, XlsxWriter and gptables write anew."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import copy
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.benchmarks.excel_cases import COLUMNS, FORMATS, HEADS, Row, template_with

Make = Callable[[list[Row]], bytes]
"""One workbook from its rows."""


def openpyxl_copy(template: bytes) -> Make:
    """The usual way with openpyxl: load the template, write each cell with the style of the template's row, save."""
    import openpyxl

    def make(rows: list[Row]) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(template))
        sheet = book["Data"]
        styles = [sheet.cell(3, column)._style for column in range(1, len(COLUMNS) + 1)]
        sheet.delete_rows(2, 3)
        for number, row in enumerate(rows, 2):
            for column, key in enumerate(COLUMNS, 1):
                cell = sheet.cell(number, column, row[key])
                cell._style = copy(styles[column - 1])
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()

    return make


def xlsxwriter_anew(_template: bytes) -> Make:
    """No template: the same head, formats and rows written with XlsxWriter."""
    import xlsxwriter

    def make(rows: list[Row]) -> bytes:
        file = io.BytesIO()
        book = xlsxwriter.Workbook(file, {"in_memory": True})
        sheet = book.add_worksheet("Data")
        bold = book.add_format({"bold": True, "bottom": 1})
        formats = [book.add_format({"num_format": code, "font_size": 10}) for code in FORMATS]
        sheet.write_row(0, 0, HEADS, bold)
        sheet.set_column(0, len(HEADS) - 1, 12)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows, 1):
            for column, key in enumerate(COLUMNS):
                sheet.write(number, column, row[key], formats[column])
        book.close()
        return file.getvalue()

    return make


def xltpl_fill(_template: bytes) -> Make:
    """xltpl's dialect: ``for`` in a note on the row, ``xv`` for numbers that stay numbers. It reads its template for each workbook."""
    from xltpl.writerx import BookWriter

    template = template_with(_xltpl_rows)

    def make(rows: list[Row]) -> bytes:
        writer = BookWriter(io.BytesIO(template))
        writer.render_book([{"sheet_name": "Data", "tpl_index": 0, "rows": rows}])
        file = io.BytesIO()
        writer.save(file)
        return file.getvalue()

    return make


def _xltpl_rows(sheet: Any, formats: list[Any]) -> None:
    for column, key in enumerate(COLUMNS):
        sheet.write(1, column, f"{{{{ r.{key} }}}}" if column < 3 else f"{{% xv r.{key} %}}", formats[column])
    sheet.write_comment(1, 0, "beforerow{% for r in rows %}")
    sheet.write_comment(2, 0, "beforerow{% endfor %}")


def gptables_anew(_template: bytes) -> Make:
    """No template: a workbook for publication made with gptables from a data frame (its theme, a title, automatic widths)."""
    import tempfile

    import gptables
    import pandas

    def make(rows: list[Row]) -> bytes:
        frame = pandas.DataFrame([[row[key] for key in COLUMNS] for row in rows], columns=list(HEADS))
        table = gptables.GPTable(table=frame, table_name="trade", title="Trade by district", index_columns={})
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "made.xlsx"
            gptables.write_workbook(filename=str(file), sheets={"Data": table})
            return file.read_bytes()

    return make


TOOLS: dict[str, tuple[str, Callable[[bytes], Make]]] = {
    "xltpl": ("xltpl", xltpl_fill),
    "openpyxl": ("openpyxl", openpyxl_copy),
    "XlsxWriter": ("xlsxwriter", xlsxwriter_anew),
    "gptables": ("gptables", gptables_anew),
}
"""The tools by the name the table shows: the module to look for, and what makes a workbook with it."""


def is_installed(tool: str) -> bool:
    return find_spec(TOOLS[tool][0]) is not None
