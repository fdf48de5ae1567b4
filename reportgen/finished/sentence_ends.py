"""Where the sentences of a text end: the one place that cuts texts into sentences, of both languages and of texts that mix them.

A sentence here is what is said to its end at once: a semicolon ends one as a stop does, for official prose strings its statements together
by semicolons. What a comma, a dash or a bracket parts is a clause: of words that point up or down ``CLAUSE_ENDS`` of each language say
where one ends, of words that came into a sentence ``living/audit/telling_words.py``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reportgen.language.any_language import pattern
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.finished.tokens import Token

_NO_TEXT = "\ufffc"
"""Stands for a link: a source mark."""
_FIGURE = "0"
"""Stands for each character of a figure, which ends no sentence whatever it shows."""
_CLOSING = rf"(?:[”’」』）)\"\u2060]|\s*(?:{_NO_TEXT}|\[[\d\s\u2060,，–-]+\]))*"
"""What may follow a stop and belongs to its sentence: closing quotes and brackets, source marks."""
_END = regex(
    rf"(?:[。！？；]+|\n|[!?;]+(?={_CLOSING}(?:\s|$|[\u4e00-\u9fff]))|\.+(?={_CLOSING}(?:\s|$)))(?P<closing>{_CLOSING}\s*)"
)
_STOPS = frozenset(".!?;")
_LONGEST_SHORT_FORM = 12


class SentencePlace(NamedTuple):
    """Places in a text. Sentences follow each other without gaps: what is between a stop and the next sentence belongs to the one before."""

    start: int
    stop: int
    """Where its words end and its stop begins."""
    stopped: int
    """Where its stop ends."""
    end: int


@lru_cache(maxsize=4096)
def sentence_places(text: str) -> tuple[SentencePlace, ...]:
    """Where each sentence of a text is."""
    found: list[SentencePlace] = []
    start = 0
    for end in _END.finditer(text):
        if not _is_point_of_word(text, end.start(), end.end()):
            found.append(SentencePlace(start, end.start(), end.start("closing"), end.end()))
            start = end.end()
    if start < len(text):
        found.append(SentencePlace(start, len(text), len(text), len(text)))
    return tuple(found)


def _is_point_of_word(text: str, at: int, following: int) -> bool:
    """Whether a point belongs to a short form, with which the sentence goes on: ``U.S. exports``, ``No. 5``. Before a capital it ends one."""
    goes_on = text[following : following + 1]
    if text[at] != "." or not (goes_on.islower() or goes_on.isdigit()):
        return False
    before = text[max(0, at + 1 - _LONGEST_SHORT_FORM) : at + 1]
    return any(found.end() == len(before) for found in pattern("said_words", "WITH_POINT").finditer(before))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text without their stops and what follows these."""
    for place in sentence_places(text):
        if said := text[place.start : place.stop].strip():
            yield said


def sentences_with_stops(text: str) -> Iterator[str]:
    """The sentences of a text as they are printed."""
    for place in sentence_places(text):
        if said := text[place.start : place.end].strip():
            yield said


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """From where to where the sentence around a place runs, with its stop. What was put right behind a stop begins one, without a space, too."""
    place = next((one for one in sentence_places(text) if at < one.end), None)
    if place is None:
        return len(text), len(text)
    is_behind_stop = place.start < at and text[at - 1] in _STOPS and not text[at].isspace()
    follows = is_behind_stop and not _is_point_of_word(text, at - 1, at)
    return at if follows else place.start, place.stopped


def sentences_of(tokens: Sequence[Token]) -> list[int]:
    """For each token the number of the sentence it belongs to."""
    starts = [place.start for place in sentence_places("".join(map(_stand_in, tokens)))]
    numbers: list[int] = []
    at = 0
    for token in tokens:
        numbers.append(max(bisect_right(starts, at) - 1, 0))
        at += len(token.text)
    return numbers


def _stand_in(token: Token) -> str:
    if token.kind == "text":
        return token.text
    return (_NO_TEXT if token.kind == "link" else _FIGURE) * len(token.text)
