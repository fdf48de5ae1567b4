"""A returned form: found again by its hidden sheet, its columns by their heads, its rows by their marks or labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportgen.findings import Finding, Severity
from reportgen.intake.forms.asked import MARK, Asked, Form, plain_text
from reportgen.intake.forms.choices import named_qualifier, status_of
from reportgen.intake.forms.column_heads import (
    FormSheet,
    form_heads,
    form_sheet,
    form_word,
    period_in,
    wanted_heads,
)
from reportgen.intake.forms.entry_values import EntryValue, read_entry
from reportgen.intake.forms.entry_workbook import (
    DAY,
    OFFICE,
    WHO,
    mark_of,
)
from reportgen.intake.grid import Grid, Value, is_blank, text_of
from reportgen.intake.kept_cells import Looks, WantedCells
from reportgen.intake.opening import TableError, open_grids
from reportgen.intake.workbook_cells import OpenedWorkbook
from reportgen.language import languages
from reportgen.language.period_reader import likely_period
from reportgen.messages import Message
from reportgen.ooxml.number_formats import read_format
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record, field
from reportgen.regex import regex
from reportgen.units import unit_of
from reportgen.values import plain

_MARK = regex(r"[0-9a-f]{8}:r\d{4,}")
_FAR = 100
"""A number so many times larger or smaller than the last one needs a reason."""


class Filled(Record):
    """A figure that was filled in, and where."""

    asked: Asked
    entry: EntryValue
    status: str
    note: str
    text: str
    """The cell's text, as it shows."""
    grid: Grid
    """Its sheet, as a place alone."""
    row: int
    column: int

    @property
    def address(self) -> str:
        return self.grid.address(self.row, self.column)


class Returned(Struct):
    """What a returned form says."""

    path: Path
    form: Form
    who: str = ""
    office: str = ""
    day: str = ""
    filled: list[Filled] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_returned(path: Path) -> Returned:
    """Read a returned form. Raises ``TableError`` where it is none at all; what is wrong in it is a finding."""
    grids = open_grids(path)
    form = _form_of(grids, path)
    returned = Returned(path, form)
    _read_front(returned, grids)
    to_fill = [grid for grid in grids if not _is_identity(grid)]
    sheets = [sheet for grid in to_fill if (sheet := form_sheet(grid, form)) is not None]
    if not sheets:
        raise TableError(Message("forms.no-entry-sheet", file=path.name, heads=wanted_heads(form)))
    book = OpenedWorkbook(path)
    for sheet in sheets:
        _SheetOfForm(returned, sheet, book).read()
    return returned


def _form_of(grids: Sequence[Grid], path: Path) -> Form:
    for grid in grids:
        if _is_identity(grid):
            try:
                return Form.of_identity(
                    [[cell if isinstance(cell, str) else text_of(cell) for cell in row] for row in grid.rows]
                )
            except (ValueError, LookupError, ArithmeticError, TypeError, AttributeError, RecursionError):
                raise TableError(Message("forms.damaged-identity", file=path.name)) from None
    raise TableError(Message("forms.not-a-form", file=path.name))


def _is_identity(grid: Grid) -> bool:
    return bool(grid.rows and grid.rows[0]) and grid.text(0, 0) == MARK


def _read_front(returned: Returned, grids: Sequence[Grid]) -> None:
    """Who filled the form in: beside the labels, wherever these are."""
    found: dict[str, Value] = {}
    labels = {
        plain_text(form_word(code, f"label-{name}")): name
        for code in languages()
        for name in (WHO, OFFICE, DAY)
    }
    for grid in grids:
        for row in range(min(len(grid.rows), 40)):
            for column, value in enumerate(grid.rows[row]):
                name = labels.get(plain_text(value).rstrip(":")) if isinstance(value, str) and value else None
                if name and name not in found:
                    beside = [cell for cell in grid.rows[row][column + 1 :] if not is_blank(cell)]
                    found[name] = beside[0] if beside else ""
    returned.who = text_of(found.get(WHO, "")).strip()
    returned.office = text_of(found.get(OFFICE, "")).strip()
    day = likely_period(text_of(found.get(DAY, "")).strip()) or ""
    returned.day = day if day and Period.parse(day).kind is PeriodKind.DAY else ""


@lru_cache(maxsize=1)
def _words_of_empty() -> frozenset[str]:
    """What the form's own check says beside an empty cell, in any language."""
    return frozenset(plain_text(form_word(code, "check-empty")) for code in languages())


