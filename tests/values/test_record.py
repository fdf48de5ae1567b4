"""Records are frozen; those that keep what was worked out of them take it along to other processes."""

import pickle
from functools import cached_property

import pytest

from reportgen.record import CachingRecord, Record, replace


class Pair(Record):
    first: int
    second: str = ""


class Kept(CachingRecord):
    number: int

    @cached_property
    def double(self) -> int:
        return self.number * 2


def test_a_record_is_frozen_and_equal_to_another_with_the_same_fields():
    pair = Pair(1)
    with pytest.raises(AttributeError):
        pair.first = 2
    assert {pair, replace(pair, second="")} == {Pair(1, "")}


def test_what_was_worked_out_of_a_record_is_pickled_with_it_and_not_taken_over_by_others():
    kept = Kept(3)
    vars(kept)["double"] = 7
    again = pickle.loads(pickle.dumps(kept))
    assert (again, again.double) == (kept, 7)
    assert replace(kept, number=3).double == 6
