"""Growth, CAGR, implied bases, contribution and pull: hand figures, bounds, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.calculations.growth import cagr, contribution, growth, implied_base, pull
from reportgen.calculations.result import Term
from reportgen.language import language
from reportgen.messages import Reason
from reportgen.values import Bound, Qualifier, Quantity, rounded


def written(text: str, unit_mult: int = 0, qualifier: str = "eq") -> Term:
    return Term.of(Quantity.parse(text, unit_mult, Qualifier(qualifier)))


def exact(value: object) -> Term:
    return Term.exact(Decimal(str(value)))


def number(result, places: int = 1) -> Decimal:
    assert result.value is not None, result.reason
    return rounded(result.value, -places)


def test_growth_is_the_change_over_the_base():
    # (32.21 - 19.72) / 19.72 = 0.63337
    assert number(growth(written("32.21", 9), written("19.72", 9)), 2) == Decimal("63.34")


def test_growth_from_a_bounded_level_is_bounded_the_same_way():
    assert growth(written("33", 9, "gt"), written("20", 9)).bound is Bound.LOWER
    assert growth(written("33", 9), written("20", 9, "gt")).bound is Bound.UPPER
    assert growth(written("33", 9, "gt"), written("20", 9, "gt")).value is None


def test_no_growth_rate_leads_from_a_surplus_into_a_deficit():
    assert growth(written("-5"), written("20")).reason == Reason("calculations.turned-negative")
    assert growth(written("-5"), written("20", 0, "gt")).value is None


@pytest.mark.parametrize(("base", "words"), [("0", "zero"), ("-3", "negative")])
def test_there_is_no_growth_from_zero_or_from_a_negative_base(base, words):
    result = growth(written("5"), written(base))
    assert result.value is None
    assert result.reason is not None
    assert words in language("en").say_sentence(result.reason)
    assert language("zh").say_sentence(result.reason)


@pytest.mark.parametrize(
    ("level", "rate", "billions"),
    [
        (("32.21", 9), "63.3", "19.72"),  # 32.21 / 1.633 = 19.7244
        (("19.79", 9), "88.9", "10.48"),  # 19.79 / 1.889 = 10.4764
        (("7.81", 9), "17.7", "6.64"),  # 7.81 / 1.177 = 6.6355
        (("135.05", 9), "13.05", "119.46"),  # 135.05 / 1.1305 = 119.4604
    ],
)
def test_a_reported_growth_implies_the_level_before(level, rate, billions):
    assert number(implied_base(written(*level), written(rate)), -7) == Decimal(billions).scaleb(9)


def test_over_33_billion_up_51_9_percent_was_more_than_21_7_billion_before():
    result = implied_base(written("33", 9, "gt"), written("51.9"))  # 33 / 1.519 = 21.7248
    assert number(result, -8) == Decimal("21.7e9")
    assert result.bound is Bound.LOWER


def test_over_25_billion_up_over_79_percent_says_nothing_of_before():
    assert implied_base(written("25", 9, "gt"), written("79.2", 0, "gt")).value is None


def test_a_fall_by_everything_leaves_no_base():
    result = implied_base(written("5"), written("-100"))
    assert result.reason is not None
    assert "100%" in language("en").say_sentence(result.reason)


@given(st.integers(1, 10**12), st.decimals(-99, 900, places=1))
def test_the_implied_base_gives_the_growth_back(level, rate):
    base = implied_base(exact(level), exact(rate)).term
    assert base is not None
    assert abs(growth(exact(level), base).value - rate) < Decimal("1e-15")


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 30))
def test_a_compound_rate_leads_from_the_base_to_the_end(base, end, years):
    rate = cagr(exact(end), exact(base), Decimal(years)).value
    assert rate is not None
    assert abs(base * (1 + rate / 100) ** years / end - 1) < Decimal("1e-18")


def test_a_compound_rate_over_one_year_is_the_growth():
    assert abs(cagr(exact(12), exact(10), Decimal(1)).value - 20) < Decimal("1e-20")


@pytest.mark.parametrize(("end", "base", "years"), [("5", "0", 2), ("-1", "4", 2), ("5", "4", 0)])
def test_no_compound_rate_from_nothing_to_nothing_or_in_no_time(end, base, years):
    result = cagr(written(end), written(base), Decimal(years))
    assert result.value is None
    assert result.reason is not None


def test_contribution_and_pull_of_a_part():
    # Whole 100 -> 120 (+20%); the part 10 -> 18 makes 8 of the 20: 40%, and 8 of the 20 points: 8.
    part, part_base, whole, whole_base = exact(18), exact(10), exact(120), exact(100)
    assert contribution(part, part_base, whole, whole_base).value == 40
    assert pull(part, part_base, whole_base).value == 8


@given(*[st.integers(1, 10**6)] * 4)
def test_pulls_of_all_parts_add_up_to_the_growth_of_the_whole(one, one_base, two, two_base):
    whole, whole_base = exact(one + two), exact(one_base + two_base)
    pulls = [pull(exact(one), exact(one_base), whole_base), pull(exact(two), exact(two_base), whole_base)]
    total = sum(item.value for item in pulls)
    assert abs(total - growth(whole, whole_base).value) < Decimal("1e-15")


def test_nothing_contributes_to_no_change():
    assert contribution(exact(5), exact(4), exact(100), exact(100)).value is None


def test_a_bounded_whole_leaves_the_sign_of_its_change_open():
    assert contribution(exact(5), exact(4), written("100", 0, "gt"), exact(90)).value is None
    assert contribution(written("5", 0, "gt"), exact(4), exact(100), exact(90)).bound is Bound.LOWER
    # In a shrinking whole a larger part contributes less to the fall.
    assert contribution(written("5", 0, "gt"), exact(4), exact(90), exact(100)).bound is Bound.UPPER
