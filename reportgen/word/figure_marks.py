"""Figure marks: how a figure is marked in a Word document so that it is found again. No other file knows.

Today a mark is a content control around one run; the control's tag is the figure's short key. LibreOffice 7.4 drops the tags
of controls, so a control without tag, title or type may be a mark that lost its key.

There is a :class:`Carrier` for each style of marks, for those who write. Those who read recognise the marks of every style: in
a parsed paragraph by :class:`FoundMarks`, in a part's text by :func:`opened` and :func:`described`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from reportgen.content import MarkStyle
from reportgen.ooxml.xml import escape_attribute, qn
from reportgen.word import inline
from reportgen.word import wml as n
from reportgen.word.ids import Numbers
from reportgen.word.located import Holder

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.word.slots import Slot

_KEY = re.compile(r"f[a-z2-7]{9}")
"""The short key that stands for a figure's id."""

# ---- writing ---------------------------------------------------------------------------------------------


class FreeIds(Protocol):
    """Where a mark gets an id that its document does not use yet."""

    @property
    def control_ids(self) -> Numbers: ...
    @property
    def bookmarks(self) -> Numbers: ...


class Carrier(Protocol):
    """One way to mark a figure."""

    def fits(self, slot: Slot) -> bool:
        """Whether a mark may stand at a slot."""

    def marked(self, key: str, text: str, properties: str, ids: FreeIds) -> str:
        """The figure ``key`` as runs in the format ``properties`` (``w:rPr``), with its mark."""

    def unmarked(self, xml: str) -> str:
        """A part's XML without the marks; what they held stays."""


class _Controls:
    """Marks that are content controls."""

    def fits(self, slot: Slot) -> bool:
        return slot.may_hold_control

    def marked(self, key: str, text: str, properties: str, ids: FreeIds) -> str:
        # Not a plain-text control (``w:text``): LibreOffice 7.4 drops the run's own format inside one.
        number = ids.control_ids.next()
        return (
            f'<w:sdt><w:sdtPr>{properties}<w:tag w:val="{escape_attribute(key)}"/><w:id w:val="{number}"/></w:sdtPr>'
            f"<w:sdtContent>{inline.run(text, properties)}</w:sdtContent></w:sdt>"
        )

    def unmarked(self, xml: str) -> str:
        open_controls: list[bool] = []
        pieces, position = [], 0
        for found in _CONTROL_PIECE.finditer(xml):
            tag = _TAG.search(found[0])
            is_mark = tag is not None and _KEY.fullmatch(tag[1]) is not None
            if found["start"]:
                open_controls.append(is_mark)
            elif found["end"]:
                is_mark = open_controls.pop()
            if is_mark:
                pieces.append(xml[position : found.start()])
                position = found.end()
        return "".join([*pieces, xml[position:]])


CONTROLS = _Controls()
CARRIERS: dict[MarkStyle, Carrier | None] = {"controls": CONTROLS, "none": None}
"""The carrier of each style of marks; ``None`` writes figures without a mark."""

