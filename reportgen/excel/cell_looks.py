"""How the cells of a sheet look, number formats aside: by it a row is known for one of the same list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml import xml
from reportgen.ooxml.sheet_xml import styled_cells
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import WorkbookReading

_LOOKS = ("fontId", "fillId", "borderId", "xfId")


def cell_looks(book: WorkbookReading, sheet_part: str) -> dict[tuple[int, int], str]:
    """Font, fill, border and alignment of each cell of a sheet, empty ones with a format among them."""
    looks = _looks(book)
    return {
        place: looks[style] if style < len(looks) else ""
        for place, style in styled_cells(book.package.read(sheet_part))
    }


def _looks(book: WorkbookReading) -> list[str]:
    part = book.book.styles
    if part is None or part not in book.package:
        return []
    formats = xml.parse(book.package.read(part), part).root.find(qn("x:cellXfs"))
    return [
        "|".join(
            [*(item.get(name) or "" for name in _LOOKS), *(str(sorted(child.items())) for child in item)]
        )
        for item in (() if formats is None else formats.iterchildren(qn("x:xf")))
    ]
