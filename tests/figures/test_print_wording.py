"""Reasons and notes in print: no word of datasets, codes, ids or letters of formulas reaches a reader."""

import re

import pytest

from reportgen.figures.presentation import Presentation
from reportgen.figures.print_wording import in_print
from reportgen.kinds import reasons
from reportgen.language import say
from reportgen.messages import Bilingual
from tests.builders import dataset
from tests.figures.made import page, real_data, vocabulary

TOOL_SPEAK = re.compile(
    r"dataset|数据集|formula|公式|\b[A-Z]+_[A-Z_]+\b|\b[a-z]+_[a-z0-9_]+\b|\b(?:CNY|USD|CN-CQ)\b|\b[a-z]+:\w|\b[abcd] (?:is|÷)|the kind\b|类型"
)


def constants():
    return {name: words for name, words in vars(reasons).items() if isinstance(words, Bilingual)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_reason_or_note_of_the_real_data_speaks_of_the_tool(language):
    document = page(real_data(), language)
    said = set()
    for figure in document.catalogue.all():
        said |= {document.reason(figure), document.say_in_print(figure.note)}

    assert len(said) > 20
    assert [text for text in said if TOOL_SPEAK.search(text)] == []


@pytest.mark.parametrize("name", constants())
def test_nor_does_any_reason_that_the_catalogue_can_give(name):
    said = in_print(constants()[name], real_data())

    assert not TOOL_SPEAK.search(said.en)
    assert not TOOL_SPEAK.search(said.zh)


def test_the_series_beside_which_a_reason_stands_is_not_named_again():
    sales = vocabulary(real_data(), "en", "2020")["live_broadcast_sales"].yoy
    assert sales.reason == "The sources used give no figure for 2019."
    sales = vocabulary(real_data(), "zh", "2020")["live_broadcast_sales"].yoy
    assert sales.reason == "所用来源未公布2019年的数值。"


def test_lower_limits_are_said_without_letters_of_a_formula():
    words = vocabulary("exports CN-CQ 2023=>33e9 2023:yoy=>51.9", "en", "2023")
    assert words["exports"].implied_base.reason == (
        "The sources give the underlying figures only as “more than”, so it cannot be told."
    )


def test_units_and_scopes_go_by_their_words():
    data = real_data()
    said = in_print(Bilingual("The units differ (CNY and USD).", "计量单位不同（CNY与USD）。"), data)
    assert (said.en, said.zh) == ("The units differ (yuan and US dollars).", "计量单位不同（元与美元）。")
    rate = in_print(Bilingual("They imply 7.18 yuan per USD.", "1USD合7.18元。"), data)
    assert (rate.en, rate.zh) == ("They imply 7.18 yuan per US dollar.", "1美元合7.18元。")
    scoped = in_print(Bilingual("The other follows MUNICIPAL_LEVEL.", "另一数据为MUNICIPAL_LEVEL。"), data)
    assert (scoped.en, scoped.zh) == ("The other follows “Municipal level”.", "另一数据为“市级”。")


def test_the_analyst_still_reads_the_dataset_in_the_figure_itself():
    document = Presentation(page(dataset("exports CN-CQ 2021=1.0e9")).catalogue, "en")
    figure = document.catalogue.get("exports/CN-CQ/2020/level")
    assert say(figure.reason, "en").startswith("The dataset has no level of")
    assert document.reason(figure) == "The sources used give no figure for 2020."
