"""Where a table seems to be in a sheet, for a recipe's first draft: its head, its labels, its columns of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportgen.intake.draft_lines import SIGNS
from reportgen.intake.grid import Grid, Value, is_blank, number_of, text_of
from reportgen.intake.layout import Layout, head_path
from reportgen.intake.patterns import folded, tidied
from reportgen.language.unit_reader import the_unit_in
from reportgen.periods import YEAR
from reportgen.record import CachingRecord

NAMELESS = "Unnamed:"
"""How pandas names a column that has no name."""
_SHARE_OF_NUMBERS = 0.5
"""How much of a row or column holds numbers, for it to be one of numbers."""
_LOOKED_AT = 2_000
"""So many rows tell where a table is, however long it is."""
_ENOUGH = 2
_MOST_HEAD_ROWS = 4
_SIGNS = frozenset(map(folded, SIGNS))


class SeemingTable(CachingRecord):
    """Where head, labels and numbers seem to be."""

    grid: Grid
    head_top: int
    body_top: int
    label_columns: tuple[int, ...]
    """The columns whose texts make a row's label; the last one may hold the unit of each row."""
    columns: tuple[int, ...]
    counted: tuple[int, ...] = ()
    """Columns of numbers at the left of the labels: they count the rows."""

    @classmethod
    def found_in(cls, grid: Grid) -> SeemingTable | None:
        looked_at = range(min(len(grid.rows), _LOOKED_AT))
        rows = [row for row in looked_at if _is_row_of_numbers(grid, row)]
        if not rows:
            return None
        body_top = rows[0]
        numeric = tuple(
            column
            for column in range(width_of(grid))
            if _is_column_of_numbers(grid, rows, column) and (column or not _holds_years(grid, rows))
        )
        texts = [
            column
            for column in range(width_of(grid))
            if column not in numeric and _holds_texts(grid, rows, column)
        ]
        counted = tuple(column for column in numeric if texts and column < texts[0])
        numeric = numeric[len(counted) :]
        if not numeric or not texts:
            return None
        head_end = body_top
        while head_end > 0 and not _may_be_head(grid, head_end - 1, numeric):
            head_end -= 1
        head_top = head_end
        while (
            head_top > 0
            and head_end - head_top < _MOST_HEAD_ROWS
            and _may_be_head(grid, head_top - 1, numeric)
        ):
            head_top -= 1
        if head_end == 0:
            return None
        top = next((row for row in range(head_top, head_end) if _shown(grid, row, texts[0])), head_top)
        labels = _label_columns(grid, rows, texts, (top, head_end), numeric[0])
        return cls(grid, top, head_end, labels, numeric, counted)

    def head(self, column: int) -> tuple[str, ...]:
        return head_path(self.grid, self.head_top, self.body_top, column)

    @property
    def find(self) -> str:
        return tidied(self.grid.spread_text(self.head_top, self.label_columns[0]))

    @property
    def labels_by_heads(self) -> tuple[str, ...]:
        """The heads of the columns that make a label together, where they are several."""
        others = tuple(self.head(column)[-1] for column in self.label_columns[1:])
        return (self.find, *others) if others else ()

    def label(self, row: int) -> str:
        return self._labels[row - self.body_top]

    @cached_property
    def _labels(self) -> list[str]:
        layout = Layout(self.grid, self.head_top, self.body_top, self.label_columns, ())
        return list(map(tidied, layout.labels()))

    def labels(self) -> Iterator[tuple[int, str]]:
        for row in range(self.body_top, len(self.grid.rows)):
            if label := self.label(row):
                yield row, label

    def told_apart(self) -> dict[int, str]:
        """Rows whose label others have, too, each with the closest label above that is over none of these."""
        labels = dict(self.labels())
        rows_of: dict[str, list[int]] = {}
        for row, label in labels.items():
            if self.holds_numbers(row):
                rows_of.setdefault(label, []).append(row)
        found: dict[int, str] = {}
        for rows in rows_of.values():
            above = [
                [labels[at] for at in range(row - 1, start, -1) if at in labels]
                for start, row in zip([self.body_top - 1, *rows], rows, strict=False)
            ]
            for row, own in zip(rows, above, strict=True) if len(rows) > 1 else ():
                others = {label for other in above if other is not own for label in other}
                own_label = next((label for label in own if label not in others), "")
                if own_label:
                    found[row] = own_label
        return found

    def holds_numbers(self, row: int) -> bool:
        cells = self.grid.rows[row]
        return any(number_of(cells[column], {}) is not None for column in self.columns if column < len(cells))


