"""Rows and columns that the data give newly or no longer, in workbooks that people edited."""

import io
import re

import pytest
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

from reportgen.build.build import build
from reportgen.excel.workbook_reading import read_finished
from reportgen.living.refresh.refresh import refresh
from reportgen.living.refresh.report import report_text
from reportgen.periods import Period
from tests.excel.soundness import unsound
from tests.living.refresh.test_workbooks import BOOKS, cells, put
from tests.living.refresh.workshop import Workshop, charts, workshop

NEW_ROW = '    { indicator = "trade", area = "CN", period = "2023", label = { en = "All trade, 2023", zh = "货物进出口（2023年）" } },\n'
CHINA = "xl/worksheets/sheet4.xml"


@pytest.fixture
def desk(tmp_path) -> Workshop:
    return workshop(tmp_path)


def redefine(desk: Workshop, *changes: tuple[str, str]) -> None:
    path = desk.pack / "pack.toml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def without(desk: Workshop, label: str) -> None:
    """Take the rows with a label out of the pack's tables."""
    text = (desk.pack / "pack.toml").read_text(encoding="utf-8")
    row = re.search(rf"^    \{{[^\n]*{re.escape(label)}[^\n]*\n", text, re.MULTILINE)
    assert row is not None
    redefine(desk, (row[0], ""))


def before(desk: Workshop, label: str, row: str) -> None:
    """Put a row before the one with a label."""
    text = (desk.pack / "pack.toml").read_text(encoding="utf-8")
    found = re.search(rf"^    \{{[^\n]*{re.escape(label)}[^\n]*\n", text, re.MULTILINE)
    assert found is not None
    redefine(desk, (found[0], row + found[0]))


def names(book):
    return sorted((one.name, one.sheet, one.row, one.column) for one in read_finished(book).figure_cells)


def shown(book):
    """What cells say, with the number formats of those that hold numbers."""
    return {at: (text, formula, form if text.replace(".", "", 1).isdigit() else "")
            for at, (text, formula, form) in cells(book).items()}  # fmt: skip


def beside(row: int, *cells: tuple[str, str]):
    """People write into cells that were empty, at the end of a row."""

    def edit(xml: str) -> str:
        inner = "".join(
            f'<c r="{column}{row}">{value}</c>' if value.startswith("<") else
            f'<c r="{column}{row}" t="inlineStr"><is><t>{value}</t></is></c>'
            for column, value in cells
        )  # fmt: skip
        return re.sub(
            rf'(<row r="{row}"[^>]*>.*?)(</row>)', rf"\g<1>{inner}\g<2>", xml, count=1, flags=re.DOTALL
        )

    return edit


@pytest.mark.long_but_for("zh")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_untouched_workbook_has_the_rows_of_a_new_build(desk, language):
    book = desk.built(BOOKS[language])
    without(desk, "Imports and exports, 2023")
    without(desk, "Exports of intelligent connected new energy vehicles (2027)")
    before(desk, "Imports and exports, 2021", NEW_ROW)
    refreshed, today = desk.refreshed(book), desk.built(BOOKS[language], "today")
    assert shown(refreshed.data) == shown(today)
    assert charts(refreshed.data) == charts(today)
    assert names(refreshed.data) == names(today)
    assert refreshed.report.kept == []
    assert unsound(refreshed.data) == []


def test_what_people_added_follows_the_rows(desk):
    """A column of their own with a formula and a remark, and a sum below: the new row gets the formula, not the remark."""
    book = desk.built(BOOKS["en"])
    own = [beside(row, ("G", f"<f>C{row}*2</f><v>0</v>"), ("H", "checked")) for row in (5, 6, 7)]
    book = desk.edited(book, *own, beside(11, ("G", "<f>SUM(G5:G9)</f>")), part=CHINA)
    before(desk, "Imports and exports, 2021", NEW_ROW)
    refreshed = desk.refreshed(book)
    china = load_workbook(io.BytesIO(refreshed.data))["China"]
    assert [china[f"G{row}"].value for row in (5, 6, 7, 12)] == ["=C5*2", "=C6*2", "=C7*2", "=SUM(G5:G10)"]
    assert [china[f"H{row}"].value for row in (5, 6, 7)] == [None, "checked", "checked"]
    assert china["A5"].value == "All trade, 2023"
    assert refreshed.report.conflicts == []


def test_a_row_that_people_wrote_in_stays_and_is_told(desk):
    book = desk.edited(desk.built(BOOKS["en"]), beside(6, ("G", "ask again")), part=CHINA)
    without(desk, "Imports and exports, 2023")
    refreshed = desk.refreshed(book)
    assert [one.kind for one in refreshed.report.conflicts] == ["gone_row"]
    assert "is no longer made from the data, and was edited by hand" in report_text(refreshed.report, "en")
    assert load_workbook(io.BytesIO(refreshed.data))["China"]["G6"].value == "ask again"


