"""Places in documents, each with its text, the figures that are there, and how somebody names a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.findings import Place
from reportgen.language.any_language import pattern
from reportgen.ooxml.addresses import column_letters, unquoted
from reportgen.record import Record
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.rendered import LineReading
    from reportgen.word.document_reading import ParagraphReading

_LONGEST = 80
_CELL = regex(r"(?:(?P<sheet>.+)!)?\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d+)")


def paragraph_place(file: str, paragraph: ParagraphReading, text: str = "") -> Place:
    """A paragraph of the body or of a header, footer or footnote; in a table with row and cell."""
    return place_in_word(
        file, paragraph.part, paragraph.number, text or paragraph.text, paragraph.row, paragraph.cell
    )


def place_in_word(
    file: str, part: str, number: int | None, text: str, row: int | None = None, cell: int | None = None
) -> Place:
    """A paragraph by its number, or the cell of a table that it is in."""
    column = str(cell) if cell is not None else None
    return Place(file, None, row, column, number, shortened(text), beside_body(part))


def beside_body(part: str) -> str | None:
    """A part of a Word file by its own name (``footer1``); ``None`` for the body."""
    stem = part.rpartition("/")[2].removesuffix(".xml")
    return None if stem.startswith("document") else stem


def cell_place(
    file: str, sheet: str, row: int | None = None, column: int | None = None, text: str | None = None
) -> Place:
    """A cell of a sheet; rows and columns count from 1."""
    letters = column_letters(column) if column is not None else None
    return Place(file, sheet, row, letters, text=None if text is None else shortened(text))


def line_place(file: str, line: LineReading) -> Place:
    """A line of a text, with its words."""
    return Place(file, line=line.number, text=shortened(line.text))


def shortened(text: str) -> str:
    """The text on one line, and no longer than a finding shows."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


class FigurePlace(Record):
    """A figure where it is: its key, what is written there, and the place."""

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
            return place.sheet is None and place.part is None and place.paragraph == self.paragraph
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
