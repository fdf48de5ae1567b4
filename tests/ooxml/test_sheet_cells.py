"""Cells of worksheets, as templates, finished documents and charts' workbooks are read."""

from __future__ import annotations

from decimal import Decimal

from reportgen.excel.template_sheet import read_sheet
from reportgen.ooxml.cell_texts import CellText, Run
from reportgen.ooxml.sheet_cells import read_cells

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = [CellText((Run("Exports"),)), CellText((Run("88"), Run("9", "<rPr/>")))]
SHEET = f"""<worksheet xmlns="{_MAIN}"><sheetData>
<row><c t="s"><v>0</v></c><c><v>88.9</v></c></row>
<row r="4"><c r="B4" t="inlineStr"><is><t>Chongqing</t></is></c><c t="s"><v>1</v></c><c t="s"><v/></c></row>
<row><c t="str"><f>""</f><v/></c><c><f>1+1</f></c><c s="3"/></row>
</sheetData></worksheet>""".encode()


def test_cells_and_rows_that_say_no_address_follow_those_before_them() -> None:
    found = {cell.address: (cell.kind, cell.text) for cell in read_cells(SHEET, STRINGS)}
    assert found == {
        "A1": ("text", "Exports"), "B1": ("number", "88.9"), "B4": ("text", "Chongqing"),
        "C4": ("text", "889"), "A5": ("text", ""), "B5": ("empty", ""),
    }  # fmt: skip
    assert next(cell.number for cell in read_cells(SHEET, STRINGS) if cell.address == "B1") == Decimal("88.9")


def test_a_template_has_its_cells_where_a_finished_workbook_has_them() -> None:
    rows = read_sheet("Sheet1", "sheet1.xml", SHEET, STRINGS).rows
    assert [(row.number, [cell.column for cell in row.cells]) for row in rows] == [
        (1, [1, 2]), (4, [2, 3, 4]), (5, [1, 2, 3]),
    ]  # fmt: skip
    assert [cell.text.text for row in rows for cell in row.cells if cell.text] == [
        "Exports",
        "Chongqing",
        "889",
    ]
