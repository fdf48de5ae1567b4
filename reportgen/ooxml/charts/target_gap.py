"""The target-gap chart: a bullet graph (after Stephen Few) made of native bars only.

For each category an outlined box runs from zero to the target, and a dark bar in it shows the value: what stays
white is the gap. An orange frame runs to where the straight path is: a bar that does not fill its frame is
behind. Fill and outline tell the three apart in black and white as well. Bars of one thickness are the only
marks that Office and LibreOffice draw alike on a horizontal chart: one of them turns lines, LibreOffice puts end
caps on thick error bars and knows only one gap width.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from reportgen.content import Chart, ChartSeries
from reportgen.ooxml.charts import axes
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.charts.chart_style import (
    LABEL_POINTS,
    MM_PER_POINT,
    PALETTE,
    QUIET_TEXT,
    TEXT,
    ChartFonts,
    line,
    solid_fill,
    text_colour_on,
    width_mm,
)
from reportgen.ooxml.charts.data_labels import NO_LABELS, LabelPlace, data_labels, label_text
from reportgen.ooxml.charts.plot_frame import Frame, sideways_frame
from reportgen.ooxml.charts.scale import Scale, axis_format, extent, round_step
from reportgen.ooxml.charts.series_xml import bar_point, bar_series

_VALUE_COLOUR = PALETTE[0]
_PATH_TEXT = "9C5510"
"""The frame's orange, darkened until small figures read well on white."""
_SHAPES = {
    "value": solid_fill(_VALUE_COLOUR),
    "target": "<a:noFill/>" + line(QUIET_TEXT, 1),
    "path": "<a:noFill/>" + line(PALETTE[1], 2.25),
}
_PASSED_TARGET = "<a:noFill/>" + line("FFFFFF", 1.5)
"""On a bar that runs beyond its target, the target's end must be light to be seen."""
_GAP_WIDTH = 70
"""In percent of a bar's thickness, which so takes 59% of a row."""
_LABEL_MM = LABEL_POINTS * MM_PER_POINT
_DRAWN_ORDER = {"value": 0, "target": 1, "path": 2}


def target_gap_plot(chart: Chart, fonts: ChartFonts, block: ChartBlock, *, title: bool, legend: bool) -> str:
    """The inside of ``c:plotArea``. The ``role`` of a series says which it is; any may be missing."""
    frame = sideways_frame(chart, title=title, legend=legend)
    ends = _scale(chart, frame)
    in_order = sorted(range(len(chart.series)), key=lambda at: _DRAWN_ORDER[chart.series[at].role])
    series = "".join(
        _series(chart, at, order, fonts, block, frame, ends) for order, at in enumerate(in_order)
    )
    return (
        f"{frame.plot_layout()}"
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}{NO_LABELS}<c:gapWidth val="{_GAP_WIDTH}"/><c:overlap val="100"/>'
        f'<c:axId val="{axes.CATEGORY_AXIS}"/><c:axId val="{axes.VALUE_AXIS}"/></c:barChart>'
        + axes.category_axis(fonts, position="l", top_down=True)
        + axes.value_axis(
            fonts,
            position="b",
            number_format=axis_format(ends, chart.language),
            title=chart.value_axis,
            title_layout=frame.unit_below_layout(chart.value_axis),
            scale=ends,
            grid=False,  # it would show through the boxes
            crosses="max",  # the categories run downwards, so the far end is the lower edge
        )
    )


def _scale(chart: Chart, frame: Frame) -> Scale:
    """From zero to beyond the longest bar, with room for the label at its right."""
    low, high = extent(chart.series)
    widest = max(
        (width_mm(label, LABEL_POINTS) for series in chart.series for label in series.labels), default=0.0
    )
    free = Decimal(str(max(0.5, 1 - (widest + 3) / frame.plot_width)))
    top = (high if high > 0 else Decimal(1)) / free
    step = round_step(top - low, 6)
    return Scale(-_whole_steps(-low, step), _whole_steps(top, step / 4), step)


def _whole_steps(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_CEILING) * step


def _series(
    chart: Chart, at: int, order: int, fonts: ChartFonts, block: ChartBlock, frame: Frame, ends: Scale
) -> str:
    series = chart.series[at]
    places = {point: _label_place(chart, series, point, frame, ends) for point in range(len(series.values))}
    usual = LabelPlace("outEnd", _PATH_TEXT if series.role == "path" else TEXT)
    labels = data_labels(series, fonts, usual, places=places, bold=series.role == "value")
    points = _passed_points(chart) if series.role == "target" else ""
    return bar_series(chart, at, order, block, _SHAPES[series.role], extra=points + labels)


def _passed_points(chart: Chart) -> str:
    return "".join(
        bar_point(at, _PASSED_TARGET) for at in range(len(chart.categories)) if _is_passed(chart, at)
    )


def _label_place(chart: Chart, series: ChartSeries, at: int, frame: Frame, ends: Scale) -> LabelPlace:
    """The value's label inside its bar where it fits, the target's right of its box, the path's above its own."""
    value = series.values[at]
    text = label_text(series.labels, at)
    if value is None or not text:
        return LabelPlace("outEnd")
    row_mm = frame.plot_height / max(1, len(chart.categories))
    if series.role == "value":
        length_mm = abs(float(value)) * frame.plot_width / float(ends.high - ends.low)
        fits = length_mm > width_mm(text, LABEL_POINTS) + 3
        return LabelPlace("inBase", text_colour_on(_VALUE_COLOUR)) if fits else LabelPlace("outEnd")
    is_passed = _is_passed(chart, at)
    if series.role == "target" and not is_passed:
        return LabelPlace("outEnd")
    aside = (width_mm(text, LABEL_POINTS) / 2 + 1.0) / frame.width
    up = (row_mm / (1 + _GAP_WIDTH / 100) / 2 + _LABEL_MM * 0.7) / frame.height
    down = is_passed and series.role == "path"  # the target's label has taken the room above
    colour = _PATH_TEXT if series.role == "path" else TEXT
    return LabelPlace("outEnd", colour, (-aside, up if down else -up))


def _is_passed(chart: Chart, at: int) -> bool:
    reached, target = _value_at(chart, "value", at), _value_at(chart, "target", at)
    return reached is not None and target is not None and reached > target


def _value_at(chart: Chart, role: str, at: int) -> Decimal | None:
    for series in chart.series:
        if series.role == role:
            return series.values[at]
    return None
