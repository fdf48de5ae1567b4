"""Workbooks as datasets: what Excel shows is what is read."""

import io
from datetime import datetime

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook

from reportgen.dataset import read, rows_of_table
from reportgen.dataset.tables import TABLES
from reportgen.dataset.workbook_tables import read_workbook_tables, shown_number
from reportgen.errors import DatasetError, PackageError
from reportgen.language import language, say
from reportgen.ooxml import Package
from tests.builders import codes_of, dataset

LINE = "cbec_trade CN-CQ 2020=7.81e9#a 2021=32.20e9#b 2022-05=650e6#c 2023-12-31=5e9#d"
VALUE, PERIOD, UNIT_MULT = "F", "D", "G"


@pytest.fixture
def workbook_file(tmp_path):
    """The dataset as a person keeps it in Excel: numbers typed as numbers, text as text."""
    data, book = dataset(LINE), Workbook()
    book.remove(book.active)
    for name, form in TABLES.items():
        sheet = book.create_sheet(name)
        sheet.append(form.columns)
        for row in rows_of_table(data, name):
            sheet.append([row.get(column, "") or None for column in form.columns])
    observations = book["observations"]
    for cells in observations.iter_rows(min_row=2):
        cells[5].value, cells[6].value = float(cells[5].value), int(cells[6].value)
    observations[f"{PERIOD}2"] = 2020
    file = tmp_path / "数据 2023.xlsx"
    book.save(file)
    return file


def edit(file, **cells):
    book = load_workbook(file)
    for cell, value in cells.items():
        value, *formats = value if isinstance(value, tuple) else (value,)
        book["observations"][cell] = value
        if formats:
            book["observations"][cell].number_format = formats[0]
    book.save(file)


def test_numbers_come_as_excel_shows_them(workbook_file):
    edit(workbook_file, F3=(32.2, "0.00"))
    data, findings = read(workbook_file)
    assert findings == ()
    assert data.name == "数据 2023"
    assert [item.quantity.text for item in data.observations.values()] == ["7.81", "32.20", "650", "5"]
    assert language("en").place(data.observations["a"].place) == "数据 2023.xlsx, sheet observations, row 2"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("32.2", "General", "32.2"),
        ("650000", "General", "650000"),
        ("650000.0", "#,##0", "650000"),
        ("0.30000000000000004", "General", "0.3"),
        ("32.200000000000003", "0.00", "32.20"),
        ("4096.285714285715", "0.00", "4096.28571428571"),
        ("1234.5", "#,##0.00", "1234.50"),
        ("32.214", "0.00", "32.214"),
        ("1E+15", "General", "1000000000000000"),
        ("2.5000000000000001E-5", "General", "0.000025"),
        ("12", '"¥"0.0;"¥"-0.0', "12.0"),
        ("12", "0.0,", "12"),
        ("12", "0.0E+00", "12"),
    ],
)
def test_shown_numbers(value, number_format, text):
    assert shown_number(value, number_format) == text


@pytest.mark.parametrize(
    ("value", "number_format", "period"),
    [
        (datetime(2022, 5, 1), "mmm-yy", "2022-05"),
        (datetime(2022, 5, 1), 'yyyy"年"m"月"', "2022-05"),
        (datetime(2023, 12, 31), "yyyy-mm-dd", "2023-12-31"),
        (datetime(2023, 1, 1), "yyyy", "2023"),
        (2023, "General", "2023"),
    ],
)
def test_dates_that_excel_made_of_periods_come_as_they_are_shown(workbook_file, value, number_format, period):
    edit(workbook_file, D4=(value, number_format))
    data, findings = read(workbook_file)
    assert findings == ()
    assert str(data.observations["c"].period) == period


def test_a_percentage_cell_says_what_to_write(workbook_file):
    edit(workbook_file, F2=(0.633, "0.0%"))
    [finding] = read(workbook_file)[1]
    assert (
        language("en").what(finding)
        == "The cell is formatted as a percentage: it shows 63.3% but holds 0.633."
    )
    assert language("zh").remedy(finding) == "请将单元格改为“常规”格式并填写63.3。"
    assert (finding.place.sheet, finding.place.row, finding.place.column) == ("observations", 2, "value")


