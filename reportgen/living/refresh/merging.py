"""One paragraph in three texts: as it was built, as people left it, as it would be built today.

What the data changed is brought into the people's text wherever their text still says what was built. Where they changed
the same words, that is a conflict. A sentence whose words change with the data ("up" to "down") is brought over whole or
not at all, so that no number ends up beside the wrong word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from reportgen.finished.sentence_ends import sentences_of
from reportgen.finished.tokens import Token, opcodes, token_text, tokens_of
from reportgen.record import Record
from reportgen.word.located import Paragraph

ConflictKind = Literal["retyped", "rewritten", "deleted"]


class Change(Record):
    """Tokens ``start`` to ``end`` of the edited paragraph become ``tokens``. ``before`` and ``after`` are what is read there."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    before: str
    after: str

    @property
    def is_figure(self) -> bool:
        return len(self.tokens) == 1 and self.tokens[0].kind == "figure" and self.end - self.start == 1


class Conflict(Record):
    """Data and people changed the same. ``built``, ``edited`` and ``now`` are the three texts; ``changes`` take the data's.

    ``deleted``: people took out what the data changed. It stays out, whoever wins the other conflicts.
    """

    kind: ConflictKind
    built: str
    edited: str
    now: str
    changes: tuple[Change, ...]
    key: str = ""


class Merged(Record):
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    """Those left to people, and those that the data won."""
    known: frozenset[int]
    """Tokens of the edited text that are figures of the built one; the others were copied here from elsewhere."""


class _Wish(Record):
    """One thing the data would change: tokens of the built text, and what they should become."""

    built: tuple[int, int]
    now: tuple[int, int]
    edited: tuple[int, int] | None
    """Where they are in the edited text, ``None`` where people changed them."""
    near: tuple[int, int]
    """What the edited text has between their neighbours."""
    retyped: bool = False
    settled: bool = False
    """People wrote there already what the data now say."""


def merge_paragraph(
    built: Paragraph,
    edited: Paragraph,
    now: Paragraph,
    wins: Callable[[Conflict], bool] = lambda _: False,
) -> Merged:
    """Bring what changed from ``built`` to ``now`` into ``edited``. ``wins``: whether the data win a conflict."""
    old, mine, new = tokens_of(built.spans), tokens_of(edited.spans), tokens_of(now.spans)
    places = _places(old, mine)
    wishes = list(_wishes(old, mine, new, places))
    sentences = sentences_of(old)
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    for group in _by_sentence(wishes, sentences, len(old)):
        made, clash = _settle(group, old, mine, new, sentences, places)
        made = [*made, *(change for one in clash if wins(one) for change in one.changes)]
        changes += made
        conflicts += clash
    known = frozenset(place for place in places if place is not None and mine[place].kind == "figure")
    ordered = sorted(set(changes), key=lambda change: (change.start, change.end))
    return Merged(tuple(_apart(ordered)), tuple(conflicts), known)


# ---- setting texts side by side ----------------------------------------------------------------------------


def _places(old: list[Token], mine: list[Token]) -> list[int | None]:
    """For each built token its place in the edited text. Text that lost its mark, and reads the same, keeps its place
    as far as it is one figure against the words that spell it."""
    places: list[int | None] = [None] * len(old)
    for tag, old_from, old_to, mine_from, _ in opcodes(old, mine):
        if tag == "equal":
            for at in range(old_from, old_to):
                places[at] = mine_from + at - old_from
    return places


def _wishes(
    old: list[Token], mine: list[Token], new: list[Token], places: list[int | None]
) -> Iterator[_Wish]:
    for tag, old_from, old_to, new_from, new_to in opcodes(old, new):
        if tag == "equal":
            for at in range(old_from, old_to):
                if old[at].is_whole:
                    yield from _whole(at, new_from + at - old_from, old, mine, new, places)
            continue
        near = _near(old_from, old_to, places, len(mine))
        edited = _untouched(old_from, old_to, old, mine, places, near)
        said = token_text(mine[near[0] : near[1]])
        settled = edited is None and said == token_text(new[new_from:new_to])
        yield _Wish((old_from, old_to), (new_from, new_to), edited, near, settled=settled)


