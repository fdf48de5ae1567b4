"""What the attacks change in a sound file."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable

from tests.hostile.damaged import CHANGES

Change = Callable[[bytes], bytes]


# ---- archives -----------------------------------------------------------------------------------------------


def _rezipped(sound: bytes, change: Callable[[zipfile.ZipFile, zipfile.ZipFile], None]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sound)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
        change(source, target)
    return made.getvalue()


def _with_member(name: str, data: bytes = b"<a/>") -> Change:
    def add(_: zipfile.ZipFile, target: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("x")
        info.filename = name
        target.writestr(info, data)

    return lambda sound: _rezipped(sound, add)


def _many(count: int) -> Change:
    def add(_: zipfile.ZipFile, target: zipfile.ZipFile) -> None:
        for number in range(count):
            target.writestr(f"x/{number}.bin", b"")

    return lambda sound: _rezipped(sound, add)


def _central(sound: bytes) -> tuple[int, int]:
    """Where the central directory begins, and the end record."""
    end = sound.rindex(b"PK\x05\x06")
    return struct.unpack("<I", sound[end + 16 : end + 20])[0], end


def _directory_field(offset: int, size: str, value: int) -> Change:
    """Another value in the first entry of the directory."""

    def change(sound: bytes) -> bytes:
        at = _central(sound)[0] + offset
        return sound[:at] + struct.pack(size, value) + sound[at + struct.calcsize(size) :]

    return change


def _overlapping(sound: bytes) -> bytes:
    """Every entry of the directory points at the first file."""
    start, end = _central(sound)
    directory = bytearray(sound[start:end])
    first = None
    for found in re.finditer(b"PK\x01\x02", bytes(directory)):
        place = found.start() + 42
        first = first if first is not None else bytes(directory[place : place + 4])
        directory[place : place + 4] = first
    return sound[:start] + bytes(directory) + sound[end:]


def _twice(sound: bytes) -> bytes:
    return _rezipped(
        sound,
        lambda source, target: target.writestr(first := source.namelist()[0], source.read(first)),
    )


def _without(part: str) -> Change:
    def change(sound: bytes) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(sound)) as source, zipfile.ZipFile(made, "w") as target:
            for name in source.namelist():
                if name != part:
                    target.writestr(name, source.read(name))
        return made.getvalue()

    return change


ARCHIVES: dict[str, Change] = {
    "empty": lambda sound: b"",
    "one byte": lambda sound: b"P",
    "text": lambda sound: b"hello",
    "half": lambda sound: sound[: len(sound) // 2],
    "no directory": lambda sound: sound[: _central(sound)[0]],
    "zeros": lambda sound: bytes(len(sound)),
    "zeros in the middle": lambda sound: sound[:200] + bytes(400) + sound[600:],
    "more behind": lambda sound: sound + b"x" * 70_000,
    "more before": lambda sound: b"x" * 1000 + sound,
    "entries that overlap": _overlapping,
    "a part twice": _twice,
    "a part twice by case": _with_member("[content_types].XML"),
    "a name that climbs": _with_member("../../evil.xml"),
    "an absolute name": _with_member("/etc/passwd"),
    "a drive": _with_member("C:/x.xml"),
    "a backslash": _with_member("word\\evil.xml"),
    "a NUL": _with_member("a\0b.xml"),
    "an empty step": _with_member("word//x.xml"),
    "a control character": _with_member("a\x1b[2J.xml"),
    "a name of 60,000 characters": _with_member("a" * 60_000 + ".xml"),
    "30,000 entries": _many(30_000),
    "an unknown method": _directory_field(10, "<H", 99),
    "LZMA": _directory_field(10, "<H", 14),
    "encrypted": _directory_field(8, "<H", 1),
    "a size too small": _directory_field(24, "<I", 3),
    "a size too large": _directory_field(24, "<I", 4_000_000),
    "a size of 4 GiB": _directory_field(24, "<I", 0xFFFFFFFE),
    "zip64 without its record": _directory_field(24, "<I", 0xFFFFFFFF),
    "a packed size too large": _directory_field(20, "<I", 90_000_000),
    "a place beyond the end": _directory_field(42, "<I", 90_000_000),
    "no content types": _without("[Content_Types].xml"),
    "no relationships": _without("_rels/.rels"),
}

# ---- parts --------------------------------------------------------------------------------------------------

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b0 "lol">'
    + b"".join(b'<!ENTITY b%d "%s">' % (number, b"&b%d;" % (number - 1) * 10) for number in range(1, 12))
    + b"]><a>&b11;</a>"
)
PARTS: dict[str, Change] = {
    **CHANGES,
    "laughs": lambda data: LAUGHS,
    "an entity of the machine": lambda data: (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    ),
    "UTF-16 said, UTF-8 meant": lambda data: (
        data.replace(b'"UTF-8"', b'"UTF-16"', 1)
        if b'"UTF-8"' in data
        else b'<?xml version="1.0" encoding="UTF-16"?>' + data
    ),
    "a NUL": lambda data: data[:200] + b"\0" + data[200:],
    "a text of 40 MB": lambda data: data.replace(b"</", b"<x>" + b"y" * 40_000_000 + b"</x></", 1),
    "a million elements": lambda data: (
        data[: data.rindex(b"</")] + b"<x/>" * 1_000_000 + data[data.rindex(b"</") :]
    ),
    "a name of a million characters": lambda data: (
        data[: data.rindex(b"</")] + b"<" + b"y" * 1_000_000 + b"/>" + data[data.rindex(b"</") :]
    ),
    "an attribute of 5 MB": lambda data: (
        data[: data.rindex(b"</")] + b'<x y="' + b"z" * 5_000_000 + b'"/>' + data[data.rindex(b"</") :]
    ),
    "an attribute of 20 MB": lambda data: (
        data[: data.rindex(b"</")] + b'<x y="' + b"z" * 20_000_000 + b'"/>' + data[data.rindex(b"</") :]
    ),
    "a comment that does not end": lambda data: data + b"<!-- ",
    "cdata that does not end": lambda data: data + b"<![CDATA[",
    "only a declaration": lambda data: b'<?xml version="1.0"?>',
    "spaces": lambda data: b" " * 1000,
    "a bomb": lambda data: data + b" " * 200_000_000,
}

# ---- sheets: what is well-formed and means nothing ----------------------------------------------------------


def _in_sheet(old: str, new: str) -> Change:
    def change(data: bytes) -> bytes:
        assert re.search(old.encode(), data), old
        return re.sub(old.encode(), lambda _: new.encode(), data, count=1)

    return change


def _before_end(text: str) -> Change:
    return _in_sheet("</sheetData>", f"</sheetData>{text}")


SHEETS: dict[str, Change] = {
    "row 99999999999": _in_sheet('<row r="1"', '<row r="99999999999"'),
    "row -1": _in_sheet('<row r="1"', '<row r="-1"'),
    "row x": _in_sheet('<row r="1"', '<row r="x"'),
    "cell ZZZZZZ1": _in_sheet('<c r="A1"', '<c r="ZZZZZZ1"'),
    "cell 1A": _in_sheet('<c r="A1"', '<c r="1A"'),
    "cell without an address": _in_sheet('<c r="A1"', "<c"),
    "a string that is not there": _in_sheet('t="s"><v>0</v>', 't="s"><v>99999999</v>'),
    "a string -1": _in_sheet('t="s"><v>0</v>', 't="s"><v>-1</v>'),
    "a string x": _in_sheet('t="s"><v>0</v>', 't="s"><v>x</v>'),
    "a style that is not there": _in_sheet('<c r="A1"', '<c s="99999" r="A1"'),
    "a style x": _in_sheet('<c r="A1"', '<c s="x" r="A1"'),
    "an unknown type": _in_sheet('t="s"', 't="zz"'),
    "a number of a million digits": _in_sheet("<v>1</v>", f"<v>{'9' * 1_000_000}</v>"),
    "1e999999999": _in_sheet("<v>1</v>", "<v>1e999999999</v>"),
    "NaN": _in_sheet("<v>1</v>", "<v>NaN</v>"),
    "a boolean 7": _in_sheet("><v>1</v>", ' t="b"><v>7</v>'),
    "an error that is none": _in_sheet("><v>1</v>", ' t="e"><v>#WHAT!</v>'),
    "a date x": _in_sheet("><v>1</v>", ' t="d"><v>99999-99-99</v>'),
    "brackets in a formula": _in_sheet("<v>1</v>", f"<f>{'(' * 5000}1{')' * 5000}</f><v>1</v>"),
    "an array over all": _in_sheet("<v>1</v>", '<f t="array" ref="A1:XFD1048576">1</f><v>1</v>'),
    "a shared formula without a head": _in_sheet("<v>1</v>", '<f t="shared" si="7"/><v>1</v>'),
    "an array of x": _in_sheet("<v>1</v>", '<f t="array" ref="x">1</f><v>1</v>'),
    "merged over all": _before_end('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "merged x": _before_end('<mergeCells count="1"><mergeCell ref="x:y"/></mergeCells>'),
    "a million merged": _before_end("<mergeCells>" + "".join(f'<mergeCell ref="B{n}:C{n}"/>' for n in range(1, 100_001)) + "</mergeCells>"),
    "conditional x": _before_end('<conditionalFormatting sqref="x"><cfRule type="zz" priority="x"/></conditionalFormatting>'),
    "validation over all": _before_end('<dataValidations count="x"><dataValidation sqref="A1:XFD1048576 x" type="zz"><formula1>((((</formula1></dataValidation></dataValidations>'),
    "a filter x": _before_end('<autoFilter ref="x"/>'),
    "columns x": _in_sheet("<sheetData>", '<cols><col min="x" max="99999999" width="NaN"/></cols><sheetData>'),
    "a dimension of all": _in_sheet('<dimension ref="[^"]*"/>', '<dimension ref="A1:XFD1048576"/>'),
    "a dimension x": _in_sheet('<dimension ref="[^"]*"/>', '<dimension ref="x"/>'),
    "a drawing that is not there": _before_end('<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/>'),
    "a hyperlink that is not there": _before_end('<hyperlinks><hyperlink ref="x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/></hyperlinks>'),
}  # fmt: skip

LAST_ROW = _in_sheet('<row r="1"', '<row r="1048576"')
