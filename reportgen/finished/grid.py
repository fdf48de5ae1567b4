"""What a workbook held when it was built, cell by cell: the workbook's counterpart of a document's wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reportgen.finished.tokens import bag_of
from reportgen.finished.wording import ITEM, NAMESPACE, digest
from reportgen.ooxml import customxml
from reportgen.ooxml.addresses import Area, cell_address
from reportgen.word.located import Paragraph, Span

if TYPE_CHECKING:
    from reportgen.excel.reading import SheetReading
    from reportgen.ooxml import Package

_FORMULA = "="


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet by (row, column): kind (``number``, ``text``, …; a formula's begins with ``=``) and text."""

    cells: Mapping[tuple[int, int], tuple[str, str]]

    @classmethod
    def of(cls, sheet: SheetReading) -> Grid:
        return cls(
            {
                place: (f"{_FORMULA if cell.formula is not None else ''}{cell.kind}", cell.text)
                for place, cell in sheet.cells.items()
            }
        )

    def lines(self, *, by_row: bool) -> dict[int, dict[str, int]]:
        """The words of each row or column that holds something. Its first text counts most: it says what the line is about."""
        texts: dict[int, list[str]] = {}
        heads: dict[int, str] = {}
        for place, (kind, text) in sorted(self.cells.items()):
            at = place[0] if by_row else place[1]
            texts.setdefault(at, []).append(text if kind == "text" else _FORMULA)
            if kind == "text":
                heads.setdefault(at, text)
        found = {}
        for at, held in sorted(texts.items()):
            counted = bag_of([Paragraph(spans=[Span("text", text) for text in held])])
            if at in heads:
                counted[f"\0label {heads[at]}"] = 12
            found[at] = counted
        return found


def attach_grids(package: Package) -> None:
    """Put the cells of a workbook that was just built into it."""
    from reportgen.excel.reading import read_finished

    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("wording"))
    book = read_finished(package)
    for sheet in book.sheets:
        element = ET.SubElement(root, _tag("sheet"), {"name": sheet.name})
        for (row, column), (kind, text) in sorted(Grid.of(sheet).cells.items()):
            attributes = {"r": cell_address(row, column), "k": kind}
            ET.SubElement(element, _tag("c"), attributes).text = text
        for chart in sheet.charts:
            ET.SubElement(
                element, _tag("chart"), {"part": chart.part, "digest": digest(package.read(chart.part))}
            )
    body: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    customxml.attach(package, body, ITEM)


def read_grids(data: bytes) -> dict[str, Grid]:
    """The sheets of a workbook as they were built, by name."""
    from reportgen.ooxml.xml import parse

    found = {}
    for sheet in parse(data, "wording").root.iterfind(_tag("sheet")):
        cells = {}
        for cell in sheet.iterfind(_tag("c")):
            area = Area.parse(cell.get("r") or "A1")
            cells[area.top, area.left] = (cell.get("k") or "text", cell.text or "")
        found[sheet.get("name") or ""] = Grid(cells)
    return found


def read_chart_digests(data: bytes) -> dict[str, list[str]]:
    """The digests of each sheet's charts as they were built, in order."""
    from reportgen.ooxml.xml import parse

    return {
        sheet.get("name") or "": [chart.get("digest") or "" for chart in sheet.iterfind(_tag("chart"))]
        for sheet in parse(data, "wording").root.iterfind(_tag("sheet"))
    }


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
