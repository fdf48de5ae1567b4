"""Numbers written in a language: digits, multiplier, unit, qualifier, rank. All words are the language's tables."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reportgen.language.contract import QuantityTables, RankWords
from reportgen.units import RANK, unit_of
from reportgen.values import Amount, plain, rounded

_LAST_IN_WORDS = 10
"""Places up to this one may be said in words."""


class QuantityWords:
    """The words of numbers of one language, as its tables in ``quantities.py`` give them."""

    def __init__(self, tables: QuantityTables) -> None:
        self.tables = tables

    @property
    def powers(self) -> tuple[int, ...]:
        """The powers of ten that running text chooses from, largest first."""
        return tuple(self.tables.POWERS)

    def most_decimals(self, power: int) -> int:
        """The most decimals that a number may have with the multiplier of ``power``."""
        return self.tables.POWERS[power]

    def unit(self, code: str) -> str:
        """The words of a unit code: ``CNY`` yuan / 元, ``CNY_per_USD`` yuan per US dollar / 元/美元. Unknown: the code."""
        unit = unit_of(code)
        if unit.below:
            below = self.one(unit.below)
            return self.tables.ratio(self.unit(unit.above), below) if below else self.unit(unit.above)
        return self.tables.UNITS.get(code, code)

    def per(self, unit: str, counter: str, power: int = 0) -> str:
        """A unit, counted in 10^``power``, for each thing counted: US dollars per invoice, 美元/单, 亿元/家."""
        word = self.tables.singular(counter) if counter else self.unit("count")
        above = self.counted(unit, power)
        return self.tables.ratio(above, word) if word else above

    def one(self, code: str) -> str:
        """The unit in the singular: US dollar."""
        return self.tables.SINGULARS.get(code, self.unit(code))

    def unit_in_head(self, code: str) -> str:
        """The unit where it names a column or an axis: 百分点, not 个百分点."""
        return self.tables.IN_HEADS.get(code, self.unit(code))

    def multiplier(self, power: int) -> str:
        """``billion`` or 亿; a power without a word of its own is written as a power of ten."""
        return self.tables.MULTIPLIERS.get(power, f"10^{power}")

    @property
    def multipliers(self) -> Mapping[int, str]:
        """The words of all powers of ten that have one."""
        return self.tables.MULTIPLIERS

    def power_of_ten(self, power: int) -> str:
        """A power of ten as running text counts it: ``10 million``, 1000万."""
        unit = max(known for known in self.powers if known <= power)
        return self.joined(str(10 ** (power - unit)), self.multiplier(unit))

    def counted(self, unit: str, power: int = 0, counter: str = "", *, singular: bool = False) -> str:
        """The unit after a number counted in 10^``power``: ``billion yuan``, 亿元, ``firms``, 万家.

        ``counter`` is the counter word of a count, ``singular`` whether the number before it is one.
        """
        word = counter or self.unit(unit)
        if singular and power == 0:
            word = self.tables.singular(counter) if counter else self.one(unit)
        return self.tables.GAP.join(filter(None, (self.multiplier(power), word)))

    def digits(self, value: Decimal, decimals: int, *, signed: bool = False) -> str:
        """``32,210.0`` or 32210.0; ``signed`` writes a plus too."""
        sign = "+" if signed and value > 0 else ""
        return f"{sign}{value:,.{decimals}f}".replace(",", self.tables.GROUPING)

    def format_of_digits(self, decimals: int) -> str:
        """The Excel number format that shows what :meth:`digits` writes."""
        whole = "#,##0" if self.tables.GROUPING else "0"
        return whole + ("." + "0" * decimals if decimals else "")

    def gap(self, unit: str) -> str:
        """The space between a number and its unit, if any."""
        is_sign = not any(character.isalnum() for character in unit)  # ‰
        return "" if is_sign or unit in self.tables.CLOSE_UNITS else self.tables.GAP

    def joined(self, number: str, unit: str) -> str:
        """A number with its unit."""
        return f"{number}{self.gap(unit)}{unit}"

    def between(self, low: str, high: str, unit: str = "", power: int = 0) -> str:
        """Two ends of a range: ``5% to 6%``, ``50 to 60 billion yuan``; 5%—6%, 500亿—600亿元."""
        return self.tables.between(low, high, unit, power)

    def amount(self, amount: Amount, counter: str = "") -> str:
        """A number with its unit in a sentence: ``nearly 20 billion yuan``, 近200亿元, ``about 10 firms``."""
        value, precision = amount.value, amount.precision
        if precision is None:
            precision = value.adjusted() - 3 if value else 0
        value = rounded(value, precision)
        before = self.qualifier(amount.qualifier)
        if amount.unit == RANK:
            return f"{before}{self.rank(value).text}"
        scales = unit_of(amount.unit).is_scaled
        largest = abs(value if amount.beside is None else amount.beside)
        power = next((power for power in self.powers if scales and largest >= Decimal(10) ** power), 0)
        digits = self._digits_to(value.scaleb(-power), precision - power)
        unit = self.counted(amount.unit, power, counter, singular=abs(value) == 1)
        return f"{before}{self.joined(digits, unit)}"

    def _digits_to(self, value: Decimal, precision: int) -> str:
        """Digits to the last one written; beyond two decimals zeros say nothing (650,000 is 65万, not 65.0000万)."""
        if -2 <= precision < 0:
            return self.digits(value, -precision)
        decimals = len(plain(value).partition(".")[2])
        return self.digits(value, decimals)

    def unit_name(self, code: str) -> str:
        """A unit by itself, as in "recorded in yuan"; a code without a name stands for itself."""
        return self.tables.UNIT_NAMES.get(code) or self.unit(code)

    def qualifier_name(self, name: str) -> str:
        """A qualifier by itself: “more than”, an exact number."""
        words = self.tables.QUALIFIERS.get(name)
        return f"“{words.strip()}”" if words else self.tables.EXACT

    def qualifier(self, name: str) -> str:
        """The words before a number in running text; empty for ``eq``."""
        return self.tables.QUALIFIERS.get(name, "")

    def qualifier_symbol(self, name: str) -> str:
        """The sign before a number in a cell, a label and a number format; empty for ``eq``."""
        return self.tables.QUALIFIER_SYMBOLS.get(name, "")

    def rank(self, place: Decimal, *, among: bool = False, in_words: bool = False) -> RankWords:
        """A rank with the words around it: ``1st``, 第1位; ``among``: ``top 5``, 前5位; ``in_words``: ``first``, 第一位."""
        return self.tables.rank(place, among, in_words)

    def place_in_words(self, text: str) -> Decimal | None:
        """The place that the text says in words and nothing else: ``first``, 第一位."""
        said = text.strip().casefold()
        places = (Decimal(place) for place in range(1, _LAST_IN_WORDS + 1))
        return next((place for place in places if self.rank(place, in_words=True).text == said), None)

    def status(self, code: str) -> str:
        """An SDMX OBS_STATUS in words; empty for a normal value and for a code without words."""
        return self.tables.STATUSES.get(code, "")

    def state(self, state: str) -> str:
        """The status of a target."""
        return self.tables.STATES[state]

    @property
    def states(self) -> Mapping[str, str]:
        """The words of all statuses of a target."""
        return self.tables.STATES

    @property
    def as_worded(self) -> str:
        """What follows a number that only its source's words explain."""
        return self.tables.AS_WORDED