# ---- reading a paragraph's tree ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A marked figure: its key, the text it shows, where in the paragraph's text that is.

    An empty key: a mark that lost its key.
    """

    key: str
    text: str
    start: int
    end: int
    element: _Element


_TRACKED_CHANGES = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
_OF_ANY_CONTROL = frozenset(
    {n.RPR, *map(qn, ("w:id", "w:lock", "w:placeholder", "w:showingPlcHdr", "w:temporary", "w15:appearance"))}
)
MARKING = frozenset({n.SDT})
"""Elements of a paragraph that may be marks: whoever reads it calls :class:`FoundMarks` at both ends of each."""


@dataclass(slots=True)
class FoundMarks:
    """The marks of one paragraph while it is being read; positions are characters of its text."""

    marks: tuple[FigureMark, ...] = ()
    keyless: tuple[FigureMark, ...] = ()
    _open: list[tuple[int, int, int]] = field(default_factory=list)

    def enter(self, start: int) -> None:
        """An element of ``MARKING`` begins."""
        self._open.append((start, len(self.marks), len(self.keyless)))

    def leave(self, element: _Element, text: str) -> None:
        """An element of ``MARKING`` ends; ``text`` is the paragraph's text so far."""
        start, marks_before, keyless_before = self._open.pop()
        key = _key_of(element)
        if len(self.marks) > marks_before or (key is None and len(self.keyless) > keyless_before):
            return  # of nested controls the innermost counts
        shown = text[start:]
        if key is not None:
            if not shown and next(element.iter(*_TRACKED_CHANGES), None) is not None:
                return  # this view leaves out all it held
            self.marks += (FigureMark(key, shown, start, len(text), element),)
            self.keyless = self.keyless[:keyless_before]
        elif _may_have_lost_its_key(element):
            self.keyless += (FigureMark("", shown, start, len(text), element),)

    def finish(self, paragraph: _Element, text: str) -> None:
        """The paragraph ends: one mark may hold all of it, as Word makes them when a control fills a paragraph or cell."""
        if self.marks:
            return
        for holder in paragraph.iterancestors(n.SDT):
            key = _key_of(holder)
            if key is not None and len(list(holder.iter(n.P))) == 1:
                self.marks = (FigureMark(key, text, 0, len(text), holder),)
                return


def _key_of(control: _Element) -> str | None:
    """The figure's key in a control's tag, ``None`` for controls that are not ours."""
    tag = control.find(f"{n.SDT_PROPERTIES}/{qn('w:tag')}")
    key = (tag.get(n.VAL) or "") if tag is not None else ""
    return key if _KEY.fullmatch(key) else None


def _may_have_lost_its_key(control: _Element) -> bool:
    """Whether a control has no tag, no title and no type of its own (a date, a list, a check box)."""
    properties = control.find(n.SDT_PROPERTIES)
    return properties is None or all(child.tag in _OF_ANY_CONTROL for child in properties)


# ---- reading and changing a part's text --------------------------------------------------------------------

_TAG = re.compile(r'<w:tag\b[^>]*?w:val="([^"]*)"')
_BARE_PROPERTIES = re.compile(
    r'<w:sdtPr>(?:<w:rPr\s*/>|<w:rPr>.*?</w:rPr>)?(?:<w:id w:val="-?\d+"/>)?</w:sdtPr>', re.DOTALL
)
_CONTROL_PIECE = re.compile(
    r"(?P<start><w:sdt>(?:(?!<w:sdtContent|</w:sdt>).)*<w:sdtContent>)|(?P<end></w:sdtContent>\s*</w:sdt>)"
    r"|<w:sdt>(?:(?!<w:sdtContent>|</w:sdt>).)*</w:sdt>",
    re.DOTALL,
)
"""The beginning or the end of a content control, or one that holds nothing."""


def opened(name: str, start: int) -> Holder | None:
    """What an element that begins at ``start`` may be the mark of; ``None`` for elements that are no marks."""
    return Holder("figure", "", start, (0, 0)) if name == "w:sdt" else None


def described(holder: Holder, name: str, xml: str, start: int, *, in_line: bool) -> None:
    """Read whose mark it is from the properties ``xml`` of its element, which begin at ``start``.

    A figure's by its key; perhaps a figure's that lost its key; or no mark at all. ``in_line``: within a paragraph.
    """
    if name != "w:sdtPr":
        return
    tag = _TAG.search(xml)
    if tag is not None and _KEY.fullmatch(tag[1]):
        holder.name = tag[1]
        holder.name_at = (start + tag.start(1), start + tag.end(1))
    elif in_line and _BARE_PROPERTIES.fullmatch(xml):
        found = re.search(r"<w:id\b|</w:sdtPr>", xml)
        assert found is not None
        holder.key_missing_at = start + found.start()


def key_restored(key: str) -> str:
    """What to put in at ``key_missing_at`` of a mark that lost its key."""
    return f'<w:tag w:val="{escape_attribute(key)}"/>'
