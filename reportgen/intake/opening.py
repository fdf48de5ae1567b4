"""Opening a file of published tables, whatever it is: workbooks by python-calamine, text by the csv module.

Raises ``TableError`` in one sentence where the file cannot be a table at all.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import PackageError, ReportgenError
from reportgen.intake import ods_cells, xls_cells, xlsb_cells
from reportgen.intake.grid import Grid, MergedArea
from reportgen.intake.silenced import without_what_rust_prints
from reportgen.messages import Message
from reportgen.ooxml.addresses import LAST_COLUMN
from reportgen.ooxml.archive import Member, read_archive
from reportgen.ooxml.document_kinds import SPREADSHEETS, TEXT_TABLES
from reportgen.ooxml.extents import Extent, extent_of, refuse_scattered
from reportgen.ooxml.files import read_file
from reportgen.ooxml.guard import in_file
from reportgen.ooxml.soundness import refuse_broken, refuse_overcounted
from reportgen.ooxml.whole_files import UTF16_MARKS, decoded_text

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a workbook which was saved with a password."""
_DIRECTORY_BYTES = 1 << 20
_ABOUT_CELLS = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml")
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
    if suffix in SPREADSHEETS:
        if data.lstrip()[:1] == b"<":
            raise TableError(Message("intake.page-named-workbook", file=path.name))
        raise TableError(Message("intake.damaged-workbook", file=path.name))
    if suffix not in TEXT_TABLES:
        raise TableError(Message("intake.unknown-kind-of-file", file=path.name))
    return [Grid(path.name, "", _rows_of_text(path, _decoded(data, path.name)))]


def _decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 (with a mark at its start or without) or GB18030."""
    if b"\0" in data and not data.startswith(UTF16_MARKS):  # which neither UTF-8 nor GB18030 text holds
        little = data[1::2].count(0) >= data[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    text, encoding, _ = decoded_text(data)
    if encoding == "unknown":
        raise TableError(Message("intake.unknown-encoding", file=name))
    return text


def _rows_of_text(path: Path, text: str) -> list[list[str]]:
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter_of(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise TableError(Message("intake.unreadable-csv", file=path.name)) from error
    widest = max(map(len, rows), default=0)
    if widest > LAST_COLUMN:
        raise TableError(Message("intake.wide-csv", file=path.name, columns=widest, most=LAST_COLUMN))
    return rows


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

    if not data.startswith(b"PK") and _ENCRYPTED in data[:_DIRECTORY_BYTES]:
        raise TableError(Message("intake.password", file=path.name))
    try:
        merged = _looked_through(data)
    except PackageError as error:
        raise in_file(error, path.name) from error
    except ValueError as error:
        raise TableError(Message("intake.damaged-workbook", file=path.name)) from error
    try:
        with without_what_rust_prints():
            book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
            return [
                _grid(path.name, book.get_sheet_by_name(sheet.name), merged.get(sheet.name, ()), is_hidden)
                for sheet in book.sheets_metadata
                if sheet.typ == calamine.SheetTypeEnum.WorkSheet  # a chart's has no cells
                for is_hidden in [sheet.visible != calamine.SheetVisibleEnum.Visible]
            ]
    except calamine.PasswordError as error:
        raise TableError(Message("intake.password", file=path.name)) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise TableError(Message("intake.damaged-workbook", file=path.name)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how Rust gives up
            raise
        raise TableError(Message("intake.damaged-workbook", file=path.name)) from error


def _grid(file: str, sheet: CalamineSheet, merged: Sequence[MergedArea], is_hidden: bool) -> Grid:
    """A sheet with its merged areas: those that calamine gives, or else ``merged``, as far as there are cells."""
    rows = sheet.to_python(skip_empty_area=False)
    told = sheet.merged_cell_ranges or ()
    areas = [(top, left, bottom, right) for (top, left), (bottom, right) in told] or merged
    last_row, last_column = len(rows) - 1, max(map(len, rows), default=0) - 1
    within = [
        (top, left, min(bottom, last_row), min(right, last_column))
        for top, left, bottom, right in areas
        if top <= last_row and left <= last_column
    ]
    return Grid(file, sheet.name, rows, within, is_hidden)


def _looked_through(data: bytes) -> Mapping[str, Sequence[MergedArea]]:
    """The merged areas that calamine does not give, by sheet: those of an .ods or .xlsb.

    Raises ``PackageError`` for what would take more room than there is, ``ValueError`` for what is damaged.
    """
    if not data.startswith(b"PK"):
        refuse_scattered(xls_cells.extents(data))
        return {}
    members = read_archive(data)  # refuses what would unpack without end
    parts = {member.name: member for member in members}
    if ods_cells.CONTENT in parts:
        content = parts[ods_cells.CONTENT].unpack()
        refuse_broken(ods_cells.CONTENT, content)
        refuse_scattered(ods_cells.extents(content))
        return ods_cells.merged_areas(content)
    if xlsb_cells.WORKBOOK in parts:
        refuse_scattered(xlsb_cells.extents(members))
        return xlsb_cells.merged_areas(
            {name: parts[name].unpack() for name in parts if xlsb_cells.is_read(name)}
        )
    refuse_scattered(_extents_of_sheets(members))
    return {}


def _extents_of_sheets(members: Sequence[Member]) -> Iterator[Extent]:
    for member in members:
        data = member.unpack()
        refuse_overcounted(member.name, data)
        extent = extent_of(member.name, data)
        if extent.cells or member.name in _ABOUT_CELLS:
            refuse_broken(member.name, data)
        yield extent
