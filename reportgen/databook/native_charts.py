"""The pack's charts as native Excel charts, each on a sheet beside the cells it is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.content import Chart, ChartSeries
from reportgen.databook.cells import Blank, Cell, Column, Count, Grid, Text, fitting_width
from reportgen.databook.sheet import FIRST_ROW, HEAD_ROW, Frame, notes_row
from reportgen.databook.style import INK, MUTED, PATH_COLOUR, RULE, SERIES_COLOURS, TARGET_COLOUR, Style
from reportgen.databook.wording import Words

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as NativeChart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_PIXELS_A_MM = 96 / 25.4
_ENLARGED = 1.35
"""A chart has more room on its own sheet than in a brief's column of text."""
_DASHES = ("solid", "dash", "round_dot", "long_dash")
_MARKERS = ("circle", "square", "triangle", "diamond")


def chart_grid(chart: Chart, words: Words, name: str) -> Grid:
    """The cells behind the chart: a row for each category, a column for each series; a gap stays an empty cell."""
    rows = tuple(
        (Text(category), *(_value_cell(series, position) for series in chart.series))
        for position, category in enumerate(chart.categories)
    )
    columns = (
        Column(
            words("category"), fitting_width(words("category"), list(chart.categories), least=14, most=40)
        ),
        *(
            Column(series.name, fitting_width(series.name, [], least=14, most=26), "number")
            for series in chart.series
        ),
    )
    return Grid(name, columns, rows, chart.alt_text)


def _value_cell(series: ChartSeries, position: int) -> Cell:
    value = series.values[position]
    return Blank() if value is None else Count(value, series.number_format)


def chart_frame(chart: Chart, grid: Grid, title: str, words: Words) -> Frame:
    axes = [axis for axis in (chart.value_axis, chart.secondary_axis) if axis]
    parts = [words("unit", unit=words.joined(axes))] if axes else []
    parts.append(words("one_table_one_chart"))
    notes = tuple(
        words("note", text=str(note)) if position == 0 else str(note)
        for position, note in enumerate(chart.notes)
    )
    if notes:
        parts.append(words("notes_from", row=notes_row(grid)))
    return Frame(title, words.joined(parts), words("back"), notes)


@dataclass(frozen=True, slots=True)
class ChartCells:
    """Where on its sheet a chart finds its cells (columns from 0), and where its corner stands."""

    categories: int
    series: tuple[int, ...]
    row: int
    column: int

    @classmethod
    def beside(cls, chart: Chart) -> ChartCells:
        """For a grid made by :func:`chart_grid`: the chart stands to the right of its cells."""
        count = len(chart.series)
        return cls(0, tuple(range(1, count + 1)), HEAD_ROW, count + 1)


def draw(workbook: Workbook, worksheet: Worksheet, style: Style, chart: Chart, cells: ChartCells) -> None:
    """Draw the chart where ``cells`` says, from the cells it names."""
    native = _native(workbook, worksheet.get_name(), style, chart, cells)
    width, height = (side * _PIXELS_A_MM * _ENLARGED for side in chart.size_mm)
    native.set_size({"width": round(width), "height": round(height)})
    worksheet.insert_chart(
        cells.row, cells.column, native,
        {"x_offset": 24, "y_offset": 4, "description": chart.alt_text or chart.title, "object_position": 2},
    )  # fmt: skip


def _native(workbook: Workbook, sheet: str, style: Style, chart: Chart, cells: ChartCells) -> NativeChart:
    """One chart, or columns with lines laid over them."""
    bars = [item for item in enumerate(chart.series) if item[1].kind in ("column", "bar")]
    lines = [item for item in enumerate(chart.series) if item[1].kind in ("line", "marker")]
    base = workbook.add_chart(_base_type(chart, bool(bars), bool(lines)))
    for position, _ in bars or lines:
        base.add_series(_series(sheet, style, chart, cells, position))
    if bars and lines:
        over = workbook.add_chart({"type": "line"})
        for position, _ in lines:
            over.add_series(_series(sheet, style, chart, cells, position))
        base.combine(over)
        _name_secondary_axis(over, style, chart)
    else:
        _name_secondary_axis(base, style, chart)
    _dress(base, style, chart)
    return base


def _base_type(chart: Chart, has_bars: bool, has_lines: bool) -> dict[str, str]:
    """Excel cannot lay lines over lying bars, so bars with lines or markers stand up."""
    if not has_bars:
        return {"type": "line"}
    lying = not has_lines and (chart.kind == "bar" or all(series.kind == "bar" for series in chart.series))
    form = {"type": "bar" if lying else "column"}
    return {**form, "subtype": "stacked"} if chart.kind == "stacked" else form


