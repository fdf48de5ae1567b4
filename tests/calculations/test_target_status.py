"""Achieved, on track, behind, missed or unknown: what the observation's words allow."""

from decimal import Decimal

import pytest

from reportgen.calculations.target_status import aims_down, satisfies, status
from reportgen.messages import Bilingual
from reportgen.values import Qualifier, Quantity


def state(
    text: str, qualifier: str = "eq", *, strict=True, falling=False, over=False, mark: str | None = None
) -> str:
    return status(
        Quantity.parse(text, 0, Qualifier(qualifier)),
        Decimal(70),
        strict=strict,
        falling=falling,
        over=over,
        mark=None if mark is None else Decimal(mark),
        no_mark=Bilingual("No path.", "无路径。"),
    ).state.value


@pytest.mark.parametrize(
    ("text", "qualifier", "strict", "answer"),
    [
        ("71", "eq", True, True),
        ("70", "eq", True, False),  # to be exceeded
        ("70", "eq", False, True),  # at least
        ("70", "gt", True, True),
        ("70", "ge", True, None),  # may be just 70
        ("60", "gt", True, None),  # may be anything above
        ("70", "almost", False, False),
        ("80", "almost", True, None),
        ("72", "about", True, None),
        ("100", "about", True, True),
        ("40", "about", True, False),
    ],
)
def test_a_number_lies_beyond_a_threshold_as_far_as_its_words_say(text, qualifier, strict, answer):
    quantity = Quantity.parse(text, 0, Qualifier(qualifier))
    assert satisfies(quantity, Decimal(70), strict=strict, falling=False) is answer


def test_below_a_ceiling_the_words_turn_round():
    under = Quantity.parse("70", 0, Qualifier.LT)
    over = Quantity.parse("70", 0, Qualifier.GT)
    assert satisfies(under, Decimal(70), strict=True, falling=True) is True
    assert satisfies(over, Decimal(70), strict=False, falling=True) is False


def test_the_five_states():
    assert state("71") == "achieved"
    assert state("50", over=True) == "missed"
    assert state("50", mark="48") == "on_track"
    assert state("47", mark="48") == "behind"
    assert state("50") == "unknown"


def test_just_the_threshold_misses_a_target_to_be_exceeded():
    assert state("70", over=True) == "missed"
    assert state("70", over=True, strict=False) == "achieved"


def test_a_bounded_number_is_only_called_what_is_certain():
    assert state("50", "gt", mark="48") == "on_track"
    assert state("47", "gt", mark="48") == "unknown"
    assert state("47", "almost", mark="48") == "behind"
    assert state("60", "gt", over=True) == "unknown"


def test_a_ceiling_is_on_track_below_its_path():
    assert state("80", falling=True, mark="85") == "on_track"
    assert state("90", falling=True, mark="85") == "behind"
    assert state("69", falling=True) == "achieved"


def test_whether_a_target_is_to_come_down_to():
    assert aims_down("le", "up", None, Decimal(5))
    assert not aims_down("gt", "down", None, Decimal(5))
    assert aims_down("eq", "down", None, Decimal(5))
    assert aims_down("eq", "up", Decimal(9), Decimal(5))
    assert not aims_down("eq", "down", Decimal(3), Decimal(5))
