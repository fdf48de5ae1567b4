"""One sheet brought up to the dataset: cells that still hold what the build put there get what it would put there today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.excel.cell_marks import key_of
from reportgen.excel.cell_patches import CellPatches
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.findings import Place
from reportgen.finished.places import cell_place
from reportgen.finished.snapshot import CellSnapshot, cell_snapshot
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Kept, Report, Update
from reportgen.living.refresh.sheet_lines import LinePlan, line_texts
from reportgen.living.refresh.sheet_match import SheetMatch, same_value
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.sheet_cells import decimal_of, without_noise
from reportgen.record import Record, field, replace

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading
    from reportgen.finished.snapshot import Cells
    from reportgen.ooxml.sheet_cells import SheetCell

_At = tuple[int, int]


class SheetPair(Record):
    """A sheet as it was built, as people have it and as it is today, with what becomes of its lines."""

    name: str
    built: Cells
    mine: SheetReading
    new: SheetReading
    match: SheetMatch
    plan: LinePlan


class TodaysLines(Record):
    """Where the lines of today's sheet are in the people's, and those of them that were put in for them."""

    rows: Mapping[int, int]
    columns: Mapping[int, int]
    new_rows: frozenset[int]
    new_columns: frozenset[int]

    @classmethod
    def of(cls, pair: SheetPair, moved: SheetMap) -> TodaysLines:
        axes = (
            (pair.plan.rows, pair.match.my_rows, pair.match.new_rows, moved.rows),
            (pair.plan.columns, pair.match.my_columns, pair.match.new_columns, moved.columns),
        )
        found: list[dict[int, int]] = []
        fresh: list[frozenset[int]] = []
        for plan, to_mine, to_new, axis in axes:
            new = {line: (axis.first_image(at) or 0) + offset for line, (at, offset) in plan.new.items()}
            held = {
                line: axis.first_image(to_mine[old]) or 0 for old, line in to_new.items() if old in to_mine
            }
            found.append({**held, **new})
            fresh.append(frozenset(new.values()))
        return cls(found[0], found[1], fresh[0], fresh[1])


class SheetRefresh(Struct):
    """One sheet whose lines are in place. ``edited`` are its cells as they are now, ``moved`` where its lines went, ``lines``
    where today's are.

    ``before`` and ``today`` are the maps of all sheets from the built workbook, and from today's, to the people's.
    ``marks`` are the hidden names of today's cells that show figures, ``my_marks`` those of the people's.
    """

    pair: SheetPair
    edited: SheetReading
    moved: SheetMap
    lines: TodaysLines
    before: Mapping[str, SheetMap]
    today: Mapping[str, SheetMap]
    marks: Mapping[_At, tuple[str, ...]]
    my_marks: Mapping[_At, tuple[str, ...]]
    patches: CellPatches
    report: Report
    decisions: Decisions
    names: dict[str, str] = field(default_factory=dict)
    """Hidden names of the people's cells to those of today's."""
    gone: set[str] = field(default_factory=set)
    """Hidden names of figures that a cell shows no longer."""
    added: dict[str, _At] = field(default_factory=dict)
    """Hidden names of figures in cells that showed none, and their places."""

    def run(self) -> None:
        match = self.pair.match
        self._tell_lines()
        known = set()
        for place, cell in sorted(self.pair.built.items()):
            new_place, my_place = match.new(*place), self._mine(place)
            known.add(new_place)
            today = self.pair.new.cells.get(new_place)
            self._rename(self.my_marks.get(my_place, ()), self.marks.get(new_place, ()))
            if 0 in my_place:
                self._missing(place, cell, today)
            elif today is not None:
                self._cell(place, my_place, cell, today, self._key(new_place))
            elif 0 not in new_place:
                self._emptied(my_place, cell)
        for new_place, today in sorted(self.pair.new.cells.items()):
            my_place = self.lines.rows.get(new_place[0], 0), self.lines.columns.get(new_place[1], 0)
            if new_place not in known and 0 not in my_place:
                self._new_cell(my_place, today, new_place)
        self._clear_copies()

    # ---- lines -------------------------------------------------------------------------------------------

    def _tell_lines(self) -> None:
        """Say which rows and columns came and went, and which could not."""
        built, mine, new = self.pair.built, snapshot_cells(self.pair.mine), snapshot_cells(self.pair.new)
        for kind, plan in (("row", self.pair.plan.rows), ("column", self.pair.plan.columns)):
            here = self.lines.rows if kind == "row" else self.lines.columns
            for line in plan.new:
                place = self._place((here[line], 1) if kind == "row" else (1, here[line]))
                self.report.changes.append(Update(kind, place, "", line_texts(new, **{kind: line})))
            for line in plan.gone:
                self.report.changes.append(
                    Update(kind, self._place(None), line_texts(mine, **{kind: line}), "")
                )
            for line in plan.lost:
                self._keep(f"new_{kind}", None, "", "", line_texts(new, **{kind: line}))
            for old in plan.edited:
                axis, to_mine = (
                    (self.moved.rows, self.pair.match.my_rows)
                    if kind == "row"
                    else (self.moved.columns, self.pair.match.my_columns)
                )
                at = axis.first_image(to_mine[old]) or 1
                texts = line_texts(built, **{kind: old}), line_texts(mine, **{kind: to_mine[old]})
                self._keep(f"gone_{kind}", (at, 1) if kind == "row" else (1, at), *texts, "")

    def _clear_copies(self) -> None:
        """A new row was made like the one beside it: what that one holds and today's workbook does not is not its own."""
        own = {self.moved.columns.first_image(column) for column in self.pair.match.my_columns.values()}
        for place, cell in self.edited.cells.items():
            is_copy = place[0] in self.lines.new_rows and place not in self.patches.values
            if is_copy and (cell.formula is None or place[1] in own):
                self.patches.clear(place)

    # ---- places ------------------------------------------------------------------------------------------

    def _mine(self, place: _At) -> _At:
        """Where a built cell is now."""
        row, column = self.pair.match.mine(*place)
        return (self.moved.rows.first_image(row) or 0 if row else 0), (
            self.moved.columns.first_image(column) or 0 if column else 0
        )

    def _rename(self, mine: tuple[str, ...], today: tuple[str, ...]) -> None:
        """Let a cell have today's names: a sentence shows several figures, and most of them are the same."""
        old = [name for name in mine if name not in today]
        new = [name for name in today if name not in mine]
        self.names.update(zip(old, new, strict=False))
        if today:
            self.gone.update(old[len(new) :])

    def _key(self, new_place: _At) -> str:
        return key_of(next(iter(self.marks.get(new_place, ())), ""))

    def _place(self, place: _At | None) -> Place:
        return cell_place(self.report.document, self.edited.name, *(place or ()))

    # ---- cells -------------------------------------------------------------------------------------------

    def _cell(self, was: _At, place: _At, built: CellSnapshot, today: SheetCell, key: str) -> None:
        here = self.edited.cells.get(place)
        now = cell_snapshot(today)
        if here is None or here.kind == "empty":
            if not same_value(built, now):
                self._keep("deleted", place, built.text, "", today.text, key)
            return
        if here.formula is not None and not built.is_formula:
            if here.text != today.text:
                self._keep("formula", place, built.text, f"={here.formula}", today.text, key)
            return
        if built.is_formula and here.formula is None:
            return  # an audit reports formulas overwritten by numbers; the data say nothing of them
        if built.is_formula:
            self._formula(was, place, built, here, today)
            return
        mine = cell_snapshot(here)
        if same_value(mine, now):
            self._qualifier(place, built, here, today, key)
            return
        if built.kind == mine.kind == "text" and not key and not built.name and same_value(built, now):
            return  # a label that people reworded is theirs
        retyped = not same_value(built, mine)
        if retyped and not self._keep("retyped", place, built.text, here.text, today.text, key).taken:
            return
        self._set(place, today, here.text, key)

    def _qualifier(
        self, place: _At, built: CellSnapshot, here: SheetCell, today: SheetCell, key: str
    ) -> None:
        """A figure of the same number: the words of its number format ("nearly") are a part of it."""
        if not built.name or today.number_format in (built.format, here.number_format):
            return
        number = decimal_of(today.text)
        was, held, now = (
            (read_format(one).shown(number) if number is not None else None) or today.text
            for one in (built.format, here.number_format, today.number_format)
        )
        if here.number_format == built.format or self._keep("retyped", place, was, held, now, key).taken:
            self.patches.set(place, today)
            self.report.changes.append(Update("cell", self._place(place), held, now, key))

    def _formula(self, was: _At, place: _At, built: CellSnapshot, here: SheetCell, today: SheetCell) -> None:
        """A formula of the template: where people did not touch it, it comes to read as in today's workbook."""
        wanted = self._formula_today(today, place)
        if not (here.formula and built.formula and wanted) or here.formula == wanted or "#REF!" in wanted:
            return
        at = self.pair.match.mine(*was)
        held = self.pair.mine.cells.get(at)
        as_built = moved(parse_formula(built.formula), Home(self.pair.name, *was, *at), self.before)
        if held is not None and held.formula == as_built:
            self._set(place, replace(today, formula=wanted), f"={here.formula}", "")

    def _formula_today(self, today: SheetCell, place: _At) -> str:
        """Today's formula at the people's places."""
        if today.formula is None:
            return ""
        home = Home(self.pair.new.name, today.row, today.column, *place)
        return moved(parse_formula(today.formula), home, self.today)

    def _missing(self, was: _At, cell: CellSnapshot, today: SheetCell | None) -> None:
        """A cell whose row or column people took out."""
        if (
            0 in self.pair.match.mine(*was)
            and today is not None
            and not same_value(cell, cell_snapshot(today))
        ):
            self._keep("deleted", None, cell.text, "", today.text)

    def _emptied(self, place: _At, built: CellSnapshot) -> None:
        """A cell that is empty today, in a row and column that are still there."""
        here = self.edited.cells.get(place)
        if here is None or here.kind == "empty":
            return
        if not same_value(built, cell_snapshot(here)):
            self._keep("gone", place, built.text, here.text, "")
            return
        self.gone.update(self.my_marks.get(place, ()))
        self.patches.clear(place)
        self.report.changes.append(Update("cell", self._place(place), here.text, ""))

    def _new_cell(self, place: _At, today: SheetCell, new_place: _At) -> None:
        """A cell that the built workbook had empty or did not have."""
        here = self.edited.cells.get(place)
        is_ours = place[0] in self.lines.new_rows or place[1] in self.lines.new_columns
        if here is not None and here.kind != "empty" and not is_ours:
            if not same_value(cell_snapshot(here), cell_snapshot(today)):
                self._keep("retyped", place, "", here.text, today.text, self._key(new_place))
            return
        for name in self.marks.get(new_place, ()):
            self.added[name] = place
        wanted = self._formula_today(today, place)
        self.patches.set(place, replace(today, formula=wanted) if wanted else today)
        if not is_ours:
            self.report.changes.append(
                Update("cell", self._place(place), "", today.text, self._key(new_place))
            )

    def _set(self, place: _At, today: SheetCell, before: str, key: str) -> None:
        self.patches.set(place, today)
        after = without_noise(today.text) if today.formula is None else f"={today.formula}"
        self.report.changes.append(Update("cell", self._place(place), without_noise(before), after, key))

    def _keep(self, kind: str, place: _At | None, built: str, edited: str, now: str, key: str = "") -> Kept:
        texts = (without_noise(built), without_noise(edited), without_noise(now))
        kept = self.decisions.settled(Kept(kind, self._place(place), *texts, key))
        self.report.kept.append(kept)
        return kept


def snapshot_cells(sheet: SheetReading) -> Cells:
    """The cells of a sheet as a snapshot has them."""
    return {place: cell_snapshot(cell) for place, cell in sheet.cells.items()}
