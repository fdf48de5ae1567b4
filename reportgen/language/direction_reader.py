"""Which way prose says that a figure points: rise and fall, above and below, short of a target and past it.

Told by the words of all languages, for the clauses of citations and for the sentences of documents alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from reportgen.language.any_language import pattern
from reportgen.language.number_reader import number_reader
from reportgen.language.speaker import language, languages
from reportgen.record import Record
from reportgen.regex import regex

LOSS, PROFIT = "loss", "profit"
DirectionMeasure = Literal["growth", "difference", "gap"]
"""What a figure is: a change, a difference from something else, what is left to a target."""

_REACH = 45
"""How many characters on either side of a number belong to it at most."""


class SaidDirection(Record):
    """What is said: the word, and whether a figure that it is true of is above zero."""

    words: str
    is_positive: bool


class _Patterns:
    """The words of all languages, made into patterns."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        tables = [language(code).subject("directions") for code in codes]

        def any_of(*names: str) -> str:
            return "|".join(words for table in tables for name in names if (words := getattr(table, name)))

        def either(**names: tuple[str, ...]) -> re.Pattern[str]:
            groups = (rf"(?P<{group}>{any_of(*of)})" for group, of in names.items())
            return regex(rf"(?<![a-z])(?:{'|'.join(groups)})(?![a-z])", re.IGNORECASE)

        self.growth = either(negative=("FALL", "NEGATIVE_GROWTH"), positive=("RISE", "GROWTH"))
        self.moved = either(negative=("FALL",), positive=("RISE",))
        self.compared = either(negative=("BELOW",), positive=("ABOVE",))
        self.gap = either(negative=("PASSED",), positive=("SHORT",))
        self.side = either(loss=("LOSS",), profit=("PROFIT",))
        self.below_zero = either(words=("FALL", "NEGATIVE_GROWTH", "BELOW_ZERO"))
        self.of_either_sign = either(words=("OF_EITHER_SIGN",))
        self.ends = regex(any_of("CLAUSE_ENDS"), re.IGNORECASE)
        self.reached = regex(rf"(?:{any_of('REACHED')})\s*$", re.IGNORECASE)
        self.turned = regex(any_of("TURNED"), re.IGNORECASE)


@lru_cache(maxsize=4)
def _words_of(codes: tuple[str, ...]) -> _Patterns:
    return _Patterns(codes)


def _words() -> _Patterns:
    return _words_of(languages())


def direction_said(
    text: str, start: int, end: int, measure: DirectionMeasure, low: int = 0, high: int | None = None
) -> SaidDirection | None:
    """What the words beside the number at ``text[start:end]`` say of it, within its own part of the sentence and between ``low`` and
    ``high``, where other numbers are. The last word before it counts, else the first after it.

    A rate that fell *to* a number, or a fall that narrows, says nothing of the number's sign.
    """
    words, high = _words(), len(text) if high is None else high
    before, after = clause_around(text, start, end, max(low, start - _REACH), min(high, end + _REACH))
    if measure == "gap":
        return _nearest(words.gap, before, after)
    if words.reached.search(before):
        return None
    beside = words.compared.match(after.lstrip())
    if measure == "growth":
        return _nearest(words.growth, before, after) or (_said(beside) if beside else None)
    if words.turned.search(before) or words.turned.search(after):
        return None
    return (
        (_said(beside) if beside else None)
        or _nearest(words.compared, number_reader().without_qualifier(before), after)
        or _nearest(words.moved, before, after)
    )


def clause_around(text: str, start: int, end: int, low: int, high: int) -> tuple[str, str]:
    """What belongs to the same part of the sentence as ``text[start:end]``, before and after it."""
    ends, before, after = _words().ends, text[low:start], text[end:high]
    cut = ends.search(after)
    return before[max((found.end() for found in ends.finditer(before)), default=0) :], (
        after[: cut.start()] if cut else after
    )


def directions_in(text: str, measure: DirectionMeasure) -> list[SaidDirection]:
    """All that a text says of how figures move, or compare where that is what they are."""
    words = _words()
    patterns = (words.growth,) if measure == "growth" else (words.compared, words.moved)
    found = (list(pattern.finditer(text)) for pattern in patterns)
    return [_said(one) for one in next(filter(None, found), [])]


def _nearest(words: re.Pattern[str], before: str, after: str) -> SaidDirection | None:
    found = [*words.finditer(before)][-1:] or [*words.finditer(after)][:1]
    return _said(found[0]) if found else None


def _said(found: re.Match[str]) -> SaidDirection:
    return SaidDirection(found[0], found.lastgroup == "positive")


def has_direction(text: str) -> bool:
    """Whether a text has any word of a rise or fall."""
    return _words().growth.search(text) is not None


def is_below_zero(text: str) -> bool:
    """Whether a text has any word that puts a number below zero."""
    return _words().below_zero.search(text) is not None


@lru_cache(maxsize=1024)
def may_be_of_either_sign(label: str) -> bool:
    """Whether the label of an indicator names what may lie above or below zero: a balance, a net flow."""
    return _words().of_either_sign.search(label) is not None


def is_compared(text: str, at: int) -> bool:
    """Whether a percentage that ends at ``at`` is compared with something other than an earlier period."""
    return pattern("directions", "COMPARED").match(text, at) is not None


def side_before(text: str, start: int, low: int) -> str | None:
    """``loss`` or ``profit``: on which side of zero the words before an amount, in its own part of the sentence, put it."""
    found = [*_words().side.finditer(clause_around(text, start, start, low, start)[0])]
    return found[-1].lastgroup if found else None


def is_loss(label: str) -> bool:
    """Whether the label of an indicator names losses themselves: they are counted as amounts above zero."""
    return any(found.lastgroup == LOSS for found in _words().side.finditer(label))
