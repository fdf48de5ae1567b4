"""The cells of one row as typed values; a cell that cannot be read becomes a finding that says what to write."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from reportgen.dataset.raw import RawRow, RawTable
from reportgen.findings import Finding, Place, Severity
from reportgen.language.number_fragments import half_width
from reportgen.language.number_reader import QuantityInText
from reportgen.language.period_reader import likely_period
from reportgen.language.quantity_reader import power_of, quantity_in
from reportgen.messages import UNSAID, Bilingual
from reportgen.periods import Period, is_period
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.spelling import nearest
from reportgen.units import PERCENT, POINTS
from reportgen.values import Qualifier, Quantity

Choice = TypeVar("Choice", bound=StrEnum)

_GROUPED = regex(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_DECIMAL_COMMA = regex(r"[+-]?\d+,\d+")
_WITH_EXPONENT = regex(r"([+-]?\d+(?:\.\d+)?)[eE]([+-]?\d{1,3})")
_INTEGER = regex(r"[+-]?\d{1,18}")
_DATE = regex(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")

_NO_PERIOD = Period.year_of(1)
HIGHEST_POWER = 15
MOST_DIGITS = 20
"""More digits than any statistic has, and as many as are computed without loss."""


class CellReader:
    """Reads the cells of a row. ``findings`` collects what is wrong; a row with a finding gives no record."""

    def __init__(self, table: RawTable, row: RawRow) -> None:
        self.table, self.row, self._cells = table, row, row.cells
        self.findings: list[Finding] = []
        filled = table.form.filled_of(self._cells)
        if not all(map(self._cells.get, filled)):
            self.findings += [_empty_cell(self.at(column)) for column in filled
                              if not self._cells.get(column) and column not in table.absent]  # fmt: skip

    @property
    def place(self) -> Place:
        return self.place_of(self.text(self.table.form.key))

    def place_of(self, record: str) -> Place:
        """The row's place, as that of a record."""
        return Place(self.table.place.file, self.table.place.sheet, self.row.number, record=record)

    def at(self, column: str) -> Place:
        return self.place.cell(column, self.text(column))

    def text(self, column: str) -> str:
        return self._cells.get(column, "")

    def code(self, column: str) -> str | None:
        """A reference to another record; ``None`` where the cell is empty."""
        return self.text(column) or None

    def both(self, column: str) -> Bilingual:
        """A text with its Chinese twin column; where one is empty the other serves for both."""
        en, zh = self.text(column), self.text(f"{column}_zh")
        return Bilingual(en or zh, zh or en) if en or zh else UNSAID

    def labels(self, stem: str = "label") -> Bilingual:
        return Bilingual(self.text(f"{stem}_en"), self.text(f"{stem}_zh"))

    def period(self, column: str) -> Period | None:
        text = half_width(self.text(column))
        if not text:
            return None
        try:
            return Period.parse(text)
        except ValueError:
            self.findings.append(_unreadable_period(self.at(column), text))
            return None

    def when(self, column: str) -> Period:
        """A period that every row has; that of a row that is left out for want of one is the first there is."""
        return self.period(column) or _NO_PERIOD

    def integer(self, column: str, low: int, high: int) -> int:
        text = half_width(self.text(column))
        if not text:
            return 0
        number = _integer(text)
        if number is None:
            self.findings.append(_unreadable_integer(self.at(column), text))
            return 0
        if not low <= number <= high:
            self.findings.append(_power_out_of_range(self.at(column), text, low, high))
        return number

    def quantity(self) -> Quantity:
        """The number in the columns value, unit_mult and qualifier."""
        power = self.integer("unit_mult", -12, HIGHEST_POWER)
        qualifier = self.choice("qualifier", Qualifier, Qualifier.EQ)
        text = half_width(self.text("value"))
        try:
            quantity = Quantity.parse(text, power, qualifier)
        except ValueError:
            if text:
                self.findings.append(_unreadable_number(self, "value", text))
            return Quantity("0")
        digits = len(text.strip("+-0.").replace(".", ""))
        is_large = abs(power) <= HIGHEST_POWER and quantity.value.adjusted() > MOST_DIGITS
        if digits > MOST_DIGITS or is_large:
            self.findings.append(_too_many_digits(self.at("value"), text))
        return quantity

    def choice(self, column: str, choices: type[Choice], default: Choice) -> Choice:
        text = self.text(column)
        if not text:
            return default
        try:
            return choices(text)
        except ValueError:
            self.findings.append(_unknown_word(self.at(column), text, [choice.value for choice in choices]))
            return default

    def word(self, column: str, words: Collection[str]) -> str:
        """One of a few words, for columns that are plain text in the record."""
        text = self.text(column)
        if text and text not in words:
            self.findings.append(_unknown_word(self.at(column), text, words))
        return text

    def words(self, column: str, words: Collection[str]) -> tuple[str, ...]:
        """Several of a few words, separated by spaces."""
        found = tuple(dict.fromkeys(self.text(column).split()))
        for word in found:
            if word not in words:
                self.findings.append(_unknown_word(self.at(column), word, words))
        return found

    def number(self, column: str) -> Decimal | None:
        """A plain number; ``None`` where the cell is empty."""
        found = self.plain_quantity(column)
        return None if found is None else found.value

    def plain_quantity(self, column: str, power: int = 0) -> Quantity | None:
        """A number counted in a power of ten that is given elsewhere; ``None`` where the cell is empty."""
        text = half_width(self.text(column))
        if not text:
            return None
        try:
            return Quantity.parse(text, power)
        except ValueError:
            self.findings.append(_unreadable_number(self, column, text))
            return None

    def date(self, column: str) -> str:
        """A date as ISO writes it, to the day, month or year; empty where it is unknown."""
        text = half_width(self.text(column))
        if text and not (_DATE.fullmatch(text) and is_period(text)):
            self.findings.append(_unreadable_date(self.at(column), text))
        return text


