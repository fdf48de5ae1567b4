"""The units that tables state: read whole, or not at all."""

import pytest

from reportgen.language.unit_reader import StatedUnit, the_unit_in, unit_in_brackets, unit_in_text, units_in

AMOUNTS = {
    "万元": ("CNY", 4), "万人民币": ("CNY", 4), "人民币万元": ("CNY", 4), "亿元人民币": ("CNY", 8), "百万人民币元": ("CNY", 6),
    "万元(人民币)": ("CNY", 4), "人民币，万元，%": ("CNY", 4), "亿元（当年价）": ("CNY", 8), "千美元": ("USD", 3),
    "million USD": ("USD", 6), "US$ million": ("USD", 6), "RMB million": ("CNY", 6), "USD mn": ("USD", 6),
    "in millions of yuan": ("CNY", 6), "million of US dollars": ("USD", 6), "100 Million US Dollars": ("USD", 8),
    "RMB 100 million": ("CNY", 8), "USD '000": ("USD", 3), "US$, thousand": ("USD", 3), "'000 tonnes": ("tonne", 3),
    "10,000 yuan": ("CNY", 4), "million USD, current prices": ("USD", 6), "yuan; 10,000 yuan; %": ("CNY", 4),
    "元/吨": ("CNY_per_tonne", 0), "万TEU": ("TEU", 4), "亿千瓦时": ("kWh", 8), "万辆": ("count", 4), "%": ("percent", 0),
    "Percent change": ("percent", 0), "千升": ("", 3), "USD × 10^9": ("USD", 9), "million": ("", 6),
}  # fmt: skip


@pytest.mark.parametrize(("text", "unit"), AMOUNTS.items())
def test_a_unit_is_read_with_its_multiplier_wherever_that_stands(text, unit):
    assert the_unit_in(text) == StatedUnit(*unit)


@pytest.mark.parametrize(
    "text",
    ["人民币值", "万吨公里", "上年=100", "current prices", "2017", "Number", "", "10 000 yuan"],
)
def test_what_is_not_understood_as_a_whole_is_no_unit(text):
    assert units_in(text) == ()


def test_two_units_of_amounts_are_not_decided():
    assert the_unit_in("万元/万美元") is None
    assert units_in("万元/万美元") == (StatedUnit("CNY", 4), StatedUnit("USD", 4))


def test_where_the_words_of_a_unit_stand():
    assert unit_in_text("（单位：万元）") == "万元"
    assert unit_in_text("Table 1. Unit: million USD") == "million USD"
    assert unit_in_text("Exports") is None
    assert unit_in_brackets("出口（亿元）") == "亿元"
    assert unit_in_brackets("出口") is None
