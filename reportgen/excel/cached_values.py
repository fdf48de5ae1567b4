"""Cached values of formulas after cells changed: worked out anew where they can be vouched for, else left to Excel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.excel.calculator import CachedValue, calculated, is_available
from reportgen.excel.saved_values import book_settings, doubted_formulas, table_areas, template_formulas
from reportgen.excel.template_sheet import TemplateSheet, read_sheet
from reportgen.ooxml.addresses import cell_at
from reportgen.ooxml.excel_tables import read_tables
from reportgen.ooxml.sheet_cells import decimal_of, same_number
from reportgen.ooxml.workbooks import ask_for_calculation, read_strings, read_workbook
from reportgen.ooxml.xml import escape_text
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.ooxml import Package

_CACHED = regex(r"<((?:\w+:)?)v>[^<]*</\1v>|<(?:\w+:)?v\s*/>")
_CELL = regex(r'<((?:\w+:)?)c\b(?=[^>]*\sr="([A-Z]+\d+)")([^>]*?)(?:/>|>((?:(?!</\1c>).)*)</\1c>)', re.DOTALL)


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
        _write(package, sheet, values.get(sheet.name, {}))
    with package.edited(package.main_part) as root:
        ask_for_calculation(root)


def _sheets(package: Package) -> list[TemplateSheet]:
    book = read_workbook(package)
    strings = read_strings(package, book)
    return [read_sheet(entry.name, entry.part, package.read(entry.part), strings) for entry in book.sheets]


def _write(package: Package, sheet: TemplateSheet, values: dict[tuple[int, int], CachedValue]) -> None:
    saved = {
        (row.number, cell.column): (cell.type, cell.value)
        for row in sheet.rows
        for cell in row.cells
        if cell.formula is not None
    }

    def renewed(found: re.Match[str]) -> str:
        place = cell_at(found[2])
        value = values.get(place)
        if place not in saved or (value is not None and _holds(saved[place], value)):
            return found[0]
        kind, text = value or ("", "")
        prefix, attributes, inner = found[1], found[3], found[4] or ""
        kept = re.sub(r'\st="[^"]*"', "", attributes)
        kept += f' t="{kind}"' if kind not in ("", "n") else ""
        shown = f"<{prefix}v>{escape_text(text)}</{prefix}v>" if kind else ""
        return f"<{prefix}c{kept}>{_CACHED.sub('', inner)}{shown}</{prefix}c>"

    xml = package.read(sheet.part).decode("utf-8")
    package.write(sheet.part, _CELL.sub(renewed, xml).encode("utf-8"))


def _holds(saved: tuple[str, str | None], value: CachedValue) -> bool:
    if saved[1] is None or saved[0] != value[0]:
        return False
    return (
        same_number(decimal_of(saved[1]), decimal_of(value[1])) if value[0] == "n" else saved[1] == value[1]
    )
