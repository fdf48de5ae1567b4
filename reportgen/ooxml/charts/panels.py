"""Small multiples as drawings: each panel with its size and its title in lines, so that titles and plots are at one height, and
all axes are labelled with as many decimals."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content import Chart
from reportgen.display_width import broken
from reportgen.ooxml.charts.chart_style import MM_PER_POINT, PANEL_TITLE_POINTS, TITLE_SHARE
from reportgen.ooxml.charts.plots import decimals, margins
from reportgen.record import replace

_LETTER_MM = PANEL_TITLE_POINTS * MM_PER_POINT * 0.56
"""A letter of a title; a Chinese character counts as two, and is a little narrower than that."""


def panel_drawings(chart: Chart, most_mm: int | None = None) -> tuple[Chart, ...]:
    """The drawings of a chart in reading order, ``across`` to a row: itself, or its panels.

    Where the whole is broader than ``most_mm`` millimetres it is made smaller.
    """
    across, down = chart.size_mm
    if most_mm is not None and across > most_mm:
        across, down = most_mm, round(down * most_mm / across)
    if not chart.panels:
        return (replace(chart, size_mm=(across, down)),)
    rows = -(-len(chart.panels) // chart.across)
    size = (across // chart.across, down // rows)
    panels = [replace(panel, size_mm=size, axis_decimals=0) for panel in chart.panels]
    most = max(map(decimals, panels))
    panels = [replace(panel, axis_decimals=most) for panel in panels]
    left, right = (max(sides) for sides in zip(*map(margins, panels), strict=True))
    return tuple(_with_heads([replace(panel, margins=(left, right)) for panel in panels], chart.across))


def _with_heads(panels: list[Chart], across: int) -> Iterator[Chart]:
    """Each with its title in lines; titles of a row begin at one height, and take the room of the longest."""
    room = panels[0].size_mm[0] * TITLE_SHARE / _LETTER_MM
    for start in range(0, len(panels), across):
        row = panels[start : start + across]
        heads = [_balanced(panel.title, room) for panel in row]
        most = max(map(len, heads))
        for panel, head in zip(row, heads, strict=True):
            yield replace(panel, head=(*head, *[""] * (most - len(head))))


def _balanced(title: str, room: float) -> list[str]:
    """The title in no more lines than it needs, none much shorter than the others."""
    lines = broken(title, room)
    while len(narrower := broken(title, room - 1)) == len(lines) and room > 2:
        lines, room = narrower, room - 1
    return lines
