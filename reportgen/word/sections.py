"""The sections of a body: the room of their text, and their page turned to landscape for a table that is too wide."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.ooxml.xml import child_value, qn
from reportgen.record import Record
from reportgen.word import wml as n

if TYPE_CHECKING:
    from lxml.etree import _Element

A4_TEXT_WIDTH = 8845
"""Twips between the margins of GB/T 9704; for paragraphs whose section says nothing."""
_LEAST = 567

_TURNED = {"top": "left", "left": "bottom", "bottom": "right", "right": "top"}
"""The margin of the upright page that each margin of the turned one was: the head of a table lies at the binding."""
_END = (
    '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/>{}</w:pPr></w:p>'
)
"""The paragraph that ends a section, as low as can be."""


class Section(Record):
    """A section: ``width`` is the room of its text in twips.

    ``own`` and ``turned`` are the XML of its properties as they are and for a landscape page, empty where its page is not
    turned: it is landscape already, it has columns, counts its pages anew or begins with a page of its own kind.
    """

    width: int = A4_TEXT_WIDTH
    own: str = ""
    turned: str = ""
    turned_width: int = 0

    def around(self, blocks: str) -> str:
        """The blocks on landscape pages of their own."""
        return f"{_END.format(self.own)}{blocks}{_END.format(self.turned)}"


def sections_of(root: _Element) -> dict[_Element, Section]:
    """The section of each paragraph that is in the body itself: it ends with the section's properties."""
    sections: dict[_Element, Section] = {}
    waiting: list[_Element] = []
    body = root.find(n.BODY)
    for block in body if body is not None else ():
        if block.tag == n.P:
            waiting.append(block)
        properties = n.section_ending(block)
        if properties is not None:
            turned = _turned(properties)
            section = (
                Section(section_width(properties))
                if turned is None
                else Section(
                    section_width(properties),
                    n.xml_of(properties, root),
                    n.xml_of(turned, root),
                    section_width(turned),
                )
            )
            sections.update(dict.fromkeys(waiting, section))
            waiting = []
    return sections


def section_width(section: _Element) -> int:
    """The room between the margins of a section's page, or in one of its columns."""
    size, margins = section.find(n.PAGE_SIZE), section.find(n.PAGE_MARGINS)
    if size is None or margins is None:
        return A4_TEXT_WIDTH
    try:
        width = int(size.get(n.WIDTH) or 0) - int(margins.get(n.LEFT) or 0) - int(margins.get(n.RIGHT) or 0)
        width -= int(margins.get(n.GUTTER) or 0)
    except ValueError:
        return A4_TEXT_WIDTH
    return max(_LEAST, width // _columns(section))


def _columns(section: _Element) -> int:
    number = child_value(section, n.COLUMNS, n.NUMBER, "1")
    return max(1, int(number)) if number.isdigit() else 1


def _turned(section: _Element) -> _Element | None:
    size, margins, counting = (
        section.find(n.PAGE_SIZE),
        section.find(n.PAGE_MARGINS),
        section.find(qn("w:pgNumType")),
    )
    if size is None or margins is None or _columns(section) > 1 or section.find(qn("w:titlePg")) is not None:
        return None
    if counting is not None and counting.get(qn("w:start")) is not None:
        return None
    width, height = size.get(n.WIDTH) or "", size.get(n.HEIGHT) or ""
    if not (width.isdigit() and height.isdigit()) or int(width) >= int(height):
        return None
    turned = deepcopy(section)
    turned.tail = None
    page, sides = turned.find(n.PAGE_SIZE), turned.find(n.PAGE_MARGINS)
    assert page is not None
    assert sides is not None
    page.set(n.WIDTH, height)
    page.set(n.HEIGHT, width)
    page.set(qn("w:orient"), "landscape")
    for side, upright in _TURNED.items():
        sides.set(qn(f"w:{side}"), margins.get(qn(f"w:{upright}")) or "0")
    for kind in turned.findall(n.SECTION_TYPE):
        kind.set(n.VAL, "nextPage")
    return turned
