"""Rows and columns of a sheet that the data give newly or no longer: which ones come and go in the people's workbook, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from reportgen.excel.moved_lines import Lines, SheetLines
from reportgen.finished.snapshot import CellSnapshot
from reportgen.living.refresh.sheet_match import same_value
from reportgen.ooxml.sheet_cells import without_noise
from reportgen.record import Record, field

if TYPE_CHECKING:
    from reportgen.finished.snapshot import Cells
    from reportgen.living.refresh.sheet_match import SheetMatch

Held = TypeVar("Held")
_CellsOfLine = Mapping[int, CellSnapshot]
"""The cells of a row by column, or of a column by row."""

Beside = tuple[int, int]
"""A line of the people's, and how far behind (before, where negative) it a new one comes."""


class AxisPlan(Record):
    """The rows, or the columns. ``new``: today's new lines with their place; ``lost``: those for which there is none;
    ``gone``: the built lines that go, by the people's; ``edited``: those that people wrote in, which stay."""

    new: Mapping[int, Beside]
    lost: tuple[int, ...]
    gone: Mapping[int, int]
    edited: tuple[int, ...]

    @property
    def lines(self) -> Lines:
        before: dict[int, int] = {}
        after: dict[int, int] = {}
        for line, offset in self.new.values():
            side = after if offset > 0 else before
            side[line] = max(side.get(line, 0), abs(offset))
        return Lines(frozenset(self.gone), before, after)


class LinePlan(Record):
    rows: AxisPlan
    columns: AxisPlan

    @property
    def lines(self) -> SheetLines:
        return SheetLines(self.rows.lines, self.columns.lines)


class _Axis(Record):
    """The lines of a sheet in its three states, in one direction."""

    built: Mapping[int, _CellsOfLine]
    mine: Mapping[int, _CellsOfLine]
    new: Mapping[int, _CellsOfLine]
    to_mine: Mapping[int, int]
    to_new: Mapping[int, int]
    crossing: Mapping[int, int]
    """Lines of the other direction as built to the people's."""
    looks: Mapping[int, Mapping[int, str]]
    """How the cells of today's lines look."""
    placed: dict[int, Beside] = field(default_factory=dict)

    def plan(self) -> AxisPlan:
        from_new = {new: old for old, new in self.to_new.items()}
        mine_of = {new: self.to_mine[old] for new, old in from_new.items() if old in self.to_mine}
        lost = []
        for line in sorted(self.new):
            if line in from_new:
                continue
            beside = self._beside(line, mine_of)
            if beside is None:
                lost.append(line)
            else:
                self.placed[line] = beside
        gone: dict[int, int] = {}
        edited = []
        for old in self.built:
            if old not in self.to_new and old in self.to_mine:
                if self._is_untouched(old):
                    gone[self.to_mine[old]] = old
                else:
                    edited.append(old)
        return AxisPlan(self.placed, tuple(lost), gone, tuple(edited))

    def _beside(self, line: int, mine_of: Mapping[int, int]) -> Beside | None:
        """Behind the line before it or before the next known one: whichever looks more like it."""
        choices: list[tuple[float, int, Beside]] = []
        before = self.placed.get(line - 1)
        if before is not None and before[1] != -1:
            choices.append((self._likeness(line, line - 1), 1, (before[0], before[1] + 1)))
        elif line - 1 in mine_of:
            choices.append((self._likeness(line, line - 1), 1, (mine_of[line - 1], 1)))
        after = line + 1
        while after in self.new and after not in mine_of:
            after += 1
        if after in mine_of and (before is None or before[1] > 0):
            choices.append((self._likeness(line, after), 0, (mine_of[after], line - after)))
        likeness, _, beside = max(choices, default=(0.0, 0, (0, 0)))
        return beside if likeness >= _LEAST_ALIKE else None

    def _likeness(self, line: int, other: int) -> float:
        """How many of the cells of two lines of today look alike and are of one kind."""
        one, two = self.new[line], self.new[other]
        looks = self.looks.get(line, {}), self.looks.get(other, {})
        places = one.keys() | two.keys()
        same_looks = sum(looks[0].get(at) == looks[1].get(at) for at in places)
        same_kinds = sum(at in one and at in two and one[at].kind == two[at].kind for at in places)
        return (2 * same_looks + same_kinds) / (3 * len(places))

    def _is_untouched(self, old: int) -> bool:
        """Whether people wrote nothing in a line; formulas filled down into it count for nothing."""
        mine = self.mine.get(self.to_mine[old], {})
        was = {self.crossing.get(at, 0): cell for at, cell in self.built[old].items()}
        return all(cell.is_formula or (at in was and same_value(was[at], cell)) for at, cell in mine.items())


_LEAST_ALIKE = 0.3
"""As much as lines share whose cells hold the same kinds and look otherwise."""


def plan_lines(
    built: Cells, mine: Cells, new: Cells, match: SheetMatch, looks: Mapping[tuple[int, int], str]
) -> LinePlan:
    """What becomes of the lines of a sheet. ``looks``: how the cells of today's look."""
    rows, columns = (
        _Axis(
            _lines(built, by_row=by_row), _lines(mine, by_row=by_row), _lines(new, by_row=by_row),
            *((match.my_rows, match.new_rows, match.my_columns) if by_row else (match.my_columns, match.new_columns, match.my_rows)),
            _lines(looks, by_row=by_row),
        ).plan()
        for by_row in (True, False)
    )  # fmt: skip
    return LinePlan(rows, columns)


def line_texts(cells: Cells, *, row: int = 0, column: int = 0) -> str:
    """The texts of a row or of a column, for the report."""
    held = _lines(cells, by_row=bool(row)).get(row or column, {})
    return " | ".join(_texts(held))


def _texts(line: _CellsOfLine) -> Iterator[str]:
    for _, cell in sorted(line.items()):
        yield without_noise(cell.text) or f"={cell.formula}"


def _lines(cells: Mapping[tuple[int, int], Held], *, by_row: bool) -> dict[int, dict[int, Held]]:
    found: dict[int, dict[int, Held]] = {}
    for (row, column), cell in cells.items():
        at, across = (row, column) if by_row else (column, row)
        found.setdefault(at, {})[across] = cell
    return found
