"""The appendix: sources by number, every figure used with words or formula, findings that concern them."""

from reportgen.content import Bookmark, Number, SourceMark
from reportgen.figures.appendix import concerning, figures_table, findings_table, sources_table
from reportgen.findings import Finding, Severity
from reportgen.language import language
from reportgen.messages import Bilingual
from tests.figures.made import real_data, vocabulary

PLAN = 'cbec_trade CN-CQ 2021=32.21e9 "reached 32.21 billion yuan" 2025:target:2021=>70e9 "s2|exceed 70 billion yuan"'


def texts(table):
    return [[str(cell.content) for cell in row.cells] for row in table.rows]


def finding(*subjects):
    words = Bilingual("It does not add up.", "数据不符。")
    return Finding("some-code", Severity.WARNING, words, Bilingual("Look.", "请核对。"), subjects=subjects)


def test_every_figure_used_stands_with_value_words_or_formula_and_source():
    words = vocabulary(PLAN)
    words["cbec_trade"].target.completion.content()
    rows = texts(figures_table(words.document))

    assert rows[0] == [
        "cbec trade, CN-CQ: completion of target", "2021", "46.0%",
        "a ÷ b × 100; a: cbec trade, CN-CQ, 2021: 32.21 billion yuan; "
        "b: cbec trade, CN-CQ: target, 2025: more than 70 billion yuan", "[1-2]", rows[0][5],
    ]  # fmt: skip
    assert rows[1][:5] == [
        "cbec trade, CN-CQ",
        "2021",
        "32.21 billion yuan",
        "“reached 32.21 billion yuan”",
        "[1]",
    ]
    assert rows[2][2:5] == ["more than 70 billion yuan", "“exceed 70 billion yuan”", "[2]"]


def test_source_marks_lead_to_the_entries_of_the_list():
    words = vocabulary(PLAN)
    mark = words["cbec_trade"].mark.content()
    entry = sources_table(words.document).rows[0].cells[0].content

    assert isinstance(mark, SourceMark)
    assert isinstance(entry, Bookmark)
    assert (mark.anchor, entry.anchor, entry.text) == ("source_1", "source_1", "[1]")


def test_findings_concern_what_is_shown_and_what_it_was_computed_from():
    words = vocabulary(PLAN)
    words["cbec_trade"].target.gap.content()
    about_input, about_target, other = (
        finding("cbec_trade_CN-CQ_2021"),
        finding("cbec_trade_2025"),
        finding("exports"),
    )

    assert concerning([about_input, about_target, other], words.document) == [about_input, about_target]


def test_findings_are_a_table_in_the_language_of_the_document():
    findings = (finding("cbec_trade_CN-CQ_2021"),)
    words = vocabulary(PLAN, "zh", findings=findings)
    words["cbec_trade"].content()

    assert texts(findings_table(words.document, findings)) == [["警告", "数据不符。", "请核对。", ""]]
    assert [str(item) for item in words["发现"]] == ["数据不符。请核对。"]


def test_what_has_no_number_is_not_a_figure_used():
    words = vocabulary("exports CN-CQ 2020=1e9 2021=9e9 2021:break", tables={"t": {"rows": ["exports"]}})
    words["tables"].t.content()

    assert [row[2] for row in texts(figures_table(words.document))] == ["9 billion yuan"]


def test_the_real_pack_lists_all_that_its_target_rests_on():
    words = vocabulary(real_data(), "zh", "2021")
    words["跨境电商进出口"].目标.进展.content()

    assert [row[2] for row in texts(figures_table(words.document))][:3] == [
        "322.1亿元",
        "63.3%",
        "44.7个百分点",
    ]
    assert len(texts(sources_table(words.document))) == 3


def test_two_inputs_of_one_indicator_in_two_units_are_told_apart():
    for spoken, evidence in (
        ("en", "a ÷ b; a: Online retail sales, Chongqing, 2020: 135.05 billion yuan; "
         "b: Online retail sales, Chongqing, 2020: about 21 billion US dollars"),
        ("zh", "a ÷ b；a：重庆市网上零售额，2020年：1350.5亿元；b：重庆市网上零售额，2020年：约210亿美元"),
    ):  # fmt: skip
        words = vocabulary(real_data(), spoken, "2020")
        words["online_retail"].exchange_rate.content()

        assert texts(figures_table(words.document))[0][3] == evidence


def test_the_values_of_inputs_are_figures_with_keys_of_their_own():
    words = vocabulary(PLAN)
    words["cbec_trade"].target.gap.content()
    parts = figures_table(words.document).rows[0].cells[3].content.parts

    shown = [words.figure_of(part.key).id.kind.value for part in parts if isinstance(part, Number)]
    assert shown == ["level", "target"]


# ---- short, and none ------------------------------------------------------------------------------------------

TWO = PLAN + "\nexports CN-CQ 2020=10e9 2021=12e9"
TABLES = {"t": {"title": "Two years", "kind": "series", "periods": ["2020", "2021"], "rows": ["exports"]}}
CHARTS = {"c": {"title": "Trend", "periods": ["2020", "2021"], "series": ["exports"]}}


