"""``implied_base``: the earlier level that growth or a multiple implies."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reportgen.kinds import Catalogue
from reportgen.kinds.figure import Kind
from reportgen.language import language
from reportgen.values import Bound
from tests.builders import dataset
from tests.kinds.saying import catalogue, listed_of, number


@given(st.integers(1, 10**6), st.integers(-900, 9000))
def test_growth_over_the_implied_base_is_the_reported_growth(level, tenths):
    rate = Decimal(tenths) / 10
    book = catalogue(f"exports CN-CQ 2021={level}e6 2021:yoy={rate}")
    base = book.get("exports/CN-CQ/2021/implied_base").value
    assert base is not None
    assert abs((Decimal(level).scaleb(6) - base) / base * 100 - rate) < Decimal("1e-15")


def test_an_implied_base_says_which_period_it_stands_for():
    figure = catalogue("exports CN-CQ 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9").get(
        "exports/CN-CQ/2022-01--2022-05/implied_base"
    )
    assert number(figure, -7) == Decimal("10.48e9")
    assert figure.precision == 7
    assert language("en").say_sentence(figure.note) == "Implied for January–May 2021."
    assert "2021年1—5月" in language("zh").say_sentence(figure.note)


def test_a_multiple_of_a_named_year_implies_the_level_of_that_year():
    book = Catalogue(dataset("cbec_trade CN 2023=2.38e12 2023:yoy=15.6 2023:multiple:2018=~10"))
    figure = book.get("cbec_trade/CN/2023/implied_base:2018")
    assert figure.value == Decimal("238e9")
    assert figure.bound is Bound.APPROXIMATE
    assert str(figure.formula) == "a ÷ b"
    assert figure.inputs == ("cbec_trade/CN/2023/level", "cbec_trade/CN/2023/multiple:2018")
    assert "Implied for 2018" in language("en").say_sentence(figure.note)
    assert figure in book.all()
    by_growth = book.get("cbec_trade/CN/2023/implied_base")  # that of the year before stays the growth's
    assert by_growth.inputs[1] == "cbec_trade/CN/2023/growth_yoy"


def test_more_than_ten_times_bounds_the_earlier_level_from_above():
    book = Catalogue(dataset("exports CN 2023=100e9 2023:multiple:2018=>10"))
    assert book.get("exports/CN/2023/implied_base:2018").bound is Bound.UPPER


def test_a_multiple_of_another_area_or_of_no_named_year_implies_nothing():
    assert not listed_of(
        Kind.IMPLIED_BASE, "exports CN 2023=100e9 2023:multiple:CN-CQ=10", "exports CN-CQ 2023=1e9"
    )
    assert not listed_of(Kind.IMPLIED_BASE, "exports CN 2023=100e9 2016--2023:multiple=39")
