"""``ratio``: one indicator for each unit of another."""

from decimal import Decimal

import pytest

from reportgen.messages import Bilingual
from tests.kinds.saying import catalogue, printed, said, why

INVOICES = "sales(CNY) CQ 2023=1.25e9 2023=174e6USD", "invoices(count) CQ 2023=1726"
COUNTER = {"indicators": {"invoices": {"counter": Bilingual("invoices", "单")}}}


def test_dollars_an_invoice():
    book = catalogue(*INVOICES, **COUNTER)
    figure = book.get("sales/CQ/2023/ratio:invoices,USD")
    assert figure.value == Decimal("174e6") / 1726
    assert str(figure.formula) == "a ÷ b"
    assert printed(book, "sales/CQ/2023/ratio:invoices,USD") == "100,811 US dollars per invoice"
    assert printed(book, "sales/CQ/2023/ratio:invoices,USD", "zh") == "100811美元/单"
    assert said(book, "sales/CQ/2023/ratio:invoices,USD").endswith("averaged 100,811 US dollars per invoice.")


def test_in_the_indicators_own_unit_without_another():
    """1.245 to 1.255 billion of 1,726 are 721,000 to 727,000 each: the last of six digits would not be known."""
    assert (
        printed(catalogue(*INVOICES, **COUNTER), "sales/CQ/2023/ratio:invoices") == "724,220 yuan per invoice"
    )


@pytest.mark.parametrize(
    ("sales", "firms", "en", "zh"),
    [
        ("30145.79e8", "1726", "1.747 billion yuan per firm", "17.47亿元/家"),
        ("30145.79e6", "1726", "17.47 million yuan per firm", "1747万元/家"),
        ("5.00e8", "3", "167 million yuan per firm", "1.67亿元/家"),
        ("5e4", "7", "7,140 yuan per firm", "7140元/家"),
        ("12.5", "7", "1.79 yuan per firm", "1.79元/家"),
        ("50.0", "700000", "0.000071 yuan per firm", "0.000071元/家"),
    ],
)
def test_the_digits_of_a_ratio_follow_from_those_of_its_inputs(sales, firms, en, zh):
    counter = {"indicators": {"firms": {"counter": Bilingual("firms", "家")}}}
    book = catalogue(f"sales CQ 2023={sales}", f"firms(count) CQ 2023={firms}", **counter)
    assert printed(book, "sales/CQ/2023/ratio:firms") == en
    assert printed(book, "sales/CQ/2023/ratio:firms", "zh") == zh


def test_it_needs_the_other_indicator_and_its_level():
    book = catalogue(*INVOICES, **COUNTER)
    assert "divided by" in why(book, "sales/CQ/2023/ratio")
    assert "no level" in why(book, "sales/CQ/2022/ratio:invoices")


def test_a_bound_of_the_divisor_turns():
    book = catalogue("sales CQ 2023=10.30e8", "firms(count) CQ 2023=>100")
    assert printed(book, "sales/CQ/2023/ratio:firms").startswith("less than 10.31 million yuan")


def test_nothing_is_divided_by_a_rate():
    book = catalogue("sales CQ 2023=10e8", "unemp(percent) CQ 2023=5")
    assert "do not add up" in why(book, "sales/CQ/2023/ratio:unemp")
