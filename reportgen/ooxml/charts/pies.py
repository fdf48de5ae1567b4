"""The plots of pies and doughnuts: one series, a slice for each category, told apart by the legend."""

from __future__ import annotations

from reportgen.content import Chart
from reportgen.ooxml.charts.block import Block
from reportgen.ooxml.charts.chart_style import Fonts, colour_of, fill, line, text_colour_on
from reportgen.ooxml.charts.data_labels import NO_LABELS, LabelPlace, data_labels
from reportgen.ooxml.charts.plot_frame import round_frame
from reportgen.ooxml.charts.series_xml import part_series

_HOLE = 55
"""Percent of the ring's diameter."""


def pie_plot(chart: Chart, fonts: Fonts, block: Block, *, title: bool, legend: bool) -> str:
    """The inside of ``c:plotArea`` for a pie, its labels outside."""
    labels = data_labels(chart.series[0], fonts, LabelPlace("outEnd"))
    return (
        round_frame(chart, title=title, legend=legend).plot_layout()
        + f'<c:pieChart><c:varyColors val="1"/>{_series(chart, block, labels)}{NO_LABELS}'
        '<c:firstSliceAng val="0"/></c:pieChart>'
    )


def doughnut_plot(chart: Chart, fonts: Fonts, block: Block, *, title: bool, legend: bool) -> str:
    """The inside of ``c:plotArea`` for a doughnut, its labels on the ring: Office knows no other place for them."""
    places = {at: LabelPlace("", text_colour_on(colour_of(at))) for at in range(len(chart.categories))}
    labels = data_labels(chart.series[0], fonts, LabelPlace(""), places=places)
    return (
        round_frame(chart, title=title, legend=legend).plot_layout()
        + f'<c:doughnutChart><c:varyColors val="1"/>{_series(chart, block, labels)}{NO_LABELS}'
        f'<c:firstSliceAng val="0"/><c:holeSize val="{_HOLE}"/></c:doughnutChart>'
    )


def _series(chart: Chart, block: Block, labels: str) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{fill(colour_of(at))}{line('FFFFFF', 1.5)}</c:spPr></c:dPt>"
        for at in range(len(chart.categories))
    )
    return part_series(chart, block, points + labels)
