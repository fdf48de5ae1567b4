"""Number formats and formulas of a workbook: what a cell shows of its number, and how it is worked out, against the build."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.places import cell_place
from reportgen.living.audit.changed_words import cells_as_built
from reportgen.living.audit.codes import found
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.sheet_cells import decimal_of
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.finished.workbook_document import FinishedWorkbook

_LAST_DIGITS = Decimal("1e-9")
_ROW_NUMBERS = regex(r"(?<=[A-Za-z$])\d+\b")


def check_formats(document: FinishedWorkbook) -> Iterator[Finding]:
    """Cells whose number is shown as another one, and formulas that are others than those built."""
    moved = _has_moved_lines(document)
    typed = moved or any(
        not built.is_formula and (cell is None or cell.text != built.text)
        for _, _, built, cell in cells_as_built(document)
    )
    for sheet, place, built, cell in cells_as_built(document):
        if cell is None:
            continue
        where = cell_place(document.name, sheet, *place, cell.text)
        if built.format and cell.number is not None and built.kind.removeprefix("=") == "number":
            was, now = _reading(built.format), _reading(cell.number_format)
            if was[1] != now[1] or now[0] not in ("", was[0]):  # a lost qualifier has a code of its own
                yield found("format-changed", where, built=built.format, now=cell.number_format)
        if built.formula and cell.formula and _said(built.formula, moved) != _said(cell.formula, moved):
            yield found("formula-changed", where, built=built.formula, now=cell.formula)
        elif not built.is_formula and cell.formula:
            yield found("formula-changed", where, built=built.text, now=cell.formula)
        elif built.is_formula and cell.formula and not typed and _is_another(built.text, cell.number):
            yield found("number-retyped", where, text=cell.text, expected=decimal_of(built.text))
    held = document.built.numbers if document.built else {}
    for block in document.book.number_blocks:
        numbers, places = document.book.sheet(block.area.sheet), list(block.area.cells())
        known = held[block.name].formats if block.name in held else ()
        if numbers is None or len(known) != len(places):
            continue
        for place, code in zip(places, known, strict=True):
            one = numbers.cells.get(place)
            if one is not None and one.number is not None and _reading(one.number_format) != _reading(code):
                where = cell_place(document.name, block.area.sheet, *place, one.text)
                yield found("format-changed", where, built=code, now=one.number_format)


def _reading(code: str) -> tuple[str, tuple[object, ...]]:
    """What a number format makes of a positive number, its decimals and groups aside: the text before it, and all else. ``General``
    is any plain format."""
    read = read_format(code)
    one = read.of(Decimal(1))
    words = ("", "") if one.dates else (one.before.strip(), one.after.strip())
    return words[0], (one.shows_number, words[1], one.percent, one.power, read.loses_sign)


def format_qualifier(code: str) -> str:
    """The words or signs before the digits of a number format, however the program that saved it marks them off."""
    return read_format(code).of(Decimal(1)).before.strip(" +")


def _said(formula: str, moved: bool) -> str:
    """A formula to be compared; where lines came or went its rows cannot be."""
    plain = "".join(formula.split())
    return _ROW_NUMBERS.sub("#", plain) if moved else plain


def _is_another(built: str, now: Decimal | None) -> bool:
    """Whether a formula's result is another number, and no other by its last digits alone."""
    then = decimal_of(built)
    return then is not None and now is not None and abs(now - then) > abs(then) * _LAST_DIGITS


def _has_moved_lines(document: FinishedWorkbook) -> bool:
    """Whether some sheet has other lines than when the workbook was built."""
    built = document.built
    if built is None or not built.is_whole:
        return False
    for name, cells in built.sheets.items():
        sheet = document.book.sheet(name)
        if sheet is None or {row for row, _ in cells} != {row for row, _ in sheet.cells}:
            return True
    return False
