"""``target_gap``: what is missing to a target."""

from tests.kinds.saying import catalogue, printed


def test_a_target_for_a_rate_has_its_gap_in_points():
    book = catalogue("coverage(percent,stock) CN-CQ 2021=40 2023=55 2025:target:2021=>=80")
    gap = book.get("coverage/CN-CQ/2023/target_gap@coverage_2025")
    assert gap.value == 25
    assert gap.unit == "percentage_points"
    assert gap.precision <= 0
    assert book.get("coverage/CN-CQ/2023/target_required_growth@coverage_2025").value is None


def test_a_gap_has_the_digits_of_the_observation():
    # 25000 - 5168 = 19832 (亿); 0.465 - 0.430 = 0.035
    book = catalogue("exports CQ 2021=5168e8 2025:target:2021=>=25000e8")
    assert printed(book, "exports/CQ/2021/target_gap@exports_2025", "zh") == "19832亿元"
    book = catalogue(
        "energy(tce) CQ 2022=0.465 2025:target:2022=<=0.430", indicators={"energy": {"round_to": -3}}
    )
    assert printed(book, "energy/CQ/2022/target_gap@energy_2025", "zh").startswith("0.035")
