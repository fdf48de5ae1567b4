"""A cell as its workbook keeps it, where python-calamine gives only its value: a formula, an error, a number format."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from reportgen.record import Record

Looks = Mapping[tuple[int, int], "CellLook"]
"""Cells by row and column, both from 0."""


class CellLook(Record):
    """A cell's text or formula, and its number format."""

    text: str
    number_format: str = ""

    @property
    def formula(self) -> str:
        """The formula or the error, empty for other cells."""
        return self.text if self.text.startswith(("=", "#")) else ""


class WantedCells(Record):
    """The cells to look up: those of some columns of a sheet, down to the last row."""

    sheet: str
    columns: Collection[int]
    last_row: int

    def has(self, row: int, column: int) -> bool:
        return row <= self.last_row and column in self.columns
