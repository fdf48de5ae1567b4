"""Ways to write one number, made from the tables: whatever words a language has, a number is read as it is meant or not at all."""

from decimal import Decimal
from itertools import product

import pytest

from reportgen.language import language, languages
from reportgen.language.en import quantities as english
from reportgen.language.quantity_reader import quantities_in, quantity_in, said_otherwise, stated_quantities
from reportgen.language.zh import quantities as chinese
from reportgen.units import unit_of


def _tables(code):
    return language(code).quantities.tables


def _names(code):
    """Every written name of a currency, with its code."""
    tables = _tables(code)
    return [
        (unit, word)
        for table in (tables.UNITS, tables.SINGULARS)
        for unit, word in table.items()
        if unit_of(unit).is_currency
    ]


def _multipliers(code):
    tables = _tables(code)
    words = {word: power for power, word in tables.MULTIPLIERS.items() if word} | dict(
        tables.MULTIPLIER_WORDS
    )
    return words.items()


def _read(text):
    """What is read, and that questions, audits and quotations read it alike."""
    found = [(item.value, item.unit) for item in quantities_in(text)]
    assert found == [(item.value, item.unit) for item in (quantity_in(text),) if item is not None], text
    return found


@pytest.mark.parametrize("code", languages())
def test_the_name_of_a_currency_may_be_before_an_amount_as_well_as_behind(code):
    gap = _tables(code).GAP
    for (unit, name), (word, power) in product(_names(code), _multipliers(code)):
        number = f"5{gap}{word}"
        for text in (f"{number}{gap}{name}", f"{name}{gap}{number}", f"{name} {number}"):
            assert _read(text) == [(Decimal(5).scaleb(power), unit)], text


@pytest.mark.parametrize("code", languages())
def test_the_unit_of_a_head_with_its_multiplier_is_that_of_the_number_below(code):
    gap = _tables(code).GAP
    for (unit, name), (word, power) in product(_names(code), _multipliers(code)):
        for text in (f"Unit: {word}{gap}{name} 32.1", f"单位：{word}{gap}{name} 32.1"):
            assert [(item.value, item.unit) for item in quantities_in(text)] == [
                (Decimal("32.1").scaleb(power), unit)
            ], text


@pytest.mark.parametrize(
    "text", ["20 yuan 5 million", "100 million yuan 5 million", "paid in yuan. 5 million", "in yuan, 5 million", "compounds 5 million"]
)  # fmt: skip
def test_the_name_of_a_currency_that_ends_something_else_is_not_that_of_the_next_number(text):
    assert quantities_in(text)[-1].unit == ""


@pytest.mark.parametrize(
    "text",
    ["more than US dollars 5 million", "exceeded yuan 5 million", "超过欧元500万", "over RMB 5 million"],
)
def test_a_qualifier_is_read_over_the_name_of_the_currency(text):
    assert quantities_in(text)[0].qualifier == "gt"


PARTS = {"half": 2, **{word: of for word, of in english._PARTS.items() if word != "half"}}
COUNTS = {"": 1, "a ": 1, "one ": 1, "two ": 2, "three ": 3}
MULTIPLIED = {"dozen": Decimal(12)} | {
    word: Decimal(10) ** power for word, power in english.MULTIPLIER_WORDS.items()
}


def test_a_part_of_a_multiplier_is_never_read_as_the_whole():
    """``half of a billion``, ``three tenths of one million``: the number, or none where no decimal number says it."""
    for (count, above), (part, below), of, (word, whole) in product(
        COUNTS.items(), PARTS.items(), (" of a ", " of one ", "-of-a-", " of an "), MULTIPLIED.items()
    ):
        text = f"{count}{part}{'s' if above > 1 else ''}{of}{word} yuan"
        found = [item.value for item in quantities_in(text)]
        is_endless = part in english._ENDLESS
        assert found == ([] if is_endless else [whole * above / below]), text
        assert said_otherwise(text) == [], text


@pytest.mark.parametrize(
    "form", ["half a {}", "half {}", "a half {}", "half-a-{}", "one half {}", "half an {}"]
)
def test_half_a_multiplier_is_half_of_it(form):
    for word, whole in MULTIPLIED.items():
        assert [item.value for item in quantities_in(f"{form.format(word)} yuan")] == [whole / 2], word


