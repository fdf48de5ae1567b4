"""Published tables that attack: .ods, .xls, .xlsb, .xlsx and .csv, damaged, nested, encrypted, and with cells that reach further than any memory."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO

from tests.hostile.damaged import bomb, damaged
from tests.intake import made_ods, made_xls, made_xlsb
from tests.intake.made import csv_bytes, customs_grid
from tests.ooxml.files import workbook

Change = Callable[[bytes], bytes]

KINDS = ("ods", "xls", "xlsb", "xlsx", "csv")
LARGEST = {"ods": "content.xml", "xlsb": "xl/worksheets/sheet1.bin", "xlsx": "xl/worksheets/sheet1.xml"}
"""The part of each package that holds the cells."""
_FAR_ROW, _FAR_COLUMN = 1_048_575, 16_383


def _grid() -> list[list[object]]:
    return [
        [float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text for text in row]
        for row in customs_grid()
    ]


@lru_cache
def table(kind: str) -> bytes:
    """The sound table of customs as a file of each kind."""
    grid = _grid()
    if kind == "ods":
        return made_ods.ods({"Sheet1": _rows(grid)})
    if kind == "xls":
        return made_xls.xls({"Sheet1": made_xls.sheet(grid)})
    if kind == "xlsb":
        return made_xlsb.xlsb({"Sheet1": (grid, ())})
    return workbook(grid) if kind == "xlsx" else csv_bytes(customs_grid())


def _rows(grid: list[list[object]]) -> str:
    return "".join(made_ods.row(map(made_ods.cell, row)) for row in grid)


def _times(rows: int, columns: int) -> str:
    repeated = f' table:number-columns-repeated="{columns}"'
    return made_ods.row([made_ods.cell(1, repeated)], f' table:number-rows-repeated="{rows}"')


def _ods(rows: str, count: int = 1, said: str = "") -> bytes:
    return made_ods.ods({f"S{number}": rows for number in range(count)}, said)


def _xls(records: bytes, count: int = 1) -> bytes:
    return made_xls.xls({f"S{number}": records for number in range(count)})


def _xlsb(*cells: tuple[int, int], said: tuple[int, int, int, int] = (0, 0, 0, 0)) -> bytes:
    records = [made_xlsb.record(129), made_xlsb.record(148, struct.pack("<4I", *said)), made_xlsb.record(145)]
    for row, column in cells:
        records += [made_xlsb.record(0, struct.pack("<I", row) + bytes(13)), made_xlsb.cell(column, 1.0)]
    sheet = b"".join([*records, made_xlsb.record(146), made_xlsb.record(130)])
    return damaged(table("xlsb"), LARGEST["xlsb"], lambda _: sheet)


def _xlsx(cells: str) -> bytes:
    rows = re.compile(rb"<sheetData>.*</sheetData>", re.DOTALL)
    changed = f"<sheetData>{cells}</sheetData>".encode()
    return damaged(workbook(), LARGEST["xlsx"], lambda xml: rows.sub(lambda _: changed, xml))


def _renamed(data: bytes) -> bytes:
    """The sheet as a part of another name, to which the workbook's relationships lead."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name).replace(b"worksheets/sheet1.xml", b"elsewhere.xml")
            target.writestr(name.replace("worksheets/sheet1.xml", "elsewhere.xml"), part)
    return made.getvalue()


_CELL = "<c{}><v>1</v></c>"
_FIRST_AND_LAST = f'<row r="1">{_CELL.format(chr(32) + "r=" + chr(34) + "A1" + chr(34))}</row>' + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'  # fmt: skip
_MERGED = "".join(f'<mergeCell ref="B{n}:C{n}"/>' for n in range(1, 100_001))

