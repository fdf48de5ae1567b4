"""Formulas taken apart: the references in them, and everything else as it was written.

A scanner of our own rather than openpyxl's Tokenizer, which swallows the first operand of ``B4:INDEX(``, raises on
``A1#`` and reads ``Sheet1!B4:Sheet1!C5`` wrongly. Grammar after ECMA-376 part 1, 18.17.2 (cell references).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class Corner:
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


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as written: ``prefix`` with its ``!``, one corner or two.

    ``sheets`` are the sheets the prefix names (two for a 3-D reference, none for the own sheet); ``external`` is set for
    another workbook's. ``function`` is the function the reference is a whole argument of, in capitals, else empty;
    ``argument`` counts its arguments from 0.
    """

    prefix: str
    sheets: tuple[str, ...]
    external: bool
    first: Corner
    last: Corner | None = None
    function: str = ""
    argument: int = 0

    def __str__(self) -> str:
        return f"{self.prefix}{self.first}" + ("" if self.last is None else f":{self.last}")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in pieces; joined, they are the formula."""

    parts: tuple[str | Reference, ...]

    def __str__(self) -> str:
        return "".join(str(part) for part in self.parts)

    @property
    def references(self) -> Iterator[Reference]:
        return (part for part in self.parts if isinstance(part, Reference))


@lru_cache(maxsize=20_000)
def column_letters(number: int) -> str:
    """``1`` is A, ``28`` is AB."""
    letters = ""
    while number:
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


def quoted(sheet: str) -> str:
    """A sheet's name as formulas write it: in apostrophes unless it is a plain word."""
    if re.fullmatch(r"[^\W\d][\w.]*", sheet) and not re.fullmatch(r"[A-Za-z]{1,3}\d+|[RrCc]\d*", sheet):
        return sheet
    return "'" + sheet.replace("'", "''") + "'"


