"""Where a table's head, labels and rows are in its sheet, and which rule each column follows.

A cell belongs to the closest head above it and to the closest label at its left: a recipe survives a row or a column that
somebody put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from reportgen.findings import Finding, Severity
from reportgen.intake.grid import Grid, is_blank, number_of, text_of
from reportgen.intake.patterns import Pattern, first_match, folded, tidied
from reportgen.intake.recipe import ColumnRule, Recipe, TableLayout
from reportgen.record import CachingRecord, Record
from reportgen.spelling import likeliest

JOINT = " / "
"""Between the texts of a head, or of a label, from the outside in."""


class ValueColumn(Record):
    """A column whose numbers are taken: its heads joined, its rule, and what the rule's placeholders stand for."""

    index: int
    head: str
    rule: ColumnRule
    read: Mapping[str, str]
    head_row: int
    """The row of its lowest head."""


class Layout(CachingRecord):
    """A table in its sheet. Rows and columns count from 0."""

    grid: Grid
    head_top: int
    body_top: int
    label_columns: tuple[int, ...]
    columns: tuple[ValueColumn, ...]
    left: tuple[int, ...] = ()
    """Columns with heads that no rule knows, or that a rule passes over."""

    def title_cells(self) -> Iterator[tuple[int, int, str]]:
        """Every text above the body: titles, units, heads."""
        for row in range(self.body_top):
            yield from self.texts_of(row)

    def texts_of(self, row: int) -> Iterator[tuple[int, int, str]]:
        """The texts of a row, each with its place; of equal neighbours only the first."""
        before = ""
        for column in range(len(self.grid.rows[row])):
            text = tidied(self.grid.text(row, column))
            if text and text != before:
                yield row, column, text
            before = text

    def other_head(self, row: int) -> tuple[ValueColumn, str] | None:
        """The first column over which a row, whose label is the head's again, has another text, and that text. A table that goes
        on over a page repeats its head; another table under it has one of its own."""
        for column in self.columns:
            text = tidied(self.grid.text(row, column.index))
            own = {folded(part) for part in column.head.split(JOINT)}
            if text and number_of(text, {}) is None and folded(text) not in own:
                return column, text
        return None

    @cached_property
    def head_labels(self) -> frozenset[str]:
        """The texts above the labels."""
        rows = range(self.head_top, min(self.body_top, len(self.grid.rows)))
        return frozenset(self.grid.text(row, self.label_columns[-1]) for row in rows) - {""}

    def labels(self) -> list[str]:
        """The texts at the left of each row of the body."""
        if len(self.label_columns) != 1:
            return [self._label(row) for row in range(self.body_top, len(self.grid.rows))]
        (column,) = self.label_columns
        rows = self.grid.rows[self.body_top :]
        return [
            (cell if isinstance(cell := row[column], str) else text_of(cell)) if column < len(row) else ""
            for row in rows
        ]

    def _label(self, row: int) -> str:
        return JOINT.join(
            filter(None, (tidied(self._label_text(row, column)) for column in self.label_columns))
        )

    def _label_text(self, row: int, column: int) -> str:
        """The text of a label column; where it is blank, the closest above in the body. The last column has none of others."""
        text = self.grid.spread_text(row, column)
        if column == self.label_columns[-1]:
            return text
        while not tidied(text) and row > self.body_top:
            row -= 1
            text = self.grid.spread_text(row, column)
        return text


def lay_out(grid: Grid, recipe: Recipe) -> tuple[Layout | None, list[Finding]]:
    """The table that the recipe looks for in a sheet; ``None`` where it is not there, and why."""
    table = recipe.table
    found = _find(grid, table.find)
    if found is None:
        return None, [_no_head(grid, table.find)]
    head_top, label_columns = found[0], [found[1]]
    if table.labels:
        cells = [_find(grid, (pattern,), start=head_top) for pattern in table.labels]
        for pattern, cell in zip(table.labels, cells, strict=True):
            if cell is None:
                return None, [_no_head(grid, (pattern,))]
        places = [cell for cell in cells if cell is not None]
        head_top, label_columns = min(row for row, _ in places), [column for _, column in places]
    if table.form is TableLayout.RECORDS:
        label_columns = []
    body_top = head_top + table.head_rows
    columns, findings, left = _columns(grid, recipe, head_top, body_top, label_columns)
    return Layout(grid, head_top, body_top, tuple(label_columns), columns, left), findings


def _find(grid: Grid, patterns: Sequence[Pattern], start: int = 0) -> tuple[int, int] | None:
    """The first cell from above that one of the patterns fits."""
    for row in range(start, len(grid.rows)):
        for column, value in enumerate(grid.rows[row]):
            if isinstance(value, str) and not is_blank(value) and first_match(patterns, value) is not None:
                return row, column
    return None


