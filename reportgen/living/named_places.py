"""Places in documents that figures stand at, and how somebody names one."""

from __future__ import annotations

from reportgen.findings import Place
from reportgen.language.any_language import pattern
from reportgen.ooxml.addresses import unquoted
from reportgen.record import Record
from reportgen.regex import regex

_CELL = regex(r"(?:(?P<sheet>.+)!)?\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d+)")


class FigurePlace(Record):
    """A figure where it stands: its key, what is written there, and the place."""

    key: str
    written: str
    place: Place


class NamedPlace(Record):
    """A place as somebody names it: a cell, perhaps of a sheet, or a paragraph of the text."""

    cell: str = ""
    sheet: str = ""
    paragraph: int = 0

    def holds(self, place: Place) -> bool:
        if self.paragraph:
            return place.sheet is None and place.paragraph == self.paragraph
        same_sheet = not self.sheet or (place.sheet or "").lower() == self.sheet.lower()
        return same_sheet and place.sheet is not None and f"{place.column}{place.row}" == self.cell


def named_place(text: str) -> NamedPlace | None:
    """The place that a text names: ``Summary!B8``, ``B8``, ``paragraph 7``, 第7段; ``None`` for any other text."""
    if cell := _CELL.fullmatch(text.strip()):
        address = f"{cell['column']}{cell['row']}".upper()
        return NamedPlace(cell=address, sheet=unquoted(cell["sheet"] or ""))
    if paragraph := pattern("places", "PARAGRAPH").fullmatch(text.strip()):
        return NamedPlace(paragraph=int(next(filter(None, paragraph.groups()))))
    return None