_SHEET = r"(?:'(?:[^']|'')+'|(?:\[\d+\])?[\w.]+(?::[\w.]+)?|\[\d+\])!"
_CELL = r"\$?[A-Za-z]{1,3}\$?\d{1,7}"
_TOKEN = re.compile(
    rf"""
    (?P<string>"(?:[^"]|"")*")
  | (?P<error>\#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA))
  | (?P<prefix>{_SHEET})?(?:
        (?P<first>{_CELL})(?![\w(.!\[\\?])(?::(?P<again>{_SHEET})?(?P<last>{_CELL})(?![\w(.!\[\\?]))?
      | (?P<column1>\$?[A-Za-z]{{1,3}}):(?P<column2>\$?[A-Za-z]{{1,3}})(?![\w(.!\[\\?])
      | (?P<row1>\$?\d{{1,7}}):(?P<row2>\$?\d{{1,7}})(?![\w(.!\[\\?])
    )
  | (?P<number>\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?|\.\d+(?:[Ee][+-]?\d+)?)
  | (?P<prefixed>{_SHEET}[^\W\d][\w.?\\]*|{_SHEET}\#REF!)
  | (?P<word>[^\W\d][\w.?\\]*)
  | (?P<space>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CORNER = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})")


@lru_cache(maxsize=4096)
def parse(text: str) -> Formula:
    """Take a formula (without its ``=``) apart. Never fails: what is no reference is kept as text."""
    tokens = list(_tokens(text))
    return Formula(tuple(_with_functions(tokens)))


def parse_corner(text: str) -> Corner:
    """Read ``$B5``, ``B`` or ``5``."""
    match = _CORNER.fullmatch(text)
    if match is None:
        raise ValueError(f"not a cell reference: {text!r}")
    dollar, letters, second, digits = match.groups()
    if not letters:  # "$5": the first dollar belongs to the row
        return Corner(int(digits), None, row_fixed=bool(dollar or second))
    return Corner(int(digits) if digits else None, column_number(letters), bool(second), bool(dollar))


def _tokens(text: str) -> Iterator[str | Reference]:
    at = 0
    while at < len(text):
        if text[at] == "[":  # a structured reference: brackets nest, an apostrophe escapes
            end = _closing_bracket(text, at)
            follows_prefix = re.match(r"[\w.]+!", text[end:])
            if follows_prefix is None or not text[at + 1 : end - 1].isdigit():
                yield text[at:end]
                at = end
                continue
        match = _TOKEN.match(text, at)
        assert match is not None  # ``other`` takes any character
        at = match.end()
        yield _reference_of(match) or match[0]


def _reference_of(match: re.Match[str]) -> Reference | None:
    head, tail = match["first"], match["last"]
    if head is None:
        head, tail = match["column1"], match["column2"]
    if head is None:
        head, tail = match["row1"], match["row2"]
    if head is None:
        return None
    prefix = match["prefix"] or ""
    if (match["again"] or prefix) != prefix:
        return None  # two sheets in one range: not for us
    first, last = parse_corner(head), parse_corner(tail) if tail else None
    for corner in (first, last):
        if corner and ((corner.row or 1) > LAST_ROW or (corner.column or 1) > LAST_COLUMN or corner.row == 0):
            return None  # a name that looks like a cell: QTR2023 is none
    sheets, external = _sheets_of(prefix)
    return Reference(prefix, sheets, external, first, last)


@lru_cache(maxsize=4096)
def _sheets_of(prefix: str) -> tuple[tuple[str, ...], bool]:
    if not prefix:
        return (), False
    name = prefix[:-1]
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    if "[" in name:
        return (), True
    return tuple(name.split(":", 1)), False


def _closing_bracket(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        if text[at] == "'":
            at += 1
        elif text[at] == "[":
            depth += 1
        elif text[at] == "]":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return at


def _with_functions(tokens: list[str | Reference]) -> Iterator[str | Reference]:
    """Tell each reference which function it is a whole argument of, and which argument."""
    calls: list[tuple[str, int]] = []
    for index, token in enumerate(tokens):
        if token == "(":
            before = tokens[index - 1] if index else ""
            is_name = isinstance(before, str) and bool(re.fullmatch(r"[^\W\d][\w.]*", before))
            calls.append(
                (before.upper().removeprefix("_XLFN.") if is_name and isinstance(before, str) else "", 0)
            )
        elif token == "{":
            calls.append(("", 0))
        elif token in (")", "}") and calls:
            calls.pop()
        elif token == "," and calls:
            calls[-1] = (calls[-1][0], calls[-1][1] + 1)
        if not isinstance(token, Reference) or not calls or not calls[-1][0]:
            yield token
            continue
        whole = _neighbour(tokens, index, -1) in ("(", ",") and _neighbour(tokens, index, 1) in (")", ",")
        yield replace(token, function=calls[-1][0], argument=calls[-1][1]) if whole else token


def _neighbour(tokens: list[str | Reference], index: int, step: int) -> str | Reference | None:
    index += step
    while 0 <= index < len(tokens):
        token = tokens[index]
        if not (isinstance(token, str) and token.isspace()):
            return token
        index += step
    return None


def shifted(formula: Formula, rows: int, columns: int) -> str | None:
    """The formula copied ``rows`` down and ``columns`` right, as Excel fills; ``None`` where it would leave the sheet."""
    pieces: list[str] = []
    for part in formula.parts:
        if isinstance(part, str):
            pieces.append(part)
            continue
        first = _shifted_corner(part.first, rows, columns)
        last = None if part.last is None else _shifted_corner(part.last, rows, columns)
        if first is None or (part.last is not None and last is None):
            return None
        pieces.append(str(replace(part, first=first, last=last)))
    return "".join(pieces)


def _shifted_corner(corner: Corner, rows: int, columns: int) -> Corner | None:
    row = corner.row if corner.row is None or corner.row_fixed else corner.row + rows
    column = corner.column if corner.column is None or corner.column_fixed else corner.column + columns
    if (row is not None and not 1 <= row <= LAST_ROW) or (
        column is not None and not 1 <= column <= LAST_COLUMN
    ):
        return None
    return replace(corner, row=row, column=column)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both ends inclusive, rows and columns counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def parse(cls, text: str) -> Area:
        """Read ``B5``, ``B5:D9``, ``B:D`` or ``3:5`` (dollars allowed). Raises ``ValueError`` for anything else."""
        head, _, tail = text.partition(":")
        first = parse_corner(head)
        last = parse_corner(tail) if tail else first
        return cls(
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