def is_plain(text: str, power: int) -> bool:
    """Whether the text of a cell is a number about which there is nothing to say, counted in that power of ten."""
    return len(text) + max(power, 0) <= MOST_DIGITS and Quantity.is_plain(text)


@lru_cache(maxsize=1024)
def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) else None


def _empty_cell(place: Place) -> Finding:
    return Finding("empty-cell", Severity.ERROR, place=place, column=place.column)


def _too_many_digits(place: Place, text: str) -> Finding:
    return Finding(
        "unreadable-number", Severity.ERROR, place=place, variant="digits", text=text, most=MOST_DIGITS
    )


class _LikelyNumber(Record):
    """What a number that is not plain most likely means: the kind of slip, the digits, the power of ten, the qualifier."""

    variant: str = ""
    number: str = ""
    power: int = 0
    qualifier: Qualifier = Qualifier.EQ


def _unreadable_number(cells: CellReader, column: str, text: str) -> Finding:
    """``text`` is the cell's with half-width digits; the finding says how to write what it most likely means, beside the
    multiplier that its row has already."""
    meant = _likely_number(text, cells.text("unit_mult"))
    sets_a_side = "operator" in cells.table.form.columns and meant.qualifier in _SIDES
    return Finding(
        "unreadable-number",
        Severity.ERROR,
        place=cells.at(column),
        variant=meant.variant,
        text=cells.text(column),
        number=meant.number,
        power=meant.power or None,
        qualifier=meant.qualifier.value,
        column="operator" if sets_a_side else "qualifier",
    )


_SIDES = (Qualifier.GT, Qualifier.GE, Qualifier.LT, Qualifier.LE)


def _likely_number(text: str, multiplier: str) -> _LikelyNumber:
    """What a number that is not plain most likely means. An exponent counts beside the multiplier that the row has, unless it
    repeats it."""
    bare = text.replace(" ", "").replace("'", "")
    if _GROUPED.fullmatch(bare):
        return _LikelyNumber("grouped", bare.replace(",", ""))
    if _DECIMAL_COMMA.fullmatch(bare):
        return _LikelyNumber("decimal-comma", bare.replace(",", "."))
    if match := _WITH_EXPONENT.fullmatch(bare):
        power = int(match[2])
        if multiplier not in ("", "0", str(power)) or power < 0:
            is_short = abs(power) < MOST_DIGITS
            return (
                _LikelyNumber("exponent", format(Decimal(match[1]).scaleb(power), "f"))
                if is_short
                else _LikelyNumber()
            )
        return _LikelyNumber("multiplier", match[1], power)
    said = quantity_in(text)
    if said is None or said.in_words or not _is_all(text, said):
        return _LikelyNumber()
    number = format(said.number, "f")
    if said.qualifier is not Qualifier.EQ:
        return _LikelyNumber("qualified", number, said.power, said.qualifier)
    if said.unit in (PERCENT, POINTS) and not said.power:
        return _LikelyNumber("rate", number)
    return _LikelyNumber("multiplier", number, said.power) if said.power else _LikelyNumber()


def _is_all(text: str, said: QuantityInText) -> bool:
    """Whether the text is the quantity and its qualifier, and nothing else."""
    beside = f"{text[: said.start]}\n{text[said.end :]}".replace(said.qualifier_words, "", 1)
    return not beside.strip()


def _unreadable_integer(place: Place, text: str) -> Finding:
    return Finding("unreadable-power", Severity.ERROR, place=place, text=place.text, power=power_of(text))


def _power_out_of_range(place: Place, text: str, low: int, high: int) -> Finding:
    return Finding(
        "unreadable-power", Severity.ERROR, place=place, variant="range", text=text, low=low, high=high
    )


def _unknown_word(place: Place, text: str, known: Collection[str]) -> Finding:
    return Finding(
        "unknown-code",
        Severity.ERROR,
        place=place,
        variant="word",
        text=text,
        column=place.column,
        known=tuple(known),
        near=nearest(text, known),
    )


def _unreadable_date(place: Place, text: str) -> Finding:
    meant = likely_period(text)
    example = meant if meant and _DATE.fullmatch(meant) else "2022-07-24"
    return Finding("unreadable-date", Severity.ERROR, place=place, text=place.text, example=example)


def _unreadable_period(place: Place, text: str) -> Finding:
    return Finding(
        "unreadable-period", Severity.ERROR, place=place, text=place.text, meant=likely_period(text)
    )
