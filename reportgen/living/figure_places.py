"""Where in a finished document each figure is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.findings import Place
from reportgen.finished.chart_figures import chart_points
from reportgen.finished.document import FinishedDocument, FinishedText, FinishedWorkbook
from reportgen.finished.snapshot import AROUND, sheet_of
from reportgen.living.places import FigurePlace, cell_place, paragraph_place, place_in_word
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.sheet_cells import without_noise
from reportgen.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterator


def figure_places(document: FinishedDocument, *, whole: bool = False) -> tuple[FigurePlace, ...]:
    """The figures of a document in its order, each with the text around it, or the ``whole`` of its paragraph."""
    if isinstance(document, FinishedText):
        return tuple(_in_text(document, whole))
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
        written = read_format(point.series.number_format).shown(point.value) or plain(point.value)
        yield FigurePlace(point.key, written, place)


def _in_text(document: FinishedText, whole: bool) -> Iterator[FigurePlace]:
    for paragraph, mark in document.reading.marks():
        around = "" if whole else paragraph.text[max(0, mark.start - AROUND) : mark.end + AROUND]
        yield FigurePlace(mark.key, mark.text, paragraph_place(document.name, paragraph, around))


def _in_cells(document: FinishedWorkbook) -> Iterator[FigurePlace]:
    for found in document.book.figure_cells:
        sheet = document.book.sheet(found.sheet)
        if sheet is not None and found.row is not None and found.column is not None:
            cell = sheet.cells.get((found.row, found.column))
            text = without_noise(cell.text) if cell is not None else ""
            yield FigurePlace(
                found.key, text, cell_place(document.name, found.sheet, found.row, found.column, text)
            )
