"""A worksheet part read once: its rows and cells as data, everything around them as a tree to be edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.ooxml import xml
from reportgen.ooxml.addresses import Range
from reportgen.ooxml.cell_texts import CellText
from reportgen.ooxml.sheet_cells import Masters, formula_text, placed_cells, placed_rows, stored_value
from reportgen.ooxml.xml import qn
from reportgen.record import Record, replace
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROWS_HERE = "reportgen-rows"
_PREFIXED_ROWS = regex(rb"<(\w+):sheetData>" + _ROWS_HERE.encode() + rb"</\1:sheetData>")


class FormulaText(Record):
    """A cell's formula, shared ones written out. ``kind`` is empty, ``array`` or ``dataTable``; ``area`` what it fills.

    ``spills``: an array formula that takes as many cells as its result has (Excel's dynamic arrays).
    """

    text: str
    kind: str = ""
    area: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    spills: bool = False

    @property
    def fills_cells(self) -> bool:
        """Whether it gives values to other cells than its own, as many as its author said."""
        return self.kind == "dataTable" or (self.kind == "array" and ":" in self.area and not self.spills)


class TemplateCell(Record):
    """A cell of the template.

    ``type`` is OOXML's ``t``; ``value`` the text of ``<v>``; ``text`` is set where the cell holds a text (shared or inline).
    ``metadata`` are further attributes (``cm``, ``vm``, ``ph``) as written.
    """

    column: int
    style: int
    type: str = "n"
    value: str | None = None
    text: CellText | None = None
    formula: FormulaText | None = None
    metadata: str = ""

    @property
    def is_empty(self) -> bool:
        return self.value is None and self.formula is None and (self.text is None or not self.text.text)


class TemplateRow(Record):
    """A row of the template; ``attributes`` are the row's own (height, style, outline) but for number and spans."""

    number: int
    attributes: str
    cells: tuple[TemplateCell, ...]


class TemplateSheet(Struct):
    """A worksheet: name, part, rows, and the tree of everything else."""

    name: str
    part: str
    rows: tuple[TemplateRow, ...]
    around: bytes

    def frame(self) -> xml.XmlDocument:
        """A fresh tree of the sheet without its rows, to be edited."""
        return xml.parse(self.around, self.part)


def read_sheet(name: str, part: str, data: bytes, shared: list[CellText]) -> TemplateSheet:
    """Read a worksheet part. ``shared`` are the workbook's shared strings."""
    document = xml.parse(data, part)
    sheet_data = document.root.find(qn("x:sheetData"))
    rows: list[TemplateRow] = []
    if sheet_data is not None:
        masters: Masters = {}
        for number, element in placed_rows(sheet_data.iterchildren(qn("x:row"))):
            rows.append(_read_row(element, number, shared, masters))
        for child in list(sheet_data):
            sheet_data.remove(child)
        sheet_data.text = _ROWS_HERE
    return TemplateSheet(name, part, tuple(_without_results(rows)), document.to_bytes())


def _without_results(rows: list[TemplateRow]) -> Iterable[TemplateRow]:
    """The rows without the values that array formulas and data tables left in the cells beside their own."""
    areas = [
        Range.parse(cell.formula.area)
        for row in rows
        for cell in row.cells
        if cell.formula is not None and ":" in cell.formula.area
    ]
    if not areas:
        return rows

    def is_result(row: TemplateRow, cell: TemplateCell) -> bool:
        return cell.formula is None and any(
            area.top <= row.number <= area.bottom and area.left <= cell.column <= area.right for area in areas
        )

    return [
        replace(
            row,
            cells=tuple(
                TemplateCell(cell.column, cell.style) if is_result(row, cell) else cell for cell in row.cells
            ),
        )
        for row in rows
    ]


def split_frame(document: xml.XmlDocument) -> tuple[bytes, bytes]:
    """The sheet's XML before and after its rows, which are written without a prefix whatever the sheet uses."""
    whole = document.to_bytes()
    prefixed = _PREFIXED_ROWS.search(whole)
    if prefixed is not None:
        namespace = xml.NAMESPACES["x"].encode()
        plain = b'<sheetData xmlns="' + namespace + b'">' + _ROWS_HERE.encode() + b"</sheetData>"
        whole = whole[: prefixed.start()] + plain + whole[prefixed.end() :]
    head, _, tail = whole.partition(_ROWS_HERE.encode())
    return head, tail


def _read_row(element: _Element, number: int, shared: list[CellText], masters: Masters) -> TemplateRow:
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items()}
    attributes = []
    for key, value in element.attrib.items():
        name = str(key)
        if name in ("r", "spans"):
            continue
        if name.startswith("{"):
            uri, _, local = name[1:].partition("}")
            name = f"{prefixes[uri]}:{local}"
        attributes.append(f' {name}="{xml.escape_attribute(str(value))}"')
    cells = (_read_cell(cell, number, column, shared, masters) for column, cell in placed_cells(element))
    return TemplateRow(number, "".join(attributes), tuple(cells))


def _read_cell(
    element: _Element,
    row: int,
    column: int,
    shared: list[CellText],
    masters: Masters,
) -> TemplateCell:
    kind, value, text, formula = stored_value(element, shared)
    metadata = "".join(
        f' {key}="{element.get(key)}"' for key in ("cm", "vm", "ph") if element.get(key) is not None
    )
    return TemplateCell(
        column,
        int(element.get("s") or 0),
        kind,
        value,
        text,
        None
        if formula is None
        else _read_formula(formula, row, column, masters, spills=bool(element.get("cm"))),
        metadata,
    )


def _read_formula(element: _Element, row: int, column: int, masters: Masters, *, spills: bool) -> FormulaText:
    kind, text = element.get("t") or "", formula_text(element, row, column, masters)
    if kind == "shared":
        return FormulaText(text)
    kept = tuple((key, str(element.get(key))) for key in _KEPT if element.get(key) is not None)
    return FormulaText(text, "" if kind == "normal" else kind, element.get("ref") or "", kept, spills)


_KEPT = ("aca", "dt2D", "dtr", "del1", "del2", "r1", "r2", "ca", "bx")


def with_rows(rows: Sequence[TemplateRow], numbers: Iterable[int]) -> list[TemplateRow]:
    """The rows, with empty ones for those of ``numbers`` that are not among them."""
    there = {row.number for row in rows}
    more = [TemplateRow(number, "", ()) for number in numbers if number not in there]
    return sorted((*rows, *more), key=lambda row: row.number)
