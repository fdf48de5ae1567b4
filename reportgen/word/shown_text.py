"""What a paragraph shows: its text in one view of tracked changes, with its figure marks, fields and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from reportgen.ooxml.xml import qn
from reportgen.word import wml as n
from reportgen.word.figure_marks import MARKING, FoundMarks

if TYPE_CHECKING:
    from lxml.etree import _Element

_DELETED_TEXT = qn("w:delText")
_INSERTED = frozenset({qn("w:ins"), qn("w:moveTo")})
_REMOVED = frozenset({qn("w:del"), qn("w:moveFrom")})
_FIELD_TYPE, _FIELD_INSTRUCTION, _ANCHOR = qn("w:fldCharType"), qn("w:instr"), qn("w:anchor")
_HIDDEN = f"{n.RPR}/{qn('w:vanish')}"
_ROW_CHANGES = f"{qn('w:trPr')}/*"
_NOTHING_SHOWN = frozenset({n.PPR, n.RPR, n.SDT_PROPERTIES, n.TEXT_BOX, n.FALLBACK, n.INSTRUCTION})


class View(StrEnum):
    """How tracked changes are read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a paragraph's text that Word fills (a ``field``, by its name) or that leads elsewhere (a ``link``)."""

    kind: Literal["field", "link"]
    name: str
    start: int
    end: int


@dataclass(slots=True)
class ShownText:
    """The text of one paragraph in the making. ``mark_left_out``: its paragraph mark is not in this view."""

    view: View
    fields: list[str]
    """Names of the fields open at this place, the outermost first; they may run over paragraphs."""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    found: FoundMarks = field(default_factory=FoundMarks)
    stretches: tuple[Stretch, ...] = ()
    mark_left_out: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def add(self, text: str) -> None:
        if not text:
            return
        start, self.length = self.length, self.length + len(text)
        self.pieces.append(text)
        shown_in = next((name for name in self.fields if not name.startswith("?")), "")
        if shown_in:
            self.stretches += (Stretch("field", shown_in, start, self.length),)


def paragraph_text(paragraph: _Element, view: View, fields: list[str]) -> ShownText:
    """Read one paragraph. ``fields`` carries the open fields from paragraph to paragraph of a part."""
    shown = ShownText(view, fields)
    mark = _REMOVED if view is View.ACCEPTED else _INSERTED
    shown.mark_left_out = any(child.tag in mark for child in paragraph.iterfind(f"{n.PPR}/{n.RPR}/*"))
    _walk(paragraph, shown)
    shown.found.finish(paragraph, shown.text)
    return shown


def is_left_out(element: _Element, view: View) -> bool:
    """Whether the view leaves out the change, row or cell that ``element`` stands in."""
    left_out = _REMOVED if view is View.ACCEPTED else _INSERTED
    for holder in (element, *element.iterancestors()):
        if holder.tag in left_out:
            return True
        if holder.tag == n.ROW and any(change.tag in left_out for change in holder.iterfind(_ROW_CHANGES)):
            return True
    return False


def _walk(element: _Element, shown: ShownText) -> None:
    for child in element:
        if child.tag in _NOTHING_SHOWN or child.tag == n.P:
            continue
        if child.tag in (_REMOVED if shown.view is View.ACCEPTED else _INSERTED):
            continue
        if child.tag in MARKING:
            shown.found.enter(shown.length)
            _walk(child, shown)
            shown.found.leave(child, shown.text)
        elif child.tag == n.HYPERLINK:
            _link(child, shown)
        elif child.tag == n.SIMPLE_FIELD:
            shown.fields.append(_field_name(child.get(_FIELD_INSTRUCTION) or ""))
            _walk(child, shown)
            shown.fields.pop()
        elif child.tag == n.R:
            if child.find(_HIDDEN) is None:
                _run(child, shown)
        elif child.tag in n.WITHIN_LINE or child.tag in _REMOVED or child.tag == n.SDT_CONTENT:
            _walk(child, shown)


def _link(element: _Element, shown: ShownText) -> None:
    start = shown.length
    _walk(element, shown)
    anchor = element.get(_ANCHOR) or ""
    shown.stretches += (Stretch("link", anchor, start, shown.length),)


def _run(run: _Element, shown: ShownText) -> None:
    for child in run:
        if child.tag in (n.T, _DELETED_TEXT):
            shown.add(child.text or "")
        elif child.tag == n.TAB:
            shown.add("\t")
        elif child.tag in (n.BR, n.CR):
            shown.add("\n")
        elif child.tag == n.NO_BREAK_HYPHEN:
            shown.add("-")
        elif child.tag == n.FIELD_CHARACTER:
            _field_character(child.get(_FIELD_TYPE) or "", shown)
        elif child.tag == n.INSTRUCTION and shown.fields and shown.fields[-1].startswith("?"):
            shown.fields[-1] += child.text or ""


def _field_character(kind: str, shown: ShownText) -> None:
    """``begin`` opens a field whose instruction is being read (``?...``); ``separate`` begins what it shows."""
    if kind == "begin":
        shown.fields.append("?")
    elif kind == "separate" and shown.fields:
        shown.fields[-1] = _field_name(shown.fields[-1].removeprefix("?"))
    elif kind == "end" and shown.fields:
        shown.fields.pop()


def _field_name(instruction: str) -> str:
    return (instruction.split() or ["FIELD"])[0].upper()
