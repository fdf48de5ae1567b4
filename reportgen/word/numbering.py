"""The numbers that Word sets before paragraphs by itself (``1.2``, ``IV``), computed for tables of contents.

Lists are counted as ECMA-376 part 1, 17.9 has it: a paragraph's level goes up by one and those below it start anew.
A format that is not known here gives no number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.language import language
from reportgen.ooxml.relationships import NUMBERING, STYLES
from reportgen.ooxml.xml import child_value, parse, qn
from reportgen.record import Record, field
from reportgen.regex import regex
from reportgen.word import wml as n
from reportgen.word.part_import import part_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_PLACEHOLDER = regex(r"%(\d)")
_STYLE, _NUMBERED, _ID, _LEVEL = qn("w:pStyle"), qn("w:numPr"), qn("w:numId"), qn("w:ilvl")


class Level(Record):
    """One level of a list: how its number is written, where it starts, and the gap between it and the text."""

    format: str
    text: str
    start: int
    gap: str
    style: str


class Numbering(Struct):
    """The lists of one document, and how far each has been counted."""

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    """By ``numId``: the abstract list behind it, and its levels."""

    styles: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """By style: what it builds on, and its own ``numId`` and level (or empty)."""

    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By ``numId``: where its levels start anew when it is used first."""

    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def number(self, paragraph: _Element) -> str:
        """What Word sets before ``paragraph``, with the gap after it. To be asked of every paragraph, in order."""
        number_id, at = self.place_of(paragraph)
        abstract, levels = self.lists.get(number_id, ("", {}))
        level = levels.get(at)
        if level is None:
            return ""
        counts = self.counts.setdefault(abstract, {})
        if (start := self.starts.get(number_id, {}).pop(at, None)) is not None:
            counts[at] = start - 1
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        written = [self._written(levels, counts, int(found)) for found in _PLACEHOLDER.findall(level.text)]
        if level.format in ("bullet", "none") or None in written:
            return ""
        shown = iter(written)
        return _PLACEHOLDER.sub(lambda _: next(shown) or "", level.text) + level.gap

    @staticmethod
    def _written(levels: dict[int, Level], counts: dict[int, int], shown: int) -> str | None:
        level = levels.get(shown - 1)
        if level is None or level.format not in FORMATS:
            return None
        return FORMATS[level.format](counts.get(shown - 1, level.start))

    def place_of(self, paragraph: _Element) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or those of its style."""
        own = paragraph.find(f"{n.PPR}/{_NUMBERED}")
        style = child_value(paragraph, f"{n.PPR}/{_STYLE}", n.VAL)
        number_id, level = (child_value(own, _ID, n.VAL), child_value(own, _LEVEL, n.VAL))
        seen: set[str] = set()
        while not number_id and style in self.styles and style not in seen:
            seen.add(style)
            based_on, number_id, own_level = self.styles[style]
            level = level or own_level or self._level_of(number_id, style)
            style = based_on
        return number_id, int(level or 0)

    def _level_of(self, number_id: str, style: str) -> str:
        _, levels = self.lists.get(number_id, ("", {}))
        return next((str(at) for at, level in levels.items() if level.style == style), "")


def read_numbering(package: Package) -> Numbering:
    """The lists of a document; none where it has no numbering part."""
    lists, styles = part_of(package, NUMBERING), part_of(package, STYLES)
    if lists is None:
        return Numbering()
    root = parse(package.read(lists), lists).root
    abstract = {
        one.get(qn("w:abstractNumId")) or "": _levels(one) for one in root.iterchildren(qn("w:abstractNum"))
    }
    made = Numbering()
    for one in root.iterchildren(qn("w:num")):
        behind = child_value(one, qn("w:abstractNumId"), n.VAL)
        made.lists[one.get(_ID) or ""] = (behind, abstract.get(behind, {}))
        overrides = one.iterchildren(qn("w:lvlOverride"))
        starts = {
            int(level.get(_LEVEL) or 0): child_value(level, qn("w:startOverride"), n.VAL)
            for level in overrides
        }
        made.starts[one.get(_ID) or ""] = {at: int(start) for at, start in starts.items() if start.isdigit()}
    if styles is not None:
        for style in parse(package.read(styles), styles).root.iterchildren(qn("w:style")):
            listed = style.find(f"{n.PPR}/{_NUMBERED}")
            numbered = (child_value(listed, _ID, n.VAL), child_value(listed, _LEVEL, n.VAL))
            made.styles[style.get(qn("w:styleId")) or ""] = (
                child_value(style, qn("w:basedOn"), n.VAL),
                *numbered,
            )
    return made


def _levels(abstract: _Element) -> dict[int, Level]:
    return {
        int(level.get(_LEVEL) or 0): Level(
            format=child_value(level, qn("w:numFmt"), n.VAL) or "decimal",
            text=child_value(level, qn("w:lvlText"), n.VAL),
            start=int(child_value(level, qn("w:start"), n.VAL) or 1),
            gap="" if child_value(level, qn("w:suff"), n.VAL) == "nothing" else " ",
            style=child_value(level, _STYLE, n.VAL),
        )
        for level in abstract.iterchildren(qn("w:lvl"))
    }


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letters(number: int) -> str:
    """A to Z, then AA, BB: as Word counts."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _chinese(number: int) -> str:
    """Chinese counting numerals up to 99, as the format ``chineseCounting`` has them; larger numbers in digits."""
    digits, ten = language("zh").subject("word").COUNTING
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ten if tens == 1 else f"{digits[tens]}{ten}"
    return head + (digits[ones] if ones else "")


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
}
"""How a number is written in each of the formats known here, by its name in the file."""
