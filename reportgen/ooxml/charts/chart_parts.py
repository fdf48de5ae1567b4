"""Chart parts in a package: made from a chart's content, embedded with their workbook, copied."""

from __future__ import annotations

import posixpath
from functools import partial
from typing import TYPE_CHECKING

from reportgen.content import Chart
from reportgen.ooxml import content_types, relationships
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.charts.chart_space import WORKBOOK_RELATIONSHIP, chart_xml
from reportgen.ooxml.charts.chart_style import ChartFonts
from reportgen.ooxml.charts.chart_workbook import chart_workbook
from reportgen.ooxml.xml import NAMESPACES, clean, escape_attribute
from reportgen.record import Record

if TYPE_CHECKING:
    from reportgen.ooxml.package import MadeBytes, Package

_EMU_PER_MM = 36_000
_DEFAULT_FONTS = ChartFonts()


class ChartPart(Record):
    """A chart ready to be put into a package: the part's XML and what makes the workbook behind it."""

    xml: bytes
    workbook: MadeBytes


def chart_part(
    chart: Chart,
    *,
    east_asian_font: str = _DEFAULT_FONTS.east_asian,
    latin_font: str = _DEFAULT_FONTS.latin,
    with_title: bool = True,
) -> ChartPart:
    """A native, editable chart. The same chart gives the same bytes.

    ``with_title=False`` is for documents whose captions already say the title. Raises ``ValueError`` where a
    series has more or fewer values than there are categories.
    """
    check_lengths(chart)
    block = ChartBlock()
    fonts = ChartFonts(latin_font, east_asian_font)
    return ChartPart(chart_xml(chart, fonts, block, with_title=with_title), partial(chart_workbook, chart))


def check_lengths(chart: Chart) -> None:
    """Raise ``ValueError`` where a series has more or fewer values than there are categories."""
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            raise ValueError(
                f"chart {chart.name!r}: series {series.name!r} has {len(series.values)} values "
                f"for {len(chart.categories)} categories"
            )


def embed(package: Package, owner_part: str, chart_part: ChartPart) -> str:
    """Put the chart into ``package`` and relate it from ``owner_part``; return the relationship's id."""
    folder = posixpath.dirname(package.main_part)
    part = package.free_name(f"{folder}/charts/chart{{}}.xml")
    workbook = package.free_name(f"{folder}/embeddings/Microsoft_Excel_Sheet{{}}.xlsx")
    package.add(part, chart_part.xml, content_types.CHART)
    package.add(workbook, chart_part.workbook, content_types.WORKBOOK_PACKAGE)
    new_id = package.relationships(part).add(relationships.EMBEDDED_PACKAGE, workbook)
    assert new_id == WORKBOOK_RELATIONSHIP
    return package.relationships(owner_part).add(relationships.CHART, part)


def duplicate(package: Package, part: str) -> str:
    """Copy a chart part with its own workbook, style and colour parts; return the new part's name.

    What else the chart leads to (pictures in fills, links to outside) is shared, as Office does when a chart is
    copied.
    """
    copied = _copy_part(package, part)
    for relationship in package.relationships(part):
        target = relationship.target if relationship.external else relationship.part
        is_own = relationship.type in (
            relationships.EMBEDDED_PACKAGE,
            relationships.CHART_STYLE,
            relationships.CHART_COLOURS,
        )
        if is_own and not relationship.external and relationship.part in package:
            target = _copy_part(package, relationship.part)
        package.relationships(copied).add_with_id(
            relationship.id, relationship.type, target, external=relationship.external
        )
    return copied


def _copy_part(package: Package, part: str) -> str:
    """The same bytes under the next free number, with the same content type."""
    stem, dot, extension = part.rpartition(".")
    name = package.free_name(f"{stem.rstrip('0123456789')}{{}}{dot}{extension}")
    package.add(name, package.read(part), package.content_type(part) or "application/octet-stream")
    return name


def inline_drawing(
    relationship_id: str, drawing_id: int, name: str, alt_text: str, size_mm: tuple[int, int]
) -> str:
    """A Word ``w:drawing`` that shows a chart in the line of text; it declares the namespaces it needs but ``w``.

    ``drawing_id`` must be unique in the document. ``alt_text`` is what a screen reader says.
    """
    across, down = (side * _EMU_PER_MM for side in size_mm)
    name, alt_text = (escape_attribute(clean(text).text) for text in (name, alt_text))
    return (
        f'<w:drawing><wp:inline xmlns:wp="{NAMESPACES["wp"]}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{drawing_id}" name="{name}" descr="{alt_text}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{NAMESPACES["a"]}"><a:graphicData uri="{NAMESPACES["c"]}">'
        f'<c:chart xmlns:c="{NAMESPACES["c"]}" xmlns:r="{NAMESPACES["r"]}" r:id="{relationship_id}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