FAR: dict[str, Callable[[], bytes]] = {
    "ods: a cell over all": lambda: _ods(_times(1_048_576, 16_384)),
    "ods: four billion columns": lambda: _ods(_times(1, 4_000_000_000)),
    "ods: four billion rows": lambda: _ods(_times(4_000_000_000, 1)),
    "ods: a number of columns with a hundred digits": lambda: _ods(_times(1, int("9" * 100))),
    "ods: a cell at the end": lambda: _ods(
        made_ods.row([made_ods.cell("")], f' table:number-rows-repeated="{_FAR_ROW}"')
        + made_ods.row([made_ods.cell("", f' table:number-columns-repeated="{_FAR_COLUMN}"'), made_ods.cell(1)])
    ),
    "ods: two hundred sheets of 200,000 cells": lambda: _ods(_times(1000, 200), 200),
    "ods: one row of 16,384 and 100,000 short ones": lambda: _ods(_times(1, 16_384) + made_ods.row([made_ods.cell(1)]) * 100_000),
    "ods: spans over all": lambda: _ods(made_ods.row([made_ods.cell(1, ' table:number-rows-spanned="9999999" table:number-columns-spanned="9999999"')])),
    "xls: a size of four billion rows": lambda: _xls(made_xls.dimensions(0, 0xFFFFFFFF, 0, 0xFFFF) + made_xls.number(0, 0, 1)),
    "xls: a size that ends before it begins": lambda: _xls(made_xls.dimensions(0xFFFFFFFF, 0, 0xFFFF, 0) + made_xls.number(0, 0, 1)),
    "xls: a cell at the end": lambda: _xls(made_xls.number(0, 0, 1) + made_xls.number(65_535, 255, 1)),
    "xls: a cell beyond the end": lambda: _xls(made_xls.number(0, 0, 1) + made_xls.number(65_535, 65_535, 1)),
    "xls: a row of cells that ends far out": lambda: _xls(made_xls.number(65_535, 0, 1) + made_xls.record(0x00BD, struct.pack("<HHHIH", 0, 0, 0, 0, 65_535))),
    "xls: fifty sheets with a cell in row 30,000": lambda: _xls(made_xls.number(0, 0, 1) + made_xls.number(30_000, 30, 1), 50),
    "xlsb: a size of four billion rows": lambda: _xlsb((0, 0), said=(0, 0xFFFFFFFF, 0, 0xFFFFFFFF)),
    "xlsb: a cell at the end": lambda: _xlsb((0, 0), (_FAR_ROW, _FAR_COLUMN)),
    "xlsb: a cell beyond the end": lambda: _xlsb((0, 0), (0xFFFFFFF0, 0xFFFFFFF0)),
    "xlsx: a cell at the end": lambda: _xlsx(_FIRST_AND_LAST),
    "xlsx: a cell at the end of a part of another name": lambda: _renamed(_xlsx(_FIRST_AND_LAST)),
    "xlsx: a cell at the end, spelled otherwise": lambda: _xlsx(_FIRST_AND_LAST.replace('r="X', 'r = "&#88;')),
    "xlsx: a cell at the end, in UTF-16": lambda: damaged(_xlsx(_FIRST_AND_LAST), LARGEST["xlsx"], lambda xml: xml.replace(b"UTF-8", b"UTF-16").decode().encode("utf-16")),
    "xlsx: cells without addresses": lambda: _xlsx(f"<row>{_CELL.format('') * 16_384}</row>" + f"<row>{_CELL.format('')}</row>" * 100_000),
    "xlsx: 100,000 merged areas": lambda: damaged(table("xlsx"), LARGEST["xlsx"], lambda xml: xml.replace(b"</sheetData>", f"</sheetData><mergeCells>{_MERGED}</mergeCells>".encode())),
    "csv: a million columns": lambda: b"a" + b"," * 1_000_000 + b"1\n",
    "csv: a cell of two million letters": lambda: b"a,b\n" + b"x" * 2_000_000 + b",1\n",
    "csv: a quote that does not end": lambda: csv_bytes(customs_grid()).replace(b"\n", b'\n"', 1) * 500,
    "csv: only quotes": lambda: b'"' * 1_000_001,
}  # fmt: skip
"""Cells that reach further than what is read, by kind of file."""

READ = (
    "xls: fifty sheets with a cell in row 30,000", "ods: spans over all", "xlsb: a size of four billion rows", "xlsb: a cell beyond the end", "xlsx: 100,000 merged areas",
    "csv: only quotes", "csv: a quote that does not end", "a record of nothing", "more behind", "a NUL", "a size too large",
)  # fmt: skip
"""What may be read as far as it says something."""


def _xls_record(number: int, body: bytes) -> bytes:
    """The sound table with a record at the beginning of its workbook."""
    grid = made_xls.sheet(_grid())
    return made_xls.xls({"Sheet1": grid}, first=made_xls.record(number, body))


