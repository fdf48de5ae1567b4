"""One sheet of the data book: title, unit line, way back, notes, one Excel Table; frozen, filtered, ready to print."""

from __future__ import annotations

from itertools import accumulate
from math import ceil, fsum
from typing import TYPE_CHECKING, Any

from reportgen.databook.book_cells import (
    Blank,
    BookCell,
    Count,
    Jump,
    Live,
    SheetColumn,
    SheetTable,
    Text,
    shown_text,
)
from reportgen.databook.book_style import BAD, GOOD, INPUT_INK, MUTED, RULE, CellStyle, Fonts
from reportgen.databook.fitting import (
    COLUMN_MARGIN,
    HEAD_MARGIN,
    LANDSCAPE,
    PrintArea,
    fitted,
    head_lines,
    row_height,
    with_button,
)
from reportgen.databook.sheet_names import unique_heads
from reportgen.display_width import broken
from reportgen.ooxml.addresses import Range
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from reportgen.content import Chart

TITLE_ROW, LINE_ROW, BACK_ROW, HEAD_ROW = 0, 1, 2, 3
"""Rows (from 0) of a sheet with a table and no notes; its first row of data follows the head. Notes come before the head."""
FIRST_ROW = HEAD_ROW + 1
_TITLE_HEIGHT, _DEFAULT_HEIGHT = 24.0, 15.0
_A4 = 9
_LEAST_NOTE_WIDTH = 60.0
_LEAST_SCALE, _LEAST_WITH_CHARTS = 64, 82
"""Percent: below it the body font (11 pt), or that of charts (9 pt), is smaller than 7 pt on paper."""
_CHART_SCALE, _PANELS_SCALE, _LEAST_CHART_MM = 106, 122, 45
"""Percent at which labels of charts (8.5 pt) and of panels (7 pt) are still 7 pt in LibreOffice, whose columns are broader; a chart’s least
breadth."""
_POINTS_A_MM, _CHART_GAP = 72 / 25.4, 18.0
_MOST_FROZEN = 14
"""Rows; more would leave too little of a small screen."""
_ALIGN = {"number": "right", "centre": "center", "text": "left"}


class Running(Record):
    """The head and foot of every printed page."""

    book_title: str
    issuer: str
    page_of: str
    """``Page &P of &N``: Excel's own codes for the numbers."""
    cut_off: str


class SheetWords(Record):
    """The words around a sheet's table."""

    title: str
    line: str
    """Unit, and what the sheet holds."""
    back: str
    notes: tuple[str, ...] = ()


