"""The page as HTML: what is in it, what is never in it, what stops it."""

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from reportgen.living.page.page import page_of
from tests.commands import run
from tests.living.refresh.workshop import marked, typed_over, workshop

EXAMPLES = Path(__file__).parents[3] / "examples"
PLAN = EXAMPLES / "plan-2025"
DONE = "cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return workshop(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def brief(desk):
    return read(page_of(desk.built("plan-2025-brief-en.docx")).html)


@pytest.fixture(scope="module")
def pack():
    return read(page_of(PLAN, "zh").html)


def read(page):
    return lxml_html.fromstring(page)


def entry(page, figure_id):
    return next(one for one in page.find_class("entry") if one.findtext(".//code") == figure_id)


def chart_points(page):
    return [cell for chart in page.find_class("chart") for cell in chart.iter("td") if said(cell)]


def said(element):
    return " ".join(element.text_content().split())


def test_every_figure_of_the_text_leads_to_an_entry(desk, brief):
    ids = {one.get("id") for one in brief.iter() if one.get("id")}
    links = brief.find_class("document")[0].find_class("figure")

    marks, points = marked(desk.built("plan-2025-brief-en.docx")), len(chart_points(brief))
    assert (len(links), points) == (marks + points, 8)
    assert all(one.get("href")[1:] in ids for one in brief.iter("a") if one.get("href").startswith("#"))
    assert [one.text for one in links[:3]] == ["32.21 billion yuan", "46.0%", "19.79 billion yuan"]


def test_every_point_of_a_chart_leads_to_an_entry_and_reads_as_the_chart_shows_it(brief):
    points = chart_points(brief)

    assert len(brief.find_class("chart")) == 2
    assert [said(one) for one in points] == [
        "100",
        "32.21",
        "70",
        "20",
        "7.81",
        "32.21",
        "19.79",
        "20.00",
    ]
    assert all(len(one.find_class("figure")) == 1 for one in points)


def table_with(page, *heads):
    return next(
        one
        for one in page.iter("table")
        if [said(cell) for cell in one.iter("th")][: len(heads)] == list(heads)
    )


def test_numbers_of_tables_stand_at_the_right_and_so_do_their_heads(brief):
    progress = table_with(brief, "Indicator", "Unit", "Target", "Latest comparable figure")
    heads, *rows = progress.iter("tr")
    sides = [None, None, "number", "number", None, "number", "number"]
    assert [cell.get("class") for cell in heads] == sides
    assert [[cell.get("class") for cell in row] for row in rows] == [sides] * 8


def test_periods_formulas_and_source_marks_stand_at_the_left(brief):
    used = table_with(brief, "Figure", "Period", "Value")
    assert [cell.get("class") for cell in used.find("tr")] == [None, None, "number", None, None]
    completion = next(row for row in used.iter("tr") if "a ÷ b × 100; a = 32.21 billion yuan" in said(row))
    assert [cell.get("class") for cell in completion] == [None, None, "number", None, None]


def test_a_table_s_title_is_marked_and_a_sentence_above_one_is_not(brief):
    titles = [said(one) for one in brief.find_class("caption")]
    assert titles[0] == "Table 1 Targets for 2025 and where they stand"
    assert not any(one.startswith("Each figure of the text is listed once") for one in titles)


def test_a_head_of_two_rows_has_one_cell_where_nothing_stands_below():
    page = read(page_of(EXAMPLES / "trade-monthly", "en").html)
    first, second = list(table_with(page, "Indicator", "Whole year").iter("tr"))[:2]
    assert [(said(cell), cell.get("rowspan"), cell.get("colspan")) for cell in first] == [
        ("Indicator", "2", None), ("Whole year", None, "2"), ("December alone", None, "2"),
    ]  # fmt: skip
    assert [said(cell) for cell in second] == [
        "Level(billion yuan)", "Growth year on year (%)", "Level(billion yuan)", "Growth on the month before (%)",
    ]  # fmt: skip


def test_a_title_on_a_sheet_runs_on_over_the_empty_cells_beside_it(pack):
    sheet = pack.find_class("sheet")[0]
    rows = [[(said(cell), cell.get("colspan")) for cell in row] for row in sheet.iter("tr")]
    assert rows[1] == [("1", None), ("贸易统计处（示例）", "5")]
    assert next([text for text, _ in row] for row in rows if row[0][0] == "7") == [
        "7",
        "主要数据",
        "数值",
        "单位",
        "时期",
        "来源",
    ]


def test_a_tab_is_a_gap(brief):
    line = next(
        one
        for one in brief.iter("p")
        if "Data to 31 March 2024" in said(one) and "No. 2 of 2024" in said(one)
    )
    assert "18 April 2024\u2003Data to" in line.text_content()


def test_ids_are_unique(brief, pack):
    for page in (brief, pack):
        ids = [one.get("id") for one in page.iter() if one.get("id")]
        assert len(ids) == len(set(ids))


