"""Records are what the standard library's frozen dataclasses with slots are."""

import copy
import dataclasses
import inspect
import pickle
from pathlib import Path
from typing import Any, ClassVar

import pytest

from reportgen import dataclass as ours


def made_by(decorator: Any) -> Any:
    @decorator(frozen=True, slots=True)
    class Record:
        KIND: ClassVar[str] = "record"
        name: str
        sizes: tuple[int, ...] = ()
        seen: list[int] = dataclasses.field(default_factory=list, compare=False)
        length: int = dataclasses.field(default=0, init=False, repr=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

        def doubled(self) -> str:
            return self.name * 2

    return Record


RECORD, STANDARD = made_by(ours.dataclass), made_by(dataclasses.dataclass)


@ours.dataclass(frozen=True, slots=True)
class Kept:
    one: str
    two: int = 2


@ours.dataclass(frozen=True, slots=True)
class OwnHash:
    one: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnHash)

    def __hash__(self) -> int:
        return 7


def test_records_are_made_compared_hashed_shown_and_replaced_alike():
    for kind in (RECORD, STANDARD):
        one, other = kind("ab", (1,)), kind("ab", (1,), [5])
        assert one == other
        assert one != kind("abc", (1,))
        assert one != ("ab", (1,), [])
        assert hash(one) == hash(other)
        assert len({one, other, kind("c")}) == 2
        assert (one.length, one.seen, other.seen, one.doubled()) == (2, [], [5], "abab")
        assert dataclasses.replace(one, name="abc").length == 3
        assert [field.name for field in dataclasses.fields(kind)] == ["name", "sizes", "seen", "length"]
    assert repr(RECORD("ab", seen=[1])) == repr(STANDARD("ab", seen=[1]))
    assert list(inspect.signature(RECORD).parameters) == list(inspect.signature(STANDARD).parameters)
    assert RECORD.__match_args__ == STANDARD.__match_args__
    assert kinds_of_failure(RECORD) == kinds_of_failure(STANDARD)


def kinds_of_failure(kind: Any) -> list[type]:
    found = []
    one = kind("ab")
    tried = (
        lambda: kind(), lambda: kind("a", unknown=1), lambda: hash(kind([1])), lambda: setattr(one, "name", "b"),
        lambda: delattr(one, "name"),
    )  # fmt: skip
    for attempt in tried:
        with pytest.raises((TypeError, AttributeError)) as failed:
            attempt()
        found.append(failed.type)
    return found


def test_records_are_kept_and_copied():
    one = Kept("a")
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == copy.copy(one) == one
    assert not hasattr(one, "__dict__")


def test_what_a_class_says_itself_stands_and_heirs_are_the_library_s():
    assert hash(OwnHash("a")) == 7
    assert OwnHash("a") == OwnHash("b")

    @ours.dataclass(frozen=True, slots=True)
    class Heir(Kept):
        three: int = 3

    assert Heir("a") == Heir("a", 2, 3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Heir("a").three = 4  # type: ignore[misc]


def test_nobody_makes_records_otherwise():
    others = [
        path.name
        for path in Path(ours.__file__).parent.rglob("*.py")
        if path.name != "dataclass.py"
        and "@dataclass(frozen=True, slots=True)" in (text := path.read_text("utf-8"))
        and "from reportgen.dataclass import dataclass" not in text
    ]
    assert not others
