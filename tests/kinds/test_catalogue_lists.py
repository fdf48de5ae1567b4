"""What the catalogue lists of its own accord: compound rates, levels behind multiples, growth against a whole's."""

from decimal import Decimal

from reportgen.kinds import Catalogue
from reportgen.kinds.figure import Kind
from reportgen.language import say_sentence
from reportgen.values import Bound
from tests.builders import dataset


def listed(kind: Kind, *lines: str, **fields) -> dict[str, Decimal | None]:
    book = Catalogue(dataset(*lines, **fields))
    return {str(figure.id): figure.value for figure in book.all() if figure.id.kind is kind}


def test_every_two_annual_levels_two_or_more_years_apart_have_their_compound_rate():
    found = listed(Kind.CAGR, "exports CN-CQ 2019=100e9 2020=110e9 2021=121e9 2023=144e9")
    assert list(found) == [
        "exports/CN-CQ/2021/cagr:2019",
        "exports/CN-CQ/2023/cagr:2019",
        "exports/CN-CQ/2023/cagr:2020",
        "exports/CN-CQ/2023/cagr:2021",
    ]
    assert found["exports/CN-CQ/2021/cagr:2019"] == 10  # 1.21 ^ (1/2)


def test_months_rates_and_other_currencies_have_no_compound_rate_listed():
    assert not listed(Kind.CAGR, "exports CN-CQ 2021-05=1e9 2023-05=2e9")
    assert not listed(Kind.CAGR, "rate(percent) CN-CQ 2021=5 2023=6")
    assert not listed(Kind.CAGR, "exports CN-CQ 2021=1e9 2023=2e9USD")


def test_a_compound_rate_over_a_break_is_listed_without_a_number():
    found = listed(Kind.CAGR, "exports CN-CQ 2020=100e9 2021=120e9 2023=144e9 2021:break")
    assert found["exports/CN-CQ/2023/cagr:2020"] is None
    assert found["exports/CN-CQ/2023/cagr:2021"] is not None


def test_a_multiple_of_a_named_year_implies_the_level_of_that_year():
    book = Catalogue(dataset("cbec_trade CN 2023=2.38e12 2023:yoy=15.6 2023:multiple:2018=~10"))
    figure = book.get("cbec_trade/CN/2023/implied_base:2018")
    assert figure.value == Decimal("238e9")
    assert figure.bound is Bound.APPROXIMATE
    assert figure.formula == "a ÷ b"
    assert figure.inputs == ("cbec_trade/CN/2023/level", "cbec_trade/CN/2023/multiple:2018")
    assert "Implied for 2018" in say_sentence(figure.note, "en")
    assert figure in book.all()
    by_growth = book.get("cbec_trade/CN/2023/implied_base")  # that of the year before stays the growth's
    assert by_growth.inputs[1] == "cbec_trade/CN/2023/growth_yoy"


def test_more_than_ten_times_bounds_the_earlier_level_from_above():
    book = Catalogue(dataset("exports CN 2023=100e9 2023:multiple:2018=>10"))
    assert book.get("exports/CN/2023/implied_base:2018").bound is Bound.UPPER


def test_a_multiple_of_another_area_or_of_no_named_year_implies_nothing():
    assert not listed(
        Kind.IMPLIED_BASE, "exports CN 2023=100e9 2023:multiple:CN-CQ=10", "exports CN-CQ 2023=1e9"
    )
    assert not listed(Kind.IMPLIED_BASE, "exports CN 2023=100e9 2016--2023:multiple=39")


def test_the_reported_growth_of_a_part_is_set_against_that_of_its_whole():
    lines = ("retail CN-CQ 2020:yoy=13.05", "rural CN-CQ 2020:yoy=11.5", "retail.goods CN-CQ 2020:yoy=25.8")
    found = listed(Kind.DIFFERENCE_PP, *lines, indicators={"rural": {"parent": "retail"}})
    assert found == {
        "rural/CN-CQ/2020/difference_pp:retail": Decimal("-1.55"),
        "retail.goods/CN-CQ/2020/difference_pp:_T": Decimal("12.75"),
    }


def test_the_growth_of_a_part_alone_is_set_against_nothing():
    lines = ("retail CN-CQ 2019:yoy=13.05", "rural CN-CQ 2020:yoy=11.5")
    assert not listed(Kind.DIFFERENCE_PP, *lines, indicators={"rural": {"parent": "retail"}})


def test_a_multiple_of_no_named_base_is_kept_as_worded_and_nothing_follows_from_it():
    book = Catalogue(dataset("exports CN 2016=1e9 2022=40e9 2016--2022:multiple=39"))
    figure = book.get("exports/CN/2016--2022/multiple")
    assert figure.value == 39
    assert not figure.comparable
    assert "nothing is computed" in say_sentence(figure.reason, "en")
    assert book.entry(figure.id).term is None
    assert not [item.id for item in book.all() if str(figure.id) in item.inputs]


def test_a_multiple_of_a_named_base_is_a_number_like_any_other():
    figure = Catalogue(dataset("exports CN 2022:multiple:2016=~40")).get("exports/CN/2022/multiple:2016")
    assert figure.comparable
    assert figure.reason is None
