"""Tables of contents and lists of tables or figures: TOC fields that show the right entries without any update.

The entries are the headings (or captions) that the filled document really has. Page numbers are known only when the
document is laid out: :func:`paginate` takes them from a PDF of it; until then entries are without numbers, and Word adds
them when a person updates the table. Nothing here makes Word ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.ooxml.xml import NAMESPACES, parse, qn
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.word import inline
from reportgen.word import wml as n

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.word.ids import Numbers
    from reportgen.word.named_styles import Styles
    from reportgen.word.numbering import Numbering

_LEVELS = regex(r'\\o\s*"(\d)\s*-\s*(\d)"')
_OWN_STYLES = regex(r'\\t\s*"([^"]*)"')
_LISTED = regex(r'\\[ca]\s*"?([^"\\\s]+)"?')
_SEQUENCE = regex(r"^\s*SEQ\s+\"?([^\s\"\\]+)")
_WITH_PAGE = regex(r"(.*\S)\s+[\dIVXLCivxlc-]+", re.DOTALL)
DEEPEST = 9


class TocEntry(Record):
    """A line of a table of contents: level 1 to 9 (0 in a list of captions), text, the bookmark it leads to."""

    level: int
    text: str
    anchor: str


class TocField(Record):
    """A TOC field in the tree: its instruction, the run that separates it from its result, the run that ends it."""

    instruction: str
    separator: _Element
    end: _Element


def has_contents(xml: str) -> bool:
    return re.search(r"<w:instrText[^>]*>\s*TOC\s", xml) is not None


def write_contents(xml: str, part: str, styles: Styles, bookmarks: Numbers, numbering: Numbering) -> str:
    """Write the entries of every TOC field of a part anew, from what the part now holds."""
    document = parse(xml.encode("utf-8"), part)
    numbers = {paragraph: numbering.number(paragraph) for paragraph in document.root.iter(n.P)}
    for field in list(toc_fields(document.root)):
        entries = _entries(document.root, field, styles, bookmarks, numbers)
        if not _is_as_before(field, entries):
            _replace_result(field, entries, styles)
    return document.to_bytes().decode("utf-8")


# ---- what is listed ------------------------------------------------------------------------------------------


def _entries(
    root: _Element, field: TocField, styles: Styles, bookmarks: Numbers, numbers: dict[_Element, str]
) -> list[TocEntry]:
    listed = _LISTED.search(field.instruction)
    inside = set(field_paragraphs(field))
    found = []
    for paragraph in root.iter(n.P):
        if paragraph in inside or n.ancestor(paragraph, n.TEXT_BOX) is not None:
            continue
        level = 0 if listed else _level(paragraph, field.instruction, styles)
        if level is None or (listed and listed[1] not in _sequences(paragraph)):
            continue
        text = _text(paragraph)
        if text:
            found.append(TocEntry(level, numbers.get(paragraph, "") + text, _anchor(paragraph, bookmarks)))
    return found


def _level(paragraph: _Element, instruction: str, styles: Styles) -> int | None:
    """The level at which a paragraph is listed: by its style's outline level, or its own, or ``\\t``."""
    style_element = paragraph.find(f"{n.PPR}/{qn('w:pStyle')}")
    style = styles.by_id.get(style_element.get(n.VAL) or "") if style_element is not None else None
    own = _OWN_STYLES.search(instruction)
    if own and style is not None:
        names = [name.strip() for name in re.split(r"[,;]", own[1])]
        for name, level in zip(names[::2], names[1::2], strict=False):
            if name.casefold() == style.name.casefold() and level.isdigit():
                return int(level)
    level = styles.outline_level(style)
    outline = paragraph.find(f"{n.PPR}/{qn('w:outlineLvl')}")
    if outline is not None and "\\u" in instruction:
        level = int(outline.get(n.VAL) or DEEPEST) + 1
    shown = _LEVELS.search(instruction)
    first, last = (int(shown[1]), int(shown[2])) if shown else (1, 0 if own else 3)
    return level if level is not None and first <= level <= last else None


def _sequences(paragraph: _Element) -> list[str]:
    return [found[1] for text in n.field_instructions(paragraph) if (found := _SEQUENCE.match(text))]


def _text(paragraph: _Element) -> str:
    pieces = []
    for element in paragraph.iter(n.T, n.TAB, n.BR):
        if element.tag == n.T:
            pieces.append(element.text or "")
        elif element.getparent() is not None and element.getparent().tag == n.R:  # type: ignore[union-attr]
            pieces.append(" ")
    return "".join(pieces).strip()


def _anchor(paragraph: _Element, bookmarks: Numbers) -> str:
    """The ``_Toc`` bookmark around the paragraph's text, made where there is none."""
    from lxml import etree

    for start in paragraph.iter(n.BOOKMARK_START):
        if (start.get(qn("w:name")) or "").startswith("_Toc"):
            return str(start.get(qn("w:name")))
    number = bookmarks.next()
    name = f"_Toc{900_000_000 + number}"
    start = etree.Element(n.BOOKMARK_START, {qn("w:id"): str(number), qn("w:name"): name})
    paragraph.insert(0 if paragraph.find(n.PPR) is None else 1, start)
    paragraph.append(etree.Element(n.BOOKMARK_END, {qn("w:id"): str(number)}))
    return name


