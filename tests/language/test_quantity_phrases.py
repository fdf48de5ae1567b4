"""Phrases with quantities, their values worked out by hand: one reader reads them for quotations and for audits."""

import re
import time
from decimal import Decimal

import pytest

from reportgen.dataset.clause_checks import folded_text
from reportgen.language.quantity_reader import quantities_in, quantity_in, stated_quantities
from tests.source import MODULES, PACKAGE, source_of

# phrase, value in base units, power of ten of the last digit, unit, qualifier
PHRASES = [
    ("32.21 billion yuan", "32210000000", 7, "CNY", "eq"),
    ("two hundred million yuan", "200000000", 8, "CNY", "eq"),
    ("one hundred and twenty million dollars", "120000000", 6, "USD", "eq"),
    ("half a million euros", "500000", 5, "EUR", "eq"),
    ("two and a half million tonnes", "2500000", 5, "tonne", "eq"),
    ("twenty-one thousand people", "21000", 3, "person", "eq"),
    ("$32.9 billion", "32900000000", 8, "USD", "eq"),
    ("HK$5 million", "5000000", 6, "HKD", "eq"),
    ("nearly US$20 billion", "20000000000", 9, "USD", "almost"),
    ("more than 650,000 merchants", "650000", 0, "count", "gt"),
    ("no more than 150 billion yuan", "150000000000", 9, "CNY", "le"),
    ("not less than 4.5 percent", "4.5", -1, "percent", "ge"),
    ("21 billion yuan or so", "21000000000", 9, "CNY", "about"),
    ("300+ firms", "300", 0, "count", "gt"),
    ("7.18 yuan per US dollar", "7.18", -2, "CNY_per_USD", "eq"),
    ("minus two percent", "-2", 0, "percent", "eq"),
    ("1.49 percentage points", "1.49", -2, "percentage_points", "eq"),
    ("at least 3.2 times", "3.2", -1, "times", "ge"),
    ("ranked 7th", "7", 0, "rank", "eq"),
    ("322.1亿元", "32210000000", 7, "CNY", "eq"),
    ("1.92万亿元人民币", "1920000000000", 10, "CNY", "eq"),
    ("5千万元", "50000000", 7, "CNY", "eq"),
    ("两百万元", "2000000", 6, "CNY", "eq"),
    ("二十亿美元", "2000000000", 8, "USD", "eq"),
    ("一百二十万人", "1200000", 4, "person", "eq"),
    ("两万五千人", "25000", 3, "person", "eq"),
    ("3亿5000万元", "350000000", 4, "CNY", "eq"),
    ("1亿零500万元", "105000000", 4, "CNY", "eq"),
    ("超过65万家", "650000", 4, "count", "gt"),
    ("近200亿元", "20000000000", 8, "CNY", "almost"),
    ("30多亿元", "3000000000", 8, "CNY", "gt"),
    ("650余家", "650", 0, "count", "gt"),
    ("330亿元以上", "33000000000", 8, "CNY", "ge"),
    ("不超过3个百分点", "3", 0, "percentage_points", "le"),
    ("百分之六点一", "6.1", -1, "percent", "eq"),
    ("三成五左右", "35", 0, "percent", "about"),
    ("约2.7倍", "2.7", -1, "times", "about"),
    ("第7位", "7", 0, "rank", "eq"),
    ("前5位", "5", 0, "rank", "le"),
    ("人民币56亿", "5600000000", 8, "CNY", "eq"),
    ("5千克", "5", 0, "kg", "eq"),
    ("minus 3.5 percent", "-3.5", -1, "percent", "eq"),
    ("negative growth of 3.2%", "-3.2", -1, "percent", "eq"),
    ("负3.2%", "-3.2", -1, "percent", "eq"),
    ("负增长3.2%", "-3.2", -1, "percent", "eq"),
    ("2000多亿元", "200000000000", 8, "CNY", "gt"),
    ("£400m", "400000000", 6, "GBP", "eq"),
    ("a quarter of a million yuan", "250000", 4, "CNY", "eq"),
    ("1 234.5 million yuan", "1234500000", 5, "CNY", "eq"),
    ("1\u2009234\u2009567 yuan", "1234567", 0, "CNY", "eq"),
    ("US$1.2b", "1200000000", 8, "USD", "eq"),
    ("3.2B yuan", "3200000000", 8, "CNY", "eq"),
    ("3,210.5 m yuan", "3210500000", 5, "CNY", "eq"),
    ("three point two billion yuan", "3200000000", 8, "CNY", "eq"),
    ("two hundred point five percent", "200.5", -1, "percent", "eq"),
    ("叁拾贰亿元", "3200000000", 8, "CNY", "eq"),
    ("壹万贰仟叁佰元", "12300", 2, "CNY", "eq"),
    ("3成以上", "30", 0, "percent", "ge"),
    ("约合4.5亿美元", "450000000", 7, "USD", "about"),
    ("出口（亿元）32.1", "3210000000", 7, "CNY", "eq"),
    ("Exports (USD bn): about 3.2", "3200000000", 8, "USD", "about"),
    ("32.1（注1）亿元", "3210000000", 7, "CNY", "eq"),
]


