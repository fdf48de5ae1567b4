"""What a template says of its own formulas: the values that Excel saved there, held against the calculator's; its settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportgen.excel import calculator
from reportgen.excel.calculator import BookSettings, FormulaCell
from reportgen.excel.formula_patterns import seen_from
from reportgen.excel.structured_references import TableArea, in_plain_references
from reportgen.excel.template_sheet import TemplateSheet
from reportgen.ooxml import Package
from reportgen.ooxml.excel_tables import ExcelTable
from reportgen.ooxml.sheet_cells import decimal_of, same_number
from reportgen.ooxml.workbooks import read_workbook
from reportgen.regex import regex

TemplatePlace = tuple[str, int, int]
"""Sheet of the template in lower case, row, column."""


def template_formulas(
    sheet: TemplateSheet, tables: Mapping[str, TableArea], doubted: frozenset[TemplatePlace] = frozenset()
) -> list[FormulaCell]:
    """The formulas of a sheet as it is in the template."""
    return [
        FormulaCell(
            sheet.name, row.number, cell.column,
            in_plain_references(
                seen_from(cell.formula.text, row.number), sheet.name, row.number, cell.column, tables
            ),
            (sheet.name.lower(), row.number, cell.column) in doubted,
        )
        for row in sheet.rows for cell in row.cells if cell.formula is not None
    ]  # fmt: skip


def book_settings(book: Package, sheets: Iterable[TemplateSheet]) -> BookSettings:
    """What a workbook says about how it is calculated."""
    workbook = read_workbook(book)
    calculation = workbook.calculation
    is_plain = not workbook.is_1904 and not calculation.iterates and calculation.at_full_precision
    hides = any(_HIDDEN.search(row.attributes) is not None for sheet in sheets for row in sheet.rows) or any(
        b"filterColumn" in sheet.around for sheet in sheets
    )
    counts = Counter(name.lower() for name, _, _ in workbook.names)
    names = {name.lower(): said for name, said, _ in workbook.names if counts[name.lower()] == 1}
    return BookSettings(is_plain, hides, names)


_HIDDEN = regex(r'(?<![\w:])hidden="(?!0|false)')


def table_areas(tables: Iterable[ExcelTable]) -> dict[str, TableArea]:
    """Tables as they are, by name in lower case."""
    return {
        table.name.lower(): TableArea(
            table.name, table.sheet, table.area, table.columns, table.head_rows, table.totals_rows
        )
        for table in tables
    }


def doubted_formulas(
    template: bytes, sheets: Sequence[TemplateSheet], tables: Iterable[ExcelTable]
) -> frozenset[TemplatePlace]:
    """The formulas of a template for which the calculator does not give what was saved there.

    A workbook that asks to be calculated when it is opened holds no values worth the comparison.
    """
    if not calculator.is_available():
        return frozenset()
    if read_workbook(Package.open(template)).calculation.on_load:
        return frozenset()
    areas = table_areas(tables)
    cells = [cell for sheet in sheets for cell in template_formulas(sheet, areas)]
    saved = {
        (sheet.name, row.number, cell.column): (cell.type, cell.value)
        for sheet in sheets
        for row in sheet.rows
        for cell in row.cells
        if cell.formula is not None and cell.value is not None
    }
    if not saved:
        return frozenset()
    found = calculator.cell_values(template, cells)
    return frozenset(
        (cell.sheet.lower(), cell.row, cell.column)
        for cell, value in zip(cells, found, strict=True)
        if (kept := saved.get((cell.sheet, cell.row, cell.column))) is not None and not _agree(value, kept)
    )


def _agree(value: calculator.CachedValue | None, saved: calculator.CachedValue) -> bool:
    if value is None:
        return False
    if value[0] == "n" and saved[0] == "n":
        return same_number(decimal_of(value[1]), decimal_of(saved[1]))
    return value == saved or (value, saved[1]) == (("str", ""), "")
