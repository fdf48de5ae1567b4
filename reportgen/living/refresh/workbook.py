"""A workbook brought up to the dataset, sheet by sheet, with its charts and the hidden names of its figures.

Rows and columns that the data give newly or no longer come and go, and everything that refers to them follows; people's
formulas, formats, rows and columns stay. Which cell is which is decided by the rows' and columns' own words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.excel.axis import unmoved
from reportgen.excel.cached_values import renew_cached_values
from reportgen.excel.cell_looks import cell_looks
from reportgen.excel.cell_patches import CellPatches
from reportgen.excel.mark_names import add_marks, drop_marks, rename_marks
from reportgen.excel.moved_formulas import SheetMap
from reportgen.excel.moved_lines import move_lines, name_heads
from reportgen.findings import Place
from reportgen.finished.places import cell_place
from reportgen.finished.snapshot import cell_snapshot
from reportgen.finished.workbook_document import FinishedWorkbook
from reportgen.living.refresh.headers_and_shapes import refresh_beside
from reportgen.living.refresh.report import Kept, Report, Update
from reportgen.living.refresh.sheet_lines import plan_lines
from reportgen.living.refresh.sheet_match import match_sheet, placing, same_value, sheet_names
from reportgen.living.refresh.sheets import SheetPair, SheetRefresh, TodaysLines, snapshot_cells
from reportgen.living.refresh.widened_tables import widen_tables
from reportgen.living.refresh.workbook_charts import refresh_workbook_charts
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW
from reportgen.ooxml.formulas import parse_formula
from reportgen.record import replace

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading, WorkbookReading
    from reportgen.finished.snapshot import Cells, Snapshot
    from reportgen.living.refresh.decisions import Decisions


def refresh_workbook(
    edited: FinishedWorkbook, now: FinishedWorkbook, built: Snapshot, report: Report, decisions: Decisions
) -> FinishedWorkbook:
    """The workbook ``edited`` brought up to ``now``."""
    called, called_now = sheet_names(built, edited.book), sheet_names(built, now.book)
    _tell_sheets(built, called, called_now, now, report, decisions)
    pairs = list(_pairs(edited, now, built, called, called_now))
    result, maps = _with_lines(edited, pairs)
    before = result.package.copy()
    moves = {pair.name: maps.get(pair.mine.name) or _still(pair.mine.name) for pair in pairs}
    _tell_names(pairs, moves, report, decisions)
    lines = {pair.name: TodaysLines.of(pair, moves[pair.name]) for pair in pairs}
    built_to_mine = {
        pair.name.lower(): placing(pair.mine.name, pair.match.my_rows, pair.match.my_columns)
        for pair in pairs
    }
    new_to_mine = {
        pair.new.name.lower(): placing(moves[pair.name].name, lines[pair.name].rows, lines[pair.name].columns)
        for pair in pairs
    }
    patches = CellPatches(result.package, result.book)
    sheets: list[SheetRefresh] = []
    for pair in pairs:
        here = result.book.sheet(moves[pair.name].name)
        assert here is not None
        widen_tables(result.package, now.package, pair, lines[pair.name], here)
        sheet = SheetRefresh(
            pair, here, moves[pair.name], lines[pair.name], built_to_mine, new_to_mine,
            hidden_names_of(now.book, pair.new.name), hidden_names_of(result.book, here.name),
            replace(patches, sheet=here), report, decisions,
        )  # fmt: skip
        sheet.run()
        sheet.patches.write()
        refresh_beside(result.package, here, now.package, pair.new, built.beside.get(pair.name), report)
        sheets.append(sheet)
    patches.write_styles()
    _write_marks(result, edited, pairs, sheets)
    name_heads(result.package, maps)
    if any(change.kind in ("cell", "row", "column") for change in report.changes):
        renew_cached_values(result.package, before)
    _tell_broken(edited, result, {one.name: old for old, one in maps.items()}, report)
    refresh_workbook_charts(edited, result, now, built, (called, called_now), new_to_mine, report)
    return result


def _pairs(
    edited: FinishedWorkbook,
    now: FinishedWorkbook,
    built: Snapshot,
    called: Mapping[str, str],
    called_now: Mapping[str, str],
) -> Iterator[SheetPair]:
    for name, cells in built.sheets.items():
        mine, new = edited.book.sheet(called.get(name, "")), now.book.sheet(called_now.get(name, ""))
        if mine is not None and new is not None:
            held = snapshot_cells(mine), snapshot_cells(new)
            match = match_sheet(cells, *held)
            yield SheetPair(
                name, cells, mine, new, match, plan_lines(cells, *held, match, cell_looks(now.book, new.part))
            )


def _with_lines(
    edited: FinishedWorkbook, pairs: list[SheetPair]
) -> tuple[FinishedWorkbook, dict[str, SheetMap]]:
    """The people's workbook with the lines and names that today's has, and where those of each changed sheet went."""
    names = dict(_new_names(edited, pairs))
    changes = {
        pair.mine.name: lines
        for pair in pairs
        if (lines := replace(pair.plan.lines, name=names.get(pair.mine.name, "")))
    }
    if not changes:
        return edited, {}
    package, maps = move_lines(edited.package, changes)
    return FinishedWorkbook(package, edited.name), maps


def _new_names(edited: FinishedWorkbook, pairs: list[SheetPair]) -> Iterator[tuple[str, str]]:
    """Sheets that the data name otherwise today, and nobody else did; no two may have one name then."""
    wanted = {pair.mine.name: pair.new.name for pair in pairs if pair.mine.name == pair.name != pair.new.name}
    called = Counter(wanted.get(sheet.name, sheet.name).lower() for sheet in edited.book.sheets)
    for old, new in wanted.items():
        if called[new.lower()] == 1:
            yield old, new


def _tell_names(
    pairs: list[SheetPair], moves: Mapping[str, SheetMap], report: Report, decisions: Decisions
) -> None:
    """Sheets that got today's name, and those that people named themselves or whose name is taken."""
    for pair in pairs:
        if pair.name == pair.new.name:
            continue
        name = moves[pair.name].name
        place = Place(file=report.document, sheet=name)
        if name == pair.new.name:
            if pair.mine.name != name:
                report.changes.append(Update("sheet", place, pair.mine.name, name))
        else:
            report.kept.append(decisions.settled(Kept("sheet_name", place, pair.name, name, pair.new.name)))


