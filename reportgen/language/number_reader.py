"""Numbers in prose with what is right beside them: digits or words, multiplier, unit, qualifier.

Read by the same tables that numbers are written with; a text in one language holds names and quotations of others, so the
words of all languages are read everywhere. A unit that is apart from its number is the matter of ``unit_places``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from reportgen.language.quantity_patterns import QuantityPatterns, compiled_words
from reportgen.language.speaker import language, languages
from reportgen.record import Record, replace
from reportgen.regex import regex
from reportgen.units import unit_of
from reportgen.values import Qualifier

_GROUPING = regex(r"[,， ]")
_LEAST_IN_WORDS, _LARGE_IN_WORDS = 3, 10_000
"""A number in words states a quantity with a multiplier of this power of ten or more, or when it is that large."""
_HALF = Decimal("0.5")
_LEAST_YEAR = 1000
_CLOSING = regex(r"\s*(?:[.,;:!?)），。；、：！？]|$)")
_REACH = 40
"""How many characters before a number are looked at."""


class QuantityInText(Record):
    """A number in a text: ``text[start:end]`` with the unit that follows it.

    ``number`` is as written (32.21), ``power`` that of its multiplier (9), ``unit`` a unit code, ``count`` for any counter
    word, empty for a bare number. ``number_end`` is where digits and multiplier end. ``qualifier`` is what the words beside
    it (``qualifier_words``) say. ``in_words``: not written in digits. ``has_unit_apart``: multiplier and unit are in brackets
    or in a head, not beside the number. ``is_otherwise``: said by other words than a number's.
    """

    start: int
    end: int
    text: str
    number: Decimal
    power: int
    unit: str
    number_end: int
    qualifier: Qualifier = Qualifier.EQ
    qualifier_words: str = ""
    in_words: bool = False
    has_unit_apart: bool = False
    is_otherwise: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it has digits alone, without multiplier, unit or counter."""
        return not (self.power or self.unit or self.in_words)

    @property
    def value(self) -> Decimal:
        """The number in base units."""
        return self.number.scaleb(self.power)

    @property
    def precision(self) -> int:
        """The power of ten of the last digit, in base units."""
        return int(self.number.as_tuple().exponent) + self.power


def number_reader() -> NumberReader:
    """The reader of numbers in all languages."""
    return _reader(languages())


@lru_cache(maxsize=4)
def _reader(codes: tuple[str, ...]) -> NumberReader:
    return NumberReader(QuantityPatterns([language(code).quantities.tables for code in codes]))


