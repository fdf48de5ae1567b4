"""A chart that a designer drew: its groups and series as they are in the part's XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml.addresses import SheetArea
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.xml import child_value, local_name, qn
from reportgen.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

LINE_GROUPS = ("lineChart", "line3DChart", "scatterChart", "radarChart", "stockChart")
CATEGORIES = ("cat", "xVal")
VALUES = ("val", "yVal")


class DesignedSeries(Record):
    """One ``c:ser``: its element, the name it shows, whether it is drawn as a line."""

    element: _Element
    name: str
    is_line: bool

    def area(self, *tags: str) -> SheetArea | None:
        """The cells that the first of ``tags`` refers to, if it refers to a plain area."""
        for tag in tags:
            text = self.element.findtext(f"{qn(f'c:{tag}')}//{qn('c:f')}")
            if text:
                return SheetArea.of_reference(text)
        return None


def designed_series(chart_space: _Element) -> list[DesignedSeries]:
    """All series of the plot area in the order in which they are drawn."""
    found: list[tuple[int, DesignedSeries]] = []
    for group in groups(chart_space):
        for element in group.findall(qn("c:ser")):
            position = int(child_value(element, qn("c:order"), "val", "0"))
            found.append(
                (position, DesignedSeries(element, _name(element), local_name(group) in LINE_GROUPS))
            )
    return [series for _, series in sorted(found, key=lambda pair: pair[0])]


def groups(chart_space: _Element) -> list[_Element]:
    """The chart groups of the plot area: ``c:barChart``, ``c:lineChart``, …"""
    plot_area = chart_space.find(f"{qn('c:chart')}/{qn('c:plotArea')}")
    return [
        child for child in (plot_area if plot_area is not None else ()) if local_name(child).endswith("Chart")
    ]


def series_key(name: str) -> str:
    """A series' name as it is compared: whatever its case and its spaces."""
    return " ".join(name.split()).casefold()


def _name(series: _Element) -> str:
    text = series.find(qn("c:tx"))
    if text is None:
        return ""
    return "".join(str(value.text or "") for value in text.iter(qn("c:v"))).strip()


def block_of(series: list[DesignedSeries]) -> ChartBlock | None:
    """The block that the series' references span; ``None`` where they do not show one (names, unions, no head row)."""
    if not series:
        return None
    values, categories = series[0].area(*VALUES), series[0].area(*CATEGORIES)
    if values is None:
        return None
    shape = (
        categories
        if categories is not None and values.left == values.right and values.top == values.bottom
        else values
    )
    in_rows = not shape.is_upright and shape.top == shape.bottom
    if not in_rows and not shape.is_upright and shape is values:
        return None
    if categories is not None:
        row, column = (
            (categories.bottom, categories.left - 1) if in_rows else (categories.top - 1, categories.right)
        )
    else:
        row, column = (values.top - 1, values.left - 1)
    if row < 1 or column < 1 or (categories is not None and categories.sheet != values.sheet):
        return None
    return ChartBlock(values.sheet, row, column, in_rows)


def cells_of(series: list[DesignedSeries], sheet: str) -> set[tuple[int, int]]:
    """Every cell on ``sheet`` that the series refer to."""
    cells: set[tuple[int, int]] = set()
    for one in series:
        for area in (one.area("tx"), one.area(*CATEGORIES), one.area(*VALUES)):
            if area is not None and area.sheet == sheet:
                cells.update(area.cells())
    return cells
