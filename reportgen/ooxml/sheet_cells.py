"""Cells of worksheets as they are stored: read with their values and formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from reportgen.ooxml.addresses import Range, SheetArea, cell_address, cell_at
from reportgen.ooxml.cell_texts import CellText, read_text
from reportgen.ooxml.formulas import parse_formula, shifted_formula
from reportgen.ooxml.guard import naming
from reportgen.ooxml.number_formats import GENERAL, format_codes, style_formats
from reportgen.ooxml.workbooks import Workbook, read_strings, read_workbook
from reportgen.ooxml.xml import elements, is_on, qn
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.values import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package

CellKind = Literal["number", "text", "boolean", "error", "empty"]
_KINDS: Mapping[str, CellKind] = {
    "b": "boolean",
    "e": "error",
    "str": "text",
    "s": "text",
    "inlineStr": "text",
}
_HIDING = regex(rb'hidden="|\b(?:ht|width)="[0-2](?:\.|")')
_LOWEST, _NARROWEST = 2, 0.6
"""Points of a row and digits of a column that can be seen."""
_ROW, _CELL, _FORMULA, _VALUE, _INLINE = (qn(f"x:{name}") for name in ("row", "c", "f", "v", "is"))
_DIGITS = 15

Masters = dict[str, tuple[str, int, int]]
"""The shared formulas of a sheet, by their group, each with the row and column of the cell that spells it."""


class SheetCell(Record):
    """A cell that holds something.

    ``kind`` and ``text`` are the stored (for a formula: the cached) value; ``formula`` is ``None`` for a constant, and
    may be empty for a formula that another cell spells out (shared and array formulas).
    """

    row: int
    column: int
    kind: CellKind
    text: str
    formula: str | None
    number_format: str
    style: int = 0
    """The cell format, as the workbook counts them."""

    @property
    def address(self) -> str:
        return cell_address(self.row, self.column)

    @property
    def number(self) -> Decimal | None:
        return decimal_of(self.text) if self.kind == "number" else None


def hidden_lines(data: bytes, *, low: bool = True) -> tuple[list[int], list[range]]:
    """The rows of a worksheet part that are hidden, or too ``low`` to be seen, and its columns, in stretches."""
    lowest, narrowest = (_LOWEST, _NARROWEST) if low else (0, 0)
    if _HIDING.search(data) is None:
        return [], []
    rows = [number for number, row in placed_rows(elements(data, _ROW)) if _is_unseen(row, "ht", lowest)]
    hidden = (one for one in elements(data, qn("x:col")) if _is_unseen(one, "width", narrowest))
    return rows, [range(int(one.get("min") or 1), int(one.get("max") or 1) + 1) for one in hidden]


def _is_unseen(line: _Element, size: str, least: float) -> bool:
    return is_on(line.get("hidden")) or float(line.get(size) or least) < least


def placed_rows(rows: Iterable[_Element]) -> Iterator[tuple[int, _Element]]:
    """Rows with their numbers: one that says none comes after the one before."""
    number = 0
    for row in rows:
        number = int(row.get("r") or number + 1)
        yield number, row


def placed_cells(row: _Element) -> Iterator[tuple[int, _Element]]:
    """The cells of a row with their columns: one that says none comes after the one before."""
    column = 0
    for cell in row.iterchildren(_CELL):
        address = cell.get("r")
        column = cell_at(address)[1] if address else column + 1
        yield column, cell


def stored_value(
    cell: _Element, strings: Sequence[CellText]
) -> tuple[str, str | None, CellText | None, _Element | None]:
    """What a cell stores: OOXML's ``t``, the text of ``<v>``, the text that it holds (shared or inline), if it is one, and its formula."""
    kind, value, formula = cell.get("t") or "n", None, None
    for child in cell:
        if child.tag == _VALUE:
            value = child.text or ""
        elif child.tag == _FORMULA:
            formula = child
    if kind == "s":
        if value is None or not value.strip():  # a text that names none
            return "n", None, None, formula
        index = int(value)
        return kind, value, strings[index] if index < len(strings) else CellText(()), formula
    if kind == "inlineStr":
        inline = cell.find(_INLINE)
        return kind, value, CellText(()) if inline is None else read_text(inline), formula
    return kind, value, None, formula


