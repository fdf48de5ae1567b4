"""Statements without numbers: of the figures' period and unit in page margins and notes, and against a figure's own direction."""

import pytest

from reportgen.findings import Place, Severity
from reportgen.living.audit import audit
from reportgen.living.audit.backing import Backing
from reportgen.living.audit.statements import OwnStatements
from tests.living.audit.planted import PLAN_EN, PLAN_ZH
from tests.living.audit.planted_unseen import headed
from tests.living.audit.word_editing import EditedDocument


@pytest.mark.parametrize(
    "text",
    [
        "All figures: January–November 2024, preliminary",
        "All amounts in million dollars",
        "Growth rates are against 2018.",
        "（本简报金额单位均为亿美元）",
        "以下数据均为2023年1—11月",
    ],
)
def test_a_text_beside_the_pages_that_says_what_the_figures_are_of_is_found(text):
    assert [one.code for one in _of(text)] == ["claim-unbacked"]


@pytest.mark.parametrize(
    "text",
    [
        "Draft of 3 May 2026 for internal discussion",
        "Please check the figures with the office.",
        "内部资料 注意保存",
        "数据待核",
    ],
)
def test_a_text_beside_the_pages_without_a_period_or_a_unit_of_figures_is_none(text):
    assert _of(text) == []


@pytest.mark.parametrize("part", ["word/header9.xml", "word/headerEd.xml", "word/top.xml"])
def test_a_page_header_is_known_whatever_its_file_is_called(part, built, tmp_path):
    document = EditedDocument((built / PLAN_EN).read_bytes())
    headed("All figures: January–November 2024, preliminary", part)(document)

    assert [one.code for one in _findings(document, tmp_path)] == ["claim-unbacked"]


@pytest.mark.parametrize(
    ("name", "below", "text"),
    [
        (PLAN_EN, "short of the target", "The target for cross-border e-commerce was met ahead of schedule."),
        (PLAN_ZH, "高于全国平均水平44.7", "2021年，重庆市跨境电商进出口额有所下降。"),
    ],
)
def test_a_statement_against_every_figure_that_it_is_about_is_found(name, below, text, built, tmp_path):
    document = EditedDocument((built / name).read_bytes())
    document.add_paragraph(text, document.paragraph(below))

    assert [one.code for one in _findings(document, tmp_path)] == ["word-against-sign"]


@pytest.mark.parametrize(
    ("name", "below", "text"),
    [
        (PLAN_EN, "short of the target", "The target for cross-border e-commerce will take some years."),
        (PLAN_ZH, "高于全国平均水平44.7", "2021年，重庆市跨境电商进出口额有所增长。"),
    ],
)
def test_a_statement_that_the_figures_bear_out_is_none(name, below, text, built, tmp_path):
    document = EditedDocument((built / name).read_bytes())
    document.add_paragraph(text, document.paragraph(below))

    assert _findings(document, tmp_path) == []


def _of(text: str):
    return list(OwnStatements(Backing("en", {})).check(Place("brief.docx"), text, around=True))


def _findings(document: EditedDocument, folder):
    path = folder / "brief.docx"
    path.write_bytes(document.save())
    return [one for one in audit(path).findings if one.severity is not Severity.NOTE]
