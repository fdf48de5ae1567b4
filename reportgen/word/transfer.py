"""Paragraphs and rows of one document taken over into another: with the styles and links of that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.ooxml.relationships import HYPERLINK
from reportgen.word.located import Cell, Paragraph, Row

if TYPE_CHECKING:
    from reportgen.ooxml import Package

_STYLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
_STYLE_USED = re.compile(r'<w:(?:pStyle|rStyle|tblStyle)\b[^>]*?w:val="([^"]*)"')
_STYLE_DEFINED = re.compile(
    r'<w:style\b[^>]*?w:styleId="(?P<id>[^"]*)"[^>]*>(?:(?!</w:style>).)*?<w:name w:val="(?P<name>[^"]*)"',
    re.DOTALL,
)
_RELATED = re.compile(r'\br:(?:id|embed|link)="([^"]*)"')
_ONLY_ONCE = re.compile(r' w14:(?:paraId|textId)="[^"]*"| w:rsid\w*="[^"]*"')
_HOLDS_MORE = re.compile(
    r"<w:(?:commentRangeStart|commentRangeEnd|commentReference|drawing|pict|object|sectPr|footnoteReference|"
    r"endnoteReference|ins|del|moveFrom|moveTo)\b"
)


@dataclass(slots=True)
class Transfer:
    """Takes XML of ``now``'s part over into the same part of ``edited``."""

    now: Package
    edited: Package
    part: str
    now_part: str
    xml: str

    def paragraph(self, paragraph: Paragraph) -> str | None:
        return self._taken_over(self.xml[paragraph.start : paragraph.end])

    def row(self, row: Row) -> str | None:
        return self._taken_over(self.xml[row.start : row.end])

    def cell(self, cell: Cell) -> str | None:
        return self._taken_over(self.xml[cell.start : cell.end])

    def may_remove(self, xml: str) -> bool:
        """Whether an element holds nothing of people's: no comment, tracked change, picture, note or section."""
        return _HOLDS_MORE.search(xml) is None

    def _taken_over(self, xml: str) -> str | None:
        """The XML with its links and styles, or ``None`` where it holds what cannot be taken over: pictures, unknown styles."""
        if _HOLDS_MORE.search(xml):
            return None
        styles = self._styles()
        if any(style not in styles for style in _STYLE_USED.findall(xml)):
            return None
        xml = _STYLE_USED.sub(lambda found: found[0].replace(f'"{found[1]}"', f'"{styles[found[1]]}"'), xml)
        related = {found.id: found for found in self.now.relationships(self.now_part)}
        wanted = dict.fromkeys(_RELATED.findall(xml))
        if any(number not in related or related[number].type != HYPERLINK for number in wanted):
            return None
        own = {number: self._link_to(related[number].target) for number in wanted}
        xml = _RELATED.sub(lambda found: found[0].replace(found[1], own[found[1]]), xml)
        return _ONLY_ONCE.sub("", xml)

    def _link_to(self, target: str) -> str:
        relationships = self.edited.relationships(self.part)
        for found in relationships.by_type(HYPERLINK):
            if found.external and found.target == target:
                return found.id
        return relationships.add(HYPERLINK, target, external=True)

    def _styles(self) -> dict[str, str]:
        """The styles of today's document under their ids, as the people's document calls them: programs give new ids, and
        keep the names."""
        own = {name.lower(): style for style, name in _defined(self.edited)}
        return {style: own[name.lower()] for style, name in _defined(self.now) if name.lower() in own}


def _defined(package: Package) -> list[tuple[str, str]]:
    """Ids and names of a document's styles."""
    for found in package.relationships(package.main_part).by_type(_STYLES):
        if found.part in package:
            return _STYLE_DEFINED.findall(package.read(found.part).decode("utf-8"))
    return []