def _whole(
    at: int, to: int, old: list[Token], mine: list[Token], new: list[Token], places: list[int | None]
) -> Iterator[_Wish]:
    """A figure or source mark at the same place in the built text and in today's."""
    place, near = places[at], _near(at, at + 1, places, len(mine))
    revised = (old[at].text, old[at].name) != (new[to].text, new[to].name)
    if place is None:
        edited = _untouched(at, at + 1, old, mine, places, near)
        said = token_text(mine[near[0] : near[1]])
        if edited is not None or old[at].kind == "figure" or revised:
            settled = said == new[to].text or (not revised and edited is not None)
            retyped = old[at].kind == "figure" and bool(said) and _is_number_like(said, old[at].text)
            if revised or (retyped and not settled and edited is None):
                yield _Wish((at, at + 1), (to, to + 1), edited, near, retyped=retyped, settled=settled)
        return
    here = mine[place]
    spot = (place, place + 1)
    if old[at].kind == "figure" and here.text not in (old[at].text, new[to].text):
        yield _Wish((at, at + 1), (to, to + 1), None, spot, retyped=True)
    elif revised:
        settled = (here.text, here.name) == (new[to].text, new[to].name)
        yield _Wish((at, at + 1), (to, to + 1), spot, spot, settled=settled)


def _near(old_from: int, old_to: int, places: list[int | None], length: int) -> tuple[int, int]:
    """What lies in the edited text between the nearest neighbours that are still there."""
    before = next((places[at] for at in range(old_from - 1, -1, -1) if places[at] is not None), None)
    after = next((places[at] for at in range(old_to, len(places)) if places[at] is not None), None)
    start = 0 if before is None else before + 1
    return start, max(start, length if after is None else after)


def _untouched(
    old_from: int,
    old_to: int,
    old: list[Token],
    mine: list[Token],
    places: list[int | None],
    near: tuple[int, int],
) -> tuple[int, int] | None:
    """Where built tokens are in the edited text as they were, ``None`` where people changed them."""
    if old_from == old_to:
        left = places[old_from - 1] if old_from else -1
        right = places[old_from] if old_from < len(old) else len(mine)
        if left is not None and (right is None or right == left + 1):
            return (left + 1, left + 1)
        return None if right is None else (right, right)
    held = [places[at] for at in range(old_from, old_to)]
    first = held[0]
    if first is not None and held == list(range(first, first + len(held))):
        same = all(mine[first + at].text == old[old_from + at].text for at in range(len(held)))
        return (first, first + len(held)) if same else None
    if token_text(mine[near[0] : near[1]]) == token_text(old[old_from:old_to]):
        return near  # a figure whose mark is gone, and whose number is still there
    return None


def _is_number_like(said: str, was: str) -> bool:
    """Whether words in a figure's place are a number again rather than a new wording."""
    return len(said) <= 2 * len(was) + 8 and any(character.isdigit() for character in said)


# ---- settling ----------------------------------------------------------------------------------------------


def _by_sentence(wishes: list[_Wish], sentences: list[int], length: int) -> list[list[_Wish]]:
    """The wishes of each sentence; one that reaches over several joins them."""
    groups: list[tuple[set[int], list[_Wish]]] = []
    for wish in wishes:
        start, end = wish.built
        touched = set(sentences[start:end]) or {sentences[min(start, length - 1)] if length else 0}
        joined = [group for group in groups if group[0] & touched]
        groups = [group for group in groups if not group[0] & touched]
        members = [one for _, held in joined for one in held]
        groups.append((touched.union(*(held for held, _ in joined)), [*members, wish]))
    return [members for _, members in groups]


