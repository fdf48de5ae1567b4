"""Page numbers of a table of contents, taken from a PDF that LibreOffice has laid out.

LibreOffice writes a PDF's outline and its named destinations as plain objects; the order of the pages gives the numbers.
Pages are counted from the document's beginning: a section that starts its numbers anew is not followed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.ooxml import Package
from reportgen.ooxml.xml import NAMESPACES, parse, qn
from reportgen.word import names as n
from reportgen.word.contents import has_contents, paragraphs_of, toc_fields

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGES = re.compile(rb"/Type\s*/Pages.*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_OUTLINE = re.compile(rb"/Title\s*<FEFF([0-9A-Fa-f]*)>\s*/Dest\s*\[\s*(\d+) 0 R")
_NAMED = re.compile(rb"/(_Toc\d+)\s*\[\s*(\d+) 0 R")


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
    for field in toc_fields(story.root):
        for paragraph in paragraphs_of(field):
            for link in paragraph.iterchildren(n.HYPERLINK):
                anchor = link.get(qn("w:anchor")) or ""
                page = named.get(anchor) or _next(titled, "".join(t.text or "" for t in link.iter(n.T)))
                if page is not None and not any(link.iter(n.INSTRUCTION)):
                    link.extend(_page_reference(anchor, page))
    package.write(main, story.to_bytes())
    return package.save()


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


def _page_reference(anchor: str, page: int) -> list[_Element]:
    field = (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{page}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return list(parse(f'<w:p xmlns:w="{NAMESPACES["w"]}">{field}</w:p>'.encode()).root)
