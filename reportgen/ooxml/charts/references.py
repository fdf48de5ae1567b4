"""Cell references as charts hold them, and the block of cells behind a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_AREA = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!:]+))!"
    r"\$?(?P<left>[A-Za-z]{1,3})\$?(?P<top>\d+)(?::\$?(?P<right>[A-Za-z]{1,3})\$?(?P<bottom>\d+))?"
)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells on a sheet. Rows and columns count from 1, both ends included."""

    sheet: str
    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def parse(cls, text: str) -> Area | None:
        """``Sheet1!$B$2:$B$7``, also with a workbook in brackets; ``None`` for names, unions and errors."""
        found = _AREA.fullmatch(text.strip())
        if found is None:
            return None
        sheet = (found["quoted"] or found["plain"]).replace("''", "'")
        sheet = re.sub(r"^.*\[[^\]]*\]", "", sheet)
        left, top = number_of(found["left"]), int(found["top"])
        right = number_of(found["right"]) if found["right"] else left
        bottom = int(found["bottom"]) if found["bottom"] else top
        return cls(sheet, min(left, right), min(top, bottom), max(left, right), max(top, bottom))

    def __str__(self) -> str:
        return f"{quoted(self.sheet)}!{self._cells('$')}"

    def on_sheet(self) -> str:
        """Without the sheet, relative, as sheets and tables write it: ``A1:C5``."""
        return self._cells("")

    def _cells(self, mark: str) -> str:
        first = f"{mark}{letters(self.left)}{mark}{self.top}"
        last = f"{mark}{letters(self.right)}{mark}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def cells(self) -> Iterator[tuple[int, int]]:
        """Row and column of every cell."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column

    @property
    def is_upright(self) -> bool:
        return self.left == self.right


@dataclass(frozen=True, slots=True)
class Block:
    """Where a chart's data stand: from the corner cell the names run one way, the categories the other.

    Series stand in columns, or in rows where ``in_rows``; ``skipped`` of them, before the chart's own, belong to others.
    """

    sheet: str = "Sheet1"
    row: int = 1
    column: int = 1
    in_rows: bool = False
    skipped: int = 0

    def categories(self, count: int) -> Area:
        return self._area(0, 1, count)

    def name(self, series: int) -> Area:
        return self._area(1 + self.skipped + series, 0, 1)

    def values(self, series: int, count: int) -> Area:
        return self._area(1 + self.skipped + series, 1, count)

    def whole(self, series: int, count: int) -> Area:
        """Corner, names, categories and values together."""
        down, across = (series, count) if self.in_rows else (count, series)
        return Area(self.sheet, self.column, self.row, self.column + across, self.row + down)

    def _area(self, along_names: int, along_categories: int, count: int) -> Area:
        further = max(1, count) - 1
        if self.in_rows:
            row, column = self.row + along_names, self.column + along_categories
            return Area(self.sheet, column, row, column + further, row)
        row, column = self.row + along_categories, self.column + along_names
        return Area(self.sheet, column, row, column, row + further)


def quoted(sheet: str) -> str:
    """The sheet's name as formulas write it."""
    is_plain = sheet.isascii() and sheet.replace("_", "a").isalnum() and sheet[0].isalpha()
    looks_like_cell = re.fullmatch(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*", sheet) is not None
    return sheet if is_plain and not looks_like_cell else "'" + sheet.replace("'", "''") + "'"


def letters(column: int) -> str:
    """A column's letters; ``1`` is ``A``."""
    text = ""
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(ord("A") + digit) + text
    return text


def number_of(column: str) -> int:
    """A column's number; ``A`` is 1."""
    number = 0
    for letter in column.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_at(reference: str) -> tuple[int, int]:
    """Row and column of a cell written ``B7``."""
    name = reference.rstrip("0123456789")
    return int(reference[len(name) :]), number_of(name)
