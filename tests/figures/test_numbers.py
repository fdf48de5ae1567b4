"""A figure as text: units, qualifiers, precision, missing values, in both languages."""

from decimal import Decimal

import pytest

from reportgen.figures.numbers import IN_CELL, NumberStyle, common_power, display, show
from reportgen.language.contract import RankWords
from reportgen.language.en import quantities
from reportgen.messages import Bilingual
from reportgen.style import Style
from tests.builders import dataset
from tests.figures.made import figure


@pytest.mark.parametrize(
    ("value", "precision", "unit", "en", "zh"),
    [
        ("32210000000", 7, "CNY", "32.21 billion yuan", "322.1亿元"),
        ("7810000000", 7, "CNY", "7.81 billion yuan", "78.1亿元"),
        ("32200000000", 7, "CNY", "32.20 billion yuan", "322.0亿元"),
        ("135050000000", 7, "CNY", "135.05 billion yuan", "1350.5亿元"),
        ("1350050000000", 7, "CNY", "1,350.05 billion yuan", "13500.5亿元"),
        ("2380000000000", 10, "CNY", "2.38 trillion yuan", "2.38万亿元"),
        ("3000000000000", 12, "CNY", "3 trillion yuan", "3万亿元"),
        ("470000000000", 9, "CNY", "470 billion yuan", "4700亿元"),
        ("120000000", 6, "CNY", "120 million yuan", "1.2亿元"),
        ("6400000", 5, "CNY", "6.4 million yuan", "640万元"),
        ("174000000", 6, "USD", "174 million US dollars", "1.74亿美元"),
        ("150000", 0, "USD", "150,000 US dollars", "15万美元"),
        ("-5300000000", 7, "CNY", "-5.30 billion yuan", "-53.0亿元"),
        ("63.3", -1, "percent", "63.3%", "63.3%"),
        ("13.05", -2, "percent", "13.05%", "13.05%"),
        ("44", 0, "percent", "44%", "44%"),
        ("1.49", -2, "percentage_points", "1.49 percentage points", "1.49个百分点"),
        ("39", 0, "times", "39 times", "39倍"),
        ("6.4021", -2, "CNY_per_USD", "6.40 yuan per US dollar", "6.40元/美元"),
        ("366", 0, "tonne", "366 tonnes", "366吨"),
        ("1", 0, "rank", "1st", "第1位"),
        ("12", 0, "rank", "12th", "第12位"),
    ],
)
def test_each_language_writes_the_same_rounded_value_in_its_own_unit(value, precision, unit, en, zh):
    made = figure(value, precision, unit)

    assert display(made, "en") == en
    assert display(made, "zh") == zh


@pytest.mark.parametrize(
    ("place", "in_text", "in_cell", "zh_text", "zh_cell"),
    [
        ("1", "first", "1st", "第一位", "第1位"),
        ("10", "tenth", "10th", "第十位", "第10位"),
        ("11", "11th", "11th", "第11位", "第11位"),
    ],
)
def test_a_low_rank_is_said_in_words_in_sentences_and_in_digits_elsewhere(
    place, in_text, in_cell, zh_text, zh_cell
):
    made = figure(place, 0, "rank")
    for language, words, digits in (("en", in_text, in_cell), ("zh", zh_text, zh_cell)):
        assert show(made, language, style=NumberStyle(in_words=True)).text == words
        assert show(made, language).text == digits
        assert show(made, language, style=NumberStyle(in_words=True)).value == int(place)


@pytest.mark.parametrize(("language", "shown_as"), [("en", '0"rd"'), ("zh", '"第"0"位"')])
def test_a_cell_with_a_rank_shows_its_own_number(language, shown_as):
    made = show(figure("3", 0, "rank"), language)
    assert (made.value, made.number_format) == (3, shown_as)


def test_the_words_around_a_rank_may_hold_its_digits(monkeypatch):
    monkeypatch.setattr(
        quantities, "rank", lambda place, among, in_words: RankWords("Q3 no. ", str(place), " of 31")
    )
    made = show(figure("3", 0, "rank"), "en")
    assert (made.text, made.number_format) == ("Q3 no. 3 of 31", '"Q3 no. "0" of 31"')


@pytest.mark.parametrize(
    ("value", "precision", "en", "zh"),
    [
        ("9300", 0, "9,300 firms", "9300家"),
        ("650000", 0, "650,000 firms", "65万家"),
        ("30000", 0, "30,000 firms", "3万家"),
        ("184000", 0, "184,000 firms", "18.4万家"),
        ("1827000", 3, "1.827 million firms", "182.7万家"),
        ("590000000", 7, "590 million firms", "5.9亿家"),
        ("12345", 0, "12,345 firms", "12345家"),
        ("1", 0, "1 firm", "1家"),
        ("0", 0, "0 firms", "0家"),
    ],
)
def test_counts_carry_their_counter_word_and_wan_where_it_is_exact(value, precision, en, zh):
    data = dataset("firms(count) CN-CQ 2021=1", indicators={"firms": {"counter": Bilingual("firms", "家")}})
    made = figure(value, precision, "count", id="firms/CN-CQ/2021/level")

    assert display(made, "en", data) == en
    assert display(made, "zh", data) == zh


