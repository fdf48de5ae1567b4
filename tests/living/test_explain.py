"""Explaining a figure from a pack, and from a finished document alone."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.build.build import build
from reportgen.cli import main
from reportgen.dataset import write_folder
from reportgen.errors import ReportgenError
from reportgen.language import language
from reportgen.living.explain import candidates, explain, explanation_text
from reportgen.living.lineage_sources import open_lineage
from tests.builders import dataset
from tests.commands import run
from tests.living.refresh.workshop import months

PLAN = Path(__file__).parents[2] / "examples" / "plan-2025"
DONE = "cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("explain")
    build(PLAN, output=folder / "with")
    build(PLAN, output=folder / "without", lineage=False, languages=["en"])
    return folder


@pytest.fixture
def brief(folder):
    return folder / "with" / "plan-2025-brief-zh.docx"


def test_a_document_explains_a_figure_as_its_pack_does(brief):
    of_document, of_pack = explain(open_lineage(brief), DONE), explain(open_lineage(PLAN), DONE)

    assert of_document.record == of_pack.record
    assert [part.record for part in of_document.inputs] == [part.record for part in of_pack.inputs]
    assert of_document.sources == of_pack.sources
    assert [language("en").sentence(one) for one in of_document.findings] == [
        language("en").sentence(one) for one in of_pack.findings
    ]


def test_a_workbook_explains_too(folder):
    explanation = explain(open_lineage(folder / "with" / "plan-2025-workbook-en.xlsx"), DONE)

    assert explanation.record["formula"] == "a ÷ b × 100"
    assert explanation.inputs[0].record["display_en"] == "32.21 billion yuan"


def test_a_number_as_shown_leads_to_its_figure(brief):
    assert [figure.id for figure in candidates(open_lineage(brief), "46.0%")] == [DONE]


def test_a_number_that_several_figures_show_lists_them(brief):
    found = [figure.id for figure in candidates(open_lineage(brief), "5个")]

    assert len(found) == 2
    assert "cbec_demo_zones/CN-CQ/2024/level" in found


def test_a_rounder_number_leads_there_too(brief):
    assert "cbec_trade/CN-CQ/2021/level" in [f.id for f in candidates(open_lineage(brief), "322亿元")]


def test_the_tree_names_source_words_and_findings(brief):
    text = explanation_text(explain(open_lineage(brief), DONE), "zh")

    assert "“in 2021, the city’s cross-border e-commerce reached 32.21 billion yuan”——" in text
    assert "，iChongqing [ichongqing_plan_2025]" in text
    assert "公式：a ÷ b × 100" in text
    assert "  a = 322.1亿元" in text
    assert "目标“cbec_trade_2025”未采用最新数值" in text


def test_a_number_that_no_figure_shows_is_said_to_be_none(brief):
    with pytest.raises(ReportgenError, match=r"No figure shows '99\.9%'"):
        candidates(open_lineage(brief), "99.9%")


def test_a_document_without_lineage_says_what_to_do(folder):
    with pytest.raises(ReportgenError, match=r"carries no lineage.*give the pack"):
        open_lineage(folder / "without" / "plan-2025-brief-en.docx")


def test_ids_of_a_document_complete_in_the_shell(brief):
    done = CliRunner().invoke(
        main,
        env={
            "_REPORTGEN_COMPLETE": "bash_complete",
            "COMP_WORDS": f"reportgen explain {brief} cbec_trade/CN-CQ/2021/target_c",
            "COMP_CWORD": "3",
        },
        prog_name="reportgen",
    )

    assert DONE in done.output


# ---- asked for by place, by a number below zero, all of them -------------------------------------------------


def explained(*arguments, language="en"):
    return run("explain", *arguments, language=language)


@pytest.fixture
def workbook(folder):
    return folder / "with" / "plan-2025-workbook-en.xlsx"


def cell_of(workbook, figure_id):
    lineage = open_lineage(workbook)
    key = lineage.figure(figure_id).key
    place = next(one.place for one in lineage.places if one.key == key)
    return place.sheet, f"{place.column}{place.row}"


def test_a_cell_leads_to_its_figure(workbook):
    sheet, address = cell_of(workbook, DONE)

    for asked in (
        f"{sheet}!{address}",
        f"'{sheet}'!{address.lower()}",
        f"{sheet.upper()}!${address[0]}${address[1:]}",
    ):
        said = explained(workbook, asked)
        assert said.exit_code == 0
        assert said.output.startswith("46.0%  Cross-border e-commerce imports and exports, Chongqing")
        assert f"stands at: plan-2025-workbook-en.xlsx, sheet {sheet}, cell {address}: 46" in said.output


def test_a_cell_without_a_figure_says_so(workbook):
    said = explained(workbook, "Nowhere!B8")

    assert said.exit_code == 2
    assert "No figure stands in Nowhere!B8" in said.output


@pytest.mark.parametrize("asked", ["paragraph 6", "第6段", "¶6"])
def test_a_paragraph_leads_to_all_its_figures(brief, asked):
    said = explained(brief, asked, language="zh").output

    heads = [line.split("  ")[0] for line in said.splitlines() if line and not line.startswith(" ")]
    assert heads == ["322.1亿元", "46.0%"]


def test_a_paragraph_without_figures_says_so(brief):
    assert "No figure stands in paragraph 1;" in explained(brief, "paragraph 1").output


@pytest.mark.long_but_for("-4.3")
@pytest.mark.parametrize("asked", ["-4.3%", "−4.3%"])
def test_a_number_below_zero_is_no_option(tmp_path, asked):
    data = PLAN.parents[1] / "data" / "customs-2024"
    listed = json.loads(explained(data, "-11.5%", "--json").output)

    assert all(one["value"].startswith("-11.5") for one in listed.get("candidates", [listed]))
    assert "No such option" not in explained(data, asked).output


def test_a_number_below_zero_is_known_with_either_sign(tmp_path):
    document = open_lineage(months() / "11" / "trade-monthly-brief-en.docx")

    assert [one.id for one in candidates(document, "\u22122.4")] == [
        one.id for one in candidates(document, "-2.4")
    ]


def test_all_of_a_document_are_explained_with_their_places(brief):
    listed = json.loads(explained(brief, "--all", "--json").output)["figures"]

    assert len(listed) == len(list(open_lineage(brief).figures()))
    done = next(one for one in listed if one["id"] == DONE)
    assert done["places"][0]["written"] == "46.0%"
    assert done["places"][0]["paragraph"] == 6


def test_a_point_of_a_chart_is_a_place(brief):
    listed = json.loads(explained(brief, "cbec_trade/CN-CQ/2020/level", "--json").output)

    drawn = [one for one in listed["places"] if one["text"].endswith("，2020年")]
    assert [(one["written"], one["paragraph"]) for one in drawn] == [("78.1", 124)]


def test_nothing_or_two_things_asked_for_are_usage_errors(brief):
    assert "ID" in explained(brief).output
    assert explained(brief).exit_code == 2
    assert explained(brief, DONE, "--all").exit_code == 2


def test_inputs_beyond_the_letters_have_names_of_their_own(tmp_path):
    parts = [f"exports D{number:02d} 2023={number}.0e8" for number in range(1, 31)]
    districts = {f"D{number:02d}": {"parent": "CQ"} for number in range(1, 31)}
    write_folder(
        dataset(*parts, indicators={"exports": {"additive": ("areas",)}}, areas={"CQ": {}, **districts}),
        tmp_path,
    )
    said = explained(tmp_path, "exports/CQ/2023/sum:areas").output

    assert " { = " not in said
    assert " a1 = " in said
    assert " d1 = " in said
