"""A chart that the designer drew in Word, filled with new data: found by a tag in its alternative text.

In a loop every turn gets a chart part and workbook of its own, each filled from the chart as it was designed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.content import Chart
from reportgen.errors import ReportgenError
from reportgen.expressions import find_tags
from reportgen.messages import Message
from reportgen.ooxml import relationships
from reportgen.ooxml.xml import parse, qn
from reportgen.word.cannot_show import cannot_show, check_series
from reportgen.word.document_state import PartWriter
from reportgen.word.slots import Slot

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package


class DesignedCharts(Struct):
    """The designer's charts of one part while it is being filled."""

    designs: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """For each relationship filled already: the chart part and workbook as they were designed."""

    last: dict[str, str] = field(default_factory=dict)
    """For each relationship of the template: the one that the latest turn shows."""

    def link(self, relationship: str) -> str:
        return self.last.get(relationship, relationship)

    def fill(self, chart: Chart, slot: Slot, writer: PartWriter) -> str:
        """Fill the designer's chart at ``slot``; return the alternative text that now fits."""
        from reportgen.ooxml.charts.refill import refill

        package = writer.document.package
        related = package.relationships(writer.part)
        if related.get(slot.relationship).type == relationships.CHART_EX:
            raise cannot_show("misplaced-value", "newer-chart")
        if related.get(slot.relationship).type != relationships.CHART:
            raise cannot_show("misplaced-value", "chart-for-picture")
        designed = related.get(slot.relationship).part
        if slot.relationship in self.designs:
            part = self._copy(package, designed, self.designs[slot.relationship])
            self.last[slot.relationship] = related.add(relationships.CHART, part)
        else:
            part = designed
            self.designs[slot.relationship] = _as_designed(package, designed)
        check_series(chart)
        if chart.panels:
            raise cannot_show("chart-design", "panels", chart=chart.name)
        try:
            writer.document.notes += refill(package, part, chart)
            _write_title(package, part, chart.title)
        except ReportgenError as error:
            asks = isinstance(error.message, Message) and error.message.code == "ooxml.chart-asks-for-series"
            raise cannot_show("chart-design", "series" if asks else "", reason=error.message) from error
        return chart.alt_text or chart.title

    @staticmethod
    def _copy(package: Package, designed: str, design: dict[str, bytes]) -> str:
        from reportgen.ooxml.charts import duplicate

        part = duplicate(package, designed)
        package.write(part, design[designed])
        copies = package.relationships(part).by_type(relationships.EMBEDDED_PACKAGE)
        originals = package.relationships(designed).by_type(relationships.EMBEDDED_PACKAGE)
        for copied, original in zip(copies, originals, strict=False):
            if original.part in design:
                package.write(copied.part, design[original.part])
        return part


def title_tags(package: Package, part: str) -> dict[str, str]:
    """The charts related from ``part`` whose title is one tag and nothing else: the tag, by relationship."""
    titles = {}
    for relationship in package.relationships(part).by_type(relationships.CHART):
        if relationship.part in package and b"{" in package.read(relationship.part):
            title = chart_title(parse(package.read(relationship.part), relationship.part).root).strip()
            tags = find_tags(title)
            if len(tags) == 1 and tags[0].kind == "{{" and title[tags[0].end :] == "" and tags[0].start == 0:
                titles[relationship.id] = title
    return titles


def addressed_charts(package: Package, part: str) -> list[str]:
    """The chart parts that a tag in their own title addresses."""
    related = package.relationships(part)
    return [related.get(relationship).part for relationship in title_tags(package, part)]


def chart_title(chart_space: _Element) -> str:
    """A chart's own title as text."""
    title = chart_space.find(f"{qn('c:chart')}/{qn('c:title')}")
    return "" if title is None else "".join(text.text or "" for text in title.iter(qn("a:t")))


def _write_title(package: Package, part: str, title: str) -> None:
    """Put the chart's title where the tag was; the first run's look is kept."""
    document = parse(package.read(part), part)
    if not find_tags(chart_title(document.root)):
        return
    left = [title]
    for text in document.root.find(f"{qn('c:chart')}/{qn('c:title')}").iter(qn("a:t")):  # type: ignore[union-attr]
        text.text = left.pop() if left else ""
    package.write(part, document.to_bytes())


def _as_designed(package: Package, part: str) -> dict[str, bytes]:
    """The bytes of a chart part and of the workbook behind it."""
    embedded = package.relationships(part).by_type(relationships.EMBEDDED_PACKAGE)
    parts = [part, *(one.part for one in embedded if one.part in package)]
    return {name: package.read(name) for name in parts}
