"""Units that are apart from their numbers in prose: 出口（亿元）322.1, ``322.1 (100 million yuan)``, ``Unit: 10,000 yuan. Exports 32,100``.

A number is given such a unit only where one alone can be meant; every other number stays bare.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import islice

from reportgen.language.any_language import pattern
from reportgen.language.direction_reader import has_direction
from reportgen.language.number_reader import QuantityInText, number_reader
from reportgen.language.other_numbers import other_number_spans
from reportgen.language.spans import Spans
from reportgen.language.unit_reader import StatedUnit, the_unit_in, unit_in_text, worded_heads
from reportgen.record import Record, replace
from reportgen.regex import regex
from reportgen.units import COUNT, PERCENT

_BRACKETS = regex(r"\s*[(（\[［]\s*(?P<within>[^()（）\[\]［］]{1,40}?)\s*[)）\]］]")
_MARKS = regex(r"[;；:：|｜()（），]|,(?!\d{3})")
_HEAD_ENDS = ":：|｜"
_WORDS = regex(r"(?<![^\s/、,，;；:：|｜])(?=\S)")
_LONGEST, _LONGEST_WORD = 40, 20
_STOP = regex(r"[。；;\n]|\.(?=\s|$)")
_LIST = regex(r"\s*(?:[,，、;；/]|\band\b|和|及)?\s*")
_DIRECTLY = regex(r"[\s:：|｜]*")
_MOST_PLACES = 5
"""How many units before a number are looked at: two that differ leave it open which is its own."""
_YEARS = frozenset(range(1900, 2101))


class _Reach(Enum):
    """Which numbers a unit is that of: the one right behind it, the next of its sentence, or all that follow."""

    NEXT = auto()
    SENTENCE = auto()
    TEXT = auto()


class _UnitPlace(Record):
    """A unit where it is in a text."""

    start: int
    end: int
    unit: StatedUnit
    reach: _Reach


def with_units_apart(
    text: str, found: Sequence[QuantityInText], covered: Sequence[tuple[int, int]] = ()
) -> list[QuantityInText]:
    """The numbers of a text, bare ones with the unit that is apart from them.

    Numbers in stretches that are ``covered``, and in dates, have none. The digits of a unit that was given (100 million yuan)
    are no number.
    """
    if not any(item.is_bare and item.number not in _YEARS for item in found):
        return [*found]
    places = sorted(_places(text, found), key=lambda place: place.end)
    if not places:
        return [*found]
    given = _Giving(text, places).to(found, covered)
    used = Spans((place.start, place.end) for place in given.values())
    return [
        _with_unit(text, item, given.get(item.start))
        for item in found
        if not used.touches(item.start, item.start + 1)
    ]


class _Giving:
    """Gives the numbers of a text the units that are in places of it, which are in the order of their ends."""

    def __init__(self, text: str, places: Sequence[_UnitPlace]) -> None:
        self._text, self._places = text, places
        self._ends = [place.end for place in places]
        self._by_start = {place.start: place for place in places}
        self._for_all = [place for place in places if place.reach is _Reach.TEXT]
        self._given: dict[int, _UnitPlace] = {}
        self._behind_numbers: set[_UnitPlace] = set()

    def to(
        self, found: Sequence[QuantityInText], covered: Sequence[tuple[int, int]]
    ) -> Mapping[int, _UnitPlace]:
        """The place of each number's unit, by where the number begins."""
        numbers = self._without_others(found, Spans(covered))
        for item in numbers:
            if item.is_bare and (after := self._by_start.get(item.end)):
                self._given[item.start] = after
                self._behind_numbers.add(after)
        previous: QuantityInText | None = None
        for item in numbers:
            is_open = item.is_bare and item.start not in self._given
            if is_open and (place := self._before(item, previous)) is not None:
                self._given[item.start] = place
            previous = item
        return self._given

    def _without_others(self, found: Sequence[QuantityInText], covered: Spans) -> list[QuantityInText]:
        """The numbers apart from years, dates and those of a unit."""
        others = Spans(other_number_spans(self._text))
        units = Spans((place.start, place.end) for place in self._places)
        return [
            item
            for item in found
            if not (item.is_bare and item.number in _YEARS)
            and not covered.touches(item.start, item.number_end)
            and not units.touches(item.start, item.start + 1)
            and (self._is_beside(item) or not others.touches(item.start, item.number_end))
        ]

    def _is_beside(self, item: QuantityInText) -> bool:
        """Whether a number is right behind a unit, or right before one and too long for the number of a table."""
        nearest = next(self._backwards(item), None)
        if nearest is not None and self._is_directly(nearest, item):
            return True
        return item.end in self._by_start and (item.number >= 1000 or "." in item.text)

    def _before(self, item: QuantityInText, previous: QuantityInText | None) -> _UnitPlace | None:
        """The unit that is before a number: nearest to it in its sentence, that of the list it is in, or that of all numbers."""
        start = previous.end if previous else 0
        near = [*islice(self._near(item, start), _MOST_PLACES)]
        if near:
            place = near[0] if len({one.unit for one in near}) == 1 else None
        elif previous is not None and _LIST.fullmatch(self._text, previous.end, item.start):
            place = self._given.get(previous.start)
        else:
            before = bisect_right(self._for_all, item.start, key=lambda place: place.end)
            place = self._for_all[before - 1] if before else None
        if place is None or place.unit.unit == PERCENT:
            return place
        return None if _names_change(self._text[max(start, place.end) : item.start]) else place

    def _near(self, item: QuantityInText, start: int) -> Iterator[_UnitPlace]:
        """The units between a number and ``start`` that may be its own, the nearest first."""
        for place in self._backwards(item):
            if place.end <= start:
                return
            if place.start < start or place in self._behind_numbers:
                continue
            if place.reach is _Reach.NEXT and not self._is_directly(place, item):
                continue
            if place.reach is _Reach.TEXT or _STOP.search(self._text, place.end, item.start) is None:
                yield place

    def _backwards(self, item: QuantityInText) -> Iterator[_UnitPlace]:
        last = bisect_right(self._ends, item.start)
        return (self._places[at] for at in range(last - 1, -1, -1))

    def _is_directly(self, place: _UnitPlace, item: QuantityInText) -> bool:
        return _DIRECTLY.fullmatch(self._text, place.end, item.start) is not None


