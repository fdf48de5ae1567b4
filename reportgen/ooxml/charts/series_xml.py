"""The series of new charts: names, categories and values with their caches, shapes, markers."""

from __future__ import annotations

import uuid

from reportgen.content import Chart
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.charts.caches import number_cache, text_cache
from reportgen.ooxml.charts.chart_style import MARKERS, NO_LINE, line, solid_fill
from reportgen.ooxml.xml import NAMESPACES, escape_text

_UNIQUE_ID_EXTENSION = "{C3380CC4-5D6E-409C-BE32-E72D297353CC}"
_C16 = NAMESPACES["c16"]


def bar_series(
    chart: Chart, position: int, order: int, block: ChartBlock, shape: str, *, extra: str = ""
) -> str:
    """A ``c:ser`` of a bar or column chart. ``extra`` holds points, labels and error bars, in this order."""
    return (
        f"{_head(chart, position, order, block)}<c:spPr>{shape}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{extra}'
        f"{_data(chart, position, block)}{unique_id(chart, position)}</c:ser>"
    )


def line_series(
    chart: Chart,
    position: int,
    order: int,
    block: ChartBlock,
    colour: str,
    *,
    labels: str,
    marker_only: bool,
    is_close: bool = False,
) -> str:
    """A ``c:ser`` of a line chart; ``marker_only`` leaves the line out and makes the markers larger, ``is_close`` smaller."""
    shape = NO_LINE if marker_only else line(colour, 1.5 if is_close else 2.25)
    size = (5 if is_close else 9) if marker_only else 3 if is_close else 6
    return (
        f"{_head(chart, position, order, block)}<c:spPr>{shape}</c:spPr>"
        f"{marker(MARKERS[order % len(MARKERS)], colour, size)}{labels}"
        f'{_data(chart, position, block)}<c:smooth val="0"/>{unique_id(chart, position)}</c:ser>'
    )


def bar_point(at: int, shape: str) -> str:
    """``c:dPt`` of a bar or column that is not drawn like the others."""
    return (
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{shape}</c:spPr></c:dPt>"
    )


def hatched(colour: str) -> str:
    """Diagonal lines in a colour."""
    return (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{colour}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>{line(colour, 1)}'
    )


def part_series(chart: Chart, block: ChartBlock, extra: str) -> str:
    """The ``c:ser`` of a pie or doughnut. ``extra`` holds points and labels, in this order."""
    return f"{_head(chart, 0, 0, block)}{extra}{_data(chart, 0, block)}{unique_id(chart, 0)}</c:ser>"


def marker(symbol: str, colour: str, size: int) -> str:
    # crosses are all outline; the others are filled and outlined in one colour
    inside = "<a:noFill/>" if symbol in ("x", "plus", "star") else solid_fill(colour)
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>'
        f"<c:spPr>{inside}{line(colour, 1)}</c:spPr></c:marker>"
    )


def unique_id(chart: Chart, position: int) -> str:
    """The extension by which Office tells series apart while editing; made from names, so it repeats."""
    seed = uuid.uuid5(uuid.NAMESPACE_URL, f"{chart.name}\n{position}\n{chart.series[position].name}")
    return (
        f'<c:extLst><c:ext uri="{_UNIQUE_ID_EXTENSION}" xmlns:c16="{_C16}">'
        f'<c16:uniqueId val="{unique_id_value(position, seed)}"/></c:ext></c:extLst>'
    )


def unique_id_value(position: int, seed: uuid.UUID) -> str:
    """Office counts in the first group and leaves the rest to chance; so do we, with a seed for chance."""
    return f"{{{position:08X}-{str(seed).upper()[9:]}}}"


def _head(chart: Chart, position: int, order: int, block: ChartBlock) -> str:
    return (
        f'<c:ser><c:idx val="{position}"/><c:order val="{order}"/>'
        f"<c:tx><c:strRef><c:f>{escape_text(str(block.name(position)))}</c:f>"
        f"{text_cache((chart.series[position].name,))}</c:strRef></c:tx>"
    )


def _data(chart: Chart, position: int, block: ChartBlock) -> str:
    series = chart.series[position]
    count = len(chart.categories)
    return (
        f"<c:cat><c:strRef><c:f>{escape_text(str(block.categories(count)))}</c:f>"
        f"{text_cache(chart.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{escape_text(str(block.values(position, count)))}</c:f>"
        f"{number_cache(series)}</c:numRef></c:val>"
    )
