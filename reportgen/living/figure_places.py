"""Where in a finished document each figure stands, and which stand at a place that somebody names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.findings import Place
from reportgen.finished.chart_figures import chart_points
from reportgen.finished.document import FinishedDocument, FinishedText, FinishedWorkbook
from reportgen.finished.snapshot import AROUND, sheet_of
from reportgen.living.audit.patterns import pattern
from reportgen.living.audit.places import cell_place, paragraph_place, place_in_word
from reportgen.ooxml.addresses import unquoted
from reportgen.ooxml.charts.data_labels import shown
from reportgen.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL = re.compile(r"(?:(?P<sheet>.+)!)?\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d+)")


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """A figure where it stands: its key, what is written there, and the place."""

    key: str
    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class NamedPlace:
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


def figure_places(document: FinishedDocument) -> tuple[FigurePlace, ...]:
    """The figures of a document in its order."""
    if isinstance(document, FinishedText):
        return tuple(_in_text(document))
    assert isinstance(document, FinishedWorkbook)
    return tuple(_in_cells(document))


def chart_places(document: FinishedDocument) -> Iterator[FigurePlace]:
    """The figures that the charts of a document draw, those points that are as they were built."""
    for point in chart_points(document.charts, document.built):
        text, chart = f"{point.series.name}, {point.category}", point.chart
        if sheet := sheet_of(chart.place):
            place = Place(file=document.name, sheet=sheet, text=text)
        else:
            place = place_in_word(document.name, chart.place, chart.paragraph, text)
        written = shown(point.value, point.series.number_format) or plain(point.value)
        yield FigurePlace(point.key, written, place)


def _in_text(document: FinishedText) -> Iterator[FigurePlace]:
    for paragraph, mark in document.reading.marks():
        around = paragraph.text[max(0, mark.start - AROUND) : mark.end + AROUND]
        yield FigurePlace(mark.key, mark.text, paragraph_place(document.name, paragraph, around))


def _in_cells(document: FinishedWorkbook) -> Iterator[FigurePlace]:
    for found in document.book.figure_cells:
        sheet = document.book.sheet(found.sheet)
        if sheet is not None and found.row is not None and found.column is not None:
            cell = sheet.cells.get((found.row, found.column))
            text = cell.text if cell is not None else ""
            yield FigurePlace(
                found.key, text, cell_place(document.name, found.sheet, found.row, found.column, text)
            )
