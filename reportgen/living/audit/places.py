"""Places of findings: a paragraph, a table's cell, a sheet's cell, each with its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.findings import Place
from reportgen.ooxml.addresses import column_letters

if TYPE_CHECKING:
    from reportgen.word.document_reading import ParagraphReading

_LONGEST = 80


def paragraph_place(file: str, paragraph: ParagraphReading, text: str = "") -> Place:
    """A paragraph of the body or of a header, footer or footnote; in a table with row and cell."""
    return place_in_word(
        file, paragraph.part, paragraph.number, text or paragraph.text, paragraph.row, paragraph.cell
    )


def place_in_word(
    file: str, part: str, number: int | None, text: str, row: int | None = None, cell: int | None = None
) -> Place:
    """A paragraph by its number, or the cell of a table that it is in; the part is named where it is not the body."""
    stem = part.rpartition("/")[2].removesuffix(".xml")
    named = file if stem.startswith("document") else f"{file} ({stem})"
    return Place(
        file=named,
        paragraph=number,
        row=row,
        column=str(cell) if cell is not None else None,
        text=shortened(text),
    )


def cell_place(file: str, sheet: str, row: int | None, column: int | None, text: str) -> Place:
    """A cell of a sheet; rows and columns count from 1."""
    letters = column_letters(column) if column is not None else None
    return Place(file=file, sheet=sheet, row=row, column=letters, text=shortened(text))


def shortened(text: str) -> str:
    """The text on one line, and no longer than a finding shows."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
