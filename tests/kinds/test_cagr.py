"""``cagr``: average annual growth between two years."""

from reportgen.kinds.figure import Kind
from tests.kinds.saying import catalogue, listed_of, number


def test_a_compound_rate_between_two_years():
    figure = catalogue("exports CN-CQ 2018=100e9 2021=172.8e9").get("exports/CN-CQ/2021/cagr:2018")
    assert number(figure) == 20
    assert str(figure.formula) == "((a ÷ b)^(1 ÷ 3) − 1) × 100"


def test_every_two_annual_levels_two_or_more_years_apart_have_their_compound_rate():
    found = listed_of(Kind.CAGR, "exports CN-CQ 2019=100e9 2020=110e9 2021=121e9 2023=144e9")
    assert list(found) == [
        "exports/CN-CQ/2021/cagr:2019",
        "exports/CN-CQ/2023/cagr:2019",
        "exports/CN-CQ/2023/cagr:2020",
        "exports/CN-CQ/2023/cagr:2021",
    ]
    assert found["exports/CN-CQ/2021/cagr:2019"] == 10  # 1.21 ^ (1/2)


def test_months_rates_and_other_currencies_have_no_compound_rate_listed():
    assert not listed_of(Kind.CAGR, "exports CN-CQ 2021-05=1e9 2023-05=2e9")
    assert not listed_of(Kind.CAGR, "rate(percent) CN-CQ 2021=5 2023=6")
    assert not listed_of(Kind.CAGR, "exports CN-CQ 2021=1e9 2023=2e9USD")


def test_a_compound_rate_over_a_break_is_listed_without_a_number():
    found = listed_of(Kind.CAGR, "exports CN-CQ 2020=100e9 2021=120e9 2023=144e9 2021:break")
    assert found["exports/CN-CQ/2023/cagr:2020"] is None
    assert found["exports/CN-CQ/2023/cagr:2021"] is not None
