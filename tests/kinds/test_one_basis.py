"""Both sides of a comparison stand on one basis: reported with reported, computed with computed, at the same prices."""

import pytest

from tests.kinds.saying import catalogue, listed, printed, said, why

GDP = "gdp CQ 2023=30145.79e8 2023:yoy=6.1", "gdp CN 2022=1204724e8 2023=1260582e8"
TRADE = (
    "trade CN 2022=420678e8 2023=417568e8 2023:yoy=0.2",
    "exports CN 2023=237726e8 2023:yoy=0.6",
    "imports CN 2023=179842e8 2023:yoy=-0.3",
)
PARENTS = {"indicators": {"exports": {"parent": "trade"}, "imports": {"parent": "trade"}}}
FALLING = "trade CQ 2022=8158.4e8 2023=7137.4e8", "exports CQ 2022=5245.3e8 2023=4782.2e8"


def test_reported_growth_is_not_set_against_one_computed_from_levels():
    book = catalogue(*GDP)
    assert "need not stand on one basis" in why(book, "gdp/CQ/2023/difference_pp:CN")
    assert "national" not in said(book, "gdp/CQ/2023/level")


def test_reported_with_reported_and_computed_with_computed():
    book = catalogue("gdp CQ 2023:yoy=6.1", "gdp CN 2023:yoy=5.2")
    assert printed(book, "gdp/CQ/2023/difference_pp:CN") == "0.9 percentage points"
    book = catalogue("gdp CQ 2022=100.0e9 2023=110.0e9", "gdp CN 2022=1000.0e9 2023=1040.0e9")
    assert printed(book, "gdp/CQ/2023/difference_pp:CN") == "6.0 percentage points"


@pytest.mark.parametrize("prices", ["", "constant"])
def test_a_difference_is_of_the_growth_stated_beside_it(prices):
    """6.0% is reported; 10.0% and 7.0% come of the levels: 10.0 less 7.0 is nothing to set beside 6.0%."""
    book = catalogue(
        "gdp CQ 2022=1000.0e8 2023=1100.0e8 2023:yoy=6.0#g", "gdp CN 2022=10000.0e8 2023=10700.0e8",
        observations={"g": {"prices": prices}}, areas={"CQ": {"parent": "CN"}},
    )  # fmt: skip
    assert "need not stand on one basis" in why(book, "gdp/CQ/2023/difference_pp:CN")
    assert "need not stand on one basis" in why(book, "gdp/CN/2023/difference_pp:CQ")
    assert "national" not in said(book, "gdp/CQ/2023/level")
    assert "gdp/CQ/2023/difference_pp:CN" not in listed(book)


def test_rates_at_other_prices_are_not_set_against_each_other():
    book = catalogue(
        "gdp CQ 2023:yoy=6.1#a", "gdp CN 2023:yoy=5.2#b",
        observations={"a": {"prices": "constant"}, "b": {"prices": "current"}},
    )  # fmt: skip
    assert "different prices" in why(book, "gdp/CQ/2023/difference_pp:CN")


def test_a_contribution_to_a_change_of_less_than_a_percent_says_nothing_whatever_its_rounding():
    # 237726 x 0.6/100.6 of 417568 x 0.2/100.2 would be 170.1%, with the rounding of the rates 125% to 245%
    book = catalogue(*TRADE, **PARENTS)
    assert "changed by less than one percent" in why(book, "exports/CN/2023/contribution")
    assert printed(book, "exports/CN/2023/pull") == "0.3 percentage points"


def test_levels_that_their_reported_growth_contradicts_serve_neither_side():
    # published levels of the whole fall, its reported growth (on a revised base) is a rise
    lines = (
        "trade CQ 2022=110.0e8 2023=105.0e8 2023:yoy=5.0",
        "exports CQ 2022=50.0e8 2023=55.0e8 2023:yoy=10.0",
    )
    figure = catalogue(*lines, **PARENTS).get("exports/CQ/2023/contribution")
    assert figure.inputs == (
        "exports/CQ/2023/level", "exports/CQ/2023/implied_base", "trade/CQ/2023/level", "trade/CQ/2023/implied_base",
    )  # fmt: skip
    assert round(figure.value, 1) == 100  # 5.0 of 5.0


def test_one_side_by_levels_and_the_other_by_growth_gives_nothing():
    book = catalogue("trade CQ 2022=100.0e8 2023=105.0e8", "exports CQ 2023=55.0e8 2023:yoy=10.0", **PARENTS)
    assert "one basis" in why(book, "exports/CQ/2023/contribution")
    assert "one basis" in why(book, "exports/CQ/2023/pull")


# ---- prices and currencies ----


@pytest.mark.parametrize("prices", ["constant", "comparable"])
def test_growth_at_constant_prices_implies_no_base_of_levels_at_current_ones(prices):
    book = catalogue("gdp CQ 2023=106e8 2023:yoy=6.0#a", observations={"a": {"prices": prices}})
    assert "at other prices" in why(book, "gdp/CQ/2023/implied_base")


def test_levels_at_current_and_constant_prices_have_no_growth():
    book = catalogue("gdp CQ 2022=100e8#a 2023=106e8", observations={"a": {"prices": "constant"}})
    assert "not stated at the same prices" in why(book, "gdp/CQ/2023/growth_computed")
    assert book.get("gdp/CQ/2023/change").value is None


def test_growth_at_constant_prices_is_said_as_such():
    book = catalogue("gdp CQ 2023=106.0e8 2023:yoy=6.0#a", observations={"a": {"prices": "constant"}})
    assert said(book, "gdp/CQ/2023/level").endswith("up 6.0% year on year at constant prices.")
    assert "按不变价计算，" in said(book, "gdp/CQ/2023/level", "zh")


def test_growth_in_dollars_belongs_to_levels_in_dollars():
    lines = "exports CQ 2023=100.0e8 2023=10.0e8USD 2023:yoy=-9.0#usd 2023:yoy=-5.0#cny"
    book = catalogue(lines, observations={"usd": {"growth_currency": "USD"}})
    assert printed(book, "exports/CQ/2023/growth_yoy") == "-5.0%"
    assert printed(book, "exports/CQ/2023/growth_yoy:USD") == "-9.0%"
    assert printed(book, "exports/CQ/2023/implied_base", "zh") == "105.3亿元"
    assert printed(book, "exports/CQ/2023/implied_base:USD", "zh") == "11.0亿美元"
    assert "down 5.0%" in said(book, "exports/CQ/2023/level")


@pytest.mark.parametrize("prices", ["", "current"])
def test_growth_computed_at_current_prices_says_so_beside_one_reported_at_constant_prices(prices):
    """100.0 to 110.0 is 10.0% at current prices; 6.1% is reported at constant ones."""
    book = catalogue(
        "gdp CQ 2022=100.0e8 2023=110.0e8 2023:yoy=6.1#g",
        observations={
            "g": {"prices": "constant"}, "gdp_CQ_2022": {"prices": prices}, "gdp_CQ_2023": {"prices": prices},
        },
    )  # fmt: skip
    assert (
        said(book, "gdp/CQ/2023/growth_computed")
        == "In 2023, CQ’s gdp grew 10.0% year on year at current prices."
    )
    assert said(book, "gdp/CQ/2023/growth_computed", "zh").endswith("按现价计算，比上年增长10.0%。")
    assert "按不变价计算" in said(book, "gdp/CQ/2023/level", "zh")
    alone = catalogue("gdp CQ 2022=100.0e8 2023=110.0e8")
    assert "现价" not in said(alone, "gdp/CQ/2023/growth_computed", "zh")
