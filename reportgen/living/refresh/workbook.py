"""A workbook brought up to the dataset: cells that still hold what the build put there get what it would put there today.

People's formulas, formats, rows and columns stay. Which cell is which is told by the rows' and columns' own words, so that
rows put in and taken out do not matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.excel.reading import SheetReading, WorkbookReading, read_finished
from reportgen.findings import Place
from reportgen.finished.grid import Grid, read_grids
from reportgen.finished.lineage import NAMESPACE
from reportgen.finished.wording import ITEM as WORDING_ITEM
from reportgen.living.refresh.alignment import aligned
from reportgen.living.refresh.report import Change, Left, Report
from reportgen.living.refresh.sheet_patch import CellPatches
from reportgen.living.refresh.workbook_charts import refresh_workbook_charts
from reportgen.living.refresh.workbook_formulas import renew_formula_values
from reportgen.living.refresh.workbook_names import rename_marks, without_other_blocks
from reportgen.messages import Bilingual
from reportgen.ooxml import Package, customxml
from reportgen.ooxml.addresses import column_letters
from reportgen.ooxml.sheet_cells import SheetCell, decimal_of, same_number

if TYPE_CHECKING:
    from reportgen.finished.carried import Carried

_LINEAGE_ITEM = customxml.item_id(NAMESPACE)


@dataclass(slots=True)
class SheetRefresh:
    """One sheet in three states."""

    name: str
    built: Grid
    edited: SheetReading
    now: SheetReading
    marks: Mapping[tuple[int, int], str]
    """Hidden names of today's cells that show figures."""
    my_marks: Mapping[tuple[int, int], str]
    patches: CellPatches
    report: Report
    take_data: bool = False
    names: dict[str, str] = field(default_factory=dict)
    """Hidden names of the people's cells to those of today's."""

    def run(self) -> None:
        mine, new = Grid.of(self.edited), Grid.of(self.now)
        rows_mine, rows_new = _lines(self.built, mine, by_row=True), _lines(self.built, new, by_row=True)
        columns_mine = _lines(self.built, mine, by_row=False)
        columns_new = _lines(self.built, new, by_row=False)
        for (row, column), (kind, text) in sorted(self.built.cells.items()):
            new_place = (rows_new.get(row, 0), columns_new.get(column, 0))
            my_place = (rows_mine.get(row, 0), columns_mine.get(column, 0))
            today = self.now.cells.get(new_place)
            if my_place in self.my_marks and new_place in self.marks:
                self.names[self.my_marks[my_place]] = self.marks[new_place]
            if 0 in my_place:
                if today is not None and not _same(kind, text, today):
                    self._leave("deleted", None, text, "", today.text)
                continue
            if today is not None:
                self._cell(my_place, kind, text, today, _key(self.marks.get(new_place, "")))
            elif 0 in new_place and column == min(at for line, at in self.built.cells if line == row):
                self._leave("gone_row", my_place, text, text, "")
        for row in sorted({row for row, _ in new.cells} - set(rows_new.values())):
            told = " | ".join(cell.text for (line, _), cell in sorted(self.now.cells.items()) if line == row)
            self._leave("new_row", None, "", "", told)

    def _cell(self, place: tuple[int, int], kind: str, text: str, today: SheetCell, key: str) -> None:
        here = self.edited.cells.get(place)
        if here is None or here.kind == "empty":
            if not _same(kind, text, today):
                self._leave("deleted", place, text, "", today.text, key)
            return
        was_formula = kind.startswith("=")
        if here.formula is not None and not was_formula:
            if here.text != today.text:
                self._leave("formula", place, text, f"={here.formula}", today.text, key)
            return
        if was_formula and here.formula is None:
            return  # an audit reports formulas overwritten by numbers; the data say nothing of them
        if was_formula or _same(here.kind, here.text, today):
            return
        if not _same(kind, text, here):
            self._leave("retyped", place, text, here.text, today.text, key)
            if not self.take_data:
                return
        self.patches.set(place, today)
        self.report.changes.append(Change("cell", self._place(place), here.text, today.text, key))

    def _leave(
        self, kind: str, place: tuple[int, int] | None, built: str, edited: str, now: str, key: str = ""
    ) -> None:
        taken = self.take_data and kind == "retyped"
        self.report.left.append(Left(kind, self._place(place), built, edited, now, key, taken=taken))

    def _place(self, place: tuple[int, int] | None) -> Place:
        if place is None:
            return Place(file=self.report.document, sheet=self.name)
        return Place(
            file=self.report.document, sheet=self.name, row=place[0], column=column_letters(place[1])
        )


def refresh_workbook(
    edited: Package,
    now: Package,
    carried: Carried,
    fresh: Carried,
    report: Report,
    *,
    take_data: bool,
    track: bool,
) -> None:
    """Bring the workbook in ``edited`` up to ``now``. Raises ``ReportgenError`` where it does not say what it was."""
    if track:
        raise ReportgenError(
            Bilingual(
                "Workbooks have no tracked changes: run without --track.",
                "工作簿没有修订功能：请去掉 --track。",
            )
        )
    held = customxml.read(edited, WORDING_ITEM)
    if held is None:
        raise ReportgenError(
            Bilingual(
                f"{report.document} does not carry what it said when it was built; build the workbook anew.",
                f"{report.document} 未保存生成时的内容；请重新生成该工作簿。",
            )
        )
    mine, new = read_finished(edited), read_finished(now)
    patches = CellPatches(edited, mine)
    names: dict[str, str] = {}
    for name, grid in read_grids(held).items():
        my_sheet, new_sheet = mine.sheet(name), new.sheet(name)
        if my_sheet is None or new_sheet is None:
            continue
        patcher = replace(patches, sheet=my_sheet)
        sheet = SheetRefresh(
            name, grid, my_sheet, new_sheet, _marks(new, name), _marks(mine, name), patcher, report, take_data
        )
        sheet.run()
        patcher.write()
        names |= sheet.names
    patches.write_styles()
    rename_marks(edited, names)
    if any(change.kind == "cell" for change in report.changes):
        renew_formula_values(edited)
    refresh_workbook_charts(edited, now, held)
    for item in (_LINEAGE_ITEM, WORDING_ITEM):
        data = customxml.read(now, item)
        assert data is not None
        customxml.attach(edited, without_other_blocks(data, mine) if item == _LINEAGE_ITEM else data, item)


def _key(name: str) -> str:
    """The figure's key in a hidden name: ``_rg_KEY_2``."""
    return name.split("_")[2].lower() if name else ""


def _marks(book: WorkbookReading, sheet: str) -> dict[tuple[int, int], str]:
    """The hidden names of a sheet's figure cells, by (row, column)."""
    return {
        (found.row, found.column): found.name
        for found in book.figure_cells
        if found.sheet.lower() == sheet.lower() and found.row is not None and found.column is not None
    }


def _lines(built: Grid, other: Grid, *, by_row: bool) -> dict[int, int]:
    """Rows or columns of the built sheet to those of another."""
    old, new = built.lines(by_row=by_row), other.lines(by_row=by_row)
    if old.keys() == new.keys() and not by_row:
        return {at: at for at in old}  # columns stay where they are unless some came or went
    old_at, new_at = list(old), list(new)
    found = aligned([old[at] for at in old_at], [new[at] for at in new_at], lambda bag: bag)
    return {old_at[one]: new_at[other] for one, other in found.items()}


def _same(kind: str, text: str, cell: SheetCell) -> bool:
    if kind == "number" and cell.kind == "number":
        return same_number(decimal_of(text), cell.number)
    return text == cell.text and (kind == cell.kind or kind.startswith("="))
