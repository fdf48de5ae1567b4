"""Patterns of labels and heads as a recipe writes them: ``January to {month}``, ``Growth on the year before*``.

``*`` is any text, ``{year}``, ``{month}``, ``{quarter}``, ``{day}`` are numbers, any other ``{name}`` is a text. One that is
twice is the same number or the same text both times. Everything else is taken as it is. Spaces, letter case and the width of signs do not count here; :mod:`reading` refuses a label with other spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from reportgen.language.any_language import table
from reportgen.record import CachingRecord
from reportgen.regex import regex

NUMBERS = {"year": r"\d{4}", "day": r"3[01]|[12]\d|0?[1-9]"}
"""What ``{year}`` and its like match."""
MONTH_NAMES = ("month", "mm")
_NAMED = {
    **dict.fromkeys(MONTH_NAMES, (r"(?:1[0-2]|0?[1-9])(?!\d)", "MONTHS")),
    "quarter": (r"[1-4](?!\d)", "QUARTERS"),
}
"""What ``{month}`` and ``{quarter}`` match: digits, or one of the names in that table of words."""
TIMES = (*NUMBERS, *_NAMED)
"""The placeholders that say when."""
ANYTHING = "*"
_AGAIN = "_AGAIN_"
"""Between a placeholder's name and the count of its second place and later: no name has capitals."""
_PLACEHOLDER = regex(r"\*|\{([a-z_][a-z0-9_]*)\}")
_SPACES = regex(r"[\s\u200b\ufeff]+")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The text without spaces, with narrow signs and small letters: two texts that fold alike are one label."""
    return _SPACES.sub("", narrow(text))


def narrow(text: str) -> str:
    """The text with narrow signs and small letters."""
    return unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=65536)
def tidied(text: str) -> str:
    """The text without the spaces around it, and with one space for each run inside."""
    return _SPACES.sub(" ", text).strip()


class Pattern(CachingRecord):
    """One pattern. ``text`` is as the recipe has it."""

    text: str

    @cached_property
    def is_literal(self) -> bool:
        """Whether it can only be one label."""
        return _PLACEHOLDER.search(self.text) is None

    @cached_property
    def folded(self) -> str:
        return folded(self.text)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The placeholders that it holds."""
        return tuple(match[1] for match in _PLACEHOLDER.finditer(self.text) if match[1])

    @cached_property
    def _beginning(self) -> str:
        """The text before the first placeholder, folded."""
        return folded(_PLACEHOLDER.split(self.text, maxsplit=1)[0])

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        pieces: list[str] = []
        seen: Counter[str] = Counter()
        at = 0
        for match in _PLACEHOLDER.finditer(self.text):
            pieces.append(_literal(self.text[at : match.start()]))
            pieces.append(r".*?" if match[1] is None else _group(match[1], seen[match[1]]))
            seen[match[1] or ANYTHING] += 1
            at = match.end()
        pieces.append(_literal(self.text[at:]))
        return re.compile(r"\s*".join(piece for piece in pieces if piece), re.IGNORECASE | re.DOTALL)

    def match(self, text: str) -> Mapping[str, str] | None:
        """What the placeholders stand for in ``text``, or ``None`` where it is another text."""
        if self.text == ANYTHING:
            return {}
        if self.is_literal:
            return {} if folded(text) == self.folded else None
        if not folded(text).startswith(self._beginning):
            return None
        found = self._expression.fullmatch(unicodedata.normalize("NFKC", tidied(text)))
        return _once_each(found.groupdict()) if found else None

    def search(self, text: str) -> Mapping[str, str] | None:
        """The same anywhere in ``text``."""
        found = self._expression.finditer(unicodedata.normalize("NFKC", tidied(text)))
        read = (_once_each(match.groupdict()) for match in found)
        return next((values for values in read if values is not None), None)


def patterns_of(texts: str | Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns of a key that takes one text or several."""
    return tuple(Pattern(text) for text in ([texts] if isinstance(texts, str) else texts))


def first_match(patterns: Iterable[Pattern], text: str) -> Mapping[str, str] | None:
    """What the first pattern that fits ``text`` reads in it."""
    for pattern in patterns:
        found = pattern.match(text)
        if found is not None:
            return found
    return None


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what its placeholders stand for; one that nothing stands for stays."""
    if "{" not in text:
        return text
    return _PLACEHOLDER.sub(lambda match: values.get(match[1] or "", match[0]), text)


def number_named(name: str, text: str) -> int | None:
    """The number of a year, quarter, month or day that is written in digits or by its name in any language."""
    if text.isdigit():
        return int(text)
    return table("table_words", _NAMED[name][1]).get(text.casefold().rstrip("."))


def _literal(text: str) -> str:
    plain = _SPACES.sub("", unicodedata.normalize("NFKC", text))
    return r"\s*".join(re.escape(character) for character in plain)


def _group(name: str, before: int) -> str:
    """The expression of a placeholder that ``before`` of its name come before."""
    if before and name not in TIMES:
        return rf"(?P={name})"
    group = f"{name}{_AGAIN}{before}" if before else name
    if name in _NAMED:
        digits, words = _NAMED[name]
        named = "|".join(sorted(map(re.escape, table("table_words", words)), key=len, reverse=True))
        return rf"(?P<{group}>{digits}|{named})"
    return rf"(?P<{group}>{NUMBERS[name]})" if name in NUMBERS else rf"(?P<{group}>.+?)"


def _once_each(groups: Mapping[str, str]) -> Mapping[str, str] | None:
    """The values by their names, or ``None`` where a number that is there twice is another the second time: ``01`` is ``1``."""
    values = {group: text for group, text in groups.items() if _AGAIN not in group}
    again = ((group.partition(_AGAIN)[0], text) for group, text in groups.items() if _AGAIN in group)
    return (
        values
        if all(number_named(name, text) == number_named(name, values[name]) for name, text in again)
        else None
    )
