"""Units know their class from their code."""

import pytest

from reportgen.units import UnitClass, ratio_of, unit_of


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CNY", UnitClass.AMOUNT),
        ("USD", UnitClass.AMOUNT),
        ("count", UnitClass.COUNT),
        ("person", UnitClass.COUNT),
        ("tonne", UnitClass.PHYSICAL),
        ("kWh", UnitClass.PHYSICAL),
        ("TEU", UnitClass.PHYSICAL),
        ("percent", UnitClass.RATE),
        ("percentage_points", UnitClass.POINTS),
        ("index", UnitClass.INDEX),
        ("CNY_per_USD", UnitClass.RATIO),
        ("CNY/USD", UnitClass.RATIO),
        ("times", UnitClass.TIMES),
        ("rank", UnitClass.RANK),
        ("bales", UnitClass.OTHER),
        ("", UnitClass.OTHER),
    ],
)
def test_a_code_tells_its_class(code, expected):
    assert unit_of(code).unit_class is expected


def test_a_ratio_names_its_two_units():
    ratio = unit_of(ratio_of("CNY", "USD"))
    assert (ratio.above, ratio.below) == ("CNY", "USD")


def test_what_adds_up_is_no_rate_and_no_ratio():
    adding = [
        code
        for code in ("CNY", "count", "tonne", "percent", "percentage_points", "times", "rank", "A/B")
        if unit_of(code).adds_up
    ]
    assert adding == ["CNY", "count", "tonne"]
