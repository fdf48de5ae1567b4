"""Legacy drawings (VML), which show the notes of a sheet: a shape for each, with its cell and the cells that its box covers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from reportgen.record import Record
from reportgen.regex import regex

EMPTY = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    b'</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
BOX_WIDTH, _BOX_COLUMNS = 32, 4
"""Digits that a line of a box holds, over four columns as Excel makes them."""
_SHAPE = regex(r"<v:shape\b(?!type).*?</v:shape>", re.DOTALL)
_ID, _IDS = regex(r'(<v:shape\b[^>]*?\bid=")[^"]*'), regex(r'\bid="_x0000_s(\d+)"')
_ANCHOR = regex(r"(<x:Anchor>)([^<]*)")
_ROW, _COLUMN = regex(r"(<x:Row>)\s*(\d+)\s*"), regex(r"(<x:Column>)\s*(\d+)\s*")
_FORMULA = regex(r"(<x:Fmla(?:Link|Range|Txbx|Pict|Group)>)([^<]*)")


class Shape(Record):
    """A shape as it is written. Rows and columns count from 1."""

    text: str

    @property
    def cell(self) -> tuple[int, int] | None:
        """The cell of a note; ``None`` for a form control or a picture."""
        row, column = _ROW.search(self.text), _COLUMN.search(self.text)
        return (int(row[2]) + 1, int(column[2]) + 1) if row and column else None

    @property
    def corner(self) -> tuple[int, int] | None:
        """The cell in which its box begins."""
        numbers = self._anchor()
        return (numbers[2] + 1, numbers[0] + 1) if numbers else None

    def moved(self, was: tuple[int, int], row: int, column: int) -> Shape:
        """The shape with its cell at another place than it ``was``, and its box as far from it."""
        text = _ROW.sub(rf"\g<1>{row - 1}", _COLUMN.sub(rf"\g<1>{column - 1}", self.text))
        numbers, (down, across) = self._anchor(), (row - was[0], column - was[1])
        if numbers and (down or across):
            for index, by in ((0, across), (2, down), (4, across), (6, down)):
                numbers[index] = max(numbers[index] + by, 0)
            text = _ANCHOR.sub(rf"\g<1>{', '.join(map(str, numbers))}", text)
        return Shape(text)

    def with_id(self, number: int) -> Shape:
        return Shape(_ID.sub(rf"\g<1>_x0000_s{number}", self.text))

    def with_formulas(self, change: Callable[[str], str]) -> Shape:
        """The shape with each formula of a form control changed."""
        return Shape(_FORMULA.sub(lambda found: found[1] + change(found[2]), self.text))

    def _anchor(self) -> list[int]:
        """Column, offset, row and offset of the box's two corners; empty where they are not said."""
        found = _ANCHOR.search(self.text)
        numbers = [int(float(number)) for number in found[2].split(",")] if found else []
        return numbers if len(numbers) == 8 else []


def with_shapes(drawing: str, change: Callable[[Shape], Iterable[Shape]]) -> str:
    """The drawing with what ``change`` makes of each shape."""
    return _SHAPE.sub(lambda found: "".join(one.text for one in change(Shape(found[0]))), drawing)


def last_id(drawing: str) -> int:
    """The largest number of a shape."""
    return max(map(int, _IDS.findall(drawing)), default=1024)


def with_notes(drawing: str, boxes: Iterable[tuple[int, int, int]]) -> str:
    """The drawing with a box for each note: the row and column of its cell, and how many rows it goes over."""
    shapes = "".join(_note(number, *box) for number, box in enumerate(boxes, 1))
    end = drawing.rindex("</xml>")
    return drawing[:end] + shapes + drawing[end:]


def _note(number: int, row: int, column: int, rows: int) -> str:
    first = max(row - 2, 0)
    anchor = f"{column}, 15, {first}, 10, {column + _BOX_COLUMNS}, 15, {first + rows}, 4"
    return (
        f'<v:shape id="_x0000_s9{number:04d}" type="#_x0000_t202" style="position:absolute;visibility:hidden"'
        ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )
