"""Rows whose height is left to the program come out as tall as their wrapped texts: no program fits them on opening."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.display_width import line_count, line_height
from reportgen.excel.moved_areas import areas_of
from reportgen.ooxml import xml
from reportgen.ooxml.addresses import Range, column_letters
from reportgen.ooxml.sheet_xml import texts_of_row
from reportgen.ooxml.workbooks import whole_number
from reportgen.ooxml.xml import is_on, qn
from reportgen.record import Record
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_OWN_HEIGHT = regex(r'\s(?:ht|customHeight)="[^"]*"')
_FIXED = regex(r'\scustomHeight="(?:1|true)"')
_MARGIN, _PADDING = 0.75, 1.0
"""Points of a row beside its lines; digits of a column beside its text."""
_TALLEST = 409.0
_BODY_SIZE = 11.0


class SheetLooks(Record):
    """What decides how tall a row is: the columns' widths, the formats' letters, which formats wrap, what is merged."""

    widths: tuple[tuple[int, int, float], ...]
    usual_width: float
    usual_height: float
    sizes: tuple[float, ...]
    wrapping: frozenset[int]
    merged: tuple[Range, ...]

    def heights(self, attributes: str, row: int, cells: Iterable[tuple[int, int, int]]) -> RowHeights | None:
        """What fits a row of the template whose cells to be filled are ``cells`` (column, column in the output, format);
        nothing where its designer has fixed its height, or no cell wraps."""
        if not self.wrapping or _FIXED.search(attributes):
            return None
        wrapped = {
            column_letters(output): (self._room(column, style), self._size(style))
            for column, output, style in cells
            if style in self.wrapping and not self._is_merged(row, column)
        }
        return RowHeights(wrapped, self.usual_height) if wrapped else None

    def _is_merged(self, row: int, column: int) -> bool:
        return any(
            area.top <= row <= area.bottom and area.left <= column <= area.right for area in self.merged
        )

    def _size(self, style: int) -> float:
        return self.sizes[style] if style < len(self.sizes) else _BODY_SIZE

    def _room(self, column: int, style: int) -> float:
        """The width of a column in digits of the format's own letters."""
        found = (width for first, last, width in self.widths if first <= column <= last)
        width = next(found, self.usual_width) - _PADDING
        return max(1.0, width * self.sizes[0] / max(1.0, self._size(style)))


class RowHeights(Record):
    """The cells of a row that wrap, by column: their room in digits and the size of their letters."""

    wrapped: dict[str, tuple[float, float]]
    usual: float

    def fitted(self, text: str) -> str:
        """The row's XML with the height that its texts need; without one where a usual row is tall enough."""
        needed = max((self._height(*cell) for cell in texts_of_row(text)), default=0.0)
        head, bracket, cells = text.partition(">")
        head = _OWN_HEIGHT.sub("", head)
        height = f' ht="{min(needed, _TALLEST):.2f}"' if needed > self.usual else ""
        return f"{head}{height}{bracket}{cells}"

    def _height(self, column: str, shown: str) -> float:
        if column not in self.wrapped:
            return 0.0
        room, size = self.wrapped[column]
        return line_count(shown, room) * line_height(shown) * size / _BODY_SIZE + _MARGIN


@lru_cache(maxsize=64)
def sheet_looks(around: bytes, styles: bytes) -> SheetLooks:
    """Read what decides heights from a sheet without its rows and from ``styles.xml``."""
    sheet = xml.parse(around, "sheet").root
    usual = sheet.find(qn("x:sheetFormatPr"))
    sizes, wrapping = _formats_in(styles)
    return SheetLooks(
        widths=tuple(
            (whole_number(one.get("min")), whole_number(one.get("max")), _number(one, "width", 8.43))
            for one in sheet.iterfind(f"{qn('x:cols')}/{qn('x:col')}")
        ),
        usual_width=_number(usual, "defaultColWidth", 8.43),
        usual_height=_number(usual, "defaultRowHeight", 15.0),
        sizes=sizes,
        wrapping=wrapping,
        merged=tuple(
            area for one in sheet.iter(qn("x:mergeCell")) for area in areas_of(one.get("ref") or "")
        ),
    )


@lru_cache(maxsize=16)
def _formats_in(styles: bytes) -> tuple[tuple[float, ...], frozenset[int]]:
    """The size of each format's letters, and the formats that wrap."""
    book = xml.parse(styles, "styles").root
    fonts = [
        _number(font.find(qn("x:sz")), "val", _BODY_SIZE)
        for font in book.iterfind(f"{qn('x:fonts')}/{qn('x:font')}")
    ]
    formats = list(book.iterfind(f"{qn('x:cellXfs')}/{qn('x:xf')}"))
    font_of = [whole_number(one.get("fontId")) for one in formats]
    wrapping = frozenset(
        number
        for number, one in enumerate(formats)
        if any(is_on(child.get("wrapText")) for child in one.iterchildren(qn("x:alignment")))
    )
    sizes = tuple(fonts[font] if font < len(fonts) else _BODY_SIZE for font in font_of)
    return sizes or (_BODY_SIZE,), wrapping


def _number(element: _Element | None, name: str, otherwise: float) -> float:
    try:
        return float((element.get(name) if element is not None else None) or otherwise)
    except ValueError:
        return otherwise