class PlannedSheet(Record):
    """A sheet to be written: its name, the words around its table, the table, and the chart (or its panels) drawn from it."""

    name: str
    frame: SheetWords
    grid: SheetTable
    fonts: Fonts
    chart: Chart | None = None
    pages: int = 0
    """How many pages its table was fitted to; 0: as many as it takes."""
    page: PrintArea = LANDSCAPE

    def fitted(self) -> PlannedSheet:
        """The sheet with columns that need the fewest pages; beside charts they stay as they are, and the chart is narrower."""
        if self.chart:
            return replace(self, chart=self._narrowed(self.chart))
        above = _TITLE_HEIGHT + _DEFAULT_HEIGHT * (self.head_row - 1)
        fit = fitted(self.grid, self.fonts.digit, above)
        return replace(self, grid=fit.grid, pages=fit.pages, page=fit.page)

    def _narrowed(self, chart: Chart) -> Chart:
        """The chart as broad as leaves its labels large enough on paper, if it can be; programs take columns to be a little broader
        than each other."""
        if self.charts_only:
            return chart
        scale = _PANELS_SCALE if chart.panels else _CHART_SCALE
        room = 100 * self.page.width / scale - self._columns - _CHART_GAP * chart.across
        width = int(room / _POINTS_A_MM)
        if not _LEAST_CHART_MM * chart.across <= width < chart.size_mm[0]:
            return chart
        return replace(chart, size_mm=(width, chart.size_mm[1]))

    @property
    def printed_scale(self) -> float:
        """Percent of its size at which all that is printed fits a page's width."""
        return 100 * self.page.width / self._width

    @property
    def head_row(self) -> int:
        """The row (from 0) of the table's head: after the notes, and after panels."""
        return self.chart_row + self._panel_rows

    @property
    def chart_row(self) -> int:
        """The row (from 0) from which the chart is placed."""
        return HEAD_ROW + len(self.note_lines)

    @property
    def charts_only(self) -> bool:
        """Whether small charts are above the table, since it is too broad for any beside it on a page. They are printed then and not the
        table: its numbers are on the data sheet."""
        if self.chart is None or not self.chart.panels:
            return False
        return 100 * self.page.width / (self._columns + self._drawn) < _LEAST_SCALE

    @property
    def _panel_rows(self) -> int:
        """Rows that the panels take."""
        if self.chart is None or not self.charts_only:
            return 0
        lines = -(-len(self.chart.panels) // self.chart.across)
        return ceil((self.chart.size_mm[1] * _POINTS_A_MM + lines * _CHART_GAP) / _DEFAULT_HEIGHT) + 1

    @property
    def columns_below_panels(self) -> int:
        """How many columns of the table the panels are as broad as."""
        widths = accumulate(self.fonts.digit * one.width + COLUMN_MARGIN for one in self.grid.columns)
        return next(
            (at for at, width in enumerate(widths, start=1) if width >= self._width), len(self.grid.columns)
        )

    @property
    def note_lines(self) -> list[str]:
        """The notes in as many rows as they need to stay over table and chart: nothing merged, nothing cut in print."""
        width = max(self._width / self.fonts.digit, _LEAST_NOTE_WIDTH)
        return [line for note in self.frame.notes for line in broken(note, width)]

    @property
    def _columns(self) -> float:
        """Points of the printed columns."""
        printed = self.grid.columns[: self.grid.printed]
        return fsum(self.fonts.digit * column.width + COLUMN_MARGIN for column in printed)

    @property
    def _drawn(self) -> float:
        """Points of the chart, or of a row of its panels, with the gaps before them."""
        if self.chart is None:
            return 0.0
        return self.chart.size_mm[0] * _POINTS_A_MM + _CHART_GAP * self.chart.across

    @property
    def _width(self) -> float:
        """Points of all that is printed side by side."""
        return self._drawn if self.charts_only else self._columns + self._drawn


def set_up_page(
    worksheet: Worksheet, title: str, running: Running, sheet: PlannedSheet | None = None
) -> None:
    """A4, the head repeated; book and sheet title above, issuer and page below.

    One page wide where the letters stay large enough to read, else as many as they need, the first column on each.
    """
    if sheet is None or not sheet.page.is_upright:
        worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.55)
    worksheet.set_header(f"&L&11{_escaped(running.book_title, 110)}&R&11{_escaped(title, 110)}")
    worksheet.set_footer(
        f"&L&11{_escaped(running.issuer, 90)}&C&11{running.page_of}&R&11{_escaped(running.cut_off, 60)}"
    )
    least = _LEAST_WITH_CHARTS if sheet is not None and sheet.chart else _LEAST_SCALE
    if sheet is None or sheet.printed_scale >= least:
        worksheet.fit_to_pages(1, sheet.pages if sheet is not None else 1)
    else:
        worksheet.set_print_scale(least)
        worksheet.repeat_columns(0)
    if sheet is None:
        return
    head = sheet.head_row
    if sheet.charts_only:
        worksheet.fit_to_pages(1, 1)
        worksheet.print_area(0, 0, head - 1, sheet.columns_below_panels - 1)
        return
    worksheet.repeat_rows(head)
    if sheet.grid.printed is not None:
        worksheet.print_area(0, 0, head + max(1, len(sheet.grid.rows)), sheet.grid.printed - 1)


def write_sheet(worksheet: Worksheet, style: CellStyle, sheet: PlannedSheet, contents: str) -> None:
    """Write the whole sheet. ``contents`` is the internal address that the way back leads to."""
    frame, grid, head = sheet.frame, sheet.grid, sheet.head_row
    worksheet.hide_gridlines(2)
    worksheet.set_row(TITLE_ROW, _TITLE_HEIGHT)
    worksheet.write_string(TITLE_ROW, 0, frame.title, style.heading("Heading 1"))
    worksheet.write_string(LINE_ROW, 0, frame.line, style.line)
    worksheet.write_url(BACK_ROW, 0, contents, style.link, frame.back)
    for offset, line in enumerate(sheet.note_lines):
        worksheet.write_string(HEAD_ROW + offset, 0, line, style.line)
    write_grid(worksheet, style, grid, head, frame.title)
    rows = head + 1 if head < _MOST_FROZEN else 0
    worksheet.freeze_panes(rows, 1 if len(grid.columns) > 3 and not sheet.charts_only else 0)