@pytest.mark.parametrize(("phrase", "value", "precision", "unit", "qualifier"), PHRASES)
def test_a_phrase_is_read_alike_in_quotations_audits_and_questions(phrase, value, precision, unit, qualifier):
    wanted = (Decimal(value), precision, unit, qualifier)
    [quoted] = quantities_in(folded_text(phrase))
    [audited] = stated_quantities(phrase)
    asked = quantity_in(phrase)
    for read in (quoted, audited, asked):
        assert (read.value, read.precision, read.unit, read.qualifier.value) == wanted


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("it exceeded the 33 billion yuan planned", "exceeded"),
        ("增速不低于3%", "不低于"),
        ("650家以上", "以上"),
        ("12 times or more", "or more"),
        ("30多亿元", "多"),
        ("最近3亿元的订单", ""),
        ("合约10亿元", ""),
        ("just short of the 70 billion yuan planned", "short of"),
    ],
)
def test_the_qualifier_comes_with_its_own_words(phrase, words):
    assert stated_quantities(phrase)[0].qualifier_words == words


def test_words_behind_an_amount_say_by_how_much_two_differ():
    said = stated_quantities("trade stood 37.79 billion yuan short of the 70 billion yuan planned")
    assert [(item.value, item.qualifier_words) for item in said] == [
        (37_790_000_000, ""),
        (70_000_000_000, ""),
    ]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("exports of 32.21 billion yuan", "32.21 billion yuan"),
        ("出口322.1亿元，增长", "322.1亿元"),
        ("US$32.9 billion", "32.9 billion"),
        ("下降-3.2%", "-3.2%"),
    ],
)
def test_a_quantity_says_where_it_stands(phrase, found):
    [item] = stated_quantities(phrase)
    assert phrase[item.start : item.end] == item.text == found


@pytest.mark.parametrize(
    "phrase", ["几百万", "several hundred", "一带一路", "千人千面", "twenty-one", "十分"]
)
def test_what_says_no_number_states_none(phrase):
    assert stated_quantities(phrase) == []


@pytest.mark.parametrize(
    "phrase", ["12,3亿元", "1,20,000 yuan", "1'234'567 yuan", "1,23 million", "1 234,5 million"]
)
def test_what_is_grouped_as_no_number_is_left_alone(phrase):
    assert quantities_in(phrase) == []
    assert stated_quantities(phrase) == []


@pytest.mark.parametrize("phrase", ["3 100 firms", "1.2e9 yuan", "4.52E+03", ".5%", "增长.5%", "±5%"])
def test_digits_that_may_be_another_number_are_left_alone(phrase):
    assert quantities_in(phrase) == []


@pytest.mark.parametrize("phrase", ["5~6%", "5%～6%", "5-6%"])
def test_the_wave_of_a_range_is_no_about(phrase):
    assert [(item.value, item.qualifier.value) for item in stated_quantities(phrase)] == [
        (5, "eq"),
        (6, "eq"),
    ]


def test_metres_after_a_number_are_no_millions():
    [found] = quantities_in("a bridge of 400m")
    assert (found.number, found.power) == (Decimal(400), 0)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Unit: 10,000 yuan. Total exports of 32,100", ["321000000"]),
        ("单位：亿元 进出口 321.0，出口 200.1，比上年增长 5.1", ["32100000000", "20010000000", "5.1"]),
        ("出口（亿元）32.1、40.2", ["3210000000", "4020000000"]),
        (
            "进出口（亿元） | 7154.2 | 10.7",
            ["715420000000", "10.7"],
        ),  # of the second column nobody knows the unit
        ("指标（亿元） 增速（%） 7154.2 10.7", ["7154.2", "10.7"]),
        ("Exports in 2023 (100 million yuan): 32.1", ["3210000000"]),
        (
            "Exports (100 million yuan) rose 3.2%",
            ["100000000", "3.2"],
        ),  # said of the exports, a head of nothing
        ("1.827 million people, of which 786,000", ["1827000", "786000"]),
        ("reached 100 million yuan, 32.1 more", ["100000000", "32.1"]),
        ("the (10 largest) had 5.5", ["10", "5.5"]),
    ],
)
def test_a_unit_apart_is_that_of_the_numbers_that_alone_can_be_meant(text, values):
    found = [item for item in quantities_in(text) if item.number != 2023]
    assert [item.value for item in found] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    "part",
    ["出口（亿元）32.1。", "Exports (USD bn) 3.2, ", "单位：亿元 32.1 ", "million yuan: ", "(yuan) 7 "],
)
def test_heads_without_end_take_no_time(part):
    start = time.process_time()
    stated_quantities(part * 3_000)
    assert time.process_time() - start < 2


def test_characters_that_multiply_stand_in_one_table():
    """Patterns of Chinese that list them are made of it; single words, 百分 and 万元, are words of their own."""
    listed = re.compile("[十百千万亿][|]?[十百千万亿]")
    found = [
        f"{path.relative_to(PACKAGE)}:{text.line}"
        for _, path in MODULES
        if "language/zh/" in path.as_posix() and path.stem not in ("dataset", "reference")  # prose
        for text in source_of(path).texts
        if not text.is_said and listed.search(text.value)
    ]
    assert found == []
