"""Where the parts of a chart are: title, unit line above the axis, plot, category labels, legend.

Office and LibreOffice lay charts out differently when left alone; with the plot's frame given they agree. All
measures are millimetres of the chart's own size and leave as fractions of it, so that the chart can be resized.
"""

from __future__ import annotations

import math

from reportgen.content import CHART_FORMS, Chart
from reportgen.language import parts_of_label
from reportgen.ooxml.charts.chart_style import (
    LABEL_POINTS,
    LEAST_POINTS,
    MM_PER_POINT,
    PANEL_TITLE_POINTS,
    TEXT_POINTS,
    TITLE_POINTS,
    TITLE_SHARE,
    width_mm,
)
from reportgen.ooxml.charts.scale import Scale, label_decimals
from reportgen.record import Record

_GAP = 1.5
_SLANT = 0.71
"""The sine of 45 degrees."""
_BOLD = 1.1
_MOST_CATEGORY_LINES = 3
_MOST_LEGEND_LINES = 4
_LEGEND_KEY = 9.0
"""In millimetres: what an entry of a legend takes beside its name."""
_FEW_PERIODS = 8
"""So few periods' labels are all written, on several lines where they are long."""
_STEPS = (1, 2, 3, 6, 12)
_SMALL, _LEAST_GAP = 70.0, 0.3
"""In millimetres: a narrower chart has the texts of its axes in the least size, and so little between its categories' labels."""
_LABEL_ROOM = 1.05
"""Of a category's slot, what a data label may take: labels of neighbours are at different heights mostly."""
_WIDEST_CATEGORY = 0.36
"""Of a bar chart's width, at most, for the names of its categories."""


class CategoryLabels(Record):
    """Labels along an axis: turned by ``rotation`` degrees (``None``: as Office sees fit), every ``step``-th of them."""

    rotation: int | None = None
    step: int = 1


class Frame(Record):
    """The plot's inner rectangle (axes excluded), in millimetres, within the chart's size; its axes' texts are of ``points``."""

    width: float
    height: float
    left: float
    top: float
    plot_width: float
    plot_height: float
    points: float = TEXT_POINTS

    def plot_layout(self) -> str:
        return _layout(
            self.left / self.width,
            self.top / self.height,
            self.plot_width / self.width,
            self.plot_height / self.height,
            inner=True,
        )

    def unit_layout(self, text: str, *, secondary: bool = False) -> str:
        """Where the unit is: above the axis, at the left or (secondary) at the right end."""
        wide = width_mm(text, TEXT_POINTS) + 2 * _GAP
        x = max(0.0, self.width - wide - _GAP) if secondary else _GAP
        y = self.top - _line(TEXT_POINTS) - 3 * _GAP
        return _layout(x / self.width, max(0.0, y) / self.height)

    def unit_below_layout(self, text: str) -> str:
        """Where the unit of a sideways chart is: under the right end of its value axis."""
        x = self.left + self.plot_width - width_mm(text, TEXT_POINTS) - _GAP
        y = self.top + self.plot_height + _line(TEXT_POINTS) + _GAP
        return _layout(max(0.0, x) / self.width, y / self.height)


def _layout(
    x: float, y: float, w: float | None = None, h: float | None = None, *, inner: bool = False
) -> str:
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    size = "" if w is None or h is None else f'<c:w val="{w:.4f}"/><c:h val="{h:.4f}"/>'
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/>{size}</c:manualLayout></c:layout>'
    )


def upright_frame(chart: Chart, scales: tuple[Scale, ...], *, title: bool, legend: bool) -> Frame:
    """The frame of columns and lines: values left (and right for a second scale), categories below."""
    width, height = float(chart.size_mm[0]), float(chart.size_mm[1])
    points = _axis_points(chart)
    left, right = map(max, upright_margins(chart, scales), chart.margins)
    plot_width = width - left - right
    slot = plot_width / max(1, len(chart.categories))
    top = _head(chart, title=title) + _unit_line(chart)
    bottom = _below(chart, slot) + 2 * _GAP + _legend(chart, shown=legend)
    return Frame(width, height, left, top, plot_width, max(10.0, height - top - bottom), points)


def upright_margins(chart: Chart, scales: tuple[Scale, ...]) -> tuple[float, float]:
    """The room left and right of the plot that the numbers of its scales take, in millimetres."""
    points = _axis_points(chart)
    right = _widest_number(scales[1], points) if len(scales) > 1 else 2.0
    left = _widest_number(scales[0], points, chart.axis_decimals or 0)
    gap = _GAP if points == LEAST_POINTS else 2 * _GAP
    return gap + left, gap + right


def _axis_points(chart: Chart) -> float:
    return LEAST_POINTS if chart.size_mm[0] < _SMALL else TEXT_POINTS


def _below(chart: Chart, slot: float) -> float:
    """The height of the labels of the categories, each with a breadth of ``slot``."""
    points = _axis_points(chart)
    if is_turned(chart, slot):
        longest = max(width_mm(category, points) for category in chart.categories)
        return (longest + _line(points)) * _SLANT
    lines = max((_lines(category, slot, points) for category in chart.categories), default=1)
    return min(lines, 2 if _is_long_run(chart) else lines) * _line(points)


def _is_long_run(chart: Chart) -> bool:
    return chart.over_time and len(chart.categories) >= _FEW_PERIODS


def is_turned(chart: Chart, slot: float) -> bool:
    """Whether the labels of a long run of periods are turned: side by side they would break, and turned they take less."""
    if not _is_long_run(chart):
        return False
    upright = _upright(chart)
    return upright > slot and upright > _line(_axis_points(chart)) / _SLANT