def width_of(grid: Grid) -> int:
    return max((len(row) for row in grid.rows), default=0)


def _numbers_in(grid: Grid, row: int) -> int:
    return sum(number_of(value, {}) is not None and not is_year(text_of(value)) for value in grid.rows[row])


def _says_something(value: Value) -> bool:
    """Whether a cell holds more than a sign for "no number here"."""
    return not is_blank(value) and folded(text_of(value)) not in _SIGNS


def _is_row_of_numbers(grid: Grid, row: int) -> bool:
    held = [value for value in grid.rows[row] if _says_something(value)]
    return len(held) > 1 and _numbers_in(grid, row) >= max(1, _SHARE_OF_NUMBERS * (len(held) - 1))


def _is_column_of_numbers(grid: Grid, rows: Iterable[int], column: int) -> bool:
    held = [
        grid.rows[row][column]
        for row in rows
        if column < len(grid.rows[row]) and _says_something(grid.rows[row][column])
    ]
    numbers = sum(number_of(value, {}) is not None for value in held)
    return bool(held) and numbers >= min(_ENOUGH, len(held)) and numbers >= _SHARE_OF_NUMBERS * len(held)


def _holds_texts(grid: Grid, rows: Sequence[int], column: int) -> bool:
    texts = sum(bool(tidied(grid.text(row, column))) for row in rows)
    return texts >= _SHARE_OF_NUMBERS * len(rows)


def _label_columns(
    grid: Grid, rows: Sequence[int], texts: Sequence[int], head: tuple[int, int], first_number: int
) -> tuple[int, ...]:
    """Of the columns of texts those that name a row: under heads of their own, up to the numbers; and the one with its unit."""
    heads = {column: head_path(grid, *head, column)[-1:] for column in texts}
    told = [
        column
        for at, column in enumerate(texts)
        if heads[column] and heads[column] not in [heads[one] for one in texts[:at]]
    ]
    unit = [column for column in told[1:] if _holds_units(grid, rows, column)][:1]
    names = [column for column in told if column < first_number and column not in unit] or [texts[0]]
    return (*names, *unit)


def _holds_units(grid: Grid, rows: Sequence[int], column: int) -> bool:
    texts = [text for row in rows if (text := tidied(grid.text(row, column))) and folded(text) not in _SIGNS]
    return bool(texts) and all(the_unit_in(text) is not None for text in texts)


def _holds_years(grid: Grid, rows: Sequence[int]) -> bool:
    """Whether the first column says of which year each row is."""
    years = sum(is_year(tidied(grid.text(row, 0))) for row in rows)
    return years >= max(_ENOUGH, _SHARE_OF_NUMBERS * len(rows))


def _may_be_head(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether most columns of numbers have a text in a row."""
    texts = sum(bool(_shown(grid, row, column)) for column in columns)
    distinct = {_shown(grid, row, column) for column in columns} - {""}
    return texts >= max(1, len(columns) // 2) and (len(distinct) > 1 or len(columns) == 1)


def _shown(grid: Grid, row: int, column: int) -> str:
    """What a cell shows; nothing where a program named a column that has no name."""
    text = tidied(grid.spread_text(row, column))
    return "" if text.startswith(NAMELESS) else text


def is_year(text: str) -> bool:
    return YEAR.fullmatch(text) is not None
