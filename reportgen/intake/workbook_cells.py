"""What python-calamine does not tell of a workbook's cells: formulas, errors, number formats. Each kind of workbook is looked up in its own way."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from pathlib import Path

from reportgen.dataset.openpyxl_door import UnreadableError, open_workbook, rows_of
from reportgen.intake.cell_looks import CellLook, Looks, WantedCells
from reportgen.intake.ods_cells import CONTENT, look_up_ods
from reportgen.intake.opening import TableError
from reportgen.intake.xls_cells import look_up_xls
from reportgen.intake.xlsb_cells import WORKBOOK, is_read, look_up_xlsb
from reportgen.messages import Message
from reportgen.ooxml.archive import read_archive
from reportgen.ooxml.files import read_file
from reportgen.ooxml.number_formats import format_codes, read_format, style_formats
from reportgen.ooxml.package import Package, read_package
from reportgen.ooxml.sheet_cells import hidden_lines
from reportgen.ooxml.workbooks import read_workbook
from reportgen.record import Record, field
from reportgen.regex import regex

_ITEM = regex(rb"<(?:si|is)>.*?</(?:si|is)>", re.DOTALL)
_RUN = regex(r"<r>.*?</r>", re.DOTALL)
_TEXT = regex(r"<t(?:\s[^>]*)?>([^<]*)</t>")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class LookedInto(Record):
    """What a workbook's styles and texts tell at one glance, before any cell is looked up."""

    has_telling_formats: bool = False
    """Whether some format shows percentages, or divides what it shows."""
    raised: Mapping[str, str] = field(default_factory=dict)
    """Texts of digits that end in raised ones, with these as the signs that they are."""
    has_hidden_lines: bool = False
    """Whether any sheet of an .xlsx says of a row or column that it is hidden, or that it is not."""


def look_into(path: Path) -> LookedInto:
    """A glance at a workbook's styles and texts; of other kinds than .xlsx every cell has to be looked up."""
    data = read_file(path)
    parts = {member.name: member for member in read_archive(data)} if data.startswith(b"PK") else {}
    styles = parts.get("xl/styles.xml")
    if styles is None:
        return LookedInto(has_telling_formats=True)
    formats = map(read_format, format_codes(*style_formats(styles.unpack())))
    telling = any(one.percent or one.power for read in formats for one in read.sections)
    raised: dict[str, str] = {}
    has_hidden_lines = False
    for name, part in parts.items():
        if name.startswith(("xl/sharedStrings", "xl/worksheets/sheet")):
            data = part.unpack()
            raised |= _raised(data)
            has_hidden_lines = has_hidden_lines or b" hidden=" in data
    return LookedInto(telling, raised, has_hidden_lines)


def _raised(data: bytes) -> dict[str, str]:
    if b"superscript" not in data:
        return {}
    found = {}
    for item in _ITEM.findall(data):
        runs = [("superscript" in run, "".join(_TEXT.findall(run))) for run in _RUN.findall(item.decode())]
        text = "".join(part for _, part in runs).strip()
        if runs and runs[-1][0] and text.replace(",", "").replace(".", "").isdigit():
            plain = "".join(part for raised, part in runs if not raised)
            found[text] = plain + "".join(part for raised, part in runs if raised).translate(_RAISED)
    return found


def hidden_cells(path: Path, sheet: str) -> tuple[frozenset[int], frozenset[int]]:
    """The hidden rows and columns of a sheet of an .xlsx, whose cells calamine gives like any others; both count from 0."""
    package = Package.open(read_file(path))
    part = next((entry.part for entry in read_workbook(package).sheets if entry.name == sheet), None)
    rows, columns = hidden_lines(package.read(part)) if part else ([], [])
    return frozenset(row - 1 for row in rows), frozenset(at - 1 for stretch in columns for at in stretch)


def look_up(path: Path, wanted: WantedCells) -> Looks:
    """The wanted cells that hold something.

    Raises ``TableError`` for a damaged workbook.
    """
    data = read_file(path)
    try:
        if not data.startswith(b"PK"):
            return look_up_xls(data, wanted)
        parts = {member.name: member for member in read_archive(data)}
        if CONTENT in parts:
            return look_up_ods(parts[CONTENT].unpack(), wanted)
        if WORKBOOK in parts:
            return look_up_xlsb({name: parts[name].unpack() for name in parts if is_read(name)}, wanted)
        return _look_up_xlsx(path, wanted)
    except (UnreadableError, ValueError, KeyError) as damage:
        raise TableError(Message("intake.damaged-workbook", file=path.name)) from damage


def _look_up_xlsx(path: Path, wanted: WantedCells) -> Looks:
    book = open_workbook(read_package(path), data_only=False)
    with contextlib.closing(book):
        return {
            (row, column): CellLook(str(cells[column].value), str(cells[column].number_format))
            for row, cells in enumerate(rows_of(book[wanted.sheet], wanted.last_row + 1))
            for column in wanted.columns
            if column < len(cells) and cells[column].value is not None
        }