# ---- the field -----------------------------------------------------------------------------------------------


def toc_fields(root: _Element) -> Iterator[TocField]:
    """The outermost TOC fields whose result spans whole paragraphs."""
    open_fields: list[list[_Element | str | None]] = []
    for element in root.iter(n.FIELD_CHARACTER, n.INSTRUCTION):
        run = element.getparent()
        if element.tag == n.INSTRUCTION:
            if open_fields and open_fields[-1][1] is None:
                open_fields[-1][0] = f"{open_fields[-1][0]}{element.text or ''}"
            continue
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            open_fields.append(["", None])
        elif kind == "separate" and open_fields:
            open_fields[-1][1] = run
        elif kind == "end" and open_fields:
            instruction, separator = open_fields.pop()
            if str(instruction).split()[:1] == ["TOC"] and separator is not None and run is not None:
                yield TocField(str(instruction), separator, run)  # type: ignore[arg-type]


def field_paragraphs(field: TocField) -> list[_Element]:
    """The paragraphs from the one with the separator to the one with the end, both included."""
    first, last = n.ancestor(field.separator, n.P), n.ancestor(field.end, n.P)
    if first is None or last is None:
        return []
    paragraphs = [first]
    while paragraphs[-1] is not last:
        following = paragraphs[-1].getnext()
        if following is None:
            return [first]
        paragraphs.append(following)
    return paragraphs


def _replace_result(field: TocField, entries: Sequence[TocEntry], styles: Styles) -> None:
    paragraphs = field_paragraphs(field)
    first, last = paragraphs[0], paragraphs[-1]
    looks = _looks(paragraphs)
    for between in paragraphs[1:-1]:
        between.getparent().remove(between)  # type: ignore[union-attr]
    while (around := field.end.getparent()) is not None and around.tag != n.P:  # in the link of an entry
        around.addnext(field.end)
    for leftover in list(field.separator.itersiblings()):
        if leftover is not field.end:
            leftover.getparent().remove(leftover)  # type: ignore[union-attr]
    ends_in_entry = False
    if last is not first:
        before = [child for child in field.end.itersiblings(preceding=True) if child.tag != n.PPR]
        for leftover in before:
            last.remove(leftover)
        ends_in_entry = (
            bool(before) and field.end.getnext() is None and last.find(f"{n.PPR}/{n.SECTION}") is None
        )
    place = first
    for number, entry in enumerate(entries):
        made = entry_paragraph(entry, looks, styles)
        if number == 0:
            _lead(first, field.separator, made)
        else:
            place.addnext(made)
            place = made
    if ends_in_entry:
        last.getparent().remove(last)  # type: ignore[union-attr]
    if ends_in_entry or (last is first and place is not first):
        place.append(field.end)


def _is_as_before(field: TocField, entries: Sequence[TocEntry]) -> bool:
    """Whether the table shows just these entries already, with page numbers: then these may stay."""
    shown = [_text(paragraph) for paragraph in field_paragraphs(field)]
    pages = [_WITH_PAGE.fullmatch(text) for text in shown if text]
    before = [_squeezed(found[1]) for found in pages if found is not None]
    return len(before) == len(pages) and bool(before) and before == [_squeezed(one.text) for one in entries]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _lead(first: _Element, separator: _Element, made: _Element) -> None:
    """The first entry shares its paragraph with the field's beginning."""
    old = first.find(n.PPR)
    if old is not None:
        first.remove(old)
    look = made.find(n.PPR)
    if look is not None:
        first.insert(0, look)
    for child in reversed([child for child in made if child.tag != n.PPR]):
        separator.addnext(child)


def _looks(paragraphs: list[_Element]) -> dict[str, str]:
    """The properties of the designer's own entries, by the id of their style: tabs and indents are kept."""
    looks: dict[str, str] = {}
    for paragraph in paragraphs:
        style = paragraph.find(f"{n.PPR}/{qn('w:pStyle')}")
        if style is not None:
            looks.setdefault(
                style.get(n.VAL) or "", n.xml_of(paragraph.find(n.PPR), paragraph.getroottree().getroot())
            )
    return looks


def entry_paragraph(entry: TocEntry, looks: dict[str, str], styles: Styles) -> _Element:
    style = styles.named(f"toc {entry.level}" if entry.level else "table of figures")
    look = looks.get(style.id) if style else None
    if look is None:
        look = inline.in_style(style.id) if style else ""
    xml = (
        f'<w:p xmlns:w="{NAMESPACES["w"]}" xmlns:w14="{NAMESPACES["w14"]}" xmlns:r="{NAMESPACES["r"]}">{look}'
        f"{inline.internal_link(entry.text, entry.anchor)}</w:p>"
    )
    return parse(xml.encode("utf-8")).root
