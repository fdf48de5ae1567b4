"""Which place of the document as built each figure's place in the edited document is, and which places are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from reportgen.pack.carried import Shown

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Standing(Generic[Item]):
    """A figure's place in the edited document, in words that can be compared with those it was built among."""

    key: str
    text: str
    before: str
    after: str
    in_table: bool
    item: Item


def aligned(
    standing: Sequence[Standing[Item]], built: Iterable[Shown]
) -> tuple[list[Shown | None], list[Shown]]:
    """For each standing figure the place it had when built (``None`` for a copy), and the built places that are gone."""
    by_key: dict[str, list[Shown]] = {}
    for shown in built:
        by_key.setdefault(shown.key, []).append(shown)
    matched: list[Shown | None] = [None] * len(standing)
    places: dict[str, list[int]] = {}
    for place, one in enumerate(standing):
        places.setdefault(one.key, []).append(place)
    gone: list[Shown] = []
    for key, candidates in by_key.items():
        pairs = _pairs([standing[place] for place in places.get(key, [])], candidates)
        for place, shown in pairs.items():
            matched[places[key][place]] = shown
        taken = {id(shown) for shown in pairs.values()}
        gone += [shown for shown in candidates if id(shown) not in taken]
    order = {id(shown): number for number, shown in enumerate(built if isinstance(built, Sequence) else ())}
    return matched, sorted(gone, key=lambda shown: order.get(id(shown), 0))


def _pairs(standing: Sequence[Standing[Item]], built: Sequence[Shown]) -> Mapping[int, Shown]:
    """The best matches first; with equal counts and equal words that is document order."""
    scored = sorted(
        (
            (-_likeness(one, shown), abs(place - at), place, at)
            for place, one in enumerate(standing)
            for at, shown in enumerate(built)
        ),
    )
    pairs: dict[int, Shown] = {}
    used: set[int] = set()
    for _, _, place, at in scored:
        if place not in pairs and at not in used:
            pairs[place] = built[at]
            used.add(at)
    return pairs


def _likeness(one: Standing[Item], shown: Shown) -> float:
    if one.in_table != bool(shown.table):
        return -1.0
    before = one.before[-len(shown.before) :] if shown.before else one.before[-8:]
    after = one.after[: len(shown.after)] if shown.after else one.after[:8]
    if (before, after) == (shown.before, shown.after):
        return 2.0 + (one.text == shown.text)
    return _ratio(before, shown.before) + _ratio(after, shown.after)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one or other else 1.0