def _series(sheet: str, style: Style, chart: Chart, cells: ChartCells, position: int) -> dict[str, Any]:
    series, column = chart.series[position], cells.series[position]
    last_row = FIRST_ROW + len(chart.categories) - 1
    options: dict[str, Any] = {
        "name": [sheet, HEAD_ROW, column],
        "categories": [sheet, FIRST_ROW, cells.categories, last_row, cells.categories],
        "values": [sheet, FIRST_ROW, column, last_row, column],
        "y2_axis": series.axis == "secondary",
        **_look(chart, position, series),
    }
    if any(series.labels):
        place = {"position": "above" if series.kind in ("line", "marker") else "outside_end"}
        if chart.kind == "stacked":
            place = {"position": "center"}
        if series.kind == "marker":
            place = {"position": "right"}
        options["data_labels"] = {
            "value": True,
            "custom": [{"value": label} if label else {"delete": True} for label in series.labels],
            "font": _font(style, 9),
            **place,
        }
    return options


def _look(chart: Chart, position: int, series: ChartSeries) -> dict[str, Any]:
    """Colours that differ in lightness, and shape beside colour: dashes for lines, marks for targets."""
    colour = SERIES_COLOURS[position % len(SERIES_COLOURS)]
    if series.kind in ("column", "bar"):
        if series.role == "target":
            return {"fill": {"none": True}, "border": {"color": TARGET_COLOUR, "width": 1.5}, "gap": 60}
        few = len(chart.categories) <= 3
        return {"fill": {"color": colour}, "border": {"none": True}, "gap": 160 if few else 80}
    if series.kind == "marker" or series.role in ("target", "path"):
        is_target = series.role == "target"
        ink = TARGET_COLOUR if is_target else PATH_COLOUR
        marker = {
            "type": "long_dash" if is_target else "diamond",
            "size": 22 if is_target else 9,
            "fill": {"color": ink},
            "border": {"color": ink, "width": 1.25},
        }
        return {"line": {"none": True}, "marker": marker}
    return {
        "line": {"color": colour, "width": 2.25, "dash_type": _DASHES[position % len(_DASHES)]},
        "marker": {
            "type": _MARKERS[position % len(_MARKERS)],
            "size": 6,
            "fill": {"color": colour},
            "border": {"color": colour},
        },
    }


def _dress(native: NativeChart, style: Style, chart: Chart) -> None:
    native.set_title({"name": chart.title, "name_font": {**_font(style, 13), "bold": True}, "overlay": False})
    native.set_x_axis({"num_font": _font(style, 10), "line": {"color": RULE}, "major_tick_mark": "none"})
    native.set_y_axis({
        **_axis_title(style, chart.value_axis, chart),
        "num_font": _font(style, 10),
        "num_format": "#,##0.########" if _is_small(chart) else "#,##0",
        "major_gridlines": {"visible": True, "line": {"color": "#E4E7EB", "width": 0.75}},
        "line": {"none": True},
        **({"min": 0} if _starts_at_zero(chart) else {}),
    })  # fmt: skip
    if len(chart.series) > 1:
        native.set_legend({"position": "bottom", "font": _font(style, 10)})
    else:
        native.set_legend({"none": True})
    native.set_chartarea({"border": {"none": True}, "fill": {"color": "#FFFFFF"}})
    native.set_plotarea({"fill": {"none": True}})
    native.show_blanks_as("gap")


def _name_secondary_axis(native: NativeChart, style: Style, chart: Chart) -> None:
    if any(series.axis == "secondary" for series in chart.series):
        native.set_y2_axis({
            **_axis_title(style, chart.secondary_axis, chart),
            "num_font": _font(style, 10), "line": {"none": True}, "major_gridlines": {"visible": False},
            "num_format": "General",
        })  # fmt: skip


def _axis_title(style: Style, title: str, chart: Chart) -> dict[str, Any]:
    """A short Chinese unit stands upright; longer titles run along their axis."""
    if not title:
        return {}
    upright = {"rotation": 0} if chart.language == "zh" and len(title) <= 4 else {}
    return {"name": title, "name_font": {**_font(style, 10), "bold": False, "color": MUTED, **upright}}


def _is_small(chart: Chart) -> bool:
    values = [abs(value) for series in chart.series for value in series.values if value is not None]
    return bool(values) and max(values) < 10


def _starts_at_zero(chart: Chart) -> bool:
    """Columns must start at zero, or their lengths lie."""
    bars = [
        series for series in chart.series if series.kind in ("column", "bar") and series.axis == "primary"
    ]
    return bool(bars) and all(value is None or value >= 0 for series in bars for value in series.values)


def _font(style: Style, size: int) -> dict[str, Any]:
    return {"name": style.fonts.body, "size": size, "color": INK}
