"""What each finding of an audit says, in both languages."""

from decimal import Decimal

import pytest

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Place
from reportgen.language import language
from reportgen.living.audit.codes import SEVERITIES, found, found_of_figure, found_unbacked
from reportgen.living.audit.figure_judgement import FigureText, judge
from reportgen.messages import Message, Multilingual
from reportgen.ooxml.charts.axis_scales import Trait, axis_scale
from reportgen.periods import Period
from reportgen.style import Style

HERE = Place(file="brief.docx", paragraph=3)
NAME = Multilingual("Cross-border trade, Chongqing", "重庆市跨境电商交易额")
LEVEL = FigureRecord(
    "cbec_trade/CN-CQ/2021/level", "frxnqk2juu", Decimal("32210000000"), "CNY", 7,
    Multilingual("32.21 billion yuan", "322.1亿元"), NAME, NAME,
)  # fmt: skip
EMPTY = FigureRecord(
    "cbec_trade/CN-CQ/2020/level", "faaaaaaaaa", None, "CNY", 7, Multilingual("", ""), NAME, NAME
)
OF_EN, OF_ZH = "Cross-border trade, Chongqing, 2021.", "重庆市跨境电商交易额，2021年。"
POINT = {"series_name": "Trade", "category": "2021", "text": Decimal("33.21"), "expected": Decimal("32.21")}

OF_FIGURE = {
    "figure-retyped": ({"text": "33"}, "“33” stands where the data say 32.21 billion yuan: ", "此处写“33”，而数据为322.1亿元："),
    "figure-unit": ({"text": "32.21 tons"}, "“32.21 tons” has another unit than the figure, which is 32.21 billion yuan: ",
                    "“32.21 tons”的单位与数据不符，数据为322.1亿元："),
    "figure-rounding": ({"text": "32.3"}, "“32.3” is not 32.21 billion yuan rounded half up: ", "“32.3”不是322.1亿元四舍五入的结果："),
    "figure-without-number": ({"text": "much"}, "“much” stands where 32.21 billion yuan should: ", "此处写“much”，应为322.1亿元："),
    "percent-for-points": ({"text": "4%"}, "“4%” says percent of a difference in percentage points, 32.21 billion yuan: ",
                           "“4%”用了百分号，而该差额应以百分点表示，即322.1亿元："),
    "points-for-percent": ({"text": "4 points"}, "“4 points” says percentage points of a percentage, 32.21 billion yuan: ",
                           "“4 points”用了百分点，而该数为百分数，即322.1亿元："),
    "qualifier-lost": ({"text": "20"}, "“20” has lost its qualifier: the data say 32.21 billion yuan: ", "“20”丢失了限定词，数据为322.1亿元："),
    "qualifier-not-backed": ({"text": "20", "words": "over"}, "“over” before “20” is more than the data say, 32.21 billion yuan: ",
                             "“20”前的“over”超出了数据所述（322.1亿元）："),
    "word-against-sign": ({"text": "5%", "words": "fell"}, "“fell” stands beside 5%, but the figure points the other way (32.21 billion yuan): ",
                          "“fell”与数字5%的方向相反（322.1亿元）："),
    "number-as-text": ({"text": "32.21"}, "“32.21” is stored as text: formulas and charts do not count it: ", "“32.21”以文本形式存储，公式和图表不会计入："),
    "figure-about-another": ({"text": "32.21"}, "“32.21” equals the figure 32.21 billion yuan, which is about something else: ",
                             "“32.21”与322.1亿元相同，但后者说的是另一件事："),
    "figure-vanished": ({}, "32.21 billion yuan no longer stands in the text after this place: ", "此处之后原有的322.1亿元已不在文中："),
    "figure-removed": ({}, "32.21 billion yuan was taken out after this place, and still stands elsewhere: ",
                       "此处之后的322.1亿元已删去，文中别处仍有："),
    "figure-unlinked": ({}, "32.21 billion yuan stands here as plain text: its link to the data is lost: ",
                        "322.1亿元已成普通文字，与数据的关联丢失："),
    "figure-revised": ({"text": "33 billion yuan"}, "32.21 billion yuan here; the dataset now says 33 billion yuan: ",
                       "此处为322.1亿元，数据集现为33 billion yuan："),
    "figure-gone": ({}, "32.21 billion yuan here; the dataset has no such figure any more: ", "此处为322.1亿元，数据集已无此数："),
}  # fmt: skip
OTHERS = {
    "row-vanished": ({"row": "2020", "expected": ("7.81", "5%"), "more": True}, "The row “2020” is gone from the table, and with it 7.81, 5% ….",
                     "表中“2020”一行已被删除，其中有7.81、5%……。"),
    "unknown-figure": ({"text": "5%", "key": "faaaaaaaaa"}, "“5%” is marked as a figure that this document's lineage does not know (faaaaaaaaa).",
                       "“5%”标为数据，但文档的沿袭信息中没有它（faaaaaaaaa）。"),
    "sum-of-parts": ({"sum": Decimal("40.02"), "text": "40.12", "column": "Billion yuan"},
                     "The parts add up to 40.02, and the total says 40.12 (column “Billion yuan”).", "各分项之和为40.02，合计却为40.12（“Billion yuan”列）。"),
    "part-above-whole": ({"part": "of which B2C", "text": "28", "whole": "20", "column": ""},
                         "“of which B2C” (28) is more than the whole it belongs to, 20.", "其中项“of which B2C”（28）大于总体20。"),
    "chart-against-workbook": (POINT, "The chart shows 33.21 for “Trade”, 2021; the workbook behind it says 32.21.",
                               "图中“Trade”2021为33.21，其内嵌工作簿为32.21。"),
    "chart-against-cells": (POINT, "The chart shows 33.21 for “Trade”, 2021; its cell says 32.21.", "图中“Trade”2021为33.21，对应单元格为32.21。"),
    "chart-against-text": (POINT, "The chart shows 33.21 for “Trade”, 2021, where 32.21 was drawn from the data.",
                           "图中“Trade”2021为33.21，而据数据绘制的是32.21。"),
    "chart-vanished": ({"count": 2}, "A chart of 2 that the document was built with is gone.", "文档生成时有2个图表，现已缺少。"),
    "chart-axis-changed": ({"built": (), "now": (axis_scale(low="400"), Trait("ooxml.point-unseen", point=2))},
        "The chart is drawn otherwise: then as usual, now with an axis from 400 and point 2 without a colour.",
        "图表的画法已改动：原为默认，现为坐标轴自400起、第2个数据点无颜色。"),
    "chart-words-changed": ({"built": "2021", "now": ""}, "The words of the chart changed: “2021” to nothing.", "图表的文字已改动：“2021”改为（无）。"),
    "formula-changed": ({"built": "C7-D7", "now": "C7-D8"}, "The formula was C7-D7 when the workbook was built, and is C7-D8 now.",
                        "生成时公式为C7-D7，现为C7-D8。"),
    "format-changed": ({"built": "0.00", "now": "0%"}, "The number is shown by the format 0%, which says something else than 0.00 did.",
                       "该数字现以格式0%显示，与原格式0.00的含义不同。"),
    "formula-overwritten": ({"text": "40"}, "The formula was overwritten by 40.", "公式已被常数40覆盖。"),
    "number-retyped": ({"text": "8", "expected": Decimal("7.81")}, "The cell held 7.81 when the workbook was built, and says 8 now.",
                       "生成时该单元格为7.81，现为8。"),
    "changed-since-released": ({"date": Period.parse("2024-04-02")}, "The document has changed since released on 2 April 2024.", "文档在2024年4月2日发布后已有改动。"),
    "words-changed": ({"built": "In 2021", "now": "In 2022"}, "The words changed: “In 2021” to “In 2022”.",
                      "表述已改动：“In 2021”改为“In 2022”。"),
    "words-gone": ({"built": "Note"}, "“Note” was here when the document was built, and is gone.", "生成时此处有“Note”，现已缺少。"),
    "claim-unbacked": ({"text": "Customs agree"}, "“Customs agree” was typed by hand, and no figure says it.",
                       "“Customs agree”为人工加入，没有数据能够说明。"),
    "look-changed": ({"text": "32.21", "look": Message("living.look-struck")}, "“32.21” is struck through; when the document was built it was not so.",
                     "“32.21”已加删除线，生成时并非如此。"),
    "lines-hidden": ({"lines": ("7", "E"), "count": 2}, "7 and E of this sheet were not hidden when the workbook was built.",
                     "生成时该表页未隐藏7和E，现已隐藏。"),
    "dataset-newer": ({"count": 1}, "The dataset has changed since the document was built; 1 of its figures are affected.",
                      "文档生成后数据集已有改动，涉及其中1个数字。"),
}  # fmt: skip