def test_a_number_beside_the_room_of_a_percent_sign_is_none(workbook_file):
    edit(workbook_file, F2=(12.5, "0.0_%"), F3=(12.5, '0.00"%"'))
    data, findings = read(workbook_file)
    assert findings == ()
    assert [item.quantity.text for item in data.observations.values()][:2] == ["12.5", "12.50"]


def test_a_formula_that_was_never_calculated(workbook_file):
    edit(workbook_file, F2="=F3/2")
    _, findings = read(workbook_file)
    assert codes_of(findings) == ["formula-without-value", "empty-cell"]
    assert language("en").what(findings[0]) == "The cell holds the formula =F3/2 but no calculated value."


def test_an_excel_error(workbook_file):
    edit(workbook_file, F2="#DIV/0!")
    assert language("en").what(read(workbook_file)[1][0]) == "The cell shows Excel's error #DIV/0!."


def test_text_that_should_be_a_number_is_told_with_the_sheet(workbook_file):
    edit(workbook_file, F2="1,000")
    [finding] = read(workbook_file)[1]
    assert language("en").sentence(finding) == (
        "数据 2023.xlsx, sheet observations, row 2, column value: “1,000” is not a plain number. "
        "Write 1000, without thousands separators."
    )


def test_what_is_no_workbook(tmp_path):
    file = tmp_path / "data.xlsx"
    file.write_bytes(b"\xd0\xcf\x11\xe0 an encrypted workbook")
    with pytest.raises(PackageError, match=r"data\.xlsx: the file is no Office Open XML file"):
        read(file)


def test_a_workbook_with_a_password_is_refused_like_any_other_package(tmp_path):
    file = tmp_path / "data.xlsx"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(PackageError, match="password"):
        read(file)


def test_a_workbook_of_other_sheets(tmp_path):
    Workbook().save(tmp_path / "data.xlsx")
    with pytest.raises(DatasetError, match="holds none of a dataset's tables"):
        read(tmp_path / "data.xlsx")


def test_a_sheet_with_a_control_character_is_one_sentence_that_names_its_part(tmp_path):
    import zipfile

    import openpyxl

    from reportgen.dataset import read
    from reportgen.errors import PackageError
    from reportgen.language import say

    workbook = openpyxl.Workbook()
    workbook.active.title = "indicators"
    workbook.active.append(
        ["indicator", "name_zh", "label_en", "label_zh", "unit", "round_to", "direction", "kind"]
    )
    whole, broken = tmp_path / "whole.xlsx", tmp_path / "broken.xlsx"
    workbook.save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(
                name, data.replace(b"<sheetData>", b"<sheetData>\x01") if "sheet1" in name else data
            )
    with pytest.raises(PackageError) as caught:
        read(broken)
    said = say(caught.value.message, "en")
    assert "broken.xlsx" in said
    assert "the part xl/worksheets/sheet1.xml is not sound XML" in said


HEAD = ["obs_id", "indicator", "ref_area", "period", "value", "note_en", "measure", "unit_mult"]


