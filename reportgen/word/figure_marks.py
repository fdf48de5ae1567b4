"""Figure marks: how a figure is marked in a Word document so that it is found again. No other file knows.

A mark is a hidden bookmark around plain runs (``_rg_<key>_<number>``), or a content control around one run, whose tag is the
figure's short key. LibreOffice 7.4 drops the tags of controls, so a control without tag, title or type may be a mark that lost its key.

There is a :class:`Carrier` for each style of marks, for those who write. Who reads a part's text recognises the marks of every
style by :func:`opened` and :func:`described` (controls) and :class:`Points` (bookmarks).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Protocol

from msgspec import Struct

from reportgen.content import MarkStyle
from reportgen.ooxml.xml import escape_attribute
from reportgen.record import Record, field
from reportgen.regex import regex
from reportgen.word import inline
from reportgen.word.ids import FIRST_CONTROL, Numbers
from reportgen.word.located import Holder

if TYPE_CHECKING:
    from reportgen.word.slots import Slot

KEY = "f[a-z2-7]{9}"
"""The short key that stands for a figure's id."""

_KEY = regex(KEY)

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
        """Whether a slot may have a mark."""

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
            f"<w:sdtContent>{inline.run_xml(text, properties)}</w:sdtContent></w:sdt>"
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


class _Bookmarks:
    """Marks that are hidden bookmarks: the figure stays a plain run of its sentence."""

    def fits(self, slot: Slot) -> bool:
        return not slot.is_fallback

    def marked(self, key: str, text: str, properties: str, ids: FreeIds) -> str:
        number = ids.bookmarks.next()
        return inline.bookmark(f"_rg_{key}_{number}", number, inline.run_xml(text, properties))

    def unmarked(self, xml: str) -> str:
        own: set[str] = set()

        def without(found: re.Match[str]) -> str:
            number = _POINT_ID.search(found[0])
            is_own = _POINT_NAME.search(found[0]) is not None or (
                found["end"] is not None and number is not None and number[1] in own
            )
            if is_own and number is not None:
                own.symmetric_difference_update({number[1]})
            return "" if is_own else found[0]

        return _POINT.sub(without, xml)


CONTROLS, BOOKMARKS = _Controls(), _Bookmarks()
CARRIERS: dict[MarkStyle, Carrier | None] = {"bookmarks": BOOKMARKS, "controls": CONTROLS, "none": None}
"""The carrier of each style of marks; ``None`` writes figures without a mark."""


def carrier_in(xml: str) -> Carrier | None:
    """The carrier of the marks that a part's text has already, for figures that are put in."""
    if _POINT_NAME.search(xml):
        return BOOKMARKS
    return CONTROLS if "<w:sdt>" in xml else None


def key_of_mark(xml: str) -> str:
    """The key of the first mark, of any style, in a piece of a part's text; empty where there is none."""
    point = _POINT_NAME.search(xml)
    if point is not None:
        return point["key"]
    return next((tag[1] for tag in _TAG.finditer(xml) if _KEY.fullmatch(tag[1])), "")


def unmarked(xml: str) -> str:
    """A part's text without the marks of any style; what they held stays."""
    return BOOKMARKS.unmarked(CONTROLS.unmarked(xml))


# ---- reading and changing a part's text --------------------------------------------------------------------

_POINT = regex(r"<w:bookmark(?:Start|(?P<end>End))\b[^>]*?/>")
_POINT_ID = regex(r'w:id="(-?\d+)"')
_POINT_NAME = regex(rf'w:name="_rg_(?P<key>{_KEY.pattern})_(?P<number>\d+)"')
_ANY_POINT = regex(r'(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)("[^>]*>)')
_BOOKMARK_ID = regex(r'<w:bookmarkStart\b[^>]*?w:id="(\d{1,9})"')
_CONTROL_ID = regex(r'<w:id w:val="(-?\d+)"/>')
_FIRST_BOOKMARK = 1_000
_TAG = regex(r'<w:tag\b[^>]*?w:val="([^"]*)"')
_TAG_FOR = '<w:tag w:val="{}"/>'
_PROPERTIES_WITH_TAG = f"<w:sdtPr>{_TAG_FOR}</w:sdtPr>"
_BARE_PROPERTIES = regex(
    r'<w:sdtPr\s*/>|<w:sdtPr>(?:<w:rPr\s*/>|<w:rPr>.*?</w:rPr>)?(?P<id><w:id w:val="-?\d+"/>)?(?P<end></w:sdtPr>)',
    re.DOTALL,
)
_CONTROL_PIECE = regex(
    r"(?P<start><w:sdt>(?:(?!<w:sdtContent|</w:sdt>).)*<w:sdtContent>)|(?P<end></w:sdtContent>\s*</w:sdt>)"
    r"|<w:sdt>(?:(?!<w:sdtContent>|</w:sdt>).)*</w:sdt>",
    re.DOTALL,
)
"""The beginning or the end of a content control, or one that holds nothing."""


