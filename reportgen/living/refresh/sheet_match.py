"""Which sheet, row and column of a workbook as it was built is which of the people's, and of today's."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.excel.axis import AxisMap, Strip
from reportgen.excel.moved_formulas import SheetMap
from reportgen.finished.alignment import align_lines
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW
from reportgen.ooxml.sheet_cells import decimal_of, same_number
from reportgen.record import Record

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading, WorkbookReading
    from reportgen.finished.snapshot import Cells, CellSnapshot, Snapshot


class SheetMatch(Record):
    """Rows and columns of a sheet as it was built, with those of the people's and of today's that they are."""

    my_rows: Mapping[int, int]
    new_rows: Mapping[int, int]
    my_columns: Mapping[int, int]
    new_columns: Mapping[int, int]

    def mine(self, row: int, column: int) -> tuple[int, int]:
        """Where a built cell is in the people's sheet; 0 where its row or column is gone."""
        return self.my_rows.get(row, 0), self.my_columns.get(column, 0)

    def new(self, row: int, column: int) -> tuple[int, int]:
        """Where a built cell is in today's sheet; 0 where its row or column is gone."""
        return self.new_rows.get(row, 0), self.new_columns.get(column, 0)


def match_sheet(built: Cells, mine: Cells, new: Cells) -> SheetMatch:
    """By the words of rows and columns, and by their neighbours where those say something else."""
    my_rows, new_rows = (align_lines(built, other, by_row=True) for other in (mine, new))
    return SheetMatch(
        in_place(my_rows, built, mine, is_same=True), in_place(new_rows, built, new),
        align_lines(built, mine, by_row=False), align_lines(built, new, by_row=False),
    )  # fmt: skip


def same_value(one: CellSnapshot, other: CellSnapshot) -> bool:
    """Whether two cells hold the same; the value of a formula that was built may be typed."""
    if one.kind == "number" and other.kind == "number":
        return same_number(decimal_of(one.text), decimal_of(other.text))
    return one.text == other.text and (one.kind == other.kind.lstrip("=") or one.is_formula)


def placing(name: str, rows: Mapping[int, int], columns: Mapping[int, int]) -> SheetMap:
    """The map of a sheet whose lines went where the pairs say; empty lines go with those before them."""
    return SheetMap(_axis(rows, LAST_ROW), _axis(columns, LAST_COLUMN), name)


def _axis(pairs: Mapping[int, int], end: int) -> AxisMap:
    last = max(pairs, default=0)
    strips, taken = [], set(pairs.values())
    here = 0
    for line in range(1, last + 1):
        if line not in pairs and here + 1 in taken:
            continue
        here = pairs.get(line, here + 1)
        strips.append(Strip(line, line, (), array("l", [here])))
    strips.append(Strip(last + 1, end, (), array("l", [here + 1])))
    return AxisMap(strips, end)


def sheet_names(built: Snapshot, mine: WorkbookReading) -> dict[str, str]:
    """What the sheets of a workbook are called now. A renamed one is known by the hidden names of its cells, else where it is
    the only one left and says much of the same."""
    found = {name: sheet.name for name in built.sheets if (sheet := mine.sheet(name)) is not None}
    now_on = {one.name: one.sheet for one in mine.figure_cells}
    for name, cells in built.sheets.items():
        places = Counter(now_on[cell.name] for cell in cells.values() if cell.name in now_on)
        sheet = mine.sheet(places.most_common(1)[0][0]) if places else None
        if name not in found and sheet is not None and sheet.name not in found.values():
            found[name] = sheet.name
    lost = [name for name in built.sheets if name not in found]
    free = [sheet.name for sheet in mine.sheets if sheet.name not in found.values()]
    if len(lost) == len(free) == 1 and _is_like(built.sheets[lost[0]], mine.sheet(free[0])):
        found[lost[0]] = free[0]
    return found


def _is_like(built: Cells, sheet: SheetReading | None) -> bool:
    """Whether a sheet says much of what a built one said."""
    texts = {cell.text for cell in built.values() if cell.kind == "text"}
    held = {cell.text for cell in sheet.cells.values()} if sheet is not None else set()
    return 3 * len(texts & held) >= len(texts)


def in_place(pairs: dict[int, int], old: Cells, new: Cells, *, is_same: bool = False) -> dict[int, int]:
    """The pairs with those of rows that say something else but lie between the same neighbours: a title of another period, a
    row with another label. ``is_same``: one of their cells must still hold what it held."""
    lines = [sorted({row for row, _ in cells}) for cells in (old, new)]
    found = dict(pairs)
    ends = [*(one for one in lines[0] if one in pairs), 0]
    at = [0, 0]
    for end in ends:
        stop = (lines[0].index(end), lines[1].index(pairs[end])) if end else (len(lines[0]), len(lines[1]))
        gap = [lines[side][at[side] : stop[side]] for side in (0, 1)]
        if len(gap[0]) == len(gap[1]):
            found.update(
                (one, to) for one, to in zip(*gap, strict=True) if _alike(old, one, new, to, is_same)
            )
        at = [stop[0] + 1, stop[1] + 1]
    return found


def _alike(old: Cells, row: int, new: Cells, to: int, is_same: bool) -> bool:
    before, after = ({at: cell for (line, at), cell in cells.items() if line == number}
                     for cells, number in ((old, row), (new, to)))  # fmt: skip
    if before.keys() != after.keys():
        return False
    return not is_same or any(before[at].text == after[at].text for at in before)
