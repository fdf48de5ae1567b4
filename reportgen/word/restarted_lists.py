"""``{{ restart_numbering() }}`` in an item of a numbered list: the list starts anew here, in each turn of a loop.

Word counts a list on wherever its number is used; one that starts anew is a list of its own over the same definition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml.xml import parse, qn
from reportgen.word import wml as n
from reportgen.word.numbering import read_numbering
from reportgen.word.part_import import NUMBERING, part_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package

MARK = "<?restart ?>"
_NUM, _NUM_ID, _LEVEL, _NUMBERED = qn("w:num"), qn("w:numId"), qn("w:ilvl"), qn("w:numPr")
_BEFORE_NUMBERED = frozenset(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def restarted(xml: str, part: str, package: Package) -> str:
    """The part's text with every list that is marked starting anew."""
    lists = part_of(package, NUMBERING)
    if lists is None:
        return xml.replace(MARK, "")
    document, numbering = parse(xml.encode("utf-8"), part), read_numbering(package)
    definitions = parse(package.read(lists), lists)
    now: dict[str, str] = {}
    for paragraph in document.root.iter(n.P):
        number, level = numbering.place_of(paragraph)
        marks = [node for node in paragraph.iter() if getattr(node, "target", "") == "restart"]
        if marks and number:
            now[number] = _another(definitions.root, number)
        if number in now:
            _put(paragraph, now[number], level)
        for mark in marks:
            mark.getparent().remove(mark)  # type: ignore[union-attr]
    package.write(lists, definitions.to_bytes())
    return document.to_bytes().decode("utf-8")


def _another(root: _Element, number: str) -> str:
    """A list over the definition of the list ``number`` that starts anew on every level."""
    from lxml import etree

    known = {one.get(_NUM_ID): one for one in root.iterchildren(_NUM)}
    new = str(max(int(one or 0) for one in known) + 1)
    twin = etree.Element(_NUM, {_NUM_ID: new})
    behind = known[number].find(qn("w:abstractNumId"))
    assert behind is not None
    etree.SubElement(twin, behind.tag, {n.VAL: behind.get(n.VAL) or ""})
    starts = _starts(root, behind.get(n.VAL) or "")
    for level, start in starts.items():
        override = etree.SubElement(twin, qn("w:lvlOverride"), {_LEVEL: level})
        etree.SubElement(override, qn("w:startOverride"), {n.VAL: start})
    known[next(reversed(known))].addnext(twin)
    return new


def _starts(root: _Element, abstract: str) -> dict[str, str]:
    for one in root.iterchildren(qn("w:abstractNum")):
        if one.get(qn("w:abstractNumId")) == abstract:
            levels = one.findall(qn("w:lvl"))
            starts = {level.get(_LEVEL) or "0": level.find(qn("w:start")) for level in levels}
            return {at: "1" if start is None else start.get(n.VAL) or "1" for at, start in starts.items()}
    return {}


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
