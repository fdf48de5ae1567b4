"""Columns of a table in which no row has a number, or nothing is stated: they say nothing, so one note says why they are left out."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.figures.presentation import NotStated, Presentation
from reportgen.figures.row import Row
from reportgen.figures.table_columns import ShownColumn, head_of
from reportgen.kinds.figure import Figure
from reportgen.messages import Message
from reportgen.periods import Period

_LEAST_ROWS = 2
"""In a single row an empty cell is no empty column."""


def without_empty_columns(
    columns: Sequence[ShownColumn],
    rows: Sequence[Row],
    document: Presentation,
    period: Period,
    *,
    of_numbers: bool = True,
) -> tuple[list[int], list[str]]:
    """The places of the columns that say something, and a note for each of the others; a column may ask to be kept (``always``).

    ``of_numbers`` false keeps those of numbers: in a table of targets "…" is printed for each.
    """
    kept, notes = [], []
    for place, column in enumerate(columns):
        cells = [row.cells[place] for row in rows if place < len(row.cells)]
        if column.always or len(cells) < _LEAST_ROWS:
            kept.append(place)
            continue
        if all(isinstance(cell, NotStated) for cell in cells):
            head = head_of(column, document.language, period, cells)
            notes.append(document.sentence_of(Message("figures.column-not-stated", column=head)))
            continue
        if not (of_numbers and _is_empty(cells)):
            kept.append(place)
            continue
        reasons = dict.fromkeys(document.why(cell) for cell in cells if isinstance(cell, Figure))
        head = head_of(column, document.language, period, cells)
        why = next(iter(reasons)) if len(reasons) == 1 else None
        notes.append(document.sentence_of(Message("figures.column-left-out", column=head, reason=why)))
    return kept, notes


def _is_empty(cells: Sequence[object]) -> bool:
    """Whether cells are figures, or places for them, and not one has a number or a status."""
    figures = [cell for cell in cells if isinstance(cell, Figure)]
    others = [cell for cell in cells if cell is not None and not isinstance(cell, Figure)]
    return bool(figures) and not others and all(one.is_empty for one in figures)
