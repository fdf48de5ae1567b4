"""What an .xlsb says of its cells beyond the values that python-calamine gives: errors, number formats, merged areas.

Its parts are records of a number, a length and bytes ([MS-XLSB] 2.1.4); only those with this are read.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping

from reportgen.intake.grid import MergedArea
from reportgen.intake.kept_cells import CellLook, WantedCells
from reportgen.ooxml.archive import Member
from reportgen.ooxml.extents import Extent
from reportgen.ooxml.number_formats import BUILT_IN
from reportgen.regex import regex

WORKBOOK = "xl/workbook.bin"
_RELATIONSHIPS, _STYLES = "xl/_rels/workbook.bin.rels", "xl/styles.bin"
_ROW, _BLANK, _ERROR, _FORMULA_TEXT, _FORMULA_ERROR, _LAST_CELL = 0, 1, 3, 8, 11, 11
_FORMAT, _CELL_FORMAT, _FORMATS, _FORMATS_END = 44, 47, 617, 618
_SHEET, _MERGED, _RICH_TEXT, _CELLS, _CELLS_END = 156, 176, 62, 145, 146
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_RELATIONSHIP = regex(rb"<Relationship\s[^>]*>")


def is_read(name: str) -> bool:
    """Whether a part holds something of this."""
    return name in (WORKBOOK, _RELATIONSHIPS, _STYLES) or name.startswith("xl/worksheets/")


def merged_areas(parts: Mapping[str, bytes]) -> dict[str, list[MergedArea]]:
    """The merged areas of each sheet that has some."""
    found = {}
    for name, part in _sheets(parts).items():
        areas = [_unpacked("<4I", body) for number, body in _records(part) if number == _MERGED]
        if areas:
            found[name] = [(top, left, bottom, right) for top, bottom, left, right in areas]
    return found


def extents(members: Iterable[Member]) -> Iterator[Extent]:
    """The extent of each part that holds records of cells, whatever it is called. Raises ``ValueError`` for records that are cut off."""
    for member in members:
        row = bottom = right = cells = 0
        is_inside = False
        for number, body in _records(member.unpack()):
            if number in (_CELLS, _CELLS_END):
                is_inside = number == _CELLS
            elif is_inside and number == _ROW:
                (row,) = _unpacked("<I", body)
            elif is_inside and (_BLANK < number <= _LAST_CELL or number == _RICH_TEXT):
                bottom, right = max(bottom, row + 1), max(right, _unpacked("<I", body)[0] + 1)
                cells += 1
        yield Extent(member.name, bottom, right, cells)


def look_up_xlsb(parts: Mapping[str, bytes], wanted: WantedCells) -> dict[tuple[int, int], CellLook]:
    """The wanted cells that hold something. Raises ``ValueError`` for records that are cut off."""
    formats = _formats(parts.get(_STYLES, b""))
    found: dict[tuple[int, int], CellLook] = {}
    row = 0
    for number, body in _records(_sheets(parts).get(wanted.sheet, b"")):
        if number == _ROW:
            (row,) = _unpacked("<I", body)
        elif _BLANK < number <= _LAST_CELL:
            column, style = _unpacked("<II", body)
            if wanted.has(row, column):
                is_error = number in (_ERROR, _FORMULA_ERROR) and len(body) > 8
                formula = "=" if number == _FORMULA_TEXT else ""
                text = _ERRORS.get(body[8], "#N/A") if is_error else formula
                style &= 0xFFFFFF
                found[row, column] = CellLook(text, formats[style] if style < len(formats) else "")
    return found


def _formats(styles: bytes) -> list[str]:
    """The number format of each cell style."""
    codes, of_styles, inside = dict(BUILT_IN), [], False
    for number, body in _records(styles):
        if number == _FORMAT:
            codes[_unpacked("<H", body)[0]] = _text(body, 2)[0]
        elif number in (_FORMATS, _FORMATS_END):
            inside = number == _FORMATS
        elif number == _CELL_FORMAT and inside:
            of_styles.append(codes.get(_unpacked("<HH", body)[1], ""))
    return of_styles


def _sheets(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The part of each sheet, by the sheet's name."""
    targets = {}
    for one in _RELATIONSHIP.findall(parts.get(_RELATIONSHIPS, b"")):
        said = dict(re.findall(rb"""(\w+)=["']([^"']*)["']""", one))
        targets[said.get(b"Id", b"").decode()] = said.get(b"Target", b"").decode().removeprefix("/xl/")
    found = {}
    for number, body in _records(parts.get(WORKBOOK, b"")):
        if number == _SHEET:
            relationship, end = _text(body, 8)
            found[_text(body, end)[0]] = parts.get(f"xl/{targets.get(relationship, '')}", b"")
    return found


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        number, at = _varying(data, at, 2)
        length, at = _varying(data, at, 4)
        yield number, data[at : at + length]
        at += length


def _varying(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of up to ``most`` bytes whose high bit says that more follow; a record's number keeps that bit out too."""
    value = 0
    for index in range(most):
        byte = data[at] if at < len(data) else 0
        at += 1
        value |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            break
    return value, at


def _text(body: bytes, at: int) -> tuple[str, int]:
    (length,) = _unpacked("<I", body[at:])
    end = at + 4 + 2 * min(length, len(body))
    return body[at + 4 : end].decode("utf-16-le", errors="replace"), end


def _unpacked(layout: str, body: bytes) -> tuple[int, ...]:
    try:
        return struct.unpack_from(layout, body)
    except struct.error as error:
        raise ValueError(str(error)) from error
