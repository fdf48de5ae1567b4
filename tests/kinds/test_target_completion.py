"""``target_completion``: level over target, percent."""

from tests.kinds.saying import PLAN, T, catalogue, printed


def test_it_is_the_level_over_the_target():
    book = catalogue(PLAN)
    assert printed(book, f"cbec_trade/CN-CQ/2022/target_completion{T}") == "57.1%"  # 40 / 70
