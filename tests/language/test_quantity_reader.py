"""Quantities in running text, told from dates, numbering and codes."""

import time
from decimal import Decimal

import pytest

from reportgen.language.other_numbers import without_footnote_marks
from reportgen.language.quantity_reader import (
    growth_of_multiple,
    quantities_in,
    says_otherwise,
    stated_quantities,
)
from reportgen.values import Qualifier


def stated(text):
    return [(one.value, one.unit) for one in stated_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It reached 32.21 billion yuan.", "32210000000", "CNY"),
        ("It reached 322.1亿元。", "32210000000", "CNY"),
        ("worth US$32.9 billion", "32900000000", "USD"),
        ("RMB 5.6 bn", "5600000000", "CNY"),
        ("1.74亿美元", "174000000", "USD"),
        ("up 63.3%", "63.3", "percent"),
        ("63.3 per cent", "63.3", "percent"),
        ("44.7个百分点", "44.7", "percentage_points"),
        ("44.7 percentage points", "44.7", "percentage_points"),
        ("35 basis points", "35", "basis_points"),
        ("增长2.7倍", "2.7", "times"),
        ("同比增长百分之六点一", "6.1", "percent"),
        ("规模达二十亿元", "2000000000", "CNY"),
        ("占三成左右", "30", "percent"),
        ("two hundred million yuan", "200000000", "CNY"),
        ("3,412 firms", "3412", "count"),
        ("企业3412家", "3412", "count"),
        ("居全国第7位", "7", "rank"),
        ("ranked 7th in the country", "7", "rank"),
        ("fell by -3.2%", "-3.2", "percent"),
        ("增长６３.３％", "63.3", "percent"),
    ],
)
def test_a_quantity_is_read_with_its_unit(text, value, unit):
    assert stated(text) == [(Decimal(value), unit)]


def test_the_first_number_of_a_range_takes_the_unit_of_the_second():
    assert stated("between 5–7%") == [(Decimal(5), "percent"), (Decimal(7), "percent")]


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 2024 at 9:30",
        "2022年1—5月",
        "国办发〔2022〕12号",
        "under Article 12(3) and Annex 2",
        "第十二条第3款",
        "（一）1.2.3",
        "see pages 12–15, Table 3",
        "tel. +86 23 6789 0123",
        "电话：023—67890123",
        "https://www.example.org/form/2024/7",
        "version 2.1",
        "GB/T 9704—2012",
        "within 20 working days",
        "“1+3+N”工作机制",
        "88 Jinkai Avenue, Room 1205",
        "B2C and 5G",
        "source [1-3]",
    ],
)
def test_dates_numbering_and_codes_are_no_quantities(text):
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("出口322.1①亿元", "32210000000", "CNY"),
        ("exports of 32.2² billion yuan", "32200000000", "CNY"),
        ("出口322.1亿元①", "32210000000", "CNY"),
        ("up 63.3%³", "63.3", "percent"),
        ("增长１２．５％", "12.5", "percent"),
        ("322.1 (100 million yuan)", "32210000000", "CNY"),
        ("322.1（亿元）", "32210000000", "CNY"),
        ("5.6 (ten thousand yuan)", "56000", "CNY"),
        ("5.6 ten thousand yuan", "56000", "CNY"),
        ("3 hundred million yuan", "300000000", "CNY"),
        ("half a million yuan", "500000", "CNY"),
        ("5.6mn yuan", "5600000", "CNY"),
        ("5.6 bn yuan", "5600000000", "CNY"),
        ("2.3trn yuan", "2300000000000", "CNY"),
        ("占四成六", "46", "percent"),
    ],
)
def test_footnote_marks_brackets_and_rare_multipliers(text, value, unit):
    assert stated(text) == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "value"), [("12万多人", 120_000), ("30多亿元", 3_000_000_000), ("三百多万元", 3_000_000)]
)
def test_much_more_than_a_round_number_is_a_lower_bound(text, value):
    [item] = stated_quantities(text)
    assert (item.value, item.qualifier) == (value, Qualifier.GT)


@pytest.mark.parametrize(
    "text", ["占三分之二", "增长四分之一", "比2020年翻一番", "翻了两番", "上百亿元", "几百亿元", "十几亿元"]
)
def test_fractions_doublings_and_vague_numbers_are_left_alone(text):
    assert stated(text) == []


def test_doublings_say_how_many_times():
    assert [(item.value, item.unit) for item in quantities_in("翻两番")] == [(4, "times")]


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("增长3倍", 300), ("增长到3倍", 200), ("是上年的3倍", 200), ("翻两番", 300), ("grew 3-fold", 200), ("was 3 times the level of 2020", 200),
        ("three times as much", 200), ("grew by 3 times", 300), ("grew to 2.5 times", 150),
    ],
)  # fmt: skip
def test_a_multiple_is_a_growth(text, growth):
    [multiple] = [quantity for quantity in quantities_in(text) if quantity.unit == "times"]
    assert growth_of_multiple(text, multiple) == growth


@pytest.mark.parametrize("mark", ["①", "²", "[1]", "（1）", "*", "(2)", "†"])
@pytest.mark.parametrize(("before", "after"), [("322.1", "亿元"), ("322.1", " hundred million yuan")])
def test_a_mark_between_a_number_and_its_unit_is_passed_over(before, mark, after):
    [found] = quantities_in(without_footnote_marks(f"{before}{mark}{after}"))
    assert (found.value, found.unit) == (Decimal("32210000000"), "CNY")


def test_a_mark_between_digits_keeps_them_apart():
    assert [found.number for found in quantities_in(without_footnote_marks("32.2²5"))] == [Decimal("32.2"), 5]


@pytest.mark.parametrize(
    ("text", "value"),
    [("交易额超亿元", "1e8"), ("上万家企业", "1e4"), ("出口突破千亿元", "1e11"), ("exports halved", 50), ("产量减半", 50), ("exports quadrupled", 300)],
)  # fmt: skip
def test_a_number_may_be_said_without_digits(text, value):
    assert says_otherwise(text, Decimal(value))


@pytest.mark.parametrize(("text", "number"), [("三成多", 30), ("3倍多", 3)])
def test_more_may_stand_after_tenths_and_multiples(text, number):
    [found] = quantities_in(text)
    assert (found.number, found.qualifier) == (number, Qualifier.GT)


@pytest.mark.parametrize("run", ["9" * 100_000, "9." * 50_000, "9," * 50_000])
def test_digits_without_end_are_no_number_and_take_no_time(run):
    start = time.process_time()
    assert stated(f"{run} and 12.5%") == [(Decimal("12.5"), "percent")]
    assert time.process_time() - start < 2
