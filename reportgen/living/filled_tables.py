"""Tables that a command writes and people fill in with a spreadsheet program: decisions of a refresh, accepted findings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportgen.dataset.csv_files import csv_text, meant_text
from reportgen.errors import ReportgenError
from reportgen.messages import Message
from reportgen.ooxml.document_kinds import SPREADSHEETS
from reportgen.ooxml.files import read_file
from reportgen.ooxml.whole_files import decoded_text

FilledRows = list[dict[str, str]]
_DELIMITERS = ",;\t"


_WORKBOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_filled(path: Path) -> tuple[tuple[str, ...], FilledRows]:
    """The columns, in lower case, and the rows that are not empty; nothing where there is no file yet.

    Raises ``ReportgenError`` where it is no table, or is a workbook, or would be called one.
    """
    data = read_file(path) if path.exists() else b""
    if data.startswith(_WORKBOOK_MARKS) or path.suffix.lower() in (*SPREADSHEETS, ".et"):
        raise ReportgenError(Message("living.filled-is-workbook", file=str(path)))
    text = decoded_text(data).text
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    try:
        lines = [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(line)]
    except csv.Error as error:
        raise ReportgenError(Message("living.filled-not-read", file=str(path))) from error
    columns = tuple(name.strip().lower() for name in lines[0]) if lines else ()
    rows = ([*map(meant_text, line), *[""] * len(columns)] for line in lines[1:])
    return columns, [dict(zip(columns, row, strict=False)) for row in rows]


def to_fill_in(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """The table as a file, with a byte order mark, so that spreadsheet programs read it rightly; no text in it is a formula to them."""
    lines = [[row.get(column, "") for column in columns] for row in rows]
    return csv_text([columns, *lines], "\r\n").encode("utf-8-sig")
