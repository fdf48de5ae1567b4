"""``growth_pop``: growth on the month or quarter before."""

from tests.kinds.saying import catalogue, ids


def test_period_on_period_for_months_and_quarters():
    book = catalogue("exports CN-CQ 2022-04=40e9 2022-05=42e9 2022-Q1=100e9 2022-Q2=120e9")
    assert book.get("exports/CN-CQ/2022-05/growth_pop").value == 5
    assert book.get("exports/CN-CQ/2022-Q2/growth_pop").value == 20
    assert {"exports/CN-CQ/2022-05/growth_pop", "exports/CN-CQ/2022-Q2/growth_pop"} <= set(ids(book.all()))