def read_cells(
    data: bytes,
    strings: Sequence[CellText],
    formats: Sequence[str] = (),
    part: str = "",
    *,
    spelled: bool = False,
) -> Iterator[SheetCell]:
    """The cells of a worksheet part. ``strings``: the shared strings; ``formats``: the number format of each cell style;
    ``spelled``: formulas that another cell spells out are written out."""
    arrays: list[Range] = []
    masters: Masters = {}
    for row, of_row in placed_rows(elements(data, _ROW, part)):
        for column, element in placed_cells(of_row):
            stored, value, held, formula = stored_value(element, strings)
            is_empty = value is None and held is None
            if is_empty and formula is None:
                continue
            if formula is not None and formula.get("t") == "array" and formula.get("ref"):
                arrays.append(Range.parse(formula.get("ref") or ""))
            text = None if formula is None else formula.text or ""
            if formula is not None and spelled:
                text = formula_text(formula, row, column, masters)
            if text is None and arrays and any(area.holds(row, column) for area in arrays):
                text = ""
            kind: CellKind = "empty" if is_empty else _KINDS.get(stored, "number")
            shown = value or "" if held is None else held.text
            style = int(element.get("s") or 0)
            number_format = formats[style] if style < len(formats) else GENERAL
            yield SheetCell(row, column, kind, shown, text, number_format, style)


def formula_text(element: _Element, row: int, column: int, masters: Masters) -> str:
    """A cell's formula, written out where another cell spells it; ``masters`` are those met before on the sheet."""
    text, group = element.text or "", element.get("si") or ""
    if element.get("t") != "shared":
        return text
    if text:
        masters[group] = (text, row, column)
    elif group in masters:
        master, from_row, from_column = masters[group]
        text = shifted_formula(parse_formula(master), row - from_row, column - from_column) or "#REF!"
    return text


class WorkbookCells:
    """The cells of a workbook, each sheet read when it is first asked for. Names of sheets are equal whatever their case."""

    def __init__(
        self,
        package: Package,
        parts: Mapping[str, str] | None = None,
        strings: Sequence[CellText] | None = None,
    ) -> None:
        """``parts``: the part of each sheet, by its name in lower case; like ``strings``, read where it is not given."""
        self.package = package
        self._parts, self._strings = parts, strings
        self._cells: dict[str, dict[tuple[int, int], SheetCell]] = {}

    @cached_property
    def book(self) -> Workbook:
        return read_workbook(self.package)

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The part of each sheet, by its name in lower case."""
        if self._parts is not None:
            return self._parts
        return {sheet.name.lower(): sheet.part for sheet in self.book.sheets}

    @cached_property
    def strings(self) -> Sequence[CellText]:
        return read_strings(self.package, self.book) if self._strings is None else self._strings

    @cached_property
    def formats(self) -> Sequence[str]:
        """The number format of each cell style; none while a workbook is being filled."""
        part = (self.book.styles if self._parts is None else None) or ""
        return format_codes(*style_formats(self.package.read(part), part)) if part in self.package else ()

    def stream(self, part: str, *, spelled: bool = False) -> Iterator[SheetCell]:
        """The cells of a worksheet part in its order, none of them kept. ``spelled``: shared formulas are written out."""
        with naming(part):
            yield from read_cells(self.package.read(part), self.strings, self.formats, part, spelled=spelled)

    def sheet(self, name: str) -> Mapping[tuple[int, int], SheetCell]:
        """The cells of a sheet by row and column, formulas without a value among them; none of a sheet that is not there."""
        name = name.lower()
        if name not in self._cells:
            found = self.stream(self.parts[name]) if name in self.parts else ()
            self._cells[name] = {(cell.row, cell.column): cell for cell in found}
        return self._cells[name]

    def at(self, sheet: str, row: int, column: int) -> SheetCell | None:
        """What a cell holds; ``None`` for an empty one and for a formula without a value."""
        found = self.sheet(sheet).get((row, column))
        return None if found is None or found.kind == "empty" else found

    def texts_at(self, reference: str) -> tuple[str | None, ...] | None:
        """What the cells of ``Sheet1!$B$2:$B$5`` hold, in order; ``None`` where the reference is no block of this book."""
        area = SheetArea.of_reference(reference)
        if area is None or area.sheet.lower() not in self.parts:
            return None
        found = (self.at(area.sheet, *place) for place in area.cells())
        return tuple(None if cell is None else cell.text for cell in found)


def decimal_of(text: str | None) -> Decimal | None:
    """The number a cell or cache holds, ``None`` for anything else."""
    try:
        number = Decimal(text or "")
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def without_noise(text: str) -> str:
    """A stored number with the 15 digits that spreadsheet programs keep: ``88.9`` for ``88.90000000000001``; other texts as they are."""
    number = decimal_of(text)
    if number is None or len(number.as_tuple().digits) <= _DIGITS:
        return text
    return plain(Decimal(format(float(number), f".{_DIGITS}g")))  # as programs do, which hold binary numbers


def same_number(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two stored numbers are one, but for the noise of binary floats (Excel keeps 15 digits)."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(abs(one), abs(other)) * Decimal("1e-12")
