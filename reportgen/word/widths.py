"""How a generated table shares its width: by the columns' weights, but no word or number is broken where room can be found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.word.alignment import WIDE_FACE, text_width

CELL_MARGIN = 85
"""Room in twips on each side of a cell's text."""

_UNBROKEN = re.compile(
    r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
_BOLD = 1.12
"""How much wider bold heads run than the estimate for plain text."""


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
