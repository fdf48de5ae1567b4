"""Attachments of an official document: named below the text, each on a page of its own behind it (GB/T 9704-2012, 7.3.4 and 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.ooxml.xml import qn
from reportgen.word import wml as n
from reportgen.word.official_form.formatting import (
    BodyParagraph,
    OfficialDocument,
    departs,
    names,
    without_tags,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = "□"
"""In place of what a tag will say."""
_OFF = ("0", "false", "off")


def attachment_findings(read: OfficialDocument) -> Iterator[Finding]:
    """Of each attachment that does not begin a page, and of each that the text before does not name, or by another title."""
    named: list[str] = []
    in_list = False
    for at, line in enumerate(read.lines):
        said = without_tags(line.text, _TAG).strip()
        listed = names().ATTACHMENTS.match(said) or (in_list and names().FURTHER_ATTACHMENT.match(said))
        in_list = bool(listed)
        if listed:
            named.append(names().FURTHER_ATTACHMENT.sub("", said[listed.end() :].strip()).strip())
        elif head := names().ATTACHMENT.fullmatch(said):
            title = (head["title"] or _text_after(read, at)).strip()
            if not _begins_page(read, line):
                yield departs("7.3.7", "attachment-page", line, found=said)
            if not named:
                shown = title if title and _TAG not in title else "…"
                yield departs("7.3.4", "no-attachments", line, found=said, title=shown)
            elif title not in named and not any(_TAG in text for text in (title, *named)):
                yield departs("7.3.7", "attachment-title", line, title=title, named=tuple(named))


def _text_after(read: OfficialDocument, at: int) -> str:
    """The next line that will say something; a tag where one says it."""
    for line in read.lines[at + 1 :]:
        if "{{" in line.text:
            return _TAG
        if said := without_tags(line.text).strip():
            return said
    return ""


def _begins_page(read: OfficialDocument, line: BodyParagraph) -> bool:
    """Whether a paragraph is at the top of a page wherever the text before it ends."""
    broken = read.paragraph_property(line, qn("w:pageBreakBefore"))
    if broken is not None and broken.get(n.VAL) not in _OFF:
        return True
    if next(_words_and_breaks(line.element), "") is None:
        return True
    for before in line.element.itersiblings(preceding=True):
        if before.find(f"{n.PPR}/{n.SECTION}") is not None and not _runs_on(line.element):
            return True
        if before.tag != n.P or (within := list(_words_and_breaks(before))):
            return before.tag == n.P and within[-1] is None
    return False


def _words_and_breaks(paragraph: _Element) -> Iterator[str | None]:
    """What is in a paragraph from its beginning on: its words, without tags, and ``None`` for a new page."""
    text = ""
    for part in paragraph.iter(n.T, qn("w:br")):
        if part.tag == n.T:
            text += part.text or ""
        elif part.get(n.TYPE) == "page":
            if without_tags(text).strip():
                yield text
            yield None
            text = ""
    if without_tags(text).strip():
        yield text


def _runs_on(paragraph: _Element) -> bool:
    """Whether the section of a paragraph goes on where the one before ended."""
    for element in (paragraph, *paragraph.itersiblings()):
        section = n.section_ending(element)
        if section is not None:
            kind = section.find(n.SECTION_TYPE)
            return kind is not None and kind.get(n.VAL) == "continuous"
    return False
