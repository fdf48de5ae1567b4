"""The pack's charts as native Excel charts, each on a sheet beside the cells it is drawn from.

XlsxWriter places the chart on its sheet; its XML is the one that briefs and workbooks have too, so that a chart looks
the same wherever it is met.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.content import Chart, ChartSeries
from reportgen.databook.cells import Blank, Cell, Column, Count, Grid, Text, fitting_width
from reportgen.databook.number_formats import qualified
from reportgen.databook.sheet import FIRST_ROW, HEAD_ROW, Frame, notes_row
from reportgen.databook.style import Fonts
from reportgen.databook.wording import Words
from reportgen.ooxml import Package
from reportgen.ooxml.charts.block import Block
from reportgen.ooxml.charts.chart_space import chart_xml
from reportgen.ooxml.charts.chart_style import Fonts as ChartFonts

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_PIXELS_A_MM = 96 / 25.4
_ENLARGED = 1.4
"""A chart has more room on its own sheet than in a brief's column of text."""
_PANELS_A_ROW, _GUTTER = 3, 12
_LEAST_WIDTH = 60.0
"""Characters of a chart's table: its notes are under it and must not run under the chart."""


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart with a place on a sheet, whose XML is still to be written."""

    chart: Chart
    sheet: str
    skipped: int = 0
    """Columns of the sheet's table between the categories and the chart's own series."""


def chart_grid(chart: Chart, words: Words, name: str, qualifier: Callable[[str], str]) -> Grid:
    """The cells behind the chart: a row for each category, a column for each series; a gap stays an empty cell.

    ``qualifier`` gives the sign before the number of a figure's key (">"), which its cell's format then shows.
    """
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (Text(category), *(_value_cell(series, position, qualifier) for series in chart.series))
        for position, category in enumerate(chart.categories)
    )
    heads = (words("category"), *(series.name for series in chart.series))
    widths = [
        fitting_width(head, (row[position] for row in rows), least=14, most=40)
        for position, head in enumerate(heads)
    ]
    widths[0] = max(widths[0], _LEAST_WIDTH - sum(widths[1:]))
    columns = tuple(
        Column(head, width, "number" if position else "text")
        for position, (head, width) in enumerate(zip(heads, widths, strict=True))
    )
    return Grid(name, columns, rows, chart.alt_text)


def _value_cell(series: ChartSeries, position: int, qualifier: Callable[[str], str]) -> Cell:
    value = series.values[position]
    if value is None:
        return Blank()
    key = series.keys[position] if position < len(series.keys) else None
    return Count(value, qualified(series.number_format, qualifier(key) if key else ""))


def chart_frame(chart: Chart, grid: Grid, title: str, words: Words) -> Frame:
    """Title, units and notes of the chart's sheet."""
    axes = [axis for axis in (chart.value_axis, chart.secondary_axis) if axis]
    parts = [words("unit", unit=words.joined(axes))] if axes else []
    parts.append(words("one-table-one-chart"))
    notes = words.noted(chart.notes)
    if notes:
        parts.append(words("notes-from", row=notes_row(grid)))
    return Frame(title, words.joined(parts), words("back"), notes)


def place(workbook: Workbook, worksheet: Worksheet, chart: Chart) -> PlacedChart:
    """Reserve the chart's place to the right of its cells, with its size and alternative text."""
    chart = replace(chart, size_mm=(round(chart.size_mm[0] * _ENLARGED), round(chart.size_mm[1] * _ENLARGED)))
    _reserve(workbook, worksheet, chart, len(chart.series) + 1, (24, 4))
    return PlacedChart(chart, worksheet.get_name())


def place_panels(workbook: Workbook, worksheet: Worksheet, charts: Sequence[Chart]) -> list[PlacedChart]:
    """Reserve places for small charts in rows of three, to the right of the table they share."""
    placed = []
    for number, chart in enumerate(charts):
        width, height = (round(side * _PIXELS_A_MM) for side in chart.size_mm)
        across, down = number % _PANELS_A_ROW, number // _PANELS_A_ROW
        offset = (24 + across * (width + _GUTTER), 4 + down * (height + _GUTTER))
        _reserve(workbook, worksheet, chart, len(charts) + 1, offset)
        placed.append(PlacedChart(chart, worksheet.get_name(), number))
    return placed


def _reserve(
    workbook: Workbook, worksheet: Worksheet, chart: Chart, column: int, offset: tuple[int, int]
) -> None:
    reserved = workbook.add_chart({"type": "column"})
    reserved.add_series({"values": [worksheet.get_name(), FIRST_ROW, 1, FIRST_ROW, 1]})
    width, height = (round(side * _PIXELS_A_MM) for side in chart.size_mm)
    reserved.set_size({"width": width, "height": height})
    worksheet.insert_chart(
        HEAD_ROW, column, reserved,
        {"x_offset": offset[0], "y_offset": offset[1], "description": chart.alt_text or chart.title, "object_position": 2},
    )  # fmt: skip


def write_charts(book: bytes, placed: Sequence[PlacedChart], fonts: Fonts) -> bytes:
    """Write the charts' XML into the book. XlsxWriter numbers chart parts in the order of their sheets."""
    package = Package.open(book)
    drawn_with = ChartFonts(fonts.latin, fonts.body)
    for number, item in enumerate(placed, start=1):
        cells = Block(item.sheet, row=HEAD_ROW + 1, column=1, skipped=item.skipped)
        xml = chart_xml(item.chart, drawn_with, cells, embedded=False)
        package.write(f"xl/charts/chart{number}.xml", xml)
    return package.save()
