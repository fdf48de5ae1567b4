"""Numbers beside each other: shares, points, multiples, balances, exchange rates."""

from decimal import Decimal

import pytest

from reportgen.calculations.ratios import balance, difference, exchange_rate, ratio, share
from reportgen.calculations.result import Term
from reportgen.values import Bound, Qualifier, Quantity, rounded


def written(text: str, unit_mult: int = 0, qualifier: str = "eq") -> Term:
    return Term.of(Quantity.parse(text, unit_mult, Qualifier(qualifier)))


def test_the_share_of_the_14_key_districts_in_rural_online_retail():
    result = share(written("18.53", 9), written("24.33", 9))  # 18.53 / 24.33 = 0.76161
    assert rounded(result.value, -1) == Decimal("76.2")


def test_almost_200_of_more_than_470_billion_is_a_share_of_less_than_42_6_percent():
    result = share(written("200", 9, "almost"), written("470", 9, "gt"))  # 200 / 470 = 0.42553
    assert rounded(result.value, -1) == Decimal("42.6")
    assert result.bound is Bound.UPPER


@pytest.mark.parametrize(("part", "whole"), [("120", "100"), ("5", "0"), ("5", "-4")])
def test_a_part_above_its_whole_or_of_nothing_has_no_share(part, whole):
    assert share(written(part), written(whole)).value is None


def test_a_part_that_equals_its_whole_within_rounding_is_all_of_it():
    assert share(written("10.02", 9), written("10.0", 9)).value > 100


def test_differences_keep_their_sign_and_bounds():
    assert difference(written("13.05"), written("14.54")).value == Decimal("-1.49")
    assert difference(written("79.2", 0, "gt"), written("51.9")).bound is Bound.LOWER
    assert difference(written("79.2"), written("51.9", 0, "gt")).bound is Bound.UPPER


def test_a_multiple_is_to_not_by():
    assert ratio(written("42"), written("10")).value == Decimal("4.2")  # grown by 3.2 times
    assert ratio(written("42"), written("0")).value is None


def test_exports_less_imports():
    assert balance(written("470", 9), written("242", 9)).value == Decimal("228e9")
    assert balance(written("242", 9), written("470", 9)).value == Decimal("-228e9")
    assert balance(written("470", 9, "gt"), written("242", 9)).bound is Bound.LOWER


@pytest.mark.parametrize(
    ("yuan", "dollars", "rate"),
    [
        (("1.25", 9), ("174", 6), "7.18"),
        (("135.05", 9), ("21", 9), "6.43"),
        (("100", 9), ("15.62", 9), "6.40"),
        (("2.38", 12), ("32.9", 9), "72.34"),  # the article's decimal point is misplaced
    ],
)
def test_the_rate_behind_an_amount_in_two_currencies(yuan, dollars, rate):
    assert rounded(exchange_rate(written(*yuan), written(*dollars)).value, -2) == Decimal(rate)
