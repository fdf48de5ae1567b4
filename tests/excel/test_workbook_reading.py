"""Reading finished workbooks: cells, formulas, figures under hidden names, blocks that move with their cells."""

import io

import openpyxl

from reportgen.excel.workbook_reading import blocks_of, name_blocks, read_finished
from reportgen.ooxml import Package


def book(**cells: object) -> bytes:
    made = openpyxl.Workbook()
    for address, value in cells.items():
        made.active[address] = value
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_cells_are_read_with_value_formula_and_format():
    made = openpyxl.Workbook()
    made.active["A1"], made.active["B1"], made.active["C1"] = "Level", 32.21, "=B1*2"
    made.active["B1"].number_format = '">"0.00'
    stream = io.BytesIO()
    made.save(stream)
    cells = read_finished(stream.getvalue()).sheets[0].cells

    assert (cells[1, 1].kind, cells[1, 1].text) == ("text", "Level")
    assert (str(cells[1, 2].number), cells[1, 2].number_format) == ("32.21", '">"0.00')
    assert cells[1, 3].formula == "B1*2"
    assert cells[1, 2].formula is None
    assert cells[1, 2].address == "B1"


def test_neighbouring_cells_are_one_block():
    places = {(1, 1), (2, 1), (1, 2), (2, 2), (4, 1)}

    assert [str(area) for area in blocks_of("S", places)] == ["S!$A$1:$B$2", "S!$A$4"]


def test_formulas_and_numbers_get_hidden_names_of_their_own():
    package = Package.open(book(A1="x", B1=1, B2=2, B3="=B1+B2"))
    named = name_blocks(read_finished(package))

    assert [str(block.area) for block in named.formula_blocks] == ["Sheet!$B$3"]
    assert [str(block.area) for block in named.number_blocks] == ["Sheet!$B$1:$B$2"]
    assert b'hidden="1"' in package.read(package.main_part)
