"""The patterns by which quantities are found in prose, made of the tables of all languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import TypeVar

from reportgen.language.contract import QuantityTables
from reportgen.regex import regex
from reportgen.units import unit_of

K = TypeVar("K")
FLAGS = re.IGNORECASE | re.ASCII
GAP = r"[\s\u00a0-]*"
DIGITS = (
    r"(?<!\d)(?<!\d[.,'’])(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d++)?+"
    r"|(?<![\d.,])\d{1,3}(?: \d{3})+(?:(?<= \d{3} \d{3})(?![\d.])|\.\d++)|\d++(?:\.\d++)?+)(?![,'’]\d)"
)
"""A number in digits; what is grouped as no number is (``12,3``, ``1,20,000``, ``1'234``) is none of it."""
LEFT_ALONE = r"(?<![\d.,])\d{1,3} \d{3}(?![\d.]| \d{3}(?!\d))|(?<![a-z\d.])\.\d++|\d++(?:\.\d++)?+e[+-]?\d++|±\s*\d++(?:\.\d++)?+"
"""Digits of which nobody knows what number they are (``3 100`` may be two), or which are written for machines: ``.5``, ``1e9``, ``±5``."""
QUALIFIER_SIGNS = {
    "ge": r"[≥⩾≧]|[>＞]\s?[=＝]",
    "le": r"[≤⩽≦]|[<＜]\s?[=＝]",
    "gt": r"[>＞]",
    "lt": r"[<＜]",
    "about": r"≈|(?<!\d)(?<!\d.)(?<!\d..)[~～]",
}
"""Signs before a number, which belong to no language; a tilde soon after a digit (20家～30家) may be a range's."""


class QuantityPatterns:
    """Patterns of numbers, multipliers, units and qualifiers.

    ``number`` matches a number; its group says whose: ``digits``, or ``phraseN`` of ``phrases``, or ``numeralN`` of the
    tables' ``N``-th. ``units_after``, ``units_before``, ``named_before``, ``tails`` are by unit code, ``qualifiers_before``, ``within`` and
    ``qualifiers_after`` by qualifier, ``said_otherwise`` by value; what few texts are asked for is not compiled yet
    (:func:`compiled`); ``after_sign`` are the powers of letters after an amount with its sign (£400m).
    """

    def __init__(self, tables: list[QuantityTables]) -> None:
        self.tables = tables
        self.after = _by_key(_unit_words(table) for table in tables)
        self.before = _by_key(table.SIGNS_BEFORE for table in tables)
        self.units_after = {unit: regex(f"{GAP}(?:{words})", FLAGS) for unit, words in self.after.items()}
        self.units_before = {unit: regex(rf"(?:{words})\s*$", FLAGS) for unit, words in self.before.items()}
        named = {unit: words for unit, words in self.after.items() if unit_of(unit).is_currency}
        self.named_before = {
            unit: regex(rf"(?<![a-z])(?:{words})\s*$", FLAGS) for unit, words in named.items()
        }
        self.words_of_unit = both = _by_key([self.after, self.before])
        self.joints = [table.ratio("\n", "\n").strip("\n") for table in tables]
        self.tails = _by_key(t.TAILS for t in tables)
        self.multipliers = {
            word: power
            for table in tables
            for word, power in (*_written_multipliers(table), *table.MULTIPLIER_WORDS.items())
        }
        units = [*both.values(), *map(re.escape, self.multipliers)]
        self.unit_at_end = regex(rf"(?:{'|'.join(units)})s?$", FLAGS)
        word = "|".join(sorted(map(re.escape, self.multipliers), key=len, reverse=True))
        within = _by_key(table.QUALIFIERS_WITHIN for table in tables)
        self.within = {name: regex(words, FLAGS) for name, words in within.items()}
        infix = "|".join(within.values()) or r"(?!)"
        self.multiplier = regex(
            rf"(?P<infix>{infix})?{GAP}(?P<one>{word})s?(?:{GAP}(?P<two>{word})s?)?(?![a-z])", FLAGS
        )
        self.ends_with_multiplier = regex(rf"(?:{word})s?{GAP}$", FLAGS)
        self.infix = regex(infix, FLAGS)
        empty = "|".join(t.PLACEHOLDER for t in tables if t.PLACEHOLDER) or r"(?!)"
        self.half_more = regex("|".join(t.A_HALF_MORE for t in tables if t.A_HALF_MORE) or r"(?!)", FLAGS)
        self.placeholder = regex(rf"(?:{empty})(?=\d)")
        self.counter = regex("|".join(t.COUNTERS for t in tables if t.COUNTERS) or r"(?!)", FLAGS)
        self.stating = regex(rf"(?:{'|'.join(t.STATING for t in tables if t.STATING)})$", FLAGS)
        joining = "|".join(t.JOINING for t in tables if t.JOINING)
        self.range = regex(rf"\s*(?:[-–—~～]|{joining})\s*", FLAGS)
        signs = "|".join(words for unit, words in self.before.items() if unit not in ("rank", "percent"))
        names = "|".join([signs, *named.values()])
        articles = "|".join(filter(None, (table.ARTICLES for table in tables)))
        words = "|".join(table.MINUS for table in tables)
        self.minus = regex(
            rf"(?:(?<![\w\d)）%％])(?P<sign>[-−–])(?:{signs})?|(?<![a-z正])(?:{words}))$", FLAGS
        )
        self._between = rf"(?:\s*(?:{articles}))?(?:\s*(?:{names}))?\s*$"
        self.qualifiers_after = {
            name: regex(rf"\s*(?P<words>{words})(?![a-z])", FLAGS)
            for name, words in _by_key(table.QUALIFIERS_AFTER for table in tables).items()
        }
        self.after_sign = {letter: power for table in tables for letter, power in table.AFTER_SIGN.items()}
        self.letter = regex(rf"\s{{0,6}}(?P<letter>[{''.join(self.after_sign)}])(?![a-z\d])", FLAGS)
        self.fractions = [fraction for table in tables for fraction in table.FRACTIONS.items()]
        fractions = "|".join(words for words, _ in self.fractions) or r"(?!)"
        vague = "|".join(table.VAGUE for table in tables if table.VAGUE) or r"(?!)"
        self.vague = regex(vague, FLAGS)
        self.phrases = [phrase for table in tables for phrase in table.PHRASES.items()]
        self.number = regex(
            "|".join(
                [
                    f"(?P<left_alone>{LEFT_ALONE}|{fractions}|{vague})",
                    *(f"(?P<phrase{place}>{words})" for place, (words, _) in enumerate(self.phrases)),
                    f"(?P<digits>{DIGITS})",
                    *(f"(?P<numeral{place}>{t.NUMERAL})" for place, t in enumerate(tables) if t.NUMERAL),
                ]
            ),
            FLAGS,
        )
        self.said_otherwise = {
            value: _whole(words) for value, words in _by_key(table.SAID_OTHERWISE for table in tables).items()
        }
        multiples = _by_key(table.MULTIPLES for table in tables)
        self.multiples = {number: regex(_whole(words), FLAGS) for number, words in multiples.items()}
        self.claims = [("times", number, words) for number, words in self.multiples.items()] + [
            (unit, number, regex(_whole(words), FLAGS))
            for table in tables
            for unit, number, words in table.CLAIMS
        ]
        self.stated_in_words = regex("|".join(table.STATED_IN_WORDS for table in tables), re.IGNORECASE)
        self.of_something_else = regex("|".join(table.OF_SOMETHING_ELSE for table in tables), FLAGS)
        self.multiple_reached = regex(rf"(?:{'|'.join(t.MULTIPLE_REACHED for t in tables)})\s*$", FLAGS)
        self.multiple_of_whole = regex(rf"\s*(?:{'|'.join(t.MULTIPLE_OF_WHOLE for t in tables)})", FLAGS)

    @cached_property
    def qualifiers_before(self) -> dict[str, re.Pattern[str]]:
        """Worked out when a number in prose is read: that a table's cell has a unit of its own is said without them."""
        return {
            name: regex(rf"(?:(?<![a-z])(?P<words>{words}))(?![a-z]){self._between}", FLAGS)
            for name, words in _by_key([QUALIFIER_SIGNS, *map(_qualifier_words, self.tables)]).items()
        }

    @cached_property
    def qualifier_sign(self) -> re.Pattern[str]:
        """A sign at the beginning of a text; its group is the qualifier."""
        return regex("|".join(f"(?P<{name}>{words})" for name, words in QUALIFIER_SIGNS.items()))


@cache
def compiled_words(words: str) -> re.Pattern[str]:
    """The pattern of words that few texts are asked for."""
    return re.compile(words, FLAGS)


def _by_key(tables: Iterable[Mapping[K, str]]) -> dict[K, str]:
    """The alternatives of all languages, by what they mean."""
    joined: dict[K, str] = {}
    for table in tables:
        for key, words in table.items():
            joined[key] = f"{joined[key]}|{words}" if key in joined else words
    return joined


def _unit_words(table: QuantityTables) -> dict[str, str]:
    """The words that units are read by: those they are written with, and their other ones."""
    written = [*table.UNITS.items(), *table.SINGULARS.items()]
    words = {unit: [word] for unit, word in table.UNIT_WORDS.items()}
    for unit, word in written:
        if word and unit not in _RANKED and not _is_read_by(table.UNIT_WORDS.get(unit), word):
            words.setdefault(unit, []).append(_escaped(word))
    return {unit: "|".join(alternatives) for unit, alternatives in words.items()}


_RANKED = ("rank",)
"""Units whose written word alone says nothing: the language's own words do."""


def _qualifier_words(table: QuantityTables) -> dict[str, str]:
    """The words that qualifiers are read by: those they are written with, and their other ones."""
    written: dict[str, str] = {}
    for name in table.QUALIFIERS:
        both = (table.QUALIFIERS[name].strip(), table.QUALIFIER_SYMBOLS[name].strip())
        known = (table.QUALIFIERS_BEFORE.get(name), QUALIFIER_SIGNS.get(name))
        new = [word for word in both if not any(_is_read_by(pattern, word) for pattern in known)]
        if new:
            written[name] = "|".join(map(_escaped, new))
    return _by_key([table.QUALIFIERS_BEFORE, written])


def _written_multipliers(table: QuantityTables) -> Iterator[tuple[str, int]]:
    return ((word.lower(), power) for power, word in table.MULTIPLIERS.items() if word)


def _is_read_by(pattern: str | None, word: str) -> bool:
    """Whether a language's own expression reads a word already, perhaps with a limit on what may be around it."""
    return pattern is not None and re.fullmatch(pattern, word, FLAGS) is not None


def _whole(words: str) -> str:
    """Words that are no part of others."""
    return rf"(?<![a-z])(?:{words})(?![a-z])"


def _escaped(word: str) -> str:
    return re.escape(word) + (r"\b" if word[-1:].isascii() and word[-1:].isalpha() else "")