def head_path(grid: Grid, head_top: int, body_top: int, column: int) -> tuple[str, ...]:
    """The heads above a column from the top down. A blank head belongs to the closest at its left, but for the lowest row."""
    path: list[str] = []
    for row in range(head_top, min(body_top, len(grid.rows))):
        text = tidied(grid.spread_text(row, column))
        if not text and row < body_top - 1 and not grid.merged:
            text = grid.text_at_left(row, column)
        if text and (not path or path[-1] != text):
            path.append(text)
    return tuple(path)


def _columns(
    grid: Grid, recipe: Recipe, head_top: int, body_top: int, label_columns: Sequence[int]
) -> tuple[tuple[ValueColumn, ...], list[Finding], tuple[int, ...]]:
    width = max((len(row) for row in grid.rows[head_top:body_top]), default=0)
    columns: list[ValueColumn] = []
    left: list[int] = []
    findings: list[Finding] = []
    heads: dict[int, tuple[str, ...]] = {}
    for index in range(width):
        if index in label_columns:
            continue
        path = head_path(grid, head_top, body_top, index)
        if not path:
            continue
        heads[index] = path
        column = _column(recipe.columns, path, index, body_top - 1)
        if column is None or column.rule.skip:
            left.append(index)
        if column is not None:
            columns.append(column)
    findings += _columns_missing(grid, recipe, columns, heads, head_top)
    findings += _columns_twice(grid, columns)
    findings += _columns_unknown(grid, columns, heads, body_top)
    return tuple(column for column in columns if not column.rule.skip), findings, tuple(left)


def _column(
    rules: Sequence[ColumnRule], path: Sequence[str], index: int, head_row: int
) -> ValueColumn | None:
    for rule in rules:
        if len(rule.head) != len(path):
            continue
        read: dict[str, str] = {}
        for patterns, text in zip(rule.head, path, strict=True):
            found = first_match(patterns, text)
            if found is None:
                break
            read.update(found)
        else:
            return ValueColumn(index, JOINT.join(path), rule, read, head_row)
    return None


def _columns_missing(
    grid: Grid,
    recipe: Recipe,
    columns: Sequence[ValueColumn],
    heads: Mapping[int, tuple[str, ...]],
    head_top: int,
) -> Iterator[Finding]:
    used = {column.rule.number for column in columns}
    unused = {
        JOINT.join(path): index
        for index, path in heads.items()
        if index not in {column.index for column in columns}
    }
    for rule in recipe.columns:
        if rule.number in used or rule.optional or rule.skip:
            continue
        likely = likeliest(rule.shown, unused, 0.4)
        column = unused[likely] if likely else None
        yield Finding(
            "table-column-missing", Severity.ERROR, place=grid.place(head_top, column, likely or None),
            head=rule.shown, near=likely,
        )  # fmt: skip


def _columns_twice(grid: Grid, columns: Sequence[ValueColumn]) -> Iterator[Finding]:
    """One head that is above two columns: nobody could say which of them counts."""
    first: dict[tuple[int, tuple[tuple[str, str], ...]], ValueColumn] = {}
    for column in columns:
        key = (column.rule.number, tuple(sorted((name, folded(text)) for name, text in column.read.items())))
        other = first.setdefault(key, column)
        if other is not column and not column.rule.skip:
            yield Finding(
                "table-column-twice", Severity.ERROR, place=grid.place(column.head_row, column.index, column.head),
                head=column.head, first=grid.address(other.head_row, other.index),
            )  # fmt: skip


def _columns_unknown(
    grid: Grid, columns: Sequence[ValueColumn], heads: Mapping[int, tuple[str, ...]], body_top: int
) -> Iterator[Finding]:
    """Columns of numbers that no rule knows are left, and said."""
    known = {column.index for column in columns}
    for index, path in heads.items():
        if index in known:
            continue
        for row in grid.rows[body_top : body_top + 5]:
            if index < len(row) and not is_blank(row[index]) and number_of(row[index], {}) is not None:
                head = JOINT.join(path)
                yield Finding(
                    "table-column-unknown",
                    Severity.NOTE,
                    place=grid.place(body_top - 1, index, head),
                    head=head,
                )
                break


def _no_head(grid: Grid, patterns: Sequence[Pattern]) -> Finding:
    texts = [
        value for row in grid.rows[:40] for value in row if isinstance(value, str) and not is_blank(value)
    ]
    wanted = patterns[0].text
    likely = likeliest(wanted, map(tidied, texts), 0.5)
    return Finding("table-head-missing", Severity.ERROR, place=grid.place(), wanted=wanted, near=likely)
