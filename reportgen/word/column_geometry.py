"""The columns of a generated table: how they share its width, and how numbers stand under each other.

By the columns' weights, but no word or number is broken where room can be found. Word aligns a table cell on a decimal tab
by itself, LibreOffice does not: so numbers are set flush right, and each is indented from the right by what it lacks after its
decimal point compared with the longest of its column; the column's block of numbers then stands in the middle of its width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

CELL_MARGIN = 85
"""Room in twips on each side of a cell's text."""

_UNBROKEN = re.compile(
    r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
_BOLD = 1.12
"""How much wider bold heads run than the estimate for plain text."""
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


def shared_widths(
    weights: Sequence[float],
    contents: Sequence[Sequence[str]],
    heads: Sequence[str],
    room: int,
    half_points: int,
) -> tuple[int, ...]:
    """Widths in twips, together exactly ``room``; ``contents`` are each column's texts that should not be broken."""
    wanted = [max(weight, 0.1) for weight in weights]
    widths = [room * weight / sum(wanted) for weight in wanted]
    em = half_points * 10
    needed = [
        _needed(texts, em) if not head else max(_needed(texts, em), _needed([head], em) * _BOLD)
        for texts, head in zip(contents, heads, strict=True)
    ]
    needed = [need * WIDE_FACE + 2 * CELL_MARGIN for need in needed]
    if sum(needed) < room:
        widths = _raised(widths, needed)
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return tuple(round(right) - round(left) for left, right in pairwise(edges))


def _needed(texts: Sequence[str], em: int) -> float:
    """The width of the longest stretch that a line may not break."""
    return max((text_width(word, em) for text in texts for word in _UNBROKEN.findall(text)), default=0)


def _raised(widths: list[float], needed: list[float]) -> list[float]:
    """Give columns what they need, and take it from those that have more, in proportion to what they can spare."""
    lacking = sum(max(0.0, need - width) for width, need in zip(widths, needed, strict=True))
    spare = sum(max(0.0, width - need) for width, need in zip(widths, needed, strict=True))
    share = lacking / spare if spare else 0.0
    return [
        need if width < need else width - (width - need) * share
        for width, need in zip(widths, needed, strict=True)
    ]


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
