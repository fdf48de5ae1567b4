"""Strict workbooks (ISO/IEC 29500-1) as transitional ones: the names that the rest of this code and every reader knows.

Excel writes both from the same workbook; they differ in namespaces, a few types of relationships, and dates in cells.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import Protocol

_STRICT = b"http://purl.oclc.org/ooxml/"
_OFFICE = b"http://schemas.openxmlformats.org/"
_NAMES = {
    b"spreadsheetml/main": b"spreadsheetml/2006/main",
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"presentationml/main": b"presentationml/2006/main",
    b"schemaLibrary/main": b"schemaLibrary/2006/main",
    b"officeDocument/relationships/extendedProperties": b"officeDocument/2006/relationships/extended-properties",
    b"officeDocument/relationships/customProperties": b"officeDocument/2006/relationships/custom-properties",
    b"officeDocument/relationships/metadata/thumbnail": b"package/2006/relationships/metadata/thumbnail",
    b"officeDocument/extendedProperties": b"officeDocument/2006/extended-properties",
    b"officeDocument/customProperties": b"officeDocument/2006/custom-properties",
}
_FOLDERS = (b"officeDocument/", b"drawingml/")
"""``officeDocument/math`` is ``officeDocument/2006/math``, and so are the other names below."""
_NAME = re.compile(re.escape(_STRICT) + rb"([\w/.-]+)")
_DATE_CELL = re.compile(
    rb'(<(?:\w+:)?c\b[^>]*?) t="d"([^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>)([^<]*)', re.DOTALL
)


class Parts(Protocol):
    """What is asked of a package here."""

    def names(self) -> tuple[str, ...]: ...
    def read(self, name: str) -> bytes: ...
    def write(self, name: str, data: bytes) -> None: ...


def make_transitional(package: Parts) -> None:
    """Rename what strict files call otherwise, in every part."""
    parts = {name: package.read(name) for name in package.names() if name.endswith((".xml", ".rels", ".vml"))}
    is_1904 = any(re.search(rb'date1904="(?:1|true|on)"', data) for data in parts.values())
    epoch = dt.datetime(1904, 1, 1) if is_1904 else dt.datetime(1899, 12, 30)
    for name, data in parts.items():
        if _STRICT not in data:
            continue
        data = _NAME.sub(lambda found: _renamed(found[1]), data)
        data = data.replace(b' conformance="strict"', b"", 1)
        package.write(name, _DATE_CELL.sub(partial(_as_number, epoch), data))


def _renamed(name: bytes) -> bytes:
    known = _NAMES.get(name)
    if known is None:
        folder = next((folder for folder in _FOLDERS if name.startswith(folder)), b"")
        known = folder + b"2006/" + name[len(folder) :] if folder else name
    return _OFFICE + known


def _as_number(epoch: dt.datetime, found: re.Match[bytes]) -> bytes:
    """A cell with a date as the number that Excel counts it as."""
    try:
        moment = dt.datetime.fromisoformat(found[3].decode().removesuffix("Z"))
    except ValueError:
        return found[0]
    days = (moment.replace(tzinfo=None) - epoch) / dt.timedelta(days=1)
    said = str(int(days)) if days == int(days) else repr(days)
    return found[1] + found[2] + said.encode()
