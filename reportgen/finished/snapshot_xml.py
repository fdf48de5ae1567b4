"""A snapshot as XML, written and read.

Word: ``p`` holds ``t`` (text), ``f`` (figure, ``n`` its key), ``l`` (link, ``n`` its anchor), ``o`` (object), ``d`` (field);
``d="1"`` at a text that the template's designer wrote. Excel: ``c`` is a cell with ``r`` its address, ``k`` its kind (a text
where it has none), ``n`` and ``f`` hidden name and number format of a figure's cell, ``m`` a formula; ``numbers`` is a block of plain numbers.
``hidden`` holds a sheet's hidden lines, ``beside`` holds, part by part or sheet by sheet, texts that are beside text or cells; a chart's ``said`` are its own, its ``scales`` and ``drawing`` hold an element a trait. ``looks`` are texts that were not to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, repeat
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reportgen.finished.chart_traits import read_trait, written_trait
from reportgen.finished.earlier_snapshots import earlier_traits
from reportgen.finished.snapshot import CellSnapshot, ChartSnapshot, NumberBlock, SeriesSnapshot, Snapshot
from reportgen.ooxml.addresses import SheetArea, cell_address, cell_at
from reportgen.ooxml.charts.axis_scales import Trait
from reportgen.ooxml.xml import local_name
from reportgen.values import plain, recorded_number
from reportgen.word.characters import NO_BREAK
from reportgen.word.located import Block, Cell, Paragraph, Span, SpanKind, XmlRow, XmlTable

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: dict[str, SpanKind] = {"t": "text", "f": "figure", "l": "link", "o": "object", "d": "field"}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_PLACEHOLDERS = {"object": "￼", "field": "￹"}
_NO_VALUE = "-"


def snapshot_element(snapshot: Snapshot, namespace: str) -> ET.Element:
    """The ``snapshot`` element of a document's part."""
    return _SnapshotWriter(namespace).snapshot(snapshot)


class _SnapshotWriter:
    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def new(self, called: str, parent: ET.Element | None = None, /, **attributes: str) -> ET.Element:
        said = {key: text for key, text in attributes.items() if text}
        tag = f"{{{self.namespace}}}{called}"
        return ET.Element(tag, said) if parent is None else ET.SubElement(parent, tag, said)

    def snapshot(self, snapshot: Snapshot) -> ET.Element:
        root = self.new("snapshot", whole="" if snapshot.is_whole else "0")
        for part, blocks in snapshot.parts.items():
            holder = self.new("part", root, name=part)
            for block in blocks:
                self.block(holder, block, snapshot.designed)
        counted = {
            (block.area.sheet, *place)
            for block in snapshot.numbers.values()
            if block.area is not None
            for place in block.area.cells()
        }
        for name, cells in snapshot.sheets.items():
            sheet = self.new("sheet", root, name=name)
            for place, cell in sorted(cells.items()):
                if (name, *place) not in counted:
                    self.cell(sheet, place, cell, snapshot.designed)
        for name, numbers in snapshot.numbers.items():
            block_element = self.new("numbers", root, name=name, ref=str(numbers.area or ""))
            for code, same in groupby(numbers.formats):
                self.new("format", block_element, n=str(len(list(same)))).text = code
            block_element.text = " ".join(_NO_VALUE if text is None else text for text in numbers.texts)
        for chart in snapshot.charts:
            self.chart(root, chart)
        for holder_name, texts in snapshot.beside.items():
            beside = self.new("beside", root, name=holder_name)
            for text in texts:
                self.new("said", beside).text = text
        for sheet_name, lines in snapshot.hidden.items():
            self.new("hidden", root, name=sheet_name).text = " ".join(lines)
        if snapshot.looks is not None:
            looks = self.new("looks", root, title=snapshot.title)
            for text in snapshot.looks:
                self.new("said", looks).text = text
        return root

    def block(self, parent: ET.Element, block: Block, designed: frozenset[str]) -> None:
        if isinstance(block, Paragraph):
            element = self.new("p", parent, copy="1" if block.is_copy else "")
            for span in block.spans:
                own = span.kind == "text" and span.text.strip() in designed
                held = self.new(_NAMES[span.kind], element, n=span.name, d="1" if own else "")
                held.text = None if span.kind in _PLACEHOLDERS else span.text
            return
        table = self.new("table", parent)
        for row in block.rows:
            of_row = self.new("row", table)
            for cell in row.cells:
                of_cell = self.new("cell", of_row)
                for inner in cell.blocks:
                    self.block(of_cell, inner, designed)

    def cell(
        self, sheet: ET.Element, place: tuple[int, int], cell: CellSnapshot, designed: frozenset[str]
    ) -> None:
        own = cell.kind == "text" and cell.text.strip() in designed
        self.new(
            "c", sheet, r=cell_address(*place), k="" if cell.kind == "text" else cell.kind,
            n=cell.name, f=cell.format, m=cell.formula, d="1" if own else "",
        ).text = cell.text  # fmt: skip

    def chart(self, root: ET.Element, chart: ChartSnapshot) -> None:
        element = self.new("chart", root, place=chart.place, digest=chart.digest, alt=chart.alt_text)
        if chart.texts is not None:
            element.set("said", str(len(chart.texts)))
            for text in chart.texts:
                self.new("said", element).text = text
        for name, held in (("scales", chart.scales), ("drawing", chart.drawing)):
            if held is not None:
                holder = self.new(name, element)
                for code, attributes in map(written_trait, held):
                    self.new(code, holder, **attributes)
        for one in chart.series:
            series = self.new("series", element, name=one.name)
            keys = one.keys or ("",) * len(one.values)
            for category, value, key in zip(one.categories, one.values, keys, strict=True):
                point = self.new("point", series, of=category, key=key)
                point.text = None if value is None else plain(value)


