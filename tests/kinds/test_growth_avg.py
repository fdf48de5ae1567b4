"""``growth_avg``: reported rates chained over the years (两年平均增长)."""

from tests.kinds.saying import catalogue, listed, said, value, why


def test_two_reported_rates_make_the_average_of_two_years():
    # (1 - 3.9/100) x (1 + 12.5/100) = 1.081125; its square root is 1.03977
    book = catalogue("retail CN 2020:yoy=-3.9 2021:yoy=12.5")
    assert str(value(book, "retail/CN/2021/growth_avg:2019")) == "4.0"
    assert "retail/CN/2021/growth_avg:2019" in listed(book)
    assert said(book, "retail/CN/2021/growth_avg:2019", "zh").endswith("年均增长4.0%。")
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
