"""Reads tables of records, one number a row with its dimensions beside it: SDMX-CSV 1 and 2, Comtrade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.dataset.records import TOTAL, UNIT_OF_MEASURE, Measure
from reportgen.findings import Finding, Severity
from reportgen.intake.grid import Grid, number_of, text_of
from reportgen.intake.layout import JOINT, Layout, ValueColumn, lay_out
from reportgen.intake.patterns import first_match, folded, tidied
from reportgen.intake.period_rules import PeriodOfTable
from reportgen.intake.recipe import Meaning, Recipe
from reportgen.intake.table_texts import source_of_table
from reportgen.intake.taken import ObservationKey, Rate, Taken, TakenTable, Use
from reportgen.language.printed_numbers import is_percentage
from reportgen.periods import Period
from reportgen.regex import regex
from reportgen.spelling import nearest
from reportgen.units import unit_of

_MONTH = regex(r"(\d{4})-?M?(0[1-9]|1[0-2])")
_QUARTER = regex(r"(\d{4})-?Q([1-4])")
_HALF = regex(r"(\d{4})-?[SH]([12])")


def written_period(text: str) -> Period | None:
    """SDMX's and Comtrade's ways to write a period: ``2024``, ``2024-05``, ``2024-M05``, ``202405``, ``2024-Q1``, ``2024-S1``."""
    if found := _HALF.fullmatch(text):
        first = int(found[1]) * 12 + (int(found[2]) - 1) * 6
        return Period.span_of(first, first + 5)
    if found := _QUARTER.fullmatch(text):
        return Period.parse(f"{found[1]}-Q{found[2]}")
    if found := _MONTH.fullmatch(text):
        return Period.month_of(int(found[1]), int(found[2]))
    try:
        return Period.parse(text)
    except ValueError:
        return None


class RecordTables:
    """Reads tables in which a recipe says of each column what it ``gives``."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe

    def read(self, grid: Grid, stem: str) -> TakenTable:
        layout, findings = lay_out(grid, self._recipe)
        if layout is None:
            return TakenTable(grid, findings=tuple(findings))
        findings = [finding for finding in findings if finding.code != "table-column-unknown"]
        return _RecordTable(self._recipe, layout, findings).read(stem)


