"""A sheet of a published table: rows of cells as they are, with its merged areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from reportgen.findings import Place
from reportgen.intake.patterns import tidied
from reportgen.language.printed_numbers import PrintedNumber, printed_number
from reportgen.ooxml.addresses import cell_address, column_letters, quoted
from reportgen.record import CachingRecord, field, replace
from reportgen.values import plain

Value = str | int | float | bool | date | datetime | time | timedelta
MergedArea = tuple[int, int, int, int]
"""First row, first column, last row, last column; all count from 0 and belong to it."""


class Grid(CachingRecord):
    """Rows count from 0 here and from 1 in every address. ``sheet`` is empty for a text file."""

    file: str
    sheet: str
    rows: Sequence[Sequence[Value]]
    merged: Sequence[MergedArea] = field(default=())
    is_hidden: bool = False

    def text(self, row: int, column: int) -> str:
        """What a cell shows; nothing beyond the end of its row."""
        cells = self.rows[row]
        return text_of(cells[column]) if column < len(cells) else ""

    def spread_text(self, row: int, column: int) -> str:
        """What a cell shows, or the merged area that it is a part of."""
        first = self._first_of_area.get((row, column))
        return self.text(*first) if first else self.text(row, column)

    def text_at_left(self, row: int, column: int) -> str:
        """What the closest cell that shows something shows, from a cell to the left, without spaces around."""
        if row not in self._texts_at_left:
            texts, text = [], ""
            for at in range(len(self.rows[row])):
                text = tidied(self.spread_text(row, at)) or text
                texts.append(text)
            self._texts_at_left[row] = texts
        texts = self._texts_at_left[row]
        return texts[min(column, len(texts) - 1)] if texts else ""

    @cached_property
    def _texts_at_left(self) -> dict[int, list[str]]:
        return {}

    def is_merged(self, row: int, column: int) -> bool:
        """Whether a cell is a part of a merged area."""
        return bool(self.merged) and (row, column) in self._first_of_area

    def place(self, row: int | None = None, column: int | None = None, text: str | None = None) -> Place:
        """A place in this sheet, as findings give it."""
        return Place(
            self.file,
            self.sheet or None,
            None if row is None else row + 1,
            None if column is None else column_letters(column + 1),
            text=text,
        )

    def address(self, row: int, column: int) -> str:
        """``Sheet1!C5``; in a text file ``C5``."""
        return f"{self._prefix}{cell_address(row + 1, column + 1)}"

    @cached_property
    def _prefix(self) -> str:
        return f"{quoted(self.sheet)}!" if self.sheet else ""

    def without_cells(self) -> Grid:
        """The sheet as a place alone: what is kept of it costs nothing."""
        return replace(self, rows=(), merged=())

    @cached_property
    def _first_of_area(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }


def text_of(value: Value) -> str:
    """A cell's value as text: numbers with the 15 digits that spreadsheets keep, dates as 2024-05-31."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return (
            str(int(value))
            if value.is_integer() and abs(value) < 1e15
            else plain(Decimal(format(value, ".15g")))
        )
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)


def number_of(value: Value, marks: Mapping[str, str]) -> PrintedNumber | None:
    """The number in a cell, or ``None`` where there is none; ``marks`` are signs after a number, with their status."""
    return printed_number(value if isinstance(value, str) else text_of(value), marks)


def is_blank(value: Any) -> bool:
    """Whether a cell shows nothing."""
    return value is None or (
        isinstance(value, str) and not value.strip("\u200b\ufeff \t\r\n\v\f\u00a0\u3000")
    )
