"""The pack's charts as native Excel charts, each on a sheet beside the cells it is drawn from.

XlsxWriter places the chart on its sheet; its XML is the one that briefs and workbooks have too, so that a chart looks
the same wherever it is met.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.content import Chart, ChartSeries
from reportgen.databook.book_cells import Blank, BookCell, Count, SheetColumn, SheetTable, Text, fitting_width
from reportgen.databook.book_style import Fonts
from reportgen.databook.sheet import PlannedSheet, SheetWords
from reportgen.databook.wording import BookWords
from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.charts.chart_space import chart_xml
from reportgen.ooxml.charts.chart_style import ChartFonts as ChartFonts
from reportgen.ooxml.charts.panels import panel_drawings
from reportgen.record import Record

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_PIXELS_A_MM = 96 / 25.4
_GUTTER = 12


class PlacedChart(Record):
    """A chart with a place on a sheet, whose XML is still to be written."""

    chart: Chart
    sheet: str
    row: int
    """The row (from 1) of the head of the cells it is drawn from."""
    skipped: int = 0
    """Columns of the sheet's table between the categories and the chart's own series."""


def chart_grid(
    chart: Chart, head: str, name: str, alt_text: str, widths: tuple[float, float] = (12, 28)
) -> SheetTable:
    """The cells behind a chart, or behind its panels: a row for each category, a column for each series; a gap stays an empty
    cell.

    ``widths``: the least and the most that a column may be wide.
    """
    least, most = widths
    drawn = [(one, series) for one in chart.drawings for series in one.series]
    rows: tuple[tuple[BookCell, ...], ...] = tuple(
        (Text(category), *(_value_cell(series, position) for _, series in drawn))
        for position, category in enumerate(chart.drawings[0].categories)
    )
    heads = (head, *(_head(series, one, chart) for one, series in drawn))
    fitting = [
        fitting_width(head, (row[position] for row in rows), least=least, most=most)
        for position, head in enumerate(heads)
    ]
    columns = tuple(
        SheetColumn(head, width, "number" if position else "text")
        for position, (head, width) in enumerate(zip(heads, fitting, strict=True))
    )
    return SheetTable(name, columns, rows, alt_text)


def _head(series: ChartSeries, drawing: Chart, of: Chart) -> str:
    """The head of a series' column: of a panel's series with the panel's name."""
    if not of.panels or series.name == drawing.title:
        return series.name
    return f"{drawing.title}{language(of.language).punctuation.COMMA}{series.name}"


def _value_cell(series: ChartSeries, position: int) -> BookCell:
    value = series.values[position]
    if value is None:
        return Blank()
    return Count(value, series.formats[position] if series.formats else series.number_format)


def chart_frame(chart: Chart, title: str, words: BookWords) -> SheetWords:
    """Title, units and notes of the chart's sheet."""
    axes = [axis for axis in (chart.value_axis, chart.secondary_axis) if axis]
    parts = [words("unit", unit=words.joined(axes))] if axes else []
    parts.append(words("one-table-small-charts" if chart.panels else "one-table-one-chart"))
    return SheetWords(
        title, words.joined(parts), words("back"), (*words.noted(chart.notes), *words.sourced(chart.source))
    )


def place_charts(workbook: Workbook, worksheet: Worksheet, sheet: PlannedSheet) -> list[PlacedChart]:
    """Reserve places with sizes and alternative texts for the sheet's chart, or for the rows of its panels."""
    if sheet.chart is None:
        return []
    placed, row, skipped = list[PlacedChart](), sheet.head_row, 0
    column, margin = (0, 0) if sheet.charts_only else (len(sheet.grid.columns), 24)
    cell = (sheet.chart_row, column)
    for number, drawing in enumerate(panel_drawings(sheet.chart)):
        width, height = (round(side * _PIXELS_A_MM) for side in drawing.size_mm)
        down, across = divmod(number, sheet.chart.across)
        offset = (margin + across * (width + _GUTTER), 4 + down * (height + _GUTTER))
        _reserve(workbook, worksheet, drawing, cell, offset)
        placed.append(PlacedChart(drawing, worksheet.get_name(), row + 1, skipped))
        skipped += len(drawing.series)
    return placed


def _reserve(
    workbook: Workbook, worksheet: Worksheet, chart: Chart, cell: tuple[int, int], offset: tuple[int, int]
) -> None:
    reserved = workbook.add_chart({"type": "column"})
    reserved.add_series({"values": [worksheet.get_name(), cell[0] + 1, 1, cell[0] + 1, 1]})
    width, height = (round(side * _PIXELS_A_MM) for side in chart.size_mm)
    reserved.set_size({"width": width, "height": height})
    worksheet.insert_chart(
        *cell, reserved,
        {"x_offset": offset[0], "y_offset": offset[1], "description": chart.alt_text or chart.title, "object_position": 2},
    )  # fmt: skip


def write_charts(package: Package, placed: Sequence[PlacedChart], fonts: Fonts) -> None:
    """Write the charts' XML into the book. XlsxWriter numbers chart parts in the order of their sheets."""
    drawn_with = ChartFonts(fonts.latin, fonts.body)
    for number, item in enumerate(placed, start=1):
        cells = ChartBlock(item.sheet, row=item.row, column=1, skipped=item.skipped)
        xml = chart_xml(item.chart, drawn_with, cells, embedded=False)
        package.write(f"xl/charts/chart{number}.xml", xml)
