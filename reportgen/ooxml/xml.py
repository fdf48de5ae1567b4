"""XML as packages use it: qualified names, escaping, a parser for untrusted files, serialising as it came.

Namespaces are the transitional ones (ECMA-376 1st edition, ISO/IEC 29500-4), which Word, Excel, WPS and
LibreOffice write by default.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reportgen.ooxml.guard import refused
from reportgen.record import Record
from reportgen.regex import regex

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from lxml.etree import XMLSyntaxError, _Element

    from reportgen.errors import PackageError

_OFFICE = "http://schemas.openxmlformats.org"
_MICROSOFT = "http://schemas.microsoft.com/office"

NAMESPACES = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "x": f"{_OFFICE}/spreadsheetml/2006/main",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "c": f"{_OFFICE}/drawingml/2006/chart",
    "pic": f"{_OFFICE}/drawingml/2006/picture",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "xdr": f"{_OFFICE}/drawingml/2006/spreadsheetDrawing",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "ds": f"{_OFFICE}/officeDocument/2006/customXml",
    "ap": f"{_OFFICE}/officeDocument/2006/extended-properties",
    "cup": f"{_OFFICE}/officeDocument/2006/custom-properties",
    "vt": f"{_OFFICE}/officeDocument/2006/docPropsVTypes",
    "cp": f"{_OFFICE}/package/2006/metadata/core-properties",
    "ct": f"{_OFFICE}/package/2006/content-types",
    "pr": f"{_OFFICE}/package/2006/relationships",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": f"{_MICROSOFT}/word/2010/wordml",
    "w15": f"{_MICROSOFT}/word/2012/wordml",
    "wps": f"{_MICROSOFT}/word/2010/wordprocessingShape",
    "x14": f"{_MICROSOFT}/spreadsheetml/2009/9/main",
    "xr": f"{_MICROSOFT}/spreadsheetml/2014/revision",
    "xm": f"{_MICROSOFT}/excel/2006/main",
    "c14": f"{_MICROSOFT}/drawing/2007/8/2/chart",
    "c15": f"{_MICROSOFT}/drawing/2012/chart",
    "c16": f"{_MICROSOFT}/drawing/2014/chart",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
}
"""Prefixes used in this code. A document's own prefixes may differ, and are left as they are."""

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

