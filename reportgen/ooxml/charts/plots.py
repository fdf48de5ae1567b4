"""The plots of columns, stacked columns, bars, lines, and columns with lines on a second scale."""

from __future__ import annotations

from decimal import Decimal

from reportgen.content import Chart, ChartSeries
from reportgen.ooxml.charts import axes
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.charts.chart_style import TEXT, ChartFonts, colour_of, line, solid_fill, text_colour_on
from reportgen.ooxml.charts.data_labels import NO_LABELS, LabelPlace, data_labels
from reportgen.ooxml.charts.plot_frame import (
    category_labels,
    labelled_points,
    round_frame,
    sideways_frame,
    upright_frame,
    upright_margins,
)
from reportgen.ooxml.charts.scale import (
    Scale,
    axis_format,
    chart_values,
    extent,
    format_from,
    label_decimals,
    scale,
)
from reportgen.ooxml.charts.series_xml import bar_point, bar_series, hatched, line_series, part_series
from reportgen.record import replace

_BESIDE_PLOT_MM, _STEP_MM = 26, 5
"""Of a chart's height, about what is above and below the plot; and what a label of a scale takes with some air."""
_COLUMNS_KEEP = Decimal("1.8")
"""With lines on a second scale the columns keep to the lower 1/1.8 of the plot and the lines run above them,
so that the labels of both can be read."""


def upright_plot(chart: Chart, fonts: ChartFonts, block: ChartBlock, *, title: bool, legend: bool) -> str:
    """The inside of ``c:plotArea`` for columns and lines, all on one scale or lines on a second one."""
    columns, first, second = _groups(chart)
    scales = _scales(chart, columns + first, second)
    frame = upright_frame(chart, scales, title=title, legend=legend)
    labelled = [
        replace(series, labels=labelled_points(chart, at, frame)) for at, series in enumerate(chart.series)
    ]
    chart = replace(chart, series=tuple(labelled))
    groups, slot = "", frame.plot_width / max(1, len(chart.categories))
    if columns:
        groups += _columns(chart, columns, fonts, block)
    if first:
        groups += _lines(chart, first, fonts, block, len(columns), slot)
    if second:
        groups += _lines(chart, second, fonts, block, len(columns) + len(first), slot, secondary=True)
    is_fixed = bool(second) or chart.axis_decimals is not None
    points = frame.points
    axes_xml = axes.category_axis(
        fonts, labels=category_labels(chart, frame), points=points
    ) + axes.value_axis(
        fonts,
        number_format=axis_format(scales[0], chart.language, chart.axis_decimals),
        title=chart.value_axis,
        title_layout=frame.unit_layout(chart.value_axis),
        scale=scales[0] if is_fixed else None,
        from_zero=scales[0] if columns else None,
        points=points,
    )
    if second:
        axes_xml += axes.value_axis(
            fonts,
            position="r",
            number_format=format_from(
                scales[1],
                min(chart_values(chart.series[at] for at in second), default=scales[1].low),
                chart.language,
            ),
            title=chart.secondary_axis,
            title_layout=frame.unit_layout(chart.secondary_axis, secondary=True),
            scale=scales[1],
            secondary=True,
            crosses="max",
            points=points,
        ) + axes.category_axis(fonts, secondary=True)
    return frame.plot_layout() + groups + axes_xml


def sideways_plot(chart: Chart, fonts: ChartFonts, block: ChartBlock, *, title: bool, legend: bool) -> str:
    """The inside of ``c:plotArea`` for horizontal bars, the first category on top."""
    low, high = extent(chart.series)
    frame = sideways_frame(chart, title=title, legend=legend)
    place = LabelPlace("outEnd")
    series = ""
    for at, one in enumerate(chart.series):
        points = _own_points(chart, at, at, is_alone=len(chart.series) == 1)
        labels = data_labels(one, fonts, place)
        series += bar_series(chart, at, at, block, solid_fill(colour_of(at)), extra=points + labels)
    return (
        frame.plot_layout()
        + _bar_chart(series, direction="bar", gap=60 if len(chart.series) == 1 else 50, overlap=0)
        + axes.category_axis(fonts, position="l", top_down=True)
        + axes.value_axis(
            fonts,
            position="b",
            number_format=axis_format(scale(low, high), chart.language),
            title=chart.value_axis,
            title_layout=frame.unit_below_layout(chart.value_axis),
            crosses="max",  # the categories run downwards, so the far end is the lower edge
        )
    )