@pytest.mark.parametrize("code", OF_FIGURE)
def test_a_finding_of_a_figure_says_what_is_there_and_what_should_be(code):
    parameters, en, zh = OF_FIGURE[code]
    finding = found_of_figure(code, HERE, LEVEL, **parameters)

    assert (language("en").what(finding), language("zh").what(finding)) == (en + OF_EN, zh + OF_ZH)
    assert language("en").remedy(finding).endswith(".")
    assert language("zh").remedy(finding).endswith("。")


@pytest.mark.parametrize("code", OTHERS)
def test_a_finding_of_a_row_a_table_or_a_chart_says_so(code):
    parameters, en, zh = OTHERS[code]
    finding = found(code, HERE, **parameters)

    assert (language("en").what(finding), language("zh").what(finding)) == (en, zh)


def test_unbacked_number_names_the_figure_that_may_be_meant():
    alone, near = found_unbacked(HERE, "33.2 billion", None), found_unbacked(HERE, "33.2 billion", LEVEL)

    assert alone.code == "unbacked-number"
    assert language("en").what(alone) == "No figure backs “33.2 billion”."
    assert (
        language("zh").what(near)
        == "“33.2 billion”没有数据支持，最接近的是322.1亿元（重庆市跨境电商交易额）。"
    )


def test_a_figure_without_a_number_is_said_to_have_none():
    assert "where the data say no number" in language("en").what(
        found_of_figure("figure-retyped", HERE, EMPTY, text="5")
    )


def test_every_code_of_the_audit_is_in_this_file():
    assert set(SEVERITIES) == {*OF_FIGURE, *OTHERS, "unbacked-number"}


def test_a_sign_of_the_pack_stands_for_no_number_though_it_has_a_digit():
    shown = FigureText("n/a 1", "", "", True, None)

    assert judge(shown, EMPTY, Style(missing="n/a 1")) is None
    assert judge(shown, EMPTY, Style()).code == "figure-retyped"