def _tell_sheets(
    built: Snapshot,
    called: Mapping[str, str],
    called_now: Mapping[str, str],
    now: FinishedWorkbook,
    report: Report,
    decisions: Decisions,
) -> None:
    """Sheets that people deleted, that today's workbook does not have, and that only it has."""
    for name, cells in built.sheets.items():
        place = Place(file=report.document, sheet=called.get(name, name))
        new = now.book.sheet(called_now.get(name, ""))
        if new is None and name in called:
            report.kept.append(decisions.settled(Kept("gone_sheet", place, name, called[name], "")))
        elif new is not None and name not in called and _differs(cells, new):
            report.kept.append(Kept("deleted", place, name, "", name))
    for sheet in now.book.sheets:
        if sheet.name not in called_now.values():
            place = Place(file=report.document, sheet=sheet.name)
            report.kept.append(decisions.settled(Kept("new_sheet", place, "", "", sheet.name)))


def _tell_broken(
    edited: FinishedWorkbook, result: FinishedWorkbook, renamed: Mapping[str, str], report: Report
) -> None:
    """Formulas of people that counted on a row or column that went. ``renamed``: names of sheets to their old ones."""
    for sheet in result.book.sheets:
        old = edited.book.sheet(renamed.get(sheet.name, sheet.name))
        had = {cell.formula for cell in old.cells.values()} if old is not None else set()
        for place, cell in sheet.cells.items():
            if cell.formula and cell.formula not in had and _counts_on_nothing(cell.formula):
                where = cell_place(report.document, sheet.name, *place)
                report.kept.append(Kept("broken", where, "", f"={cell.formula}", ""))


def _counts_on_nothing(formula: str) -> bool:
    """Whether a formula lost cells: Excel's error is in it, or the empty last row for a sum of nothing."""
    return "#REF!" in formula or any(
        found.first.row == LAST_ROW for found in parse_formula(formula).references
    )


def _write_marks(
    result: FinishedWorkbook, edited: FinishedWorkbook, pairs: list[SheetPair], sheets: list[SheetRefresh]
) -> None:
    """Let each cell have the hidden names of the figures that it shows."""
    names = {old: new for sheet in sheets for old, new in sheet.names.items()}
    gone = {name for sheet in sheets for name in sheet.gone} - set(names.values())
    for pair in pairs:
        for place, held in hidden_names_of(edited.book, pair.mine.name).items():
            if place[0] in pair.plan.rows.gone or place[1] in pair.plan.columns.gone:
                gone.update(held)
    drop_marks(result.package, gone)
    rename_marks(result.package, names)
    add_marks(
        result.package,
        {name: (sheet.edited.name, *place) for sheet in sheets for name, place in sheet.added.items()},
    )


def _still(name: str) -> SheetMap:
    return SheetMap(unmoved(LAST_ROW), unmoved(LAST_COLUMN), name)


def _differs(built: Cells, today: SheetReading) -> bool:
    return any(
        place not in today.cells or not same_value(cell, cell_snapshot(today.cells[place]))
        for place, cell in built.items()
    )


def hidden_names_of(book: WorkbookReading, sheet: str) -> dict[tuple[int, int], tuple[str, ...]]:
    """The hidden names of a sheet's figure cells, by (row, column)."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for one in book.figure_cells:
        if one.sheet.lower() == sheet.lower() and one.row is not None and one.column is not None:
            found[one.row, one.column] = (*found.get((one.row, one.column), ()), one.name)
    return found
