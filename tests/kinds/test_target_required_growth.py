"""``target_required_growth``: the growth a year that reaches the target."""

from tests.kinds.saying import PLAN, T, catalogue, printed


def test_it_is_the_growth_of_each_year_left():
    book = catalogue(PLAN)
    assert (
        printed(book, f"cbec_trade/CN-CQ/2022/target_required_growth{T}") == "20.5%"
    )  # (70 / 40) ^ (1/3) = 1.20507
