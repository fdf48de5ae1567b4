"""Makes the series that a designer drew as many as the data has: clones, removals, order, unique ids."""

from __future__ import annotations

import copy
import uuid
from typing import TYPE_CHECKING

from reportgen.ooxml.charts.chart_style import PALETTE
from reportgen.ooxml.charts.designed import DesignedSeries, groups
from reportgen.ooxml.charts.series_matching import Match
from reportgen.ooxml.charts.series_xml import unique_id_value
from reportgen.ooxml.xml import child_value, local_name, qn

if TYPE_CHECKING:
    from lxml.etree import _Element


def elements_for(
    matches: list[Match], designs: list[DesignedSeries], chart_space: _Element, seed: str
) -> list[_Element]:
    """One ``c:ser`` in the chart for each match, in order; series that nothing matched are gone afterwards."""
    before = [design.element for design in designs]
    entries_before = _legend_entries(before)
    elements = [
        _cloned(match, chart_space, seed) if match.cloned else match.design.element for match in matches
    ]
    for gone in before:
        if gone not in elements:
            gone.getparent().remove(gone)  # type: ignore[union-attr]
    _drop_empty_groups(chart_space)
    _renumber_legend(chart_space, entries_before, _legend_entries(elements))
    for order, element in enumerate(elements):
        _set(element, "order", order)
    return elements


def _cloned(match: Match, chart_space: _Element, seed: str) -> _Element:
    """A copy that is after the last series of its group, with its own index, id and colour."""
    original = match.design.element
    group = original.getparent()
    assert group is not None  # it was found in a group
    clone = copy.deepcopy(original)
    every = [ser for one in groups(chart_space) for ser in one.findall(qn("c:ser"))]
    index = max(_number(ser, "idx") for ser in every) + 1
    last = group.findall(qn("c:ser"))[-1]
    last.addnext(clone)
    _set(clone, "idx", index)
    _drop_point_looks(clone)
    _give_unique_id(clone, every, f"{seed}\n{index}\n{match.series.name}")
    _recolour(clone, every)
    return clone


def _drop_point_looks(clone: _Element) -> None:
    """A point or label that the designer set off belongs to the series he drew, not to its copies."""
    for point in clone.findall(qn("c:dPt")):
        clone.remove(point)
    labels = clone.find(qn("c:dLbls"))
    for label in labels.findall(qn("c:dLbl")) if labels is not None else ():
        labels.remove(label)  # type: ignore[union-attr]


def _give_unique_id(clone: _Element, others: list[_Element], seed: str) -> None:
    """Office tells series and points apart by these ids while editing, so a copy must not share one."""
    used = {str(found.get("val")) for other in others for found in other.iter(qn("c16:uniqueId"))}
    for position, found in enumerate(clone.iter(qn("c16:uniqueId"))):
        number = 0
        while (
            fresh := unique_id_value(position, uuid.uuid5(uuid.NAMESPACE_URL, f"{seed}\n{number}"))
        ) in used:
            number += 1
        used.add(fresh)
        found.set("val", fresh)


def _recolour(clone: _Element, others: list[_Element]) -> None:
    """Give the clone's own fill, line and marker the next free accent, or the next free colour of our palette."""
    main = _main_colour(clone)
    if main is None:
        return  # Office colours it by its index
    used = {colour.get("val") for other in others if (colour := _main_colour(other)) is not None}
    old = main.get("val")
    if main.tag == qn("a:schemeClr") and str(old).startswith("accent"):
        choices = [f"accent{number}" for number in range(1, 7)]
    else:
        choices = list(PALETTE)
    fresh = next((choice for choice in choices if choice not in used), None)
    if fresh is None:
        return
    for shape in (clone.find(qn("c:spPr")), clone.find(qn("c:marker"))):
        for colour in shape.iter(main.tag) if shape is not None else ():
            if colour.get("val") == old:
                colour.set("val", fresh)


def _main_colour(series: _Element) -> _Element | None:
    """The colour element of the fill, or of the line where there is no fill."""
    shape = series.find(qn("c:spPr"))
    if shape is None:
        return None
    for path in (f"{qn('a:solidFill')}/*", f"{qn('a:ln')}/{qn('a:solidFill')}/*"):
        found = shape.find(path)
        if found is not None and found.tag in (qn("a:srgbClr"), qn("a:schemeClr")):
            return found
    return None


def _drop_empty_groups(chart_space: _Element) -> None:
    """A group without series goes, with the axes that no other group uses; the last group always stays."""
    every = groups(chart_space)
    filled = [group for group in every if group.find(qn("c:ser")) is not None] or every[:1]
    used = {axis.get("val") for group in filled for axis in group.findall(qn("c:axId"))}
    for group in every:
        if group in filled:
            continue
        plot_area = group.getparent()
        assert plot_area is not None
        plot_area.remove(group)
        for axis in list(plot_area):
            own = axis.find(qn("c:axId"))
            if local_name(axis).endswith("Ax") and own is not None and own.get("val") not in used:
                plot_area.remove(axis)


def _legend_entries(series: list[_Element]) -> list[_Element]:
    """What the legend lists: all series, then all trend lines."""
    return series + [trend for one in series for trend in one.findall(qn("c:trendline"))]


def _renumber_legend(chart_space: _Element, before: list[_Element], after: list[_Element]) -> None:
    """Entries that the designer hid or formatted follow their series; those of removed series go."""
    legend = chart_space.find(f"{qn('c:chart')}/{qn('c:legend')}")
    for entry in legend.findall(qn("c:legendEntry")) if legend is not None else ():
        old = _number(entry, "idx")
        if old < len(before) and before[old] in after:
            _set(entry, "idx", after.index(before[old]))
        else:
            legend.remove(entry)  # type: ignore[union-attr]


def _number(element: _Element, tag: str) -> int:
    return int(child_value(element, qn(f"c:{tag}"), "val", "0"))


def _set(element: _Element, tag: str, number: int) -> None:
    found = element.find(qn(f"c:{tag}"))
    if found is not None:
        found.set("val", str(number))
