"""Addresses of cells as workbooks write them: column letters, cells, areas, areas on a sheet, names of sheets in formulas.

Rows and columns count from 1, and an area includes both its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.record import Record
from reportgen.regex import regex

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

COLUMN = r"\$?[A-Za-z]{1,3}"
ROW = r"\$?\d{1,7}"
CELL = COLUMN + ROW
QUOTED_SHEET = r"'(?:[^']|'')+'"
"""Patterns of what formulas, names and charts write."""

_CORNER = regex(r"(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})")
_ON_SHEET = regex(
    rf"(?P<sheet>{QUOTED_SHEET}|[^'!:]+)!(?P<first>{CELL})(?::(?P<last>{CELL}))?",
)
_LOOKS_LIKE_CELL = regex(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*")


@lru_cache(maxsize=20_000)
def column_letters(number: int) -> str:
    """``1`` is A, ``28`` is AB."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """``A`` is 1, ``AB`` is 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def cell_address(row: int, column: int) -> str:
    """``B7``."""
    return f"{column_letters(column)}{row}"


def cell_at(address: str) -> tuple[int, int]:
    """Row and column of a cell written ``B7``. Raises ``ValueError`` for what is no cell of a sheet."""
    letters = address.rstrip("0123456789")
    column = column_number(letters) if letters.isascii() and letters.isalpha() else 0
    if not 1 <= column <= LAST_COLUMN:
        raise ValueError(f"not a cell: {address!r}")
    return int(address[len(letters) :]), column


def quoted(sheet: str) -> str:
    """A sheet's name as formulas write it: in apostrophes unless it is a plain word in ASCII, which every reader takes bare."""
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]*", sheet) and not _LOOKS_LIKE_CELL.fullmatch(sheet):
        return sheet
    return "'" + sheet.replace("'", "''") + "'"


def escaped_head(head: str) -> str:
    """A head inside a structured reference, where brackets, # and ' are escaped with '."""
    return re.sub(r"([\[\]#'])", r"'\1", head)


def unquoted(sheet: str) -> str:
    """A sheet's name from how formulas write it."""
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet


class Corner(Record):
    """One end of a reference. ``row`` or ``column`` is ``None`` in whole columns (``A:C``) or whole rows (``3:5``)."""

    row: int | None
    column: int | None
    row_fixed: bool = False
    column_fixed: bool = False

    def __str__(self) -> str:
        column = (
            "" if self.column is None else ("$" if self.column_fixed else "") + column_letters(self.column)
        )
        row = "" if self.row is None else ("$" if self.row_fixed else "") + str(self.row)
        return column + row


def parse_corner(text: str) -> Corner:
    """Read ``$B5``, ``B`` or ``5``."""
    match = _CORNER.fullmatch(text)
    if match is None:
        raise ValueError(f"not a cell reference: {text!r}")
    dollar, letters, second, digits = match.groups()
    if not letters:  # "$5": the first dollar belongs to the row
        return Corner(int(digits), None, row_fixed=bool(dollar or second))
    return Corner(int(digits) if digits else None, column_number(letters), bool(second), bool(dollar))


class Range(Record):
    """A rectangle of cells."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def parse(cls, text: str) -> Range:
        """Read ``B5``, ``B5:D9``, ``B:D`` or ``3:5`` (dollars allowed). Raises ``ValueError`` for anything else."""
        head, _, tail = text.partition(":")
        first = parse_corner(head)
        last = parse_corner(tail) if tail else first
        return Range(
            first.row or 1,
            first.column or 1,
            last.row or LAST_ROW,
            last.column or LAST_COLUMN,
        )

    def __str__(self) -> str:
        first = f"{column_letters(self.left)}{self.top}"
        if (self.top, self.left) == (self.bottom, self.right):
            return first
        if self.top == 1 and self.bottom == LAST_ROW:
            return f"{column_letters(self.left)}:{column_letters(self.right)}"
        if self.left == 1 and self.right == LAST_COLUMN:
            return f"{self.top}:{self.bottom}"
        return f"{first}:{column_letters(self.right)}{self.bottom}"

    @property
    def full(self) -> str:
        """``A1:B2`` even for one cell."""
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"

    @property
    def is_upright(self) -> bool:
        """Whether it is one column wide."""
        return self.left == self.right

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in the area."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def cells(self) -> Iterator[tuple[int, int]]:
        """Row and column of every cell, row by row."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


class SheetArea(Range):
    """A rectangle of cells on a sheet, as charts and defined names refer to it: ``Sheet1!$B$2:$B$7``."""

    sheet: str

    @classmethod
    def of_reference(cls, text: str) -> SheetArea | None:
        """Read ``Sheet1!$B$2:$B$7``, also with a workbook in brackets; ``None`` for names, unions and errors."""
        found = _ON_SHEET.fullmatch(text.strip())
        if found is None:
            return None
        sheet = re.sub(r"^.*\[[^\]]*\]", "", unquoted(found["sheet"]))
        (top, left), (bottom, right) = (
            cell_at(end.replace("$", "")) for end in (found["first"], found["last"] or found["first"])
        )
        return cls(min(top, bottom), min(left, right), max(top, bottom), max(left, right), sheet)

    def __str__(self) -> str:
        first = f"${column_letters(self.left)}${self.top}"
        last = f"${column_letters(self.right)}${self.bottom}"
        return f"{quoted(self.sheet)}!{first if first == last else f'{first}:{last}'}"
