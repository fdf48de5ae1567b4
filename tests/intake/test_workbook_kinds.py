"""What the values of a workbook's cells do not tell: errors, percentages, merged numbers, hidden sheets, charts' sheets, in every kind."""

import io
import zipfile

import openpyxl
import pytest
import xlsxwriter

from reportgen.errors import ReportgenError
from reportgen.intake.opening import open_grids
from tests.intake.made import codes, said
from tests.intake.made_xlsb import ERROR, Percentage, xlsb
from tests.intake.test_opening import MERGED, merged_grid, workbook

KINDS = ["xls", "ods", "xlsx", "xlsb"]
SHEET, ERROR_CELL, RATE = "收发货人", (5, 3), (5, 7)
CASES = {
    "plain": ({}, []),
    "error": ({ERROR_CELL: "#DIV/0!"}, []),
    "formula": ({ERROR_CELL: '=""'}, []),
    "percentage": ({RATE: 0.015}, []),
    "merged": ({(6, 3): ""}, [(5, 3, 6, 3)]),
    "hidden": ({}, []),
}
"""Cells of the customs table that are changed, by row and column, and areas that are merged."""


@pytest.fixture(scope="module")
def tables(soffice_many, tmp_path_factory):
    """Every case as a workbook of every kind: LibreOffice saves .xls, .ods and .xlsx; nobody writes .xlsb but we."""
    folder = tmp_path_factory.mktemp("made")
    made = {f"{case}.xlsx": changed_workbook(folder, case) for case in CASES}
    saved = {kind: soffice_many(made, kind) for kind in KINDS if kind != "xlsb"}
    files = {
        (kind, case): saved[kind][f"{case}.xlsx"].read_bytes()
        for case in CASES
        for kind in KINDS
        if kind != "xlsb"
    }
    return files | {("xlsb", case): changed_xlsb(case) for case in CASES}


def changed_workbook(folder, case):
    cells, merged = CASES[case]
    book = openpyxl.load_workbook(workbook(merged_grid(), folder / f"{case}.xlsx", MERGED))
    sheet = book[SHEET]
    if case == "hidden":
        old = book.copy_worksheet(sheet)
        old["D6"], old.sheet_state = 1, "hidden"
        book.move_sheet(old, -2)
        book.active = 2
    for (row, column), value in cells.items():
        cell = sheet.cell(row + 1, column + 1, "=1/0" if value == "#DIV/0!" else value)
        cell.number_format = "0.0%" if value == 0.015 else "General"
    for top, left, bottom, right in merged:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed_xlsb(case):
    cells, merged = CASES[case]
    rows = [[number(text) for text in row] for row in merged_grid()]
    old = [list(row) for row in rows]
    old[5][3] = 1.0
    for (row, column), value in cells.items():
        rows[row][column] = (
            ERROR if value == "#DIV/0!" else Percentage(value) if isinstance(value, float) else value
        )
    hidden = {"旧": (old, MERGED)} if case == "hidden" else {}
    return xlsb(
        {**hidden, "说明": ([["见下表"]], []), SHEET: (rows, [*MERGED, *merged])}, hidden=tuple(hidden)
    )


def number(text):
    return float(text) if text.lstrip("-").replace(".", "", 1).isdigit() else text


@pytest.fixture
def table(desk, tables):
    def put(kind, case):
        path = desk.folder / f"2024-02.{kind}"
        path.write_bytes(tables[kind, case])
        return path

    return put


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_workbook_gives_the_same_numbers(desk, table, kind):
    assert codes(desk.read(table(kind, "plain"))) == []
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_no_blank_cell(desk, table, kind):
    imported = desk.read(table(kind, "error"))
    assert codes(imported)[0] == "table-cell-unreadable"
    (text,) = said(imported, "table-cell-unreadable")
    assert text.startswith("The cell under “出口 / 2月” holds “")


@pytest.mark.parametrize("kind", KINDS[:3])
def test_a_formula_without_a_value_is_no_blank_cell(desk, table, kind):
    (text,) = said(desk.read(table(kind, "formula")), "table-cell-unreadable")
    assert text.startswith("The cell under “出口 / 2月” holds “=")


def test_a_formula_that_an_ods_was_never_calculated_for_is_named(desk, table):
    """As programs write it: the formula alone, neither value nor text."""
    path = table("ods", "plain")
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    before, _, after = parts["content.xml"].decode().partition('office:value="5020"')
    start, end = before.rindex("<table:table-cell"), after.index("</table:table-cell>")
    cell = '<table:table-cell table:formula="of:=5000+20">'
    parts["content.xml"] = f"{before[:start]}{cell}{after[end:]}".encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)
    (text,) = said(desk.read(path), "table-cell-unreadable")
    assert "holds “=5000+20” and no value" in text


@pytest.mark.parametrize("kind", KINDS)
def test_one_percentage_among_plain_rates_is_told(desk, table, kind):
    imported = desk.read(table(kind, "percentage"))
    assert codes(imported) == ["table-percent-format"]
    assert "0.015 stands for 1.5%" in said(imported, "table-percent-format")[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_merged_over_two_rows_is_nobodys(desk, table, kind):
    imported = desk.read(table(kind, "merged"))
    assert codes(imported)[0] == "table-cell-unreadable"
    assert (
        "is merged with others, so that nobody can tell whose number it is."
        in said(imported, "table-cell-unreadable")[0]
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_hidden_sheet_does_not_come_before_one_that_is_seen(desk, table, kind):
    path = table(kind, "hidden")
    assert [grid.is_hidden for grid in open_grids(path)] == [True, False, False]
    assert codes(desk.read(path)) == ["table-on-more-sheets"]
    assert desk.values()["exports/CN-CQ/2024-02/level"] == "5020"


def test_the_sheet_of_a_chart_holds_no_table(desk):
    path = desk.folder / "chart.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("数据").write(0, 0, 1)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=数据!$A$1:$A$1"})
        book.add_chartsheet("图").set_chart(chart)
    assert [grid.sheet for grid in open_grids(path)] == ["数据"]


@pytest.mark.parametrize("length", [40, 400])
def test_an_xlsb_that_was_cut_off_is_told(desk, length):
    cut = desk.folder / "2024-03.xlsb"
    with zipfile.ZipFile(io.BytesIO(changed_xlsb("error"))) as whole, zipfile.ZipFile(cut, "w") as out:
        for name in whole.namelist():
            data = whole.read(name)
            out.writestr(name, data[:length] if name.endswith("sheet2.bin") else data)
    with pytest.raises(ReportgenError, match="cannot be opened as a workbook"):
        open_grids(cut)
