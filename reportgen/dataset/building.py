"""Rows become records: one function for each table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from reportgen.dataset.raw import RawRow, RawTable
from reportgen.dataset.records import (
    TOTAL,
    UNIT_OF_MEASURE,
    UNIT_OF_TARGET_KIND,
    Code,
    Indicator,
    Measure,
    Observation,
    Series,
    Target,
    own_id,
)
from reportgen.dataset.tables import TARGET_KINDS
from reportgen.dataset.typed_cells import CellReader, is_plain
from reportgen.findings import Finding, Place, Severity
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.values import Quantity


class _HasPlace(Protocol):
    @property
    def place(self) -> Place: ...


Record = TypeVar("Record", bound=_HasPlace)

_OF_EACH = {"obs_id", "period", "value", "source"}
"""The columns in which the observations of one series differ."""
_MOST_KEPT = 10_000
"""So many different rows of observations are kept while a table is read."""


def record_of(cells: CellReader, **given: Any) -> Any:
    """The record of a row. ``given`` are the fields that follow from several columns or tables."""
    for name, read in cells.table.form.readers.items():
        if name not in given:
            given[name] = read(cells)
    if "place" not in given:
        given["place"] = cells.place
    return cells.table.form.record(**given)


def records_by_key(
    table: RawTable | None,
    key: str,
    record_of: Callable[[CellReader], Record],
    own_key: Callable[[Record], str] | None = None,
    quick: Callable[[RawRow], Record | None] = lambda _: None,
) -> tuple[dict[str, Record], list[Finding], set[str]]:
    """The records of a table by their code, what was found, and the codes of rows that could not be read.

    A second row with the same code is an error and is left out. ``own_key`` gives the code of a record whose row has none.
    ``quick`` gives the record of a row that needs no second look, ``None`` for others.
    """
    records: dict[str, Record] = {}
    findings: list[Finding] = []
    for row, record in _readable_rows(table, record_of, findings, quick):
        code = row.cells.get(key) or (own_key(record) if own_key else "")
        if code in records and table:
            findings.append(_duplicate_code(CellReader(table, row), key, code, records[code].place.row))
            continue
        records[code] = record
    present = {row.cells.get(key, "") for row in table.rows} if table else set()
    return records, findings, present - {"", *records}


def records_in_order(
    table: RawTable | None, record_of: Callable[[CellReader], Record]
) -> tuple[tuple[Record, ...], list[Finding]]:
    """The records of a table without a code of their own."""
    findings: list[Finding] = []
    records = tuple(record for _, record in _readable_rows(table, record_of, findings))
    return records, findings


def _readable_rows(
    table: RawTable | None,
    record_of: Callable[[CellReader], Record],
    findings: list[Finding],
    quick: Callable[[RawRow], Record | None] = lambda _: None,
) -> Iterator[tuple[RawRow, Record]]:
    """The rows with which nothing is wrong, of a table that has every column it needs; what is wrong with the others is put
    to ``findings``."""
    if table is None:
        return
    is_complete = table.absent.isdisjoint(table.form.filled)
    for row in table.rows:
        if is_complete and not row.is_damaged and (found := quick(row)) is not None:
            yield row, found
            continue
        cells = CellReader(table, row)
        record = record_of(cells)
        if row.is_damaged:
            continue
        if cells.findings:
            series = _named_series(cells)
            findings += [item.with_(series=series) for item in cells.findings] if series else cells.findings
        elif is_complete:
            yield row, record


def observation_of(cells: CellReader, indicators: Mapping[str, Indicator]) -> Observation:
    measure = cells.choice("measure", Measure, Measure.LEVEL)
    series, period = _series_of(cells), cells.when("period")
    source = cells.code("source")
    obs_id = cells.text("obs_id") or own_id(series, period, measure, source)
    made: Observation = record_of(
        cells,
        obs_id=obs_id,
        series=series,
        period=period,
        measure=measure,
        quantity=cells.quantity(),
        unit=cells.text("unit") or UNIT_OF_MEASURE.get(measure) or _unit_of(cells, indicators),
        source=source,
        place=cells.place_of(obs_id),
    )
    return made


class AlikeObservations:
    """The observations of one table. Most rows say the same as one before them but for id, period, value and source: what they
    say besides is read once."""

    def __init__(self, table: RawTable | None, indicators: Mapping[str, Indicator]) -> None:
        self._indicators = indicators
        self._place = table.place if table else Place()
        named = {name.lower() for name in table.head} if table else set()
        columns = set(table.form.columns) if table else set()
        self._shared = tuple((named & columns) - _OF_EACH)
        self._read: dict[tuple[str | None, ...], Observation] = {}
        self._periods: dict[str, Period] = {}
        self._quantities: dict[tuple[str, int, str | None], Quantity] = {}

    def read(self, cells: CellReader) -> Observation:
        """Any row, cell by cell."""
        found = observation_of(cells, self._indicators)
        if not cells.findings and len(self._read) < _MOST_KEPT:
            self._read[self._said(cells.row)] = found
            self._periods[cells.text("period")] = found.period
        return found

    def like_before(self, row: RawRow) -> Observation | None:
        """A row like one before it, whose period was read before and whose value is a plain number."""
        like, cell = self._read.get(self._said(row)), row.cells.get
        period, value = self._periods.get(cell("period", "")), cell("value", "")
        if like is None or period is None:
            return None
        number = (value, like.quantity.unit_mult, cell("qualifier"))
        quantity = self._quantities.get(number)
        if quantity is None:
            if not is_plain(value, like.quantity.unit_mult):
                return None
            quantity = Quantity(value, like.quantity.unit_mult, like.quantity.qualifier)
            self._quantities[number] = quantity
        source = cell("source") or None
        obs_id = cell("obs_id") or own_id(like.series, period, like.measure, source)
        place = Place(self._place.file, self._place.sheet, row.number, record=obs_id)
        return replace(like, obs_id=obs_id, period=period, quantity=quantity, source=source, place=place)

    def _said(self, row: RawRow) -> tuple[str | None, ...]:
        return tuple(map(row.cells.get, self._shared))


def target_in_row(cells: CellReader, indicators: Mapping[str, Indicator]) -> Target:
    plan, department, quantity = cells.both("plan"), cells.both("department"), cells.quantity()
    kind = cells.word("kind", TARGET_KINDS)
    made: Target = record_of(
        cells,
        series=_series_of(cells),
        quantity=quantity,
        unit=cells.text("unit") or UNIT_OF_TARGET_KIND.get(kind) or _unit_of(cells, indicators),
        plan=plan.en,
        plan_zh=plan.zh,
        department=department.en,
        department_zh=department.zh,
        kind=kind,
        value_to=cells.plain_quantity("value_to", quantity.unit_mult),
    )
    return made


def code_of(cells: CellReader) -> Code:
    note = cells.both("note")
    made: Code = record_of(cells, note=note.en, note_zh=note.zh)
    return made


def _series_of(cells: CellReader) -> Series:
    return _series(
        cells.text("indicator"),
        cells.text("ref_area"),
        cells.text("breakdown"),
        cells.text("counterpart_area"),
    )


def _named_series(cells: CellReader) -> Series | None:
    """The series that a row is about which cannot be read, as far as it says."""
    named = "ref_area" in cells.table.form.columns and cells.text("indicator") and cells.text("ref_area")
    return _series_of(cells) if named else None


@lru_cache(maxsize=4096)
def _series(indicator: str, ref_area: str, breakdown: str, counterpart_area: str) -> Series:
    """One object for a series: its rows find each other by it, many times over."""
    return Series(indicator, ref_area, breakdown or TOTAL, counterpart_area or TOTAL)


def _unit_of(cells: CellReader, indicators: Mapping[str, Indicator]) -> str:
    indicator = indicators.get(cells.text("indicator"))
    return indicator.unit if indicator else ""


def _duplicate_code(cells: CellReader, key: str, code: str, first_row: int | None) -> Finding:
    return Finding(
        "duplicate-id",
        Severity.ERROR,
        place=cells.at(key),
        series=_named_series(cells),
        code_used=code,
        row=first_row,
    )
