"""Whether every part of a package is what it says: sound XML, UTF-8 or UTF-16, the root of its kind, no absurd element.

It reads each part once without making anything of it, so that what is damaged is named before memory is spent.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from xml.parsers import expat

from reportgen.ooxml.guard import refused
from reportgen.regex import regex

MAX_ATTRIBUTES = 1_000
LONGEST_TAG = 9_000_000
"""Bytes of an element's name and attributes; libxml2 takes a little more."""
MAX_DEPTH = 250
"""libxml2 stops at 256; Word and Excel write some thirty."""

MAX_TEXTS = 20_000_000
"""Shared strings of a workbook that is read whole, and the cells that show them."""

_LONGEST_ROOT = 4000
_COUNTS = regex(rb"[cC]ount\s*=\s*[\"'](\d+)[\"']")
_LONG_TAG = regex(rb"<[^<>]{8000,}")
_LONG_NAME = regex(rb"</?[^\s<>!?/]{8000}")
_ATTRIBUTE = regex(rb"(?<![\w:.-])[\w:.-]+\s*=\s*[\"']")
"""Only from the beginning of a name: from each of its letters, a long value would be read again and again."""
_TAGS = regex(rb"<(/?)[^<>!?][^<>]*?(/?)>")

_ROOTS = {
    "wordprocessingml.document.main+xml": "document",
    "wordprocessingml.template.main+xml": "document",
    "wordprocessingml.styles+xml": "styles",
    "wordprocessingml.header+xml": "hdr",
    "wordprocessingml.footer+xml": "ftr",
    "wordprocessingml.footnotes+xml": "footnotes",
    "wordprocessingml.endnotes+xml": "endnotes",
    "wordprocessingml.comments+xml": "comments",
    "wordprocessingml.numbering+xml": "numbering",
    "wordprocessingml.settings+xml": "settings",
    "spreadsheetml.sheet.main+xml": "workbook",
    "spreadsheetml.template.main+xml": "workbook",
    "spreadsheetml.worksheet+xml": "worksheet",
    "spreadsheetml.styles+xml": "styleSheet",
    "spreadsheetml.sharedStrings+xml": "sst",
    "spreadsheetml.table+xml": "table",
    "drawingml.chart+xml": "chartSpace",
    "package.relationships+xml": "Relationships",
}
"""The local name of the root that parts of a content type have (ECMA-376 part 1, section 11 to 15)."""


class Typed(Protocol):
    """What is asked of a package here: its parts, and what each says it is."""

    def names(self) -> Iterable[str]: ...
    def content_type(self, name: str) -> str | None: ...
    def read(self, name: str) -> bytes: ...


def refuse_unsound(package: Typed) -> None:
    """Raise ``PackageError`` that names the first part which is damaged or is not what its content type says."""
    for name in package.names():
        content_type = package.content_type(name) or ""
        if not (name.endswith((".xml", ".rels")) or content_type.endswith("+xml")):
            package.read(name)
            continue
        data = package.read(name)
        root = _root_of(data, name)
        expected = next((root for kind, root in _ROOTS.items() if content_type.endswith(kind)), root)
        if root != expected:
            raise refused("wrong-root", part=name, found=root[:80], expected=expected)
        _refuse_absurd(data, name)


def refuse_broken(name: str, data: bytes) -> None:
    """Raise ``PackageError`` for a part that is no sound XML, for libraries that read as far as they can and say nothing."""
    _root_of(data, name)
    _refuse_absurd(data, name)


def refuse_overcounted(name: str, data: bytes) -> None:
    """Raise ``PackageError`` for a list of texts that says it is longer than any workbook's: a library makes room for what it says."""
    root = data[:_LONGEST_ROOT].partition(b"<si")[0]
    if any(int(found) > MAX_TEXTS for found in _COUNTS.findall(root)):
        raise refused("overcounted", part=name, limit=MAX_TEXTS)


def _root_of(data: bytes, part: str) -> str:
    """The local name of the root. Raises ``PackageError`` where the part is not well-formed."""
    roots: list[str] = []
    parser = expat.ParserCreate()

    def first(name: str, _attributes: object) -> None:
        roots.append(name)
        parser.StartElementHandler = None

    def doctype(*_: object) -> None:
        raise refused("document-type", part=part)

    parser.StartElementHandler = first
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise refused("not-xml", part=part, row=error.lineno, column=error.offset + 1) from error
    except (ValueError, LookupError) as error:
        raise refused("unknown-encoding", part=part) from error
    return roots[0].rpartition(":")[2]


def _refuse_absurd(data: bytes, part: str) -> None:
    for tag in _LONG_TAG.finditer(data):
        if _LONG_NAME.match(tag[0]):
            raise refused("xml-too-much", part=part)
        if len(tag[0]) > LONGEST_TAG:
            raise refused("overlong-tag", part=part, limit=LONGEST_TAG)
        if len(_ATTRIBUTE.findall(tag[0])) > MAX_ATTRIBUTES:
            raise refused("too-many-attributes", part=part, limit=MAX_ATTRIBUTES)
    if len(data) > 4_000_000 or _most_depth(data) <= MAX_DEPTH:
        return  # the parser itself refuses depth in what is too long to count here
    depth = 0
    for match in _TAGS.finditer(data):
        if match[1]:
            depth -= 1
        elif not match[2]:
            depth += 1
            if depth > MAX_DEPTH:
                raise refused("too-deep", part=part, limit=MAX_DEPTH)


def _most_depth(data: bytes) -> int:
    """How deep elements can lie at most; comments and instructions are taken for elements that stay open."""
    depth = deepest = 0
    for between in data.split(b"</"):
        depth += between.count(b"<") - between.count(b"/>")
        deepest = max(deepest, depth)
        depth -= 1
    return deepest
