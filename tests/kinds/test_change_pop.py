"""``change_pop``: how much a level moved on the month or quarter before."""

from tests.kinds.saying import catalogue, listed, printed, said, why


def test_a_monthly_rate_moves_in_points_on_the_month_before():
    book = catalogue("unemp(percent,stock) CQ 2023-04=5.4 2023-05=5.2")
    assert printed(book, "unemp/CQ/2023-05/change_pop") == "-0.2 percentage points"
    assert said(book, "unemp/CQ/2023-05/change_pop").endswith(
        "fell by 0.2 percentage points on the month before."
    )
    assert said(book, "unemp/CQ/2023-05/change_pop", "zh").endswith("比上月下降0.2个百分点。")


def test_a_quarter_moves_on_the_quarter_before_also_across_the_year():
    book = catalogue("exports CQ 2022-Q4=12.0e8 2023-Q1=10.5e8")
    assert printed(book, "exports/CQ/2023-Q1/change_pop", "zh") == "-1.5亿元"
    assert said(book, "exports/CQ/2023-Q1/change_pop", "zh").endswith("比上季度减少1.5亿元。")
    assert "exports/CQ/2023-Q1/change_pop" in listed(book)


def test_years_have_none():
    assert "months and quarters only" in why(
        catalogue("exports CQ 2022=12e8 2023=10e8"), "exports/CQ/2023/change_pop"
    )