def _settle(
    group: list[_Wish],
    old: list[Token],
    mine: list[Token],
    new: list[Token],
    sentences: list[int],
    places: list[int | None],
) -> tuple[list[Change], list[Conflict]]:
    """The changes of one sentence, and its conflicts. Words that change take the whole sentence with them."""
    open_wishes = [wish for wish in group if not wish.settled]
    words = [wish for wish in open_wishes if _changes_words(wish, old, new)]
    blocked = [wish for wish in open_wishes if wish.edited is None]
    if not blocked or not words:
        made = [_change(wish, wish.edited, mine, new) for wish in open_wishes if wish.edited is not None]
        return made, [_conflict(wish, old, mine, new) for wish in blocked]
    spans = [wish.built for wish in open_wishes]
    whole = _sentence_around(min(start for start, _ in spans), max(end for _, end in spans), sentences)
    near = _near(*whole, places, len(mine))
    changes = tuple(_change(wish, wish.edited or wish.near, mine, new) for wish in open_wishes)
    now = _sentence_now(whole, old, new).strip()
    edited = (token_text(mine[near[0] : near[1]]) or token_text(_still_there(whole, places, mine))).strip()
    built = token_text(old[whole[0] : whole[1]]).strip()
    if not edited:
        return [], [Conflict("deleted", built, "", now, ())]
    return [], [Conflict("rewritten", built, edited, now, changes)]


def _changes_words(wish: _Wish, old: list[Token], new: list[Token]) -> bool:
    tokens = [*old[wish.built[0] : wish.built[1]], *new[wish.now[0] : wish.now[1]]]
    return any(not token.is_whole and not token.text.isspace() for token in tokens)


def _change(wish: _Wish, where: tuple[int, int], mine: list[Token], new: list[Token]) -> Change:
    tokens = tuple(new[wish.now[0] : wish.now[1]])
    before = token_text(mine[where[0] : where[1]])
    return Change(where[0], where[1], tokens, before, token_text(tokens))


def _conflict(wish: _Wish, old: list[Token], mine: list[Token], new: list[Token]) -> Conflict:
    kind: ConflictKind = "retyped" if wish.retyped else "rewritten"
    built = old[wish.built[0] : wish.built[1]]
    key = built[0].name if len(built) == 1 and built[0].kind == "figure" else ""
    edited = token_text(mine[wish.near[0] : wish.near[1]])
    now = token_text(new[wish.now[0] : wish.now[1]])
    if not edited.strip():
        return Conflict("deleted", token_text(built), "", now, (), key)
    return Conflict(kind, token_text(built), edited, now, (_change(wish, wish.near, mine, new),), key)


def _sentence_around(start: int, end: int, sentences: list[int]) -> tuple[int, int]:
    if not sentences:
        return start, end
    first = sentences[min(start, len(sentences) - 1)]
    last = sentences[max(start, end - 1)] if end <= len(sentences) else sentences[-1]
    held = [at for at, number in enumerate(sentences) if first <= number <= last]
    return held[0], held[-1] + 1


def _sentence_now(whole: tuple[int, int], old: list[Token], new: list[Token]) -> str:
    """Today's wording of a stretch of the built text."""
    start, end = 0, len(new)
    for _, old_from, old_to, new_from, new_to in opcodes(old, new):
        if old_from <= whole[0] < old_to:
            start = new_from + (whole[0] - old_from if new_to - new_from == old_to - old_from else 0)
        if old_from < whole[1] <= old_to:
            end = new_to - (old_to - whole[1] if new_to - new_from == old_to - old_from else 0)
    return token_text(new[start:end])


def _still_there(whole: tuple[int, int], places: list[int | None], mine: list[Token]) -> list[Token]:
    held = [place for place in places[whole[0] : whole[1]] if place is not None]
    return mine[min(held) : max(held) + 1] if held else []


def _apart(changes: list[Change]) -> Iterator[Change]:
    """Changes that do not overlap: of two at one place the first counts."""
    reached = -1
    for change in changes:
        if change.start >= reached:
            yield change
            reached = max(change.end, reached)
