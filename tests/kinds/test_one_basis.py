"""Both sides of a comparison stand on one basis: reported with reported, computed with computed, at the same prices."""

import pytest

from tests.kinds.saying import catalogue, printed, said, why

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
    assert "national average" not in said(book, "gdp/CQ/2023/level")


def test_reported_with_reported_and_computed_with_computed():
    book = catalogue("gdp CQ 2023:yoy=6.1", "gdp CN 2023:yoy=5.2")
    assert printed(book, "gdp/CQ/2023/difference_pp:CN") == "0.9 percentage points"
    book = catalogue("gdp CQ 2022=100.0e9 2023=110.0e9", "gdp CN 2022=1000.0e9 2023=1040.0e9")
    assert printed(book, "gdp/CQ/2023/difference_pp:CN") == "6.0 percentage points"
    book = catalogue("gdp CQ 2022=100.0e9 2023=110.0e9 2023:yoy=9.0", "gdp CN 2022=1000.0e9 2023=1040.0e9")
    assert printed(book, "gdp/CQ/2023/difference_pp:CN") == "6.0 percentage points"


def test_rates_at_other_prices_are_not_set_against_each_other():
    book = catalogue(
        "gdp CQ 2023:yoy=6.1#a", "gdp CN 2023:yoy=5.2#b",
        observations={"a": {"prices": "constant"}, "b": {"prices": "current"}},
    )  # fmt: skip
    assert "different prices" in why(book, "gdp/CQ/2023/difference_pp:CN")


def test_a_contribution_takes_reported_growth_on_both_sides_and_says_what_rounding_leaves_open():
    # 237726 x 5/105 of 417568 x 2/102 is 138%; with 4.5 to 5.5 and 1.5 to 2.5 it is 101% to 201%
    book = catalogue("trade CN 2023=417568e8 2023:yoy=2", "exports CN 2023=237726e8 2023:yoy=5", **PARENTS)
    assert why(book, "exports/CN/2023/contribution") == (
        "The rounding of the numbers leaves it anywhere from 101% to 201%."
    )


def test_a_contribution_to_a_change_of_less_than_a_percent_says_nothing_whatever_its_rounding():
    # 237726 x 0.6/100.6 of 417568 x 0.2/100.2 would be 170.1%, with the rounding of the rates 125% to 245%
    book = catalogue(*TRADE, **PARENTS)
    assert "moved by less than one percent" in why(book, "exports/CN/2023/contribution")
    assert printed(book, "exports/CN/2023/pull") == "0.3 percentage points"


def test_a_contribution_is_printed_as_finely_as_rounding_allows():
    book = catalogue(
        "trade CN 2023=400.0e9 2023:yoy=10.0", "exports CN 2023=200.0e9 2023:yoy=20.0", **PARENTS
    )
    # 200 x 20/120 = 33.3 of 400 x 10/110 = 36.4 is 91.7%; the rates leave 91.1 to 92.3 open, and so 92%
    assert printed(book, "exports/CN/2023/contribution") == "92%"


def test_a_whole_that_changed_by_less_than_its_rounding_has_no_contributions():
    book = catalogue("trade CQ 2022=100e8 2023=100.2e8", "exports CQ 2022=50.0e8 2023=50.5e8", **PARENTS)
    assert "less than the rounding" in why(book, "exports/CQ/2023/contribution")
    small = catalogue("trade CQ 2023=100.0e8 2023:yoy=0.0", "exports CQ 2023=50.0e8 2023:yoy=1.0", **PARENTS)
    assert small.get("exports/CQ/2023/contribution").value is None


def test_a_small_part_of_a_whole_that_hardly_moves_has_a_pull_and_no_contribution():
    # the whole's 0.35 to 0.45 would leave 11.6% to 15.0% open
    book = catalogue(
        "trade CQ 2024=7154.2e8 2024:yoy=0.4",
        "trade GX 2024=16.1e8 2024:yoy=30.3",
        areas={"CQ": {}, "GX": {"parent": "CQ"}},
    )
    assert "moved by less than one percent" in why(book, "trade/GX/2024/contribution:CQ")
    assert printed(book, "trade/GX/2024/pull:CQ") == "0.1 percentage points"


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


def test_a_contribution_to_a_fall_is_called_one():
    book = catalogue(*FALLING, **PARENTS)
    assert printed(book, "exports/CQ/2023/contribution") == "45.4%"
    assert "contributed 45.4% of the fall in total trade" in said(book, "exports/CQ/2023/contribution")
    assert "下降的贡献率为45.4%" in said(book, "exports/CQ/2023/contribution", "zh")


# ---- prices and currencies ----


@pytest.mark.parametrize("prices", ["constant", "comparable"])
def test_growth_at_constant_prices_implies_no_base_of_levels_at_current_ones(prices):
    book = catalogue("gdp CQ 2023=106e8 2023:yoy=6.0#a", observations={"a": {"prices": prices}})
    assert "at other prices" in why(book, "gdp/CQ/2023/implied_base")


def test_levels_at_current_and_constant_prices_have_no_growth():
    book = catalogue("gdp CQ 2022=100e8#a 2023=106e8", observations={"a": {"prices": "constant"}})
    assert "at current prices and the other is not" in why(book, "gdp/CQ/2023/growth_computed")
    assert book.get("gdp/CQ/2023/change").value is None


def test_growth_at_constant_prices_is_said_as_such():
    book = catalogue("gdp CQ 2023=106.0e8 2023:yoy=6.0#a", observations={"a": {"prices": "constant"}})
    assert said(book, "gdp/CQ/2023/level").endswith("at constant prices, up 6.0% year on year.")
    assert "按不变价计算，" in said(book, "gdp/CQ/2023/level", "zh")


def test_growth_in_dollars_belongs_to_levels_in_dollars():
    lines = "exports CQ 2023=100.0e8 2023=10.0e8USD 2023:yoy=-9.0#usd 2023:yoy=-5.0#cny"
    book = catalogue(lines, observations={"usd": {"growth_currency": "USD"}})
    assert printed(book, "exports/CQ/2023/growth_yoy") == "-5.0%"
    assert printed(book, "exports/CQ/2023/growth_yoy:USD") == "-9.0%"
    assert printed(book, "exports/CQ/2023/implied_base", "zh") == "105.3亿元"
    assert printed(book, "exports/CQ/2023/implied_base:USD", "zh") == "11.0亿美元"
    assert "down 5.0%" in said(book, "exports/CQ/2023/level")


def test_a_balance_smaller_than_its_rounding_is_none():
    book = catalogue("exports CQ 2023=100e8", "imports CQ 2023=99.8e8")
    assert "smaller than the rounding" in why(book, "exports/CQ/2023/balance")
