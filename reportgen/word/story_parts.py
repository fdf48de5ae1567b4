"""The stories of a document (body, headers, footers, notes), its other parts with tags, and what people call them.

Word shows no ``header2.xml``: what is wrong there is reported as of the first-page header of section 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reportgen.messages import Message, Words
from reportgen.ooxml.xml import local_name, parse, qn
from reportgen.regex import regex
from reportgen.word import wml as n
from reportgen.word.designed_charts import addressed_charts

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package

_STORY_KINDS = ("header", "footer", "footnotes", "endnotes")
_DRAWN_KINDS = ("chart", "diagramData", "diagramDrawing")
_NOTES = {
    "footnotes": "word.footnotes",
    "endnotes": "word.endnotes",
    "core": "word.properties",
    "app": "word.properties",
    "custom": "word.properties",
    "settings": "word.variables",
}
_BRACES = regex("{[{%#]|｛".encode())
_DATA_KINDS = ("core-properties", "extended-properties", "custom-properties")
_KINDS = {"headerReference": "header", "footerReference": "footer"}
_PAGES = {"first": "first-", "even": "even-"}


def story_parts(package: Package) -> tuple[str, ...]:
    """The parts that hold text people read: the body first, then headers, footers, footnotes and endnotes."""
    main = package.main_part
    return tuple(dict.fromkeys((main, *_related(package, main, _STORY_KINDS))))


def parts_with_tags(package: Package) -> tuple[str, ...]:
    """The parts that may hold tags, in the order in which they are filled.

    Texts of charts and diagrams come first: the document itself may then fill the charts with data.
    """
    return tuple(dict.fromkeys((*drawn_parts(package), *story_parts(package), *_data_parts(package))))


def drawn_parts(package: Package) -> list[str]:
    """The charts and diagrams whose texts are filled: all but the charts that get data of their own."""
    stories = story_parts(package)
    drawn = [part for story in stories for part in _related(package, story, _DRAWN_KINDS)]
    addressed = {part for story in stories for part in addressed_charts(package, story)}
    return [part for part in drawn if part not in addressed]


def _data_parts(package: Package) -> list[str]:
    """What fields and bound controls show: the properties and variables of the document, its custom XML."""
    properties = _related(package, "", _DATA_KINDS)
    parts = [*properties, *_related(package, package.main_part, ("settings", "customXml"))]
    return [part for part in parts if _BRACES.search(package.read(part))]


def part_name(package: Package, part: str) -> Words | None:
    """What a person calls ``part``: ``first-page header of section 2``; ``None`` for the document's body."""
    main = package.main_part
    if part == main:
        return None
    stem = PurePosixPath(part).stem
    ids = {one.id for one in package.relationships(main) if one.part == part}
    sections = list(parse(package.read(main), main).root.iter(n.SECTION)) if ids else []
    named = [
        _named(number if len(sections) > 1 else 0, reference)
        for number, section in enumerate(sections, start=1)
        for reference in section
        if reference.get(n.RELATIONSHIP_ID) in ids
    ]
    if named:
        return named[0]
    return Message(_NOTES[stem]) if stem in _NOTES else stem


def _named(section: int, reference: _Element) -> Message:
    kind = _KINDS.get(local_name(reference), "part")
    pages = _PAGES.get(reference.get(qn("w:type")) or "", "")
    named = Message(f"word.{pages}{kind}")
    return Message("word.in-section", part=named, section=section) if section else named


def _related(package: Package, part: str, kinds: Sequence[str]) -> list[str]:
    """The parts that are related from ``part`` in one of these ways, kind by kind."""
    found: dict[str, list[str]] = {kind: [] for kind in kinds}
    for one in package.relationships(part):
        kind = one.type.rpartition("/")[2]
        if kind in found and one.part in package:
            found[kind].append(one.part)
    return [name for names in found.values() for name in names]
