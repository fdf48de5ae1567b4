"""Which words of a text tell something, and whether a text as it is now tells another thing than it did."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from reportgen.finished.tokens import Token, text_of
from reportgen.language.any_language import pattern

_STRETCH, _STEM = 18, 5
"""How many tokens a stretch may have in which a word gave way to another, and by how many letters words are one."""


def has_other_words(old: str, new: str, *, is_label: bool) -> bool:
    """Whether a short text says other words: some in the place of others, or fewer or more that tell something."""
    was, now = (set(re.findall(r"[a-z]{3,}|[^\W\d_a-z]", text.lower())) for text in (old, new))
    return (bool(was - now) and bool(now - was)) or (is_label and words_in(old) != words_in(new))


def points_otherwise(old: str, new: str) -> bool:
    """Whether words of rise became words of fall, or the other way round."""
    was, now = (
        tuple(_direction(name).search(text.lower()) is not None for name in ("RISE", "FALL"))
        for text in (old, new)
    )
    return any(was) and any(now) and was != now and was == now[::-1]


@lru_cache(maxsize=4)
def _direction(name: str) -> re.Pattern[str]:
    """Words of rise or of fall in all languages, letters as whole words."""
    return re.compile(rf"(?<![a-z])(?:{pattern('directions', name).pattern})(?![a-z])")


def gives_way(wide: tuple[Sequence[Token], Sequence[Token]], before: str, after: str) -> bool:
    """Whether a word of some stretch gave way to one that says another thing; both texts may hold it elsewhere."""
    if len(wide[0]) > _STRETCH or len(wide[1]) > _STRETCH:
        return False
    was, now = (words_in(text_of(one)) for one in wide)
    whole = words_in(before), words_in(after)
    gone = [word for word in was - now if whole[0][word] > whole[1][word]]
    come = [word for word in now - was if whole[1][word] > whole[0][word]]
    return bool(gone and come)


def words_in(text: str) -> Counter[str]:
    """The beginnings of a text's words that tell something; in a language without spaces each character."""
    plain = pattern("said_words", "TURNED").sub(" ", text.lower())
    return Counter(word[:_STEM] for word in re.findall(r"[a-z]{4,}|[\u4e00-\u9fff]", plain))


def denied(text: str) -> int:
    """How many words deny."""
    return len(pattern("said_words", "DENIED").findall(text))


def is_narrower(wide: tuple[Sequence[Token], Sequence[Token]]) -> bool:
    """Whether a word came in that makes what the figure is of narrower."""
    narrowed = pattern("said_words", "NARROWED")
    was, now = (len(narrowed.findall(text_of(tokens))) for tokens in wide)
    return now > was


def told(text: str) -> list[str]:
    return [one.lower() for one in pattern("said_words", "TOLD").findall(text)]


def lost(old: str, new: str) -> bool:
    """Whether telling words were lost or turned into others, or a word that denies came in."""
    gone = [word for word in told(old) if word not in told(new)]
    return bool(gone) or denied(new) != denied(old)
