"""``single_month``: months and quarters out of cumulative figures."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reportgen.kinds.figure import Kind
from reportgen.language import language
from tests.kinds.saying import catalogue, ids, number, said, why


def test_single_months_come_out_of_cumulative_figures():
    book = catalogue(
        "exports CN-CQ 2022-01--2022-02=11e9 2022-Q1=18e9 2022-01--2022-04=24e9 2022-01--2022-05=31.5e9"
    )
    months = {str(item.id.period): item for item in book.all() if item.id.kind is Kind.SINGLE_MONTH}
    assert {period: item.value for period, item in months.items()} == {
        "2022-01--2022-02": Decimal("11e9"),
        "2022-03": Decimal("7e9"),
        "2022-04": Decimal("6e9"),
        "2022-05": Decimal("7.5e9"),
    }
    assert months["2022-05"].inputs == (
        "exports/CN-CQ/2022-01--2022-05/level",
        "exports/CN-CQ/2022-01--2022-04/level",
    )
    assert months["2022-05"].unit == "CNY"
    growth = book.get("exports/CN-CQ/2022-05/growth_pop")
    assert growth.value == 25
    assert growth.inputs == ("exports/CN-CQ/2022-05/single_month", "exports/CN-CQ/2022-04/single_month")
    assert "exports/CN-CQ/2022-05/growth_pop" in ids(book.all())


def test_january_and_february_published_together_are_not_taken_apart():
    book = catalogue("exports CN-CQ 2022-01--2022-02=11e9 2022-Q1=18e9")
    for month in ("2022-01", "2022-02"):
        reason = book.get(f"exports/CN-CQ/{month}/single_month").reason
        assert reason is not None
        assert "published together" in language("en").say_sentence(reason)


def test_a_quarter_comes_out_of_cumulative_figures_too():
    book = catalogue("exports CN-CQ 2022-Q1=18e9 2022-01--2022-06=40e9")
    assert book.get("exports/CN-CQ/2022-Q2/single_month").value == Decimal("22e9")
    assert number(book.get("exports/CN-CQ/2022-Q2/growth_pop"), 1) == Decimal("22.2")


def test_no_single_month_across_a_break_or_from_a_stock():
    broken = catalogue("exports CN-CQ 2022-01--2022-04=24e9 2022-01--2022-05=31e9 2022-05:break")
    # Both figures begin before the break; only the later reaches across it.
    assert broken.get("exports/CN-CQ/2022-05/single_month").value is None
    stock = catalogue("firms(count,stock) CN-CQ 2022-01--2022-04=24 2022-01--2022-05=31")
    reason = stock.get("firms/CN-CQ/2022-05/single_month").reason
    assert reason is not None
    assert "stock" in language("en").say_sentence(reason)
    assert not [item for item in stock.all() if item.id.kind is Kind.SINGLE_MONTH]


@given(st.lists(st.integers(1, 10**6), min_size=12, max_size=12))
def test_the_single_months_of_a_year_sum_up_to_it(months):
    tokens = [f"2022-01--2022-{end:02d}={sum(months[:end])}" for end in range(2, 12)]
    book = catalogue(f"exports CN-CQ 2022-01={months[0]} {' '.join(tokens)} 2022={sum(months)}")
    found = [book.get(f"exports/CN-CQ/2022-{month:02d}/single_month").value for month in range(1, 13)]
    assert found == months


def test_the_first_months_of_a_year_are_said_as_published():
    # 1250 as written; April is 1700 - 1250 = 450
    book = catalogue("exports CQ 2024-Q1=1250e8 2024-01--2024-04=1700e8")
    assert said(book, "exports/CQ/2024-Q1/single_month", "zh").endswith("为1250亿元。")
    assert said(book, "exports/CQ/2024-Q1/single_month").endswith("reached 125.0 billion yuan.")
    assert said(book, "exports/CQ/2024-04/single_month", "zh").endswith("（由累计数推算）。")


def test_a_month_that_is_published_otherwise_is_not_taken_out_of_cumulative_figures():
    """50.0 less 40.0 leave 9.9 to 10.1, and 10.4 was published: earlier months were restated meanwhile."""
    lines = "exports CQ 2023-01--2023-04=40.0e8 2023-01--2023-05=50.0e8"
    book = catalogue(f"{lines} 2023-05=10.4e8")
    assert why(book, "exports/CQ/2023-05/single_month") == (
        "The cumulative figures leave 1.00 billion yuan for it, while 1.04 billion yuan is published for the month itself."
    )
    assert (
        why(book, "exports/CQ/2023-05/single_month", "zh")
        == "由累计数推算为10.0亿元，而公布的当月数为10.4亿元。"
    )
    agreeing = catalogue(f"{lines} 2023-05=10.1e8")
    assert agreeing.get("exports/CQ/2023-05/single_month").value == Decimal("10e8")
    other_scope = catalogue(f"{lines} 2023-05=10.4e8[wide]")
    assert other_scope.get("exports/CQ/2023-05/single_month").value == Decimal("10e8")
