"""Places of a template that show a value, each with the XML around it, ready for writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from reportgen.expressions import Tag
from reportgen.findings import Place
from reportgen.record import Record, replace
from reportgen.word import wml as n
from reportgen.word.sections import A4_TEXT_WIDTH, Section

if TYPE_CHECKING:
    from lxml.etree import _Element

RUN_END = "</w:t></w:r>"
TEXT_START = '<w:t xml:space="preserve">'
TWIPS_PER_MM = 1440 / 25.4


class SlotKind(StrEnum):
    """What a value may become at a slot, and the filter that writes it."""

    TEXT = "show_text"
    PARAGRAPH = "show_paragraph"
    ATTRIBUTE = "show_attribute"
    DRAWN_ALT_TEXT = "show_drawn_alt_text"
    DRAWN_LINK = "show_drawn_link"
    PLAIN = "show_plain"
    INSTRUCTION = "show_instruction"
    ADDRESS = "show_address"
    COLOUR = "show_colour"
    SPAN = "show_span"


class Slot(Record):
    """The place of one value tag.

    ``run`` and ``paragraph`` are the XML of ``w:rPr`` and ``w:pPr`` (or empty). A ``PARAGRAPH`` slot is a paragraph with
    nothing else in it: ``before`` and ``after`` are the rest of its XML, ``width`` the room it has, in twips.
    """

    number: int
    kind: SlotKind
    tag: Tag
    place: Place
    run: str = ""
    paragraph: str = ""
    before: str = ""
    after: str = ""
    width: int = A4_TEXT_WIDTH
    may_split_paragraph: bool = False
    may_hold_control: bool = False
    may_hold_links: bool = False
    closing: str = ""
    """The paragraph that must follow where the slot ends its container and shows a table."""

    is_fallback: bool = False
    section: Section | None = None
    """Of a paragraph of the body itself: the section that it is part of."""
    in_cell: bool = False
    """Whether it is in a table's cell, whose row holds together what it holds."""
    relationship: str = ""
    """Of a chart or picture that the designer drew: the relationship that leads to it."""

    @property
    def run_start(self) -> str:
        return f"<w:r>{self.run}{TEXT_START}"


def text_slot(
    number: int,
    tag: Tag,
    place: Place,
    element: _Element,
    root: _Element,
    sections: Mapping[_Element, Section],
) -> Slot:
    """The slot of a tag inside a text element: in a run, a field's instruction or a formula. ``sections``: those of the body's paragraphs."""
    run = element.getparent()
    if element.tag != n.T or run is None or run.tag != n.R:
        kind = SlotKind.INSTRUCTION if element.tag == n.INSTRUCTION else SlotKind.PLAIN
        return Slot(number, kind, tag, place)
    parents = [ancestor.tag for ancestor in run.iterancestors()]
    paragraph = n.ancestor(run, n.P)
    within = parents[: parents.index(n.P)] if n.P in parents else parents
    fallback = n.FALLBACK in parents
    return Slot(
        number,
        SlotKind.TEXT,
        tag,
        place,
        run=n.xml_of(run.find(n.RPR), root),
        paragraph=_paragraph_properties(paragraph, root),
        may_split_paragraph=not within,
        may_hold_control=n.SDT not in within and not _in_plain_control(run) and not fallback,
        may_hold_links=n.HYPERLINK not in within,
        width=_width(paragraph, sections),
        section=sections.get(paragraph) if paragraph is not None else None,
        is_fallback=fallback,
        in_cell=n.CELL in parents,
    )


def paragraph_slot(slot: Slot, paragraph: _Element, mark: str, root: _Element, closing: str = "") -> Slot:
    """The slot of a tag that has its paragraph to itself."""
    before, _, after = n.xml_of(paragraph, root).partition(mark)
    return replace(slot, kind=SlotKind.PARAGRAPH, before=before, after=after, closing=closing)


def _paragraph_properties(paragraph: _Element | None, root: _Element) -> str:
    if paragraph is None:
        return ""
    xml = n.xml_of(paragraph.find(n.PPR), root)
    return re.sub(r"<w:sectPr\b.*?</w:sectPr>|<w:sectPr\b[^>]*/>", "", xml, flags=re.DOTALL)


def _in_plain_control(run: _Element) -> bool:
    """Whether a control that may hold nothing but text is around: Word allows no control inside one."""
    for control in run.iterancestors(n.SDT):
        properties = control.find(n.SDT_PROPERTIES)
        if properties is not None and properties.find(n.PLAIN_TEXT_CONTROL) is not None:
            return True
    return False


def _width(paragraph: _Element | None, sections: Mapping[_Element, Section]) -> int:
    """The room of a paragraph: of its cell where the cell says so, else of its section's text."""
    if paragraph is None:
        return A4_TEXT_WIDTH
    cell = n.ancestor(paragraph, n.CELL)
    if cell is not None:
        width = cell.find(f"{n.CELL_PROPERTIES}/{n.CELL_WIDTH}")
        if width is not None and width.get(n.TYPE) == "dxa" and (width.get(n.WIDTH) or "").isdigit():
            return max(567, int(width.get(n.WIDTH) or 0) - 216)
    return sections[paragraph].width if paragraph in sections else A4_TEXT_WIDTH
