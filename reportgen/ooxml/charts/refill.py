"""Fills a chart that a designer drew with new data, and keeps every bit of its styling.

The chart part is edited in place: series are matched by name, cloned or removed; references, caches, labels and
the embedded workbook follow the data. Everything else of the part, and of the workbook, stays as it is.
"""

from __future__ import annotations

import posixpath
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.content import Chart
from reportgen.errors import PackageError, TemplateError
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml import content_types, relationships
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.charts.caches import write_categories, write_name, write_sizes, write_values
from reportgen.ooxml.charts.chart_parts import check_lengths
from reportgen.ooxml.charts.chart_workbook import chart_workbook
from reportgen.ooxml.charts.designed import DesignedSeries, designed_series
from reportgen.ooxml.charts.designed_labels import drop_stale_points, write_labels
from reportgen.ooxml.charts.embedded_data import write_data
from reportgen.ooxml.charts.kinds_of_design import check_kind, numbers_along, without_sizes
from reportgen.ooxml.charts.series_matching import Match, matched
from reportgen.ooxml.charts.series_set import elements_for
from reportgen.ooxml.xml import local_name, parse, qn
from reportgen.record import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package

_ONLY_ON_DATE_AXES = ("baseTimeUnit", "majorUnit", "majorTimeUnit", "minorUnit", "minorTimeUnit")


def refill(package: Package, chart_part_name: str, chart: Chart) -> tuple[Finding, ...]:
    """Give the designer's chart ``chart_part_name`` the categories, series and values of ``chart``.

    Returns what a person should know: series of the design that have no data, a workbook that had to be made
    anew. Raises ``TemplateError`` for a chart without any series to take as a pattern, ``ValueError`` where a
    series has more or fewer values than there are categories.
    """
    check_lengths(chart)
    document = parse(package.read(chart_part_name), chart_part_name)
    designs = designed_series(document.root)
    if not designs:
        raise TemplateError(Message("ooxml.chart-without-series", part=chart_part_name))
    chart, sizes = without_sizes(document.root, chart)
    of_kind = check_kind(document.root, chart_part_name, designs, chart)
    along = numbers_along(document.root, chart)
    matches = matched(chart.series, designs)
    findings = [*_unmatched(chart_part_name, designs, matches), *of_kind]
    block, workbook_findings = _fill_workbook(
        package, chart_part_name, document.root, designs, matches, chart, along
    )
    elements = elements_for(matches, designs, document.root, f"{chart_part_name}\n{chart.name}")
    for at, (element, match) in enumerate(zip(elements, matches, strict=True)):
        series = match.series
        write_name(element, series.name, block.name(at))
        write_categories(element, along or chart.categories, block.categories(len(chart.categories)))
        if series.name in sizes:
            write_sizes(element, sizes[series.name])
        drop_stale_points(element, len(chart.categories))
        write_values(element, series, block.values(at, len(chart.categories)))
        write_labels(element, series, chart.categories)
    if along is None:
        _let_axes_show_text(document.root)
    if any(value is None for series in chart.series for value in series.values):
        _leave_gaps(document.root)
    package.write(chart_part_name, document.to_bytes())
    return (*findings, *workbook_findings)


def _unmatched(part: str, designs: list[DesignedSeries], matches: list[Match]) -> list[Finding]:
    used = {id(match.design) for match in matches}
    return [
        Finding(
            "chart-series-without-data",
            Severity.NOTE,
            place=Place(file=part, text=design.name),
            series_name=design.name,
        )
        for design in designs
        if id(design) not in used
    ]


def _fill_workbook(
    package: Package,
    part: str,
    chart_space: _Element,
    designs: list[DesignedSeries],
    matches: list[Match],
    chart: Chart,
    along: tuple[Decimal, ...] | None,
) -> tuple[ChartBlock, list[Finding]]:
    """The data into the embedded workbook, or into a new one where there is none that can be edited."""
    from reportgen.ooxml.package import Package as Workbook

    embedded = _workbook_part(package, part, chart_space)
    if embedded is not None:
        try:
            workbook = Workbook.open(package.read(embedded))
            block = write_data(workbook, designs, matches, chart, along)
        except PackageError:
            pass  # an old binary workbook, or a damaged one
        else:
            package.write(embedded, workbook.save())
            return block, []
    in_order = replace(chart, series=tuple(match.series for match in matches))
    _drop_old_workbook(package, part, chart_space)
    _embed_new_workbook(package, part, chart_space, in_order)
    return ChartBlock(), [Finding("chart-workbook-replaced", Severity.WARNING, place=Place(file=part))]


def _workbook_part(package: Package, part: str, chart_space: _Element) -> str | None:
    external = chart_space.find(qn("c:externalData"))
    if external is None:
        return None
    for related in package.relationships(part):
        if related.id == external.get(qn("r:id")) and not related.external and related.part in package:
            return related.part
    return None


def _drop_old_workbook(package: Package, part: str, chart_space: _Element) -> None:
    """Take out the relationship to the old one, and the old one itself where nothing else needs it."""
    external = chart_space.find(qn("c:externalData"))
    of_chart = package.relationships(part)
    for related in list(of_chart):
        if external is not None and related.id == external.get(qn("r:id")):
            of_chart.remove(related.id)
            if related.part in package and not package.referrers(related.part):
                package.remove(related.part)


def _embed_new_workbook(package: Package, part: str, chart_space: _Element, chart: Chart) -> None:
    from lxml import etree

    folder = posixpath.dirname(package.main_part)
    name = package.free_name(f"{folder}/embeddings/Microsoft_Excel_Sheet{{}}.xlsx")
    package.add(name, chart_workbook(chart), content_types.WORKBOOK_PACKAGE)
    new_id = package.relationships(part).add(relationships.EMBEDDED_PACKAGE, name)
    external = chart_space.find(qn("c:externalData"))
    if external is None:
        external = etree.Element(qn("c:externalData"))
        etree.SubElement(external, qn("c:autoUpdate")).set("val", "0")
        later = ("printSettings", "userShapes", "extLst")
        before = [child for child in chart_space if local_name(child) not in later]
        chart_space.insert(len(before), external)
    external.set(qn("r:id"), new_id)


def _leave_gaps(chart_space: _Element) -> None:
    """Office would draw a missing value as zero, which is a wrong statement; a line that spans gaps may stay."""
    from lxml import etree

    frame = chart_space.find(qn("c:chart"))
    assert frame is not None  # it has a plot area
    blanks = frame.find(qn("c:dispBlanksAs"))
    if blanks is None:
        blanks = etree.Element(qn("c:dispBlanksAs"))
        later = ("showDLblsOverMax", "extLst")
        frame.insert(sum(1 for child in frame if local_name(child) not in later), blanks)
    if blanks.get("val", "zero") == "zero":
        blanks.set("val", "gap")


def _let_axes_show_text(chart_space: _Element) -> None:
    """A date axis would not show text categories: it becomes a category axis with the same look."""
    for axis in chart_space.iter(qn("c:dateAx")):
        axis.tag = qn("c:catAx")
        for child in list(axis):
            if local_name(child) in _ONLY_ON_DATE_AXES:
                axis.remove(child)
            elif local_name(child) == "auto":
                child.set("val", "0")
