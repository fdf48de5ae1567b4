"""Holds a reading against what the recipe knows for certain: reference values, sums, and one value for one figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from reportgen.findings import Finding, Severity, has_errors
from reportgen.intake.patterns import Pattern, first_match, folded
from reportgen.intake.recipe import Recipe, ReferenceValue
from reportgen.intake.sum_checks import check_table_sums
from reportgen.intake.taken import ObservationKey, Taken, TakenTable
from reportgen.language.printed_numbers import printed_number
from reportgen.periods import Period

GridPlace = tuple[int, int]
_FORECAST = "F"


def check_table(reading: TakenTable, recipe: Recipe, stem: str) -> tuple[list[Finding], frozenset[GridPlace]]:
    """What is wrong, and the cells that a reference value vouches for."""
    findings, vouched = _references(reading, recipe, stem)
    findings += _one_value_each(reading)
    findings += _ahead(reading)
    for rule in recipe.sums:
        findings += check_table_sums(reading, rule)
    return findings, frozenset(vouched)


def _references(reading: TakenTable, recipe: Recipe, stem: str) -> tuple[list[Finding], set[GridPlace]]:
    findings: list[Finding] = []
    vouched: set[GridPlace] = set()
    applied = [reference for reference in recipe.references if _applies(reference, reading, stem)]
    by_label: dict[str, list[Taken]] = {}
    for item in reading.taken:
        by_label.setdefault(folded(item.row_label), []).append(item)
    for reference in applied:
        found = _cell_of(reference, reading, by_label)
        if found is None and has_errors(reading.findings):
            continue  # it may be among what could not be read
        if found is None:
            findings.append(
                Finding(
                    "table-reference-missing",
                    Severity.ERROR,
                    place=reading.grid.place(),
                    row=reference.row,
                    column=reference.column,
                    recipe=recipe.file,
                    number=reference.number,
                )
            )
        elif reference.value not in (found.number, _as_held(found)):
            findings.append(
                reading.finding_at(
                    found,
                    "table-reference-differs",
                    wanted=reference.value,
                    column=found.column_label,
                    recipe=recipe.file,
                )
            )
        else:
            vouched.add((found.row, found.column))
    if not applied and reading.taken:
        findings.append(
            Finding("table-reference-none", Severity.WARNING, place=reading.grid.place(), recipe=recipe.file)
        )
    return findings, vouched


def _as_held(item: Taken) -> Decimal | None:
    """The number of a cell's text, which of a fraction is no percentage."""
    number = printed_number(item.statement)
    return number.value if number else None


def _applies(reference: ReferenceValue, reading: TakenTable, stem: str) -> bool:
    if reference.file and first_match(reference.file, stem) is None:
        return False
    if reference.period:
        latest = reading.source.latest if reading.source else None
        return latest is not None and latest.last == Period.parse(reference.period).last
    return True


def _cell_of(
    reference: ReferenceValue, reading: TakenTable, by_label: Mapping[str, Sequence[Taken]]
) -> Taken | None:
    """The number at a reference's row and column; of rows of one label the first below the row it names."""
    row, column = Pattern(reference.row), Pattern(reference.column)
    in_rows = by_label.get(row.folded, ()) if row.is_literal else reading.taken
    found = [
        item
        for item in in_rows
        if row.match(item.row_label) is not None and column.match(item.column_label) is not None
    ]
    if reference.below and found:
        above = folded(reference.below)
        tops = [
            number
            for number, cells in enumerate(reading.grid.rows)
            if any(folded(cell) == above for cell in cells if isinstance(cell, str))
        ]
        found = [item for item in found if tops and item.row > tops[0]]
    return found[0] if found else None


def _ahead(reading: TakenTable) -> Iterator[Finding]:
    """Numbers of a period that has not ended, unless they are forecasts: a slip in a head or in a file's name."""
    published = _day(reading.source.published if reading.source else "") or date.today()
    first: dict[str, Taken] = {}
    for item in reading.taken:
        if item.status != _FORECAST:
            first.setdefault(item.key.period, item)
    for item in first.values():
        if item.period.end > published:
            day = Period.parse(published.isoformat())
            yield reading.finding_at(item, "table-period-ahead", period=item.period, day=day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _one_value_each(reading: TakenTable) -> Iterator[Finding]:
    """Two cells of a table that are the same figure hold the same number: January's month and January's total."""
    first: dict[ObservationKey, Taken] = {}
    for item in reading.taken:
        other = first.setdefault(item.key, item)
        if other is not item and other.value != item.value:
            address = reading.grid.address(other.row, other.column)
            yield reading.finding_at(item, "table-same-figure-differs", other=other.statement, first=address)
