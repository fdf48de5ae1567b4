"""Shares and growth that rest on a level which a later growth implies, and figures that are looked at and not compared."""

from decimal import Decimal

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.values import rounded
from tests.kinds.saying import catalogue, printed


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
