"""One sheet of the data book: title, unit line, way back, one Excel Table, notes; frozen, filtered, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.databook.cells import Blank, Cell, Column, Count, Grid, Jump, Live, Text, shown_text
from reportgen.databook.sheet_names import unique_heads
from reportgen.databook.style import BAD, GOOD, INPUT_INK, MUTED, RULE, CellStyle
from reportgen.display_width import broken
from reportgen.ooxml.addresses import Area

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TITLE_ROW, LINE_ROW, BACK_ROW, HEAD_ROW = 0, 1, 2, 3
"""Rows (from 0) of every sheet with a table; its first row of data follows the head."""
FIRST_ROW = HEAD_ROW + 1
_A4 = 9
_LEAST_NOTE_WIDTH = 60.0
_WIDEST_ON_ONE_PAGE = 235.0
"""Characters across A4 landscape at about two thirds of full size."""
_CODE_SIZE = 9 / 11
_LINE_HEIGHT, _MOST_LINES = 16.0, 25
"""Points; Excel's rows end at 409."""
_ALIGN = {"number": "right", "centre": "center", "text": "left"}


@dataclass(frozen=True, slots=True)
class Running:
    """The head and foot of every printed page."""

    book_title: str
    issuer: str
    page_of: str
    """``Page &P of &N``: Excel's own codes for the numbers."""
    cut_off: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a sheet's table."""

    title: str
    line: str
    """Unit, and where notes stand."""
    back: str
    notes: tuple[str, ...] = ()


def set_up_page(worksheet: Worksheet, title: str, running: Running, grid: Grid | None = None) -> None:
    """A4 landscape, the head repeated; book and sheet title above, issuer and page below.

    One page wide; two for a grid that would be too small to read on one, its first column on both.
    """
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    is_wide = grid is not None and width_of(grid) > _WIDEST_ON_ONE_PAGE
    worksheet.fit_to_pages(2 if is_wide else 1, 0)
    if is_wide:
        worksheet.repeat_columns(0)
    worksheet.set_header(f"&L&9{_escaped(running.book_title, 110)}&R&9{_escaped(title, 110)}")
    worksheet.set_footer(
        f"&L&9{_escaped(running.issuer, 90)}&C&9{running.page_of}&R&9{_escaped(running.cut_off, 60)}"
    )
    if grid is not None:
        worksheet.repeat_rows(HEAD_ROW)


def write_sheet(worksheet: Worksheet, style: CellStyle, frame: Frame, grid: Grid, contents: str) -> None:
    """Write the whole sheet. ``contents`` is the internal address that the way back leads to."""
    worksheet.hide_gridlines(2)
    worksheet.set_row(TITLE_ROW, 24)
    worksheet.write_string(TITLE_ROW, 0, frame.title, style.title)
    worksheet.write_string(LINE_ROW, 0, frame.line, style.line)
    worksheet.write_url(BACK_ROW, 0, contents, style.link, frame.back)
    _write_grid(worksheet, style, frame, grid)
    _write_notes(worksheet, style, frame.notes, width_of(grid), FIRST_ROW + max(1, len(grid.rows)) + 1)
    worksheet.freeze_panes(FIRST_ROW, 1 if len(grid.columns) > 3 else 0)


def _write_grid(worksheet: Worksheet, style: CellStyle, frame: Frame, grid: Grid) -> None:
    last_row, last_column = HEAD_ROW + max(1, len(grid.rows)), len(grid.columns) - 1
    heads = unique_heads([column.head for column in grid.columns])
    for position, column in enumerate(grid.columns):
        worksheet.set_column(position, position, column.width)
    worksheet.add_table(HEAD_ROW, 0, last_row, last_column, {
        "name": grid.name,
        "title": frame.title,
        "description": grid.alt_text or frame.title,
        "style": "Table Style Light 1",
        "banded_rows": False,
        "columns": [
            {"header": head, "header_format": style.head(column.align, indent=min(position, 1))}
            for position, (head, column) in enumerate(zip(heads, grid.columns, strict=True))
        ],
    })  # fmt: skip
    worksheet.set_row(HEAD_ROW, _height([(f"{head} ▾", 1.05) for head in heads], grid.columns) + 4)
    for offset, row in enumerate(grid.rows):
        worksheet.set_row(FIRST_ROW + offset, _height([_sized(cell) for cell in row], grid.columns))
        strong = offset in grid.strong_rows
        for position, (cell, column) in enumerate(zip(row, grid.columns, strict=True)):
            write_cell(worksheet, style, FIRST_ROW + offset, position, cell, column, strong=strong)
    # An id or a year that looks like a number is meant as text: no green corners.
    worksheet.ignore_errors({"number_stored_as_text": _area(HEAD_ROW, last_row, last_column)})


