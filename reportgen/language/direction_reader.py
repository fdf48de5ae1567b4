"""Rise and fall in prose, told by the words of all languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reportgen.language.number_reader import QuantityInText
from reportgen.language.speaker import language, languages
from reportgen.regex import regex

FALL, RISE = "fall", "rise"
LOSS, PROFIT = "loss", "profit"

_STOP = regex(r"[,;:.，；：。、](?!\d)")


class _Words:
    """The words of all languages, made into patterns."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        tables = [language(code).subject("directions") for code in codes]

        def any_of(*names: str) -> str:
            return "|".join(words for table in tables for name in names if (words := getattr(table, name)))

        self.turned = regex(any_of("TURNED"))
        self.direction = regex(
            rf"(?P<fall>(?<![a-z])(?:{any_of('FALL')})(?![a-z]))|(?P<rise>(?<![a-z])(?:{any_of('RISE')})(?![a-z]))"
        )
        self.side = regex(
            rf"(?P<loss>(?<![a-z])(?:{any_of('LOSS')})(?![a-z]))|(?P<profit>(?<![a-z])(?:{any_of('PROFIT')})(?![a-z]))"
        )
        self.below_zero = regex(rf"(?<![a-z])(?:{any_of('FALL', 'BELOW_ZERO')})(?![a-z])")
        self.of_either_sign = regex(rf"(?<![a-z])(?:{any_of('OF_EITHER_SIGN') or '(?!)'})(?![a-z])")
        self.compared = regex(any_of("COMPARED") or r"(?!)")


@lru_cache(maxsize=4)
def _words(codes: tuple[str, ...]) -> _Words:
    return _Words(codes)


def turns_round(text: str) -> bool:
    """Whether a text in lower case tells of a change that narrows or widens: nothing is concluded from it."""
    return _words(languages()).turned.search(text) is not None


def is_below_zero(text: str) -> bool:
    """Whether a text in lower case has any word that puts a number below zero."""
    return _words(languages()).below_zero.search(text) is not None


def has_direction(text: str) -> bool:
    """Whether a text in lower case has any word of a rise or fall."""
    return _words(languages()).direction.search(text) is not None


@lru_cache(maxsize=1024)
def may_be_of_either_sign(label: str) -> bool:
    """Whether the label of an indicator, in lower case, names what may lie above or below zero: a balance, a net flow."""
    return _words(languages()).of_either_sign.search(label) is not None


def is_compared(text: str, at: int) -> bool:
    """Whether a percentage that ends at ``at`` is compared with something other than an earlier period."""
    return _words(languages()).compared.match(text, at) is not None


def direction_beside(text: str, quantity: QuantityInText, quantities: Sequence[QuantityInText]) -> str | None:
    """``rise`` or ``fall``: what the words next to a number of a text in lower case say of it.

    The last before it, else the first after it, both within its own part of the sentence.
    """
    if quantity.number < 0:
        return FALL
    pattern = _words(languages()).direction
    end = min((other.start for other in quantities if other.start >= quantity.number_end), default=len(text))
    before = _last_before(pattern, text, quantity, quantities)
    if before:
        return before
    after = pattern.search(_STOP.split(text[quantity.number_end : end])[0])
    return after.lastgroup if after else None


def side_before(text: str, quantity: QuantityInText, quantities: Sequence[QuantityInText]) -> str | None:
    """``loss`` or ``profit``: on which side of zero the words before an amount, in its own part of the sentence, put it."""
    return _last_before(_words(languages()).side, text, quantity, quantities)


def is_loss(label: str) -> bool:
    """Whether the label of an indicator, in lower case, names losses themselves: they are counted as amounts above zero."""
    found = {match.lastgroup for match in _words(languages()).side.finditer(label)}
    return LOSS in found


def _last_before(
    pattern: re.Pattern[str], text: str, quantity: QuantityInText, quantities: Sequence[QuantityInText]
) -> str | None:
    start = max((other.number_end for other in quantities if other.number_end <= quantity.start), default=0)
    found = list(pattern.finditer(_STOP.split(text[start : quantity.start])[-1]))
    return found[-1].lastgroup if found else None
