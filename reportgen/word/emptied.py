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

from reportgen.word import wml as n
from reportgen.word.slots import Kind
from reportgen.word.tag_register import TagRegister

if TYPE_CHECKING:
    from lxml.etree import _Element

_CLOSING = re.compile(r"<\?close (.*?)\?>", re.DOTALL)
_MARKER = r"<w:(?:bookmarkStart|bookmarkEnd|proofErr|permStart|permEnd|commentRange(?:Start|End))\b[^<>]*/>"
_TURN = r"<\?(?:turn|over) \d+\?>"
"""Between what a loop repeats, until its numbers are made unique (see :mod:`reportgen.word.repeated`)."""
_BETWEEN = rf"(?:\s|{_MARKER}|{_TURN})*"
_ENDS_IN_PARAGRAPH = re.compile(rf"(?:</w:p>|<w:p(?: [^<>]*)?/>|</w:sdt>){_BETWEEN}\Z")
_PROPERTIES = r"(?:<w:{0}(?: [^<>]*[^<>/])?>(?:(?!</w:{0}>).)*</w:{0}>|<w:{0}/>)?"
_ROW_WITHOUT_CELLS = re.compile(
    rf"<w:tr(?: [^<>]*)?>\s*{_PROPERTIES.format('tblPrEx')}\s*{_PROPERTIES.format('trPr')}"
    rf"(?P<kept>{_BETWEEN})</w:tr>|<w:tr(?: [^<>]*)?/>",
    re.DOTALL,
)
_TABLE_WITHOUT_ROWS = re.compile(
    rf"<w:tbl(?: [^<>]*)?>\s*{_PROPERTIES.format('tblPr')}\s*(?:<\?grid \?>)?{_PROPERTIES.format('tblGrid')}(?P<kept>{_BETWEEN})</w:tbl>",
    re.DOTALL,
)
_TABLES_MEET = re.compile(rf"(</w:tbl>{_BETWEEN})(?=<w:tbl[ >])")
_TABLE_END = "</w:tbl>"
CLOSING = "<?close "
_EMPTY_BODY = re.compile(rf"<w:body(?: [^<>]*)?>{_BETWEEN}(?=<w:sectPr\b|</w:body>)")
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
        return slot is not None and slot.kind is Kind.PARAGRAPH
    return False


def completed(xml: str, *, cells_vanish: bool, closes: bool) -> str:
    """A filled part without empty rows and tables, with tables kept apart, and with the closings that it needs.

    ``cells_vanish``: tags may have taken all cells out of a row; ``closes``: there are closings. Tables are looked for by their
    ends, which is much faster than by a pattern.
    """
    if cells_vanish and _TABLE_END in xml:
        xml = _ROW_WITHOUT_CELLS.sub(lambda found: found["kept"] or "", xml)
    ends = list(_ends_of_tables(xml))
    if not all(xml.endswith("</w:tr>", 0, end) for end in ends):
        xml = _TABLE_WITHOUT_ROWS.sub(lambda found: found["kept"] or "", xml)
        ends = list(_ends_of_tables(xml))
    if any(_TABLES_MEET.match(xml, end) for end in ends):
        xml = _TABLES_MEET.sub(r"\1<w:p/>", xml)
    if closes:
        xml = _CLOSING.sub(_closed, xml)
    body = _EMPTY_BODY.search(xml, 0, _NEAR * 10)
    return xml if body is None else f"{xml[: body.end()]}<w:p/>{xml[body.end() :]}"


def _ends_of_tables(xml: str) -> Iterator[int]:
    at = xml.find(_TABLE_END)
    while at >= 0:
        yield at
        at = xml.find(_TABLE_END, at + len(_TABLE_END))


def ends_in_paragraph(xml: str) -> bool:
    return _ENDS_IN_PARAGRAPH.search(xml[-_NEAR:]) is not None


def _closed(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    return "" if _ENDS_IN_PARAGRAPH.search(before) else found[1]