class Points(Struct):
    """The marks between two elements of their own that are open while a part's text is read, by the elements' id."""

    open: dict[str, Holder] = field(default_factory=dict)

    NAMES: ClassVar = frozenset({"w:bookmarkStart", "w:bookmarkEnd"})

    def read(self, xml: str, start: int, end: int) -> Holder | None:
        """An element of ``NAMES``, which is ``xml[start:end]``. Returns the mark that ends with it."""
        number = _POINT_ID.search(xml, start, end)
        name = _POINT_NAME.search(xml, start, end)
        if name is not None and number is not None:
            self.open[number[1]] = Holder("figure", name["key"], start, name.span("key"), is_between=True)
        elif number is not None and number[1] in self.open and xml.startswith("<w:bookmarkEnd", start):
            return self._end(number[1], end)
        return None

    def close(self, end: int) -> list[Holder]:
        """The paragraph ends, and with it what a mark of it holds: returns the marks that were open."""
        return [self._end(number, end) for number in list(self.open)]

    def _end(self, number: str, end: int) -> Holder:
        holder = self.open.pop(number)
        holder.end = end
        return holder


def mark_points(holder: Holder, xml: str) -> list[tuple[int, int]]:
    """Where both elements of a mark between two of them are in the part's text."""
    points = list(_POINT.finditer(xml, holder.start, holder.end))
    numbers = [_POINT_ID.search(one[0]) for one in points]
    return [
        one.span()
        for one, number in zip(points, numbers, strict=True)
        if number and numbers[0] and number[1] == numbers[0][1]
    ]


class IdsInPart(Record):
    """Ids that a part's text does not use, for marks that are put into it."""

    control_ids: Numbers
    bookmarks: Numbers

    @classmethod
    def of(cls, xml: str) -> IdsInPart:
        controls = map(int, _CONTROL_ID.findall(xml))
        bookmarks = map(int, _BOOKMARK_ID.findall(xml))
        names = (int(found["number"]) for found in _POINT_NAME.finditer(xml))
        return cls(
            Numbers(last=max([FIRST_CONTROL, *controls])),
            Numbers(last=max([_FIRST_BOOKMARK, *bookmarks, *names])),
        )

    def given_to(self, xml: str) -> str:
        """XML of another document, its controls and bookmarks under ids that are free here, its marks under names that are."""
        numbers: dict[str, int] = {}

        def bookmark(found: re.Match[str]) -> str:
            number = numbers.get(found[2])
            if number is None:
                number = numbers[found[2]] = self.bookmarks.next()
            return _POINT_NAME.sub(
                lambda name: f'w:name="_rg_{name["key"]}_{number}"', f"{found[1]}{number}{found[3]}"
            )

        fresh = _CONTROL_ID.sub(lambda _: f'<w:id w:val="{self.control_ids.next()}"/>', xml)
        return _ANY_POINT.sub(bookmark, fresh)


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
    elif in_line and (bare := _BARE_PROPERTIES.fullmatch(xml)) is not None:
        holder.is_keyless = True
        at = max(bare.start("id"), bare.start("end") if bare["id"] is None else -1)
        holder.name_at = (start, start + len(xml)) if at < 0 else (start + at, start + at)
        holder.name_as = _PROPERTIES_WITH_TAG if at < 0 else _TAG_FOR


def renaming(holder: Holder, name: str) -> list[tuple[int, int, str]]:
    """The change (from, to, what comes there) in a part's text by which a mark or link stands for ``name``."""
    if holder.name or holder.is_keyless:
        return [(*holder.name_at, holder.name_as.format(escape_attribute(name)))]
    return []