ILLEGAL_CHARACTERS = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2) cannot hold, not even as a character reference."""

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TEXT_SPECIAL = regex("[&<>]")
_ATTRIBUTE_ESCAPES = _ESCAPES | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_ATTRIBUTE_SPECIAL = regex('[&<>"\t\n\r]')
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_REFERENCE = regex(
    r"&(?:#x0*(?P<hex>[0-9A-Fa-f]{1,6})|#0*(?P<decimal>[0-9]{1,7})|(?P<name>amp|lt|gt|quot|apos));"
)
"""The references that need no declaration (XML 1.0, 4.1 and 4.6)."""
_DECLARATION = regex(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")


def qn(name: str) -> str:
    """The qualified name that lxml wants: ``qn("w:p")`` is ``{http://…/main}p``."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def local_name(element: _Element | Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_on(value: str | None, default: bool = False) -> bool:
    """Whether a switch (``ST_Boolean``) is on."""
    return default if value is None else value not in ("0", "false", "off")


def child_value(element: _Element | None, path: str, attribute: str, default: str = "") -> str:
    """An attribute of a child; ``default`` where the element, its child or the attribute is missing or empty."""
    child = None if element is None else element.find(path)
    return default if child is None else child.get(attribute) or default


class CleanText(Record):
    """Text that XML can hold, and what was taken out of it, as code points (``U+000B``) in order."""

    text: str
    dropped: tuple[str, ...] = ()


def clean(text: str) -> CleanText:
    """Take out the characters that XML 1.0 cannot hold, and say which, so that a caller can report them."""
    found = ILLEGAL_CHARACTERS.findall(text)
    if not found:
        return CleanText(text)
    return CleanText(ILLEGAL_CHARACTERS.sub("", text), tuple(f"U+{ord(char):04X}" for char in found))


def escape_text(text: str) -> str:
    """Escape ``text`` for its place between tags. Illegal characters must be gone: see :func:`clean`."""
    if _TEXT_SPECIAL.search(text) is None:
        return text
    return _TEXT_SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def unescape_text(text: str) -> str:
    """What XML between tags, or in an attribute, says: each reference as the character that it is for."""
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(found: re.Match[str]) -> str:
    if found["name"]:
        return _NAMED[found["name"]]
    code = int(found["hex"], 16) if found["hex"] else int(found["decimal"])
    return chr(code) if code <= sys.maxunicode else found[0]


def escape_attribute(text: str) -> str:
    """Escape ``text`` for a double-quoted attribute; line breaks and tabs survive there too."""
    if _ATTRIBUTE_SPECIAL.search(text) is None:
        return text
    return _ATTRIBUTE_SPECIAL.sub(lambda match: _ATTRIBUTE_ESCAPES[match[0]], text)


class XmlDocument(Record):
    """A parsed part: its root, and the XML declaration it came with."""

    root: _Element
    declaration: bytes = DECLARATION

    def to_bytes(self) -> bytes:
        """The part as UTF-8, under the declaration it came with (comments beside the root included)."""
        from lxml import etree

        tree = self.root.getroottree()
        if tree.getroot() is not self.root:
            return self.declaration + etree.tostring(self.root, encoding="UTF-8", xml_declaration=False)
        return self.declaration + etree.tostring(tree, encoding="UTF-8", xml_declaration=False)


_TOO_MUCH = regex("too long|too large|too deep|huge|depth", re.IGNORECASE)


def _unsound(error: XMLSyntaxError, part: str) -> PackageError:
    """What lxml says of a part, in our words: it is no XML, or a text or an attribute in it is longer than is read."""
    if _TOO_MUCH.search(str(error)):
        return refused("xml-too-much", part=part)
    row, column = error.position
    return refused("not-xml", part=part, row=row, column=column)


def parse(data: bytes, part: str = "") -> XmlDocument:
    """Parse a part. No entity is expanded, nothing is fetched, absurd depths are refused.

    Raises ``PackageError`` naming ``part`` where the XML is not well-formed or declares a document type.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_blank_text=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unsound(error, part) from error
    if (
        root.getroottree().docinfo.internalDTD is not None
    ):  # ECMA-376 part 2 forbids it; it is only ever used for attacks
        raise refused("document-type", part=part)
    found = _DECLARATION.match(data)
    if found is None:
        is_utf8 = not data.startswith((b"\xff\xfe", b"\xfe\xff"))
        return XmlDocument(root, b"" if is_utf8 else DECLARATION)
    declares_utf8 = b"encoding" not in found[0] or b"utf-8" in found[0].lower()
    return XmlDocument(root, found[0].removeprefix(b"\xef\xbb\xbf") if declares_utf8 else DECLARATION)


def with_usual_prefixes(root: _Element) -> str:
    """A part as text with the prefixes of :data:`NAMESPACES`, whatever its own are: for reading alone."""
    from lxml import etree

    renamed = etree.Element(
        root.tag, {str(key): str(text) for key, text in root.attrib.items()}, nsmap=NAMESPACES
    )
    renamed.text = root.text
    renamed.extend(list(root))
    return etree.tostring(renamed, encoding="unicode")


class _Nothing:
    """Takes what is parsed and keeps none of it."""

    def close(self) -> None:
        return None


def check_xml(data: bytes, part: str = "") -> None:
    """Raise ``PackageError`` where :func:`parse` would, in a quarter of its time: nothing is made of the part."""
    from lxml import etree

    nothing: Any = _Nothing()
    parser = etree.XMLParser(target=nothing, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unsound(error, part) from error


def elements(data: bytes, tag: str, part: str = "") -> Iterator[_Element]:
    """The elements ``tag`` of a large part, one by one: each emptied when the next is asked for. Raises ``PackageError`` as :func:`parse`."""
    from lxml import etree

    try:
        for _, element in etree.iterparse(
            io.BytesIO(data),
            tag=tag,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        ):
            yield element
            element.clear()
    except etree.XMLSyntaxError as error:
        raise _unsound(error, part) from error
