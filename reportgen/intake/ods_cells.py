"""What an .ods says of its cells beyond the values that python-calamine gives: errors, percentages, formulas without a value, merged areas."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from reportgen.intake.grid import MergedArea
from reportgen.intake.kept_cells import CellLook, WantedCells
from reportgen.ooxml.extents import Extent
from reportgen.ooxml.xml import parse
from reportgen.regex import regex

CONTENT = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_SPANS = (f"{_TABLE}number-rows-spanned", f"{_TABLE}number-columns-spanned")
_TELLING = (f"{_OFFICE}value-type", f"{_TABLE}formula", *_SPANS)
_PERCENTAGE = "0%"
_TAG = regex(rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*?)(/?)>")
_REPEATED = regex(rb"table:number-(?:rows|columns)-repeated\s*=\s*[\"'](\d+)")


def extents(content: bytes) -> Iterator[Extent]:
    """The extent of each sheet, told from the tags as they lie: nothing is made of what may be repeated a million times."""
    bottom = right = row = column = rows = cells = 0
    is_open = False
    for found in _TAG.finditer(content):
        closing, name, attributes, is_empty = found.groups()
        if name == b"table":
            if is_open:
                yield Extent(CONTENT, bottom, right, cells)
            bottom = right = row = cells = 0
            is_open = not closing
        elif closing:
            continue
        elif name == b"table-row":
            row, column, rows = row + rows, 0, _repeated(attributes)
        else:
            times = _repeated(attributes)
            column += times
            if not is_empty or b"value-type" in attributes:
                bottom, right = row + rows, max(right, column)
                cells += 1


def _repeated(attributes: bytes) -> int:
    said = _REPEATED.search(attributes) if b"repeated" in attributes else None
    return int(said[1][:12]) if said else 1


def merged_areas(content: bytes) -> dict[str, list[MergedArea]]:
    """The merged areas of each sheet that has some."""
    if b"number-rows-spanned" not in content and b"number-columns-spanned" not in content:
        return {}
    found: dict[str, list[MergedArea]] = {}
    for table in _tables(content):
        for row, _, column, _, cell in _cells(table):
            rows, columns = (_count(cell, name) for name in _SPANS)
            if rows > 1 or columns > 1:
                area = (row, column, row + rows - 1, column + columns - 1)
                found.setdefault(table.get(f"{_TABLE}name", ""), []).append(area)
    return found


def look_up_ods(content: bytes, wanted: WantedCells) -> dict[tuple[int, int], CellLook]:
    """The errors, percentages and formulas without a value among the wanted cells."""
    found: dict[tuple[int, int], CellLook] = {}
    for table in _tables(content):
        if table.get(f"{_TABLE}name") != wanted.sheet:
            continue
        for row, rows, column, columns, cell in _cells(table):
            look = _look(cell)
            if look is None:
                continue
            for own in range(row, min(row + rows, wanted.last_row + 1)):
                found.update({(own, at): look for at in wanted.columns if column <= at < column + columns})
    return found


def _look(cell: _Element) -> CellLook | None:
    if cell.get(f"{_OFFICE}value-type") == "percentage":
        return CellLook(cell.get(f"{_OFFICE}value", ""), _PERCENTAGE)
    text = "".join(map(str, cell.itertext())).strip()
    formula = cell.get(f"{_TABLE}formula", "")
    is_error = cell.get(f"{_CALC}value-type") == "error"
    if is_error or (formula and text.startswith(("#", "Err:"))):
        return CellLook(text if text.startswith("#") else f"#{text}")
    if formula and not text and cell.get(f"{_OFFICE}value") is None:
        return CellLook(f"={formula.partition('=')[2]}")
    return None


def _tables(content: bytes) -> Iterator[_Element]:
    yield from parse(content, CONTENT).root.iter(f"{_TABLE}table")


def _cells(table: _Element) -> Iterator[tuple[int, int, int, int, _Element]]:
    """Each cell that holds or spans something: its row, how often that is repeated, its column, how often it is repeated."""
    at_row = 0
    for row in table.iter(f"{_TABLE}table-row"):
        rows, at_column = _count(row, f"{_TABLE}number-rows-repeated"), 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            columns = _count(cell, f"{_TABLE}number-columns-repeated")
            if len(cell) or any(map(cell.get, _TELLING)):
                yield at_row, rows, at_column, columns, cell
            at_column += columns
        at_row += rows


def _count(element: _Element, name: str) -> int:
    text = element.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 8 else 1
