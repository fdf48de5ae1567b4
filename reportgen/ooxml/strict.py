"""Strict files (ISO/IEC 29500-1) as transitional ones: the names and units that the rest of this code and every reader knows.

Office writes both from the same document; they differ in namespaces, a few types of relationships, dates in cells,
measures with their unit (``36pt`` for 720 twips), percentages with their sign, and ``start`` and ``end`` for left and right.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

from reportgen.ooxml.relationships import Parts
from reportgen.regex import regex

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
_NAME = regex(re.escape(_STRICT) + rb"([\w/.-]+)")
_DATE_CELL = regex(
    rb'(<(?:\w+:)?c\b[^>]*?) t="d"([^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>)([^<]*)', re.DOTALL
)


_CONFORMANCE = regex(rb'\s(?:\w+:)?conformance="strict"')
_PREFIX = regex(rb'xmlns:(\w+)="http://schemas\.openxmlformats\.org/([\w/.-]+)"')
_NUMBERED = {
    b"wordprocessingml/2006/main": 1,
    b"drawingml/2006/main": 1000,
    b"drawingml/2006/chart": 1,
}
"""The namespaces whose percentages strict files write with their sign, and what a percent is in the transitional ones."""
_QUANTITY = regex(rb'([\w:]+)="(-?\d+(?:\.\d+)?)(pt|pc|pi|in|mm|cm|%)"')
_TWIPS = {b"pt": 20, b"pc": 240, b"pi": 240, b"in": 1440, b"mm": 1440 / 25.4, b"cm": 1440 / 2.54}
_HALF_POINTS = regex(rb"<\w+:(?:sz|szCs|kern|position|hps|hpsRaise|hpsBaseText)\s")
_WIDTH = regex(rb"\w+:w")
_FIFTIETHS = 50
"""Of a percent, in widths of tables."""
_SIDES = {b"start": b"left", b"end": b"right", b"startChars": b"leftChars", b"endChars": b"rightChars"}


def make_transitional(package: Parts) -> None:
    """Rename what strict files call otherwise, in every part."""
    parts = {name: package.read(name) for name in package.names() if name.endswith((".xml", ".rels", ".vml"))}
    is_1904 = any(re.search(rb'date1904="(?:1|true|on)"', data) for data in parts.values())
    epoch = dt.datetime(1904, 1, 1) if is_1904 else dt.datetime(1899, 12, 30)
    for name, data in parts.items():
        if _STRICT not in data:
            continue
        data = _NAME.sub(lambda found: _renamed(found[1]), data)
        data = _CONFORMANCE.sub(b"", data, count=1)
        for prefix, namespace in _PREFIX.findall(data):
            if namespace in _NUMBERED:
                attributes = re.compile(rb"<" + prefix + rb":[a-zA-Z]+\s[^<>]*>")
                data = attributes.sub(partial(_with_numbers, _NUMBERED[namespace]), data)
            if namespace.startswith(b"wordprocessingml"):
                data = _left_and_right(data, prefix)
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


def _with_numbers(percent: int, found: re.Match[bytes]) -> bytes:
    """A tag whose measures and percentages are plain numbers in the units that transitional files have."""
    is_size = _HALF_POINTS.match(found[0]) is not None

    def number(quantity: re.Match[bytes]) -> bytes:
        name, value, unit = quantity[1], float(quantity[2]), quantity[3]
        if unit == b"%":
            value *= _FIFTIETHS if _WIDTH.fullmatch(name) else percent
        elif b":" in name:
            value *= _TWIPS[unit] / (10 if is_size else 1)
        else:
            return quantity[0]
        return name + b'="' + str(round(value)).encode() + b'"'

    return _QUANTITY.sub(number, found[0])


def _left_and_right(data: bytes, prefix: bytes) -> bytes:
    """A part of a document with the names of sides that transitional files have."""
    sides = rb"(start|end)"
    aligned = re.compile(
        rb"(<" + prefix + rb":(?:jc|lvlJc|tab|ptab)\s[^<>]*?\w+:(?:val|alignment)=\")" + sides + rb"(?=\")"
    )
    data = aligned.sub(lambda found: found[1] + _SIDES[found[2]], data)
    indents = re.compile(rb"<" + prefix + rb":ind\s[^<>]*>")
    indent = re.compile(rb"(?<=:)(startChars|endChars|start|end)(?==)")
    data = indents.sub(lambda found: indent.sub(lambda name: _SIDES[name[1]], found[0]), data)
    holders = re.compile(
        rb"<" + prefix + rb":(tblBorders|tcBorders|tblCellMar|tcMar)\b[^<>]*(?<!/)>.*?</" + prefix + rb":\1>",
        re.DOTALL,
    )
    element = re.compile(rb"(</?" + prefix + rb":)" + sides + rb"\b")
    return holders.sub(lambda found: element.sub(lambda name: name[1] + _SIDES[name[2]], found[0]), data)
