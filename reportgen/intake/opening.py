"""Opening a file of published tables, whatever it is: workbooks by python-calamine, text by the csv module.

Raises ``TableError`` in one sentence where the file cannot be a table at all.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from reportgen.errors import PackageError, ReportgenError
from reportgen.intake.grid import Area, Grid
from reportgen.messages import Message
from reportgen.ooxml.archive import read_archive
from reportgen.ooxml.files import read_file
from reportgen.ooxml.guard import in_file
from reportgen.ooxml.soundness import refuse_overcounted, refuse_scattered

WORKBOOK_SUFFIXES = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a workbook which was saved with a password."""
_DIRECTORY_BYTES = 1 << 20
_DELIMITERS = (",", "\t", ";")
_LINES_TO_TELL_DELIMITER = 12


class TableError(ReportgenError):
    """A file cannot be read as a table."""


def open_grids(path: Path) -> list[Grid]:
    """Every sheet of a workbook, or the one table of a text file."""
    data = read_file(path)
    if not data.strip(b"\0\r\n\t "):
        raise TableError(Message("intake.empty-file", file=path.name))
    suffix = path.suffix.lower()
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(path, data)
    if suffix in WORKBOOK_SUFFIXES:
        if data.lstrip()[:1] == b"<":
            raise TableError(Message("intake.page-named-workbook", file=path.name))
        raise TableError(Message("intake.damaged-workbook", file=path.name))
    if suffix not in TEXT_SUFFIXES:
        raise TableError(Message("intake.unknown-kind-of-file", file=path.name))
    return [Grid(path.name, "", _rows_of_text(path, decoded(data, path.name)))]


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8 with or without BOM, UTF-16, or GB18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").lstrip("\ufeff")
    if b"\0" in data:  # which neither UTF-8 nor GB18030 text holds
        little = data[1::2].count(0) >= data[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError(Message("intake.unknown-encoding", file=name))


def _rows_of_text(path: Path, text: str) -> list[list[str]]:
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter_of(text)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise TableError(Message("intake.unreadable-csv", file=path.name)) from error


def _delimiter_of(text: str) -> str:
    """The delimiter that cuts the first lines into most cells."""
    lines = list(_first_lines(text))
    return max(_DELIMITERS, key=lambda delimiter: sum(line.count(delimiter) for line in lines))


def _first_lines(text: str) -> Iterator[str]:
    stream = io.StringIO(text)
    for _ in range(_LINES_TO_TELL_DELIMITER):
        line = stream.readline()
        if not line:
            return
        yield line


def _workbook(path: Path, data: bytes) -> list[Grid]:
    import python_calamine as calamine

    if data.startswith(b"PK"):
        try:
            for member in read_archive(data):  # refuses what would unpack without end
                if member.name.startswith("xl/worksheets/sheet") and member.name.endswith(".xml"):
                    refuse_scattered(member.name, member.unpack())
                elif member.name == "xl/sharedStrings.xml":
                    refuse_overcounted(member.name, member.unpack())
        except PackageError as error:
            raise in_file(error, path.name) from error
    if _ENCRYPTED in data[:_DIRECTORY_BYTES] and not data.startswith(b"PK"):
        raise TableError(Message("intake.password", file=path.name))
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        return [
            Grid(path.name, sheet.name, sheet.to_python(skip_empty_area=False), _merged(sheet))
            for sheet in sheets
        ]
    except calamine.PasswordError as error:
        raise TableError(Message("intake.password", file=path.name)) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise TableError(Message("intake.damaged-workbook", file=path.name)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how Rust gives up
            raise
        raise TableError(Message("intake.damaged-workbook", file=path.name)) from error


def _merged(sheet: object) -> list[Area]:
    """The merged areas, where the format tells them; else none."""
    areas = getattr(sheet, "merged_cell_ranges", None) or ()
    return [(top, left, bottom, right) for (top, left), (bottom, right) in areas]
