"""One part of a document with tags in it (body, header, footnotes), cut into literal XML and tags.

The part is parsed a single time. Its tags become marks in the tree, statements move out of the runs they were typed in,
scoped ones take the place of their row, cell or paragraph; then the tree is written out and cut at the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.expressions import NearTag, Tag, check_form
from reportgen.findings import Finding, Place, Severity
from reportgen.ooxml.xml import parse
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.word import wml as n
from reportgen.word.cell_statements import CELL_STATEMENTS, settle_cell_statements
from reportgen.word.emptied import closing_of, closings, place_closings
from reportgen.word.grids import mark_grids
from reportgen.word.sections import sections_of
from reportgen.word.slots import Slot, SlotKind, paragraph_slot, text_slot
from reportgen.word.split_tags import MARK, MARK_END, MARK_START, mark
from reportgen.word.statement_places import instruction, replace_by_marks, split_at_statements
from reportgen.word.tag_register import SCOPES, TagRegister
from reportgen.word.tag_search import search_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKS = regex(rf"<\?tag (\d+)\?>|{MARK_START}(\d+){MARK_END}")
_BRACES = regex(rb"[{}]|&lt;&lt;|\[\[|" + "｛|｝|【|«|《《|［［".encode())
_ESCAPED_BRACES = regex(rb"\{_[{%]|[%}]_\}")
_SCOPE_ELEMENTS = {"tr": n.ROW, "tc": n.CELL, "p": n.P}
_ON_XML = ("filter", "endfilter")
"""Statements that would change the XML around a text with it."""

_BESIDE_LONE_TAG = frozenset({n.PPR, n.PROOFING, n.BOOKMARK_START, n.BOOKMARK_END})


class TagPiece(Record):
    """A tag where it is written; a ``slot`` for one that shows a value."""

    number: int
    tag: Tag
    place: Place
    slot: Slot | None = None


class Story(Record):
    """A part in pieces, in the order in which they are written, and what is wrong with its tags one by one.

    No pieces: the part has no tags, only what looks like one.
    """

    part: str
    pieces: tuple[str | TagPiece, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()
    near: tuple[NearTag, ...] = ()
    """What may have been meant as a tag."""

    @property
    def tags(self) -> list[TagPiece]:
        return [piece for piece in self.pieces if isinstance(piece, TagPiece)]


def read_story(
    part: str,
    data: bytes,
    where: Place,
    chart_titles: Mapping[str, str] | None = None,
    addresses: Mapping[str, str] | None = None,
) -> Story | None:
    """Cut a part into pieces; ``None`` where it holds no tag. Expressions are not read yet.

    ``where`` is the place of the part; ``chart_titles`` are the titles of the charts drawn in the part, by relationship,
    ``addresses`` those of its links that have tags in them.
    """
    if not _BRACES.search(data) and not chart_titles and not addresses:
        return None
    document = parse(data, part)
    register = TagRegister(next_number=1)
    search_tags(document.root, register, where, chart_titles or {}, addresses or {})
    if not register.tags and _ESCAPED_BRACES.search(data) is None:
        return Story(part, (), (), (), tuple(register.near)) if register.near else None
    _check_forms(register)
    settle_cell_statements(register)
    ends = closings(_leaving(register), document.root)
    for scope in _SCOPE_ELEMENTS:
        _settle_scope(scope, register)
    for run in list(document.root.iter(n.R)):
        split_at_statements(run, register.is_statement)
    _make_slots(document.root, register)
    place_closings(ends, register)
    mark_grids(document.root)
    pieces = tuple(_cut(document.root, document.declaration.decode("utf-8", "replace"), register))
    return Story(part, pieces, tuple(register.findings), tuple(_split_notes(register)), tuple(register.near))


def _check_forms(register: TagRegister) -> None:
    for number, marked in register.tags.items():
        mistake = check_form(marked.tag, CELL_STATEMENTS)
        if mistake is not None:
            register.find(number, mistake.finding)
        elif marked.tag.keyword in _ON_XML:
            found = Finding("unavailable-tag", Severity.ERROR, variant="filter", keyword=marked.tag.keyword)
            register.find(number, found)


def _split_notes(register: TagRegister) -> Iterator[Finding]:
    """Tags that change their format half way: they work, in the format of their first brace."""
    for number, marked in register.tags.items():
        if marked.is_split:
            place, tag = register.places[number], marked.tag.source
            yield Finding("split-tag", Severity.NOTE, place=place, tag=tag)


# ---- moving them to where they act -----------------------------------------------------------------------


def _settle_scope(scope: str, register: TagRegister) -> None:
    """Let the tags of a scope take the place of their row, cell or paragraph."""
    holders: dict[_Element, list[int]] = {}
    for number, marked in register.tags.items():
        if marked.tag.scope != scope or not marked.tag.closed or number in register.slots:
            continue
        holder = n.ancestor(marked.element, _SCOPE_ELEMENTS[scope])
        if holder is None:
            register.find_misplaced(number, scope)
        else:
            holders.setdefault(holder, []).append(number)
    for holder, numbers in holders.items():
        if any(register.tags[number].tag.kind != "{#" for number in numbers):
            _find_lost_text(holder, numbers, scope, register)
        if not (scope == "p" and all(register.is_value(number) for number in numbers)):
            replace_by_marks(holder, numbers)


def _leaving(register: TagRegister) -> Iterator[_Element]:
    """The paragraphs whose place their statements will take."""
    for marked in register.tags.values():
        paragraph = n.ancestor(marked.element, n.P)
        if marked.tag.scope == "p" and marked.tag.kind != "{{" and paragraph is not None:
            yield paragraph


def _find_lost_text(holder: _Element, numbers: list[int], scope: str, register: TagRegister) -> None:
    text = "".join(element.text or "" for element in holder.iter(*n.TEXTS))

    def spelled(found: re.Match[str]) -> str:
        number = int(found[1])
        silent = number in numbers or register.tags[number].tag.kind == "{#"
        return "" if silent else register.tags[number].tag.source

    lost = MARK.sub(spelled, text).strip()
    if lost:
        register.find(
            numbers[0],
            Finding(
                "text-beside-tag",
                Severity.ERROR,
                tag=register.tags[numbers[0]].tag.source,
                holder=SCOPES[scope],
                lost=lost,
            ),
        )


# ---- slots -----------------------------------------------------------------------------------------------


def _make_slots(root: _Element, register: TagRegister) -> None:
    sections = sections_of(root)
    for element in list(root.iter(*n.TEXTS)):
        text = element.text or ""
        if MARK_START not in text:
            continue
        numbers = [int(found[1]) for found in MARK.finditer(text)]
        values = [number for number in numbers if register.is_value(number)]
        for number in values:
            tag, place = register.tags[number].tag, register.places[number]
            register.slots[number] = text_slot(number, tag, place, element, root, sections)
        paragraph = n.ancestor(element, n.P)
        if len(numbers) == 1 and values and paragraph is not None and _has_to_itself(paragraph, element):
            slot = register.slots[values[0]]
            if slot.kind is SlotKind.TEXT and not _meets_trimming(paragraph, register):
                register.slots[slot.number] = paragraph_slot(
                    slot, paragraph, mark(slot.number), root, _closing(paragraph, root)
                )
                paragraph.addprevious(instruction(slot.number))
                paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]


def _closing(paragraph: _Element, root: _Element) -> str:
    """What must follow a table in the place of ``paragraph``: something where it is the last of its container."""
    following = paragraph.getnext()
    return closing_of(paragraph, root) if following is None or following.tag == n.SECTION else ""


def _has_to_itself(paragraph: _Element, element: _Element) -> bool:
    """Whether the mark in ``element`` is all that the paragraph shows."""
    if MARK.sub("", element.text or "").strip() or paragraph.find(f"{n.PPR}/{n.SECTION}") is not None:
        return False
    for child in paragraph:
        if child.tag == n.R:
            shown = (
                inner
                for inner in child
                if inner is not element and inner.tag not in (n.RPR, n.LAID_OUT_BREAK)
            )
            if any(inner.tag != n.T or (inner.text or "").strip() for inner in shown):
                return False
        elif child.tag not in _BESIDE_LONE_TAG:
            return False
    return not any(
        MARK_START in str(value) for inner in paragraph.iter("*") for value in inner.attrib.values()
    )


def _meets_trimming(paragraph: _Element, register: TagRegister) -> bool:
    """Whether a ``{%-`` or ``-%}`` nearby may want to join this paragraph with its neighbour."""
    trimming = [
        number
        for number, one in register.tags.items()
        if one.tag.kind == "{%" and (one.tag.trim_before or one.tag.trim_after)
    ]
    if not trimming:
        return False
    from lxml import etree

    near = [beside for beside in (paragraph.getprevious(), paragraph.getnext()) if beside is not None]
    around = "".join(etree.tostring(beside, encoding="unicode") for beside in near)
    return any(mark(number) in around or f"<?tag {number}?>" in around for number in trimming)


# ---- cutting ---------------------------------------------------------------------------------------------


def _cut(root: _Element, declaration: str, register: TagRegister) -> Iterator[str | TagPiece]:
    """The part's XML as literals and tags; comments and silent tags are left out."""
    from lxml import etree

    xml = declaration + etree.tostring(root.getroottree(), encoding="unicode")
    position = 0
    for found in _MARKS.finditer(xml):
        if found.start() > position:
            yield xml[position : found.start()]
        position = found.end()
        number = int(found[1] or found[2])
        tag = register.tags[number].tag
        if tag.kind != "{#" and number not in register.silent:
            yield TagPiece(number, tag, register.places[number], register.slots.get(number))
    yield xml[position:]
