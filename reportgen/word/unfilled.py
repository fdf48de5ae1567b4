"""Tags where none is filled in: in comments, files that Word takes in (altChunk), building blocks, deletions, data of charts, styles
and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportgen.errors import PackageError
from reportgen.expressions import find_tags, may_hold_tags
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.xml import parse, qn, unescape_text
from reportgen.record import replace
from reportgen.word import wml as n
from reportgen.word.story_parts import drawn_parts, part_name, story_parts

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "reportgen"
"""Who writes the comments of ``check --annotate``: they quote tags."""

_AUTHOR, _COMMENT = qn("w:author"), qn("w:comment")
_KINDS = {"comments": "comment", "glossaryDocument": "building-block", "aFChunk": "chunk"}
_NAMES = {"comment": "word.comments", "building-block": "word.building-blocks", "chunk": "word.taken-in"}
_SHOWN = 80
_DEFINITIONS = {"styles": "word.styles", "numbering": "word.lists"}
_CHART_VALUE = qn("c:v")
_DELETED_TEXT, _MOVED = qn("w:delText"), qn("w:moveFrom")


def unfilled_tags(package: Package, file: str | None) -> Iterator[Finding]:
    """A warning for each text with tags that would stay as they are."""
    for story in story_parts(package):
        data = package.read(story)
        if (b"delText" in data or b"moveFrom" in data) and may_hold_tags(data.decode("utf-8", "replace")):
            place = Place(file=file, part=part_name(package, story))
            for number, paragraph in enumerate(parse(data, story).root.iter(n.P), start=1):
                yield from _found([_deleted(paragraph)], replace(place, paragraph=number), "deleted")
    for part in drawn_parts(package):
        shown = dict.fromkeys(
            value.text or "" for value in parse(package.read(part), part).root.iter(_CHART_VALUE)
        )
        yield from _found(shown, Place(file=file, part=Message("word.chart")), "chart")
    for one in package.relationships(package.main_part):
        named = _DEFINITIONS.get(one.type.rpartition("/")[2])
        if named is not None and one.part in package:
            place = Place(file=file, part=Message(named))
            yield from _found(_values(package.read(one.part), one.part), place, "definition")
        kind = _KINDS.get(one.type.rpartition("/")[2])
        if kind is None or one.external or one.part not in package:
            continue
        place = Place(file=file, part=Message(_NAMES[kind]))
        data = package.read(one.part)
        yield from _found(_of_file(data) if kind == "chunk" else _of_part(data, one.part), place, kind)


def _deleted(paragraph: _Element) -> str:
    """The text that a change takes out of a paragraph, for good or to another place."""
    moved = (text for change in paragraph.iter(_MOVED) for text in change.iter(n.T))
    return "".join(text.text or "" for text in (*paragraph.iter(_DELETED_TEXT), *moved))


def _found(texts: Iterable[str], place: Place, variant: str) -> Iterator[Finding]:
    for text in texts:
        if may_hold_tags(text) and (tags := find_tags(text)):
            shown = text[max(0, tags[0].start - _SHOWN // 2) : tags[0].end + _SHOWN // 2].strip()
            yield Finding(
                "tag-not-filled", Severity.WARNING, place=replace(place, text=shown), variant=variant
            )


def _values(data: bytes, part: str) -> Iterator[str]:
    """The attributes of a part with tags in them: names of styles, texts beside the numbers of lists."""
    if b"{" in data:
        for element in parse(data, part).root.iter("*"):
            yield from map(str, element.attrib.values())


def _of_part(data: bytes, part: str) -> Iterator[str]:
    root = parse(data, part).root
    for paragraph in root.iter(n.P):
        comment = n.ancestor(paragraph, _COMMENT)
        if comment is None or comment.get(_AUTHOR) != AUTHOR:
            yield "".join(text.text or "" for text in paragraph.iter(n.T))


def _of_file(data: bytes) -> Iterator[str]:
    """The texts of a file that Word takes in: another document, or HTML and the like, whole."""
    if data.startswith(b"PK"):
        try:
            other = Package.open(data)
            yield from _of_part(other.read(other.main_part), other.main_part)
        except PackageError:
            return
    else:
        yield unescape_text(data.decode("utf-8", "replace"))