@pytest.mark.parametrize(
    ("form", "times"),
    [("a {} and a half yuan", "1.5"), ("two {} and a half yuan", "2.5"), ("2 {} and a half yuan", "2.5"), ("2 and a half {} yuan", "2.5"),
     ("two and a half {} yuan", "2.5"), ("two {} yuan and a half", "2.5"), ("two and three quarters {} yuan", "2.75")],
)  # fmt: skip
def test_a_half_more_is_of_the_multiplier(form, times):
    for word in english.THOUSANDS.split("|"):
        power = english.MULTIPLIER_WORDS[word]
        assert _read(form.format(word)) == [(Decimal(times).scaleb(power), "CNY")], form


@pytest.mark.parametrize(
    ("form", "times"), [("半{}元", "0.5"), ("近半{}元", "0.5"), ("三{}半元", "3.5"), ("3{}半元", "3.5"), ("两个半{}元", "2.5"), ("四分之三{}元", None)]
)  # fmt: skip
def test_half_a_myriad_is_half_of_it(form, times):
    for word, power in chinese._MYRIADS.items():
        wanted = [] if times is None else [(Decimal(times).scaleb(power), "CNY")]
        assert [(item.value, item.unit) for item in quantities_in(form.format(word))] == wanted
        assert said_otherwise(form.format(word)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("半个亿元", [("50000000", "CNY")]), ("提高一个半百分点", [("1.5", "percentage_points")]), ("增长一倍半", [("1.5", "times")]),
     ("重三吨半", [("3.5", "tonne")]), ("下降一倍半。", [("1.5", "times")]), ("minus two and a half percent", [("-2.5", "percent")])],
)  # fmt: skip
def test_a_half_after_a_unit_is_of_it(text, wanted):
    assert _read(text) == [(Decimal(value), unit) for value, unit in wanted]


@pytest.mark.parametrize(
    ("text", "value"),
    [("3亿半导体芯片", "300000000"), ("5万半挂车", "50000"), ("in the first half a million firms exported", "1000000"),
     ("half of the 70 billion yuan", "70000000000"), ("两万两千半", "22000")],
)  # fmt: skip
def test_a_half_of_something_else_is_none_of_the_number(text, value):
    assert [item.value for item in quantities_in(text)] == [Decimal(value)]


def test_a_multiple_with_a_half_says_it_by_other_words_too():
    assert [item.value for item in said_otherwise("增长到一倍半")] == [Decimal("1.5")]
    assert stated_quantities("半亿元")[0].precision == 7


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3 billion yuan and a half million people", [("3E+9", "CNY"), ("5E+5", "person")]),
        ("3% and a half million jobs", [("3", "percent"), ("5E+5", "count")]),
        ("in 2023 and a half million vehicles", [("2023", ""), ("5E+5", "count")]),
        ("3 million tonnes and a half dozen cities", [("3E+6", "tonne"), ("6", "count")]),
        ("5 million yuan and a half-year plan", [("5E+6", "CNY")]),
        ("growth of 5% and a half were exports", [("5", "percent")]),
        ("in 2023 and a half year later", [("2023", "")]),
        ("4.5万半日制学生", [("4.5E+4", "")]),
        ("3台半人工机床", [("3", "unit")]),
        ("12人半日工作", [("12", "person")]),
        ("the second half of a million-yuan budget", [("1E+6", "CNY")]),
        ("the third quarter of a billion-yuan project", [("1E+9", "CNY")]),
        ("two and one half million yuan", [("2.5E+6", "CNY")]),
        ("三吨半，", [("3.5", "tonne")]),
        ("two billion yuan and a half.", [("2.5E+9", "CNY")]),
    ],
)
def test_a_half_of_what_follows_is_no_half_of_the_number_before(text, read):
    assert [(str(item.value), item.unit) for item in quantities_in(text)] == read


@pytest.mark.parametrize("word", english.THOUSANDS.split("|"))
@pytest.mark.parametrize("unit", ["yuan", "US dollars", "tonnes", "percent"])
def test_a_half_million_after_any_unit_is_a_number_of_its_own(word, unit):
    found = quantities_in(f"5 {unit} and a half {word} jobs")
    assert [item.value for item in found] == [5, Decimal(5).scaleb(english.MULTIPLIER_WORDS[word] - 1)]
