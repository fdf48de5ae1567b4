"""A workbook brought up to the dataset: cells that still hold what the build put there get what it would put there today.

People's formulas, formats, rows and columns stay. Which cell is which is decided by the rows' and columns' own words, so
that rows put in and taken out do not matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.excel.cached_values import renew_cached_values
from reportgen.excel.cell_marks import key_of
from reportgen.excel.cell_patches import CellPatches
from reportgen.excel.mark_names import drop_marks, rename_marks
from reportgen.findings import Place
from reportgen.finished.alignment import align_lines
from reportgen.finished.snapshot import CellSnapshot, cell_snapshot
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Change, Kept, Report
from reportgen.living.refresh.workbook_charts import refresh_workbook_charts
from reportgen.ooxml.addresses import column_letters
from reportgen.ooxml.sheet_cells import decimal_of, same_number

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading, WorkbookReading
    from reportgen.finished.document import FinishedWorkbook
    from reportgen.finished.snapshot import Cells, Snapshot
    from reportgen.ooxml.sheet_cells import SheetCell

_At = tuple[int, int]


@dataclass(slots=True)
class SheetRefresh:
    """One sheet in three states. ``marks`` are the hidden names of today's cells that show figures, ``my_marks`` those of
    the people's."""

    name: str
    built: Cells
    edited: SheetReading
    now: SheetReading
    marks: Mapping[_At, tuple[str, ...]]
    my_marks: Mapping[_At, tuple[str, ...]]
    patches: CellPatches
    report: Report
    decisions: Decisions
    names: dict[str, str] = field(default_factory=dict)
    """Hidden names of the people's cells to those of today's."""
    gone: set[str] = field(default_factory=set)
    """Hidden names of figures that a cell shows no longer."""

    def run(self) -> None:
        mine, new = _cells(self.edited), _cells(self.now)
        rows_mine, rows_new = (align_lines(self.built, other, by_row=True) for other in (mine, new))
        rows_mine = in_place(rows_mine, self.built, mine, is_same=True)
        rows_new = in_place(rows_new, self.built, new)
        columns_mine, columns_new = (align_lines(self.built, other, by_row=False) for other in (mine, new))
        for (row, column), cell in sorted(self.built.items()):
            new_place = (rows_new.get(row, 0), columns_new.get(column, 0))
            my_place = (rows_mine.get(row, 0), columns_mine.get(column, 0))
            today = self.now.cells.get(new_place)
            self._rename(self.my_marks.get(my_place, ()), self.marks.get(new_place, ()))
            if 0 in my_place:
                if today is not None and not _same(cell, today):
                    self._keep("deleted", None, cell.text, "", today.text)
                continue
            if today is not None:
                self._cell(my_place, cell, today, key_of(next(iter(self.marks.get(new_place, ())), "")))
            elif 0 in new_place and column == min(at for line, at in self.built if line == row):
                self._keep("gone_row", my_place, cell.text, cell.text, "")
        for row in sorted({row for row, _ in new} - set(rows_new.values())):
            texts = " | ".join(one.text for (line, _), one in sorted(self.now.cells.items()) if line == row)
            self._keep("new_row", None, "", "", texts)

    def _rename(self, mine: tuple[str, ...], today: tuple[str, ...]) -> None:
        """Let a cell have today's names: a sentence shows several figures, and most of them are the same."""
        old = [name for name in mine if name not in today]
        new = [name for name in today if name not in mine]
        self.names.update(zip(old, new, strict=False))
        if today:
            self.gone.update(old[len(new) :])

    def _cell(self, place: _At, built: CellSnapshot, today: SheetCell, key: str) -> None:
        here = self.edited.cells.get(place)
        if here is None or here.kind == "empty":
            if not _same(built, today):
                self._keep("deleted", place, built.text, "", today.text, key)
            return
        if here.formula is not None and not built.is_formula:
            if here.text != today.text:
                self._keep("formula", place, built.text, f"={here.formula}", today.text, key)
            return
        if built.is_formula and here.formula is None:
            return  # an audit reports formulas overwritten by numbers; the data say nothing of them
        if built.is_formula or _same(cell_snapshot(here), today):
            return
        if built.kind == here.kind == "text" and not key and not built.name and _same(built, today):
            return  # a label that people reworded is theirs
        retyped = not _same(built, here)
        if retyped and not self._keep("retyped", place, built.text, here.text, today.text, key).taken:
            return
        self.patches.set(place, today)
        self.report.changes.append(Change("cell", self._place(place), here.text, today.text, key))

    def _keep(self, kind: str, place: _At | None, built: str, edited: str, now: str, key: str = "") -> Kept:
        kept = self.decisions.settled(Kept(kind, self._place(place), built, edited, now, key))
        self.report.kept.append(kept)
        return kept

    def _place(self, place: _At | None) -> Place:
        if place is None:
            return Place(file=self.report.document, sheet=self.name)
        return Place(
            file=self.report.document, sheet=self.name, row=place[0], column=column_letters(place[1])
        )


