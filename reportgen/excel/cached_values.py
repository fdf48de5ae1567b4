"""Cached values of formulas after cells changed: worked out anew where they can be vouched for, else left to Excel."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.excel.calculator import FormulaCell, calculated, is_available
from reportgen.excel.saved_values import book_settings
from reportgen.excel.workbook_reading import read_finished
from reportgen.ooxml.sheet_cells import decimal_of, same_number, with_cell
from reportgen.ooxml.workbooks import ask_for_calculation
from reportgen.ooxml.xml import escape_text

if TYPE_CHECKING:
    from reportgen.ooxml import Package
    from reportgen.ooxml.sheet_cells import SheetCell

_CACHED = re.compile(r"<((?:\w+:)?)v>[^<]*</\1v>|<(?:\w+:)?v\s*/>")


def renew_cached_values(package: Package) -> None:
    """Bring the cached value of every formula in line with the cells it counts on. A value that cannot be vouched for is
    taken out, and Excel is asked to calculate when it opens the workbook."""
    book = read_finished(package)
    cells = [
        (sheet, cell) for sheet in book.sheets for cell in sheet.cells.values() if cell.formula is not None
    ]
    if not cells:
        return
    formulas = [
        FormulaCell(sheet.name, cell.row, cell.column, cell.formula or "", cell.formula or "")
        for sheet, cell in cells
    ]
    before = package.save()
    settings = book_settings(package, [])
    hides = any(
        b"hidden" in package.read(sheet.part) or b"filterColumn" in package.read(sheet.part)
        for sheet in book.sheets
    )
    values = calculated(before, formulas, replace(settings, hides_rows=hides)) if is_available() else {}
    for sheet in book.sheets:
        xml = package.read(sheet.part).decode("utf-8")
        for cell in sheet.cells.values():
            if cell.formula is None:
                continue
            kind, text = values.get(sheet.name, {}).get((cell.row, cell.column), ("", ""))
            if not _holds(cell, kind, text):
                xml = _with_value(xml, cell, kind, text)
        package.write(sheet.part, xml.encode("utf-8"))
    with package.edited(package.main_part) as root:
        ask_for_calculation(root)


def _holds(cell: SheetCell, kind: str, text: str) -> bool:
    if kind == "n":
        return same_number(cell.number, decimal_of(text))
    return bool(kind) and cell.text == text


def _with_value(xml: str, cell: SheetCell, kind: str, text: str) -> str:
    def replaced(prefix: str, attributes: str, inner: str) -> str:
        kept = re.sub(r'\st="[^"]*"', "", attributes)
        kept += f' t="{kind}"' if kind not in ("", "n") else ""
        value = f"<{prefix}v>{escape_text(text)}</{prefix}v>" if kind else ""
        return f"<{prefix}c{kept}>{_CACHED.sub('', inner)}{value}</{prefix}c>"

    return with_cell(xml, cell.row, cell.column, replaced)
