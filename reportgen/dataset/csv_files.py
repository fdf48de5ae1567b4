"""CSV files as people save them: what encoding, what delimiter, and which rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice
from operator import contains
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from reportgen.dataset.raw import RawTable, at, cleaned, table_from_grid
from reportgen.dataset.tables import TableForm
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml.files import read_file
from reportgen.ooxml.whole_files import decoded_text
from reportgen.record import Record, replace
from reportgen.regex import regex

_MOST_DAMAGED = 100
LONGEST_CELL = 131_072
"""Characters of a cell; a longer one is damage, or an attack."""
_SHOWN = 200
"""Characters of a line with such a cell that are shown."""
_LONGEST_HEAD = 65_536
"""So much of a head tells what separates its columns."""

_DELIMITERS = {
    ";": Message("dataset.semicolons"),
    "\t": Message("dataset.tabs"),
    "\uff0c": Message("dataset.full-width-commas"),
}


_FORMULA = regex(r"'*\s*[=+\-@＝＋－＠|]|'*[\t\r]")
"""What a spreadsheet takes for a formula when it opens a CSV file, behind the apostrophes that say it is none."""
_SIGNS = (
    "=",
    "+",
    "|",
    "＝",
    "＋",
    "－",
    "＠",
    "\t",
    "\r",
    '"-',
    "'-",
)
_MINUS = (regex(r",-(?![\d.]*%?(?:[,\r\n]|$))"), regex(r"-(?<=\s-)"))
"""In a cell, but for a number alone; after spaces."""
_AT = regex(r"@(?<!\w@)")
"""Not within a word: ids hold it."""
_START = regex(
    r"""(?:\A|[,"\n'])\s*(?:[=+@＝＋－＠|\t]|\r(?!\n))"""
    r"""|(?:\A|[,\n])(?:[ \t]+-|-(?![\d.]*%?(?:[,\r\n]|$)))|["']\s*-"""
)
_NUMBER = regex(r"[+-]?[\d.,]*%?")


def safe_text(cell: str) -> str:
    """A cell as it is written into CSV: a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def meant_text(cell: str) -> str:
    """A cell as it is meant: without the apostrophe of :func:`safe_text`."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def csv_text(rows: Sequence[Iterable[str | None]], newline: str = "\n") -> str:
    """Rows as CSV, with nothing in them that a spreadsheet would run. Most have nothing such, which one look at the text tells."""
    text = _written(rows, newline)
    if not _may_hold_formulas(text):
        return text
    return _written([[safe_text(cell or "") for cell in row] for row in rows], newline)


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A head and rows as the bytes of a CSV file."""
    return csv_text([columns, *rows]).encode()


def _written(rows: Iterable[Iterable[str | None]], newline: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=newline).writerows(rows)
    return text.getvalue()


def _may_hold_formulas(text: str) -> bool:
    begins_with_minus = text[:1] == "-"
    may = begins_with_minus or any(sign in text for sign in _SIGNS)
    may = may or any(sign.search(text) for sign in (_AT, *_MINUS))
    return may and _START.search(text) is not None


class _Damage(Record):
    """A line that is not sound CSV, with the number of its row."""

    row: int
    text: str


Conditions = Mapping[str, Collection[str]]
"""For each column that is asked about, the words that are wanted in it."""


def read_csv_table(
    path: Path, form: TableForm, wanted: Conditions = MappingProxyType({})
) -> tuple[RawTable, list[Finding]]:
    """Read one table, or the rows ``wanted`` of it. A file in another encoding or with another delimiter is an error and is read
    all the same, so that one wrong click in Excel is one finding and not a hundred."""
    place = Place(path.name)
    text, encoding, line = decoded_text(read_file(path))
    findings: list[Finding] = []
    if encoding != "utf-8":
        where = place if line is None else at(place, line)
        findings.append(Finding("wrong-encoding", Severity.ERROR, place=where, variant=encoding, row=line))
    delimiter = _delimiter_of(text, form)
    if delimiter != ",":
        findings.append(_wrong_delimiter(place, delimiter))
    grid, damaged = _rows_of(text, delimiter, _WantedRows(wanted) if wanted else None)
    if "'" in text:
        grid = [[meant_text(cell) for cell in row] for row in grid]
    table, misplaced = table_from_grid(form, place, grid)
    cells = frozenset(cell for row in damaged for cell in _cells_of(row.text, delimiter))
    unreadable = [_unreadable_row(place, row, delimiter) for row in damaged]
    return replace(table, damaged=cells), [*findings, *unreadable, *misplaced]


def count_rows(path: Path, form: TableForm, columns: Sequence[str]) -> dict[tuple[str, ...], int]:
    """How many rows of a table say each combination of texts in some columns, in the order in which the table comes to them."""
    text, _, _ = decoded_text(read_file(path))
    counted = _CountedRows(columns)
    _rows_of(text, _delimiter_of(text, form), counted)
    return counted.rows


class _RowFilter(Protocol):
    """Looks at each sound row of a table, its head first; whether it is kept."""

    def __call__(self, row: Sequence[str]) -> bool: ...


class _MeaningByText(dict[str, str]):
    """What each text of a cell means; few texts are in many cells."""

    def __missing__(self, cell: str) -> str:
        self[cell] = meant = cleaned(meant_text(cell))
        return meant


class _OfColumns:
    """Reads the texts of some columns from row after row, once it has seen the head; "" of a column that is not there."""

    def __init__(self, columns: Iterable[str]) -> None:
        self._columns = tuple(columns)
        self._places: tuple[int | None, ...] = ()
        self._said = _MeaningByText()

    def texts(self, row: Sequence[str]) -> tuple[str, ...] | None:
        if not self._places:
            head = [cleaned(name).lower() for name in row]
            self._places = tuple(head.index(name) if name in head else None for name in self._columns)
            return None
        said, length = self._said, len(row)
        return tuple(
            [said[row[place]] if place is not None and place < length else "" for place in self._places]
        )


class _WantedRows(_OfColumns):
    """Keeps the rows that say one of the wanted words in each of some columns."""

    def __init__(self, conditions: Conditions) -> None:
        super().__init__(conditions)
        self._words = tuple(conditions.values())

    def __call__(self, row: Sequence[str]) -> bool:
        texts = self.texts(row)
        return texts is None or all(map(contains, self._words, texts))


class _CountedRows(_OfColumns):
    """Counts rows by what they say in some columns, and keeps none."""

    def __init__(self, columns: Iterable[str]) -> None:
        super().__init__(columns)
        self.rows: dict[tuple[str, ...], int] = {}

    def __call__(self, row: Sequence[str]) -> bool:
        texts = self.texts(row)
        if texts is not None and (any(texts) or any(map(cleaned, row))):
            self.rows[texts] = self.rows.get(texts, 0) + 1
        return False


def _delimiter_of(text: str, form: TableForm) -> str:
    """The delimiter that finds most of the known columns in the first line; a comma where none does better."""
    first_line = text[:_LONGEST_HEAD].split("\n", 1)[0]

    def columns_found(delimiter: str) -> int:
        names = {cleaned(name).strip('"').lower() for name in first_line.split(delimiter)}
        return len(names & set(form.columns))

    return max((",", *_DELIMITERS), key=columns_found)


def _wrong_delimiter(place: Place, delimiter: str) -> Finding:
    return Finding("wrong-delimiter", Severity.ERROR, place=at(place, 1), delimiters=_DELIMITERS[delimiter])


def _rows_of(
    text: str, delimiter: str, keep: _RowFilter | None = None
) -> tuple[list[list[str]], list[_Damage]]:
    """The sound rows, and those that are not. A damaged line stays in the grid as an empty row, and so does one that is not to be
    kept. Reading goes on in the next line: an open quotation mark must not swallow the rest of the table."""
    lines = list(io.StringIO(text, newline=""))
    rows: list[list[str]] = []
    damaged: list[_Damage] = []
    read = 0
    while read < len(lines):
        if (
            len(damaged) == _MOST_DAMAGED
        ):  # from here on each line by itself: a file of quotation marks is read in one go
            lines[read:] = [line.replace('"', "") for line in lines[read:]]
        sound, lines_read = _sound_rows(islice(lines, read, None), delimiter, keep)
        rows += sound
        read += lines_read
        if read < len(lines):
            damaged.append(_Damage(len(rows) + 1, lines[read]))
            rows.append([])
            read += 1
    return rows, damaged


_EMPTY: list[str] = []


def _sound_rows(
    lines: Iterable[str], delimiter: str, keep: _RowFilter | None = None
) -> tuple[list[list[str]], int]:
    """The rows before the first that is damaged, and how many lines they take up."""
    csv.field_size_limit(LONGEST_CELL)  # other packages in the process may have lifted it
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    lines_read = 0
    try:
        for row in reader:
            rows.append(row if keep is None or keep(row) else _EMPTY)
            lines_read = reader.line_num
    except csv.Error:
        pass
    return rows, lines_read


def _cells_of(line: str, delimiter: str) -> set[str]:
    return {cleaned(cell.strip('"\r\n')) for cell in line.split(delimiter)} - {""}


def _unreadable_row(place: Place, damage: _Damage, delimiter: str) -> Finding:
    length = _longest_cell(damage.text, delimiter)
    shown = cleaned(damage.text if length is None else damage.text[:_SHOWN])
    variant = "" if length is None else "long"
    return Finding(
        "unreadable-row", Severity.ERROR, place=at(place, damage.row, None, shown), variant=variant,
        length=length, longest=LONGEST_CELL,
    )  # fmt: skip


def _longest_cell(line: str, delimiter: str) -> int | None:
    """The length of a cell that is longer than may be, where nothing else is wrong with its line."""
    if len(line) <= LONGEST_CELL:
        return None
    csv.field_size_limit(len(line))
    try:
        return max(map(len, next(csv.reader([line], delimiter=delimiter, strict=True), [""])))
    except csv.Error:
        return None
