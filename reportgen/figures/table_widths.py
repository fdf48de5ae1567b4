"""How much of a table's width each column takes: what its numbers and the words of its head need, and no more."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content import TableColumn, TableRow
from reportgen.display_width import half_widths, is_wide
from reportgen.record import replace

_LEAST, _MOST = 5, 26
"""In half-width characters. Longer texts wrap."""
_MARGIN = 4
"""Room inside a cell beside its text."""


def weighted(
    heads: Sequence[TableColumn], rows: Sequence[TableRow], asked: Sequence[float | None]
) -> list[TableColumn]:
    """The columns with their weights, in units of ten half-width characters; ``asked`` are those a definition fixes."""
    made = []
    for place, (head, fixed) in enumerate(zip(heads, asked, strict=True)):
        cells = [
            str(row.cells[place].shown) for row in rows if row.role != "group" and len(row.cells) > place
        ]
        made.append(replace(head, weight=fixed or round((_width(head, cells) + _MARGIN) / 10, 2)))
    return made


def _width(head: TableColumn, cells: Sequence[str]) -> int:
    """Numbers and short words take one line; heads and long texts break between words, Chinese anywhere."""
    wanted = [_unbreakable(head.head)]
    if head.unit:
        wanted.append(min(_unbreakable(head.unit) + 2, 12))
    if head.align == "number":
        wanted.append(_aligned(cells))
    else:
        wanted += [min(half_widths(cell), _MOST) for cell in cells]
        wanted += [_unbreakable(cell) for cell in cells]
    return max(_LEAST, min(_MOST, max(wanted)))


def _aligned(cells: Sequence[str]) -> int:
    """The width of numbers under each other at the decimal point, a bold digit's breadth to spare."""
    whole = max((half_widths(cell.partition(".")[0]) for cell in cells), default=0)
    fraction = max((half_widths("".join(cell.partition(".")[1:])) for cell in cells), default=0)
    return whole + fraction + 1


def _unbreakable(text: str) -> int:
    """The longest word; of Chinese text a third, since it breaks anywhere but not into single characters."""
    words = text.replace("-", "- ").split() or [""]
    longest = max(half_widths(word) for word in words)
    is_chinese = any(map(is_wide, text))
    return max(4, -(-longest // 2)) if is_chinese else longest