def rows_of_sheet(fill, **options):
    """The rows of a sheet of observations as they are read, and the codes of what was found."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, **options})
    sheet = book.add_worksheet("observations")
    sheet.write_row(0, 0, HEAD)
    fill(book, sheet)
    book.close()
    return rows_of_package(Package.open(stream.getvalue()))


def rows_of_package(package):
    tables, findings = read_workbook_tables(package, "data.xlsx")
    return {row.number: row.cells for row in tables["observations"].rows}, findings


@pytest.mark.parametrize("system", [{}, {"date_1904": True}])
@pytest.mark.parametrize(
    ("format_", "shown"),
    [("yyyy-mm-dd", "2024-02-29"), ("mmm-yy", "2024-02"), ('yyyy"年"', "2024"), ('[$-804]yyyy"年"m"月"d"日";@', "2024-02-29"),
     ("h:mm", "18:00:00"), ("yyyy-mm-dd h:mm", "2024-02-29")],
)  # fmt: skip
def test_days_are_counted_from_1900_or_from_1904(system, format_, shown):
    def fill(book, sheet):
        sheet.write_datetime(1, 3, datetime(2024, 2, 29, 18), book.add_format({"num_format": format_}))

    rows, findings = rows_of_sheet(fill, **system)
    assert (rows[2]["period"], findings) == (shown, [])


@pytest.mark.parametrize(
    ("serial", "shown"),
    [(1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (45351.999, "2024-02-29")],
)
def test_the_day_in_1900_that_never_was_is_not_counted(serial, shown):
    def fill(book, sheet):
        sheet.write_number(1, 3, serial, book.add_format({"num_format": "yyyy-mm-dd"}))

    assert rows_of_sheet(fill)[0][2]["period"] == shown


def test_a_day_beyond_all_calendars_shows_an_error():
    def fill(book, sheet):
        sheet.write_number(1, 3, 1e9, book.add_format({"num_format": "yyyy-mm-dd"}))

    assert codes_of(rows_of_sheet(fill)[1]) == ["error-cell"]


def test_switches_rich_texts_merged_and_hidden_cells_are_read_as_they_stand():
    def fill(book, sheet):
        bold = book.add_format({"bold": True})
        sheet.write_boolean(1, 5, True)
        sheet.write_rich_string(2, 5, "about ", bold, "a third")
        sheet.merge_range(3, 4, 3, 5, "merged")
        sheet.write_row(4, 0, ["a", "b", "c", "2024", 7.25, " kept "])
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.write_formula(5, 4, "=E5*2", None, 14.5)
        sheet.write_formula(6, 5, '="x"&"y"', None, "xy")
        sheet.write_string(12, 0, "far below")

    rows, findings = rows_of_sheet(fill)
    assert findings == []
    assert {number: {name: text for name, text in row.items() if text} for number, row in rows.items()} == {
        2: {"note_en": "TRUE"}, 3: {"note_en": "about a third"}, 4: {"value": "merged"},
        5: {"obs_id": "a", "indicator": "b", "ref_area": "c", "period": "2024", "value": "7.25", "note_en": "kept"},
        6: {"value": "14.5"}, 7: {"note_en": "xy"}, 13: {"obs_id": "far below"},
    }  # fmt: skip


def test_errors_and_formulas_without_a_value_are_told_with_the_formula_though_another_cell_spells_it():
    package = _with_rows(
        '<row r="2"><c r="E2"><f t="shared" ref="E2:E3" si="0">A2*2</f><v/></c><c r="F2" t="e"><v>#SPILL!</v></c></row>'
        '<row r="3"><c r="E3"><f t="shared" si="0"/></c><c r="F3" t="inlineStr"><is><t>as </t><r><t>typed</t></r></is></c></row>'
        '<row r="4"><c r="D4" t="d"><v>2024-03-31T00:00:00</v></c><c t="b"><v>0</v></c><c t="str"><f>""</f><v></v></c></row>'
    )
    rows, findings = rows_of_package(package)
    assert [(one.code, one.place.row, one.place.column, one.place.text) for one in findings] == [
        ("formula-without-value", 2, "value", "=A2*2"), ("error-cell", 2, "note_en", "#SPILL!"), ("formula-without-value", 3, "value", "=A3*2"),
    ]  # fmt: skip
    assert rows[3]["note_en"] == "as typed"
    assert (rows[4]["period"], rows[4]["value"]) == ("2024-03-31", "FALSE")


@pytest.mark.parametrize(
    "row", ['<row r="2"><c r="E2"><v>1e999999999</v></c></row>', '<row r="2000000"><c r="E2000000"><v>1</v></c></row>',
            '<row r="2"><c r="AAAA2"><v>1</v></c></row>', '<row r="2"><c r="E2" s="x"><v>1</v></c></row>']
)  # fmt: skip
def test_a_sheet_that_no_program_writes_is_refused_in_a_sentence_with_its_part(row):
    with pytest.raises(PackageError) as caught:
        rows_of_package(_with_rows(row))
    said = say(caught.value.message, "en")
    assert said.startswith(
        "data.xlsx: the part xl/worksheets/sheet1.xml says something that no spreadsheet program writes"
    )


def _with_rows(xml):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("observations").write_row(0, 0, HEAD)
    package = Package.open(stream.getvalue())
    sheet = package.read("xl/worksheets/sheet1.xml")
    package.write("xl/worksheets/sheet1.xml", sheet.replace(b"</sheetData>", xml.encode() + b"</sheetData>"))
    return package