class _RecordTable:
    """One table of records being read."""

    def __init__(self, recipe: Recipe, layout: Layout, findings: list[Finding]) -> None:
        self.recipe, self.layout, self.grid, self.findings = recipe, layout, layout.grid, findings
        self.by_gift: dict[str, list[ValueColumn]] = {}
        for column in layout.columns:
            self.by_gift.setdefault(column.rule.gives, []).append(column)
        self.taken: list[Taken] = []
        self.uses: dict[tuple[int, int], Use] = {}
        self.said: set[tuple[int, str]] = set()

    def read(self, stem: str) -> TakenTable:
        for column in self.layout.columns:
            self.uses[self.layout.head_top, column.index] = Use.HEAD
        for row in range(self.layout.body_top, len(self.grid.rows)):
            if any(text_of(value) for value in self.grid.rows[row]):
                self._row(row)
        source = source_of_table(self.recipe, PeriodOfTable(), stem, self.taken)
        return TakenTable(
            self.grid, tuple(self.taken), self.layout.columns, source, source.fields.get("title", ""),
            tuple(self.findings), self.uses,
        )  # fmt: skip

    def _row(self, row: int) -> None:
        if self._is_passed_over(row):
            return
        given: dict[str, str] = {}
        for gift, columns in self.by_gift.items():
            if gift in ("value", ""):
                continue
            text = self._given(row, columns)
            if text is None:
                return
            given[gift] = text
        for column in self.by_gift.get("value", []):
            self._value(row, column, given)

    def _is_passed_over(self, row: int) -> bool:
        """Whether a column's ``only`` leaves this row out."""
        return any(
            column.rule.only
            and first_match(column.rule.only, code_in(self.grid.text(row, column.index))) is None
            for column in self.layout.columns
        )

    def _given(self, row: int, columns: list[ValueColumn]) -> str | None:
        """What the columns of one dimension say of a row; ``None``, with a finding, where a code is new."""
        texts = []
        for column in columns:
            text = self.grid.text(row, column.index)
            self.uses[row, column.index] = Use.LABEL
            codes = column.rule.codes
            if not codes:
                texts.append(code_in(text))
                continue
            code = next(
                (codes[name] for name in (folded(text), folded(code_in(text)), "*") if name in codes), None
            )
            if code is None:
                self.uses[row, column.index] = Use.REFUSED
                self._once("table-label-new", row, column, text, near=nearest(text, codes) or "")
                return None
            texts.append(code)
        return "".join(texts)

    def _value(self, row: int, column: ValueColumn, given: Mapping[str, str]) -> None:
        value = self.grid.rows[row][column.index] if column.index < len(self.grid.rows[row]) else ""
        if isinstance(value, str) and folded(value) in self.recipe.missing:
            self.uses[row, column.index] = Use.MISSING
            return
        number = number_of(value, self.recipe.marks)
        if number is None:
            self.uses[row, column.index] = Use.REFUSED
            self._say("table-cell-unreadable", row, column, text_of(value), variant="" if text_of(value) else "blank",
                      head=column.head)  # fmt: skip
            return
        period = self._period(row, given)
        if period is None:
            return
        meaning = self._meaning(row, column, given)
        if meaning is None:
            return
        is_level = meaning.measure not in UNIT_OF_MEASURE
        unit = (meaning.unit or self.recipe.unit.unit) if is_level else ""
        is_merged = self.grid.is_merged(row, column.index)
        if is_merged or (is_level and not unit_of(unit).is_rate and is_percentage(text_of(value))):
            self.uses[row, column.index] = Use.REFUSED
            variant = "merged" if is_merged else "percent"
            self._say("table-cell-unreadable", row, column, text_of(value), variant=variant, head=column.head)
            return
        self.uses[row, column.index] = Use.TAKEN
        mult = meaning.unit_mult if meaning.unit_mult is not None else (self.recipe.unit.unit_mult or 0)
        key = ObservationKey(
            meaning.indicator, meaning.ref_area, meaning.breakdown or TOTAL, meaning.counterpart_area or TOTAL, str(period),
            meaning.measure, meaning.scope, meaning.prices, unit,
        )  # fmt: skip
        rate = Rate(number.text, text_of(value), "")
        if mult and (unit_of(unit).is_rate or (not is_level and meaning.unit_mult)):
            rate, mult = Rate.of(number.text, mult, value, ""), 0
        label = record_label(self.grid, row, {one.index: one.rule.gives for one in self.layout.columns})
        counted = f"{meaning.unit} × 10^{mult}" if mult and meaning.unit else meaning.unit
        self.taken.append(
            Taken(
                key,
                period,
                rate.text,
                mult if is_level else 0,
                meaning,
                number.status or meaning.status,
                rate.statement,
                row,
                column.index,
                label,
                column.head,
                rate.unit_label or counted,
                "",
            )
        )

    def _period(self, row: int, given: Mapping[str, str]) -> Period | None:
        text = given.get("period") or given.get("year", "") + (
            f"-{int(given['month']):02d}"
            if given.get("month", "").isdigit() and int(given["month"]) in range(1, 13)
            else ""
        )
        period = written_period(text)
        if period is None:
            column = (self.by_gift.get("period") or self.by_gift.get("year") or list(self.layout.columns))[0]
            self._once("table-period-unreadable", row, column, text)
        return period

    def _meaning(self, row: int, column: ValueColumn, given: Mapping[str, str]) -> Meaning | None:
        """What the row's cells, the column of the value and the recipe say together."""
        values: dict[str, object] = {}
        rule = column.rule.meaning
        for name in Meaning.__struct_fields__:
            own = [given.get(name), getattr(rule, name), getattr(self.recipe.every, name)]
            values[name] = next((value for value in own if value not in (None, "")), getattr(rule, name))
        values["measure"] = values["measure"] or Measure.LEVEL.value
        try:
            values["unit_mult"] = None if values["unit_mult"] is None else int(str(values["unit_mult"]))
        except ValueError:
            self._once(
                "table-cell-unreadable",
                row,
                self.by_gift["unit_mult"][0],
                str(values["unit_mult"]),
                head="unit_mult",
            )
            return None
        meaning = Meaning(**values)  # type: ignore[arg-type]
        for name in ("indicator", "ref_area"):
            if not getattr(meaning, name):
                self._once("table-meaning-missing", row, column, "", name=name, label="", head=column.head)
                return None
        return meaning

    def _once(self, code: str, row: int, column: ValueColumn, text: str, **parameters: Any) -> None:
        if (column.index, code + text) not in self.said:
            self.said.add((column.index, code + text))
            self._say(code, row, column, text, **parameters)

    def _say(
        self, code: str, row: int, column: ValueColumn, text: str, variant: str = "", **parameters: Any
    ) -> None:
        place = self.grid.place(row, column.index, text)
        self.findings.append(
            Finding(code, Severity.ERROR, place=place, variant=variant, text=text, **parameters)
        )


def record_label(grid: Grid, row: int, gives: Mapping[int, str]) -> str:
    """What a row is called: the texts of the columns that tell it from others, in their order."""
    telling = (*SERIES_DIMENSIONS, "period", "measure")
    return JOINT.join(tidied(grid.text(row, column)) for column, gift in gives.items() if gift in telling)


def code_in(text: str) -> str:
    """The code in a cell of SDMX-CSV, whose labels may be beside it: ``CN: China``."""
    code, colon, _ = tidied(text).partition(": ")
    return code if colon else tidied(text)
