"""Decimal points under each other, in Word and in LibreOffice alike.

Word aligns a table cell on a decimal tab by itself, LibreOffice does not. So numbers are set flush right, and each is
indented from the right by what it lacks after its decimal point compared with the longest of its column; the column's
block of numbers then stands in the middle of its width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

WIDE_FACE = 1.3
"""How much wider than the estimate the widest usual typefaces run (Verdana, DejaVu Sans)."""

_NUMBER = re.compile(r"^(.*?[\d…—](?:[\d,  ]*\d)?)(.*)$", re.DOTALL)
_NARROW = ".,:;'|!il"


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell's text; ``raised`` is what follows in small raised letters (source marks)."""

    text: str
    raised: str = ""


def right_indents(cells: Sequence[Shown], width: int, half_points: int) -> list[int]:
    """For each cell of a column the indent from the right in twips; ``width`` is the column's room, without margins.

    Where a column is too narrow for it, alignment gives way: no indent makes a number wrap.
    """
    em = half_points * 10
    heads, tails = [], []
    for cell in cells:
        found = _NUMBER.match(cell.text)
        heads.append(text_width(found[1] if found else cell.text, em))
        tails.append(text_width(found[2] if found else "", em) + round(text_width(cell.raised, em) * 0.65))
    longest = max(tails, default=0)
    spare = max(0, width - round((max(heads, default=0) + longest) * WIDE_FACE))
    rooms = (
        max(0, width - round((head + tail) * WIDE_FACE)) for head, tail in zip(heads, tails, strict=True)
    )
    return [min(spare // 2 + longest - tail, room) for tail, room in zip(tails, rooms, strict=True)]


def text_width(text: str, em: int) -> int:
    """About how wide a text prints, in the unit of ``em``: digits are half as wide as high in the usual faces."""
    width = 0.0
    for character in text:
        if unicodedata.east_asian_width(character) in "WF":
            width += 1.0
        elif character in _NARROW:
            width += 0.25
        else:
            width += 0.83 if character == "%" else 0.5
    return round(width * em)
