"""What an .xls says of its cells beyond the values that python-calamine gives: errors and number formats, by xlrd; and how far they reach."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from reportgen.intake.compound_file import streams
from reportgen.intake.kept_cells import CellLook, WantedCells
from reportgen.ooxml.extents import MAX_AREA, Extent

_FORMULA = "="
"""A text without letters is what a formula gave, or was kept for one that was not calculated: xlrd does not give the formula."""

_STREAMS = ("workbook", "book")
_BEGIN, _DIMENSIONS, _SEVERAL = 0x0809, 0x0200, 0x00BD
_CELLS = frozenset((0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, _SEVERAL))
"""Records that hold a cell, or several of one row ([MS-XLS] 2.3.2)."""


def extents(data: bytes) -> Iterator[Extent]:
    """The extent of each sheet; also what it says of itself, where a library would make room for more than is ever read.

    Raises ``ValueError`` for a file that cannot be looked through.
    """
    for name, stream in streams(data):
        if name.lower() not in _STREAMS:
            continue
        at = bottom = right = cells = 0
        while at + 4 <= len(stream):
            number, length = struct.unpack_from("<HH", stream, at)
            body = stream[at + 4 : at + 4 + length]
            at += 4 + length
            if number == _BEGIN:
                yield Extent(name, bottom, right, cells)
                bottom = right = cells = 0
            elif number == _DIMENSIONS and len(body) >= 12:
                first_row, last_row, first_column, last_column = struct.unpack_from("<IIHH", body)
                rows, columns = last_row - first_row, last_column - first_column
                if min(rows, columns) < 0 or rows * columns > MAX_AREA:
                    yield Extent(name, last_row, max(1, last_column))
            elif number in _CELLS and len(body) >= 4:
                row, column = struct.unpack_from("<HH", body)
                last = struct.unpack_from("<H", body, len(body) - 2)[0] if number == _SEVERAL else column
                bottom, right, cells = max(bottom, row + 1), max(right, last + 1), cells + 1
        yield Extent(name, bottom, right, cells)


def look_up_xls(data: bytes, wanted: WantedCells) -> dict[tuple[int, int], CellLook]:
    """The wanted cells that hold something. Raises ``ValueError`` where the workbook is too damaged for xlrd."""
    import xlrd

    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO()
        )
        sheet = book.sheet_by_name(wanted.sheet)
    except Exception as error:  # xlrd says in many ways that it cannot go on
        raise ValueError(str(error)) from error
    found: dict[tuple[int, int], CellLook] = {}
    for row in range(min(sheet.nrows, wanted.last_row + 1)):
        cells = sheet.row(row)
        for column in wanted.columns:
            if column >= len(cells) or cells[column].ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                continue
            cell = cells[column]
            text = (
                xlrd.error_text_from_code.get(int(cell.value), "#N/A")
                if cell.ctype == xlrd.XL_CELL_ERROR
                else str(cell.value) or _FORMULA
            )
            style = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
            shown = book.format_map.get(style.format_key) if style else None
            found[row, column] = CellLook(text, shown.format_str if shown else "")
    return found
