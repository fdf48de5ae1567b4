"""What a recipe says, once it is read: how a published table becomes observations."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from reportgen.intake.patterns import Pattern
from reportgen.language.printed_numbers import printed_number
from reportgen.record import CachingRecord, Record, field, fields


class PeriodSpan(StrEnum):
    """How long the period of a column is, once its head or the title has said when it ends."""

    MONTH = "month"
    CUMULATIVE = "cumulative"
    QUARTER = "quarter"
    YEAR = "year"
    END_OF_MONTH = "end_of_month"
    DAY = "day"


class TableLayout(StrEnum):
    """How a table is laid out."""

    CROSSED = "crossed"
    """Heads above, labels at the left."""
    RECORDS = "records"
    """One number a row, its dimensions beside it: SDMX-CSV, Comtrade."""


class SourceRule(Record):
    """The source record to make. Texts may hold ``{year}``, ``{month}``, ``{mm}`` (two digits) and ``{file}``; titles also
    ``{period}``, the month in the words of their language."""

    id: str
    title: str = ""
    title_en: str = ""
    title_zh: str = ""
    """The title translated, for lists in other languages."""
    author: str = ""
    publisher: str = ""
    published: str = ""
    published_by_period: Mapping[str, str] = field(default_factory=dict)
    """The day of publication for each period, as text."""
    accessed: str = ""
    url: str = ""
    language: str = ""
    kind: str = ""


class TableRule(Record):
    """Which sheet, and what to look for: ``find`` is the head above the labels, or a title above it."""

    find: tuple[Pattern, ...] = ()
    sheet: tuple[Pattern, ...] = ()
    labels: tuple[Pattern, ...] = ()
    head_rows: int = 1
    notes: tuple[Pattern, ...] = ()
    form: TableLayout = TableLayout.CROSSED


class TextRule(Record):
    """Where to find what holds for the whole table: ``head``, ``row``, ``title``, ``file``, ``sheet``, ``recipe``."""

    origin: str
    patterns: tuple[Pattern, ...] = ()
    value: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)


class UnitRule(Record):
    """The unit of the table's amounts: ``origin`` is ``head``, ``title``, ``row``, ``column``, ``notes`` or ``recipe``."""

    origin: str = "recipe"
    text: tuple[Pattern, ...] = ()
    unit: str = ""
    unit_mult: int | None = None
    ignore: tuple[Pattern, ...] = ()
    """Texts about a unit that are known to be wrong."""


class Meaning(Record):
    """What a row or a column says of its numbers; what it leaves open the other says."""

    indicator: str = ""
    ref_area: str = ""
    breakdown: str = ""
    counterpart_area: str = ""
    measure: str = ""
    span: str = ""
    unit: str = ""
    unit_mult: int | None = None
    scope: str = ""
    prices: str = ""
    growth_currency: str = ""
    status: str = ""


MEANING_FIELDS = tuple(item.name for item in fields(Meaning))


class ColumnRule(Record):
    """What a column means. ``head`` are its heads from the top down; ``gives`` is for tables of records."""

    number: int
    head: tuple[tuple[Pattern, ...], ...]
    meaning: Meaning = Meaning()
    skip: bool = False
    optional: bool = False
    gives: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    only: tuple[Pattern, ...] = ()

    @property
    def shown(self) -> str:
        """The head as people say it."""
        return " / ".join(alternatives[0].text for alternatives in self.head)


class RowRule(Record):
    """What the rows with some label mean: those that match ``label``, or each label of ``codes`` with a code of its own.

    ``below`` names the row whose part a row is: of the rows so named for one label the closest above counts. ``after`` and
    ``before`` bound a stretch of rows. ``ask`` refuses what it matches: a label that somebody has to look at.
    """

    number: int
    label: tuple[Pattern, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    dimension: str = ""
    """The dimension that ``codes`` gives."""
    meaning: Meaning = Meaning()
    parent: str = ""
    below: tuple[Pattern, ...] = ()
    after: tuple[Pattern, ...] = ()
    before: tuple[Pattern, ...] = ()
    skip: bool = False
    ask: bool = False
    optional: bool = False


class ReferenceValue(Record):
    """A number that a person read in a table: the recipe reads the same there, or it reads nothing."""

    number: int
    row: str
    column: str
    value: Decimal
    period: str = ""
    file: tuple[Pattern, ...] = ()
    below: str = ""


class SumRule(Record):
    """Indicators that sum to another in every row of levels: ``trade`` of ``exports`` and ``imports``."""

    total: str
    parts: tuple[str, ...]


class Recipe(CachingRecord):
    """A recipe as its file says it."""

    file: str
    source: SourceRule
    table: TableRule
    columns: tuple[ColumnRule, ...]
    rows: tuple[RowRule, ...] = ()
    period: TextRule | None = None
    area: TextRule | None = None
    unit: UnitRule = UnitRule()
    every: Meaning = Meaning()
    """What holds for every number: the keys of ``[every]``."""
    missing: frozenset[str] = frozenset()
    """Signs for "no number here", folded."""
    marks: Mapping[str, str] = field(default_factory=dict)
    references: tuple[ReferenceValue, ...] = ()
    sums: tuple[SumRule, ...] = ()
    records: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    """Rows of ``indicators``, ``areas`` and ``codes`` for a dataset that lacks them."""

    @cached_property
    def misses_numbers(self) -> bool:
        """Whether one of these signs is a number: 9999."""
        return any(printed_number(text, self.marks) is not None for text in self.missing)