class _SheetOfForm:
    """The rows of one sheet."""

    def __init__(self, returned: Returned, sheet: FormSheet, book: OpenedWorkbook) -> None:
        self._book, self._returned, self._sheet, self._form = book, returned, sheet, returned.form
        self._grid, self._place = sheet.grid, sheet.grid.without_cells()

    @cached_property
    def _by_mark(self) -> dict[str, list[Asked]]:
        found: dict[str, list[Asked]] = {}
        for one in self._form.asked:
            found.setdefault(mark_of(self._form, one), []).append(one)
        return found

    @cached_property
    def _by_labels(self) -> dict[tuple[str, str], list[Asked]]:
        found: dict[tuple[str, str], list[Asked]] = {}
        for one in self._form.asked:
            found.setdefault((plain_text(one.area), plain_text(one.indicator)), []).append(one)
        return found

    @cached_property
    def _tall(self) -> frozenset[tuple[int, int]]:
        """Cells that are merged with those below."""
        return frozenset(
            (row, column)
            for top, left, bottom, right in self._grid.merged
            if top < bottom
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        )

    def read(self) -> None:
        for row in range(self._sheet.head + 1, len(self._grid.rows)):
            self._read_row(row)
        self._refuse_doubles()

    def _cell(self, row: int, name: str) -> Value:
        column = self._sheet.at.get(name)
        cells = self._grid.rows[row]
        return cells[column] if column is not None and column < len(cells) else ""

    def _text(self, row: int, name: str) -> str:
        column = self._sheet.at.get(name)
        return "" if column is None else self._grid.spread_text(row, column).strip()

    def _read_row(self, row: int) -> None:
        grid = self._grid
        written = {
            column: grid.rows[row][column]
            for column in self._sheet.values
            if column < len(grid.rows[row]) and not is_blank(grid.rows[row][column])
        }
        if any(isinstance(value, str) and plain_text(value) in form_heads() for value in written.values()):
            return  # the heads again
        series = self._series(row, written)
        if series is None:
            return
        for column, of_column in self._sheet.values.items():
            one = self._figure(row, column, of_column, series, column in written)
            if one is not None:
                self._read_cell(row, column, one, written.get(column, ""))

    def _series(self, row: int, written: Mapping[int, Value]) -> list[Asked] | None:
        """The figures that the row may be of: by its mark, else by its labels; a finding where it holds a number of none."""
        said = (self._text(row, "area"), self._text(row, "indicator"))
        labelled = self._by_labels.get((plain_text(said[0]), plain_text(said[1])), [])
        texts = (cell.strip() for cell in self._grid.rows[row] if isinstance(cell, str))
        mark = next((text for text in texts if _MARK.fullmatch(text)), "")
        marked = self._by_mark.get(mark, [])
        units = {one.row for one in labelled}
        if len(units) > 1:  # one label in several units
            unit = plain_text(self._text(row, "unit"))
            labelled = [one for one in labelled if plain_text(one.unit) == unit] or labelled
        rows = {one.row for one in labelled}
        if marked and (marked[0].row not in rows if rows else not _is_said(marked[0], *said)):
            for column, value in written.items():
                self._find("form-row-mismatch", row, column, text_of(value), asked=marked[0].indicator,
                           said=f"{said[0]} {said[1]}")  # fmt: skip
            return None
        if marked or len({one.row for one in labelled}) == 1:
            return marked or labelled
        for column, value in written.items():
            if any(char.isdigit() for char in text_of(value)):
                self._find("form-unknown-row", row, column, text_of(value))
        return None

    def _figure(
        self, row: int, column: int, of_column: Period | None, series: list[Asked], is_written: bool
    ) -> Asked | None:
        """The figure of a cell: the series in the period of its column or its row."""
        period = of_column
        if not self._form.is_wide:
            column_of_period = self._sheet.at.get("period")
            value: Value = ""
            if column_of_period is not None:
                value = self._cell(row, "period")
                value = self._text(row, "period") if is_blank(value) else value
            period = series[0].period if is_blank(value) else period_in(value, self._form, series[0])
            if period is None:
                if is_written:
                    self._find("form-period", row, column_of_period or column, text_of(value))
                return None
        assert period is not None
        known = next((one for one in series if one.period == period), None)
        return known or (series[0].of_period(period) if is_written else None)

    def _read_cell(self, row: int, column: int, one: Asked, value: Value) -> None:
        if is_blank(value):
            self._blank(row, column, one)
            return
        if (row, column) in self._tall:
            self._find("form-merged-cell", row, column, text_of(value))
            return
        if isinstance(value, float) and unit_of(one.unit_code).is_rate and abs(value) <= 1:
            cell = self._shown.get((row, column))
            if cell is not None and read_format(cell.number_format).of(Decimal(value)).percent:
                value = f"{plain(Decimal(text_of(value)).scaleb(2))}%"
        entry = read_entry(value, one)
        if entry is None:
            self._blank(row, column, one, looked=True)
        elif isinstance(entry, Finding):
            self._returned.findings.append(entry.with_(place=self._grid.place(row, column, text_of(value))))
        else:
            self._fill(row, column, one, entry, text_of(value))

    def _fill(self, row: int, column: int, one: Asked, entry: EntryValue, text: str) -> None:
        before = len(self._returned.findings)
        qualifier = self._qualifier(row, entry)
        status = self._choice(row, "status", status_of, "form-status")
        unit = self._text(row, "unit")
        if unit and plain_text(unit) != plain_text(one.unit) and entry.power == one.power:
            self._find("form-unit-changed", row, self._sheet.at["unit"], unit, unit=one.unit)
        note = " ".join(filter(None, (entry.note, text_of(self._cell(row, "note")).strip())))
        self._check_size(row, column, one, entry, text, note)
        if len(self._returned.findings) == before:
            filled = Filled(one, EntryValue(entry.digits, entry.power, qualifier, entry.note), status, note, text.strip(),
                            self._place, row, column)  # fmt: skip
            self._returned.filled.append(filled)

    def _qualifier(self, row: int, entry: EntryValue) -> str:
        beside = self._choice(row, "qualifier", named_qualifier, "form-qualifier")
        if beside and entry.qualifier != "eq" and beside != entry.qualifier:
            self._find(
                "form-two-qualifiers", row, self._sheet.at["qualifier"], text_of(self._cell(row, "qualifier"))
            )
        return beside or entry.qualifier

    def _choice(
        self, row: int, name: str, read: Callable[[str, str], tuple[str | None, tuple[str, ...]]], code: str
    ) -> str:
        text = text_of(self._cell(row, name)).strip()
        if not text:
            return ""
        found, choices = read(text, self._form.language)
        if found is None:
            self._find(code, row, self._sheet.at[name], text, choices=choices)
        return found or ""

    def _check_size(self, row: int, column: int, one: Asked, entry: EntryValue, text: str, note: str) -> None:
        if not one.last or not entry.value or note or one.key.measure == "growth_yoy":
            return
        ratio = abs(entry.value / one.last)
        if ratio >= _FAR or ratio * _FAR <= 1:
            larger = ratio >= 1
            times = round(ratio if larger else 1 / ratio)
            last = one.last.scaleb(-one.power)
            self._find("form-size", row, column, text, times=times, larger=larger, last=last)

    def _blank(self, row: int, column: int, one: Asked, *, looked: bool = False) -> None:
        """An empty cell, unless a formula in it has no result."""
        formula = "" if looked else self._formula(row, column)
        if formula:
            self._find("form-formula", row, column, formula)
        elif one.base is not None:
            text = one.base.scaleb(-one.power)
            self._returned.findings.append(
                Finding("form-emptied", Severity.WARNING, place=self._grid.place(row, column), text=text)
            )

    def _formula(self, row: int, column: int) -> str:
        """The formula of a cell that seems empty: asked only where the form's own check does not say that it is."""
        check = plain_text(self._text(row, "check"))
        if check and check in _words_of_empty():
            return ""
        cell = self._shown.get((row, column))
        return "" if cell is None else cell.formula

    @cached_property
    def _shown(self) -> Looks:
        last_row = len(self._grid.rows) - 1
        return self._book.look_up(WantedCells(self._grid.sheet, frozenset(self._sheet.values), last_row))

    def _find(self, code: str, row: int, column: int, text: str, **parameters: Any) -> None:
        place = self._grid.place(row, column, text)
        self._returned.findings.append(Finding(code, Severity.ERROR, place=place, text=text, **parameters))

    def _refuse_doubles(self) -> None:
        """Rows of one figure that differ."""
        first: dict[object, Filled] = {}
        kept: list[Filled] = []
        for one in self._returned.filled:
            other = first.setdefault(one.asked.key, one)
            if other is one:
                kept.append(one)
            elif other.entry.value != one.entry.value:
                self._find("form-twice", one.row, one.column, one.text,
                           asked=one.asked.indicator, first=other.address, other=other.text)  # fmt: skip
                kept = [item for item in kept if item is not other]
        self._returned.filled[:] = kept


def _is_said(asked: Asked, area: str, indicator: str) -> bool:
    """Whether labels may still be those of a figure: as they were, shortened or with something behind them."""
    said = ((plain_text(area), plain_text(asked.area)), (plain_text(indicator), plain_text(asked.indicator)))
    return all(now.startswith(was) or was.startswith(now) for now, was in said)


def empty_count(returned: Returned) -> int:
    """How many of the figures that were asked have no number."""
    answered = {one.asked.key for one in returned.filled}
    refused = len(
        {
            (item.place.sheet, item.place.row, item.place.column)
            for item in returned.findings
            if item.severity is Severity.ERROR
        }
    )
    return max(0, sum(one.key not in answered for one in returned.form.asked) - refused)