def write_cell(
    worksheet: Worksheet,
    style: CellStyle,
    row: int,
    position: int,
    cell: Cell,
    column: Column,
    *,
    strong: bool = False,
) -> None:
    """Write one cell in its column's alignment; totals are bold."""
    base: dict[str, Any] = {"align": _ALIGN[column.align], "bottom": 4, "bottom_color": RULE}
    if column.align == "text" and position:
        base["indent"] = 1  # keeps text apart from the digits that end the column before
    if strong:
        base["bold"] = True
    match cell:
        case Blank():
            worksheet.write_blank(row, position, None, style.format(**base))
        case Text():
            worksheet.write_string(row, position, cell.text, _text_format(style, cell, base))
        case Count():
            form = style.format(**{**base, **_emphasis(cell.style)}, num_format=cell.number_format)
            worksheet.write_number(row, position, float(cell.value), form)
        case Live():
            ink = {"font_color": INPUT_INK} if cell.style == "input" else {}
            form = style.format(**{**base, **ink}, num_format=cell.number_format)
            value = cell.cached if isinstance(cell.cached, str) else float(cell.cached)
            worksheet.write_formula(row, position, cell.formula, form, value)
        case Jump():
            worksheet.write_url(row, position, cell.url, style.wrapped_link, cell.text, cell.tip or None)


def _text_format(style: CellStyle, cell: Text, base: dict[str, Any]) -> Format:
    properties: dict[str, Any] = {**base, "text_wrap": True}
    if cell.indent:
        properties["indent"] = base.get("indent", 0) + cell.indent
    if cell.style == "code":
        properties |= {"font_color": MUTED, "font_size": 9}
    if cell.style == "missing":
        properties |= {"font_color": MUTED}
    if cell.style == "centre":
        properties["align"] = "center"
    return style.format(**{**properties, **_emphasis(cell.style)})


def _emphasis(name: str) -> dict[str, Any]:
    looks: dict[str, dict[str, Any]] = {
        "strong": {"bold": True},
        "good": {"bold": True, "font_color": GOOD},
        "bad": {"bold": True, "font_color": BAD},
    }
    return looks.get(name, {})


def _write_notes(
    worksheet: Worksheet, style: CellStyle, notes: Sequence[str], width: float, row: int
) -> None:
    """Each note on as many rows as it needs to stay over the table: nothing merged, nothing cut in print."""
    lines = [line for note in notes for line in broken(note, max(width, _LEAST_NOTE_WIDTH))]
    for offset, line in enumerate(lines):
        worksheet.write_string(row + offset, 0, line, style.line)


def width_of(grid: Grid) -> float:
    """The table's width in characters."""
    return sum(column.width for column in grid.columns)


def _sized(cell: Cell) -> tuple[str, float]:
    return shown_text(cell), _CODE_SIZE if isinstance(cell, Text) and cell.style == "code" else 1.0


def _height(texts: Sequence[tuple[str, float]], columns: Sequence[Column]) -> float:
    """The height of a row whose texts break within their columns; each text comes with the size of its letters.

    Written into the file, because LibreOffice and WPS do not fit rows on opening; a tenth of each column is left
    for fonts that run wider than ours.
    """
    lines = 1.0
    for (text, size), column in zip(texts, columns, strict=True):
        room = max(4.0, (column.width - 2) * 0.9 / size)
        lines = max(lines, size * sum(len(broken(line, room)) for line in text.split("\n")))
    return round(_LINE_HEIGHT * min(lines, _MOST_LINES)) + 1


def notes_row(grid: Grid) -> int:
    """The number (as Excel counts) of the row where a sheet's notes begin."""
    return FIRST_ROW + max(1, len(grid.rows)) + 2


def _area(first_row: int, last_row: int, last_column: int) -> str:
    return str(Area(first_row + 1, 1, last_row + 1, last_column + 1))


def _escaped(text: str, longest: int) -> str:
    """Text for a header or footer, where ``&`` is a code. Excel takes 255 characters for the three parts together.

    A digit right after the code for the size would be read as part of the size, so a space goes before it.
    """
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    gap = " " if short[:1].isdigit() else ""
    return gap + short.replace("&", "&&")
