"""Formulas taken apart: the references in them, and everything else as it was written.

A scanner of our own rather than openpyxl's Tokenizer, which swallows the first operand of ``B4:INDEX(``, raises on
``A1#`` and reads ``Sheet1!B4:Sheet1!C5`` wrongly. Grammar after ECMA-376 part 1, 18.17.2 (cell references).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.ooxml.addresses import (
    CELL,
    COLUMN,
    LAST_COLUMN,
    LAST_ROW,
    QUOTED_SHEET,
    ROW,
    Corner,
    parse_corner,
    unquoted,
)
from reportgen.record import Record, replace
from reportgen.regex import regex


class Reference(Record):
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


class Formula(Record):
    """A formula in pieces; joined, they are the formula."""

    parts: tuple[str | Reference, ...]

    def __str__(self) -> str:
        return "".join(str(part) for part in self.parts)

    @property
    def references(self) -> Iterator[Reference]:
        return (part for part in self.parts if isinstance(part, Reference))


_SHEET = rf"(?:{QUOTED_SHEET}|(?:\[\d+\])?[\w.]+(?::[\w.]+)?|\[\d+\])!"
_TOKEN = regex(
    rf"""
    (?P<string>"(?:[^"]|"")*")
  | (?P<error>\#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA))
  | (?P<prefix>{_SHEET})?(?:
        (?P<first>{CELL})(?![\w(.!\[\\?])(?::(?P<again>{_SHEET})?(?P<last>{CELL})(?![\w(.!\[\\?]))?
      | (?P<column1>{COLUMN}):(?P<column2>{COLUMN})(?![\w(.!\[\\?])
      | (?P<row1>{ROW}):(?P<row2>{ROW})(?![\w(.!\[\\?])
    )
  | (?P<number>\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?|\.\d+(?:[Ee][+-]?\d+)?)
  | (?P<prefixed>{_SHEET}[^\W\d][\w.?\\]*|{_SHEET}\#REF!)
  | (?P<word>[^\W\d][\w.?\\]*)
  | (?P<space>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=4096)
def parse_formula(text: str) -> Formula:
    """Take a formula (without its ``=``) apart. Never fails: what is no reference is kept as text."""
    tokens = list(_tokens(text))
    return Formula(tuple(_with_functions(tokens)))


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
    name = unquoted(prefix[:-1])
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


def shifted_formula(formula: Formula, rows: int, columns: int) -> str | None:
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
