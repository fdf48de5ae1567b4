"""Scales of a chart's axes: what they say where they are not the usual ones, and new ones for a chart whose data changed."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.messages import Message
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.workbooks import whole_number
from reportgen.ooxml.xml import child_value, local_name, parse, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package

_SCALING = qn("c:scaling")
_SCALED_BY = (("low", "min"), ("high", "max"), ("base", "logBase"), ("turned", "orientation"))
_UNITS = {
    "hundreds": 2, "thousands": 3, "tenThousands": 4, "hundredThousands": 5, "millions": 6, "tenMillions": 7, "hundredMillions": 8,
    "billions": 9, "trillions": 12,
}  # fmt: skip
_USUAL_PLOTS = ("barChart", "lineChart")
LABEL_LEFT_OUT = "ooxml.label-left-out"

Trait = Message
"""What makes a chart read otherwise than usual, with what is so."""


def scales_of(root: _Element) -> Iterator[Trait]:
    """Axes that begin or end at a number of their own, count by powers or run the other way, in the order of the part; then values
    stacked, in other units, or shown by a format that makes other numbers of them."""
    yield from filter(None, map(_scale, root.iter(_SCALING)))
    for grouping in root.iter(qn("c:grouping")):
        if (said := grouping.get("val") or "").endswith("tacked"):
            yield Trait("ooxml.values-stacked", to_whole=said.startswith("percent"))
    for unit in root.iter(qn("c:builtInUnit"), qn("c:custUnit")):
        yield axis_unit(unit.get("val") or "")
    yield from _other_formats(root, "valAx")


def drawing_of(root: _Element) -> Iterator[Trait]:
    """What else makes a chart read otherwise: labels by such a format or without one, lines that forecast, points without a colour,
    another kind of chart, nought for nothing, series on another axis. Records of documents built before hold none of it."""
    yield from _other_formats(root, "dLbls", "dLbl")
    for line in root.iter(qn("c:trendlineType")):
        yield Trait("ooxml.trend-line", kind=line.get("val") or "")
    for label in root.iter(qn("c:dLbl")):
        if label.find(qn("c:delete")) is not None and label.find(qn("c:idx")) is not None:
            yield Trait(LABEL_LEFT_OUT, point=_number(label, "idx"))
    for entry in root.iter(qn("c:legendEntry")):
        yield Trait("ooxml.entry-left-out", series=_number(entry, "idx"))
    for plot in root.iterfind(f".//{qn('c:plotArea')}/*"):
        if (name := local_name(plot)).endswith("Chart") and name not in _USUAL_PLOTS:
            yield Trait("ooxml.plot", kind=name)
    yield from _unseen_points(root)
    for blanks in root.iter(qn("c:dispBlanksAs")):
        if blanks.get("val") == "zero":
            yield Trait("ooxml.blanks-as-nought")
    yield from _on_other_axes(root)


def _other_formats(root: _Element, *tags: str) -> Iterator[Trait]:
    """Formats that make other numbers of the values."""
    for axis in root.iter(*(qn(f"c:{tag}") for tag in tags)):
        for shown in axis.iterfind(qn("c:numFmt")):
            if read_format(code := shown.get("formatCode") or "").makes_other_numbers:
                yield Trait("ooxml.number-format", format=code)


def take_scales(package: Package, part: str, before: Sequence[Trait], now: tuple[Package, str]) -> None:
    """Let the axes of a chart that still have the scales it had ``before`` have those of the chart ``now``."""
    wanted = [one for one in parse(now[0].read(now[1]), now[1]).root.iter(_SCALING) if _scale(one)]
    document = parse(package.read(part), part)
    new: dict[Trait | None, _Element] = (
        dict(zip(before, wanted, strict=False)) if len(before) >= len(wanted) else {}
    )
    for scaling in document.root.iter(_SCALING):
        if (was := _scale(scaling)) in new:
            scaling[:] = [copy.deepcopy(child) for child in new[was]]
    package.write(part, document.to_bytes())


def _unseen_points(root: _Element) -> Iterator[Trait]:
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
                yield Trait("ooxml.point-unseen", point=_number(one, "idx"))


def _on_other_axes(root: _Element) -> Iterator[Trait]:
    """The series that are drawn on another axis than the first of the chart."""
    axes = [one.get("val") for axis in root.iter(qn("c:valAx")) for one in axis.iterfind(qn("c:axId"))]
    for series in root.iter(qn("c:ser")):
        plot = series.getparent()
        own = {one.get("val") for one in plot.iterfind(qn("c:axId"))} if plot is not None else set()
        place = next((number for number, axis in enumerate(axes) if axis in own), 0)
        if place:
            yield Trait("ooxml.series-on-axis", series=_number(series, "order"), axis=place + 1)


def _number(element: _Element, child: str) -> int:
    """The number of a point or series, counted from 1."""
    return whole_number(child_value(element, qn(f"c:{child}"), "val")) + 1


def _scale(scaling: _Element) -> Trait | None:
    said = {
        key: value
        for key, name in _SCALED_BY
        if (one := scaling.find(qn(f"c:{name}"))) is not None and (value := one.get("val") or "") != "minMax"
    }
    return axis_scale(**said) if said else None


def axis_scale(*, low: str = "", high: str = "", base: str = "", turned: str = "") -> Trait:
    """An axis that is none of the usual ones."""
    return Trait("ooxml.axis-scale", low=low, high=high, base=base, turned=turned)


def axis_unit(unit: str) -> Trait:
    """An axis whose numbers are divided by a unit, which is a name of the format's own or a number."""
    return Trait("ooxml.axis-unit", unit=str(10 ** _UNITS[unit]) if unit in _UNITS else unit)
