"""``target_progress``: the share of the way from the plan's base to its target."""

from tests.kinds.saying import PLAN, T, catalogue, printed, why


def test_the_way_is_counted_from_the_base():
    book = catalogue(PLAN)
    assert (
        printed(book, f"cbec_trade/CN-CQ/2022/target_progress{T}") == "20.6%"
    )  # (40 - 32.21) / (70 - 32.21)


def test_without_a_base_there_is_no_way():
    book = catalogue("zones(count,stock) CN-CQ 2024=5 2025:target=>=10")
    assert why(book, "zones/CN-CQ/2024/target_progress@zones_2025")
