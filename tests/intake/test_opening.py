"""Files of any kind: encodings and delimiters of text, workbooks of every format, and what is no table at all."""

import pytest

from reportgen.errors import ReportgenError
from reportgen.intake.grid import number_of
from reportgen.intake.opening import open_grids
from reportgen.language import say
from reportgen.language.printed_numbers import PrintedNumber
from tests.intake.made import codes, csv_bytes, customs_grid, said
from tests.intake.made_xls import compound


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_text_table_is_read_in_any_encoding(desk, encoding, delimiter):
    path = desk.folder / "2024-02.csv"
    path.write_bytes(csv_bytes(customs_grid(), encoding, delimiter))
    assert codes(desk.read(path)) == []
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


def workbook(grid, path, merged=()):
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("说明").write(0, 0, "见下表")
    sheet = book.add_worksheet("收发货人")
    for row, cells in enumerate(grid):
        for column, text in enumerate(cells):
            if row > 2 and column and text.lstrip("-").replace(".", "", 1).isdigit():
                sheet.write_number(row, column, float(text))
            elif text:
                sheet.write_string(row, column, text)
    for top, left, bottom, right in merged:
        sheet.merge_range(top, left, bottom, right, grid[top][left])
    book.close()
    return path


MERGED = ((0, 7, 0, 9), (1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 4), (1, 5, 1, 6), (1, 7, 1, 9), (8, 0, 8, 9))


def merged_grid():
    """The head as an office lays it out: merged areas, whose text stands in their first cell alone."""
    grid = customs_grid()
    for top, left, bottom, right in MERGED:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    grid[row][column] = ""
    return grid


def test_a_workbook_with_merged_heads_is_read_on_the_sheet_where_the_table_is(desk):
    path = workbook(merged_grid(), desk.folder / "2024-02.xlsx", MERGED)
    assert codes(desk.read(path)) == []
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"
    cells = {row["cell"] for row in desk.rows("citations")}
    assert "'收发货人'!E6" in cells


def test_a_sheet_is_named_by_a_pattern_and_missed_by_name(desk):
    path = workbook(merged_grid(), desk.folder / "2024-02.xlsx", MERGED)
    assert codes(desk.read(path, recipe=desk.recipe(("[table]\n", '[table]\nsheet = "收*"\n')))) == []
    imported = desk.read(path, recipe=desk.recipe(("[table]\n", '[table]\nsheet = "表一"\n')))
    assert codes(imported) == ["table-sheet-missing"]


def changed_workbook(desk, change):
    import openpyxl

    path = workbook(merged_grid(), desk.folder / "2024-02.xlsx", MERGED)
    book = openpyxl.load_workbook(path)
    change(book["收发货人"])
    book.save(path)
    return desk.read(path)


@pytest.mark.parametrize("value", ["#DIV/0!", "=1/0"])
def test_an_error_or_a_formula_without_value_is_no_missing_number(desk, value):
    def put(sheet):
        sheet["D6"] = value

    imported = changed_workbook(desk, put)
    assert codes(imported)[0] == "table-cell-unreadable"
    assert said(imported, "table-cell-unreadable") == [
        f"The cell under “出口 / 2月” holds “{value}” and no value. Open the workbook in Excel, let it calculate, and save it."
    ]


def test_a_blank_cell_of_a_workbook_is_missing_where_the_recipe_says_so(desk):
    def clear(sheet):
        sheet["D6"] = None

    imported = changed_workbook(desk, clear)
    assert codes(imported) == ["table-part-missing"]
    assert not imported.is_refused


