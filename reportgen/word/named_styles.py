"""The styles of a template, found by the names people see; ids differ with every language version of Word.

Generated parts look for a style that the designer made for the purpose. Where there is none they fall back to plain
paragraphs of the document's default style with the least formatting of their own.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from reportgen.language import language, languages
from reportgen.ooxml.xml import child_value, parse, qn
from reportgen.record import Record, field
from reportgen.word import wml as n

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_HALF_POINTS = 21


class StyleRole(StrEnum):
    """What a generated part needs a style for. Each language has names for them; the README tells designers these."""

    CAPTION = "caption"
    UNIT = "unit"
    HEAD = "head"
    CELL = "cell"
    NUMBER = "number"
    GROUP = "group"
    NOTE = "note"
    SOURCE = "source"
    CHART = "chart"
    TABLE = "table"
    LINK = "link"


_KIND = {StyleRole.TABLE: "table", StyleRole.LINK: "character"}


class NamedStyle(Record):
    """One style: its id in the file, the name people see, what it is for, what it builds on."""

    id: str
    name: str
    kind: str
    based_on: str = ""
    half_points: int | None = None
    outline: int | None = None
    fonts: tuple[str, str] = ("", "")
    """The typefaces it names, for Latin and for Chinese letters."""


class Styles(Record):
    """The styles of one document."""

    by_name: dict[tuple[str, str], NamedStyle] = field(default_factory=dict)
    by_id: dict[str, NamedStyle] = field(default_factory=dict)
    half_points: int = DEFAULT_HALF_POINTS

    def named(self, name: str, kind: str = "paragraph") -> NamedStyle | None:
        """The style that people see as ``name``, whatever its case; an id is taken too."""
        return self.by_name.get((kind, name.casefold())) or self.by_id.get(name)

    def for_role(self, role: StyleRole) -> NamedStyle | None:
        kind = _KIND.get(role, "paragraph")
        found = (self.by_name.get((kind, name.casefold())) for name in style_names(role))
        return next((style for style in found if style is not None), None)

    def chart_fonts(self) -> dict[str, str]:
        """The typefaces of the style for charts, where the designer made one that names them."""
        latin, chinese = style.fonts if (style := self.for_role(StyleRole.CHART)) is not None else ("", "")
        named = {"latin_font": latin, "east_asian_font": chinese}
        return {key: font for key, font in named.items() if font}

    def outline_level(self, style: NamedStyle | None) -> int | None:
        """The level, 1 to 9, at which paragraphs of ``style`` are in the outline; ``None`` for body text."""
        seen = 0
        while style is not None and seen < 20:
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else None
            style, seen = self.by_id.get(style.based_on), seen + 1
        return None

    def size_of(self, style: NamedStyle | None) -> int:
        """The style's letter size in half points, inherited where it says none itself."""
        seen = 0
        while style is not None and seen < 20:
            if style.half_points is not None:
                return style.half_points
            style, seen = self.by_id.get(style.based_on), seen + 1
        return self.half_points


@cache
def style_names(role: StyleRole) -> tuple[str, ...]:
    """The style names looked for, in order: each language's first name for the role, then its second ones."""
    by_language = [language(code).subject("word").STYLES[role.value] for code in languages()]
    return tuple(name for rank in zip_longest(*by_language) for name in rank if name)


def read_styles(data: bytes | None) -> Styles:
    """The styles of a ``styles.xml``; none for a document without that part."""
    if data is None:
        return Styles()
    root = parse(data, "word/styles.xml").root
    styles = Styles(half_points=_default_size(root))
    for element in root.iterchildren(qn("w:style")):
        style = _style(element)
        styles.by_id[style.id] = style
        styles.by_name.setdefault((style.kind, style.name.casefold()), style)
    return styles


def _style(element: _Element) -> NamedStyle:
    return NamedStyle(
        id=element.get(qn("w:styleId")) or "",
        name=child_value(element, qn("w:name"), n.VAL),
        kind=element.get(n.TYPE) or "paragraph",
        based_on=child_value(element, qn("w:basedOn"), n.VAL),
        half_points=_size(element.find(f"{n.RPR}/{qn('w:sz')}")),
        fonts=_fonts(element.find(f"{n.RPR}/{qn('w:rFonts')}")),
        outline=_size(element.find(f"{n.PPR}/{qn('w:outlineLvl')}")),
    )


def _fonts(element: _Element | None) -> tuple[str, str]:
    if element is None:
        return "", ""
    return element.get(qn("w:ascii")) or "", element.get(qn("w:eastAsia")) or ""


def _size(element: _Element | None) -> int | None:
    text = "" if element is None else element.get(n.VAL) or ""
    return int(text) if text.isdigit() else None


def _default_size(root: _Element) -> int:
    path = "/".join(qn(name) for name in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz"))
    return _size(root.find(path)) or 20