def _swapped(at: int, layout: str, value: int) -> bytes:
    data = table("xls")
    return data[:at] + struct.pack(layout, value) + data[at + struct.calcsize(layout) :]


ENCRYPTED_ODS = '<manifest:file-entry manifest:full-path="content.xml" manifest:size="9"><manifest:encryption-data><manifest:algorithm manifest:algorithm-name="Blowfish CFB"/></manifest:encryption-data></manifest:file-entry>'

OTHERS: dict[str, Callable[[], bytes]] = {
    "xls: encrypted": lambda: _xls_record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48)),
    "xls: an encrypted package": lambda: made_xls.compound("EncryptedPackage", bytes(4096)),
    "xls: a workbook without end": lambda: made_xls.compound("Workbook", made_xls.begin(5) + made_xls.number(0, 0, 1) * 3),
    "xls: no workbook": lambda: made_xls.compound("Something", bytes(5000)),
    "xls: a record of nothing": lambda: _xls_record(0x00FF, b""),
    "xls: a record that is longer than the file": lambda: _xls_record(0x00FC, bytes(8))[:-3000],
    "xls: shared texts that are not there": lambda: _xls(made_xls.record(0x00FD, struct.pack("<HHHI", 0, 0, 0, 99_999))),
    "xls: a count of four billion texts": lambda: _xls_record(0x00FC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF)),
    "xls: a formula that is none": lambda: _xls(made_xls.record(0x0006, bytes(7))),
    "xls: merged areas without end": lambda: _xls(made_xls.number(0, 0, 1) + made_xls.record(0x00E5, struct.pack("<H", 0xFFFF))),
    "xls: sectors in a circle": lambda: _swapped(512 + 4 * 3, "<I", 2),
    "xls: a directory in a circle": lambda: _swapped(512 + 4, "<I", 1),
    "xls: a directory that is not there": lambda: _swapped(48, "<I", 0x00FFFFFF),
    "xls: a table of sectors that is not there": lambda: _swapped(76, "<I", 0x00FFFFFF),
    "xls: sectors of 64 KiB": lambda: _swapped(30, "<H", 16),
    "xls: sectors of no size": lambda: _swapped(30, "<H", 0),
    "ods: encrypted": lambda: damaged(_ods("", said=ENCRYPTED_ODS), "content.xml", lambda _: bytes(range(256)) * 4),
    "ods: a workbook inside": lambda: damaged(table("ods"), "content.xml", lambda _: table("xlsx")),
    "ods: itself inside": lambda: damaged(table("ods"), "content.xml", lambda _: table("ods")),
    "xlsb: a record that is cut off": lambda: damaged(table("xlsb"), LARGEST["xlsb"], lambda part: part[: len(part) // 2] + b"\x05\xff\xff\xff\x7f"),
    "xlsb: a workbook of nothing": lambda: damaged(table("xlsb"), "xl/workbook.bin", lambda _: b""),
    "xlsb: a sheet that is not there": lambda: damaged(table("xlsb"), "xl/_rels/workbook.bin.rels", lambda xml: xml.replace(b"sheet1.bin", b"sheet9.bin")),
    "xlsb: texts that are not there": lambda: damaged(table("xlsb"), LARGEST["xlsb"], lambda part: part.replace(made_xlsb.record(145), made_xlsb.record(145) + made_xlsb.record(0, bytes(17)) + made_xlsb.record(7, struct.pack("<III", 0, 0, 99_999)), 1)),
    "csv: NUL": lambda: csv_bytes(customs_grid()).replace(b",", b"\0,", 50),
    "csv: UTF-16 cut in the middle": lambda: csv_bytes(customs_grid(), "utf-16")[:-1],
    "csv: binary": lambda: bytes(range(256)) * 100,
    **{f"{kind}: a bomb": (lambda kind=kind: bomb(table(kind), LARGEST[kind])) for kind in LARGEST},
    **{f"{kind} named {other}": (lambda kind=kind: table(kind)) for kind, other in (("xls", "ods"), ("ods", "xls"), ("xlsb", "xls"), ("xlsx", "ods"), ("csv", "xls"))},
}  # fmt: skip
"""What is damaged, encrypted, or another thing than its name says."""


def suffix_of(name: str) -> str:
    return name.partition(" named ")[2] or name.partition(":")[0]
