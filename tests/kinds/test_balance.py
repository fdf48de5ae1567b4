"""``balance``: exports less imports."""

from decimal import Decimal

from tests.kinds.saying import catalogue, ids, why


def test_the_balance_of_exports_and_imports():
    book = catalogue("exports CN-CQ 2023=470e9", "imports CN-CQ 2023=242e9")
    figure = book.get("exports/CN-CQ/2023/balance")
    assert figure.value == Decimal("228e9")
    assert figure.unit == "CNY"
    assert book.get("exports/CN-CQ/2023/balance:imports") is figure
    assert "exports/CN-CQ/2023/balance" in ids(book.all())


def test_a_balance_smaller_than_its_rounding_is_none():
    book = catalogue("exports CQ 2023=100e8", "imports CQ 2023=99.8e8")
    assert "smaller than the rounding" in why(book, "exports/CQ/2023/balance")