@pytest.mark.parametrize(
    ("qualifier", "en", "zh", "cell_en", "cell_zh"),
    [
        ("gt", "more than 33 billion yuan", "超过330亿元", ">33", ">330"),
        ("ge", "at least 33 billion yuan", "不低于330亿元", "≥33", "≥330"),
        ("lt", "less than 33 billion yuan", "不足330亿元", "<33", "<330"),
        ("le", "at most 33 billion yuan", "不超过330亿元", "≤33", "≤330"),
        ("almost", "nearly 33 billion yuan", "近330亿元", "nearly 33", "近330"),
        ("about", "about 33 billion yuan", "约330亿元", "≈33", "≈330"),
    ],
)
def test_qualifiers_are_words_in_text_and_signs_in_cells(qualifier, en, zh, cell_en, cell_zh):
    made = figure("33000000000", 9, qualifier=qualifier)

    assert (display(made, "en"), display(made, "zh")) == (en, zh)
    assert show(made, "en", style=NumberStyle(9, with_unit=False, compact=True)).text == cell_en
    assert show(made, "zh", style=NumberStyle(8, with_unit=False, compact=True)).text == cell_zh


def test_a_computed_bound_is_said_like_a_qualifier():
    more = figure("21724818960", 8, bound="lower")
    less = figure("0.8403", -1, "percent", bound="upper")

    assert (display(more, "en"), display(more, "zh")) == ("more than 21.7 billion yuan", "超过217亿元")
    assert (display(less, "en"), display(less, "zh")) == (
        "less than 0.9%",
        "不足0.9%",
    )  # rounded so that it stays true


def test_fifth_or_better_is_among_the_top_five():
    made = figure("5", 0, "rank", qualifier="le")

    assert (display(made, "en"), display(made, "zh")) == ("top 5", "前5位")


@pytest.mark.parametrize("value", ["32205000000", "32214999999"])
def test_a_value_is_rounded_once_half_up(value):
    assert display(figure(value), "en") == "32.21 billion yuan"
    assert display(figure(value), "zh") == "322.1亿元"


def test_rounding_may_carry_into_the_next_unit():
    assert display(figure("999996000000"), "en") == "1,000.00 billion yuan"
    assert display(figure("9999.96", -1, "percent"), "en") == "10,000.0%"
    assert display(figure("999600000", 6), "en") == "1.000 billion yuan"


def test_a_figure_without_a_number_is_an_ellipsis():
    for made in (figure(None), figure("5", bound="none")):
        shown = show(made, "zh")
        assert (shown.text, shown.value, shown.key) == ("…", None, made.key)


def test_less_than_half_a_unit_prints_as_zero_in_that_unit():
    assert display(figure("0.04", -1, "percent"), "en") == "0.0%"
    assert display(figure("3000000", 7), "zh") == "0.0亿元"


def test_the_cell_holds_the_rounded_number_and_its_format_shows_the_text():
    shown = show(
        figure("33000000000", 9, qualifier="gt"), "zh", style=NumberStyle(8, with_unit=False, compact=True)
    )

    assert shown.value == Decimal(330)
    assert shown.number_format == '">"0'
    assert show(figure("63.3", -1, "percent"), "en", style=IN_CELL).number_format == "#,##0.0"
    assert show(figure("32210000000"), "en").number_format == '#,##0.00" billion yuan"'


def test_a_sign_is_shown_on_request_and_left_to_the_words_otherwise():
    fall = figure("-5.25", -1, "percent")

    assert show(fall, "en", style=NumberStyle(signed=True)).text == "-5.3%"
    assert show(figure("5.25", -1, "percent"), "en", style=NumberStyle(signed=True)).text == "+5.3%"
    assert show(fall, "en", style=NumberStyle(magnitude=True)).text == "5.3%"


def test_more_than_minus_five_is_less_than_five_down():
    made = figure("-5", -1, "percent", bound="lower")

    assert show(made, "en", style=NumberStyle(magnitude=True)).text == "less than 5.0%"


def test_a_column_takes_the_largest_unit_that_suits_all_its_numbers():
    levels = [figure("135050000000"), figure("7810000000")]

    assert (common_power(levels, "en"), common_power(levels, "zh")) == (9, 8)
    assert common_power([*levels, figure("2000000", 6)], "en") is None


def test_a_pack_may_want_more_decimals_of_what_is_computed_but_not_of_what_was_written():
    computed = figure("46.0142857", -1, "percent")
    written = figure("63.3", -1, "percent", observation="obs")
    style = NumberStyle(percent_decimals=2)

    assert show(computed, "en", style=style).text == "46.01%"
    assert show(written, "en", style=style).text == "63.3%"


def test_signs_and_rounding_are_the_packs_choice():
    style = NumberStyle(signs=Style(missing="n/a", rounding="half_even"))

    assert show(figure(None), "en", style=style).text == "n/a"
    assert show(figure("2.5", 0, "percent"), "en", style=style).text == "2%"
    assert show(figure("2.5", 0, "percent"), "en").text == "3%"
