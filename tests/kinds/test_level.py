"""``level``: a number as its source wrote it."""

from decimal import Decimal

import pytest

from reportgen.values import Bound
from tests.kinds.saying import catalogue, ids


def test_an_observation_is_a_figure_as_its_source_wrote_it():
    figure = catalogue('cbec_trade CN-CQ 2023=almost20e9 "s2|almost 20 billion CNY"').get(
        "cbec_trade/CN-CQ/2023/level"
    )
    assert figure.value == Decimal("20e9")
    assert figure.qualifier == "almost"
    assert figure.bound is Bound.UPPER
    assert figure.unit == "CNY"
    assert figure.precision == 9  # as written: coarser than the indicator's 7
    assert figure.observation == "cbec_trade_CN-CQ_2023"
    assert [(item.source, item.statement) for item in figure.citations] == [("s2", "almost 20 billion CNY")]


@pytest.mark.parametrize(
    ("token", "precision"), [("2021=32.21e9", 7), ("2021=32.2134e9", 7), ("2021=32e9", 9)]
)
def test_a_level_is_printed_at_round_to_or_as_coarsely_as_written(token, precision):
    assert catalogue(f"cbec_trade CN-CQ {token}").get("cbec_trade/CN-CQ/2021/level").precision == precision


def test_a_second_unit_stands_in_the_base():
    book = catalogue("exports CN-CQ 2021=470e9 2021=72.5e9USD")
    assert ids(book.all())[:2] == ["exports/CN-CQ/2021/level", "exports/CN-CQ/2021/level:USD"]
    assert book.get("exports/CN-CQ/2021/level:USD").value == Decimal("72.5e9")
    assert book.get("exports/CN-CQ/2021/level:CNY").value == Decimal("470e9")


def test_a_stock_of_a_year_is_the_one_of_its_last_day():
    book = catalogue("firms(count,stock) CN-CQ 2022-12-31=40 2023-12-31=50")
    assert book.get("firms/CN-CQ/2023-12-31/growth_computed").value == 25
    mixed = catalogue("firms(count,stock) CN-CQ 2022-12-31=40 2023=50")
    assert mixed.get("firms/CN-CQ/2023/growth_computed").value == 25