def read_snapshot(root: _Element) -> Snapshot:
    """Read a ``snapshot`` element, in any namespace. Raises ``ValueError``, ``KeyError``, ``ArithmeticError``."""
    numbers = {
        element.get("name") or "": NumberBlock(
            SheetArea.of_reference(element.get("ref") or ""),
            tuple(_texts(element)),
            tuple(
                code
                for one in element.iterfind("{*}format")
                for code in repeat(one.text or "", int(one.get("n") or 1))
            ),
        )
        for element in root.iterfind("{*}numbers")
    }
    sheets = {
        element.get("name") or "": dict(_cell(cell) for cell in element.iterfind("{*}c"))
        for element in root.iterfind("{*}sheet")
    }
    for block in numbers.values():
        if block.area is not None:
            for place, text in zip(block.area.cells(), block.texts, strict=True):
                if text is not None:
                    sheets.setdefault(block.area.sheet, {})[place] = CellSnapshot("number", text)
    return Snapshot(
        parts={
            part.get("name") or "": [read_block(element) for element in part]
            for part in root.iterfind("{*}part")
        },
        sheets=sheets,
        charts=tuple(read_chart_snapshot(element) for element in root.iterfind("{*}chart")),
        numbers=numbers,
        designed=frozenset(
            (_as_read(element) if local_name(element) == "t" else element.text or "").strip()
            for element in root.iter("{*}t", "{*}c")
            if element.get("d")
        ),
        beside={element.get("name") or "": _said(element) for element in root.iterfind("{*}beside")},
        hidden={
            element.get("name") or "": tuple((element.text or "").split())
            for element in root.iterfind("{*}hidden")
        },
        looks=_said(looks) if (looks := root.find("{*}looks")) is not None else None,
        title=(looks.get("title") or "") if looks is not None else "",
        is_whole=root.get("whole") != "0",
    )


def read_block(element: _Element) -> Block:
    """A paragraph or table of a snapshot."""
    if local_name(element) == "table":
        rows = [
            XmlRow(cells=[Cell(blocks=[read_block(inner) for inner in cell]) for cell in row])
            for row in element
        ]
        return XmlTable(rows=rows)
    spans = []
    for held in element:
        kind = _KINDS[local_name(held)]
        spans.append(Span(kind, _PLACEHOLDERS.get(kind) or _as_read(held), held.get("n") or ""))
    return Paragraph(spans=spans, is_copy=element.get("copy") == "1")


def _as_read(element: _Element) -> str:
    """The text of a span as documents are read: some kept a space that does not break as it stood."""
    return (element.text or "").replace(NO_BREAK, " ")


def read_chart_snapshot(element: _Element) -> ChartSnapshot:
    series = []
    for one in element.iterfind("{*}series"):
        points = list(one.iterfind("{*}point"))
        values = tuple(recorded_number(point.text) if point.text else None for point in points)
        categories = tuple(point.get("of") or "" for point in points)
        keys = tuple(point.get("key") or "" for point in points)
        series.append(SeriesSnapshot(one.get("name") or "", categories, values, keys if any(keys) else ()))
    return ChartSnapshot(
        element.get("place") or "", element.get("digest") or "", element.get("alt") or "", tuple(series),
        _said(element) if element.get("said") is not None else None,
        _traits(element, "scales"), _traits(element, "drawing"),
    )  # fmt: skip


def _cell(element: _Element) -> tuple[tuple[int, int], CellSnapshot]:
    if element.get("k") == "number" or (element.get("k") == "=number" and element.text):
        recorded_number(element.text)
    cell = CellSnapshot(
        element.get("k") or "text", element.text or "", element.get("n") or "", element.get("f") or "",
        element.get("m") or "",
    )  # fmt: skip
    return cell_at(element.get("r") or "A1"), cell


def _traits(element: _Element, name: str) -> tuple[Trait, ...] | None:
    holder = element.find(f"{{*}}{name}")
    if holder is None or element.get(name) is not None:
        return earlier_traits(element, name)
    return tuple(read_trait(one) for one in holder)


def _said(element: _Element) -> tuple[str, ...]:
    return tuple(one.text or "" for one in element.iterfind("{*}said"))


def _texts(element: _Element) -> Iterator[str | None]:
    for text in (element.text or "").split():
        if text != _NO_VALUE:
            recorded_number(text)
        yield None if text == _NO_VALUE else text
