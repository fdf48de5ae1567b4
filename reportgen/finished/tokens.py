"""A paragraph as tokens: words, signs, and figures as wholes. Three texts are compared token by token."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from reportgen.record import Record
from reportgen.regex import regex
from reportgen.word.located import Paragraph, Span, SpanKind

_WORDS = regex(r"[A-Za-z]+(?:['’\-][A-Za-z]+)*|\d+(?:[.,]\d+)*|\s|.", re.DOTALL)
HEADS = "\0heads "
SAME_HEADS = 0.5
"""Two tables with the same heads are this much alike at least, however many rows came and went."""

PLAIN_QUOTES = {"’": "'", "‘": "'", "“": '"', "”": '"'}
"""Apostrophes and quotes as a typewriter has them. Both say the same: Word sets them as they are typed, and older briefs have plain ones."""


def with_plain_quotes(text: str) -> str:
    return text if text.isascii() else text.translate(_PLAIN)


_PLAIN = str.maketrans(PLAIN_QUOTES)


class Token(Record):
    """A token and its place: span by number, and characters within the span.

    ``match`` decides what is the same in another text: the word itself, or the figure's key whatever number it shows.
    """

    match: str
    text: str
    span: int
    start: int
    end: int
    kind: str = "text"
    name: str = ""

    @property
    def is_whole(self) -> bool:
        """A figure or a source mark: changed in its mark or link, never letter by letter."""
        return self.kind in ("figure", "link")


@lru_cache(maxsize=32_768)
def _words(text: str, number: int) -> tuple[Token, ...]:
    """The words and signs of a span's text. Two texts are compared many times over: each is cut once."""
    return tuple(
        Token(with_plain_quotes(found[0]), found[0], number, *found.span()) for found in _WORDS.finditer(text)
    )


def tokens_of(spans: Sequence[Span]) -> list[Token]:
    """Words and signs of texts; a figure, a field or an object is one token. Each knows the number of its span."""
    tokens: list[Token] = []
    for number, span in enumerate(spans):
        if span.kind == "text":
            tokens += _words(span.text, number)
        else:
            match = f"\0{span.kind} {span.match if span.kind == 'figure' else ''}"
            tokens.append(Token(match, span.text, number, 0, len(span.text), span.kind, span.name))
    return tokens


def token_text(tokens: Sequence[Token]) -> str:
    """What the tokens say, without objects and fields."""
    return "".join(token.text for token in tokens if token.kind not in ("object", "field"))


def opcodes(one: Sequence[Token], other: Sequence[Token]) -> list[tuple[str, int, int, int, int]]:
    """What turns one text into the other, as ``difflib`` says it; a figure is the same whatever number it shows."""
    return edits([token.match for token in one], [token.match for token in other])


def edits(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[str, int, int, int, int]]:
    """What turns one sequence into another, as ``difflib`` says it; most are equal, and need not be searched."""
    if one == other:
        return [("equal", 0, len(one), 0, len(other))] if one else []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [tuple(code) for code in matcher.get_opcodes()]  # type: ignore[misc]


def likeness_of(one: dict[str, int], other: dict[str, int]) -> float:
    """How much of two bags of tokens is shared, from 0 to 1; the same heads alone make ``SAME_HEADS``."""
    whole = sum(one.values()) + sum(other.values())
    if not whole:
        return 1.0
    shared = sum(min(number, other.get(match, 0)) for match, number in one.items())
    same_heads = any(match.startswith(HEADS) and match in other for match in one)
    return max(2 * shared / whole, SAME_HEADS if same_heads else 0.0)


@lru_cache(maxsize=32_768)
def _weights(kind: SpanKind, text: str, name: str) -> dict[str, int]:
    """The tokens of a span, each as often as it occurs; a figure weighs as much as three words."""
    counted: dict[str, int] = {}
    for token in tokens_of([Span(kind, text, name)]):
        if not token.text.isspace():
            weight = 3 if token.kind == "figure" else 1
            counted[token.match] = counted.get(token.match, 0) + weight
    return counted


def bag_of(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """The tokens of several paragraphs together."""
    counted: dict[str, int] = {}
    for paragraph in paragraphs:
        for span in paragraph.spans:
            for match, weight in _weights(span.kind, span.text, span.match).items():
                counted[match] = counted.get(match, 0) + weight
    return counted
