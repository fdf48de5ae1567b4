"""Tables that would give a wrong number without a word: each is refused at its place, or what is left out is said."""

import openpyxl
import pytest
import xlsxwriter

from reportgen.dataset import check, read
from reportgen.findings import Severity
from tests.intake.made import cell_of, codes, customs_grid, said
from tests.intake.test_opening import MERGED, merged_grid, workbook

GROWTH = ('span = "cumulative"\n[[columns]]\nhead = ["累计比去年同期±％", "出口"]',
          'span = "cumulative"\nunit_mult = 2\n[[columns]]\nhead = ["累计比去年同期±％", "出口"]')  # fmt: skip


def changed(desk, change):
    path = workbook(merged_grid(), desk.folder / "2024-02.xlsx", MERGED)
    book = openpyxl.load_workbook(path)
    change(book["收发货人"])
    book.save(path)
    return path


def grid_with(*cells):
    grid = customs_grid()
    for row, column, text in cells:
        grid[row][column] = text
    return grid


def test_a_percentage_is_no_amount(desk):
    imported = desk.read(desk.table(grid_with((5, 3, "5020％"))))
    assert imported.findings[0].key == "table-cell-unreadable/percent"
    assert cell_of(imported, "table-cell-unreadable") == "2024-02.csv!D6"
    assert "“5020％” under “出口 / 2月” is a percentage" in said(imported, "table-cell-unreadable")[0]


@pytest.mark.parametrize(("area", "emptied"), [("F6:F7", "F7"), ("D6:E6", "E6")])
def test_a_number_of_merged_cells_belongs_to_nobody(desk, area, emptied):
    def merge(sheet):
        sheet[emptied] = None
        sheet.merge_cells(area)

    imported = desk.read(changed(desk, merge))
    assert "is merged with others" in said(imported, "table-cell-unreadable")[0]


def test_a_second_table_under_the_first_is_left_and_said(desk):
    grid = customs_grid()
    other = [list(grid[1]), list(grid[2])]
    other[0][1:3] = ["一般贸易", "一般贸易"]
    body = [[row[0], *["7"] * 9] for row in grid[3:8]]
    imported = desk.read(desk.table([*grid, *other, *body]))
    assert codes(imported) == ["table-head-again"]
    assert cell_of(imported, "table-head-again") == "2024-02.csv!B10"
    assert "“一般贸易” where the table has “进出口 / 2月”" in said(imported, "table-head-again")[0]
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


def test_a_table_that_goes_on_under_its_own_head_is_read(desk):
    grid = customs_grid()
    grid[7:7] = [list(grid[1]), list(grid[2])]
    assert codes(desk.read(desk.table(grid))) == []
    assert len(desk.values()) == 24


@pytest.mark.parametrize("origin", ["head", "recipe"])
def test_units_in_a_row_of_their_own_are_held_against_the_tables(desk, origin):
    grid = customs_grid()
    grid.insert(3, ["", *["亿元"] * 6, *["%"] * 3])
    if origin == "recipe":
        grid[0] = [""] * 10
    recipe = desk.recipe(('from = "head"\ntext = "单位：万人民币"', f'from = "{origin}"\n' + 'text = "单位：万人民币"' * (origin == "head")))  # fmt: skip
    imported = desk.read(desk.table(grid), recipe=recipe)
    assert codes(imported) == ["table-unit-contradicted"]
    assert cell_of(imported, "table-unit-contradicted") == "2024-02.csv!B4"
    grid[3][1:7] = ["万元"] * 6
    assert codes(desk.read(desk.table(grid), recipe=recipe)) == []


def test_last_years_file_under_this_years_name_is_known_again(desk):
    desk.read()
    imported = desk.read(desk.table(customs_grid(), "2025-02.csv"))
    assert codes(imported) == ["table-reference-none", "table-of-another-period"]
    assert said(imported, "table-of-another-period")[0].startswith(
        "18 of 18 numbers looked at for February 2025 are exactly those that the dataset has for February 2024."
    )
    assert "2024年2月" in said(imported, "table-of-another-period", "zh")[0]


def test_a_period_that_has_not_ended_is_a_slip(desk):
    imported = desk.read(desk.table(customs_grid(), "2109-02.csv"))
    assert "table-period-ahead" in codes(imported)
    assert "are of February 2109, which on" in said(imported, "table-period-ahead")[0]
    dated = desk.recipe(('publisher = "海关总署"', 'publisher = "海关总署"\npublished = "2024-02-20"'))
    assert said(desk.read(recipe=dated), "table-period-ahead")[0].startswith(
        "The numbers under “进出口 / 2月” are of February 2024, which on 20 February 2024 had not ended."
    )


def test_other_sheets_with_the_table_are_said(desk):
    def copy(sheet):
        sheet.parent.copy_worksheet(sheet).title = "续"

    imported = desk.read(changed(desk, copy))
    assert codes(imported) == ["table-on-more-sheets"]
    assert imported.findings[0].severity is Severity.WARNING
    assert "stands on 续 too" in said(imported, "table-on-more-sheets")[0]