def test_a_formula_that_loses_its_row_is_told(desk):
    book = desk.edited(desk.built(BOOKS["en"]), beside(11, ("G", "<f>C6</f><v>2.38</v>")), part=CHINA)
    without(desk, "Imports and exports, 2023")
    refreshed = desk.refreshed(book)
    assert [(one.kind, one.edited) for one in refreshed.report.conflicts] == [("broken", "=#REF!")]
    assert "counted on a row or column that the data no longer give" in report_text(refreshed.report, "en")


def redesign(desk: Workshop, edit) -> None:
    """The designer edits the template's sheet on China."""
    path = desk.folder / "templates" / "plan-2025-workbook-en.xlsx"
    book = load_workbook(path)
    edit(book["China"])
    book.save(path)


def heads(book) -> list[str]:
    return [cell.value for cell in load_workbook(io.BytesIO(book))["China"][4] if cell.value]


@pytest.mark.long
def test_columns_come_and_go(desk):
    redesign(desk, lambda sheet: None)
    book = desk.edited(desk.built(BOOKS["en"]), beside(5, ("G", "<f>SUM(C5:E5)</f><v>0</v>")), part=CHINA)

    def edit(sheet):
        sheet.delete_cols(4)
        sheet.insert_cols(3)
        for row, text in ((4, "Figure"), (6, "{{ r.label }}: {{ r.level }}")):
            sheet.cell(row, 3).value = text

    redesign(desk, edit)
    refreshed, today = desk.refreshed(book), desk.built(BOOKS["en"], "today").read_bytes()
    assert heads(refreshed.data) == heads(today)
    china = load_workbook(io.BytesIO(refreshed.data))["China"]
    assert china["C5"].value.startswith("Imports and exports, 2021①: 1.92")
    assert china["G5"].value == "=SUM(D5:E5)"
    assert refreshed.report.conflicts == []
    assert names(refreshed.data) == names(today)
    assert {(one.kind, bool(one.after)) for one in refreshed.report.changes if one.kind == "column"} == {("column", True), ("column", False)}  # fmt: skip
    assert unsound(refreshed.data) == []


def test_a_column_that_people_wrote_in_stays_and_is_told(desk):
    redesign(desk, lambda sheet: None)
    book = desk.edited(desk.built(BOOKS["en"]), put("D5", "<v>18.7</v>"), part=CHINA)
    redesign(desk, lambda sheet: sheet.delete_cols(4))
    kinds = [one.kind for one in desk.refreshed(book).report.conflicts]
    assert "gone_column" in kinds


@pytest.mark.long
def test_sheets_and_charts_that_cannot_be_carried_are_told(desk):
    redesign(desk, lambda sheet: None)
    book = desk.built(BOOKS["en"])

    def edit(sheet):
        sheet.parent.create_sheet("More")["A1"] = "{{ cbec_trade.at('2021') }}"
        del sheet.parent["Findings"]
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=3, min_row=4, max_row=6), titles_from_data=True)
        sheet.add_chart(chart, "H4")

    redesign(desk, edit)
    report = desk.refreshed(book).report
    assert {(one.kind, one.place.sheet) for one in report.conflicts} == {
        ("new_sheet", "More"), ("gone_sheet", "Findings"), ("new_chart", "China"),
    }  # fmt: skip
    for words in (
        "also give the sheet “More”",
        "the sheet “Findings” is no longer",
        "a chart was placed newly",
    ):
        assert words in report_text(report, "en")


@pytest.mark.long
def test_a_workbook_of_last_month_comes_to_this_month(tmp_path):
    desk = workshop(tmp_path, "trade-monthly")
    file = "trade-monthly-workbook-en.xlsx"
    build(desk.pack, output=tmp_path / "old", period=Period.parse("2024-10"))
    build(desk.pack, output=tmp_path / "new")
    refreshed = refresh(tmp_path / "old" / file, desk.pack, period="latest")
    assert shown(refreshed.data) == shown(tmp_path / "new" / file)
    assert charts(refreshed.data) == charts(tmp_path / "new" / file)
    assert names(refreshed.data) == names(tmp_path / "new" / file)
    assert refreshed.report.up_to_date.shown == refreshed.report.up_to_date.all > 250
    assert refreshed.report.conflicts == []
    assert unsound(refreshed.data) == []


@pytest.mark.long
def test_a_page_header_follows_though_people_added_comments(desk):
    def head(sheet):
        sheet.oddHeader.center.text = "Data to {{ pack.cut_off }}"

    redesign(desk, head)
    built = desk.built(BOOKS["en"])
    edited = load_workbook(built)
    edited["China"]["B5"].comment = Comment("Asked again on Monday.", "Li")
    own = desk.folder / "own.xlsx"
    edited.save(own)
    definition = (desk.pack / "pack.toml").read_text("utf-8")
    (dates,) = re.findall(r"(?m)^cut_off = .*\nissue_date = .*", definition)
    redefine(desk, (dates, "cut_off = 2025-12-31"))
    refreshed = refresh(own, desk.pack, original=built)
    china = load_workbook(io.BytesIO(refreshed.data))["China"]

    assert china.oddHeader.center.text == "Data to 31 December 2025"
    assert china["B5"].comment.text == "Asked again on Monday."
    assert refreshed.report.conflicts == []
