"""The unit that a table states in its own words: ``单位：万元``, ``US$ million``, ``100 Million US Dollars``, ``yuan/tonne``.

A text is read whole or not at all: 人民币万元 is 10,000 yuan, and what begins with a unit and goes on in words that nobody knows
is no unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from reportgen.language.any_language import words
from reportgen.language.number_reader import number_reader
from reportgen.language.other_numbers import plain_forms
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.units import COUNT, PERCENT

_PARTS = regex(r"[，,、;；/()（）\[\]](?!\d{3})")
_BRACKETS = regex(r"[(（\[]([^()（）\[\]]*)[)）\]]\s*$")
_ANY_BRACKET = regex(r"[()（）\[\]]")
_LEAD_IN = regex(r"^(?:(?:in|of)\s+)+", re.IGNORECASE)
_ZEROS = regex(r"(?:['’‘]|(?<![\d,]))000((?:,000)*)s?(?![\d,])")
_POWER = regex(r"(?:[×x*]\s*)?10\s*\^\s*(\d{1,2})(?!\d)")
_SPACES = regex(r"\s+")
_UNKNOWN = regex(r"[^\s\d]+")
_EDGES = " .·:：-"
_UP_TO_STOP = regex(r"[^，,;；。:：()（）\n|](?:[^，,;；。:：()（）\n|]|,(?=\d{3})){0,40}")
_WORD_ENDS = regex(r"(?<=\S)(?=\s|\.(?:\s|$)|$)")


class StatedUnit(Record):
    """A unit in words. ``unit`` is its code, ``count`` for any counter word, empty where the words name none that is known."""

    unit: str
    power: int

    @property
    def is_amount(self) -> bool:
        """Whether it is more than a rate or a word of counting."""
        return self.unit not in ("", COUNT, PERCENT)


@lru_cache(maxsize=4096)
def unit_in_text(text: str) -> str | None:
    """The words of the unit in a text such as ``Unit: million USD``."""
    found = _heads().search(_SPACES.sub(" ", text).strip())
    return found[1] if found else None


def unit_in_brackets(label: str) -> str | None:
    """The words in brackets at the end of a label: ``Exports (million USD)``."""
    found = _BRACKETS.search(label)
    return found[1] if found else None


@lru_cache(maxsize=4096)
def units_in(text: str) -> tuple[StatedUnit, ...]:
    """The units that a text lists, a text such as ``亿元、%`` or ``million USD, current prices``; nothing where it has none."""
    whole = _one(text)
    if whole is not None:
        return (whole,)
    found = list(dict.fromkeys(unit for part in _PARTS.split(text) if (unit := _one(part)) is not None))
    return tuple(_of_amounts(found)) if any(unit.is_amount for unit in found) else tuple(found)


def _of_amounts(found: Sequence[StatedUnit]) -> Iterator[StatedUnit]:
    """The units of a list with amounts; a multiplier alone is theirs (US$, thousand), a currency's name alone adds nothing."""
    multipliers = [unit.power for unit in found if not unit.unit]
    powers = {unit.unit: unit.power for unit in found if unit.power}
    for unit in found:
        if unit.is_amount and not unit.power and len(multipliers) == 1:
            yield StatedUnit(unit.unit, multipliers[0])
        elif unit.unit and (unit.power or unit.unit not in powers):
            yield unit


@lru_cache(maxsize=4096)
def the_unit_in(text: str) -> StatedUnit | None:
    """The one unit of amounts in a text, else its one unit; ``None`` where there are several, or none."""
    found = units_in(text)
    amounts = [unit for unit in found if unit.is_amount] or list(found)
    return amounts[0] if len(amounts) == 1 else None


def _one(text: str) -> StatedUnit | None:
    """The unit that a whole text is."""
    rest = _SPACES.sub(" ", _ANY_BRACKET.sub(" ", text)).strip(_EDGES)
    found = StatedUnit("", 0)
    while rest := _LEAD_IN.sub("", rest.strip(_EDGES)):
        step = _stretch(rest)
        if step is None:  # a word without a code after a multiplier: a recipe may give it its own
            return found if not found.unit and found.power and _UNKNOWN.fullmatch(rest) else None
        together = _together(found, step[0])
        if together is None:
            return None
        found, rest = together, step[1]
    return found if found.unit or found.power else None


def _stretch(text: str) -> tuple[StatedUnit, str] | None:
    """The unit or multiplier at the beginning of a text, and what follows; ``None`` for words that are neither."""
    if zeros := _ZEROS.match(text):
        return StatedUnit("", 3 + 3 * zeros[1].count("000")), text[zeros.end() :]
    if stated := _POWER.match(text):
        return StatedUnit("", int(stated[1])), text[stated.end() :]
    text = _singular(text)
    if (whole := number_reader().whole_unit(text)) is not None:
        return StatedUnit(*whole), ""
    lead = "" if text[0].isdigit() else "1"
    found = number_reader().numbers(plain_forms(f"{lead}{text}"))
    if not found or found[0].start or not _is_power_of_ten(found[0].value):
        return None
    first = found[0]
    if not (first.unit or first.power or first.value > 1):
        power = number_reader().power_of(text[0]) if len(text) > 1 else None
        return None if power is None else (StatedUnit("", power), text[1:])
    is_loose = first.unit in (COUNT, PERCENT)  # a counter's own word follows, or what the percentage is of
    return StatedUnit(first.unit, first.value.adjusted()), "" if is_loose else text[first.end - len(lead) :]


def _together(one: StatedUnit, other: StatedUnit) -> StatedUnit | None:
    """Two stretches as one unit: a currency and its multiplier, a currency named twice."""
    if (one.power and other.power) or (one.unit and other.unit and one.unit != other.unit):
        return None
    return StatedUnit(one.unit or other.unit, one.power or other.power)


def _is_power_of_ten(value: Decimal) -> bool:
    return value > 0 and value == Decimal(1).scaleb(value.adjusted())


def _singular(text: str) -> str:
    """``millions of yuan`` as ``million yuan``."""
    word, space, rest = text.partition(" ")
    is_plural = word[-1:].lower() == "s" and number_reader().power_of(word[:-1]) is not None
    return f"{word[:-1]}{space}{rest}" if is_plural else text


def worded_heads(text: str) -> Iterator[tuple[int, int, StatedUnit]]:
    """Where prose names the unit of what follows (``Unit: 10,000 yuan. Exports 32,100``), from its first word to its last."""
    for head in _words_of_heads().finditer(text):
        stretch = _UP_TO_STOP.search(text, head.end())
        words = stretch[0] if stretch and stretch.start() == head.end() else ""
        for end in reversed([end.start() for end in _WORD_ENDS.finditer(words)]):
            if (unit := the_unit_in(words[:end])) is not None:
                yield head.start(), head.end() + end, unit
                break


@lru_cache(maxsize=1)
def _words_of_heads() -> re.Pattern[str]:
    spaced = [
        r"\s*".join(re.escape(character) for character in head.rstrip(":："))
        for head in words("table_words", "UNIT_HEADS")
    ]
    return re.compile(rf"(?:{'|'.join(spaced)})\s*[:：]\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(rf"{_words_of_heads().pattern}(.+?)\s*[)）]?\s*$", re.IGNORECASE)
