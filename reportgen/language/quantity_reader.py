"""Quantities in prose: number, multiplier, unit and qualifier, read by the same tables that numbers are written with.

``32.21 billion yuan``, ``two hundred million yuan``, ``nearly US$32.9 billion``, ``322.1亿元以上``, ``百分之五``, ``第7位``, and
with the unit apart from the number ``出口（亿元）322.1``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from reportgen.language.direction_reader import has_direction
from reportgen.language.number_reader import NumberReader, QuantityInText, number_reader
from reportgen.language.other_numbers import other_number_spans, plain_forms
from reportgen.language.quantity_patterns import compiled_words
from reportgen.language.spans import Spans
from reportgen.language.unit_places import with_units_apart
from reportgen.record import replace

_BESIDE = 6
"""How many characters before a multiple say that it is one of a growth."""


def quantities_in(text: str) -> list[QuantityInText]:
    """Every number in ``text``, in order, years and numbering too."""
    return list(_read(text))


def stated_quantities(text: str, covered: Iterable[tuple[int, int]] = ()) -> list[QuantityInText]:
    """The quantities that ``text`` states, in order; none that touches ``covered``, a date, a numbering or a code."""
    covered = tuple(covered)
    stated = [item for item in _read(text, covered) if number_reader().states_something(text, item)]
    if not stated:  # as with most texts: what else their digits may be need not be asked
        return []
    others = Spans([*covered, *other_number_spans(text)])
    return [item for item in stated if item.has_unit_apart or not others.touches(item.start, item.number_end)]


def quantity_in(text: str, after: str = "", before: str = "") -> QuantityInText | None:
    """The first quantity of a text that is known to hold one; its unit and qualifier may be around it.

    Its places count from the beginning of ``text``.
    """
    shift, whole, reader = len(before), plain_forms(f"{before}{text}{after}"), number_reader()
    found = reader.qualified(whole, reader.numbers(whole, shift, shift + len(text)))
    if not found:
        return None
    item = found[0]
    if item.is_bare:
        item = next((one for one in _read(whole) if one.start == item.start), item)
    return replace(item, start=item.start - shift, end=item.end - shift, number_end=item.number_end - shift)


def _read(text: str, covered: Sequence[tuple[int, int]] = ()) -> tuple[QuantityInText, ...]:
    return _read_by(number_reader(), text, tuple(covered))


@lru_cache(maxsize=2048)
def _read_by(
    reader: NumberReader, text: str, covered: tuple[tuple[int, int], ...]
) -> tuple[QuantityInText, ...]:
    """Kept: a check reads a sentence more than once, and documents of one month share most of theirs."""
    text = plain_forms(text)
    return tuple(reader.qualified(text, with_units_apart(text, reader.numbers(text), covered)))


def without_qualifier_sign(text: str) -> tuple[str, str]:
    """The text without the sign of a qualifier at its beginning (``≥12.5``), and the qualifier."""
    sign = number_reader().patterns.qualifier_sign.match(text)
    return (text[sign.end() :].strip(), sign.lastgroup or "eq") if sign else (text, "eq")


def power_of(word: str) -> int | None:
    """The power of ten of a multiplier's word (``billion``, 千万), ``None`` for any other word."""
    return number_reader().power_of(word)


def mentions_unit(text: str, unit: str) -> bool:
    """Whether a text has any word for the unit. A unit without words cannot be looked for: then it is taken to be there."""
    words = number_reader().patterns.words_of_unit.get(unit)
    return words is None or compiled_words(words).search(text) is not None


def has_words_of_unit(unit: str) -> bool:
    """Whether any language knows words for the unit."""
    return unit in number_reader().patterns.words_of_unit


def parts_in(text: str) -> list[Decimal]:
    """The parts of a whole that a text names by a fraction: 0.75 for "three quarters"."""
    return [
        part(match[0])
        for words, part in number_reader().patterns.fractions
        for match in compiled_words(words).finditer(text)
    ]


def names_multiplier(text: str) -> bool:
    """Whether a text has the word of a multiplier, whatever it belongs to."""
    return number_reader().patterns.multiplier.search(text) is not None


def is_vague(text: str) -> bool:
    """Whether a text has a number that says no number: several hundred million, 十几亿."""
    return number_reader().patterns.vague.search(text) is not None


def says_otherwise(text: str, value: Decimal) -> bool:
    """Whether a text says a small number by another word: "the only", "the largest", 第一, or as a multiple: "doubled" of 100%."""
    patterns = number_reader().patterns
    words = patterns.said_otherwise.get(value)
    return (words is not None and compiled_words(words).search(text) is not None) or any(
        value in (number, abs(number - 1) * 100) and multiple.search(text)
        for number, multiple in patterns.multiples.items()
    )


def said_otherwise(text: str, covered: Iterable[tuple[int, int]] = ()) -> list[QuantityInText]:
    """The numbers that ``text`` states by other words than a number's: doubled, a third of, 翻一番, 居西部第一; of multiples
    what the whole comes to. None that touches ``covered``."""
    patterns, spans = number_reader().patterns, Spans(covered)
    found = [(one, number, unit) for unit, number, words in patterns.claims for one in words.finditer(text)]
    for one in patterns.stated_in_words.finditer(text):
        if parts := parts_in(one[0]):
            found.append((one, parts[0] * 100, "percent"))
        else:
            multiples = (item for item in _read(text[: one.end()]) if item.start >= one.start())
            found += [(one, _of_whole(text, item), "times") for item in multiples]
    return [
        QuantityInText(*one.span(), one[0], number, 0, unit, one.end(), in_words=True, is_otherwise=True)
        for one, number, unit in found
        if not spans.touches(*one.span()) and not patterns.of_something_else.match(text, one.end())
    ]


def _of_whole(text: str, multiple: QuantityInText) -> Decimal:
    """What a multiple comes to of what it is taken of: 增长三倍 is four times as much."""
    is_growth = has_direction(text[max(0, multiple.start - _BESIDE) : multiple.start])
    return growth_of_multiple(text, multiple) / 100 + 1 if is_growth else multiple.value


def growth_of_multiple(text: str, multiple: QuantityInText) -> Decimal:
    """The growth in percent that a multiple says: 增长3倍 is 300, 增长到3倍 and "three times as much" are 200."""
    patterns = number_reader().patterns
    is_reached = (
        patterns.multiple_reached.search(text[: multiple.start]) is not None
        or patterns.multiple_of_whole.match(text, multiple.end) is not None
    )
    return (multiple.value - is_reached) * 100
