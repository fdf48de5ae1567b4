"""Page numbers of a table of contents, taken from a PDF that LibreOffice has laid out.

LibreOffice writes a PDF's outline and its named destinations as plain objects; the order of the pages gives the numbers.
Where a section starts its page numbers anew, they are counted from the page of the heading that it begins with; a section
that begins otherwise leaves its entries open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.ooxml import Package
from reportgen.ooxml.xml import NAMESPACES, parse, qn
from reportgen.regex import regex
from reportgen.word import wml as n
from reportgen.word.numbering import FORMATS
from reportgen.word.toc import field_paragraphs, has_contents, toc_fields

if TYPE_CHECKING:
    from lxml.etree import _Element

_COUNTING = qn("w:pgNumType")
_PAGES = regex(rb"/Type\s*/Pages.*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_OUTLINE = regex(rb"/Title\s*<FEFF([0-9A-Fa-f]*)>\s*/Dest\s*\[\s*(\d+) 0 R")
_NAMED = regex(rb"/(_Toc\d+)\s*\[\s*(\d+) 0 R")


def needs_pages(document: bytes) -> bool:
    """Whether a document has a table of contents whose page numbers are open."""
    package = Package.open(document)
    return has_contents(package.read(package.main_part).decode("utf-8"))


def paginate(document: bytes, pdf: bytes) -> bytes:
    """The document with the page numbers that ``pdf``, laid out from it, shows. Entries that the PDF lacks stay open."""
    package = Package.open(document)
    main = package.main_part
    story = parse(package.read(main), main)
    named, titled = _pages_of(pdf)
    sections = _Sections(story.root)
    links = [
        link
        for field in toc_fields(story.root)
        for paragraph in field_paragraphs(field)
        for link in paragraph.iterchildren(n.HYPERLINK)
    ]
    pages = dict(named)
    for link in links:
        page = _next(titled, "".join(text.text or "" for text in link.iter(n.T)))
        if page is not None:
            pages.setdefault(link.get(qn("w:anchor")) or "", page)
    for link in links:
        anchor = link.get(qn("w:anchor")) or ""
        shown = sections.shown(anchor, pages)
        if shown is not None and not any(link.iter(n.INSTRUCTION)):
            link.extend(_page_reference(anchor, shown))
    package.write(main, story.to_bytes())
    return package.save()


class _Sections:
    """The sections of a story: in which one each bookmark lies, and how each one counts its pages."""

    def __init__(self, root: _Element) -> None:
        self.of_anchor: dict[str, int] = {}
        self.first_anchors: list[list[str]] = [[]]
        self.counting: list[_Element | None] = []
        begun = False
        for paragraph in root.iter(n.P):
            anchors = [start.get(qn("w:name")) or "" for start in paragraph.iter(n.BOOKMARK_START)]
            self.of_anchor |= dict.fromkeys(anchors, len(self.counting))
            if not begun and any(text.text for text in paragraph.iter(n.T)):
                begun, self.first_anchors[-1] = True, anchors
            ended = paragraph.find(f"{n.PPR}/{n.SECTION}")
            if ended is not None:
                self.counting.append(ended.find(_COUNTING))
                self.first_anchors.append([])
                begun = False
        last = next((one for one in root.iter(n.SECTION) if n.ancestor(one, n.P) is None), None)
        self.counting.append(None if last is None else last.find(_COUNTING))

    def shown(self, anchor: str, pages: dict[str, int]) -> str | None:
        """The number on the page with the bookmark ``anchor``; ``None`` where ``pages`` does not give it."""
        if anchor not in pages:
            return None
        page, section = pages[anchor], self.of_anchor.get(anchor, 0)
        for at in range(section, -1, -1):
            counting = self.counting[at]
            start = None if counting is None else counting.get(qn("w:start"))
            if start is not None:
                first = next(
                    (pages[one] for one in self.first_anchors[at] if one in pages), 1 if at == 0 else None
                )
                if first is None:
                    return None
                page = int(start) + page - first
                break
        own = self.counting[section]
        kind = "decimal" if own is None else own.get(qn("w:fmt")) or "decimal"
        return FORMATS.get(kind, str)(page)


def _pages_of(pdf: bytes) -> tuple[dict[str, int], list[tuple[str, int]]]:
    """Page numbers by bookmark, and the outline's titles with their pages in order."""
    pages = _PAGES.search(pdf)
    if pages is None:
        return {}, []
    order = {kid: number for number, kid in enumerate(re.findall(rb"(\d+) 0 R", pages[1]), start=1)}
    named = {found[1].decode(): order[found[2]] for found in _NAMED.finditer(pdf) if found[2] in order}
    titles = [
        (_folded(bytes.fromhex(found[1].decode()).decode("utf-16-be", "replace")), order[found[2]])
        for found in _OUTLINE.finditer(pdf)
        if found[2] in order
    ]
    return named, titles


def _next(titled: list[tuple[str, int]], text: str) -> int | None:
    """The page of the next outline entry with that title; those before it are used up."""
    wanted = _folded(text)
    for place, (title, page) in enumerate(titled):
        if title.endswith(wanted):  # LibreOffice puts a heading's number before it
            del titled[: place + 1]
            return page
    return None


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _page_reference(anchor: str, page: str) -> list[_Element]:
    field = (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{page}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return list(parse(f'<w:p xmlns:w="{NAMESPACES["w"]}">{field}</w:p>'.encode()).root)