def decimals(chart: Chart) -> int:
    """With how many decimals the axis of an upright plot's values has to be labelled."""
    columns, first, second = _groups(chart)
    return label_decimals(_scales(chart, columns + first, second)[0])


def margins(chart: Chart) -> tuple[float, float]:
    """The room left and right of an upright plot that the numbers of its scales take, in millimetres."""
    columns, first, second = _groups(chart)
    return upright_margins(chart, _scales(chart, columns + first, second))


def _groups(chart: Chart) -> tuple[list[int], list[int], list[int]]:
    """Which series are columns, which lines on their scale, which lines on a second one."""
    columns = [at for at, series in enumerate(chart.series) if _drawn_as(chart, series) == "column"]
    lines = [at for at in range(len(chart.series)) if at not in columns]
    second = [at for at in lines if chart.series[at].axis == "secondary"] if columns else []
    return columns, [at for at in lines if at not in second], second


def _drawn_as(chart: Chart, series: ChartSeries) -> str:
    if chart.kind in ("column", "stacked"):
        return "column"
    if chart.kind == "line":
        return "line"
    return "column" if series.kind in ("column", "bar") else "line"


def _scales(chart: Chart, first: list[int], second: list[int]) -> tuple[Scale, ...]:
    primary = [chart.series[at] for at in first]
    low, high = extent(primary, stacked=chart.kind == "stacked")
    if not second:
        return (scale(low, high, _intervals(chart, 5), plainly=chart.axis_decimals is not None),)
    raised = _above(chart_values(chart.series[at] for at in second), _intervals(chart, 6))
    plainly = chart.axis_decimals is not None
    return (scale(low, high * _COLUMNS_KEEP, _intervals(chart, 5), plainly=plainly), raised)


def _intervals(chart: Chart, most: int) -> int:
    """Into how many steps a scale goes at most: in a low chart labels one above another would run into each other, and programs
    leave some out, that of zero too."""
    return max(2, min(most, int((chart.size_mm[1] - _BESIDE_PLOT_MM) / _STEP_MM)))


def _above(values: list[Decimal], intervals: int) -> Scale:
    """A scale that puts ``values`` into the upper part of the plot, above columns that keep below."""
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(1))
    span = max(high - low, abs(high) / 10, Decimal(1))
    return scale(low - Decimal("2.6") * span, high + span / 5, intervals)


def _columns(chart: Chart, positions: list[int], fonts: ChartFonts, block: ChartBlock) -> str:
    stacked = chart.kind == "stacked"
    series = ""
    for order, at in enumerate(positions):
        colour = colour_of(order)
        place = LabelPlace("ctr", text_colour_on(colour)) if stacked else LabelPlace("outEnd", TEXT)
        one = chart.series[at]
        partial = [point for point, is_hatched in enumerate(one.hatched) if is_hatched]
        places = dict.fromkeys(partial, LabelPlace("ctr", TEXT)) if stacked else None
        labels = data_labels(one, fonts, place, places=places)
        points = _own_points(chart, at, order, is_alone=len(positions) == 1)
        series += bar_series(chart, at, order, block, solid_fill(colour), extra=points + labels)
    gap = 80 if len(positions) == 1 or stacked else 60
    overlap = 100 if stacked else -5 if len(positions) > 1 else 0
    grouping = "stacked" if stacked else "clustered"
    return _bar_chart(series, direction="col", grouping=grouping, gap=gap, overlap=overlap)


