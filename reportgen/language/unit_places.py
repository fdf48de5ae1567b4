"""Units that stand apart from their numbers in prose: 出口（亿元）322.1, ``322.1 (100 million yuan)``, ``Unit: 10,000 yuan. Exports 32,100``.

A number is given such a unit only where one alone can be meant; every other number stays bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from reportgen.language.any_language import pattern
from reportgen.language.direction_reader import has_direction
from reportgen.language.number_reader import QuantityInText, number_reader
from reportgen.language.other_numbers import other_number_spans
from reportgen.language.unit_reader import StatedUnit, the_unit_in, unit_in_text, worded_heads
from reportgen.units import COUNT, PERCENT

_BRACKETS = re.compile(r"\s*[(（\[［]\s*(?P<within>[^()（）\[\]［］]{1,40}?)\s*[)）\]］]")
_MARKS = re.compile(r"[;；:：|｜()（），]|,(?!\d{3})")
_HEAD_ENDS = ":：|｜"
_WORDS = re.compile(r"(?<![^\s/、,，;；:：|｜])(?=\S)")
_LONGEST, _LONGEST_WORD = 40, 20
_STOP = re.compile(r"[。；;\n]|\.(?=\s|$)")
_LIST = re.compile(r"\s*(?:[,，、;；/]|\band\b|和|及)?\s*")
_DIRECTLY = re.compile(r"[\s:：|｜]*")
_YEARS = range(1900, 2101)


class _Reach(Enum):
    """Which numbers a unit is that of: the one right behind it, the next of its sentence, or all that follow."""

    NEXT = auto()
    SENTENCE = auto()
    TEXT = auto()


class _Place(NamedTuple):
    """A unit where it stands in a text."""

    start: int
    end: int
    unit: StatedUnit
    reach: _Reach


def with_units_apart(
    text: str, found: Sequence[QuantityInText], covered: Sequence[tuple[int, int]] = ()
) -> list[QuantityInText]:
    """The numbers of a text, bare ones with the unit that stands apart from them.

    Numbers in stretches that are ``covered``, and in dates, have none. The digits of a unit that was given (100 million yuan)
    are no number.
    """
    if not any(item.is_bare and item.number not in _YEARS for item in found) or not (
        places := sorted(_places(text, found), key=lambda place: place.end)
    ):
        return [*found]
    others = other_number_spans(text)
    numbers = [
        item
        for item in found
        if not (item.is_bare and item.number in _YEARS)
        and not _touches(item, covered)
        and not any(place.start <= item.start < place.end for place in places)
        and (_is_beside(text, item, places) or not _touches(item, others))
    ]
    given: dict[int, _Place] = {}
    for item in numbers:
        if item.is_bare and (after := next((one for one in places if one.start == item.end), None)):
            given[item.start] = after
            places.remove(after)
    for number, item in enumerate(numbers):
        previous = numbers[number - 1] if number else None
        if (
            item.is_bare
            and item.start not in given
            and (place := _before(text, item, previous, places, given))
        ):
            given[item.start] = place
    used = {(place.start, place.end) for place in given.values()}
    return [
        _with_unit(text, item, given.get(item.start))
        for item in found
        if not any(start <= item.start < end for start, end in used)
    ]


def _is_beside(text: str, item: QuantityInText, places: Sequence[_Place]) -> bool:
    """Whether a number is right behind a unit, or right before one and too long for the number of a table."""
    is_long = item.number >= 1000 or "." in item.text
    return any(
        _DIRECTLY.fullmatch(text, place.end, item.start) or (is_long and place.start == item.end)
        for place in places
    )


def _touches(item: QuantityInText, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < item.number_end and item.start < end for start, end in spans)


def _places(text: str, found: Sequence[QuantityInText]) -> Iterator[_Place]:
    """Where units stand that are not beside a number."""
    for match in _BRACKETS.finditer(text):
        within = match["within"]
        if (unit := _unit(unit_in_text(within) or within)) is not None:
            yield _Place(match.start(), match.end(), unit, _Reach.SENTENCE)
    start = 0
    for mark in _MARKS.finditer(text):
        if (
            mark[0] in _HEAD_ENDS
            or mark[0] == "，"
            or (mark[0] == "," and text[mark.end() : mark.end() + 1] == " ")
        ):
            yield from _up_to_mark(text, start, mark, found)
        start = mark.end()
    for start, end, unit in worded_heads(text):
        yield _Place(start, end, unit, _Reach.TEXT)


def _up_to_mark(
    text: str, start: int, mark: re.Match[str], found: Sequence[QuantityInText]
) -> Iterator[_Place]:
    """The unit at the end of what a colon ends (Exports, 100 million yuan: 32.1), or alone between commas; not that of an amount that is said."""
    end = start + len(text[start : mark.start()].rstrip())
    if number_reader().patterns.unit_at_end.search(text[max(start, end - _LONGEST_WORD) : end]) is None:
        return
    is_head = mark[0] in _HEAD_ENDS
    for word in _WORDS.finditer(text, max(start, end - _LONGEST), end):
        at = word.start()
        if not is_head and text[start:at].strip():
            return
        is_said = any(item.start < at < item.end or (item.start == at and not is_head) for item in found)
        unit = None if is_said else _unit(text[at:end])
        if unit is not None and unit.unit != COUNT:
            yield _Place(at, mark.end(), unit, _Reach.NEXT if is_head else _Reach.SENTENCE)
            return


def _unit(words: str) -> StatedUnit | None:
    """The unit that words name in full, a multiplier alone too; a mere number of things (10 largest) is none."""
    unit = the_unit_in(words) if len(words) <= _LONGEST else None
    return unit if unit is not None and (unit.unit or number_reader().power_of(words) is not None) else None


def _before(
    text: str,
    item: QuantityInText,
    previous: QuantityInText | None,
    places: Sequence[_Place],
    given: dict[int, _Place],
) -> _Place | None:
    """The unit that stands before a number: nearest to it in its sentence, that of the list it is in, or that of all numbers."""
    start = previous.end if previous else 0
    sentence = max((stop.end() for stop in _STOP.finditer(text, 0, item.start)), default=0)
    before = [
        place
        for place in places
        if place.end <= item.start
        and (place.reach is not _Reach.NEXT or _DIRECTLY.fullmatch(text, place.end, item.start))
    ]
    near = [
        place
        for place in before
        if place.start >= start and (place.reach is _Reach.TEXT or place.start >= sentence)
    ]
    if near:
        place = near[-1] if len({one.unit for one in near}) == 1 else None
    elif previous is not None and _LIST.fullmatch(text, previous.end, item.start):
        place = given.get(previous.start)
    else:
        place = next((one for one in reversed(before) if one.reach is _Reach.TEXT), None)
    if place is None or (
        place.unit.unit != PERCENT and _names_change(text[max(start, place.end) : item.start])
    ):
        return None
    return place


def _names_change(words: str) -> bool:
    return pattern("table_words", "RATE_HEAD").search(words) is not None or has_direction(words.casefold())


def _with_unit(text: str, item: QuantityInText, place: _Place | None) -> QuantityInText:
    if place is None:
        return item
    end = place.end if place.start == item.end else item.end
    return replace(
        item, end=end, number_end=end, text=text[item.start : end], unit=place.unit.unit, power=place.unit.power,
        has_unit_apart=True,
    )  # fmt: skip
