"""Periods of time: a year, a quarter, a month, a cumulative span, an as-of day.

The written form is the dataset's: ``2021``, ``2022-Q1``, ``2022-05``, ``2022-01--2022-05``,
``2023-12-31``. A span's ends may be years, quarters or months (``2016--2022`` is seven whole years). One period has one form:
``2024-01--2024-03`` is read as ``2024-Q1``, ``2024-01--2024-12`` as ``2024``, ``2024-01--2024-01`` as ``2024-01``.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

from reportgen.record import Record
from reportgen.regex import regex

YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year in a text."""


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


class PeriodKind(StrEnum):
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    SPAN = "span"
    DAY = "day"


WITHIN_YEAR = (PeriodKind.MONTH, PeriodKind.QUARTER)
"""The periods that follow one another within a year."""


FIRST_YEAR, LAST_YEAR = 1000, 9000
"""Years outside are slips of the pen (0000, 0224); what is computed from the others stays within the calendar."""

_YEAR = regex(r"([0-9]{4})")
_QUARTER = regex(r"([0-9]{4})-Q([1-4])")
_MONTH = regex(r"([0-9]{4})-(0[1-9]|1[0-2])")
_DAY = regex(r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


class Period(Record, cache_hash=True, dict=True):
    """A stretch of whole months, or one day.

    ``first`` and ``last`` count months (``year * 12 + month - 1``), both inclusive. ``day`` is set for an
    as-of day only. Build one with :meth:`parse`; ``str(period)`` gives the written form back.
    """

    kind: PeriodKind
    first: int
    last: int
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the written form. Raises ``ValueError`` for anything else."""
        return _parse(text.strip())

    @classmethod
    def year_of(cls, year: int) -> Period:
        return cls(PeriodKind.YEAR, year * 12, year * 12 + 11)

    @classmethod
    def month_of(cls, year: int, month: int) -> Period:
        return cls(PeriodKind.MONTH, year * 12 + month - 1, year * 12 + month - 1)

    @classmethod
    def span_of(cls, first: int, last: int) -> Period:
        """The span of months ``first`` to ``last``; a single month, quarter or year is given its own kind."""
        if first == last:
            return cls(PeriodKind.MONTH, first, last)
        if last - first == 2 and first % 3 == 0:
            return cls(PeriodKind.QUARTER, first, last)
        if last - first == 11 and first % 12 == 0:
            return cls(PeriodKind.YEAR, first, last)
        return cls(PeriodKind.SPAN, first, last)

    def __str__(self) -> str:
        return self._text

    @cached_property
    def _text(self) -> str:
        if self.kind is PeriodKind.YEAR:
            return f"{self.year:04d}"
        if self.kind is PeriodKind.QUARTER:
            return f"{self.year:04d}-Q{self.first % 12 // 3 + 1}"
        if self.kind is PeriodKind.DAY:
            return f"{_month_text(self.first)}-{self.day:02d}"
        if self.kind is PeriodKind.MONTH:
            return _month_text(self.first)
        if self.first % 12 == 0 and self.last % 12 == 11:
            return f"{self.first // 12:04d}--{self.last // 12:04d}"
        return f"{_month_text(self.first)}--{_month_text(self.last)}"

    @property
    def year(self) -> int:
        """The year the period ends in."""
        return self.last // 12

    @property
    def is_end_of_year(self) -> bool:
        """Whether it is the last day of a year, as which stocks are counted."""
        return self.kind is PeriodKind.DAY and self.first % 12 == 11 and self.day == 31

    @property
    def months(self) -> int:
        """How many months; 0 for a day."""
        return 0 if self.kind is PeriodKind.DAY else self.last - self.first + 1

    @property
    def start(self) -> date:
        return date(self.first // 12, self.first % 12 + 1, self.day or 1)

    @property
    def end(self) -> date:
        year, month = self.last // 12, self.last % 12 + 1
        return date(year, month, self.day or days_in(year, month))

    @property
    def order(self) -> tuple[date, date]:
        """Sorts periods by when they end, then by when they start."""
        return _order(self)

    @property
    def is_cumulative(self) -> bool:
        """Whether it is a year's first months, two or more but not all: January-May, the first quarter."""
        return (
            self.kind in (PeriodKind.SPAN, PeriodKind.QUARTER)
            and self.first % 12 == 0
            and self.first // 12 == self.last // 12
        )

    def is_like(self, other: Period) -> bool:
        """Whether the two cover the same months of their years: the condition of a year-on-year comparison.

        Year with year, January-May with January-May, a month with the same month. Two days are alike when
        they are the same day of the year.
        """
        if (self.kind is PeriodKind.DAY) != (other.kind is PeriodKind.DAY):
            return False
        return (
            self.first % 12 == other.first % 12
            and self.last - self.first == other.last - other.first
            and self.day == other.day
        )

    def is_same_kind(self, other: Period) -> bool:
        """Whether the two are of one length: any month with any month, any quarter with any quarter."""
        if (self.kind is PeriodKind.DAY) != (other.kind is PeriodKind.DAY):
            return False
        return self.months == other.months

    def contains(self, other: Period) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted_years(self, years: int) -> Period:
        """The same months ``years`` later (earlier when negative). 29 February becomes 28 February."""
        first, last = self.first + years * 12, self.last + years * 12
        day = self.day
        if day is not None:
            day = min(day, days_in(first // 12, first % 12 + 1))
        return Period(self.kind, first, last, day)

    def year_before(self) -> Period:
        return _year_before(self)

    def preceding(self) -> Period | None:
        """The month before a month, the quarter before a quarter, the year before a year, or ``None``.

        For a cumulative span (January-May) it is the span that ends a month earlier (January-April).
        """
        if self.kind is PeriodKind.DAY:
            return None
        if self.kind is PeriodKind.SPAN:
            if self.is_cumulative and self.last > self.first:
                return Period.span_of(self.first, self.last - 1)
            return None
        return Period(self.kind, self.first - self.months, self.last - self.months)

    @property
    def a_month_shorter(self) -> Period | None:
        """Of a year's first months those without the last: January-February of the first quarter; otherwise ``None``."""
        return Period.span_of(self.first, self.last - 1) if self.is_cumulative else None

    def up_to(self, count: int) -> tuple[Period, ...]:
        """The last ``count`` periods of its kind, itself the last: months, quarters, years, or a year's first months,
        each a month longer (January alone after a whole year). Of a day only itself."""
        if self.kind is PeriodKind.DAY:
            return (self,)
        if self.is_cumulative and self.kind is PeriodKind.SPAN:
            lasts = range(self.last - count + 1, self.last + 1)
            return tuple(Period.span_of(last - last % 12, last) for last in lasts)
        firsts = range(self.first - (count - 1) * self.months, self.first + 1, self.months)
        return tuple(Period(self.kind, first, first + self.months - 1) for first in firsts)

    @property
    def last_month(self) -> Period:
        """Its last month; of a day the month it lies in."""
        return Period.span_of(self.last, self.last)

    @property
    def year_to_date(self) -> Period:
        """The months from January up to its last one: a whole year, or January alone, may be such."""
        return Period.span_of(self.last - self.last % 12, self.last)


def dated(written: str) -> Period | str:
    """A date or period as it is recorded, to be said in the words of a language; what is none as it is."""
    return Period.parse(written) if is_period(written) else written


def is_period(text: str) -> bool:
    """Whether a text is a period in the dataset's form."""
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def _month_text(ordinal: int) -> str:
    return f"{ordinal // 12:04d}-{ordinal % 12 + 1:02d}"


@lru_cache(maxsize=4096)
def _year_before(period: Period) -> Period:
    """The very object that its text is read as, where there is one: it is looked up without being compared."""
    before = period.shifted_years(-1)
    return _parse(str(before)) if before.first >= FIRST_YEAR * 12 else before


@lru_cache(maxsize=4096)
def _order(period: Period) -> tuple[date, date]:
    return period.end, period.start


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    if "--" in text:
        head, _, tail = text.partition("--")
        first, last = _parse_single(head), _parse_single(tail)
        same_form = first.kind is last.kind and first.kind is not PeriodKind.DAY
        if not same_form or last.first < first.first:
            raise ValueError(f"not a period: {text!r}")
        return Period.span_of(first.first, last.last)
    return _parse_single(text)


def _parse_single(text: str) -> Period:
    if text[:4].isdecimal() and not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        raise ValueError(f"not a period: {text!r}")
    if match := _YEAR.fullmatch(text):
        return Period.year_of(int(match[1]))
    if match := _QUARTER.fullmatch(text):
        first = int(match[1]) * 12 + (int(match[2]) - 1) * 3
        return Period(PeriodKind.QUARTER, first, first + 2)
    if match := _MONTH.fullmatch(text):
        return Period.month_of(int(match[1]), int(match[2]))
    if match := _DAY.fullmatch(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        date(year, month, day)  # refuses 30 February
        ordinal = year * 12 + month - 1
        return Period(PeriodKind.DAY, ordinal, ordinal, day)
    raise ValueError(f"not a period: {text!r}")
