"""One fill of a workbook: run the sheets with tags, move everything else by their maps, work out formulas, save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reportgen.content import Rendered
from reportgen.excel import calculation
from reportgen.excel.axis import unmoved
from reportgen.excel.blocks import PlacedCell, RowPlan
from reportgen.excel.cells import EPOCH_1900, EPOCH_1904, CellProblem, Ledger, Unknown
from reportgen.excel.charts import chart_parts, move_chart
from reportgen.excel.comments import move_comments
from reportgen.excel.drawings import drawing_parts, move_drawing
from reportgen.excel.extras import COMMENT
from reportgen.excel.formulas import SheetMap
from reportgen.excel.frame import Frame
from reportgen.excel.links import add_links, say_links
from reportgen.excel.lint import unknown_names_in
from reportgen.excel.marks import Lineage, Mark, attach_marks, hidden_names, named_marks, shown_figures
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.program import run
from reportgen.excel.ranges import stretched
from reportgen.excel.references import LAST_COLUMN, Area
from reportgen.excel.sheet import split_frame
from reportgen.excel.stale import stale_sheets
from reportgen.excel.stream import RowCompiler, SheetStream, Values
from reportgen.excel.structured import TableArea, in_plain_references
from reportgen.excel.styles import Styles
from reportgen.excel.tables import move_table
from reportgen.excel.template import CompiledSheet, ExcelTemplate
from reportgen.excel.unknown import report_unknown, trouble
from reportgen.excel.workbook import move_workbook
from reportgen.excel.written import WrittenSheets
from reportgen.ooxml import Package
from reportgen.ooxml.properties import Properties, set_properties


@dataclass(slots=True)
class FilledSheet:
    """A sheet that has been run: its stream and where its rows went."""

    compiled: CompiledSheet
    stream: SheetStream
    map: SheetMap

    @property
    def name(self) -> str:
        """The sheet's name in the template."""
        return self.compiled.sheet.name


