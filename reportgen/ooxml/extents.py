"""How far the cells of a sheet reach: a library that reads all between the first and the last must not be asked for more than there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.ooxml.addresses import column_number
from reportgen.ooxml.guard import refused
from reportgen.record import Record
from reportgen.regex import regex

MAX_AREA = 25_000_000
"""Cells between the first and the last that are read whole."""
LARGEST_SPARSE_AREA, AREA_OF_A_CELL = 5_000_000, 100
"""Where there are more than these, one in a hundred has to hold something."""

_UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_CELLS_OF_A_SHEET = b"sheetData"
_CHUNK = 1 << 20
_CELL = regex(rb"<c[\s/>]")
_USUAL_CELL = regex(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
_ROW_OR_CELL = regex(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>")
_R = regex(rb"\sr\s*=\s*[\"']([A-Za-z]*)(\d*)([^\"']*)")


class Extent(Record):
    """How far a sheet reaches from its first row and column, and how many cells it has."""

    part: str
    rows: int = 0
    columns: int = 0
    cells: int = 0


def refuse_scattered(sheets: Iterable[Extent]) -> None:
    """Raise ``PackageError`` for sheets that are read together and reach too far, or hold too little for how far they reach."""
    area = cells = 0
    for sheet in sheets:
        area += sheet.rows * sheet.columns
        cells += sheet.cells
        if area > MAX_AREA or area > max(LARGEST_SPARSE_AREA, AREA_OF_A_CELL * cells):
            raise refused("scattered", part=sheet.part)


def extent_of(part: str, data: bytes) -> Extent:
    """The extent of a sheet of an .xlsx, whatever the part is called; of other parts none. Raises ``PackageError`` for addresses beyond all sheets."""
    data = _in_utf_8(data)
    if _CELLS_OF_A_SHEET not in data:
        return Extent(part)
    letters: set[bytes] = set()
    digits: set[bytes] = set()
    cells = 0
    is_prefixed = b":" + _CELLS_OF_A_SHEET in data
    for chunk in _chunks(data):
        found = _USUAL_CELL.findall(chunk)
        if is_prefixed or len(found) != len(_CELL.findall(chunk)):
            return _counted(part, data)
        cells += len(found)
        letters.update(one for one, _ in found)
        digits.update(one for _, one in found)
    return Extent(part, max(map(int, digits), default=0), max(map(_column, letters), default=0), cells)


def _counted(part: str, data: bytes) -> Extent:
    """The extent of a sheet in which cells follow one another without addresses, or say them in an unusual way."""
    row = column = bottom = right = cells = 0
    for found in _ROW_OR_CELL.finditer(data):
        said = _R.search(found[2])
        letters, digits = (said[1], said[2]) if said is not None else (b"", b"")
        if len(letters) > 3 or len(digits) > 7 or (said is not None and b"&" in said[3]):
            raise refused("scattered", part=part)
        row = int(digits) if digits else row + (found[1] == b"row")
        if found[1] == b"row":
            column = 0
            continue
        column = _column(letters) if letters else column + 1
        bottom, right, cells = max(bottom, row), max(right, column), cells + 1
    return Extent(part, bottom, right, cells)


def _column(letters: bytes) -> int:
    return column_number(letters.decode())


def _in_utf_8(data: bytes) -> bytes:
    encoding = _UTF_16.get(data[:2])
    return data if encoding is None else data.decode(encoding, errors="replace").encode()


def _chunks(data: bytes) -> Iterator[bytes]:
    """Pieces that begin with an element, so that no list of all cells is made."""
    start = 0
    while start < len(data):
        end = data.find(b"<", start + _CHUNK)
        end = len(data) if end < 0 else end
        yield data[start:end]
        start = end
