"""A workbook template read and compiled: each sheet with its plan and its programs."""

from __future__ import annotations

from functools import cache, cached_property

from jinja2.environment import Template
from msgspec import Struct

from reportgen.errors import PackageError, TemplateError
from reportgen.excel.attached_texts import AttachedText, read_attached_texts
from reportgen.excel.bands import plan_bands
from reportgen.excel.cell_styles import CellStyles
from reportgen.excel.column_plan import UNMOVED, ColumnPlan, Columns, plan_columns
from reportgen.excel.pivot_tables import pivot_caches
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.row_plan import RowPlan, RowPlanner
from reportgen.excel.saved_values import TemplatePlace, doubted_formulas
from reportgen.excel.scopes import BLOCK, COLUMN, SHEET, Scopes, check_scopes, sheet_passes, take_scopes
from reportgen.excel.sheet_charts import chart_parts
from reportgen.excel.sheet_frame import last_row_named
from reportgen.excel.sheet_texts import SideTexts, read_book_texts, read_side_texts
from reportgen.excel.template_sheet import TemplateSheet, read_sheet, with_rows
from reportgen.excel.unfilled import unfilled_tags
from reportgen.excel.value_program import Program, compiled
from reportgen.excel.workbook_part import drop_tags
from reportgen.expressions import NearTag, may_hold_near_tags, near_tags
from reportgen.expressions.value_program import value_environment
from reportgen.findings import Finding
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.cell_texts import CellText
from reportgen.ooxml.document_kinds import EXCEL
from reportgen.ooxml.excel_tables import ExcelTable, read_tables
from reportgen.ooxml.guard import naming
from reportgen.ooxml.workbooks import Workbook, read_strings, read_workbook


class CompiledSheet(Struct):
    """A sheet of the template with its plan, and the programs of what has tags on it.

    ``columns`` is set where columns repeat: the rows are then planned anew for every fill. ``passes`` is set where the sheet
    itself repeats.
    """

    sheet: TemplateSheet
    tables: list[ExcelTable]
    scopes: Scopes
    attached: list[AttachedText]
    texts: SideTexts
    plan: RowPlan
    program: Template | None = None
    columns: ColumnPlan | None = None
    passes: Program | None = None
    has_relations: bool = False
    """Whether other parts belong to the sheet: drawings, comments, Tables."""
    last_row_named: int | None = None
    """The last row that anything around the rows names, where it is known (see :mod:`reportgen.excel.sheet_frame`)."""
    moved_frame: tuple[bytes, bytes] | None = None
    """The XML before and after the rows as the last fill left it, where it is the same for all."""

    @property
    def has_tags(self) -> bool:
        """Whether anything on the sheet depends on the context."""
        return self.plan.has_tags or bool(self.scopes.marks) or bool(self.texts.texts)

    @property
    def has_formulas(self) -> bool:
        """Whether any cell holds a formula."""
        return any(cell.formula is not None for row in self.sheet.rows for cell in row.cells)


class CompiledWorkbook:
    """A template read and compiled. Raises ``PackageError`` for what is no workbook, ``TemplateError`` for mistakes in tags."""

    reads_tags = True
    """Whether braces are tags; in a finished workbook they are text."""

    def __init__(self, data: bytes) -> None:
        self._source = data
        self.package = Package.open(data)
        if f".{self.package.extension}" not in EXCEL:
            raise PackageError(Message("excel.no-workbook"))
        with naming(self.package.main_part):
            self.book: Workbook = read_workbook(self.package)
        if not self.book.sheets:
            raise PackageError(Message("excel.no-sheets"))
        self.strings: list[CellText] = read_strings(self.package, self.book)
        if self.reads_tags:
            drop_tags(self.package, self.book)
            self.package.make_document()
            self.package = Package.open(self.package.save())  # deflated once for all fills
        self.sandbox = value_environment()
        self.problems = Problems()
        self.has_charts = any(True for _ in chart_parts(self.package))
        self.has_pivots = any(True for _ in pivot_caches(self.package))
        self.book_texts = SideTexts("")
        if self.reads_tags:
            self.book_texts = read_book_texts(self.package, self.book.names, self.sandbox, self.problems)
        self.sheets = [self._compile(entry.name, entry.part) for entry in self.book.sheets]

    @cached_property
    def styles(self) -> CellStyles:
        part = self.book.styles
        if part is None:
            return CellStyles.read(
                b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
            )
        with naming(part):
            return CellStyles.read(self.package.read(part), part)

    @cached_property
    def near_tags(self) -> list[NearTag]:
        """What may have been meant as a tag in a cell."""
        may_hold = cache(lambda text: may_hold_near_tags(text.text))  # many cells may share a text
        return [
            near
            for sheet in self.sheets
            for row in sheet.sheet.rows
            for cell in row.cells
            if cell.text is not None and cell.formula is None and may_hold(cell.text)
            for near in near_tags(
                cell.text.text,
                CellPlace(sheet.sheet.name, row.number, cell.column, cell.text.text).to_place(),
            )
        ]

    @cached_property
    def unfilled(self) -> list[Finding]:
        """Warnings of tags that are where none is filled in."""
        return unfilled_tags(self.package, [sheet.sheet for sheet in self.sheets])

    @cached_property
    def doubted(self) -> frozenset[TemplatePlace]:
        """The formulas whose values the calculator cannot be trusted with: it did not give what was saved there."""
        tables = [table for sheet in self.sheets for table in sheet.tables]
        return doubted_formulas(self._source, [sheet.sheet for sheet in self.sheets], tables)

    def plan_rows(
        self, sheet: CompiledSheet, columns: Columns, problems: Problems
    ) -> tuple[RowPlan, Template | None]:
        """The plan of a sheet's rows with its columns in place, and its program where it has one."""
        bands = plan_bands(sheet.scopes.of(BLOCK), self.sandbox, problems)
        planner = RowPlanner(sheet.sheet.name, self.sandbox, problems, sheet.attached, bands, sheet.tables)
        rows = (
            (row, None if row.number in sheet.scopes.vanished else columns.place(row))
            for row in with_rows(sheet.scopes.rows, planner.attached)
        )
        plan = planner.make(rows)
        if problems.findings or not (plan.has_tags or sheet.scopes.vanished):
            return plan, None
        try:
            return plan, compiled(plan.program, self.sandbox)
        except TemplateError as error:
            self.problems.extend(error.findings)
            return plan, None

    def _compile(self, name: str, part: str) -> CompiledSheet:
        with naming(part):
            return self._compile_part(name, part)

    def _compile_part(self, name: str, part: str) -> CompiledSheet:
        sheet = read_sheet(name, part, self.package.read(part), self.strings)
        scopes = take_scopes(name, sheet.rows)
        check_scopes(scopes, self.sandbox, self.problems)
        frame = sheet.frame().root
        attached = read_attached_texts(self.package, part, frame)
        texts = read_side_texts(self.package, name, part, frame, self.sandbox, self.problems)
        tables = read_tables(self.package, name, part)
        made = CompiledSheet(sheet, tables, scopes, attached, texts, RowPlan())
        if not self.problems.findings:
            texts.compile(self.sandbox)
            made.columns = plan_columns(scopes, self.sandbox) if scopes.of(COLUMN) else None
            made.passes = sheet_passes(scopes.of(SHEET), self.sandbox)
        made.plan, made.program = self.plan_rows(made, UNMOVED, self.problems)
        made.last_row_named = None if texts.texts else last_row_named(frame)
        made.has_relations = any(True for _ in self.package.relationships(part))
        return made
