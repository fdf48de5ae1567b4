"""``growth_avg``: reported rates chained over the years (两年平均增长)."""

from tests.kinds.saying import catalogue, listed, said, value, why


def test_two_reported_rates_make_the_average_of_two_years():
    # (1 - 3.9/100) x (1 + 12.5/100) = 1.081125; its square root is 1.03977
    book = catalogue("retail CN 2020:yoy=-3.9 2021:yoy=12.5")
    assert str(value(book, "retail/CN/2021/growth_avg:2019")) == "4.0"
    assert "retail/CN/2021/growth_avg:2019" in listed(book)
    assert said(book, "retail/CN/2021/growth_avg:2019", "zh").startswith("2020—2021年，")
    assert said(book, "retail/CN/2021/growth_avg:2019", "zh").endswith("两年平均增长4.0%。")
    assert said(book, "retail/CN/2021/growth_avg:2019").endswith("grew 4.0% a year on average.")


def test_a_year_without_a_reported_rate_leaves_none():
    assert "states a growth rate" in why(
        catalogue("retail CN 2021:yoy=12.5"), "retail/CN/2021/growth_avg:2019"
    )


def test_it_does_not_lead_across_a_break():
    book = catalogue("retail CN 2020:yoy=-3.9 2021:yoy=12.5 2021:break")
    assert "breaks in 2021" in why(book, "retail/CN/2021/growth_avg:2019")


def test_it_needs_a_period_of_two_years_or_more():
    book = catalogue("retail CN 2020:yoy=-3.9 2021:yoy=12.5")
    assert "two years or more" in why(book, "retail/CN/2021/growth_avg:2020")
    assert "period it starts from" in why(book, "retail/CN/2021/growth_avg")


def test_rates_at_other_prices_are_not_chained():
    book = catalogue(
        "gdp CN 2020:yoy=2.2#a 2021:yoy=8.4#b",
        observations={"a": {"prices": "constant"}, "b": {"prices": "current"}},
    )
    assert "different prices" in why(book, "gdp/CN/2021/growth_avg:2019")


def test_three_years_are_named_by_the_years_that_grew_and_prices_are_said():
    # 1.02 x 1.04 x 1.06 = 1.124448; its cube root is 1.03987
    stated = {f"trade_CN_{year}_growth_yoy": {"prices": "constant"} for year in (2021, 2022, 2023)}
    book = catalogue("trade CN 2021:yoy=2.0 2022:yoy=4.0 2023:yoy=6.0", observations=stated)
    assert said(book, "trade/CN/2023/growth_avg:2020", "zh").startswith("2021—2023年，")
    assert said(book, "trade/CN/2023/growth_avg:2020", "zh").endswith("，按不变价计算，年均增长4.0%。")
    assert said(book, "trade/CN/2023/growth_avg:2020").endswith("4.0% a year on average at constant prices.")


def test_parts_of_years_are_set_against_the_same_part_of_the_first():
    # 1.10 x 1.21 = 1.331; its square root is 1.15369
    book = catalogue("retail CN 2020-Q1:yoy=10.0 2021-Q1:yoy=21.0")
    said_zh = said(book, "retail/CN/2021-Q1/growth_avg:2019-Q1", "zh")
    assert said_zh.startswith("2021年一季度，")
    assert said_zh.endswith("以2019年一季度为基期，两年平均增长15.4%。")
