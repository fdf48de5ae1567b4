"""Forms that people moved about before they sent them back: columns, rows, merged cells, other formats."""

import json
import subprocess
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from tests.intake.forms.desk import CHENGDU, FIRMS, GROWTH, HEADS, TRADE

VALUES = {TRADE: 12.5, GROWTH: 4.2, FIRMS: 900, CHENGDU: 14.5}
MEANT = {
    "trade/CN-CQ/2024-05/level": "1250000000", "trade/CN-CQ/2024-05/growth_yoy": "4.2",
    "firms/CN-CQ/2024-05/level": "900", "trade/CN-CD/2024-05/level": "1450000000",
}  # fmt: skip


def fill(sheet):
    for row, value in VALUES.items():
        sheet.cell(row, HEADS["value"], value)


def taken(done):
    assert done.exit_code == 0, done.output
    return {one["obs_id"].partition("@")[0]: one["value"] for one in json.loads(done.output)["numbers"]}


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def put(sheet, rows):
    sheet.delete_rows(1, sheet.max_row + 5)
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)


def moved_columns(rows):
    order = [7, 3, 0, 2, 1, 11, 8, 9, 10, 4, 5, 6]
    return [[row[at] for at in order] for row in rows]


def sorted_rows(rows):
    return rows[:4] + sorted(rows[4:], key=lambda row: str(row[2]))


def notes_and_rows(rows):
    note = ["" for _ in rows[0]]
    blank, said, title = list(note), list(note), list(note)
    said[1], title[1] = "注：以上为初步数据。", "某某局填报"
    return [title, blank, *rows[:4], rows[4], blank, *rows[5:], blank, said]


def without_marks(rows):
    return [row[1:] for row in rows]


def column_added(rows):
    return [[*row[:3], "备用", *row[3:]] for row in rows]


def heads_twice(rows):
    return [*rows[:6], rows[3], *rows[6:]]


def marks_on_labels(rows):
    return [
        [f"{cell}①" if at in (1, 2) and cell and number > 3 else cell for at, cell in enumerate(row)]
        for number, row in enumerate(rows)
    ]


def spaced_heads(rows):
    return [
        [" ".join(cell) + "\n" if number == 3 and cell else cell for cell in row]
        for number, row in enumerate(rows)
    ]


def dates_as_text(rows):
    return [
        [("2024/5" if at == 3 and number > 3 else cell) for at, cell in enumerate(row)]
        for number, row in enumerate(rows)
    ]


def dates_as_dates(rows):
    return [
        [(datetime(2024, 5, 1) if at == 3 and number > 3 else cell) for at, cell in enumerate(row)]
        for number, row in enumerate(rows)
    ]


