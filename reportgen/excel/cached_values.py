"""Cached values of formulas after cells changed: worked out anew where they can be vouched for, else left to Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.excel.calculator import CachedValue, calculated, is_available
from reportgen.excel.saved_values import book_settings, doubted_formulas, table_areas, template_formulas
from reportgen.excel.template_sheet import TemplateSheet, read_sheet
from reportgen.ooxml.excel_tables import read_tables
from reportgen.ooxml.sheet_cells import decimal_of, same_number
from reportgen.ooxml.sheet_xml import with_values
from reportgen.ooxml.workbooks import ask_for_calculation, read_strings, read_workbook

if TYPE_CHECKING:
    from reportgen.ooxml import Package


def renew_cached_values(package: Package, before: Package) -> None:
    """Bring the cached value of every formula in line with the cells it counts on. A value that cannot be vouched for is
    taken out, and Excel is asked to calculate when it opens the workbook.

    ``before`` is the workbook as it was, with the values that were saved in it.
    """
    sheets = _sheets(package)
    if not any(cell.formula is not None for sheet in sheets for row in sheet.rows for cell in row.cells):
        return
    values = {}
    if is_available():
        tables = [table for sheet in sheets for table in read_tables(package, sheet.name, sheet.part)]
        doubted = doubted_formulas(before.save(), _sheets(before), tables)
        areas = table_areas(tables)
        cells = [cell for sheet in sheets for cell in template_formulas(sheet, areas, doubted)]
        values = calculated(package.copy(), cells, book_settings(package, sheets))
    for sheet in sheets:
        renewed = _renewed(sheet, values.get(sheet.name, {}))
        package.write(sheet.part, with_values(package.read(sheet.part), renewed))
    with package.edited(package.main_part) as root:
        ask_for_calculation(root)


def _sheets(package: Package) -> list[TemplateSheet]:
    book = read_workbook(package)
    strings = read_strings(package, book)
    return [read_sheet(entry.name, entry.part, package.read(entry.part), strings) for entry in book.sheets]


def _renewed(
    sheet: TemplateSheet, values: dict[tuple[int, int], CachedValue]
) -> dict[tuple[int, int], CachedValue | None]:
    """The values of the formulas whose saved value is another one."""
    saved = {
        (row.number, cell.column): (cell.type, cell.value)
        for row in sheet.rows
        for cell in row.cells
        if cell.formula is not None
    }
    return {
        place: value
        for place, held in saved.items()
        if (value := values.get(place)) is None or not _holds(held, value)
    }


def _holds(saved: tuple[str, str | None], value: CachedValue) -> bool:
    if saved[1] is None or saved[0] != value[0]:
        return False
    return (
        same_number(decimal_of(saved[1]), decimal_of(value[1])) if value[0] == "n" else saved[1] == value[1]
    )
