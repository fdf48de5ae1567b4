"""Shares and growth that rest on a level which a later growth implies, and figures that are looked at and not compared."""

from decimal import Decimal

from reportgen.figures.records import FigureRecord
from reportgen.values import rounded
from tests.kinds.saying import catalogue, listed, printed, why


def test_months_have_a_share_in_their_year_though_only_growth_tells_them():
    # 19.79 up 88.9% were 10.476 the year before: 32.5% of 32.21
    book = catalogue("cbec CQ 2021=32.21e9 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9")
    assert printed(book, "cbec/CQ/2021-01--2021-05/share:2021") == "32.5%"
    assert "cbec/CQ/2021-01--2021-05/share:2021" in listed(book)


def test_but_not_across_a_break_between_the_two():
    book = catalogue("cbec CQ 2021=32.21e9 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9 2022:break")
    assert "breaks in 2022" in why(book, "cbec/CQ/2021-01--2021-05/share:2021")


def test_months_as_published_have_it_too():
    book = catalogue("cbec CQ 2021=32.2e9 2021-01--2021-05=16.1e9")
    assert printed(book, "cbec/CQ/2021-01--2021-05/share:2021") == "50.0%"
    assert "longer period" in why(book, "cbec/CQ/2021-01--2021-05/share:2020")


def test_growth_against_a_year_that_a_later_growth_implies():
    # 110 up 10% implies 100 for 2020; 2022 stands at 150
    book = catalogue("exports CQ 2021=110e8 2021:yoy=10.0 2022=150e8")
    assert printed(book, "exports/CQ/2022/growth_computed:2020") == "50.0%"


def test_growth_is_not_computed_from_the_base_that_itself_implies():
    book = catalogue("exports CQ 2021=110e8 2021:yoy=10.0")
    assert book.get("exports/CQ/2021/growth_computed:2020").value is None


def test_a_multiple_of_a_year_that_was_inferred_is_not_comparable():
    figure = catalogue("cbec CN 2023?=2.38e12 2023?:multiple:2018=~10").get("cbec/CN/2023/implied_base:2018")
    assert not figure.comparable
    assert figure.reason is not None


def test_a_bound_that_rounding_moves_is_printed_at_its_safe_end():
    """100.0 may be 100.05, and 100.05 / 0.95 = 105.316: below 105.32 would not hold everywhere if 100.0 / 0.95 were rounded up."""
    book = catalogue("exports CQ 2023=100.0e8 2023:yoy=almost-5.0")
    figure = book.get("exports/CQ/2023/implied_base")
    assert rounded(figure.value, 4) == Decimal("10526320000")
    assert printed(book, "exports/CQ/2023/implied_base") == "less than 10.54 billion yuan"
    assert printed(book, "exports/CQ/2023/implied_base", "zh") == "不足105.4亿元"
    record = FigureRecord.of(figure, book)
    assert (
        FigureRecord.from_xml(record.to_xml("x")).safe
        == FigureRecord.from_json(record.to_json()).safe
        == figure.safe
    )
