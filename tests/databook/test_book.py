"""The data book as a reader opens it: sheets, links, tables, print set-up, properties, the same bytes every time."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from reportgen.content import Chart, ChartSeries, TableColumn
from reportgen.databook import make_databook
from reportgen.dataset import read
from reportgen.findings import Finding, Place, Severity
from reportgen.kinds import Catalogue
from reportgen.messages import Bilingual
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import quoted
from tests.builders import dataset
from tests.databook.books import (
    CREATED,
    DATA,
    REFUSED,
    about,
    book,
    head_row,
    opened,
    real_book,
    row_of,
    rows_of,
    small_table,
)

SHEETS = {
    "en": ["Cover", "Notes", "Progress to target", "Completion chart", "Chart 1", "Chart 2",
           "Series over time", "Growth calculations", "Other calculations", "Target calculations", "Data", "Target data", "Sources",
           "Findings"],
    "zh": ["封面", "说明", "目标进度", "完成率图", "图1", "图2", "历年走势", "增长测算", "其他测算", "目标测算", "数据",
           "目标数据", "资料来源", "核查发现"],
}  # fmt: skip
GAPS = {
    **{key: ["B8", "C8"] for key in ("Chart 1", "图1")},
    "Series over time": ["C12"],
    "历年走势": ["C10"],
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@LANGUAGES
def test_the_sheets_speak_the_language_of_the_pack(language):
    assert opened(real_book(language)).sheetnames == SHEETS[language]


@pytest.mark.long_but_for("zh")
@LANGUAGES
def test_the_validator_finds_nothing(language, ooxml_validator):
    assert ooxml_validator(real_book(language), "book.xlsx") == []


@LANGUAGES
def test_the_contents_lead_to_every_sheet_and_every_sheet_leads_back(language):
    cover, *others = opened(real_book(language)).worksheets
    targets = [cell.hyperlink.location for (cell,) in cover.iter_rows(max_col=1) if cell.hyperlink]
    assert [target.partition("!")[0].strip("'") for target in targets] == [sheet.title for sheet in others]
    assert {sheet["A3"].hyperlink.location for sheet in others} == {f"{quoted(cover.title)}!A1"}


@LANGUAGES
def test_every_sheet_has_one_table_with_filters_frozen_heads_and_no_merged_or_empty_rows(language):
    for sheet in opened(real_book(language)).worksheets[1:]:
        (table,) = sheet.tables.values()
        assert table.autoFilter is not None
        assert sheet.freeze_panes[1:] == str(head_row(sheet) + 1)
        assert not sheet.merged_cells.ranges
        for row in sheet[table.ref]:
            assert any(cell.value is not None for cell in row), (sheet.title, row[0].coordinate)


@LANGUAGES
def test_no_cell_of_a_table_is_left_blank_but_the_gaps_of_a_chart(language):
    for sheet in opened(real_book(language)).worksheets[1:]:
        (table,) = sheet.tables.values()
        blank = [cell.coordinate for row in sheet[table.ref] for cell in row if cell.value in (None, "")]
        assert blank == GAPS.get(sheet.title, []), sheet.title


@LANGUAGES
def test_every_sheet_prints_on_a4_with_title_head_and_page_number(language):
    for sheet in opened(real_book(language)).worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape" or len(list(sheet.iter_rows())) > 25
        is_fitted = sheet.sheet_properties.pageSetUpPr.fitToPage
        assert is_fitted or sheet.page_setup.scale >= 65
        assert sheet.oddFooter.center.text.count("&P") == 1
        assert sheet.oddHeader.right.text
        if sheet.title not in ("Cover", "封面"):
            assert sheet.print_title_rows == "${0}:${0}".format(head_row(sheet))


def test_a_title_that_begins_with_a_year_or_holds_an_ampersand_prints_whole(soffice_pdf):
    said = about("en", title="2020 imports & exports", issuer="3 offices")
    page = soffice_pdf(
        make_databook(said, CREATED, Catalogue(dataset("trade CN-CQ 2021=30e9"))), "book.xlsx"
    ).texts[1]
    assert "2020 imports & exports – data book" in page
    assert "3 offices" in page


@LANGUAGES
def test_it_opens_on_the_cover_and_tells_who_made_it_and_when(language):
    workbook = opened(real_book(language))
    assert workbook.active is workbook.worksheets[0]
    assert workbook.properties.creator == ("商务委员会" if language == "zh" else "Commission of Commerce")
    assert workbook.properties.created == datetime(2024, 3, 31, 12, tzinfo=UTC).replace(tzinfo=None)
    assert workbook.properties.created == workbook.properties.modified


@LANGUAGES
def test_the_same_figures_give_the_same_bytes(language):
    assert book(language) == book(language)


def test_tables_and_charts_have_alternative_texts():
    package = Package.open(real_book("en"))
    tables = [package.read(name).decode() for name in package.names() if name.startswith("xl/tables/")]
    drawings = [
        package.read(name).decode() for name in package.names() if name.startswith("xl/drawings/drawing")
    ]
    assert all('altText="' in table and 'altTextSummary="' in table for table in tables)
    assert any('descr="What the trend shows"' in drawing for drawing in drawings)
    assert all('descr="' in drawing for drawing in drawings)


def test_chinese_sheets_use_chinese_fonts_and_english_ones_do_not():
    assert {"等线", "黑体"} <= {font.name for font in opened(real_book("zh"))._fonts}
    assert {font.name for font in opened(real_book("en"))._fonts} == {"Arial"}


def test_charts_are_native_and_drawn_from_the_cells_beside_them():
    package = Package.open(real_book("zh"))
    trend = package.read("xl/charts/chart2.xml").decode()
    assert "'图1'!$B$6:$B$8" in trend
    assert "<c:barChart>" in trend
    assert "<c:lineChart>" in trend
    assert 'a:ea typeface="等线"' in trend
    assert not [name for name in package.names() if "media" in name]


def test_a_chart_shows_the_qualifier_in_its_cells_too():
    series = ChartSeries("Exports", (Decimal(33),), number_format="0", formats=('">"0',))
    chart = Chart("exports", "column", "Exports", ("2023",), (series,), "billion yuan")
    data = book("en", "exports CN-CQ 2023=>33e9", charts=[chart])
    assert opened(data)["Chart 1"]["B5"].number_format == '">"0'


def test_a_text_that_looks_like_a_formula_stays_a_text():
    words = Bilingual("=1+1", "@SUM(A1)")
    data = book("en", findings=[Finding("odd", Severity.NOTE, words, Bilingual("-2", "+3"))])
    sheet = opened(data)["Findings"]
    assert (sheet["C5"].value, sheet["C5"].data_type) == ("=1+1", "s")
    assert (sheet["D5"].value, sheet["D5"].data_type) == ("-2", "s")


def test_findings_stand_gravest_first_with_sign_and_word():
    what = Bilingual("Something.", "有问题。")
    findings = [
        Finding("small", Severity.NOTE, what, what),
        Finding("grave", Severity.ERROR, what, what, Place("observations.csv", row=3, column="value")),
    ]
    data = book("zh", findings=findings)
    assert [row["级别"] for row in rows_of(data, "核查发现")] == ["× 错误", "○ 提示"]
    assert rows_of(data, "核查发现")[0]["位置"] == "observations.csv，第3行，value列"


def test_a_book_without_findings_says_so():
    (row,) = rows_of(book("en"), "Findings")
    assert row["What was found"] == "Nothing was found."


def test_a_book_without_targets_has_no_sheets_for_them():
    assert opened(book("en", "trade CN-CQ 2021=30e9")).sheetnames == [
        "Cover", "Notes", "Data", "Sources", "Findings"]  # fmt: skip


def test_sources_are_numbered_as_the_marks_of_the_pack_number_them():
    lines = 'trade CN-CQ 2021=30e9 "s1|30 billion" 2022=40e9 "s2|40 billion"'
    assert [row["Code"] for row in rows_of(book("en", lines, sources=["s2", "s1"]), "Sources")] == [
        "s2",
        "s1",
    ]
    assert [row["Code"] for row in rows_of(book("en", lines), "Sources")] == ["s1", "s2"]


def test_two_tables_of_one_name_get_names_of_their_own():
    data = book("en", tables=[small_table("en"), small_table("en")])
    names = [table.name for sheet in opened(data) for table in sheet.tables.values()]
    assert len(names) == len({name.casefold() for name in names})


def test_a_refused_figure_shows_its_reason_and_no_number():
    data = book("en", REFUSED, figures=["cbec_trade/CN-CQ/2021/growth_computed"])
    row = row_of(data, "Growth calculations", "Figure id", "cbec_trade/CN-CQ/2021/growth_computed")
    assert (row["Result"], row["Rounded"], row["Comparable"]) == ("…", "…", "× no")
    assert "breaks in 2021" in row["Reason"]
    assert row["In the pack"] == "● yes"
    assert (row["a"], row["b"]) == (32210000000, 7810000000)


@pytest.mark.long
@LANGUAGES
def test_every_sheet_comes_out_on_paper_with_its_title(language, soffice_pdf):
    pages = soffice_pdf(real_book(language), "book.xlsx")
    for sheet in opened(real_book(language)).worksheets[1:]:
        assert "".join(sheet["A1"].value.split()) in "".join(pages.text.split())
    assert "###" not in pages.text
    assert ("Page 1 of" if language == "en" else "第 1 页，共") in pages.texts[0]


@pytest.mark.parametrize(
    ("language", "sheet", "printed"),
    [
        ("en", "Data", ["2023", "Jan 2024", "Jan–Feb 2024", "Feb 2024", "Q1 2024", "Mar 2024", "2024"]),
        (
            "zh",
            "数据",
            ["2023年", "2024年1月", "2024年1—2月", "2024年2月", "2024年一季度", "2024年3月", "2024年"],
        ),
    ],
)
def test_data_are_printed_with_periods_in_words_and_as_time_goes(language, sheet, printed):
    """A code sorts 2024-Q1 after 2024-12, and 2024 before 2024-01: it stands beyond the print area."""
    data = "trade CN-CQ 2024=7 2024-Q1=3 2024-01=1 2024-01--2024-02=2 2024-02=1 2024-03=1 2023=6"
    shown = opened(make_databook(about(language), CREATED, Catalogue(dataset(data))))[sheet]
    heads, *rows = [[cell.value for cell in row] for row in shown[next(iter(shown.tables.values())).ref]]
    period, code = ("Period", "Period (code)") if language == "en" else ("时期", "时期（代码）")
    assert [row[heads.index(period)] for row in rows] == printed
    assert [row[heads.index(code)] for row in rows] == [
        "2023", "2024-01", "2024-01--2024-02", "2024-02", "2024-Q1", "2024-03", "2024",
    ]  # fmt: skip


def test_a_book_of_what_is_used_tells_of_what_it_holds_and_of_no_more():
    """The gap of a target rests on a level that two articles state and a target that two do, one of them the same."""
    figures, _ = read(DATA)
    gap = "cbec_trade/CN-CQ/2021/target_gap@cbec_trade_2025"
    data = make_databook(about("en"), CREATED, Catalogue(figures), figures=[gap], everything=False)
    cover = [row[:2] for row in opened(data)["Cover"].iter_rows(values_only=True)]
    counted = dict(cover[cover.index(("In this book", None)) + 1 :][:4])
    assert counted == {"Indicators with data": 1, "Observations": 1, "Targets": 1, "Sources": 3}
    carried = {row["Code"]: row["Statements it carries"] for row in rows_of(data, "Sources")}
    assert carried == {"chongqing_three_new": 1, "ichongqing_2022_forum": 1, "ichongqing_plan_2025": 2}


@pytest.mark.parametrize(
    ("head", "unit", "written"),
    [
        ("客户数", "户", "客户数（户）"),  # 户 is in the word, and is no unit there
        ("出口额（现价）", "亿元", "出口额（现价）（亿元）"),
        ("出口额（亿元区，现价）", "亿元", "出口额（亿元区，现价）（亿元）"),
        (
            "出口额（亿元，现价）",
            "亿元",
            "出口额（亿元，现价）（亿元）",
        ),  # whoever words a head leaves the unit to its column, as in Word
        ("位次", "", "位次"),
    ],
)
def test_a_columns_unit_is_behind_its_head_whatever_that_says(head, unit, written):
    columns = (TableColumn("what", "指标"), TableColumn("value", head, unit, "number"))
    data = book("zh", tables=[small_table("zh", columns=columns)])
    sheet = opened(data)["表1"]
    assert "".join(sheet.cell(head_row(sheet), 2).value.split()) == written
