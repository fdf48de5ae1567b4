"""A dataset as one Excel workbook: a sheet a table, every cell text, so that a value stays as it was written.

New workbooks are XlsxWriter's; rows are added to a workbook that people keep in the sheets' own XML, so that all else stays.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reportgen.dataset.raw import cleaned
from reportgen.dataset.stores.protocol import (
    ABOUT,
    EVERYTHING,
    Added,
    Contents,
    FileStore,
    Wanted,
    about_from,
    lines_about,
    rows_of,
)
from reportgen.dataset.tables import TABLES, WORDS
from reportgen.dataset.workbooks import read_workbook_tables
from reportgen.display_width import display_width
from reportgen.errors import DatasetError
from reportgen.messages import Message
from reportgen.ooxml.addresses import cell_address
from reportgen.ooxml.package import Package
from reportgen.ooxml.sheet_cells import read_cells
from reportgen.ooxml.workbooks import Workbook, read_strings, read_workbook
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_MADE = datetime(2000, 1, 1)
_NARROWEST, _WIDEST = 10, 40
_LAST_ROW = 1_048_575
_LONGEST_TEXT = 32_767
_MOST_WORDS = 255
"""So many characters a drop-down list may hold."""


class WorkbookFile(FileStore):
    """An .xlsx (or .xlsm) with sheets named like the tables; other sheets are not its business."""

    def contents_of(self, data: bytes, wanted: Wanted = EVERYTHING) -> Contents:
        package = Package.open_sound(data, str(self.path))
        tables, findings = read_workbook_tables(data, self.path.name)
        about = about_from(_lines(package))
        read = {name: wanted.of(table) for name, table in tables.items()}
        return Contents(str(about.get("name") or self.path.stem), read, tuple(findings), about)

    def bytes_of(self, contents: Contents) -> bytes:
        import xlsxwriter

        stream = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }
        book = xlsxwriter.Workbook(stream, options)
        book.set_properties({"created": _MADE})
        head = book.add_format({"bold": True, "bg_color": "#DDE7F0", "bottom": 1, "num_format": "@"})
        text = book.add_format({"num_format": "@"})
        for name, table in contents.tables.items():
            self._add_sheet(book, name, table.head, list(rows_of(table)), head, text)
        if lines := lines_about(contents.about):
            self._add_sheet(book, ABOUT, ("property", "value"), lines, head, text)
        book.close()
        return Package.open(stream.getvalue()).repacked()

    def extended(self, data: bytes, added: Added) -> bytes:
        package = Package.open_sound(data, str(self.path))
        book = read_workbook(package)
        sheets = {sheet.name.strip().casefold(): sheet for sheet in book.sheets}
        for name, (columns, rows) in added.items():
            sheet = sheets.get(name)
            if sheet is None:
                raise DatasetError(
                    Message(
                        "dataset.sheet-missing", file=self.path.name, sheet=name, columns=TABLES[name].columns
                    )
                )
            head = _head(package, book, sheet.part)
            with package.edited(sheet.part) as root:
                _append(root, head, columns, rows)
            _widen_tables(package, sheet.part)
        return package.save()

    def _add_sheet(
        self,
        book: Any,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        head: Any,
        text: Any,
    ) -> None:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{_LAST_ROW + 1}"})
        sheet.set_column(0, len(columns) - 1, None, text)
        for position, column in enumerate(columns):
            widths = [display_width(column), *(display_width(row[position]) for row in rows[:500])]
            sheet.set_column(position, position, min(max(*widths, _NARROWEST) + 2, _WIDEST), text)
            sheet.write_string(0, position, column, head)
            words = WORDS.get((name, column.lower()))
            if words and len(",".join(words)) <= _MOST_WORDS:
                sheet.data_validation(
                    1, position, _LAST_ROW, position, {"validate": "list", "source": list(words)}
                )
        for number, row in enumerate(rows, start=1):
            for position, cell in enumerate(row):
                if len(cell) > _LONGEST_TEXT:
                    raise DatasetError(
                        Message("dataset.text-too-long", sheet=name, row=number + 1, column=columns[position])
                    )
                if cell:
                    sheet.write_string(number, position, cell, text)
        if columns:
            sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _lines(package: Package) -> Iterator[Sequence[str]]:
    """The rows of the sheet :data:`ABOUT`, without its head."""
    book = read_workbook(package)
    part = next((sheet.part for sheet in book.sheets if sheet.name.strip().casefold() == ABOUT), None)
    rows: dict[int, dict[int, str]] = {}
    for cell in read_cells(package.read(part), read_strings(package, book)) if part else ():
        rows.setdefault(cell.row, {})[cell.column] = cell.text
    return ([row.get(1, ""), row.get(2, "")] for number, row in sorted(rows.items()) if number > 1)


def _head(package: Package, book: Workbook, part: str) -> Mapping[str, int]:
    """The columns of a sheet's head row by their names in lower case."""
    cells = read_cells(package.read(part), read_strings(package, book))
    return {cleaned(cell.text).lower(): cell.column for cell in cells if cell.row == 1}


