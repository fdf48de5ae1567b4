"""``ratio``: one indicator for each unit of another."""

from decimal import Decimal

from reportgen.messages import Bilingual
from tests.kinds.saying import catalogue, printed, said, why

INVOICES = "sales(CNY) CQ 2023=1.25e9 2023=174e6USD", "invoices(count) CQ 2023=1726"
COUNTER = {"indicators": {"invoices": {"counter": Bilingual("invoices", "单")}}}


def test_dollars_an_invoice():
    book = catalogue(*INVOICES, **COUNTER)
    figure = book.get("sales/CQ/2023/ratio:invoices,USD")
    assert figure.value == Decimal("174e6") / 1726
    assert figure.formula == "a ÷ b"
    assert printed(book, "sales/CQ/2023/ratio:invoices,USD") == "100,811 US dollars per invoice"
    assert printed(book, "sales/CQ/2023/ratio:invoices,USD", "zh") == "100811美元/单"
    assert said(book, "sales/CQ/2023/ratio:invoices,USD").endswith("averaged 100,811 US dollars per invoice.")


def test_in_the_indicators_own_unit_without_another():
    assert (
        printed(catalogue(*INVOICES, **COUNTER), "sales/CQ/2023/ratio:invoices") == "724,218 yuan per invoice"
    )


def test_no_more_than_six_digits_are_printed():
    """30,145.79 of 1,726: 17.4657 each; the ten digits of the quotient are not known."""
    book = catalogue("sales CQ 2023=30145.79e8", "firms(count) CQ 2023=1726")
    assert printed(book, "sales/CQ/2023/ratio:firms") == "1,746,570,000 yuan"


def test_it_needs_the_other_indicator_and_its_level():
    book = catalogue(*INVOICES, **COUNTER)
    assert "divided by" in why(book, "sales/CQ/2023/ratio")
    assert "no level" in why(book, "sales/CQ/2022/ratio:invoices")


def test_a_bound_of_the_divisor_turns():
    book = catalogue("sales CQ 2023=10.30e8", "firms(count) CQ 2023=>100")
    assert printed(book, "sales/CQ/2023/ratio:firms").startswith("less than 10,305,000 yuan")


def test_nothing_is_divided_by_a_rate():
    book = catalogue("sales CQ 2023=10e8", "unemp(percent) CQ 2023=5")
    assert "do not add up" in why(book, "sales/CQ/2023/ratio:unemp")
