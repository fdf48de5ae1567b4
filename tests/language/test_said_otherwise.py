"""Numbers said by other words than a number's, their values worked out by hand: a clause may quote them, a document may claim them."""

from decimal import Decimal

import pytest

from reportgen.dataset import check
from reportgen.language.quantity_reader import said_otherwise
from tests.builders import dataset

# words, what they say, its unit
SAID = [
    ("Imports doubled over the year.", "2", "times"),
    ("Exports will double by 2027.", "2", "times"),
    ("The time at customs was halved.", "0.5", "times"),
    ("half as much again", "1.5", "times"),
    ("Trade has grown sevenfold.", "7", "times"),
    ("five times as large as in 2016", "5", "times"),
    ("twice as much", "2", "times"),
    ("a quarter of the firms", "25", "percent"),
    ("three-fifths of all exports", "60", "percent"),
    ("more than half the firms", "50", "percent"),
    ("one in four firms", "25", "percent"),
    ("Nine out of ten exporters", "90", "percent"),
    ("second only to Shanghai", "2", "rank"),
    ("Chongqing ranked third.", "3", "rank"),
    ("double-digit growth", "2", "digits"),
    ("进口额比上年翻一番", "2", "times"),
    ("进口额翻了近两番", "4", "times"),
    ("增长三倍", "4", "times"),
    ("增长到三倍", "3", "times"),
    ("是2019年的五倍", "5", "times"),
    ("压缩了一半", "0.5", "times"),
    ("占四分之三", "75", "percent"),
    ("五分之二的企业", "40", "percent"),
    ("占了一半", "50", "percent"),
    ("三四成，", "35", "percent"),
    ("居西部第一", "1", "rank"),
    ("仅次于上海", "2", "rank"),
    ("两位数增长", "2", "digits"),
]


@pytest.mark.parametrize(("text", "number", "unit"), SAID)
def test_a_number_is_read_in_other_words(text, number, unit):
    [said] = said_otherwise(text)

    assert (said.number, said.unit, said.is_otherwise) == (Decimal(number), unit, True)
    assert said.text == text[said.start : said.end]


def test_a_third_is_as_much_as_a_third_is():
    assert round(said_otherwise("a third of the total")[0].number, 1) == Decimal("33.3")
    assert round(said_otherwise("三分之一")[0].number, 1) == Decimal("33.3")


@pytest.mark.parametrize(
    "text",
    [
        "The office doubled its efforts.",
        "an agreement on double taxation",
        "The third group has not reported.",
        "They met three times in May.",
        "half of the year",
        "the second half of 2024",
        "三分之二以上的成员同意",
        "处二倍以上五倍以下罚款",
        "第一批名单",
    ],
)
def test_such_words_of_something_else_say_no_number(text):
    assert said_otherwise(text) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("100", "exports doubled"),
        ("200", "exports tripled"),
        ("100", "a twofold increase"),
        ("600", "grew sevenfold"),
        ("-50", "exports were halved, a decline"),
        ("100", "出口翻一番"),
        ("300", "出口翻了两番"),
        ("300", "出口增长三倍"),
    ],
)
def test_a_clause_quotes_a_growth_by_its_multiple(value, words):
    assert check(dataset(f'exports CN-CQ 2023:yoy={value} "{words}"')) == []
    assert [one.code for one in check(dataset(f'exports CN-CQ 2023:yoy=70 "{words}"'))]
