"""``target_path``: where the way from the base to the target stands."""

from decimal import Decimal

from reportgen.kinds.figure import Kind
from reportgen.language import language
from tests.kinds.saying import PLAN, catalogue, number


def test_at_the_base_there_is_no_path_and_no_pace():
    book = catalogue("cbec_trade CN-CQ 2021=32.21e9 2025:target:2021=>70e9")
    status = book.target_progress("cbec_trade_2025", Kind.TARGET_STATUS)
    assert status.state == "unknown"
    assert status.reason is not None
    assert "starts from" in language("en").say_sentence(status.reason)
    assert book.target_progress("cbec_trade_2025", Kind.TARGET_PATH).value is None
    assert book.target_progress("cbec_trade_2025", Kind.TARGET_PROJECTION).value is None
    assert book.target_progress("cbec_trade_2025", Kind.TARGET_ELAPSED).value == 0
    assert number(book.target_progress("cbec_trade_2025", Kind.TARGET_REQUIRED_GROWTH)) == Decimal("21.4")


def test_without_a_base_there_is_no_path_but_gap_and_completion():
    book = catalogue("zones(count,stock) CN-CQ 2024=5 2025:target=>=10")
    assert book.target_progress("zones_2025", Kind.TARGET_GAP).value == 5
    assert book.target_progress("zones_2025", Kind.TARGET_COMPLETION).value == 50
    for kind in (Kind.TARGET_PATH, Kind.TARGET_ELAPSED, Kind.TARGET_PROJECTION):
        reason = book.target_progress("zones_2025", kind).reason
        assert reason is not None
        assert "names no value it starts from" in language("en").say_sentence(reason)
    assert book.target_progress("zones_2025", Kind.TARGET_STATUS).state == "unknown"


def test_the_path_of_every_year_is_listed_and_ends_at_the_target():
    book = catalogue(PLAN)
    path = [item for item in book.all() if item.id.kind is Kind.TARGET_PATH]
    assert [item.id.period.year for item in path] == [2022, 2023, 2024, 2025]
    assert path[-1].value == Decimal("70e9")
