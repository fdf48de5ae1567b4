"""Where a generated table may break over pages: short tables nowhere but between long groups, longer ones not within a group that is low, never beside a lone row.

A table that is kept together leaves the rest of the page before it white, so only what is low is kept together. Word and
LibreOffice keep a row with the next one where its paragraphs are kept with the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.content import TableRow
from reportgen.word.column_geometry import printed_width

LOW = 4300
"""In twips (7.6 cm): a table that is lower stays on one page."""
_LINE = 1.3
"""The height of a line in em, and the space above and below the text of a row, in twips."""
_PADDING = 70
_LEAST_TOGETHER = 2
"""So many rows stay with the heads, and with the end."""
_LEAST_PARTED = 5
"""So many rows of a low table are on either page."""


def kept_with_next(
    rows: Sequence[TableRow], widths: Sequence[int], margin: int, half_points: int, *, followed: bool
) -> list[bool]:
    """For each row whether it stays on one page with what comes after it; ``followed``: notes or a source line do."""
    whole = height(rows, widths, margin, half_points) <= LOW
    grouped = _in_low_groups(rows, widths, margin, half_points)
    last = len(rows) - 1
    return [
        followed
        if place == last
        else (whole and not _may_part(rows, place + 1))
        or row.role == "group"
        or (grouped[place] and rows[place + 1].role != "group")
        or rows[place + 1].indent > row.indent  # a total and its first part
        or rows[place + 1].role == "total"
        or place < _LEAST_TOGETHER - 1
        or place == last - 1
        for place, row in enumerate(rows)
    ]


def _in_low_groups(
    rows: Sequence[TableRow], widths: Sequence[int], margin: int, half_points: int
) -> list[bool]:
    """For each row whether it is of a group that is low: such a group stays on one page."""
    starts = [place for place, row in enumerate(rows) if row.role == "group"]
    low = [False] * len(rows)
    for start, end in pairwise([*starts, len(rows)]):
        low[start:end] = [height(rows[start:end], widths, margin, half_points) <= LOW] * (end - start)
    return low


def _may_part(rows: Sequence[TableRow], place: int) -> bool:
    """Whether a table that is low may break before a row: where a group begins, with enough rows on both pages."""
    return rows[place].role == "group" and min(place, len(rows) - place) >= _LEAST_PARTED


def height(rows: Sequence[TableRow], widths: Sequence[int], margin: int, half_points: int) -> int:
    """About how high the rows are together, without heads, in twips."""
    em = half_points * 10
    return sum(round(_lines(row, widths, margin, em) * em * _LINE) + _PADDING for row in rows)


def _lines(row: TableRow, widths: Sequence[int], margin: int, em: int) -> int:
    rooms = [sum(widths)] if row.role == "group" else widths
    return max(
        (
            -(-printed_width(str(cell.shown), em) // max(em, room - 2 * margin))
            for cell, room in zip(row.cells, rooms, strict=False)
        ),
        default=1,
    )
