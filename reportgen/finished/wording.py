"""What a Word document said when it was built, word for word: the part of it that tells later what people changed.

A refresh sets three texts side by side: this one, the document as people left it, and the document as it would be built
today. What differs between the first two is people's; what differs between the first and the last is the data's.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reportgen.ooxml import customxml
from reportgen.word.located import Block, Cell, Paragraph, Row, Span, SpanKind, Table
from reportgen.word.locating import locate

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package

NAMESPACE = "urn:reportgen:wording:1"
ITEM = customxml.item_id(NAMESPACE)

_KINDS: dict[str, SpanKind] = {"t": "text", "f": "figure", "l": "link", "o": "object", "d": "field"}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_PLACEHOLDERS = {"object": "￼", "field": "￹"}


@dataclass(frozen=True, slots=True)
class ChartWording:
    """A chart as it was built: its part's digest, its alternative text, and its series (name, categories, values)."""

    digest: str
    alt_text: str
    series: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of a document's parts, and its charts in the order in which they stand."""

    parts: dict[str, list[Block]]
    charts: tuple[ChartWording, ...] = ()


def attach_wording(package: Package) -> None:
    """Put what a document or workbook that was just built says into it."""
    if package.extension.startswith(("xls", "xlt")):
        from reportgen.finished.grid import attach_grids

        attach_grids(package)
        return
    customxml.attach(package, wording_xml(package), ITEM)


def wording_xml(package: Package) -> bytes:
    """The part's bytes for the document as it stands in ``package``."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("wording"))
    wording = wording_of(package)
    for part, blocks in wording.parts.items():
        holder = ET.SubElement(root, _tag("part"), {"name": part})
        holder.extend(_element(block) for block in blocks)
    for chart in wording.charts:
        drawn = ET.SubElement(root, _tag("chart"), {"digest": chart.digest, "alt": chart.alt_text})
        for name, categories, values in chart.series:
            series = ET.SubElement(drawn, _tag("series"), {"name": name})
            for category, value in zip(categories, values, strict=True):
                ET.SubElement(series, _tag("point"), {"of": category}).text = value
    body: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return body


def wording_of(package: Package) -> Wording:
    """The wording of a document as it stands, with every place in its XML."""
    from reportgen.word.document_reading import story_parts

    parts = {part: locate(package.read(part).decode("utf-8"), part) for part in story_parts(package)}
    return Wording(parts, charts_of(package))


def charts_of(package: Package) -> tuple[ChartWording, ...]:
    """The charts of the body, in the order in which they stand."""
    from reportgen.finished.drawn import drawn_charts

    return tuple(found.wording(package) for found in drawn_charts(package))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_wording(data: bytes) -> Wording:
    """The wording that a document carries."""
    from reportgen.ooxml.xml import parse

    root = parse(data, "wording").root
    parts = {
        part.get("name") or "": [_block(element) for element in part] for part in root.iterfind(_tag("part"))
    }
    charts = tuple(
        ChartWording(
            drawn.get("digest") or "",
            drawn.get("alt") or "",
            tuple(_series(element) for element in drawn.iterfind(_tag("series"))),
        )
        for drawn in root.iterfind(_tag("chart"))
    )
    return Wording(parts, charts)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _element(block: Block) -> ET.Element:
    if isinstance(block, Paragraph):
        element = ET.Element(_tag("p"))
        for span in block.spans:
            held = ET.SubElement(element, _tag(_NAMES[span.kind]), {"n": span.name} if span.name else {})
            held.text = None if span.kind in _PLACEHOLDERS else span.text
        return element
    element = ET.Element(_tag("table"))
    for row in block.rows:
        of_row = ET.SubElement(element, _tag("row"))
        for cell in row.cells:
            of_cell = ET.SubElement(of_row, _tag("cell"))
            of_cell.extend(_element(inner) for inner in cell.blocks)
    return element


def _block(element: _Element) -> Block:
    if element.tag == _tag("table"):
        rows = [
            Row(cells=[Cell(blocks=[_block(inner) for inner in cell]) for cell in row]) for row in element
        ]
        return Table(rows=rows)
    spans = []
    for held in element:
        kind = _KINDS[str(held.tag).rpartition("}")[2]]
        spans.append(Span(kind, _PLACEHOLDERS.get(kind) or held.text or "", held.get("n") or ""))
    return Paragraph(spans=spans)


def _series(element: _Element) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    points = list(element.iterfind(_tag("point")))
    return (
        element.get("name") or "",
        tuple(point.get("of") or "" for point in points),
        tuple(point.text or "" for point in points),
    )