def test_fractions_written_out_in_a_text_are_asked_for(desk):
    grid = customs_grid()
    for row in grid[3:8]:
        row[7] = "0.0153"
    imported = desk.read(desk.table(grid))
    assert codes(imported) == ["table-percent-format"]
    assert codes(desk.read(desk.table(grid), recipe=desk.recipe(GROWTH))) == []
    assert desk.values()["trade/CN/2024-01--2024-02/growth_yoy"] == "1.53"
    assert {row["unit_label"] for row in desk.rows("citations") if row["statement"] == "0.0153"} == {
        "1 = 100%"
    }


def test_the_advice_for_percentages_leads_to_percentages(desk):
    """And `check` has nothing against them."""

    def divide(sheet):
        for row in range(4, 9):
            sheet.cell(row, 8, 0.015).number_format = "0.0%"

    path = changed(desk, divide)
    assert "unit_mult = 2" in said(desk.read(path), "table-percent-format")[0]
    assert codes(desk.read(path, recipe=desk.recipe(GROWTH))) == []
    assert desk.values()["trade/CN/2024-01--2024-02/growth_yoy"] == "1.5"
    assert [one.code for one in check(read(desk.data)[0]) if one.severity is Severity.ERROR] == []


def test_one_percentage_among_plain_rates_is_told(desk):
    def put(sheet):
        sheet["H6"] = 0.063
        sheet["H6"].number_format = "0.0%"

    path = changed(desk, put)
    assert cell_of(desk.read(path), "table-percent-format") == "2024-02.xlsx!H6"
    imported = desk.read(path, recipe=desk.recipe(GROWTH))
    assert (
        "shows 1.5%, and the recipe takes the column’s numbers for fractions (unit_mult = 2). "
        "Give all cells of the column one format in a copy, or correct unit_mult."
        in said(imported, "table-percent-format")[0]
    )


def test_a_format_that_divides_is_told_with_what_to_write(desk):
    def scale(sheet):
        for row in range(4, 9):
            for column in range(2, 8):
                cell = sheet.cell(row, column)
                cell.value = float(cell.value) * 10_000
                cell.number_format = '0!.0,"万元"'

    path = changed(desk, scale)
    recipe = desk.recipe(("value = 10030", "value = 100300000"))
    imported = desk.read(path, recipe=recipe)
    assert codes(imported) == ["table-scaled-format"] * 6
    assert said(imported, "table-scaled-format")[0] == (
        "The cell under “进出口 / 2月” shows 135034 and holds 1350340000: its number format divides."
        " Write unit_mult = 0 for this column in the recipe, which is what the numbers held count in."
    )
    levels = [(f'indicator = "{name}"\nspan = "{span}"', f'indicator = "{name}"\nunit_mult = 0\nspan = "{span}"')
              for name in ("trade", "exports", "imports") for span in ("month", "cumulative")]  # fmt: skip
    assert codes(desk.read(path, recipe=desk.recipe(("value = 10030", "value = 100300000"), *levels))) == []
    assert {row["unit_mult"] for row in desk.rows("observations")} == {"0"}


@pytest.mark.parametrize(
    ("lines", "count", "first"), [("row", 8, "B6"), ("column", 3, "C4"), ("another row", 0, "")]
)
def test_numbers_in_hidden_rows_and_columns_are_told(desk, lines, count, first):
    def hide(sheet):
        if lines == "column":
            sheet.column_dimensions["C"].hidden = True
        else:
            sheet.row_dimensions[6 if lines == "row" else 9].hidden = True

    imported = desk.read(changed(desk, hide))
    told = [f"2024-02.xlsx!{first}"] if count else []
    assert codes(imported) == ["table-hidden-numbers"] * len(told)
    if told:
        assert cell_of(imported, "table-hidden-numbers") == told[0]
        assert (
            f"{count} numbers that were read stand in hidden rows or columns"
            in said(imported, "table-hidden-numbers")[0]
        )


@pytest.mark.parametrize("maker", ["openpyxl", "xlsxwriter"])
def test_raised_digits_are_a_notes_mark(desk, maker):
    path = desk.folder / "2024-02.xlsx"
    if maker == "openpyxl":
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont

        raised = TextBlock(InlineFont(vertAlign="superscript"), "1")
        changed(desk, lambda sheet: sheet.__setitem__("D6", CellRichText("5020", raised)))
    else:
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet()
        for row, cells in enumerate(customs_grid()):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
        sheet.write_rich_string(5, 3, "502", "0", book.add_format({"font_script": 1}), "1")
        book.close()
    imported = desk.read(path)
    assert cell_of(imported, "table-raised-digits") == "2024-02.xlsx!D6"
    assert "shows 5020¹: the raised digits are a note’s mark" in said(imported, "table-raised-digits")[0]
    assert said(imported, "table-raised-digits", "zh")
