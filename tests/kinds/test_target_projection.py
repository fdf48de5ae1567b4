"""``target_projection``: where the growth since the base leads by the end of the plan."""

from decimal import Decimal

from tests.kinds.saying import PLAN, T, catalogue, number, printed


def test_the_growth_since_the_base_goes_on_and_is_printed_as_coarsely_as_what_it_rests_on():
    book = catalogue(PLAN)
    figure_id = f"cbec_trade/CN-CQ/2022/target_projection{T}"
    assert number(book.get(figure_id), -7) == Decimal("76.61e9")  # 40 x (40 / 32.21) ^ 3
    assert printed(book, figure_id) == "77 billion yuan"
