"""A workbook template: read and compiled once, filled as often as there are contexts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2.environment import Template

from reportgen.content import Rendered
from reportgen.errors import Bilingual, PackageError
from reportgen.excel.blocks import PlacedCell, RowPlan, RowPlanner
from reportgen.excel.extras import read_extras
from reportgen.excel.marks import Lineage
from reportgen.excel.problems import Problems
from reportgen.excel.program import compiled, names_used, value_environment
from reportgen.excel.sheet import TemplateSheet, read_sheet, with_rows
from reportgen.excel.strings import CellText
from reportgen.excel.styles import Styles
from reportgen.excel.tables import TemplateTable, read_tables
from reportgen.excel.workbook import Workbook, read_strings, read_workbook
from reportgen.ooxml import Package
from reportgen.ooxml.properties import Properties


@dataclass(slots=True)
class CompiledSheet:
    """A sheet of the template with its plan, and the program where it has tags."""

    sheet: TemplateSheet
    tables: list[TemplateTable]
    plan: RowPlan
    program: Template | None
    names: frozenset[str]


class ExcelTemplate:
    """A template, compiled. Raises ``PackageError`` for what is no workbook, ``TemplateError`` for mistakes in tags."""

    def __init__(self, data: bytes) -> None:
        self.package = Package.open(data)
        if not self.package.main_part.startswith("xl/"):
            raise _no_workbook()
        self.book: Workbook = read_workbook(self.package)
        self.strings: list[CellText] = read_strings(self.package, self.book)
        self.sandbox = value_environment()
        self.problems = Problems()
        self.sheets = [self._compile(entry.name, entry.part) for entry in self.book.sheets]

    @cached_property
    def styles(self) -> Styles:
        part = self.book.styles
        if part is None:
            return Styles(b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>')
        return Styles(self.package.read(part), part)

    def fill(
        self,
        context: Mapping[str, Any],
        *,
        lineage: Lineage | None = None,
        properties: Properties | None = None,
        marks: bool = True,
    ) -> Rendered:
        """Fill the template. Nothing is given back where anything is wrong: ``TemplateError`` tells all of it."""
        from reportgen.excel.filling import Filling

        return Filling(self, context).make(lineage, properties, marks)

    def _compile(self, name: str, part: str) -> CompiledSheet:
        sheet = read_sheet(name, part, self.package.read(part), self.strings)
        tables = read_tables(self.package, name, part)
        extras = read_extras(self.package, part, sheet.frame().root)
        planner = RowPlanner(name, self.sandbox, self.problems, extras)
        rows = (
            (row, [PlacedCell(cell, cell.column) for cell in row.cells])
            for row in with_rows(sheet.rows, planner.extras)
        )
        plan = planner.make(rows, [table.data_rows for table in tables])
        if not plan.has_tags or self.problems.findings:
            return CompiledSheet(sheet, tables, plan, None, frozenset())
        program, names = compiled(plan.program, self.sandbox), names_used(plan.program, self.sandbox)
        return CompiledSheet(sheet, tables, plan, program, names)


def _no_workbook() -> PackageError:
    return PackageError(
        Bilingual(
            "The template is no Excel workbook; use an .xlsx, .xlsm or .xltx file.",
            "模板不是Excel工作簿；请使用 .xlsx、.xlsm 或 .xltx 文件。",
        )
    )