def write_grid(worksheet: Worksheet, style: CellStyle, grid: SheetTable, top: int, title: str) -> None:
    """Write a table whose head is the row ``top`` (from 0)."""
    last_row, last_column = top + max(1, len(grid.rows)), len(grid.columns) - 1
    heads = [
        head_lines(head, column.width)
        for head, column in zip(
            unique_heads([column.head for column in grid.columns]), grid.columns, strict=True
        )
    ]
    for position, column in enumerate(grid.columns):
        worksheet.set_column(position, position, column.width)
    worksheet.add_table(top, 0, last_row, last_column, {
        "name": grid.name,
        "title": title,
        "description": grid.alt_text or title,
        "style": "Table Style Light 1",
        "banded_rows": False,
        "columns": [
            {"header": head, "header_format": style.head(column.align, indent=min(position, 1))}
            for position, (head, column) in enumerate(zip(heads, grid.columns, strict=True))
        ],
    })  # fmt: skip
    worksheet.set_row(top, row_height([with_button(head) for head in heads], grid.columns) + HEAD_MARGIN)
    for offset, row in enumerate(grid.rows, start=1):
        shown = [shown_text(cell) for cell in row[: grid.printed]]
        worksheet.set_row(top + offset, row_height(shown, grid.columns[: grid.printed]))
        strong = offset - 1 in grid.strong_rows
        for position, (cell, column) in enumerate(zip(row, grid.columns, strict=True)):
            wraps = grid.printed is None or position < grid.printed
            write_cell(worksheet, style, top + offset, position, cell, column, strong=strong, wraps=wraps)
    # An id or a year that looks like a number is meant as text: no green corners.
    worksheet.ignore_errors({"number_stored_as_text": str(Range(top + 1, 1, last_row + 1, last_column + 1))})


def write_cell(
    worksheet: Worksheet,
    style: CellStyle,
    row: int,
    position: int,
    cell: BookCell,
    column: SheetColumn,
    *,
    strong: bool = False,
    wraps: bool = True,
) -> None:
    """Write one cell in its column's alignment; totals are bold, columns that are not printed stay on one line."""
    base: dict[str, Any] = {"align": _ALIGN[column.align], "bottom": 4, "bottom_color": RULE}
    if column.align == "text" and position:
        base["indent"] = 1  # keeps text apart from the digits that end the column before
    if strong:
        base["bold"] = True
    number, base = base, {**base, "text_wrap": wraps}
    match cell:
        case Blank():
            worksheet.write_blank(row, position, None, style.format(**number))
        case Text():
            worksheet.write_string(row, position, cell.text, _text_format(style, cell, base))
        case Count():
            form = style.format(**{**number, **_emphasis(cell.style)}, num_format=cell.number_format)
            worksheet.write_number(row, position, float(cell.value), form)
        case Live():
            ink = {"font_color": INPUT_INK} if cell.style == "input" else {}
            form = style.format(**{**number, **ink}, num_format=cell.number_format)
            value = cell.cached if isinstance(cell.cached, str) else float(cell.cached)
            worksheet.write_formula(row, position, cell.formula, form, value)
        case Jump():
            worksheet.write_url(
                row,
                position,
                cell.url,
                style.wrapped_link if wraps else style.link,
                cell.text,
                cell.tip or None,
            )


def _text_format(style: CellStyle, cell: Text, base: dict[str, Any]) -> Format:
    properties: dict[str, Any] = dict(base)
    if cell.indent:
        properties["indent"] = base.get("indent", 0) + cell.indent
    if cell.style == "code":
        properties |= {"font_color": MUTED}
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


def _escaped(text: str, longest: int) -> str:
    """Text for a header or footer, where ``&`` is a code. Excel takes 255 characters for the three parts together.

    A digit right after the code for the size would be read as part of the size, so a space goes before it.
    """
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    gap = " " if short[:1].isdigit() else ""
    return gap + short.replace("&", "&&")
