"""Places of a template that show a value, each with the XML around it, ready for writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reportgen.expressions import Tag
from reportgen.findings import Place
from reportgen.word import wml as n

if TYPE_CHECKING:
    from lxml.etree import _Element

RUN_END = "</w:t></w:r>"
TEXT_START = '<w:t xml:space="preserve">'
TWIPS_PER_MM = 1440 / 25.4
A4_TEXT_WIDTH = 8845
"""Twips between the margins of GB/T 9704; for paragraphs whose section says nothing."""


class Kind(StrEnum):
    """What a value may become at a slot, and the filter that writes it."""

    TEXT = "show_text"
    PARAGRAPH = "show_paragraph"
    ATTRIBUTE = "show_attribute"
    DRAWN_ALT_TEXT = "show_drawn_alt_text"
    DRAWN_LINK = "show_drawn_link"
    PLAIN = "show_plain"
    ADDRESS = "show_address"
    COLOUR = "show_colour"
    SPAN = "show_span"


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one value tag.

    ``run`` and ``paragraph`` are the XML of ``w:rPr`` and ``w:pPr`` (or empty). A ``PARAGRAPH`` slot is a paragraph with
    nothing else in it: ``before`` and ``after`` are the rest of its XML, ``width`` the room it has, in twips.
    """

    number: int
    kind: Kind
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
    in_cell: bool = False
    """Whether it stands in a table's cell, whose row holds together what it holds."""
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
    widths: Mapping[_Element, int],
) -> Slot:
    """The slot of a tag inside a text element: in a run, a field's instruction or a formula. ``widths``: see :func:`section_widths`."""
    run = element.getparent()
    if element.tag != n.T or run is None or run.tag != n.R:
        return Slot(number, Kind.PLAIN, tag, place)
    parents = [ancestor.tag for ancestor in run.iterancestors()]
    paragraph = n.ancestor(run, n.P)
    within = parents[: parents.index(n.P)] if n.P in parents else parents
    fallback = n.FALLBACK in parents
    return Slot(
        number,
        Kind.TEXT,
        tag,
        place,
        run=xml_of(run.find(n.RPR), root),
        paragraph=_paragraph_properties(paragraph, root),
        may_split_paragraph=not within,
        may_hold_control=n.SDT not in within and not _in_plain_control(run) and not fallback,
        may_hold_links=n.HYPERLINK not in within,
        width=_width(paragraph, widths),
        is_fallback=fallback,
        in_cell=n.CELL in parents,
    )


def paragraph_slot(slot: Slot, paragraph: _Element, mark: str, root: _Element, closing: str = "") -> Slot:
    """The slot of a tag that has its paragraph to itself."""
    before, _, after = xml_of(paragraph, root).partition(mark)
    return Slot(
        slot.number,
        Kind.PARAGRAPH,
        slot.tag,
        slot.place,
        run=slot.run,
        paragraph=slot.paragraph,
        before=before,
        after=after,
        width=slot.width,
        may_split_paragraph=slot.may_split_paragraph,
        may_hold_control=slot.may_hold_control,
        may_hold_links=slot.may_hold_links,
        closing=closing,
        is_fallback=slot.is_fallback,
        in_cell=slot.in_cell,
    )


def xml_of(element: _Element | None, root: _Element) -> str:
    """An element's XML without the namespace declarations that the root makes already."""
    if element is None:
        return ""
    from lxml import etree

    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, address in root.nsmap.items():
        declaration = f' xmlns:{prefix}="{address}"' if prefix else f' xmlns="{address}"'
        xml = xml.replace(declaration, "", 1)
    return xml


def _paragraph_properties(paragraph: _Element | None, root: _Element) -> str:
    if paragraph is None:
        return ""
    xml = xml_of(paragraph.find(n.PPR), root)
    return re.sub(r"<w:sectPr\b.*?</w:sectPr>|<w:sectPr\b[^>]*/>", "", xml, flags=re.DOTALL)


def _in_plain_control(run: _Element) -> bool:
    """Whether a control that may hold nothing but text is around: Word allows no control inside one."""
    for control in run.iterancestors(n.SDT):
        properties = control.find(n.SDT_PROPERTIES)
        if properties is not None and properties.find(n.PLAIN_TEXT_CONTROL) is not None:
            return True
    return False


def section_widths(root: _Element) -> dict[_Element, int]:
    """The room of each paragraph that stands in the body itself: that of its section, which ends with its page layout."""
    widths: dict[_Element, int] = {}
    waiting: list[_Element] = []
    body = root.find(n.BODY)
    for block in body if body is not None else ():
        if block.tag == n.P:
            waiting.append(block)
        section = block if block.tag == n.SECTION else block.find(f"{n.PPR}/{n.SECTION}")
        if section is not None:
            widths.update(dict.fromkeys(waiting, _text_width(section)))
            waiting = []
    return widths


def _width(paragraph: _Element | None, widths: Mapping[_Element, int]) -> int:
    """The room of a paragraph: of its cell where the cell says so, else of its section's text."""
    if paragraph is None:
        return A4_TEXT_WIDTH
    cell = n.ancestor(paragraph, n.CELL)
    if cell is not None:
        width = cell.find(f"{n.CELL_PROPERTIES}/{n.CELL_WIDTH}")
        if width is not None and width.get(n.TYPE) == "dxa" and (width.get(n.WIDTH) or "").isdigit():
            return max(567, int(width.get(n.WIDTH) or 0) - 216)
    return widths.get(paragraph, A4_TEXT_WIDTH)


def _text_width(section: _Element) -> int:
    size, margins = section.find(n.PAGE_SIZE), section.find(n.PAGE_MARGINS)
    if size is None or margins is None:
        return A4_TEXT_WIDTH
    try:
        width = int(size.get(n.WIDTH) or 0) - int(margins.get(n.LEFT) or 0) - int(margins.get(n.RIGHT) or 0)
        width -= int(margins.get(n.GUTTER) or 0)
    except ValueError:
        return A4_TEXT_WIDTH
    columns = section.find(n.COLUMNS)
    number = int(columns.get(n.NUMBER) or 1) if columns is not None else 1
    return max(567, width // max(1, number))
