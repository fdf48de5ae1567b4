"""Which place of the document as built each figure's place in the edited document is, and which places are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from reportgen.finished.carried import Shown

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
    """For each standing figure the place it had when built (``None`` for a copy), and the built places that are gone.

    What kept its order is matched in order; what was moved, by the words around it.
    """
    built = list(built)
    matched: list[Shown | None] = [None] * len(standing)
    keys = SequenceMatcher(None, [one.key for one in standing], [one.key for one in built], autojunk=False)
    taken: set[int] = set()
    for block in keys.get_matching_blocks():
        for offset in range(block.size):
            matched[block.a + offset] = built[block.b + offset]
            taken.add(block.b + offset)
    left = [shown for place, shown in enumerate(built) if place not in taken]
    moved = _moved(standing, matched, left)
    for place, shown in moved.items():
        matched[place] = shown
    found = {id(shown) for shown in moved.values()}
    return matched, [shown for shown in left if id(shown) not in found]


def _moved(
    standing: Sequence[Standing[Item]], matched: Sequence[Shown | None], left: Sequence[Shown]
) -> dict[int, Shown]:
    """Figures that stand out of their old order: each with the built place of its key among the likest words."""
    moved: dict[int, Shown] = {}
    for key in {shown.key for shown in left}:
        places = [at for at, one in enumerate(standing) if one.key == key and matched[at] is None]
        pairs = _pairs([standing[at] for at in places], [shown for shown in left if shown.key == key])
        moved |= {places[at]: shown for at, shown in pairs.items()}
    return moved


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
