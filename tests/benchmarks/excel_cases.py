"""Workbook templates, data and floor programs for the speed table.

A *floor program* is what no fill can do without: it formats the XML of the same rows with Python's ``%`` and deflates it at
zlib level 6, with the data already in memory. It knows nothing of templates, escapes nothing (no value here needs it), and
gives the very bytes of the sheet that reportgen writes, which ``excel_fill`` holds it to before anything is timed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import xlsxwriter

PART = "xl/worksheets/sheet1.xml"
COLUMNS = "abcdefghijkl"
HEADS = (
    "District", "Mode", "Remark", "Year", "Month", "Enterprises", "Rank",
    "Exports", "Imports", "Growth", "Share", "Gap",
)  # fmt: skip
FORMATS = ("General",) * 3 + ("0",) * 4 + ("#,##0.00",) * 2 + ("0.0",) * 3

Row = Mapping[str, Any]


@dataclass(frozen=True)
class ExcelCase:
    """One line of the table: one workbook or a batch from one template. ``bar`` is the ratio to stay under."""

    name: str
    bar: float
    template: bytes
    carbone: bytes
    data: tuple[list[Row], ...]
    rounds: int
    has_formulas: bool = False

    def sheet_xml(self, data: list[Row]) -> Iterator[bytes]:
        """What the floor program writes."""
        return sheet_xml(len(data), data, has_formulas=self.has_formulas)


def cases() -> tuple[ExcelCase, ...]:
    ours, carbone = our_template(), template_with(_carbone_rows)
    long = (list(rows(20_000)),)
    return (
        ExcelCase("20,000 rows x 12", 1.5, ours, carbone, long, 7),
        ExcelCase(
            "20,000 rows x 12 and a formula",
            2.5,
            template_with(_rows_with_formula),
            b"",
            long,
            7,
            has_formulas=True,
        ),
        ExcelCase(
            "batch of 60 small workbooks", 1.5, ours, carbone, tuple(list(rows(20, n)) for n in range(60)), 9
        ),
    )


def our_template() -> bytes:
    return template_with(_our_rows)


def rows(count: int, seed: int = 0) -> Iterator[Row]:
    """Rows of three texts, four whole numbers and five decimals, made one by one."""
    for index in range(seed, seed + count):
        yield {
            "a": f"District {index}",
            "b": "cross-border" if index % 3 else "general trade",
            "c": f"reported by the district on day {index % 28 + 1}",
            "d": 2000 + index % 24,
            "e": index % 12 + 1,
            "f": index * 7919 % 100_000,
            "g": index % 38 + 1,
            "h": index * 613 % 1_000_000 / 100,
            "i": index * 409 % 1_000_000 / 100,
            "j": index * 31 % 1_000 / 10,
            "k": index * 17 % 1_000 / 10,
            "l": -(index % 90) / 8,
        }


# ---- the template: a head, the repeated row, a format for each column ----------------------------------------------

Write = Callable[[Any, list[Any]], None]


def template_with(write_rows: Write) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Data")
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, head in enumerate(HEADS):
        sheet.write(0, column, head, bold)
    sheet.set_column(0, len(HEADS) - 1, 12)
    sheet.freeze_panes(1, 0)
    write_rows(sheet, [book.add_format({"num_format": code, "font_size": 10}) for code in FORMATS])
    book.close()
    return data.getvalue()


def _our_rows(sheet: Any, formats: list[Any]) -> None:
    sheet.write(1, 0, "{% for r in rows %}")
    for column, key in enumerate(COLUMNS):
        sheet.write(2, column, f"{{{{ r.{key} }}}}", formats[column])
    sheet.write(3, 0, "{% endfor %}")


def _rows_with_formula(sheet: Any, formats: list[Any]) -> None:
    _our_rows(sheet, formats)
    sheet.write_formula(2, len(COLUMNS), "=IF(I3=0,0,H3/I3-1)", formats[-1])


def _carbone_rows(sheet: Any, formats: list[Any]) -> None:
    for column, key in enumerate(COLUMNS):
        number = "" if column < 3 else ":formatN()"
        sheet.write(1, column, f"{{d.rows[i].{key}{number}}}", formats[column])
        sheet.write(2, column, f"{{d.rows[i+1].{key}{number}}}", formats[column])


# ---- the floor program -------------------------------------------------------------------------------------------------

_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><dimension ref="A1:L%d"/>'
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"'
    ' state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
    '<cols><col min="1" max="12" width="12.7109375" customWidth="1"/></cols><sheetData><row r="1">'
)
_STOP = '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
_HEAD_CELLS = "".join(
    f'<c r="{letter.upper()}1" s="1" t="s"><v>{index}</v></c>' for index, letter in enumerate(COLUMNS)
)
_STYLES = (2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5)
_ROW = (
    '<row r="%d">'
    + "".join(
        f'<c r="{letter.upper()}%d" s="{style}" t="inlineStr"><is><t>%s</t></is></c>'
        if index < 3
        else f'<c r="{letter.upper()}%d" s="{style}"><v>%s</v></c>'
        for index, (letter, style) in enumerate(zip(COLUMNS, _STYLES, strict=True))
    )
    + "</row>"
)


_ROW_WITH_FORMULA = _ROW.replace("</row>", '<c r="M%d" s="5"><f>IF(I%d=0,0,H%d/I%d-1)</f><v>%s</v></c></row>')


def sheet_xml(count: int, rows: Iterable[Row], *, has_formulas: bool = False) -> Iterator[bytes]:
    """The sheet of ``count`` rows in chunks of a thousand rows; with a formula and its value at each row's end."""
    start = (_START % (count + 1)).replace("A1:L", "A1:M") if has_formulas else _START % (count + 1)
    yield f"{start}{_HEAD_CELLS}</row>".encode()
    gathered: list[str] = []
    for n, r in enumerate(rows, 2):
        values = (
            n, n, r["a"], n, r["b"], n, r["c"], n, r["d"], n, r["e"], n, r["f"], n, r["g"],
            n, r["h"], n, r["i"], n, r["j"], n, r["k"], n, r["l"],
        )  # fmt: skip
        if has_formulas:
            growth = r["h"] / r["i"] - 1 if r["i"] else 0
            shown = int(growth) if growth == int(growth) else growth
            gathered.append(_ROW_WITH_FORMULA % (*values, n, n, n, n, shown))
        else:
            gathered.append(_ROW % values)
        if len(gathered) == 1_000:
            yield "".join(gathered).encode()
            gathered = []
    yield "".join(gathered).encode()
    yield _STOP.encode()
