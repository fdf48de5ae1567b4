"""Containers, tables and rows that tags emptied: the first end in a paragraph, the others go.

A cell, header, text box, note or control must end in a paragraph (ECMA-376 17.4.65), a table needs a row and a row a cell, and
two tables that meet become one. While a part is compiled, a container that may lose its last paragraph gets a closing: that
paragraph, without its text, in a processing instruction, written or left out once the part is filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.regex import regex
from reportgen.word import wml as n
from reportgen.word.slots import SlotKind
from reportgen.word.tag_register import TagRegister

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKER = r"<w:(?:bookmarkStart|bookmarkEnd|proofErr|permStart|permEnd|commentRange(?:Start|End))\b[^<>]*/>"
_TURN = r"<\?(?:turn|over) \d+\?>"
"""Between what a loop repeats, until its numbers are made unique (see :mod:`reportgen.word.repeated`)."""
_BETWEEN = rf"(?:\s|{_MARKER}|{_TURN})*"
_ENDS_IN_PARAGRAPH = regex(rf"(?:</w:p>|<w:p(?: [^<>]*)?/>|</w:sdt>){_BETWEEN}\Z")
_PROPERTIES = r"(?:<w:{0}(?: [^<>]*[^<>/])?>(?:(?!</w:{0}>).)*</w:{0}>|<w:{0}/>)?"
_ROW_WITHOUT_CELLS = regex(
    rf"<w:tr(?: [^<>]*)?>\s*{_PROPERTIES.format('tblPrEx')}\s*{_PROPERTIES.format('trPr')}"
    rf"(?P<kept>{_BETWEEN})</w:tr>|<w:tr(?: [^<>]*)?/>",
    re.DOTALL,
)
_TABLE_WITHOUT_ROWS = regex(
    rf"<w:tbl(?: [^<>]*)?>\s*{_PROPERTIES.format('tblPr')}\s*(?:<\?grid \?>)?{_PROPERTIES.format('tblGrid')}(?P<kept>{_BETWEEN})</w:tbl>",
    re.DOTALL,
)
_TABLES_MEET = regex(rf"(</w:tbl>{_BETWEEN})(?=<w:tbl[ >])")
_TABLE_END, _MARK = "</w:tbl>", "\x04"
CLOSING, _CLOSING_END = "<?close ", "?>"
_EMPTY_BODY = regex(rf"<w:body(?: [^<>]*)?>{_BETWEEN}(?=<w:sectPr\b|</w:body>)")
_NEAR = 1000
"""How far back a closing looks for the paragraph before it."""

_BESIDE = frozenset({n.SECTION, n.BOOKMARK_START, n.BOOKMARK_END, n.PROOFING})


def closings(paragraphs: Iterable[_Element], root: _Element) -> dict[_Element, str]:
    """The closing of each container that ends in a paragraph and may lose it, now that ``paragraphs`` will be taken out."""
    found: dict[_Element, str] = {}
    for paragraph in paragraphs:
        container = paragraph.getparent()
        if container is None or container in found:
            continue
        blocks = [child for child in container if child.tag not in _BESIDE and n.is_element(child)]
        if blocks and blocks[-1].tag == n.P:
            found[container] = closing_of(blocks[-1], root)
    return found


def closing_of(paragraph: _Element, root: _Element) -> str:
    """An empty paragraph as high as ``paragraph``: its properties, with the look of its first run."""
    from lxml import etree

    own = paragraph.find(n.PPR)
    look = deepcopy(own) if own is not None else etree.Element(n.PPR, nsmap={"w": n.W})
    look.tail = None
    section = look.find(n.SECTION)
    if section is not None:
        look.remove(section)
    run = paragraph.find(f"{n.R}/{n.RPR}")
    if run is not None and look.find(n.RPR) is None:
        copied = deepcopy(run)
        copied.tail = None
        changes = look.find(f"{{{n.W}}}pPrChange")
        look.insert(len(look) if changes is None else look.index(changes), copied)
    return f"<w:p>{n.xml_of(look, root)}</w:p>" if len(look) else "<w:p/>"


def place_closings(found: dict[_Element, str], register: TagRegister) -> None:
    """Put each closing at the end of its container, where the container may really end in something else."""
    from lxml import etree

    for container, closing in found.items():
        if _ends_safely(container, register):
            continue
        instruction = etree.ProcessingInstruction("close", closing.replace("?>", ""))
        section = container.find(n.SECTION)
        if section is None:
            container.append(instruction)
        else:
            section.addprevious(instruction)


def _ends_safely(container: _Element, register: TagRegister) -> bool:
    for child in reversed(container):
        if child.tag in _BESIDE:
            continue
        if n.is_element(child):
            return child.tag in (n.P, n.SDT)
        slot = register.slots.get(int(child.text or 0)) if getattr(child, "target", "") == "tag" else None
        return slot is not None and slot.kind is SlotKind.PARAGRAPH
    return False


def without_emptied(xml: str, *, cells_vanish: bool, closes: bool) -> str:
    """A filled part without empty rows and tables, with tables kept apart, and with the closings that it needs.

    ``cells_vanish``: tags may have taken all cells out of a row; ``closes``: there are closings.
    """
    ends = list(_places(_MARK, xml))
    if ends:
        xml = _with_sound_tables(xml, ends, cells_vanish)
    if closes:
        xml = _closed(xml)
    start = xml.find("<w:body", 0, _NEAR * 10)
    body = _EMPTY_BODY.match(xml, start) if start >= 0 else None
    return xml if body is None else f"{xml[: body.end()]}<w:p/>{xml[body.end() :]}"


def _with_sound_tables(xml: str, ends: list[int], cells_vanish: bool) -> str:
    """``xml`` without the marks at ``ends``, and without what is no table or row any more."""
    has_empty = cells_vanish or not all(xml.endswith("</w:tr>", 0, end) for end in ends)
    may_meet = has_empty or any(_TABLES_MEET.match(xml, end + 1) for end in ends)
    xml = xml.replace(_MARK, "")
    if cells_vanish:
        xml = _ROW_WITHOUT_CELLS.sub(_kept, xml)
    if has_empty:
        xml = _TABLE_WITHOUT_ROWS.sub(_kept, xml)
    return _TABLES_MEET.sub(r"\1<w:p/>", xml) if may_meet else xml


def marked(xml: str) -> str:
    """``xml`` with a mark before each end of a table, for :func:`completed`: a single character is found faster than any word."""
    return xml.replace(_TABLE_END, _MARK + _TABLE_END) if _TABLE_END in xml else xml


def _places(sought: str, xml: str) -> Iterator[int]:
    at = xml.find(sought)
    while at >= 0:
        yield at
        at = xml.find(sought, at + len(sought))


def _kept(found: re.Match[str]) -> str:
    return found["kept"] or ""


def ends_in_paragraph(xml: str) -> bool:
    return _ENDS_IN_PARAGRAPH.search(xml[-_NEAR:]) is not None


def _closed(xml: str) -> str:
    """``xml`` with each closing written, or left out where a paragraph is before it."""
    written, done = [], 0
    for at in _places("?", xml):  # single characters are found fastest
        if at > done and xml.startswith(CLOSING, at - 1):
            end = xml.index(_CLOSING_END, at)
            written.append(xml[done : at - 1])
            if not ends_in_paragraph(written[-1]):
                written.append(xml[at - 1 + len(CLOSING) : end])
            done = end + len(_CLOSING_END)
    return "".join((*written, xml[done:]))
