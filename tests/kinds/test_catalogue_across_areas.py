"""Areas against wider areas in the catalogue: what a break in one of the two series leaves of shares and rates."""

from decimal import Decimal

import pytest

from reportgen.kinds import Catalogue
from reportgen.language import language
from reportgen.values import rounded
from tests.builders import dataset

CITY = "cbec_trade CN-CQ 2020=8e9 2020:yoy=20 2021=32e9 2021:yoy=60"
NATION = "cbec_trade CN 2020=1600e9 2021=2000e9 2021:yoy=20"


def catalogue(*lines: str, **fields) -> Catalogue:
    return Catalogue(dataset(*lines, areas={"CN-CQ": {"parent": "CN"}}, **fields))


def test_an_area_without_a_break_is_a_share_of_the_wider_area():
    book = catalogue(CITY.replace("yoy=60", "yoy=300"), NATION.replace("yoy=20", "yoy=25"))
    assert book.get("cbec_trade/CN-CQ/2021/share:CN").value == Decimal("1.6")  # 32 of 2,000
    assert book.get("cbec_trade/CN-CQ/2021/contribution:CN").value == 6  # 24 of 400
    assert book.get("cbec_trade/CN-CQ/2021/pull:CN").value == Decimal("1.5")  # 24 on 1,600


@pytest.mark.parametrize("kind", ["share", "contribution", "pull", "multiple"])
def test_a_break_that_the_wider_areas_series_has_not_stands_against_every_proportion(kind):
    figure = catalogue(CITY + " 2021:break", NATION).get(f"cbec_trade/CN-CQ/2021/{kind}:CN")
    assert figure.value is None
    assert not figure.comparable
    assert "breaks in 2021 (inferred)" in language("en").say_sentence(figure.reason)
    assert "no source says which part" in language("en").say_sentence(figure.reason)
    assert "在2021年（推断）出现口径中断" in language("zh").say_sentence(figure.reason)


def test_every_break_is_named_whichever_side_of_it_the_period_lies():
    book = catalogue("cbec_trade CN-CQ 2020=8e9 2021:break 2023:break:stated", "cbec_trade CN 2020=1600e9")
    reason = book.get("cbec_trade/CN-CQ/2020/share:CN").reason
    assert "in 2021 (inferred) and in 2023 (stated by a source)" in language("en").say_sentence(reason)
    assert "2021年（推断）、2023年（来源说明）" in language("zh").say_sentence(reason)


def test_a_break_of_the_wider_areas_series_alone_stands_against_it_too():
    book = catalogue(CITY, NATION + " 2021:break")
    assert book.get("cbec_trade/CN-CQ/2021/share:CN").value is None
    assert book.get("cbec_trade/CN/2021/multiple:CN-CQ").value is None


def test_a_break_at_one_period_in_both_series_stands_against_nothing():
    book = catalogue(CITY + " 2021:break", NATION + " 2021:break")
    assert book.get("cbec_trade/CN-CQ/2021/share:CN").value == Decimal("1.6")


def test_two_numbers_of_one_stated_scope_make_a_share_whatever_broke():
    book = catalogue("cbec_trade CN-CQ 2021=32e9[customs] 2021:break", "cbec_trade CN 2021=2000e9[customs]")
    assert book.get("cbec_trade/CN-CQ/2021/share:CN").value == Decimal("1.6")


def test_a_part_of_an_areas_own_series_is_a_share_though_the_series_broke():
    book = catalogue("exports CN-CQ 2021=100e9 2021:break", "exports.cars CN-CQ 2021=25e9")
    assert book.get("exports.cars/CN-CQ/2021/share").value == 25


def test_reported_rates_of_two_areas_are_compared_with_the_note_that_none_is_defined():
    figure = catalogue(CITY + " 2021:break", NATION).get("cbec_trade/CN-CQ/2021/difference_pp:CN")
    assert rounded(figure.value, -1) == 40  # 60 - 20
    assert "No source gives a definition" in language("en").say_sentence(figure.note)
    assert "统计口径" in language("zh").say_sentence(figure.note)


def test_rates_of_one_stated_scope_need_no_such_note():
    book = catalogue("cbec_trade CN-CQ 2021:yoy=60[customs]", "cbec_trade CN 2021:yoy=20[customs]")
    assert language("en").say_sentence(book.get("cbec_trade/CN-CQ/2021/difference_pp:CN").note) == ""
