"""``implied_exchange_rate``: the rate that one statement in two currencies implies."""

from decimal import Decimal

from reportgen.kinds.figure import Kind
from tests.kinds.saying import catalogue, number


def test_an_exchange_rate_is_implied_by_one_statement_in_two_currencies():
    words = "174 million USD (equivalent to 1.25 billion CNY)"
    book = catalogue(f'exports CN-CQ 2023=174e6USD "s1 stated|{words}" 2023=1.25e9 "s1 converted|{words}"')
    figure = book.get("exports/CN-CQ/2023/implied_exchange_rate")
    assert number(figure, 2) == Decimal("7.18")
    assert figure.unit == "CNY_per_USD"
    assert figure.precision == -2
    assert figure.inputs == ("exports/CN-CQ/2023/level", "exports/CN-CQ/2023/level:USD")
    assert book.get("exports/CN-CQ/2023/implied_exchange_rate:USD").value == figure.value


def test_two_statements_that_happen_to_agree_are_no_conversion():
    book = catalogue('exports CN-CQ 2023=174e6USD "s1|174 million" 2023=1.25e9 "s1 converted|1.25 billion"')
    assert book.get("exports/CN-CQ/2023/implied_exchange_rate").value is None


def test_one_statement_about_two_years_is_no_conversion():
    words = "174 million USD after 1.25 billion CNY"
    book = catalogue(f'exports CN-CQ 2023=174e6USD "{words}" 2022=1.25e9 "s1 converted|{words}"')
    assert not [item for item in book.all() if item.id.kind is Kind.IMPLIED_EXCHANGE_RATE]