def test_percentages_that_a_workbook_keeps_as_fractions_are_told(desk):
    def divide(sheet):
        for row in range(4, 9):
            sheet.cell(row, 8, 0.015).number_format = "0.0%"

    imported = changed_workbook(desk, divide)
    assert codes(imported) == ["table-percent-format"]
    assert said(imported, "table-percent-format")[0].startswith(
        "The cells under “累计比去年同期±％ / 进出口” are shown as percentages: 0.015 stands for 1.5%."
    )


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_rates_that_may_be_fractions_want_a_reference(desk, suffix):
    grid = customs_grid()
    for row in grid[3:8]:
        row[7] = "0.015"
    table = desk.folder / f"2024-02.{suffix}"
    if suffix == "xlsx":
        workbook(grid, table)
    else:
        table.write_bytes(csv_bytes(grid))
    imported = desk.read(table)
    assert codes(imported) == ["table-percent-format"]
    (text,) = said(imported, "table-percent-format")
    assert "holds 0.015, which may be 0.015% or a fraction that stands for 1.5%" in text
    assert 'row = "总值", column = "累计比去年同期±％ / 进出口", value = 0.015' in text
    assert "1.5%" in said(imported, "table-percent-format", "zh")[0]
    reference = (
        '[[reference]]\nrow = "总值"\ncolumn = "累计比去年同期±％ / 进出口"\nvalue = 0.015\n[[reference]]'
    )
    assert codes(desk.read(table, recipe=desk.recipe(("[[reference]]", reference)))) == []


NO_TABLES = {
    "empty.csv": (b"", "empty.csv is empty: export or download the table again."),
    "blank.xlsx": (b"\r\n  \r\n", "blank.xlsx is empty: export or download the table again."),
    "letter.docx.pdf": (b"%PDF-1.7 ...", "letter.docx.pdf is no table that can be read: give a workbook (.xls, .xlsx, .xlsb, .ods) or a text file (.csv, .tsv)."),
    "page.xls": (b"<html><table><tr><td>1</td></tr></table>", "page.xls is a web page that is named like a workbook: open it in Excel, save it as .xlsx, and give that file."),
    "cut.xlsx": (b"PK\x03\x04 cut off", None),
    "odd.xlsx": (b"no workbook", "odd.xlsx cannot be opened as a workbook: open it in Excel, save it as .xlsx, and give that file."),
    "secret.xlsx": (compound("EncryptedPackage", bytes(4096)), "secret.xlsx is protected by a password: open it in Excel, save it without one, and give that file."),
    "wide.csv": (b"a" + b"," * 20_000, "wide.csv has a row of 20,001 cells, and no spreadsheet has more than 16,384: save it with the delimiter that it means."),
    "bytes.csv": (b"a,b\n\xff\x81\xfe\xa0\n" + bytes(range(128, 256)), "bytes.csv is neither UTF-8, UTF-16 nor GB18030: save it as “CSV UTF-8” in Excel."),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path, name):
    data, sentence = NO_TABLES[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReportgenError) as error:
        open_grids(path)
    assert str(error.value) == sentence or sentence is None
    assert name in str(error.value)
    assert name in say(error.value.message, "zh")


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("5020", "5020"),
        (" 5,020.50 ", "5020.50"),
        ("１，２３４", "1234"),
        ("－3.1", "-3.1"),
        ("−3.1", "-3.1"),
        ("(12)", "-12"),
        ("+6.2", "6.2"),
        (".5", "0.5"),
        ("6.3%", "6.3"),
        ("322.1①", "322.1"),
        ("32.2²", "32.2"),
        ("8273.1*", "8273.1"),
        ("1 234 567", "1234567"),
        ("3014651610684.0005", "3014651610684"),
        ("7.752870594509556", "7.752870594509556"),
        (8273.12, "8273.12"),
        (49.0, "49"),
        (1120, "1120"),
        ("1,23", None),
        ("1e5", None),
        ("约5", None),
        ("", None),
        (True, None),
    ],
)
def test_a_cells_number(cell, digits):
    number = number_of(cell, {})
    assert (number and number.text) == digits


def test_a_mark_beside_a_number_gives_its_status():
    assert number_of("8273.1 p", {"p": "P"}) == PrintedNumber("8273.1", "P")
