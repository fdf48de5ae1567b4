"""Cached values of formulas after cells changed: worked out anew where they can be vouched for, else left to Excel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.excel.calculation import FormulaCell, calculated, is_available
from reportgen.excel.reading import read_finished
from reportgen.ooxml.addresses import cell_address
from reportgen.ooxml.charts.reading import decimal_of, same_number
from reportgen.ooxml.xml import escape_text

if TYPE_CHECKING:
    from reportgen.excel.reading import SheetCell
    from reportgen.ooxml import Package

_CACHED = re.compile(r"<((?:\w+:)?)v>[^<]*</\1v>|<(?:\w+:)?v\s*/>")
_CALCULATION = re.compile(r"<((?:\w+:)?)calcPr\b([^>]*?)/>")


def renew_formula_values(package: Package) -> None:
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
    values = calculated(package.save(), formulas) if is_available() else {}
    for sheet in book.sheets:
        xml = package.read(sheet.part).decode("utf-8")
        for cell in sheet.cells.values():
            if cell.formula is None:
                continue
            kind, text = values.get(sheet.name, {}).get((cell.row, cell.column), ("", ""))
            if not _holds(cell, kind, text):
                xml = _with_value(xml, cell, kind, text)
        package.write(sheet.part, xml.encode("utf-8"))
    _ask_for_calculation(package)


def _holds(cell: SheetCell, kind: str, text: str) -> bool:
    if kind == "n":
        return same_number(cell.number, decimal_of(text))
    return bool(kind) and cell.text == text


def _with_value(xml: str, cell: SheetCell, kind: str, text: str) -> str:
    address = cell_address(cell.row, cell.column)
    found = re.search(
        rf'<((?:\w+:)?)c\b(?=[^>]*\sr="{address}")([^>]*)>((?:(?!</\1c>).)*)</\1c>', xml, re.DOTALL
    )
    if found is None:
        return xml
    prefix = found[1]
    attributes = re.sub(r'\st="[^"]*"', "", found[2])
    attributes += f' t="{kind}"' if kind not in ("", "n") else ""
    value = f"<{prefix}v>{escape_text(text)}</{prefix}v>" if kind else ""
    inner = _CACHED.sub("", found[3]) + value
    return f"{xml[: found.start()]}<{prefix}c{attributes}>{inner}</{prefix}c>{xml[found.end() :]}"


def _ask_for_calculation(package: Package) -> None:
    part = package.main_part
    xml = package.read(part).decode("utf-8")
    found = _CALCULATION.search(xml)
    if found is not None and "fullCalcOnLoad" not in found[2]:
        asked = f'<{found[1]}calcPr{found[2]} fullCalcOnLoad="1"/>'
        package.write(part, f"{xml[: found.start()]}{asked}{xml[found.end() :]}".encode())