def refresh_workbook(
    edited: FinishedWorkbook, now: FinishedWorkbook, built: Snapshot, report: Report, decisions: Decisions
) -> None:
    """Bring the workbook ``edited`` up to ``now``."""
    mine, new, before = edited.book, now.book, edited.package.copy()
    patches = CellPatches(edited.package, mine)
    names: dict[str, str] = {}
    gone: set[str] = set()
    called = sheet_names(built, mine)
    for name, cells in built.sheets.items():
        my_sheet, new_sheet = mine.sheet(called.get(name, name)), new.sheet(name)
        if my_sheet is None and new_sheet is not None and _differs(cells, new_sheet):
            report.kept.append(Kept("deleted", Place(file=report.document, sheet=name), name, "", name))
        if my_sheet is None or new_sheet is None:
            continue
        patcher = replace(patches, sheet=my_sheet)
        sheet = SheetRefresh(
            my_sheet.name,
            cells,
            my_sheet,
            new_sheet,
            _marks(new, name),
            _marks(mine, my_sheet.name),
            patcher,
            report,
            decisions,
        )
        sheet.run()
        patcher.write()
        names |= sheet.names
        gone |= sheet.gone
    patches.write_styles()
    drop_marks(edited.package, gone - set(names.values()))
    rename_marks(edited.package, names)
    if any(change.kind == "cell" for change in report.changes):
        renew_cached_values(edited.package, before)
    refresh_workbook_charts(edited, now, built, called)


def sheet_names(built: Snapshot, mine: WorkbookReading) -> dict[str, str]:
    """What the sheets of a workbook are called now. A renamed one is known by the hidden names of its cells, else where it is
    the only one left."""
    found = {name: sheet.name for name in built.sheets if (sheet := mine.sheet(name)) is not None}
    now_on = {one.name: one.sheet for one in mine.figure_cells}
    for name, cells in built.sheets.items():
        places = Counter(now_on[cell.name] for cell in cells.values() if cell.name in now_on)
        sheet = mine.sheet(places.most_common(1)[0][0]) if places else None
        if name not in found and sheet is not None and sheet.name not in found.values():
            found[name] = sheet.name
    lost = [name for name in built.sheets if name not in found]
    free = [sheet.name for sheet in mine.sheets if sheet.name not in found.values()]
    if len(lost) == len(free) == 1:
        found[lost[0]] = free[0]
    return found


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


def _differs(built: Cells, today: SheetReading) -> bool:
    return any(
        place not in today.cells or not _same(cell, today.cells[place]) for place, cell in built.items()
    )


def _cells(sheet: SheetReading) -> Cells:
    return {place: cell_snapshot(cell) for place, cell in sheet.cells.items()}


def _marks(book: WorkbookReading, sheet: str) -> dict[_At, tuple[str, ...]]:
    """The hidden names of a sheet's figure cells, by (row, column)."""
    found: dict[_At, tuple[str, ...]] = {}
    for one in book.figure_cells:
        if one.sheet.lower() == sheet.lower() and one.row is not None and one.column is not None:
            found[one.row, one.column] = (*found.get((one.row, one.column), ()), one.name)
    return found


def _same(built: CellSnapshot, cell: SheetCell) -> bool:
    if built.kind == "number" and cell.kind == "number":
        return same_number(decimal_of(built.text), cell.number)
    return built.text == cell.text and (built.kind == cell.kind or built.is_formula)
