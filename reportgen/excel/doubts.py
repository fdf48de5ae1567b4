"""Which formulas are in doubt because a cell they look at is, near or far."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from reportgen.excel.formula_patterns import LookedAt, read_pattern
from reportgen.ooxml.formulas import Reference, parse_formula
from reportgen.record import Record


class Looker(Record):
    """A formula in its place, as its pattern, and whether it is in doubt by itself."""

    sheet: str
    row: int
    column: int
    pattern: str
    is_in_doubt: bool


class _CellRows(Struct):
    """Cells of a workbook, by sheet (in lower case) and column, their rows in order."""

    columns: dict[str, dict[int, list[int]]] = field(default_factory=dict)

    def add(self, one: Looker) -> bool:
        """Add a cell; return whether it is the first of its column."""
        rows = self.columns.setdefault(one.sheet.lower(), {}).setdefault(one.column, [])
        insort(rows, one.row)
        return len(rows) == 1

    def hold(self, sheet: str, row: int, column: int) -> bool:
        return self._has(self.columns.get(sheet, {}).get(column, ()), row, row)

    def are_seen_by(self, one: Looker, looks: Sequence[LookedAt]) -> bool:
        """Whether a formula looks at any of them."""
        own = one.sheet.lower()
        for look in looks:
            top, bottom = look.rows(one.row)
            for column, rows in self.columns.get(look.sheet or own, {}).items():
                if look.left <= column <= look.right and self._has(rows, top, bottom):
                    return True
        return False

    def may_be_seen_by(self, one: Looker, looks: Sequence[LookedAt]) -> bool:
        """Whether any copy of a formula may look at any of them: some are in the columns it looks at."""
        own = one.sheet.lower()
        return any(
            look.left <= column <= look.right
            for look in looks
            for column in self.columns.get(look.sheet or own, ())
        )

    @staticmethod
    def _has(rows: Sequence[int], top: int, bottom: int) -> bool:
        at = bisect_left(rows, top)
        return at < len(rows) and rows[at] <= bottom


class Doubts:
    """The cells in doubt: those that were so from the start, and whatever looks at one."""

    def __init__(self, lookers: Sequence[Looker], names: Mapping[str, str]) -> None:
        self._names = names
        self._cells = _CellRows()
        subtotals = _CellRows()
        looks: dict[str, Sequence[LookedAt] | None] = {one.pattern: () for one in lookers}
        for pattern in looks:
            looks[pattern] = self._looks(pattern)
        for one in lookers:
            if read_pattern(one.pattern).uses.has_subtotal:
                subtotals.add(one)
        waiting = []
        for one in lookers:
            seen = looks[one.pattern]
            if one.is_in_doubt or seen is None or _nests(one, seen, subtotals):
                self._cells.add(one)
            else:
                waiting.append((one, seen))
        self._spread(waiting)

    def holds(self, sheet: str, row: int, column: int) -> bool:
        """Whether a cell is in doubt."""
        return self._cells.hold(sheet.lower(), row, column)

    def _spread(self, waiting: list[tuple[Looker, Sequence[LookedAt]]]) -> None:
        """Go over the formulas up and down until none is added: chains run along rows in both directions."""
        while self._cells.columns and waiting:
            near: dict[tuple[str, str], bool] = {}
            left, added = [], False
            for one, looks in waiting:
                shape = (one.sheet, one.pattern)
                if shape not in near:
                    near[shape] = self._cells.may_be_seen_by(one, looks)
                if near[shape] and self._cells.are_seen_by(one, looks):
                    added = True
                    if self._cells.add(one):
                        near.clear()
                else:
                    left.append((one, looks))
            if not added:
                return
            waiting = left[::-1]

    def _looks(self, pattern: str) -> Sequence[LookedAt] | None:
        """The areas a formula looks at; ``None`` where a name in it is no plain reference or number."""
        reading = read_pattern(pattern)
        found = list(reading.looks)
        for name in reading.uses.names:
            said = self._names.get(name.lower())
            if said is None:
                return None
            parts = parse_formula(said).parts
            if len(parts) != 1 or not _is_plain(parts[0]):
                return None
            found += read_pattern(said).looks
        return found


def _nests(one: Looker, looks: Sequence[LookedAt], subtotals: _CellRows) -> bool:
    """Whether a subtotal looks at another one, which Excel passes over."""
    return bool(subtotals.columns) and (
        read_pattern(one.pattern).uses.has_subtotal and subtotals.are_seen_by(one, looks)
    )


def _is_plain(part: str | Reference) -> bool:
    """Whether a name says no more than some cells of a sheet, a number or a text."""
    if isinstance(part, Reference):
        return bool(part.sheets)
    return part.startswith('"') or part.replace(".", "", 1).isdigit()
