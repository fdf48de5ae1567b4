"""Which growth goes with a level in its sentence: of its own currency, on the year before or else on the year that a source names."""

from decimal import Decimal

import pytest

from reportgen.dataset.vintages import known
from reportgen.kinds import Catalogue
from tests.builders import dataset
from tests.kinds.saying import catalogue, listed, said


@pytest.mark.parametrize(
    ("lines", "en", "zh"),
    [
        # 22.36 on 20.69 of 2019, as a source reports it
        ("exports CQ 2019=20.69e8 2021=22.36e8 2021:yoy:2019=8.1", "up 8.1% on 2019.", "比2019年增长8.1%。"),
        # the year before wins where both are reported
        (
            "exports CQ 2021=22.36e8 2021:yoy:2019=8.1 2021:yoy=5.0",
            "up 5.0% year on year.",
            "比上年增长5.0%。",
        ),
    ],
)
def test_growth_on_an_earlier_year_is_said_where_there_is_none_on_the_year_before(lines, en, zh):
    book = catalogue(lines)
    assert said(book, "exports/CQ/2021/level").endswith(en)
    assert said(book, "exports/CQ/2021/level", "zh").endswith(zh)


def test_a_level_in_dollars_has_the_growth_in_dollars():
    # 101.56 on 122.37 are 17.0% less; in yuan 700 on 800 are 12.5% less
    data = dataset("exports CQ 2022=800e8 2023=700e8 2022=122.37e8USD 2023=101.56e8USD")
    book = Catalogue(data)
    assert "exports/CQ/2023/growth_computed:USD" in listed(book)
    assert said(book, "exports/CQ/2023/level:USD").endswith("down 17.0% year on year.")
    assert said(book, "exports/CQ/2023/level").endswith("down 12.5% year on year.")


def test_growth_in_another_currency_says_the_currency_where_no_level_stands_beside_it():
    """The customs office reports 10.7% less in yuan and 15.2% less in dollars."""
    book = catalogue(
        "trade CN-CQ 2023:yoy=-10.7 2023:yoy=-15.2#usd", observations={"usd": {"growth_currency": "USD"}}
    )
    assert said(book, "trade/CN-CQ/2023/growth_yoy:USD").endswith("fell 15.2% year on year in US dollars.")
    assert said(book, "trade/CN-CQ/2023/growth_yoy:USD", "zh").endswith("，以美元计，比上年下降15.2%。")


@pytest.mark.parametrize("order", ["2024:yoy=5.6#z 2024:yoy=5.5#a", "2024:yoy=5.5#a 2024:yoy=5.6#z"])
def test_growth_in_real_terms_follows_that_at_current_prices(order):
    """Income grew 5.6%, and 5.5% in real terms: in whatever order the two rows stand, and whatever they are called."""
    data = dataset(f"exports CQ 2024=10e9 {order}", observations={"a": {"prices": "constant"}})
    book = Catalogue(known(data).dataset)
    assert said(book, "exports/CQ/2024/level").endswith("up 5.6% year on year, up 5.5% in real terms.")
    assert said(book, "exports/CQ/2024/level", "zh").endswith("比上年增长5.6%，扣除价格因素，实际增长5.5%。")
    assert book.get("exports/CQ/2024/growth_yoy").value == Decimal("5.6")