class NumberReader:
    """Reads numbers by the patterns of all languages."""

    def __init__(self, patterns: QuantityPatterns) -> None:
        self.patterns = patterns

    def numbers(self, text: str, first: int = 0, limit: int | None = None) -> list[QuantityInText]:
        """The numbers of ``text``, in ``plain_forms``, that begin between ``first`` and ``limit``, without their qualifiers."""
        found: list[QuantityInText] = []
        at = first
        while (match := self.patterns.number.search(text, at)) is not None:
            if limit is not None and match.start() >= limit:
                break
            item = self._quantity(text, match)
            at = match.end()
            if item is None:
                continue
            at = item.end
            if item.power:
                at = self._after_placeholder(text, at)
            if found and (joined := self._compound(text, found[-1], item)) is not None:
                found[-1] = joined
            else:
                found.append(item)
        return found

    def qualified(self, text: str, found: list[QuantityInText]) -> list[QuantityInText]:
        """The numbers of a text with what the words beside them say, and those of a range with one unit."""
        return self._with_units_of_ranges(text, [self._qualified(text, item) for item in found])

    def states_something(self, text: str, item: QuantityInText) -> bool:
        """Whether a number is a quantity: by its unit, multiplier, counter or decimals, by a verb that states it, or alone."""
        if item.in_words:
            is_large = item.power >= _LEAST_IN_WORDS or item.value >= _LARGE_IN_WORDS
            is_counted = item.unit or self._is_stated(text, item)
            return bool(is_large and is_counted) or item.unit == "percent"
        if item.unit or item.power or item.number != item.number.to_integral_value():
            return True
        digits = text[item.start : item.number_end]
        alone = not re.search(r"\w", text[: item.start] + text[item.number_end :])
        return alone or "," in digits or self._is_stated(text, item)

    def without_qualifier(self, head: str) -> str:
        """What is before a number without the words that qualify it."""
        found = (words.search(head) for words in self.patterns.qualifiers_before.values())
        return head[: min((match.start("words") for match in found if match), default=len(head))]

    def power_of(self, word: str) -> int | None:
        """The power of ten of a multiplier's word."""
        match = self.patterns.multiplier.fullmatch(word.strip())
        if match is None or match["infix"]:
            return None
        return self._power(word, match)[0]

    def whole_unit(self, text: str) -> tuple[str, int] | None:
        """The unit and the power of a text that is a multiplier, a unit or both, as most heads of tables say it (万元, million USD);
        ``None`` for all others, which are read as a number with words beside it."""
        text, power, end = f"1{text}", 0, 1
        multiplier = self.patterns.multiplier.match(text, end)
        if multiplier and not multiplier["infix"] and self._unit_at(text, end) is None:
            power, end = self._power(text, multiplier)
        unit_end, unit = self._unit_at(text, end) or (end, "")
        return (unit, power) if unit_end == len(text) else None

    def _power(self, text: str, multiplier: re.Match[str]) -> tuple[int, int]:
        """The power of ten of one or two multipliers in a row, and where they end."""
        one = self.patterns.multipliers[multiplier["one"].lower()]
        second_is_of_unit = self._unit_at(text, multiplier.end("one"))  # 万千克
        if multiplier["two"] is None or second_is_of_unit is not None:
            return one, multiplier.end("one")
        return one + self.patterns.multipliers[multiplier["two"].lower()], multiplier.end()

    def _is_stated(self, text: str, item: QuantityInText) -> bool:
        return self.patterns.stating.search(text[max(0, item.start - _REACH) : item.start]) is not None

    def _quantity(self, text: str, match: re.Match[str]) -> QuantityInText | None:
        group = match.lastgroup or ""
        if group == "left_alone":
            return None
        if group.startswith("phrase"):
            number, unit = self.patterns.phrases[int(group.removeprefix("phrase"))][1](match[0])
            return QuantityInText(
                match.start(), match.end(), match[0], number, 0, unit, match.end(), in_words=True
            )
        start, in_words = match.start(), group != "digits"
        if in_words:
            value = self.patterns.tables[int(group.removeprefix("numeral"))].numeral(match[0])
            if value is None:
                return None
        else:
            value = Decimal(_GROUPING.sub("", match[0]))
        end, value = self._with_half_more(text, match.end(), value, after="number")
        power, within = 0, ""
        multiplier = self.patterns.multiplier.match(text, end)
        if multiplier and self._unit_at(text, end) is None:  # 千克 is a unit
            power, end = self._power(text, multiplier)
            within = multiplier["infix"] or ""
        elif (letter := self._letter(text, start, end)) is not None:
            power, end = letter
        if power:
            end, value = self._with_half_more(text, end, value, after="multiplier")
        if not within and (infix := self.patterns.infix.match(text, end)):
            within = infix[0]
        head = text[max(0, start - _REACH) : start]
        minus = self.patterns.minus.search(head)
        if minus and not (in_words and minus["sign"]):  # a dash before a word is none of its sign
            value = -value
            if minus.end("sign") == len(head):
                start -= 1
        unit, unit_end = self._unit(text, start, end, is_multiplied=power > 0)
        if unit_end != end:
            unit_end, value = self._with_half_more(text, unit_end, value, after="unit")
        item = QuantityInText(
            start, unit_end, text[start:unit_end], value, power, unit, end, in_words=in_words
        )
        if within:
            item = replace(item, qualifier=self._qualifier_within(within), qualifier_words=within)
        return item

    def _letter(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """``£400m``, ``$1.2b``, ``3.2B yuan``: the power of a letter after an amount whose currency is beside it, and its end."""
        letter = self.patterns.letter.match(text, end)
        if letter is None:
            return None
        head = text[max(0, start - _REACH) : start]
        signs = (pattern for unit, pattern in self.patterns.units_before.items() if unit_of(unit).is_currency)
        after = self._unit_at(text, letter.end())
        if not (after and unit_of(after[1]).is_currency) and not any(sign.search(head) for sign in signs):
            return None
        return self.patterns.after_sign[letter["letter"].lower()], letter.end()

    def _qualifier_within(self, words: str) -> Qualifier:
        return next(
            Qualifier(name) for name, pattern in self.patterns.within.items() if pattern.fullmatch(words)
        )

    def _unit_at(self, text: str, at: int) -> tuple[int, str] | None:
        """Where the longest word of a unit ends that begins at a place, and the unit."""
        patterns = self.patterns.units_after.items()
        return max(
            ((match.end(), key) for key, pattern in patterns if (match := pattern.match(text, at))),
            default=None,
        )

    def _unit(self, text: str, start: int, end: int, *, is_multiplied: bool) -> tuple[str, int]:
        """The unit beside a number and where it ends. The name of a currency before a number is its own where the number
        ``is_multiplied`` by a word: yuan 5 million."""
        infix = self.patterns.infix.match(text, end)
        end_of_number = infix.end() if infix else end
        if (after := self._unit_at(text, end_of_number)) is not None:
            return self._ratio(text, *after)
        head = text[max(0, start - _REACH) : start]
        before = self._unit_before(head, self.patterns.units_before)
        if not before and is_multiplied and not self._ends_with_amount(head):
            before = self._unit_before(head, self.patterns.named_before)
        if before:
            unit = max(before)[1]
            words = self.patterns.tails.get(unit)
            tail = compiled_words(words).match(text, end) if words else None
            return unit, tail.end() if tail else end
        return ("count" if self.patterns.counter.match(text, end_of_number) else ""), end

    def _unit_before(self, head: str, patterns: Mapping[str, re.Pattern[str]]) -> list[tuple[int, str]]:
        """The units whose words end what is before a number, with their lengths; none that are counted in a multiplier (单位：万美元)."""
        return [
            (match.end() - match.start(), unit)
            for unit, pattern in patterns.items()
            if (match := pattern.search(head))
            and not self.patterns.ends_with_multiplier.search(head[: match.start()])
        ]

    def _with_half_more(
        self, text: str, end: int, value: Decimal, *, after: Literal["number", "multiplier", "unit"]
    ) -> tuple[int, Decimal]:
        """A whole number that ends at a place, or goes on with a half: a billion and a half, 两亿半. The half is its own where nothing
        else follows, or its unit; of what follows a multiplier or other words it is a half: 3 billion yuan and a half million people."""
        half = self.patterns.half_more.match(text, end)
        if half is None or value != value.to_integral_value():
            return end, value
        at = half.end()
        if after == "number":  # a larger one may be a year
            is_own = abs(value) < _LEAST_YEAR and (
                self.patterns.multiplier.match(text, at) is not None or self._unit_at(text, at) is not None
            )
        else:
            is_own = _CLOSING.match(text, at) is not None or (
                after == "multiplier"
                and self.patterns.multiplier.match(text, at) is None
                and (self._unit_at(text, at) or self.patterns.counter.match(text, at)) is not None
            )
        return (at, value + _HALF.copy_sign(value)) if is_own else (end, value)

    def _ratio(self, text: str, end: int, above: str) -> tuple[str, int]:
        """The unit that ends at ``end``, or a ratio of it to the one that follows: yuan per tonne."""
        for joint in self.patterns.joints:
            if joint and text.startswith(joint, end):
                below = self._unit_at(text, end + len(joint))
                if below is not None:
                    return f"{above}_per_{below[1]}", below[0]
        return above, end

    def _compound(self, text: str, one: QuantityInText, other: QuantityInText) -> QuantityInText | None:
        """3亿5000万, 1亿零500万, 两万五千: a number that goes on after its multiplier; ``None`` where the two are two."""
        goes_on = other.start in (one.number_end, self._after_placeholder(text, one.number_end))
        if not goes_on or not other.power < one.power or one.unit not in ("", "count"):
            return None
        if other.value >= Decimal(10) ** one.power or one.in_words is not other.in_words:
            return None
        number = one.number.scaleb(one.power - other.power) + other.number
        return replace(other, start=one.start, text=text[one.start : other.end], number=number)

    def _after_placeholder(self, text: str, at: int) -> int:
        """1亿零500万: the word for its empty places is no number of its own."""
        found = self.patterns.placeholder.match(text, at)
        return found.end() if found else at

    def _qualified(self, text: str, item: QuantityInText) -> QuantityInText:
        """The quantity with what the words before, within and after it say."""
        head = text[max(0, item.start - _REACH) : item.start]
        said = [
            (len(match["words"]), name, match["words"])
            for name, pattern in self.patterns.qualifiers_before.items()
            if (match := pattern.search(head)) and not self._ends_with_amount(head[: match.start("words")])
        ]
        if not said and item.qualifier is Qualifier.EQ:
            said = [*self._said_after(text, item)]
        if not said:
            return item
        _, name, words = max(said)
        return replace(item, qualifier=Qualifier(name), qualifier_words=words.strip())

    def _ends_with_amount(self, head: str) -> bool:
        """Whether an amount stands right before words that then say by how much two differ: 5 billion yuan short of the 70 billion."""
        ended = head.rstrip()
        found = self.numbers(ended) if ended[-1:].isalnum() else []
        return bool(found and found[-1].unit and found[-1].end == len(ended))

    def _said_after(self, text: str, item: QuantityInText) -> Iterator[tuple[int, str, str]]:
        counter = self.patterns.counter.match(text, item.end) if item.unit == "count" else None
        for name, pattern in self.patterns.qualifiers_after.items():
            for place in {item.end, item.number_end, counter.end() if counter else item.end}:
                if match := pattern.match(text, place):
                    yield len(match["words"]), name, match["words"]

    def _with_units_of_ranges(self, text: str, found: list[QuantityInText]) -> list[QuantityInText]:
        """``5–7%``: the first number of a range takes the unit of the second; ``5~7%`` is not about 7."""
        for place in range(len(found) - 1):
            one, other = found[place], found[place + 1]
            between = text[one.end : other.start]
            if not self.patterns.range.fullmatch(between):
                continue
            if one.unit in ("", "count") and other.unit not in ("", "count"):
                found[place] = replace(one, unit=other.unit, power=one.power or other.power)
            if other.qualifier_words and other.qualifier_words == between.strip():
                found[place + 1] = replace(other, qualifier=Qualifier.EQ, qualifier_words="")
        return found