def shown(appendix, spoken="en"):
    """A page that says one figure in its text, and shows a table and a chart."""
    words = vocabulary(TWO, spoken, tables=TABLES, charts=CHARTS)
    words.document.appendix = appendix
    words["cbec_trade"].target.completion.content()
    words["tables"].t.content()
    words["charts"].c.content()
    return words.document


def test_a_short_appendix_has_the_figures_of_the_text_and_tables_and_charts_as_ranges():
    rows = texts(figures_table(shown("short")))
    assert [row[0] for row in rows] == [
        "cbec trade, CN-CQ: completion of target",
        "Table: Two years",
        "Figure: Trend",
    ]
    assert rows[0][5] == ""
    assert rows[1][1:5] == ["2020 to 2021", "2 figures", "", "[1]"]
    zh = texts(figures_table(shown("short", "zh")))
    assert zh[1][:3] == ["表：Two years", "2020年至2021年", "2个数据"]
    assert len(texts(figures_table(shown("full")))) > 4
    assert texts(figures_table(shown("none"))) == []


def test_a_short_appendix_gives_a_formula_with_the_values_of_its_letters():
    assert (
        texts(figures_table(shown("short")))[0][3]
        == "a ÷ b × 100; a = 32.21 billion yuan; b = more than 70 billion yuan"
    )
    assert texts(figures_table(shown("short", "zh")))[0][3] == "a ÷ b × 100；a = 322.1亿元；b = 超过700亿元"


def test_findings_of_one_code_stand_together_with_their_number_and_their_remedy_once():
    subject = "cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025"
    alike = [finding(subject), finding(subject).with_(what=Bilingual("Another one.", "另一处不符。"))]
    full = texts(findings_table(shown("full"), alike))
    assert [row[:3] for row in full] == [
        ["warning (2)", language("en").what(alike[0]), language("en").remedy(alike[0])],
        ["", "Another one.", "As above."],
    ]
    short = texts(findings_table(shown("short"), alike))
    assert [row[:2] for row in short] == [
        ["warning (2)", f"{language('en').what(alike[0])} There is one more like it."]
    ]
    assert texts(findings_table(shown("short", "zh"), alike))[0][0] == "警告（2项）"


def test_findings_in_a_short_appendix_are_of_codes_that_concern_the_text_and_are_no_notes():
    about = finding("cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025")
    about_input, about_table = finding("cbec_trade_CN-CQ_2021"), finding("exports_CN-CQ_2021")
    note = about.with_(severity=Severity.NOTE)
    other_of_table = Finding("other-code", Severity.WARNING, subjects=about_table.subjects)
    given = [about, about_input, about_table, note, other_of_table]
    assert concerning(given, shown("full")) == given
    assert concerning(given, shown("short")) == [about, about_table]
    assert concerning(given, shown("none")) == []


def test_what_is_about_a_period_not_over_at_the_cut_off_date_is_no_matter_of_the_document_unless_shown():
    words = vocabulary(
        "cbec_trade CN-CQ 2021=32.21e9 2023=20e9 2024=30e9", period="2021"
    )  # cut-off: 31 March 2024
    words["cbec_trade"].content()
    of_2023 = finding("cbec_trade_CN-CQ_2021", "cbec_trade_CN-CQ_2023")
    of_2024 = finding("cbec_trade_CN-CQ_2021", "cbec_trade_CN-CQ_2024")
    assert concerning([of_2023, of_2024], words.document) == [of_2023]

    words["cbec_trade"].at("2024").content()
    assert concerning([of_2023, of_2024], words.document) == [of_2023, of_2024]


def test_an_implied_base_stands_under_the_period_that_it_is_of():
    growth = "exports CN-CQ 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9"
    for appendix in ("short", "full"):
        words = vocabulary(growth, "en", "2022-01--2022-05")
        words.document.appendix = appendix
        implied = words["exports"].implied_base
        implied.content()
        assert texts(figures_table(words.document))[0][:3] == [
            "exports, CN-CQ: implied base",
            "Jan–May 2021",
            "10.48 billion yuan",
        ]
        assert implied.period_label == "January–May 2021"


def test_a_period_is_marked_where_it_is_inferred_and_says_which_part_of_a_year_holds_what_is_there():
    for code, period, zones, entities in (
        ("en", "2024", "early 2024 (inferred)", "2023 (inferred)"),
        ("zh", "2024", "2024年初（推定）", "2023年（推定）"),
    ):
        words = vocabulary(real_data(), code, period)  # cut-off: 31 March 2024
        words["cbec_demo_zones"].content()
        words["cbec_entities"].area("CN").at("2023").content()
        words["exports"].at("2023").content()
        rows = texts(figures_table(words.document))
        assert [row[1] for row in rows[:2]] == [zones, entities]
        assert rows[2][1] == {"en": "2023", "zh": "2023年"}[code]
        assert words["cbec_demo_zones"].period_label == {"en": "early 2024", "zh": "2024年初"}[code]