def _upright(chart: Chart) -> float:
    """The room along the axis of a label that is not turned."""
    points = _axis_points(chart)
    parts = (part for category in chart.categories for part in parts_of_label(category, chart.language))
    return max(width_mm(part, points) for part in parts) + (_GAP if points > LEAST_POINTS else _LEAST_GAP)


def category_labels(chart: Chart, frame: Frame) -> CategoryLabels:
    """How the labels of the categories are set: turned where they would break, thinned where even then they would meet."""
    slot = frame.plot_width / max(1, len(chart.categories))
    if not _is_long_run(chart):
        return CategoryLabels()
    turned = is_turned(chart, slot)
    wanted = (_line(frame.points) / _SLANT if turned else _upright(chart)) / slot
    step = next((step for step in _STEPS if step >= wanted), _STEPS[-1])
    # of labels that are set upright LibreOffice breaks each (10 is 1 over 0) instead of leaving some out
    return CategoryLabels(-45 if turned else None if step > 1 else 0, step)


def labelled_points(chart: Chart, at: int, frame: Frame) -> tuple[str, ...]:
    """The data labels of a series; where they would run into each other those of the ends and the extremes alone."""
    series = chart.series[at]
    slot = frame.plot_width / max(1, len(chart.categories))
    beside = sum(1 for other in chart.series if other.kind == series.kind) if series.kind == "column" else 1
    widest = max((width_mm(label, LABEL_POINTS) for label in series.labels), default=0.0)
    if not chart.over_time or widest * beside <= slot * _LABEL_ROOM:
        return series.labels
    known = [place for place, value in enumerate(series.values) if value is not None]
    if not known:
        return series.labels
    ranked = sorted(known, key=lambda place: series.values[place] or 0)
    kept = [known[-1]]
    for place in (ranked[-1], ranked[0], known[0]):
        if all(abs(place - other) * slot >= widest for other in kept):
            kept.append(place)
    return tuple(label if place in kept else "" for place, label in enumerate(series.labels))


def sideways_frame(chart: Chart, *, title: bool, legend: bool) -> Frame:
    """The frame of horizontal bars: categories left, values and their unit below."""
    width, height = float(chart.size_mm[0]), float(chart.size_mm[1])
    names = max((width_mm(category, TEXT_POINTS) for category in chart.categories), default=0.0)
    left = min(names, width * _WIDEST_CATEGORY) + 2 * _GAP
    plot_width = width - left - 5.0
    top = _head(chart, title=title) + 2 * _GAP
    unit = _line(TEXT_POINTS) + _GAP if chart.value_axis else 0.0
    bottom = _line(TEXT_POINTS) + 2 * _GAP + unit + _legend(chart, shown=legend)
    return Frame(width, height, left, top, plot_width, max(10.0, height - top - bottom))


def round_frame(chart: Chart, *, title: bool, legend: bool) -> Frame:
    """The frame of a pie: a square in the middle, with room for labels around it."""
    width, height = float(chart.size_mm[0]), float(chart.size_mm[1])
    top = _head(chart, title=title) + _line(LABEL_POINTS) + _GAP
    bottom = _line(LABEL_POINTS) + _GAP + _legend(chart, shown=legend)
    beside = max((width_mm(label, LABEL_POINTS) for label in chart.series[0].labels), default=0.0) + _GAP
    side = max(10.0, min(height - top - bottom, width - 2 * beside))
    return Frame(width, height, (width - side) / 2, top, side, side)


def _head(chart: Chart, *, title: bool) -> float:
    if not (title and chart.title):
        return _GAP
    if chart.head:
        return len(chart.head) * _line(PANEL_TITLE_POINTS) + 2 * _GAP
    room = chart.size_mm[0] * TITLE_SHARE
    rows = chart.title.split("\n")
    lines = sum(max(1, math.ceil(width_mm(row, TITLE_POINTS) * _BOLD / room)) for row in rows)
    return lines * _line(TITLE_POINTS) + 3 * _GAP


def panel_title_layout(chart: Chart) -> str:
    """Where a panel's title is: at the left, at the top."""
    return _layout(_GAP / chart.size_mm[0], _GAP / 2 / chart.size_mm[1])


def _unit_line(chart: Chart) -> float:
    """The unit above the axis; without one, room for the label of the highest column."""
    return _line(TEXT_POINTS) + 4 * _GAP if chart.value_axis or chart.secondary_axis else _line(LABEL_POINTS)


def _legend(chart: Chart, *, shown: bool) -> float:
    """The height of a legend: its entries are beside each other as far as there is room."""
    if not shown:
        return 0.0
    names = chart.categories if CHART_FORMS[chart.kind].of_parts else [one.name for one in chart.series]
    room = chart.size_mm[0] - 4 * _GAP
    wide = sum(min(room, width_mm(name, TEXT_POINTS) + _LEGEND_KEY) for name in names)
    return min(_MOST_LEGEND_LINES, max(1, math.ceil(wide / room))) * _line(TEXT_POINTS) + 2 * _GAP


def _line(points: float) -> float:
    return points * MM_PER_POINT * 1.3


def _lines(text: str, room: float, points: float) -> int:
    return min(_MOST_CATEGORY_LINES, max(1, math.ceil(width_mm(text, points) / max(room, 1.0))))


def _widest_number(scale: Scale, points: float, least: int = 0) -> float:
    decimals = max(least, label_decimals(scale))
    return max(width_mm(f"{end:,.{decimals}f}", points) for end in (scale.low, scale.high))
