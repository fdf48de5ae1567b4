"""Rows and columns of a finished workbook put in and taken out, and sheets renamed; all that refers to them follows as when a template is filled."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from reportgen.excel.axis import AxisMap, Strip, unmoved
from reportgen.excel.cell_tags import PlacedCell
from reportgen.excel.cell_writer import Ledger
from reportgen.excel.column_plan import Columns
from reportgen.excel.moved_formulas import SheetMap
from reportgen.excel.problems import Problems
from reportgen.excel.row_plan import RowPlan, StripRow
from reportgen.excel.row_stream import RowCompiler
from reportgen.excel.scopes import Scopes
from reportgen.excel.sheet_filling import Ending, FilledSheet
from reportgen.excel.sheet_tables import move_table
from reportgen.excel.sheet_texts import SideTexts
from reportgen.excel.template_sheet import TemplateCell, TemplateRow, read_sheet
from reportgen.excel.workbook_filling import Filling
from reportgen.excel.workbook_template import CompiledSheet, CompiledWorkbook
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW
from reportgen.ooxml.excel_tables import read_tables
from reportgen.ooxml.sheet_cells import WorkbookCells
from reportgen.ooxml.workbooks import read_workbook
from reportgen.ooxml.xml import qn
from reportgen.record import Record, field

if TYPE_CHECKING:
    from lxml.etree import _Element


class Lines(Record):
    """What becomes of a sheet's rows or columns: those in ``gone`` go; ``before`` and ``after`` say how many new ones come
    beside a line and look like it."""

    gone: frozenset[int] = frozenset()
    before: Mapping[int, int] = field(default_factory=dict)
    after: Mapping[int, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.gone or self.before or self.after)

    @property
    def cuts(self) -> list[int]:
        """The lines at which something happens, in order."""
        return sorted({*self.gone, *self.before, *self.after})


class SheetLines(Record):
    """What becomes of the lines of one sheet; ``name``: what it is called from now on, where that is something else."""

    rows: Lines = field(default_factory=Lines)
    columns: Lines = field(default_factory=Lines)
    name: str = ""

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns or self.name)


def move_lines(package: Package, changes: Mapping[str, SheetLines]) -> tuple[Package, dict[str, SheetMap]]:
    """The workbook with other lines and names of sheets, and where those of each changed sheet (by its old name) went.

    A new row takes height, formats and formulas of the row beside it, and its constants, which the caller replaces. What
    covers that row (a range, a Table, a chart's series, a rule, a name) covers the new one too. A new column takes formats alone, and is
    covered by what covered the columns on both sides.
    """
    book = _Finished(package, {name.lower(): lines for name, lines in changes.items() if lines})
    moving = _Moving(book, {})
    made = Package.open(moving.make(None, marks=False).data)
    filled = [one for one in moving.filled if one.name.lower() in book.changes]
    for one in filled:
        if columns := book.changes[one.name.lower()].columns:
            _widen(made, one.part, _columns(columns))
    return made, {one.name: one.map for one in filled}


class _Finished(CompiledWorkbook):
    """A finished workbook as the machinery of filling takes it: nothing in it is a tag."""

    reads_tags = False
    near_tags = []  # noqa: RUF012
    unfilled = []  # noqa: RUF012

    def __init__(self, package: Package, changes: Mapping[str, SheetLines]) -> None:
        self.changes = changes
        super().__init__(package.save())

    def _compile_part(self, name: str, part: str) -> CompiledSheet:
        sheet = read_sheet(name, part, self.package.read(part), self.strings)
        lines = self.changes.get(name.lower(), SheetLines())
        plan = _plan(sheet.rows, lines)
        has_relations = any(True for _ in self.package.relationships(part))
        tables = read_tables(self.package, name, part)
        scopes = Scopes(sheet.rows, (), frozenset())
        return CompiledSheet(sheet, tables, scopes, [], SideTexts(name), plan, has_relations=has_relations)


class _Moving(Filling):
    """The fill of a finished workbook: each sheet comes out once, with its lines moved."""

    def _run_once(self, sheet: CompiledSheet, context: Mapping[str, Any]) -> Ending:
        assert isinstance(self.template, _Finished)
        lines = self.template.changes.get(sheet.sheet.name.lower(), SheetLines())
        compiler = RowCompiler(sheet.sheet.name, self.styles, Ledger(), epoch=self.template.book.epoch)
        stream = compiler.stream(sheet.plan)
        rows = stream.run(_items(sheet.plan, lines.rows), self._report)
        rows.stays = {line: rows.span(line, line)[0] + lines.rows.before.get(line, 0)  # type: ignore[index]
                      for line in (*lines.rows.before, *lines.rows.after)}  # fmt: skip
        order = tuple(entry.name for entry in self.template.book.sheets)
        name = lines.name or sheet.sheet.name
        placed = SheetMap(rows, _columns(lines.columns).map, name, order=order)
        moved = FilledSheet(sheet, sheet.plan, stream, placed, sheet.sheet.part, sheet.tables)
        return lambda: moved


# ---- rows --------------------------------------------------------------------------------------------------


def _plan(rows: tuple[TemplateRow, ...], lines: SheetLines) -> RowPlan:
    """The rows as strips: one that gets copies is a loop of its own, one that goes has none."""
    plan = RowPlan(has_tags=bool(lines))
    columns = _columns(lines.columns)
    reached = 1

    def add(first: int, last: int, row: StripRow | None) -> None:
        is_repeated = first in lines.rows.before or first in lines.rows.after
        plan.loops += is_repeated
        plan.strips.append(Strip(first, last, (plan.loops,) if is_repeated else ()))
        plan.rows.append(row)

    for row in rows:
        if row.number > reached:
            add(reached, row.number - 1, None)
        if row.number not in lines.rows.gone:
            add(row.number, row.number, StripRow(row, tuple(_placed(columns, row, lines.columns))))
        reached = row.number + 1
    if reached <= LAST_ROW:
        add(reached, LAST_ROW, None)
    return plan


def _placed(columns: Columns, row: TemplateRow, lines: Lines) -> Iterator[PlacedCell]:
    """The cells of a row; of a new column only their formats."""
    for placed in columns.place(row):
        column = placed.cell.column
        is_new = (
            column in lines.before or column in lines.after
        ) and placed.column != columns.map.first_image(column)
        yield PlacedCell(TemplateCell(column, placed.cell.style), placed.column) if is_new else placed


def _items(plan: RowPlan, lines: Lines) -> Iterator[Any]:
    """What the program of a template would yield."""
    for number, strip in enumerate(plan.strips):
        for _ in range(1 + lines.before.get(strip.first, 0) + lines.after.get(strip.first, 0)):
            yield from strip.loops
            yield (number,)


# ---- columns -----------------------------------------------------------------------------------------------


def _columns(lines: Lines) -> Columns:
    """Where the columns come out. The cells of a new one are those beside it; nothing refers to it yet."""
    if not lines:
        return Columns(unmoved(LAST_COLUMN), ((Strip(1, LAST_COLUMN), 1, None),), ())
    placed: list[tuple[Strip, int, int | None]] = []
    strips: list[Strip] = []
    reached, output = 1, 1
    for column in (*lines.cuts, LAST_COLUMN + 1):
        if column > reached:
            strips.append(Strip(reached, column - 1, (), array("l", [output])))
            placed.append((strips[-1], output, None))
            output += column - reached
        reached = column + 1
        if column > LAST_COLUMN or column in lines.gone:
            continue
        own = Strip(column, column)
        for at in range(1 + lines.before.get(column, 0) + lines.after.get(column, 0)):
            if at == lines.before.get(column, 0):
                own.images.append(output)
            placed.append((own, output, None))
            output += 1
        strips.append(own)
    stays = {strip.first: strip.images[0] for strip in strips if strip.first in lines.cuts}
    return Columns(AxisMap(strips, LAST_COLUMN, stays=stays), tuple(placed), ())


def _widen(package: Package, part: str, columns: Columns) -> None:
    """Let new columns be as wide as those beside them."""
    from lxml import etree

    with package.edited(part) as root:
        holder = root.find(qn("x:cols"))
        if holder is None:
            return
        for strip, output, _ in columns.placed:
            widths = {number: column for column in holder for number in _numbers(column)}
            like = widths.get(columns.map.first_image(strip.first) or 0)
            if strip.length == 1 and output not in widths and like is not None:
                twin = etree.SubElement(holder, like.tag)
                for name, value in like.items():
                    twin.set(name, value)
                twin.set("min", str(output))
                twin.set("max", str(output))
        holder[:] = sorted(holder, key=lambda column: int(column.get("min") or 1))


def _numbers(column: _Element) -> range:
    return range(int(column.get("min") or 1), int(column.get("max") or 1) + 1)


def name_heads(package: Package, sheets: Mapping[str, SheetMap]) -> None:
    """Let the columns of Tables have the names that are in their heads now. ``sheets`` are those that moved, by old name."""
    book = read_workbook(package)
    cells = WorkbookCells(package)
    for entry in book.sheets:
        moved = next((one for one in sheets.values() if one.name == entry.name), None)
        if moved is None or moved.columns.is_identity:
            continue
        still = SheetMap(unmoved(LAST_ROW), unmoved(LAST_COLUMN), entry.name)
        for table in read_tables(package, entry.name, entry.part):
            move_table(package, table, {entry.name.lower(): still}, cells, Problems())
