"""``target_gap``: what is missing to a target."""

from tests.kinds.saying import catalogue


def test_a_target_for_a_rate_has_its_gap_in_points():
    book = catalogue("coverage(percent,stock) CN-CQ 2021=40 2023=55 2025:target:2021=>=80")
    gap = book.get("coverage/CN-CQ/2023/target_gap@coverage_2025")
    assert gap.value == 25
    assert gap.unit == "percentage_points"
    assert gap.precision <= 0
    assert book.get("coverage/CN-CQ/2023/target_required_growth@coverage_2025").value is None
