"""The pack's charts as native Excel charts, each on a sheet beside the cells it is drawn from.

XlsxWriter places the chart on its sheet; its XML is the one that briefs and workbooks have too, so that a chart looks
the same wherever it is met.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.content import Chart, ChartSeries
from reportgen.databook.cells import Blank, Cell, Column, Count, Grid, Text, fitting_width
from reportgen.databook.sheet import PANELS_A_ROW, Frame, PlannedSheet
from reportgen.databook.style import Fonts
from reportgen.databook.wording import Words
from reportgen.ooxml import Package
from reportgen.ooxml.charts.block import Block
from reportgen.ooxml.charts.chart_space import chart_xml
from reportgen.ooxml.charts.chart_style import Fonts as ChartFonts
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


def chart_grid(chart: Chart, words: Words, name: str) -> Grid:
    """The cells behind the chart."""
    return charts_grid([chart], words("category"), name, chart.alt_text)


def charts_grid(
    charts: Sequence[Chart], head: str, name: str, alt_text: str, widths: tuple[float, float] = (12, 28)
) -> Grid:
    """The cells behind charts of the same categories: a row for each, a column for each series; a gap stays an empty cell.

    ``widths``: the least and the most that a column may be wide.
    """
    least, most = widths
    drawn = [series for chart in charts for series in chart.series]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (Text(category), *(_value_cell(series, position) for series in drawn))
        for position, category in enumerate(charts[0].categories)
    )
    heads = (head, *(series.name for series in drawn))
    fitting = [
        fitting_width(head, (row[position] for row in rows), least=least, most=most)
        for position, head in enumerate(heads)
    ]
    columns = tuple(
        Column(head, width, "number" if position else "text")
        for position, (head, width) in enumerate(zip(heads, fitting, strict=True))
    )
    return Grid(name, columns, rows, alt_text)


def _value_cell(series: ChartSeries, position: int) -> Cell:
    value = series.values[position]
    if value is None:
        return Blank()
    return Count(value, series.formats[position] if series.formats else series.number_format)


def chart_frame(chart: Chart, title: str, words: Words) -> Frame:
    """Title, units and notes of the chart's sheet."""
    axes = [axis for axis in (chart.value_axis, chart.secondary_axis) if axis]
    parts = [words("unit", unit=words.joined(axes))] if axes else []
    parts.append(words("one-table-one-chart"))
    return Frame(title, words.joined(parts), words("back"), words.noted(chart.notes))


def place(workbook: Workbook, worksheet: Worksheet, sheet: PlannedSheet) -> list[PlacedChart]:
    """Reserve places to the right of the sheet's table: for its chart, with size and alternative text, and for its small
    charts in rows of three."""
    placed, row = [], sheet.head_row
    if (chart := sheet.chart) is not None:
        _reserve(workbook, worksheet, chart, (row, len(chart.series) + 1), (24, 4))
        placed.append(PlacedChart(chart, worksheet.get_name(), row + 1))
    for number, panel in enumerate(sheet.panels):
        width, height = (round(side * _PIXELS_A_MM) for side in panel.size_mm)
        across, down = number % PANELS_A_ROW, number // PANELS_A_ROW
        offset = (24 + across * (width + _GUTTER), 4 + down * (height + _GUTTER))
        _reserve(workbook, worksheet, panel, (row, len(sheet.panels) + 1), offset)
        placed.append(PlacedChart(panel, worksheet.get_name(), row + 1, number))
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
        cells = Block(item.sheet, row=item.row, column=1, skipped=item.skipped)
        xml = chart_xml(item.chart, drawn_with, cells, embedded=False)
        package.write(f"xl/charts/chart{number}.xml", xml)
