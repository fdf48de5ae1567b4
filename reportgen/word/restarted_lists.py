"""``{{ restart_numbering() }}`` in an item of a numbered list: the list starts anew here, in each turn of a loop.

Word counts a list on wherever its number is used; one that starts anew is a list of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.ooxml.relationships import NUMBERING
from reportgen.ooxml.xml import child_value, parse, qn
from reportgen.word import wml as n
from reportgen.word.numbering import read_numbering
from reportgen.word.part_import import part_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package

MARK = "<?restart here?>"
BEGUN, ENDED = "<?restart begun?>", "<?restart ended?>"
"""Around an inserted document: the lists around it count on behind it."""

ANY_MARK = "<?restart "
_ABSTRACT, _ABSTRACT_ID = qn("w:abstractNum"), qn("w:abstractNumId")
_OF_ONE_DEFINITION = tuple(map(qn, ("w:nsid", "w:tmpl", "w:name", "w:styleLink")))
_NUM, _NUM_ID, _LEVEL, _NUMBERED = qn("w:num"), qn("w:numId"), qn("w:ilvl"), qn("w:numPr")
_BEFORE_NUMBERED = frozenset(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def restarted(xml: str, part: str, package: Package) -> str:
    """The part's text with every list that is marked starting anew."""
    from lxml import etree

    lists = part_of(package, NUMBERING)
    if lists is None:
        return re.sub(r"<\?restart \w*\?>", "", xml)
    document, numbering = parse(xml.encode("utf-8"), part), read_numbering(package)
    definitions = parse(package.read(lists), lists)
    now: dict[str, str] = {}
    around: list[dict[str, str]] = []
    for node in list(document.root.iter(n.P, etree.ProcessingInstruction)):
        if node.tag != n.P:
            if node.text == "begun":
                around.append(dict(now))
            elif node.text == "ended":
                now = around.pop()
            continue
        number, level = numbering.place_of(node)
        if number and any(_is_mark(inner) for inner in node.iter(etree.ProcessingInstruction)):
            now[number] = _another(definitions.root, number)
        if number in now:
            _put(node, now[number], level)
    for mark in [one for one in document.root.iter(etree.ProcessingInstruction) if _is_mark(one)]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    package.write(lists, definitions.to_bytes())
    return document.to_bytes().decode("utf-8")


def _is_mark(instruction: _Element) -> bool:
    return getattr(instruction, "target", "") == "restart"


def _another(root: _Element, number: str) -> str:
    """A list that looks like the list ``number`` and is counted by itself: lists over one definition would count each other on."""
    lists = {one.get(_NUM_ID) or "": one for one in root.iterchildren(_NUM)}
    definitions = {one.get(_ABSTRACT_ID) or "": one for one in root.iterchildren(_ABSTRACT)}
    definition = definitions.get(child_value(lists[number], _ABSTRACT_ID, n.VAL))
    if definition is None:
        return number
    copied = deepcopy(definition)
    copied.tail = None
    copied.set(_ABSTRACT_ID, _free(definitions))
    for own in [
        *copied.iterchildren(*_OF_ONE_DEFINITION),
        *copied.iterfind(f"{qn('w:lvl')}/{qn('w:pStyle')}"),
    ]:
        own.getparent().remove(own)  # type: ignore[union-attr]
    definitions[next(reversed(definitions))].addnext(copied)
    twin = deepcopy(lists[number])
    twin.tail = None
    twin.set(_NUM_ID, new := _free(lists))
    twin.find(_ABSTRACT_ID).set(n.VAL, copied.get(_ABSTRACT_ID) or "")  # type: ignore[union-attr]
    lists[next(reversed(lists))].addnext(twin)
    return new


def _free(known: Iterable[str]) -> str:
    return str(max(int(one or 0) for one in known) + 1)


def _put(paragraph: _Element, number: str, level: int) -> None:
    from lxml import etree

    properties = paragraph.find(n.PPR)
    if properties is None:
        properties = etree.Element(n.PPR)
        paragraph.insert(0, properties)
    numbered = properties.find(_NUMBERED)
    if numbered is None:
        numbered = etree.Element(_NUMBERED)
        properties.insert(sum(child.tag in _BEFORE_NUMBERED for child in properties), numbered)
    for child in list(numbered):
        if child.tag in (_LEVEL, _NUM_ID):
            numbered.remove(child)
    numbered.insert(0, etree.Element(_LEVEL, {n.VAL: str(level)}))
    numbered.insert(1, etree.Element(_NUM_ID, {n.VAL: number}))
