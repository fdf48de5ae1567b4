"""Scales of a chart's axes: what they say where they are not the usual ones, and new ones for a chart whose data changed."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.xml import local_name, parse, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package

_SCALING = qn("c:scaling")
LABEL_OFF = "without label "


def scales_of(root: _Element) -> Iterator[str]:
    """Axes that begin or end at a number of their own, count by powers or run the other way, in the order of the part; then values
    stacked, in other units, or shown by a format that makes other numbers of them."""
    yield from filter(None, map(_said, root.iter(_SCALING)))
    for grouping in root.iter(qn("c:grouping")):
        if "tacked" in (said := grouping.get("val") or ""):
            yield said
    for unit in root.iter(qn("c:builtInUnit"), qn("c:custUnit")):
        yield f"÷ {unit.get('val')}"
    yield from _other_formats(root, "valAx")


def drawing_of(root: _Element) -> Iterator[str]:
    """What else makes a chart read otherwise: labels by such a format or without one, lines that forecast, points without a colour,
    another kind of chart, nought for nothing, series on another axis. Records of documents built before hold none of it."""
    yield from _other_formats(root, "dLbls", "dLbl")
    for line in root.iter(qn("c:trendlineType")):
        yield f"trendline {line.get('val')}"
    for label in root.iter(qn("c:dLbl")):
        if label.find(qn("c:delete")) is not None and (point := label.find(qn("c:idx"))) is not None:
            yield f"{LABEL_OFF}{point.get('val')}"
    for entry in root.iter(qn("c:legendEntry")):
        if (of := entry.find(qn("c:idx"))) is not None:
            yield f"legend without {of.get('val')}"
    for plot in root.iterfind(f".//{qn('c:plotArea')}/*"):
        if (name := local_name(plot)).endswith("Chart") and name not in ("barChart", "lineChart"):
            yield name
    yield from _unseen_points(root)
    for blanks in root.iter(qn("c:dispBlanksAs")):
        if blanks.get("val") == "zero":
            yield "blanks zero"
    yield from _on_other_axes(root)


def _other_formats(root: _Element, *tags: str) -> Iterator[str]:
    """Formats that make other numbers of the values."""
    for axis in root.iter(*(qn(f"c:{tag}") for tag in tags)):
        for shown in axis.iterfind(qn("c:numFmt")):
            if read_format(code := shown.get("formatCode") or "").makes_other_numbers:
                yield code


def take_scales(package: Package, part: str, before: Sequence[str], now: tuple[Package, str]) -> None:
    """Let the axes of a chart that still have the scales it had ``before`` have those of the chart ``now``."""
    wanted = [one for one in parse(now[0].read(now[1]), now[1]).root.iter(_SCALING) if _said(one)]
    document = parse(package.read(part), part)
    new = dict(zip(before, wanted, strict=False)) if len(before) >= len(wanted) else {}
    for scaling in document.root.iter(_SCALING):
        if (scale := new.get(_said(scaling))) is not None:
            scaling[:] = [copy.deepcopy(child) for child in scale]
    package.write(part, document.to_bytes())


def _unseen_points(root: _Element) -> Iterator[str]:
    """The points of a series that are drawn without a colour while its others have one."""
    for series in root.iter(qn("c:ser")):
        unseen = [
            one
            for one in series.iterfind(qn("c:dPt"))
            if one.find(f"{qn('c:spPr')}/{qn('a:noFill')}") is not None
        ]
        points = {
            point.get("idx") for values in series.iterfind(qn("c:val")) for point in values.iter(qn("c:pt"))
        }
        if len(unseen) < len(points):
            for one in unseen:
                number = one.find(qn("c:idx"))
                yield f"point {number.get('val') if number is not None else ''} unseen"


def _on_other_axes(root: _Element) -> Iterator[str]:
    """The series that are drawn on another axis than the first of the chart."""
    axes = [one.get("val") for axis in root.iter(qn("c:valAx")) for one in axis.iterfind(qn("c:axId"))]
    for series in root.iter(qn("c:ser")):
        plot, order = series.getparent(), series.find(qn("c:order"))
        own = {one.get("val") for one in plot.iterfind(qn("c:axId"))} if plot is not None else set()
        place = next((number for number, axis in enumerate(axes) if axis in own), 0)
        if place and order is not None:
            yield f"series {order.get('val')} on axis {place + 1}"


def _said(scaling: _Element) -> str:
    return ", ".join(
        value if name == "orientation" else f"{name} {value}"
        for name in ("min", "max", "logBase", "orientation")
        if (one := scaling.find(qn(f"c:{name}"))) is not None and (value := one.get("val") or "") != "minMax"
    )
