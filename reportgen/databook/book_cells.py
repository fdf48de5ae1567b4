"""What a cell of the data book holds: text, a number, a live formula, a link; and how wide it is."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from reportgen.display_width import display_width, in_brackets
from reportgen.figures.table_columns import Align
from reportgen.ooxml.number_formats import read_format
from reportgen.record import Record, field
from reportgen.values import plain


class Text(Record):
    """Plain text. ``style``: ``wrap`` breaks lines, ``code`` is for ids, ``strong`` for totals, ``missing`` for … and —."""

    text: str
    style: Literal["wrap", "code", "strong", "centre", "missing", "good", "bad"] = "wrap"
    indent: int = 0


class Count(Record):
    """A typed number with the format that shows it. ``style`` as for text."""

    value: Decimal | int
    number_format: str = "General"
    style: Literal["plain", "strong", "good", "bad"] = "plain"


class Live(Record):
    """A formula with the value that the file shows until Excel recalculates: never a placeholder."""

    formula: str
    cached: Decimal | str
    number_format: str = "General"
    style: Literal["input", "result"] = "input"


class Jump(Record):
    """A link: to an address outside, or (``internal:'Sheet'!A1``) to a place in the book."""

    text: str
    url: str
    tip: str = ""


class Blank(Record):
    """A cell that must stay empty: a gap in a chart's series."""


BookCell = Text | Count | Live | Jump | Blank


class SheetColumn(Record):
    """A column of a sheet's table: its head, its width in characters, what the head's note says."""

    head: str
    width: float
    align: Align = "text"


class SheetTable(Record):
    """A whole table of a sheet: columns, and rows of as many cells."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[BookCell, ...], ...]
    alt_text: str = ""
    strong_rows: frozenset[int] = field(default_factory=frozenset)
    printed: int | None = None
    """How many columns, from the left, are printed; those after them serve formulas and searches. ``None``: all."""


def fitting_width(head: str, cells: Iterable[BookCell], *, least: float = 9, most: float = 42) -> float:
    """A width that holds nine of ten texts on one line (the rest break) and every number (which cannot break).

    The head may break once. ``most`` limits texts only.
    """
    texts, numbers = [0.0], [0.0]
    for cell in cells:
        if isinstance(cell, Count):
            numbers.append(number_width(cell.value, cell.number_format))
        elif isinstance(cell, Live) and isinstance(cell.cached, Decimal):
            numbers.append(number_width(cell.cached, cell.number_format))
        else:
            texts += [display_width(line) for line in shown_text(cell).split("\n")]
    texts.sort()
    usual = texts[min(len(texts) - 1, int(len(texts) * 0.9))]
    longest_word = max((len(word) for word in head.split() if word.isascii()), default=0)
    longest_unit = max((display_width(unit) for unit in in_brackets(head)), default=0.0)
    for_head = max(display_width(head) / 2, longest_word, longest_unit) + 4
    return max(least, max(numbers) + 4, min(most, max(usual * 1.12 + 2.5, for_head)))


def number_width(value: Decimal | int, number_format: str) -> float:
    """About how many characters a number takes in its format, words and separators included."""
    number = Decimal(value)
    return display_width(read_format(number_format).shown(number) or plain(number))


def shown_text(cell: BookCell) -> str:
    """About what a cell shows, for widths and heights: numbers never break, so they count as one line."""
    match cell:
        case Text():
            return " " * (2 * cell.indent) + cell.text
        case Jump():
            return cell.text
        case _:
            return ""
