"""Tags in a paragraph, joined where Word has split them over several runs, and replaced by marks.

Word splits what was typed in one go: by spelling marks, revision ids, bookmarks, language changes, half a bold tag. The
text of a paragraph is read as one line; a tag that spans several runs moves into the run of its first brace and takes
that run's format, as it does in docxtpl. What was between its pieces (bookmarks, proofing marks) stays in place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.expressions import Tag, find_tags, may_hold_tags
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.word import wml as n

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK_START, MARK_END = "\ufdd0", "\ufdd1"
"""Two of Unicode's noncharacters: XML can hold them, documents do not."""

MARK = regex(f"{MARK_START}(\\d+){MARK_END}")

AROUND = 30
"""How many characters of the surrounding text a finding shows on each side of a tag."""

_TEXT_OF = {
    n.TAB: "\t",
    n.BR: "\n",
    n.CR: "\n",
    n.NO_BREAK_HYPHEN: "-",
    n.SOFT_HYPHEN: "",
    n.LAID_OUT_BREAK: "",
}
_OPAQUE = "\ufffc"


class _TextStretch(Struct):
    """A stretch of the paragraph's text and the element that holds it; only texts can be rewritten."""

    element: _Element
    text: str

    @property
    def is_text(self) -> bool:
        return self.element.tag in n.TEXTS


class MarkedTag(Record):
    """A tag, the number that marks its place, the text element the mark is in, and the text around it."""

    number: int
    tag: Tag
    element: _Element
    around: str
    is_split: bool = False


def mark(number: int) -> str:
    return f"{MARK_START}{number}{MARK_END}"


def mark_tags(paragraph: _Element, first_number: int) -> list[MarkedTag]:
    """Replace every tag of a paragraph by a mark; number them from ``first_number``. Unclosed tags stay as text."""
    found: list[MarkedTag] = []
    channels = [list(channel(paragraph)) for channel in _CHANNELS]
    channels += [list(_line_pieces(ruby)) for ruby in paragraph.iter(n.RUBY_TEXT, n.RUBY_BASE)]
    for pieces in channels:
        text = "".join(piece.text for piece in pieces)
        if not may_hold_tags(text):
            continue
        tags = find_tags(text)
        marked = [
            MarkedTag(
                first_number + len(found) + index, tag, element, _around(text, tag), _is_split(pieces, tag)
            )
            for index, (tag, element) in enumerate(zip(tags, _places(pieces, tags), strict=True))
        ]
        _put_marks(pieces, [one for one in marked if one.tag.closed])
        found += marked
    return found


def _line_pieces(paragraph: _Element) -> Iterator[_TextStretch]:
    """The text of a paragraph in order, without what is deleted and without text boxes anchored in it."""
    for child in paragraph:
        if child.tag == n.R:
            for inner in child:
                if inner.tag == n.T:
                    yield _TextStretch(inner, inner.text or "")
                elif inner.tag in _TEXT_OF:
                    yield _TextStretch(inner, _TEXT_OF[inner.tag])
                elif inner.tag not in (n.RPR, n.INSTRUCTION):
                    yield _TextStretch(inner, _OPAQUE)
        elif child.tag in n.WITHIN_LINE:
            yield from _line_pieces(child)


def _instruction_pieces(paragraph: _Element) -> Iterator[_TextStretch]:
    for child in paragraph:
        if child.tag == n.R:
            yield from (
                _TextStretch(inner, inner.text or "") for inner in child if inner.tag == n.INSTRUCTION
            )
        elif child.tag in n.WITHIN_LINE:
            yield from _instruction_pieces(child)


def _math_pieces(paragraph: _Element) -> Iterator[_TextStretch]:
    for text in paragraph.iter(n.MATH_TEXT):
        if n.ancestor(text, n.P) is paragraph:
            yield _TextStretch(text, text.text or "")


def _drawn_pieces(paragraph: _Element) -> Iterator[_TextStretch]:
    """The text of a paragraph of DrawingML: in a chart's title, in a diagram."""
    if paragraph.tag == n.DRAWN_PARAGRAPH:
        for text in paragraph.iterfind(f"{n.DRAWN_RUN}/{n.DRAWN_TEXT}"):
            yield _TextStretch(text, text.text or "")


_CHANNELS = (_line_pieces, _instruction_pieces, _math_pieces, _drawn_pieces)


def _places(pieces: list[_TextStretch], tags: list[Tag]) -> list[_Element]:
    """For each tag the element that holds its first brace."""
    ends = list(accumulate(len(piece.text) for piece in pieces))
    return [pieces[bisect_right(ends, tag.start)].element for tag in tags]


def _is_split(pieces: list[_TextStretch], tag: Tag) -> bool:
    """Whether the tag's format changes on its way."""
    looks: set[bytes] = set()
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        if start < tag.end and end > tag.start:
            run = piece.element.getparent()
            look = None if run is None else run.find(n.RPR)
            looks.add(b"" if look is None else _as_bytes(look))
        start = end
    return len(looks) > 1


def _as_bytes(element: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(element)


def _put_marks(pieces: list[_TextStretch], tags: list[MarkedTag]) -> None:
    """Cut the tags out of all the pieces they span, and leave each one's mark where its first brace was."""
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        touching = [one for one in tags if one.tag.start < max(end, start + 1) and one.tag.end > start]
        if touching:
            _rewrite(piece, start, end, touching)
        start = end


def _rewrite(piece: _TextStretch, start: int, end: int, tags: list[MarkedTag]) -> None:
    kept: list[str] = []
    position = start
    for one in tags:
        kept.append(piece.text[position - start : max(one.tag.start - start, 0)])
        if one.tag.start >= start and one.element is piece.element:
            kept.append(mark(one.number))
        position = min(one.tag.end, end)
    kept.append(piece.text[position - start :])
    if piece.is_text:
        piece.element.text = "".join(kept)
        if piece.element.tag in (n.T, n.INSTRUCTION):
            piece.element.set(n.SPACE, "preserve")
    elif start > tags[0].tag.start:  # a tab or break inside a tag
        parent = piece.element.getparent()
        if parent is not None:
            parent.remove(piece.element)


def _around(text: str, tag: Tag) -> str:
    """The tag with a little of the text on both sides, to be found by eye."""
    start, end = max(0, tag.start - AROUND), tag.end + AROUND
    head, tail = ("…" if start else ""), ("…" if end < len(text) else "")
    return (
        f"{head}{text[start:end]}{tail}".replace(_OPAQUE, " ").replace("\n", " ").replace("\t", " ").strip()
    )
