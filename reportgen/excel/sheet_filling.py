"""One sheet of a template run with a context: its columns, its rows, the texts around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2.environment import Template
from msgspec import Struct, field

from reportgen.excel.bands import HELPERS
from reportgen.excel.cell_styles import CellStyles
from reportgen.excel.cell_tags import PlacedCell
from reportgen.excel.cell_writer import Ledger
from reportgen.excel.column_plan import UNMOVED, run_columns
from reportgen.excel.moved_formulas import SheetMap, TableHead
from reportgen.excel.problems import CellPlace, PlanMistakes, Problems
from reportgen.excel.row_heights import sheet_looks
from reportgen.excel.row_plan import RowPlan
from reportgen.excel.row_stream import ReportFailure, RowCompiler, SheetStream
from reportgen.excel.sheet_texts import FilledTexts, filled_name
from reportgen.excel.value_program import completed, has_lists, run, shown_value
from reportgen.excel.workbook_template import CompiledSheet, CompiledWorkbook
from reportgen.expressions.budget import budget
from reportgen.expressions.not_shown import failing_line
from reportgen.ooxml.addresses import Range
from reportgen.ooxml.excel_tables import ExcelTable

_FILLED = "{"
"""Stands for the text of a head with tags."""


class FilledSheet(Struct):
    """A sheet that has been run: its rows, where they went, and the part it is written to."""

    compiled: CompiledSheet
    plan: RowPlan
    stream: SheetStream
    map: SheetMap
    part: str
    tables: list[ExcelTable]
    texts: FilledTexts = field(default_factory=dict)
    is_copy: bool = False

    @property
    def name(self) -> str:
        """The sheet's name in the template."""
        return self.compiled.sheet.name

    def heads(self) -> dict[str, dict[str, TableHead]]:
        """What became of the columns of Tables whose heads were filled, or whose columns moved."""
        found: dict[str, dict[str, TableHead]] = {}
        for table in self.tables:
            row = self.map.rows.first_image(table.area.top) if table.head_rows else None
            texts = self._head_texts(table)
            if self.map.columns.is_identity and texts == table.columns:
                continue
            found[table.name.lower()] = {
                name.lower(): self._head(text, row, table.area.left + offset)
                for offset, (name, text) in enumerate(zip(table.columns, texts, strict=True))
            }
        return found

    def _head_texts(self, table: ExcelTable) -> tuple[str, ...]:
        """What the cells of a Table's head say in the template, marked where it is to be filled."""
        rows = (row for row in self.compiled.sheet.rows if table.head_rows and row.number == table.area.top)
        said = {cell.column: cell.text.text for row in rows for cell in row.cells if cell.text is not None}
        return tuple(
            _FILLED if "{" in (said.get(column) or name) else said.get(column) or name
            for column, name in enumerate(table.columns, table.area.left)
        )

    def _head(self, text: str, row: int | None, column: int) -> TableHead:
        places = [
            place for low, high in self.map.columns.runs(column, column) for place in range(low, high + 1)
        ]
        shown = [
            (self.stream.text_at(row or 0, place) if text == _FILLED else None) or text for place in places
        ]
        return TableHead(column, tuple(zip(places, shown, strict=True)))

    @property
    def used(self) -> Range | None:
        """The area of its cells."""
        rows = [
            (strip.images[0], strip.images[-1], row)
            for strip, row in zip(self.stream.strips, self.plan.rows, strict=True)
            if row is not None and strip.images and row.cells
        ]
        columns = [
            (cell if isinstance(cell, PlacedCell) else cell.placed).column
            for _, _, row in rows
            for cell in row.cells
        ]
        if not columns:
            return None
        return Range(
            min(low for low, _, _ in rows), min(columns), max(high for _, high, _ in rows), max(columns)
        )


Ending = Callable[[], FilledSheet | None]
"""Gives a sheet when all sheets are run up to their lists; ``None`` where an expression failed (it has been reported)."""


def run_sheet(
    template: CompiledWorkbook,
    sheet: CompiledSheet,
    context: Mapping[str, Any],
    styles: CellStyles,
    report: ReportFailure,
    held: list[list[Any]],
) -> Ending:
    """Run a sheet but for what waits for the other sheets, which its ending does; its values go to ``held`` until then."""
    columns = UNMOVED
    plan, program = sheet.plan, sheet.program
    try:
        if sheet.columns is not None:
            columns = run_columns(sheet.columns, template.sandbox, context)
            problems = Problems()
            plan, program = template.plan_rows(sheet, columns, problems)
            if problems.findings:
                raise PlanMistakes(problems.findings)
    except Exception as error:
        report(_place_of(sheet.sheet.name, None, None, error), error)
        return _nothing
    ledger, beside = Ledger(), Ledger()
    looks = sheet_looks(sheet.sheet.around, styles.data) if plan.has_tags else None
    stream = RowCompiler(sheet.sheet.name, styles, ledger, template.book.epoch, looks).stream(plan)
    helpers = {**HELPERS, "rg__columns": columns.variables}

    def ended(rows: Iterable[Any], texts: Iterable[Any] | None = None) -> FilledSheet | None:
        try:
            images = stream.run(rows, report)
            said = sheet.texts.written(
                sheet.texts.run(context) if texts is None else texts, styles, beside, report
            )
            ledger.add(beside)
        except Exception as error:
            report(_place_of(sheet.sheet.name, program, plan, error), error)
            return None
        order = tuple(entry.name for entry in template.book.sheets)
        name = filled_name(said, sheet.sheet.name)
        placed = SheetMap(images, columns.map, name, order=order, contents=plan.contents)
        return FilledSheet(sheet, plan, stream, placed, sheet.sheet.part, sheet.tables, said)

    items = _as_it_is(plan) if program is None else run(program, context, plan.marks, helpers, wait=True)
    if not (program is not None and has_lists(program)) and not sheet.texts.has_lists:
        made = ended(items)
        return lambda: made
    try:
        held_rows = [budget().made(shown_value(item)) for item in items]
        texts = list(map(shown_value, sheet.texts.run(context)))
    except Exception as error:
        report(_place_of(sheet.sheet.name, program, plan, error), error)
        return _nothing
    held += [held_rows, texts]
    return lambda: ended(completed(held_rows), texts)


def _nothing() -> None:
    """The ending of a sheet an expression of which failed."""


def _place_of(sheet: str, program: Template | None, plan: RowPlan | None, error: Exception) -> CellPlace:
    """The cell whose expression failed, by the line of the program it is on."""
    line = failing_line(error, program) if program is not None else None
    place = plan.program.place_of(line) if plan is not None and line is not None else None
    return place or CellPlace(sheet)


def _as_it_is(plan: RowPlan) -> Iterable[Any]:
    """What the program of a sheet without tags would yield."""
    return [(number,) for number in range(len(plan.strips))]
