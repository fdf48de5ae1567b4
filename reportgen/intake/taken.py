"""What was taken from a table, cell by cell, and what each cell was taken for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from reportgen.dataset.table_cells import FRACTION, FRACTION_POWER
from reportgen.findings import Finding, Place, Severity
from reportgen.intake.grid import Grid, Value
from reportgen.intake.layout import ValueColumn
from reportgen.intake.recipe import Meaning
from reportgen.periods import Period
from reportgen.record import Record, field
from reportgen.values import plain


class ObservationKey(NamedTuple):
    """What identifies a number, its publication apart."""

    indicator: str
    ref_area: str
    breakdown: str
    counterpart_area: str
    period: str
    measure: str
    scope: str
    prices: str
    unit: str
    """Of a level; other measures have their own."""


class Taken(NamedTuple):
    """A number taken from a cell. ``row`` and ``column`` count from 0."""

    key: ObservationKey
    period: Period
    text: str
    """The number's digits, as the table has them."""
    unit_mult: int
    meaning: Meaning
    status: str
    statement: str
    """The cell's text as it is."""
    row: int
    column: int
    row_label: str
    column_label: str
    unit_label: str
    span: str

    @property
    def number(self) -> Decimal:
        return Decimal(self.text)

    @property
    def value(self) -> Decimal:
        """In base units."""
        return Decimal(self.text).scaleb(self.unit_mult)


class Rate(NamedTuple):
    """A rate as it is printed, of a table that counts rates in a power of ten: 0.063 of a table of fractions is 6.3."""

    text: str
    statement: str
    unit_label: str

    @classmethod
    def of(cls, text: str, power: int, value: Value, unit_label: str) -> Rate:
        """What a cell is worth: a workbook shows its fraction as a percentage, a text as what it is."""
        printed = plain(Decimal(text).scaleb(power))
        if isinstance(value, str) and power == FRACTION_POWER:
            return cls(printed, value, FRACTION)
        return cls(printed, f"{printed}%", unit_label)


class Use(StrEnum):
    """What a cell was taken for."""

    TITLE = "title"
    UNIT = "unit"
    HEAD = "head"
    LABEL = "label"
    TAKEN = "taken"
    MISSING = "missing"
    LEFT = "left"
    NOTE = "note"
    REFUSED = "refused"


class SourceRecord(Record):
    """The source that a table is, as ``sources.csv`` has it."""

    source: str
    fields: Mapping[str, str]
    latest: Period | None
    """The latest period that the table holds: what tells which of two undated tables of a publisher came later."""

    @property
    def publisher(self) -> str:
        return self.fields.get("publisher", "")

    @property
    def published(self) -> str:
        return self.fields.get("published", "")


class TakenTable(Record):
    """A table as its recipe reads it."""

    grid: Grid
    taken: tuple[Taken, ...] = ()
    columns: tuple[ValueColumn, ...] = ()
    source: SourceRecord | None = None
    title: str = ""
    findings: tuple[Finding, ...] = ()
    uses: Mapping[tuple[int, int], Use] = field(default_factory=dict)
    """Cells that are neither blank nor left."""
    new_areas: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Areas that a pattern makes of labels: code, label, parent."""

    def place_of(self, item: Taken) -> Place:
        """The cell of a number."""
        return self.grid.place(item.row, item.column, item.statement)

    def finding_at(
        self, item: Taken, code: str, severity: Severity = Severity.ERROR, **parameters: Any
    ) -> Finding:
        """What is said of a number: at its cell, with the row, the head and the number as they are printed."""
        said = {"row": item.row_label, "head": item.column_label, "found": item.statement}
        return Finding(code, severity, place=self.place_of(item), **said | parameters)
