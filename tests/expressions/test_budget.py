"""What a filling spends is counted as it is: bytes at most, seconds of its own work."""

import sys
import time
from itertools import repeat

import pytest

from reportgen.expressions.budget import MIB, Budget, Limits
from reportgen.expressions.failures import LimitError


@pytest.mark.parametrize(
    "value",
    [
        "x" * 100_000,
        "中" * 100_000,
        "𠀀" * 100_000,
        [*range(1000, 100_000)],
        [*map(float, range(100_000))],
        [chr(0x4E00 + number % 20_000) for number in range(100_000)],
        {number: str(number) for number in range(100_000)},
    ],
    ids=["text", "Chinese", "rare characters", "numbers", "floats", "characters", "a mapping"],
)
def test_a_value_is_counted_with_all_that_it_takes(value):
    size = sys.getsizeof(value)
    if not isinstance(value, str):
        size += sum(map(sys.getsizeof, value.values() if isinstance(value, dict) else value))
    spent = Budget(Limits(memory_mib=1_000_000))
    spent.made(value)
    assert spent._made >= 0.95 * size


def test_small_texts_and_lists_cost_little():
    """A table of 20,000 rows of Chinese texts stays far from the limit."""
    spent = Budget(Limits())
    for _ in range(20_000):
        spent.made(["上海合作组织国家", "12.5%"])
        spent.made("上海合作组织国家" * 4)
    assert spent._made < 16 * MIB


def test_seconds_are_those_of_the_filling():
    """A machine that is busy with something else, or asleep, does not end a filling."""
    spent = Budget(Limits(seconds=0.05))
    time.sleep(0.1)
    assert spent.look()
    with pytest.raises(LimitError):
        any(not spent.look() for _ in repeat(None))