CHANGES = [
    lambda rows: rows, moved_columns, sorted_rows, notes_and_rows, without_marks, column_added, heads_twice, marks_on_labels,
    spaced_heads, dates_as_text, dates_as_dates, lambda rows: moved_columns(sorted_rows(rows)), lambda rows: without_marks(sorted_rows(rows)),
    lambda rows: rows[3:], lambda rows: [row[:8] for row in rows], lambda rows: [[row[0], *row[6:]] for row in rows],
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_form_says_the_same(forms, change):
    def carry_out(sheet, _):
        fill(sheet)
        put(sheet, change(rows_of(sheet)))

    assert taken(forms.collect(forms.filled(carry_out), "--json")) == MEANT


def test_merged_labels_and_hidden_rows(forms):
    def carry_out(sheet, _):
        fill(sheet)
        sheet.cell(TRADE, 1, None), sheet.cell(GROWTH, 1, None), sheet.cell(FIRMS, 1, None)
        sheet.merge_cells(
            start_row=TRADE, end_row=FIRMS, start_column=HEADS["area"], end_column=HEADS["area"]
        )
        sheet.merge_cells(
            start_row=TRADE, end_row=FIRMS, start_column=HEADS["period"], end_column=HEADS["period"]
        )
        sheet.row_dimensions[GROWTH].hidden = True

    assert taken(forms.collect(forms.filled(carry_out), "--json")) == MEANT


def test_a_formula_with_its_value_is_its_value(forms):
    """XlsxWriter writes the value beside the formula, as Excel does."""
    from xlsxwriter import Workbook as Writer

    def carry_out(sheet, _):
        fill(sheet)

    path = forms.filled(carry_out)
    book = Writer(str(forms.folder / "formula.xlsx"))
    for sheet in load_workbook(path).worksheets:
        made = book.add_worksheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if (cell.row, cell.column, sheet.title) == (TRADE, HEADS["value"], "填报"):
                    made.write_formula(cell.row - 1, cell.column - 1, "=10+2.5", None, 12.5)
                elif cell.value is not None and not str(cell.value).startswith("="):
                    made.write(cell.row - 1, cell.column - 1, cell.value)
    book.close()
    assert taken(forms.collect(forms.folder / "formula.xlsx", "--json")) == MEANT


def test_an_added_row_of_another_period_is_taken(forms):
    def carry_out(sheet, _):
        fill(sheet)
        row = [sheet.cell(TRADE, column).value for column in range(1, 13)]
        for column, value in enumerate([None, *row[1:3], "2024年2月", row[4], None, None, 10.5], 1):
            sheet.cell(CHENGDU + 2, column, value)

    done = forms.collect(forms.filled(carry_out), "--json")
    assert taken(done) == {**MEANT, "trade/CN-CQ/2024-02/level": "1050000000"}


def first_row(change):
    def carry_out(sheet, _):
        fill(sheet)
        change(sheet)

    return carry_out


NAMED = {
    "form-unknown-row": lambda sheet: [sheet.cell(CHENGDU + 1, column, value) for column, value in ((2, "合计"), (8, 26.5))],
    "form-merged-cell": lambda sheet: sheet.merge_cells(start_row=TRADE, end_row=GROWTH, start_column=8, end_column=8),
    "form-period": lambda sheet: sheet.cell(TRADE, HEADS["period"], "下个月"),
    "form-row-mismatch": lambda sheet: sheet.cell(TRADE, HEADS["area"], "成都"),
    "form-unit-changed": lambda sheet: sheet.cell(TRADE, HEADS["unit"], "万元"),
    "form-twice": lambda sheet: [sheet.cell(CHENGDU + 1, column, sheet.cell(TRADE, column).value if column != 8 else 13) for column in range(1, 13)],
}  # fmt: skip


def test_heads_with_a_remark_behind_are_the_same(forms):
    path = forms.filled(
        first_row(lambda sheet: sheet.cell(TRADE - 1, HEADS["value"], "本期数（亿元，含快报）"))
    )
    assert taken(forms.collect(path, "--json")) == MEANT


@pytest.mark.parametrize(
    ("label", "said"), [("area", "成都市"), ("indicator", "服务进出口额"), ("indicator", "出口")]
)
def test_labels_written_over_are_named(forms, label, said):
    """Nobody can tell whether the number is that of the form's own labels."""
    done = forms.collect(
        forms.filled(first_row(lambda sheet: sheet.cell(TRADE, HEADS[label], said))), language="en"
    )
    assert done.exit_code == 1
    assert "The row is that of “进出口额”, and its labels say" in done.output
    assert "[form-row-mismatch]" in done.output


@pytest.mark.parametrize(
    ("label", "said"),
    [("area", "重庆市"), ("area", ""), ("indicator", "进出口额（亿元）"), ("indicator", "进出口")],
)
def test_labels_shortened_or_with_something_behind_are_the_same(forms, label, said):
    path = forms.filled(first_row(lambda sheet: sheet.cell(TRADE, HEADS[label], said)))
    assert taken(forms.collect(path, "--json")) == MEANT


@pytest.mark.parametrize("code", NAMED)
def test_a_row_that_nobody_can_be_sure_of_is_named(forms, code):
    before = forms.files()
    done = forms.collect(forms.filled(first_row(NAMED[code])))
    assert done.exit_code == 1
    assert f"[{code}]" in done.output
    assert forms.files() == before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_wide_form(forms, language):
    def carry_out(sheet, _):
        for row, value in VALUES.items():
            sheet.cell(row, 8, value / 10 if language == "en" and value in (12.5, 14.5) else value)
        sheet.cell(TRADE, 7, 1.2 if language == "en" else 12)

    path = forms.filled(carry_out, "--wide", "--period", "2024-04", language=language)
    assert taken(forms.collect(path, "--json")) == {**MEANT, "a4": "1200000000"} | {
        "g4": "3.5", "f4": "800", "d4": "1400000000"
    }  # fmt: skip


def test_what_is_no_form(forms):
    book = Workbook()
    book.active["A1"] = 5
    book.save(forms.folder / "other.xlsx")
    done = forms.collect(forms.folder / "other.xlsx", language="en")
    assert done.exit_code == 2
    assert "other.xlsx is no form of `reportgen form export`" in done.output
    damaged = forms.filled(lambda _, book: book["_form"].cell(2, 7, "?") and book["_form"].cell(1, 3, "{"))
    assert "已损坏" in forms.collect(damaged).output
    headless = forms.filled(lambda sheet, _: sheet.delete_rows(4))
    assert "请保留表头一行" in forms.collect(headless).output


@pytest.mark.long_but_for("12.5-ods")
@pytest.mark.office
@pytest.mark.parametrize("suffix", ["xls", "ods", "xlsx"])
@pytest.mark.parametrize("written", [12.5, "12.5亿元", "=10+2.5", "１２．５①"])
def test_libreoffice_saves_a_form(forms, suffix, written):
    def carry_out(sheet, _):
        fill(sheet)
        sheet.cell(TRADE, HEADS["value"], written)

    path = forms.filled(carry_out)
    out = forms.folder / "saved"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{forms.folder}/profile", "--convert-to", suffix,
         "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    assert taken(forms.collect(out / f"back.{suffix}", "--json")) == MEANT


@pytest.mark.office
def test_a_bad_cell_of_another_format_comes_back_marked_as_xlsx(forms):
    def carry_out(sheet, _):
        fill(sheet)
        sheet.cell(TRADE, HEADS["value"], "很多")
        sheet.cell(GROWTH, HEADS["value"], "=1/0")

    path = forms.filled(carry_out)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{forms.folder}/profile", "--convert-to", "ods",
         "--outdir", str(forms.folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    done = forms.collect(forms.folder / "back.ods", "--annotate", forms.folder / "send")
    assert done.exit_code == 1
    assert "form-formula" in done.output
    marked = load_workbook(forms.folder / "send" / "back.xlsx")
    assert "“很多”不是可识别的数。" in marked["填报"].cell(TRADE, HEADS["value"]).comment.text
    broken = marked["填报"].cell(GROWTH, HEADS["value"])
    assert "#DIV/0!" in broken.comment.text
    marked["填报"].cell(TRADE, HEADS["value"], 12.5)
    broken.value = "4.2%"
    marked.save(forms.folder / "mended.xlsx")
    assert taken(forms.collect(forms.folder / "mended.xlsx", "--json")) == MEANT