@dataclass(slots=True)
class Filling:
    """One fill: the package being edited and what is known so far."""

    template: ExcelTemplate
    context: Mapping[str, Any]
    package: Package = field(init=False)
    styles: Styles = field(init=False)
    problems: Problems = field(default_factory=Problems)
    maps: dict[str, SheetMap] = field(default_factory=dict)
    filled: dict[str, FilledSheet] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.package = self.template.package.copy()
        self.styles = self.template.styles.fresh()

    def make(self, lineage: Lineage | None, properties: Properties | None, marks: bool) -> Rendered:
        """Run every sheet, then move everything else by the maps, then save."""
        self.problems.extend(self.template.problems.findings)
        self.problems.raise_errors()
        for sheet in self.template.sheets:
            if sheet.program is not None:
                self._run(sheet)
        if self.problems.findings:
            self.problems.explain(unknown_names_in(self.template, self.context))
            self.problems.raise_errors()
        self._run_dependents()
        values = self._calculated()
        for filled in self.filled.values():
            self._write(filled, values.get(filled.map.name, {}))
        shown = self._marks()
        self._write_workbook(shown if marks else [])
        if self.styles.part in self.package:
            self.package.write(self.styles.part, self.styles.to_bytes())
        if marks:
            attach_marks(self.package, shown, lineage)
        if properties is not None:
            set_properties(self.package, properties)
        self.package.make_document()
        return Rendered(self.package.save(), shown_figures(shown))

    # ---- sheets -------------------------------------------------------------------------------------------

    def _run(self, sheet: CompiledSheet) -> None:
        name = sheet.sheet.name
        epoch = EPOCH_1904 if self.template.book.is_1904 else EPOCH_1900
        compiler = RowCompiler(name, self.styles, Ledger(), epoch=epoch)
        columns = unmoved(LAST_COLUMN)
        stream = compiler.stream(sheet.plan, columns)
        program = (
            run(sheet.program, self.context, sheet.names, sheet.plan.marks)
            if sheet.program
            else _as_it_is(sheet.plan)
        )
        try:
            rows = stream.run(program, self._report)
        except Exception as error:
            self._trouble(sheet, error)
            return
        placed = SheetMap(rows, columns, name)
        self.filled[name.lower()] = FilledSheet(sheet, stream, placed)
        if sheet.program is not None:
            self.maps[name.lower()] = placed

    def _run_dependents(self) -> None:
        """Sheets without tags whose formulas depend on one with tags are written anew, without their old values."""
        sheets = {sheet.sheet.name.lower(): sheet for sheet in self.template.sheets}
        filled = set(self.filled)
        for name in stale_sheets(
            [sheet.sheet for sheet in sheets.values()], self.template.book.names, filled
        ):
            if name not in filled:
                self._run(sheets[name])

    def _write(self, filled: FilledSheet, values: Values) -> None:
        sheet = filled.compiled.sheet
        if filled.compiled.program is None and filled.stream.says_the_same(self.maps, values):
            return
        frame = sheet.frame()
        maps = self.maps | {sheet.name.lower(): filled.map}
        Frame(frame.root, sheet.name, maps).move(_used(filled))
        say_links(self.package, sheet.part, frame.root, filled.map, filled.stream.extras)
        add_links(self.package, sheet.part, frame.root, filled.stream.ledger)
        head, tail = split_frame(frame)
        chunks = filled.stream.finished(self.maps, values)
        self.package.write(sheet.part, (piece for part in ((head,), chunks, (tail,)) for piece in part))
        comments = {index: said for (kind, index), said in filled.stream.extras.items() if kind == COMMENT}
        move_comments(self.package, sheet.part, sheet.name, maps, comments)
        for part in drawing_parts(self.package, sheet.part):
            move_drawing(self.package, part, filled.map, self.maps)

    # ---- formula values ------------------------------------------------------------------------------------

    def _calculated(self) -> calculation.Calculated:
        """The values of the formulas on the sheets being written, as far as they can be vouched for."""
        texts = {name: self._plain_formulas(filled) for name, filled in self.filled.items()}
        cells = [cell for found in texts.values() for cell in found]
        if not cells or not calculation.is_available():
            return {}
        book = self.package.copy()
        move_workbook(book, self.template.book, self.maps, {}, recalculate=False)
        for name, filled in self.filled.items():
            rows = filled.stream.plain_rows(
                {(cell.row, cell.column): cell.text for cell in texts[name] if cell.text is not None}
            )
            book.write(
                filled.compiled.sheet.part, (piece for part in ((_SHEET,), rows, (_END,)) for piece in part)
            )
        return calculation.calculated(book.save(), cells)

    def _plain_formulas(self, filled: FilledSheet) -> list[calculation.FormulaCell]:
        tables = self._tables()
        cells = []
        for row, column, text, is_plain in filled.stream.formulas(self.maps):
            plain = in_plain_references(text, filled.name, row, column, tables) if is_plain else None
            cells.append(calculation.FormulaCell(filled.map.name, row, column, plain))
        return cells

    def _tables(self) -> dict[str, TableArea]:
        """The Tables of the workbook as they stand now, by name in lower case."""
        found = {}
        for sheet in self.template.sheets:
            for table in sheet.tables:
                place = self.maps.get(table.sheet.lower())
                area = table.area if place is None else stretched(table.area, place)
                if area is not None:
                    found[table.name.lower()] = TableArea(
                        table.name, table.sheet, area, table.columns, table.head_rows, table.totals_rows
                    )
        return found

    # ---- the rest of the workbook -------------------------------------------------------------------------

    def _write_workbook(self, marks: list[Mark]) -> None:
        names = hidden_names(marks)
        move_workbook(self.package, self.template.book, self.maps, names, recalculate=self._has_formulas())
        parts = {entry.name.lower(): entry.part for entry in self.template.book.sheets}
        written = WrittenSheets(self.package, parts, self.template.strings, frozenset(self.filled))
        for filled in self.filled.values():
            name = filled.name
            for table in filled.compiled.tables:
                move_table(self.package, table, self.maps, _text_reader(written, name))
        for part in list(chart_parts(self.package)):
            move_chart(self.package, part, self.maps, written)

    def _has_formulas(self) -> bool:
        return any(
            cell.formula is not None
            for sheet in self.template.sheets
            for row in sheet.sheet.rows
            for cell in row.cells
        )

    def _marks(self) -> list[Mark]:
        return named_marks(
            [
                (key, text, filled.map.name, row, column)
                for filled in self.filled.values()
                for key, text, row, column in filled.stream.ledger.figures
            ]
        )

    # ---- problems -----------------------------------------------------------------------------------------

    def _report(self, place: CellPlace, problem: Exception) -> None:
        if isinstance(problem, Unknown):
            report_unknown(self.problems, place, problem.value, self.context)
        elif isinstance(problem, CellProblem):
            self.problems.add(problem.code, place, problem.what, problem.remedy)
        else:
            trouble(self.problems, place, problem, self.context)

    def _trouble(self, sheet: CompiledSheet, error: Exception) -> None:
        """An expression failed while the program ran: find the cell by the line, and look for more of its kind."""
        trouble(self.problems, _place_of(sheet, error), error, self.context)


_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"


def _place_of(sheet: CompiledSheet, error: Exception) -> CellPlace:
    found = CellPlace(sheet.sheet.name)
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if code.co_filename == "<template>" and sheet.program is not None:
            line = sheet.program.get_corresponding_lineno(step.tb_lineno)
            found = sheet.plan.program.place_of(line) or found
        step = step.tb_next
    return found


def _as_it_is(plan: RowPlan) -> list[Any]:
    """What the program of a sheet without tags would yield."""
    return [(number,) for number in range(len(plan.strips))]


def _used(filled: FilledSheet) -> Area | None:
    """The area from A1's row on that holds cells."""
    rows = [
        (strip.images[0], strip.images[-1], row)
        for strip, row in zip(filled.stream.strips, filled.compiled.plan.rows, strict=True)
        if row is not None and strip.images and row.cells
    ]
    columns = [
        (cell if isinstance(cell, PlacedCell) else cell.placed).column
        for _, _, row in rows
        for cell in row.cells
    ]
    if not columns:
        return None
    return Area(min(low for low, _, _ in rows), min(columns), max(high for _, high, _ in rows), max(columns))


def _text_reader(written: WrittenSheets, sheet: str) -> Callable[[int, int], str | None]:
    def text_at(row: int, column: int) -> str | None:
        found = written.value_at(sheet, row, column)
        return None if found is None else found[1]

    return text_at
