"""How the cells of a sheet look, number formats aside: by it a row is known for one of the same list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml import xml
from reportgen.ooxml.addresses import cell_at
from reportgen.ooxml.xml import qn
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import WorkbookReading

_CELL = regex(rb'<(?:\w+:)?c\b[^>]*?\sr="([A-Z]+\d+)"[^>]*?>')
_STYLE = regex(rb'\ss="(\d+)"')
_LOOKS = ("fontId", "fillId", "borderId", "xfId")


def cell_looks(book: WorkbookReading, sheet_part: str) -> dict[tuple[int, int], str]:
    """Font, fill, border and alignment of each cell of a sheet, empty ones with a format among them."""
    looks = _looks(book)
    found = {}
    for cell in _CELL.finditer(book.package.read(sheet_part)):
        style = _STYLE.search(cell[0])
        number = int(style[1]) if style else 0
        found[cell_at(cell[1].decode())] = looks[number] if number < len(looks) else ""
    return found


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