def _own_points(chart: Chart, at: int, order: int, *, is_alone: bool) -> str:
    """The bars or columns of later stretches in other colours, so that no eye joins them, and those of a shorter period hatched.

    Beside other series, which the legend tells apart by colour, a series keeps its one colour.
    """
    series, points = chart.series[at], ""
    for point in range(len(series.values)):
        stretch = series.stretches[point] if is_alone and series.stretches else 0
        colour = colour_of(len(chart.series) - 1 + stretch if stretch else order)
        if series.hatched and series.hatched[point]:
            points += bar_point(point, hatched(colour))
        elif stretch:
            points += bar_point(point, solid_fill(colour))
    return points


def _bar_chart(series: str, *, direction: str, gap: int, overlap: int, grouping: str = "clustered") -> str:
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{series}{NO_LABELS}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="{axes.CATEGORY_AXIS}"/><c:axId val="{axes.VALUE_AXIS}"/></c:barChart>'
    )


def _lines(
    chart: Chart,
    positions: list[int],
    fonts: ChartFonts,
    block: ChartBlock,
    order: int,
    slot: float,
    *,
    secondary: bool = False,
) -> str:
    """``slot``: millimetres between two points of a line, whose markers must not run into each other."""
    series, is_close = "", slot < _CLOSE
    for step, at in enumerate(positions):
        place = LabelPlace("t" if step % 2 == 0 else "b")  # of two lines the second is labelled below
        series += line_series(
            chart,
            at,
            order + step,
            block,
            colour_of(order + step),
            labels=data_labels(chart.series[at], fonts, place),
            marker_only=chart.series[at].kind == "marker",
            is_close=is_close,
        )
    category, value = (
        (axes.SECOND_CATEGORY_AXIS, axes.SECOND_VALUE_AXIS)
        if secondary
        else (axes.CATEGORY_AXIS, axes.VALUE_AXIS)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}{NO_LABELS}'
        f'<c:marker val="1"/><c:axId val="{category}"/><c:axId val="{value}"/></c:lineChart>'
    )


_CLOSE = 5.0
"""Millimetres between points whose markers and lines are drawn smaller."""
_HOLE = 55
"""Percent of the ring's diameter."""


def pie_plot(chart: Chart, fonts: ChartFonts, block: ChartBlock, *, title: bool, legend: bool) -> str:
    """The inside of ``c:plotArea`` for a pie, its labels outside."""
    labels = data_labels(chart.series[0], fonts, LabelPlace("outEnd"))
    return (
        round_frame(chart, title=title, legend=legend).plot_layout()
        + f'<c:pieChart><c:varyColors val="1"/>{_series(chart, block, labels)}{NO_LABELS}'
        '<c:firstSliceAng val="0"/></c:pieChart>'
    )


def doughnut_plot(chart: Chart, fonts: ChartFonts, block: ChartBlock, *, title: bool, legend: bool) -> str:
    """The inside of ``c:plotArea`` for a doughnut, its labels on the ring: Office knows no other place for them."""
    places = {at: LabelPlace("", text_colour_on(colour_of(at))) for at in range(len(chart.categories))}
    labels = data_labels(chart.series[0], fonts, LabelPlace(""), places=places)
    return (
        round_frame(chart, title=title, legend=legend).plot_layout()
        + f'<c:doughnutChart><c:varyColors val="1"/>{_series(chart, block, labels)}{NO_LABELS}'
        f'<c:firstSliceAng val="0"/><c:holeSize val="{_HOLE}"/></c:doughnutChart>'
    )


def _series(chart: Chart, block: ChartBlock, labels: str) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{solid_fill(colour_of(at))}{line('FFFFFF', 1.5)}</c:spPr></c:dPt>"
        for at in range(len(chart.categories))
    )
    return part_series(chart, block, points + labels)
