"""``target``: what a plan sets."""

from decimal import Decimal

from reportgen.kinds.figure import Kind
from reportgen.language import language
from reportgen.values import Bound
from tests.kinds.saying import PLAN, T, catalogue


def test_a_target_is_a_figure_at_its_threshold():
    figure = catalogue(PLAN).target_figure("cbec_trade_2025")
    assert str(figure.id) == f"cbec_trade/CN-CQ/2025/target{T}"
    assert figure.value == Decimal("70e9")
    assert figure.qualifier == "gt"
    assert figure.bound is Bound.EXACT
    assert figure.target == "cbec_trade_2025"
    assert figure.citations


def test_a_target_to_be_exceeded_says_that_its_threshold_is_taken():
    note = catalogue(PLAN).get(f"cbec_trade/CN-CQ/2022/target_completion{T}").note
    assert "threshold, which is to be exceeded" in language("en").say_sentence(note)
    assert "目标要求超过该值" in language("zh").say_sentence(note)


def test_a_target_without_any_observation_is_listed_with_the_reason():
    book = catalogue("zones(count,stock) CN-CQ 2025:target=>=10")
    figures = [item for item in book.all() if item.target == "zones_2025"]
    assert [item.id.kind for item in figures] == [
        Kind.TARGET,
        Kind.TARGET_GAP,
        Kind.TARGET_COMPLETION,
        Kind.TARGET_STATUS,
    ]
    assert all("to measure the target on" in language("en").say_sentence(item.reason) for item in figures[1:])
