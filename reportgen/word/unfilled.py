"""Tags where none is filled in: in comments, in files that Word takes in on opening (altChunk), in building blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from reportgen.errors import PackageError
from reportgen.expressions import find_tags, may_hold_tags
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.xml import parse, qn
from reportgen.word import wml as n

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "reportgen"
"""Who writes the comments of ``check --annotate``: they quote tags."""

_AUTHOR, _COMMENT = qn("w:author"), qn("w:comment")
_KINDS = {"comments": "comment", "glossaryDocument": "building-block", "aFChunk": "chunk"}
_NAMES = {"comment": "word.comments", "building-block": "word.building-blocks", "chunk": "word.taken-in"}
_SHOWN = 80


def unfilled_tags(package: Package, file: str | None) -> Iterator[Finding]:
    """A warning for each text with tags that would stay as they are."""
    for one in package.relationships(package.main_part):
        kind = _KINDS.get(one.type.rpartition("/")[2])
        if kind is None or one.external or one.part not in package:
            continue
        place = Place(file=file, part=Message(_NAMES[kind]))
        data = package.read(one.part)
        for text in _of_file(data) if kind == "chunk" else _of_part(data, one.part):
            if may_hold_tags(text) and (tags := find_tags(text)):
                shown = text[max(0, tags[0].start - _SHOWN // 2) : tags[0].end + _SHOWN // 2].strip()
                yield Finding(
                    "tag-not-filled", Severity.WARNING, place=replace(place, text=shown), variant=kind
                )


def _of_part(data: bytes, part: str) -> Iterator[str]:
    root = parse(data, part).root
    for paragraph in root.iter(n.P):
        comment = n.ancestor(paragraph, _COMMENT)
        if comment is None or comment.get(_AUTHOR) != AUTHOR:
            yield _text_of(paragraph)


def _text_of(paragraph: _Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(n.T))


def _of_file(data: bytes) -> Iterator[str]:
    """The texts of a file that Word takes in: another document, or HTML and the like, whole."""
    if data.startswith(b"PK"):
        try:
            other = Package.open(data)
            yield from _of_part(other.read(other.main_part), other.main_part)
        except PackageError:
            return
    else:
        yield unescape(data.decode("utf-8", "replace"))
