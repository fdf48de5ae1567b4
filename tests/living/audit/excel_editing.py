"""Workbooks edited as Excel leaves them: values retyped, cells cleared, rows deleted with the names that follow."""

from __future__ import annotations

import copy
import re

from lxml import etree

from reportgen.excel.workbook_reading import read_finished
from reportgen.ooxml import Package
from reportgen.ooxml.sheet_cells import SheetCell
from reportgen.ooxml.workbooks import read_workbook
from reportgen.ooxml.xml import qn


class EditedWorkbook:
    """An .xlsx being edited. Cells are named as ``Summary!B8``."""

    def __init__(self, data: bytes) -> None:
        self.package = Package.open(data)
        book = read_workbook(self.package)
        self.part = book.part
        self.parts = {sheet.name: sheet.part for sheet in book.sheets}

    def save(self) -> bytes:
        return self.package.save()

    def type(self, place: str, value: str) -> EditedWorkbook:
        """Type a number, or a text, over what the cell holds."""
        return self._edit(place, lambda cell: _fill(cell, value))

    def type_text(self, place: str, text: str) -> EditedWorkbook:
        """Type a text, though it may look like a number."""

        def change(cell: etree._Element) -> None:
            _fill(cell, None)
            cell.set("t", "inlineStr")
            etree.SubElement(etree.SubElement(cell, qn("x:is")), qn("x:t")).text = text

        return self._edit(place, change)

    def formula(self, place: str, formula: str) -> EditedWorkbook:
        """Another formula in a cell; the cached value stays."""

        def change(cell: etree._Element) -> None:
            for old in cell.findall(qn("x:f")):
                cell.remove(old)
            made = etree.Element(qn("x:f"))
            made.text = formula
            cell.insert(0, made)

        return self._edit(place, change)

    def formula_of(self, place: str) -> str:
        return self._read(place).formula

    def text_of(self, place: str) -> str:
        return self._read(place).text

    def format_of(self, place: str) -> str:
        return self._read(place).number_format

    def _read(self, place: str) -> SheetCell:
        sheet, address = place.split("!")
        found = read_finished(self.package).sheet(sheet)
        return next(cell for cell in found.cells.values() if cell.address == address)

    def format(self, place: str, code: str) -> EditedWorkbook:
        """Format cells, number: a style of its own with another number format."""
        styles = next(name for name in self.package.names() if name.endswith("styles.xml"))
        root = etree.fromstring(self.package.read(styles))
        formats = root.find(qn("x:numFmts"))
        number = max(int(one.get("numFmtId")) for one in formats) + 1
        etree.SubElement(formats, qn("x:numFmt"), numFmtId=str(number), formatCode=code)
        kinds = root.find(qn("x:cellXfs"))
        sheet, address = place.split("!")
        cell = _cell(etree.fromstring(self.package.read(self.parts[sheet])), address)
        made = copy.deepcopy(kinds[int(cell.get("s") or 0)])
        made.set("numFmtId", str(number))
        made.set("applyNumberFormat", "1")
        kinds.append(made)
        for holder in (formats, kinds):
            holder.set("count", str(len(holder)))
        self.package.write(styles, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        return self._edit(place, lambda one: one.set("s", str(len(kinds) - 1)))

    def clear(self, place: str) -> EditedWorkbook:
        return self._edit(place, lambda cell: _fill(cell, None))

    def take_style_of(self, place: str, other: str) -> EditedWorkbook:
        """The format painter."""
        sheet, address = other.split("!")
        root = etree.fromstring(self.package.read(self.parts[sheet]))
        style = _cell(root, address).get("s")
        return self._edit(place, lambda cell: cell.set("s", style))

    def delete_row(self, sheet: str, number: int) -> EditedWorkbook:
        """The rows below move up; names that lay in the row become #REF!, those below follow."""
        part = self.parts[sheet]
        root = etree.fromstring(self.package.read(part))
        for row in list(root.iter(qn("x:row"))):
            at = int(row.get("r"))
            if at == number:
                row.getparent().remove(row)
            elif at > number:
                row.set("r", str(at - 1))
                for cell in row:
                    cell.set("r", re.sub(r"\d+", str(at - 1), cell.get("r")))
        self.package.write(part, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        book = etree.fromstring(self.package.read(self.part))
        for name in book.iter(qn("x:definedName")):
            name.text = _without_row(name.text or "", sheet, number)
        self.package.write(self.part, etree.tostring(book, encoding="UTF-8", xml_declaration=True))
        return self

    def insert_row(self, sheet: str, number: int) -> EditedWorkbook:
        """An empty row above row ``number``; rows and names below follow, as Excel lets them."""
        part = self.parts[sheet]
        root = etree.fromstring(self.package.read(part))
        for row in list(root.iter(qn("x:row"))):
            at = int(row.get("r"))
            if at >= number:
                row.set("r", str(at + 1))
                for cell in row:
                    cell.set("r", re.sub(r"\d+", str(at + 1), cell.get("r")))
        self.package.write(part, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        book = etree.fromstring(self.package.read(self.part))
        for name in book.iter(qn("x:definedName")):
            if (name.text or "").split("!")[0].strip("'") == sheet:
                name.text = re.sub(
                    r"\$(\d+)", lambda found: f"${int(found[1]) + (int(found[1]) >= number)}", name.text
                )
        self.package.write(self.part, etree.tostring(book, encoding="UTF-8", xml_declaration=True))
        return self

    def edit_chart(self, old: str, new: str) -> EditedWorkbook:
        for part in self.package.names():
            if re.fullmatch(r"xl/charts/chart\d+\.xml", part):
                data = self.package.read(part).decode()
                if f"<c:v>{old}</c:v>" in data:
                    self.package.write(
                        part, data.replace(f"<c:v>{old}</c:v>", f"<c:v>{new}</c:v>", 1).encode()
                    )
                    return self
        raise AssertionError(f"no chart shows {old}")

    def _edit(self, place: str, change) -> EditedWorkbook:
        sheet, address = place.split("!")
        root = etree.fromstring(self.package.read(self.parts[sheet]))
        change(_cell(root, address))
        self.package.write(self.parts[sheet], etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        return self


def _cell(root: etree._Element, address: str) -> etree._Element:
    for cell in root.iter(qn("x:c")):
        if cell.get("r") == address:
            return cell
    number = re.sub(r"\D", "", address)
    row = next((one for one in root.iter(qn("x:row")) if one.get("r") == number), None)
    if row is None:
        row = etree.SubElement(root.find(qn("x:sheetData")), qn("x:row"), r=number)
    return etree.SubElement(row, qn("x:c"), r=address)


def _fill(cell: etree._Element, value: str | None) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if value is None:
        return
    if re.fullmatch(r"-?\d+(\.\d+)?", value):
        etree.SubElement(cell, qn("x:v")).text = value
        return
    cell.set("t", "inlineStr")
    etree.SubElement(etree.SubElement(cell, qn("x:is")), qn("x:t")).text = value


def _without_row(formula: str, sheet: str, number: int) -> str:
    name, mark, area = formula.rpartition("!")
    if not mark or name.strip("'") != sheet:
        return formula
    rows = [int(row) for row in re.findall(r"\$(\d+)", area)]
    if rows and min(rows) == max(rows) == number:
        return f"{name}!#REF!"
    if rows and len(rows) == 2 and rows[0] == rows[1] == number:
        return f"{name}!#REF!"
    return f"{name}!" + re.sub(r"\$(\d+)", lambda found: f"${int(found[1]) - (int(found[1]) > number)}", area)