def test_an_entry_has_formula_inputs_rounding_findings_and_places(brief):
    text = said(entry(brief, DONE))

    assert "formula: a ÷ b × 100" in text
    assert "rounded half up to 1 decimal" in text
    assert "a = 32.21 billion yuan" in text
    assert "note: targets.csv, cbec_trade_2025" in text
    assert "plan-2025-brief-en.docx, paragraph 7" in text


def test_a_published_figure_has_its_source_s_own_words(brief):
    quotes = [said(one) for one in entry(brief, "cbec_trade/CN-CQ/2021/level").iter("blockquote")]

    assert any(
        "in 2021, the city’s cross-border e-commerce reached 32.21 billion yuan" in one for one in quotes
    )


def test_a_pack_s_page_is_in_the_language_asked_for_with_its_workbook(pack):
    assert pack.get("lang") == "zh-CN"
    assert [one.text for one in pack.find_class("file")] == [
        "plan-2025-brief-zh.docx",
        "plan-2025-workbook-zh.xlsx",
    ]
    assert pack.findtext(".//h1") == "重庆市外贸新业态新模式2025年目标进展"
    assert "公式：a ÷ b × 100" in said(entry(pack, DONE))
    assert len(pack.find_class("document")[1].find_class("figure")) > 20


def test_a_source_is_named_in_the_page_s_language(brief, pack):
    cited = "Chongqing Cross-border E-commerce Consumption Rank 1st in Western China"
    assert f"XINYI LI, {cited}, iChongqing, 24 July 2022" in [
        said(one) for one in entry(brief, "cbec_trade/CN-CQ/2021/level").iter("cite")
    ]
    assert f"XINYI LI，{cited}，iChongqing，2022年7月24日" in [
        said(one) for one in entry(pack, "cbec_trade/CN-CQ/2021/level").iter("cite")
    ]


def test_sources_and_findings_are_listed_by_themselves(brief):
    assert len(brief.get_element_by_id("sources").xpath("./ul/li")) == 5
    assert "target-without-observation" not in said(brief.get_element_by_id("findings"))
    assert "Nothing comparable is observed" in said(brief.get_element_by_id("findings"))
    assert said(brief.get_element_by_id("revisions")).endswith("No figure is preliminary or was revised.")


def test_nothing_is_asked_for_from_outside(desk):
    page = page_of(desk.built("plan-2025-brief-en.docx")).html

    assert "default-src 'none'" in page
    assert not re.search(r"<(link|img|iframe|script src|base)\b", page)
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|import\(", page)
    assert "style=" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


def test_what_people_typed_over_is_said(desk):
    edited = desk.edited(desk.built("plan-2025-brief-en.docx"), typed_over("46.0%", "47.0%"))
    page = read(page_of(edited).html)

    assert [one.text for one in page.find_class("changed") if one.tag == "a"] == ["47.0%"]
    assert "47.0% (when built: 46.0%)" in said(entry(page, DONE))


def test_words_that_look_like_html_are_words(desk):
    edited = desk.edited(
        desk.built("plan-2025-brief-en.docx"), typed_over("46.0%", "&lt;script&gt;alert(1)&lt;/script&gt;")
    )
    page = read(page_of(edited).html)

    assert len(list(page.iter("script"))) == 1
    assert "<script>alert(1)</script>" in page.find_class("document")[0].text_content()


def test_a_revised_figure_shows_what_was_published_before(tmp_path):
    desk = workshop(tmp_path)
    first, revised = {"status": "P"}, {"obs_id": "revised", "value": "32.41", "status": "R"}
    quoted = {"subject": "revised", "statement": "32.41 billion yuan"}
    for file, before, after in (("observations.csv", first, revised), ("citations.csv", {}, quoted)):
        rows = [{"status": ""} | row for row in desk._rows(file)]
        old = next(row for row in rows if "cq_cbec_trade_2021" in row.values())
        desk._write(file, [*(row | before if row is old else row for row in rows), old | after])
    page = read(page_of(desk.pack, "en").html)

    assert "32.41 billion yuan" in said(page.get_element_by_id("revisions"))
    assert "(revised)before: 32.21 billion yuan" in said(page.get_element_by_id("revisions"))


def test_a_page_is_written_and_never_over_something_else(desk, tmp_path):
    built = desk.built("plan-2025-brief-en.docx")
    assert run("page", built, "-o", tmp_path / "page.html").exit_code == 0
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")

    refused = run("page", built, "-o", tmp_path / "page.docx")
    assert refused.exit_code == 2
    assert "ends in .html" in refused.output


def test_a_document_without_lineage_says_what_to_do(desk, tmp_path):
    run("release", desk.built("plan-2025-brief-en.docx"), "-o", tmp_path / "bare.docx")
    refused = run("page", tmp_path / "bare.docx", "-o", tmp_path / "page.html")

    assert refused.exit_code == 2
    assert "carries no lineage" in refused.output
    assert not (tmp_path / "page.html").exists()