def _places(text: str, found: Sequence[QuantityInText]) -> Iterator[_UnitPlace]:
    """Where units are that are not beside a number."""
    for match in _BRACKETS.finditer(text):
        within = match["within"]
        if (unit := _unit(unit_in_text(within) or within)) is not None:
            yield _UnitPlace(match.start(), match.end(), unit, _Reach.SENTENCE)
    numbers = Spans((item.start, item.end) for item in found), {item.start for item in found}
    start = 0
    for mark in _MARKS.finditer(text):
        if (
            mark[0] in _HEAD_ENDS
            or mark[0] == "，"
            or (mark[0] == "," and text[mark.end() : mark.end() + 1] == " ")
        ):
            yield from _up_to_mark(text, start, mark, *numbers)
        start = mark.end()
    for start, end, unit in worded_heads(text):
        yield _UnitPlace(start, end, unit, _Reach.TEXT)


def _up_to_mark(
    text: str, start: int, mark: re.Match[str], numbers: Spans, starts: Collection[int]
) -> Iterator[_UnitPlace]:
    """The unit at the end of what a colon ends (Exports, 100 million yuan: 32.1), or alone between commas; not that of an amount that is said."""
    end = start + len(text[start : mark.start()].rstrip())
    if number_reader().patterns.unit_at_end.search(text[max(start, end - _LONGEST_WORD) : end]) is None:
        return
    is_head = mark[0] in _HEAD_ENDS
    for word in _WORDS.finditer(text, max(start, end - _LONGEST), end):
        at = word.start()
        if not is_head and text[start:at].strip():
            return
        is_said = numbers.touches(at, at + 1) and not (is_head and at in starts)
        unit = None if is_said else _unit(text[at:end])
        if unit is not None and unit.unit != COUNT:
            yield _UnitPlace(at, mark.end(), unit, _Reach.NEXT if is_head else _Reach.SENTENCE)
            return


def _unit(words: str) -> StatedUnit | None:
    """The unit that words name in full, a multiplier alone too; a mere number of things (10 largest) is none."""
    unit = the_unit_in(words) if len(words) <= _LONGEST else None
    return unit if unit is not None and (unit.unit or number_reader().power_of(words) is not None) else None


def _names_change(words: str) -> bool:
    return pattern("table_words", "RATE_HEAD").search(words) is not None or has_direction(words)


def _with_unit(text: str, item: QuantityInText, place: _UnitPlace | None) -> QuantityInText:
    if place is None:
        return item
    end = place.end if place.start == item.end else item.end
    return replace(
        item, end=end, number_end=end, text=text[item.start : end], unit=place.unit.unit, power=place.unit.power,
        has_unit_apart=True,
    )  # fmt: skip
