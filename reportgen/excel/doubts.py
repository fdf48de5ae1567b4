"""Which formulas are in doubt because a cell they look at is, near or far."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportgen.excel.vouched_functions import read_uses
from reportgen.ooxml.addresses import Area
from reportgen.ooxml.formulas import Reference, parse_formula


class Looker(NamedTuple):
    """A formula in its place, and whether it is in doubt by itself."""

    sheet: str
    row: int
    column: int
    text: str
    is_in_doubt: bool


Looked = tuple[str, Area]


class Doubts:
    """The cells in doubt: those that were so from the start, and whatever looks at one."""

    def __init__(self, lookers: Sequence[Looker], names: Mapping[str, str]) -> None:
        self._names = names
        self._columns: dict[tuple[str, int], list[int]] = {}
        self._cells: set[tuple[str, int, int]] = set()
        subtotals = {
            (one.sheet.lower(), one.row, one.column) for one in lookers if read_uses(one.text).has_subtotal
        }
        rest = []
        for one in lookers:
            if one.is_in_doubt:
                self._add(one)
            else:
                rest.append(one)
        if not (self._cells or names or subtotals):
            return
        looked = [(one, self._looked_at(one)) for one in rest]
        waiting = []
        for one, areas in looked:
            nests = (one.sheet.lower(), one.row, one.column) in subtotals and any(
                sheet == other and area.holds(row, column)
                for sheet, area in areas or ()
                for other, row, column in subtotals
            )
            if areas is None or nests:
                self._add(one)
            else:
                waiting.append((one, areas))
        self._spread(waiting)

    def holds(self, sheet: str, row: int, column: int) -> bool:
        """Whether a cell is in doubt."""
        return (sheet.lower(), row, column) in self._cells

    def _spread(self, waiting: list[tuple[Looker, list[Looked]]]) -> None:
        """Go over the formulas up and down until none is added: chains run along rows in both directions."""
        while self._cells and waiting:
            left = []
            for one, areas in waiting:
                if any(self._touches(sheet, area) for sheet, area in areas):
                    self._add(one)
                else:
                    left.append((one, areas))
            if len(left) == len(waiting):
                return
            waiting = left[::-1]

    def _add(self, one: Looker) -> None:
        sheet = one.sheet.lower()
        self._cells.add((sheet, one.row, one.column))
        insort(self._columns.setdefault((sheet, one.column), []), one.row)

    def _touches(self, sheet: str, area: Area) -> bool:
        if (area.top, area.left) == (area.bottom, area.right):
            return (sheet, area.top, area.left) in self._cells
        for (other, column), rows in self._columns.items():
            if other == sheet and area.left <= column <= area.right:
                at = bisect_left(rows, area.top)
                if at < len(rows) and rows[at] <= area.bottom:
                    return True
        return False

    def _looked_at(self, one: Looker) -> list[Looked] | None:
        """The areas a formula looks at; ``None`` where a name in it is no plain reference or number."""
        found = _areas(one.text, one.sheet)
        for name in read_uses(one.text).names:
            said = self._names.get(name.lower())
            if said is None:
                return None
            parts = parse_formula(said).parts
            if len(parts) != 1 or not _is_plain(parts[0]):
                return None
            found += _areas(said, one.sheet)
        return found


def _is_plain(part: str | Reference) -> bool:
    """Whether a name says no more than some cells of a sheet, a number or a text."""
    if isinstance(part, Reference):
        return bool(part.sheets)
    return part.startswith('"') or part.replace(".", "", 1).isdigit()


def _areas(text: str, sheet: str) -> list[Looked]:
    found = []
    for part in parse_formula(text).references:
        first, last = part.first, part.last or part.first
        if first.row is None or first.column is None or last.row is None or last.column is None:
            area = Area.parse(str(part.first) + ":" + str(last))
        else:
            area = Area(
                min(first.row, last.row), min(first.column, last.column),
                max(first.row, last.row), max(first.column, last.column),
            )  # fmt: skip
        found.append(((part.sheets or (sheet,))[0].lower(), area))
    return found
