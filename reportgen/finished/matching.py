"""Which figure of the document as built each figure of the edited document is, which are gone, and the keys of marks that
lost them.

LibreOffice 7.4 writes marks back without their keys; what is around them, and their order, are left. Figures are
matched within the paragraphs that both texts share, then by their key among the likest words, then by their text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from reportgen.finished.alignment import figure_pairs, paragraph_pairs
from reportgen.finished.snapshot import PlacedFigure, Snapshot, placed_figures
from reportgen.finished.tokens import edits
from reportgen.record import Record
from reportgen.word.located import Block

_LEAST_ALIKE = 1.0
"""Of two: how alike the words before and after must be for a changed text to be taken for the same place."""

BlocksOfParts = Mapping[str, list[Block]]


class FigureMatching(Record):
    """``built`` and ``found`` are the figures of the two texts in their order; ``pairs`` leads from places in ``found`` to
    places in ``built``."""

    built: tuple[PlacedFigure, ...]
    found: tuple[PlacedFigure, ...]
    pairs: Mapping[int, int]

    def place_of(self, at: int) -> PlacedFigure | None:
        """Where the figure ``found[at]`` was when the document was built; ``None`` for a copy."""
        return self.built[self.pairs[at]] if at in self.pairs else None

    @property
    def gone(self) -> list[PlacedFigure]:
        """The figures that the edited document lacks."""
        left = set(self.pairs.values())
        return [figure for at, figure in enumerate(self.built) if at not in left]

    @property
    def recovered(self) -> dict[int, str]:
        """The keys of marks that had lost theirs, by place in ``found``."""
        return {at: self.built[to].key for at, to in self.pairs.items() if not self.found[at].key}


def match_figures(built: Snapshot | None, edited: BlocksOfParts) -> FigureMatching:
    """Match the figures of a document with those of its snapshot."""
    old, new = built.figures if built else (), placed_figures(edited)
    pairs = _within_paragraphs(built.parts if built else {}, edited, old, new)
    _add_moved(pairs, old, new)
    _add_nameless(pairs, old, new)
    return FigureMatching(old, new, pairs)


def paired_parts(built: Sequence[str], edited: Sequence[str]) -> dict[str, str]:
    """The built document's parts, and what each is called in the edited one: by name, or as the only one of its kind."""
    found = {}
    for name in built:
        kind = _kind(name)
        others = [other for other in edited if _kind(other) == kind]
        if name in edited:
            found[name] = name
        elif len(others) == 1 and sum(_kind(one) == kind for one in built) == 1:
            found[name] = others[0]
    return found


def _kind(name: str) -> str:
    return PurePosixPath(name).stem.rstrip("0123456789")


def _within_paragraphs(
    built: BlocksOfParts, edited: BlocksOfParts, old: Sequence[PlacedFigure], new: Sequence[PlacedFigure]
) -> dict[int, int]:
    """Figures of paragraphs that are in both texts, each at its place there."""
    old_at = {id(figure.span): at for at, figure in enumerate(old)}
    new_at = {id(figure.span): at for at, figure in enumerate(new)}
    pairs: dict[int, int] = {}
    for part, to in paired_parts(list(built), list(edited)).items():
        for before, after in paragraph_pairs(built[part], edited[to], may_move=True):
            for one, other in figure_pairs(before, after):
                at = old_at.get(id(before.spans[one.span]))
                place = new_at.get(id(after.spans[other.span]))
                if at is not None and place is not None and old[at].key:
                    pairs[place] = at
    return pairs


def _add_moved(pairs: dict[int, int], old: Sequence[PlacedFigure], new: Sequence[PlacedFigure]) -> None:
    """Figures out of their place: each with the built place of its key among the likest words."""
    for key in {figure.key for figure in old if figure.key}:
        places, left = _left(pairs, old, new, key)
        scored = sorted(
            (-_likeness_of_moved(new[place], old[at]), abs(order - number), place, at)
            for order, place in enumerate(places)
            for number, at in enumerate(left)
        )
        _take(pairs, ((place, at) for _, _, place, at in scored))


def _add_nameless(pairs: dict[int, int], old: Sequence[PlacedFigure], new: Sequence[PlacedFigure]) -> None:
    """Marks without a key and built places in one order: equal texts first, then the words around them."""
    places, left = _left(pairs, old, new, "")
    texts = [new[place].text for place in places], [old[at].text for at in left]
    for kind, start, end, first, last in edits(*texts):
        if kind == "equal" or end - start == last - first:
            _take(pairs, zip(places[start:end], left[first:last], strict=True))
        elif kind == "replace":
            scored = sorted(
                (-_likeness(new[place], old[at]), place, at)
                for place in places[start:end]
                for at in left[first:last]
            )
            _take(pairs, ((place, at) for score, place, at in scored if -score >= _LEAST_ALIKE))


def _left(
    pairs: Mapping[int, int], old: Sequence[PlacedFigure], new: Sequence[PlacedFigure], key: str
) -> tuple[list[int], list[int]]:
    """What is not matched yet: figures found with that key, and built ones with it (with none: all)."""
    taken = set(pairs.values())
    places = [at for at, figure in enumerate(new) if figure.key == key and at not in pairs]
    left = [
        at
        for at, figure in enumerate(old)
        if figure.key and (not key or figure.key == key) and at not in taken
    ]
    return places, left


def _take(pairs: dict[int, int], found: Iterator[tuple[int, int]]) -> None:
    """The pairs, best first, each place once."""
    taken = set(pairs.values())
    for place, at in found:
        if place not in pairs and at not in taken:
            pairs[place] = at
            taken.add(at)


def _likeness_of_moved(one: PlacedFigure, built: PlacedFigure) -> float:
    if bool(one.table) != bool(built.table):
        return -1.0
    before = one.before[-len(built.before) :] if built.before else one.before[-8:]
    after = one.after[: len(built.after)] if built.after else one.after[:8]
    if (before, after) == (built.before, built.after):
        return 2.0 + (one.text == built.text)
    return _ratio(before, built.before) + _ratio(after, built.after)


def _likeness(one: PlacedFigure, built: PlacedFigure) -> float:
    return _ratio(one.before, built.before) + _ratio(one.after, built.after)


def _ratio(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()
