"""Tables fitted to paper: few pages, no word or number cut, rows as tall as their texts."""

from decimal import Decimal

import pytest

from reportgen.content import Number, Table, TableCell, TableColumn, TableRow
from reportgen.databook.book_cells import Count, SheetColumn, SheetTable, Text
from reportgen.databook.fitting import (
    COLUMN_MARGIN,
    LANDSCAPE,
    SCALES,
    UPRIGHT,
    Fit,
    fitted,
    head_lines,
    row_height,
)
from reportgen.display_width import line_count
from tests.databook.books import REFUSED, book, opened, row_of, rows_of

DIGIT = 6.1
SENTENCE = "2021 cannot be compared with 2020, because the series breaks in 2021. "


def long_table(rows=60, *, narrow=9.0):
    columns = (
        SheetColumn("Key", narrow),
        SheetColumn("What was found", narrow),
        SheetColumn("Value", narrow, "number"),
    )
    body = tuple(
        (Text(f"key{number}"), Text(SENTENCE * (1 + number % 3)), Count(Decimal(2_380_000_000_000), "#,##0"))
        for number in range(rows)
    )
    return SheetTable("long", columns, body)


def test_a_long_table_gets_the_widths_that_need_fewest_pages():
    fit = fitted(long_table(), DIGIT, 50)
    grid, pages = fit.grid, fit.pages
    key, found, value = (column.width for column in grid.columns)
    assert pages == 2
    assert found > 80 > 3 * key
    assert value >= len("2,380,000,000,000")
    assert sum(DIGIT * width + COLUMN_MARGIN for width in (key, found, value)) <= LANDSCAPE.width / SCALES[-1]


def test_a_table_that_fits_one_page_stays_as_it_is():
    grid = long_table(3, narrow=30.0)
    assert fitted(grid, DIGIT, 50) == Fit(grid, 1)


def test_a_long_table_of_short_texts_stands_upright():
    """60 rows of 15 points are 900: at 64% a page and a quarter lying (787), one upright (1171)."""
    rows = tuple((Text(f"key{number}"), Text("short")) for number in range(60))
    fit = fitted(SheetTable("tall", (SheetColumn("Key", 9), SheetColumn("What", 9)), rows), DIGIT, 40)
    assert (fit.pages, fit.page) == (1, UPRIGHT)


def test_a_head_stays_on_one_line_where_there_is_room():
    """``来源号`` and its button are 9 digits; what is left of the page goes to it."""
    columns = (SheetColumn("来源号", 6), SheetColumn("地区", 12))
    rows = tuple((Text("1"), Text("重庆市")) for _ in range(90))
    grid = fitted(SheetTable("data", columns, rows), DIGIT, 50).grid
    assert grid.columns[0].width >= 10


def test_a_table_broader_than_a_page_says_so():
    columns = tuple(SheetColumn(f"a{number}", 20) for number in range(20))
    row = tuple(Text("w" * 24) for _ in columns)
    assert fitted(SheetTable("broad", columns, (row,)), DIGIT, 50).pages == 0


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 9, 1),
        ("one two", 9, 1),
        ("one two three", 9, 2),
        ("a\nb", 9, 2),
        ("w" * 30, 10, 5),
        ("重庆市出口额", 6, 2),
    ],
)
def test_lines_are_counted_as_they_break(text, room, lines):
    assert line_count(text, room) == lines


def test_a_row_is_as_tall_as_its_tallest_text_and_chinese_lines_are_taller():
    columns = [SheetColumn("a", 12), SheetColumn("b", 12)]
    assert row_height(["one", "one two three four"], columns) == 29.25
    assert row_height(["一", "one"], columns) == 16.75


@pytest.mark.parametrize(
    ("head", "width", "written"),
    [
        ("出口额（亿元）", 20, "出口额（亿元）"),
        ("出口额（亿元）", 12, "出口额\n（亿元）"),
        ("Exports (billion yuan)", 18, "Exports\n(billion yuan)"),
        ("Exports of zone(s)", 9, "Exports of zone(s)"),
        ("贸易(货物)差额（亿元）", 14, "贸易(货物)差额\n（亿元）"),
    ],
)
def test_a_head_is_parted_before_its_unit_only(head, width, written):
    assert head_lines(head, width) == written


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_head_of_a_data_book_breaks_within_its_brackets(soffice_pdf, language):
    """Columns as narrow as their unit; left alone, Chinese breaks anywhere: 出口额（亿 / 元）."""
    head, unit = ("进出口额", "百分点") if language == "zh" else ("Trade", "percentage points")
    columns = (
        TableColumn("label", "Zone"),
        *(TableColumn(f"c{at}", head + "甲乙丙"[at], unit, "number") for at in range(3)),
    )
    row = TableRow((TableCell("A"), *(TableCell(Number("2.9", value=Decimal("2.9"))) for _ in range(3))))
    table = Table("units", "Units", columns, (row,), language=language)
    text = soffice_pdf(book(language, tables=[table]), "book.xlsx").text
    assert text.count(f"（{unit}）" if language == "zh" else f"({unit})") == 3


def test_reasons_are_numbered_notes_said_once():
    data = book("en", REFUSED, figures=["cbec_trade/CN-CQ/2021/growth_computed"])
    row = row_of(data, "Growth calculations", "Figure id", "cbec_trade/CN-CQ/2021/growth_computed")
    notes = {note["Subject"]: note["Explanation"] for note in rows_of(data, "Notes")}
    assert notes[row["Note"]] == row["Reason"]
    reasons = [text for subject, text in notes.items() if subject.startswith("Note ")]
    assert len(reasons) == len(set(reasons))


def test_a_book_of_what_is_used_has_one_sheet_of_calculations():
    figure = "trade/CN-CQ/2021/growth_computed"
    data = book("en", "trade CN-CQ 2020=7.81e9 2021=32.21e9", figures=[figure], everything=False)
    assert opened(data).sheetnames == ["Cover", "Notes", "Calculations", "Data", "Sources", "Findings"]
    assert row_of(data, "Calculations", "Figure id", figure)["As printed"] == "312.4%"