def _append(
    root: _Element, head: Mapping[str, int], columns: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> None:
    from lxml import etree

    data = root.find(qn("x:sheetData"))
    assert data is not None
    by_number = {int(row.get("r") or 0): row for row in data}
    last_column = max(head.values(), default=0)
    places = {**head, **{name: last_column + number for number, name in enumerate(columns, start=1)}}
    if columns and (top := by_number.get(1)) is not None:
        style = next((cell.get("s") for cell in reversed(top) if cell.get("s")), None)
        for name in columns:
            top.append(_cell(1, places[name], name, style))
        top.attrib.pop("spans", "")
    filled = [number for number, row in by_number.items() if any(_holds_something(cell) for cell in row)]
    number = max(filled, default=1)
    styles = _styles_of(by_number.get(number), root)
    for values in rows:
        number += 1
        old = by_number.get(number)
        row = old if old is not None else etree.SubElement(data, qn("x:row"), r=str(number))
        kept = {cell.get("r"): cell.get("s") for cell in row}
        for cell in list(row):
            row.remove(cell)
        row.attrib.pop("spans", "")
        for name, column in sorted(places.items(), key=lambda item: item[1]):
            if value := values.get(name, ""):
                style = kept.get(cell_address(number, column)) or styles.get(column)
                row.append(_cell(number, column, value, style))
    dimension = root.find(qn("x:dimension"))
    if dimension is not None:
        dimension.set("ref", f"A1:{cell_address(number, max(places.values(), default=1))}")
    _widen_area(root.find(qn("x:autoFilter")), number, len(places))


def _holds_something(cell: _Element) -> bool:
    return any(child.tag in (qn("x:v"), qn("x:is"), qn("x:f")) for child in cell)


def _styles_of(row: _Element | None, root: _Element) -> dict[int, str]:
    """The style of each column: that of the last row's cell, else that of the column."""
    from reportgen.ooxml.addresses import cell_at

    styles: dict[int, str] = {}
    for column in root.iter(qn("x:col")):
        if column.get("style"):
            first, last = int(column.get("min") or 1), int(column.get("max") or 1)
            styles |= dict.fromkeys(range(first, min(last, first + 200) + 1), column.get("style") or "")
    for cell in row if row is not None and row.get("r") != "1" else ():
        if cell.get("s") and cell.get("r"):
            styles[cell_at(cell.get("r") or "")[1]] = cell.get("s") or ""
    return styles


def _cell(row: int, column: int, text: str, style: str | None) -> _Element:
    from lxml import etree

    cell = etree.Element(qn("x:c"), r=cell_address(row, column), t="inlineStr")
    if style:
        cell.set("s", style)
    inside = etree.SubElement(etree.SubElement(cell, qn("x:is")), qn("x:t"))
    inside.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    inside.text = text
    return cell


def _widen_area(element: _Element | None, last_row: int, last_column: int) -> None:
    from reportgen.ooxml.addresses import Area

    if element is None or not element.get("ref"):
        return
    area = Area.parse(element.get("ref") or "")
    if area.top == 1:
        corner = cell_address(max(area.bottom, last_row), max(area.right, last_column))
        element.set("ref", f"{cell_address(area.top, area.left)}:{corner}")


def _widen_tables(package: Package, part: str) -> None:
    """Let an Excel Table that begins in the head row reach the last row, as Excel does when one types below it."""
    from reportgen.ooxml.addresses import Area, cell_at
    from reportgen.ooxml.xml import parse

    tables = [found.part for found in package.relationships(part) if found.type.endswith("/table")]
    if not tables:
        return
    root = parse(package.read(part), part).root
    last = max((cell_at(cell.get("r") or "A1")[0] for cell in root.iter(qn("x:c"))), default=1)
    for table in tables:
        with package.edited(table) as element:
            area = Area.parse(element.get("ref") or "A1")
            if area.top == 1 and element.get("totalsRowCount") in (None, "0"):
                _widen_area(element, last, area.right)
                _widen_area(element.find(qn("x:autoFilter")), last, area.right)
