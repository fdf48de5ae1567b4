"""Reasons and notes in print: no word of datasets, codes, ids or letters of formulas reaches a reader."""

import re

import pytest

from reportgen.calculations.comparability import ComputedSide, compare
from reportgen.dataset.records import Series
from reportgen.kinds import Catalogue, reasons
from reportgen.language import language, languages
from reportgen.messages import UNSAID, Bilingual, Message, Reason
from reportgen.periods import Period
from tests.builders import dataset
from tests.figures.made import page, real_data, vocabulary

TOOL_SPEAK = re.compile(
    r"dataset|数据集|formula|公式|\b[A-Z]+_[A-Z_]+\b|\b[a-z]+_[a-z0-9_]+\b|\b(?:CNY|USD|CN-CQ)\b|\b[a-z]+:\w|\b[abcd] (?:is|÷)|the kind\b|类型"
)
CONSTANTS = {name: words for name, words in vars(reasons).items() if isinstance(words, Reason)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_reason_or_note_of_the_real_data_speaks_of_the_tool(language):
    document = page(real_data(), language)
    said = set()
    for figure in document.catalogue.all():
        said |= {document.reason(figure), document.sentence_of(figure.note)}

    assert len(said) > 20
    assert [text for text in said if TOOL_SPEAK.search(text)] == []


@pytest.mark.parametrize("name", CONSTANTS)
def test_nor_does_any_reason_that_the_kinds_can_give(name):
    for code in languages():
        assert not TOOL_SPEAK.search(language(code).say_sentence(CONSTANTS[name], in_print=True))


def test_the_series_beside_which_a_reason_stands_is_not_named_again():
    sales = vocabulary(real_data(), "en", "2020")["live_broadcast_sales"].yoy
    assert sales.reason == "The sources used give no figure for 2019."
    sales = vocabulary(real_data(), "zh", "2020")["live_broadcast_sales"].yoy
    assert sales.reason == "所用来源未公布2019年的数值。"


def test_lower_limits_are_said_without_letters_of_a_formula():
    words = vocabulary("exports CN-CQ 2023=>33e9 2023:yoy=>51.9", "en", "2023")
    assert words["exports"].implied_base.reason == (
        "The sources give both the level and the growth only as “more than”, so no base can be computed."
    )


def side(unit="CNY", scopes=()):
    return ComputedSide(Series("exports", "CN-CQ"), Period.parse("2021"), unit, scopes)


def test_units_go_by_their_words():
    reason = compare(side("CNY"), side("USD"), ()).reason
    assert language("en").say_sentence(reason) == "The units differ (CNY and USD)."
    assert language("en").say_sentence(reason, in_print=True) == "The units differ (yuan and US dollars)."
    assert language("zh").say_sentence(reason, in_print=True) == "计量单位不同（元与美元）。"


def test_scopes_go_by_their_labels():
    reason = compare(side(scopes=("MUNICIPAL_LEVEL",)), side(scopes=("LOCALLY_MADE",)), ()).reason
    named = reasons.labelled(reason, real_data())
    assert (
        language("en").say_sentence(named)
        == "The statistical scopes differ (MUNICIPAL_LEVEL and LOCALLY_MADE)."
    )
    assert language("en").say_sentence(named, in_print=True) == (
        "The statistical scopes differ (“Municipal level” and “Made in the area”)."
    )
    assert language("zh").say_sentence(named, in_print=True) == "统计口径不同（“市级”与“本地制造”）。"


def test_a_figure_names_the_labels_of_scopes_in_its_reason():
    data = dataset(
        "exports CN-CQ 2020=1.0e9[narrow] 2021=2.0e9[wide]",
        codes={("scope", "narrow"): None, ("scope", "wide"): None},
    )
    figure = Catalogue(data).get("exports/CN-CQ/2021/growth_computed")
    assert all(scope.label != UNSAID for name in ("one", "other") for scope in figure.reason[name])


def test_the_analyst_still_reads_the_dataset_in_the_figure_itself():
    document = page(dataset("exports CN-CQ 2021=1.0e9"))
    figure = document.catalogue.get("exports/CN-CQ/2020/level")
    assert language("en").say_sentence(figure.reason) == (
        "The dataset has no level of “exports, CN-CQ” for 2020."
    )
    assert language("zh").say_sentence(figure.reason) == "数据集中没有2020年CN-CQ“出口”的数值。"
    assert document.reason(figure) == "The sources used give no figure for 2020."


def test_notes_follow_each_other_each_as_a_sentence():
    both = reasons.notes(Message("kinds.threshold-about"), UNSAID, reasons.NOTHING_TO_MEASURE)
    assert language("en").say_sentence(both) == (
        "Taken at the number that the plan gives as “about”. The dataset has no figure to measure the target on."
    )
    assert language("zh").say_sentence(both) == "按规划所称“约”数计算。数据集中没有可用于衡量该目标的数据。"
    assert reasons.notes(UNSAID, UNSAID) == UNSAID


def test_why_later_figures_are_set_aside_is_said_in_sentences_of_their_own():
    data = dataset("cbec_trade CN-CQ 2021=32.21e9 2022-01--2022-05=20e9 2025:target:2021=>70e9")
    note = Catalogue(data).target_basis("cbec_trade_2025").note
    assert language("en").say_sentence(note, in_print=True) == (
        "Measured on the figure for 2021; what is later was not used: January–May 2022 covers five months, the target a "
        "whole year."
    )


def test_a_reason_knows_whether_more_data_could_change_it():
    data = dataset("cbec_trade CN-CQ 2021=80e9 2020=1e9 2025:target:2020=>70e9")
    catalogue = Catalogue(data)
    reached = catalogue.get("cbec_trade/CN-CQ/2021/target_required_growth@cbec_trade_2025")
    absent = catalogue.get("cbec_trade/CN-CQ/2019/level")
    assert reached.is_settled
    assert not absent.is_settled
    assert not catalogue.get("cbec_trade/CN-CQ/2021/level").is_settled


def test_every_settled_reason_is_one_that_a_language_has_words_for():
    said = {"since": Period.parse("2024-03-15"), "words": Bilingual("full employment", "充分就业")}
    for code in reasons.SETTLED:
        assert language("en").say_sentence(Reason(code, **said))
        assert language("zh").say_sentence(Reason(code, **said))
