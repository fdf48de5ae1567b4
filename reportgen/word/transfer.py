"""Paragraphs, rows and tables of one document taken over into another: with the styles and links of that, charts with their data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.ooxml.relationships import CHART, HYPERLINK, STYLES
from reportgen.regex import regex
from reportgen.word.located import Cell, Paragraph, XmlRow, XmlTable
from reportgen.word.repeated import DRAWING_ID

if TYPE_CHECKING:
    from reportgen.ooxml import Package

_STYLE_USED = regex(r'<w:(?:pStyle|rStyle|tblStyle)\b[^>]*?w:val="([^"]*)"')
_STYLE_DEFINED = regex(
    r'<w:style\b[^>]*?w:styleId="(?P<id>[^"]*)"[^>]*>(?:(?!</w:style>).)*?<w:name w:val="(?P<name>[^"]*)"',
    re.DOTALL,
)
_RELATED = regex(r'\br:(?:id|embed|link)="([^"]*)"')
_ONLY_ONCE = regex(r' w14:(?:paraId|textId)="[^"]*"| w:rsid\w*="[^"]*"')
_HOLDS_MORE = regex(
    r"<w:(?:commentRangeStart|commentRangeEnd|commentReference|drawing|pict|object|sectPr|footnoteReference|"
    r"endnoteReference|ins|del|moveFrom|moveTo)\b"
)
_CHART_DRAWN = regex(
    r"<w:drawing>(?:(?!</?w:drawing>|<a:blip\b|<wps:|<w:txbx).)*?<c:chart\b[^>]*/>(?:(?!</?w:drawing>|<a:blip\b|<wps:).)*</w:drawing>",
    re.DOTALL,
)


class Transfer(Struct):
    """Takes XML of ``now``'s part over into the same part of ``edited``."""

    now: Package
    edited: Package
    part: str
    now_part: str
    xml: str
    last_drawing: int = 0

    def paragraph(self, paragraph: Paragraph) -> str | None:
        return self._taken_over(self.xml[paragraph.start : paragraph.end])

    def row(self, row: XmlRow) -> str | None:
        return self._taken_over(self.xml[row.start : row.end])

    def table(self, table: XmlTable) -> str | None:
        return self._taken_over(self.xml[table.start : table.end])

    def cell(self, cell: Cell) -> str | None:
        return self._taken_over(self.xml[cell.start : cell.end])

    def may_remove(self, xml: str, *, with_charts: bool = False) -> bool:
        """Whether an element holds nothing of people's: no comment, tracked change, picture, note or section. ``with_charts``:
        its charts are known to be none of theirs."""
        return _HOLDS_MORE.search(_CHART_DRAWN.sub("", xml) if with_charts else xml) is None

    def _taken_over(self, xml: str) -> str | None:
        """The XML with its links and styles, or ``None`` where it holds what cannot be taken over: pictures, unknown styles."""
        if _HOLDS_MORE.search(_CHART_DRAWN.sub("", xml)):
            return None
        styles = self._styles()
        if any(style not in styles for style in _STYLE_USED.findall(xml)):
            return None
        xml = _STYLE_USED.sub(lambda found: found[0].replace(f'"{found[1]}"', f'"{styles[found[1]]}"'), xml)
        related = {found.id: found for found in self.now.relationships(self.now_part)}
        wanted = dict.fromkeys(_RELATED.findall(xml))
        if any(number not in related or related[number].type not in (HYPERLINK, CHART) for number in wanted):
            return None
        own = {
            number: self._link_to(related[number].target)
            if related[number].type == HYPERLINK
            else self.edited.relationships(self.part).add(CHART, self._part(related[number].part))
            for number in wanted
        }
        xml = DRAWING_ID.sub(lambda found: f"{found[1]}{self._next_drawing()}{found[3]}", xml)
        xml = _RELATED.sub(lambda found: found[0].replace(found[1], own[found[1]]), xml)
        return _ONLY_ONCE.sub("", xml)

    def _link_to(self, target: str) -> str:
        relationships = self.edited.relationships(self.part)
        for found in relationships.by_type(HYPERLINK):
            if found.external and found.target == target:
                return found.id
        return relationships.add(HYPERLINK, target, external=True)

    def _part(self, part: str) -> str:
        """A part of today's document with all that it relates to, under a name that is free in the people's."""
        number = re.compile(r"\d*(?=\.\w+$)")
        name = self.edited.free_name(number.sub("{}", part, count=1))
        self.edited.add(name, self.now.read(part), self.now.content_type(part) or "application/octet-stream")
        for found in self.now.relationships(part):
            target = found.target if found.external else self._part(found.part)
            self.edited.relationships(name).add_with_id(found.id, found.type, target, external=found.external)
        return name

    def _next_drawing(self) -> int:
        """An id for a drawing that no other one of the people's part has."""
        if not self.last_drawing:
            held = DRAWING_ID.findall(self.edited.read(self.part).decode("utf-8"))
            self.last_drawing = max((int(one) for _, one, _ in held), default=0)
        self.last_drawing += 1
        return self.last_drawing

    def _styles(self) -> dict[str, str]:
        """The styles of today's document under their ids, as the people's document calls them: programs give new ids, and
        keep the names."""
        own = {name.lower(): style for style, name in _defined(self.edited)}
        return {style: own[name.lower()] for style, name in _defined(self.now) if name.lower() in own}


def _defined(package: Package) -> list[tuple[str, str]]:
    """Ids and names of a document's styles."""
    for found in package.relationships(package.main_part).by_type(STYLES):
        if found.part in package:
            return _STYLE_DEFINED.findall(package.read(found.part).decode("utf-8"))
    return []
