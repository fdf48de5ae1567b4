"""Reads one table by its recipe: every number with what it means, and a finding for everything that has changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.dataset.records import TOTAL, UNIT_OF_MEASURE
from reportgen.findings import Finding, Severity
from reportgen.intake.grid import Grid, Value, is_blank, number_of, text_of
from reportgen.intake.layout import Layout, ValueColumn, lay_out
from reportgen.intake.meanings import Flaw, Meanings
from reportgen.intake.patterns import folded, narrow, tidied
from reportgen.intake.period_rules import TablePeriods
from reportgen.intake.recipe import Meaning, Recipe
from reportgen.intake.row_rules import Neighbours, RowMeaning, RowRules
from reportgen.intake.table_texts import area_of_table, source_of_table, title_of_table
from reportgen.intake.taken import ObservationKey, Rate, Taken, TakenTable, Use
from reportgen.intake.unit_texts import TableUnit, table_unit, unit_of_label, units_over_columns
from reportgen.language.printed_numbers import PrintedNumber, is_percentage
from reportgen.record import replace
from reportgen.spelling import nearest
from reportgen.units import unit_of

_NO_UNIT = TableUnit("", 0)


def _is_missing(value: Value, recipe: Recipe) -> bool:
    return isinstance(value, str) and folded(value) in recipe.missing


def _may_be_percent(meaning: Meaning, unit: TableUnit) -> bool:
    return meaning.measure in UNIT_OF_MEASURE or unit_of(unit.unit).is_rate


class CrossedTables:
    """Reads tables with heads above and labels at the left. What a label or a head means is worked out once for all."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._rules = RowRules(recipe)
        self._meanings = Meanings(recipe)

    def read(self, grid: Grid, stem: str) -> TakenTable:
        """The table in a sheet of the file whose name without suffix is ``stem``."""
        layout, findings = lay_out(grid, self._recipe)
        if layout is None:
            return TakenTable(grid, findings=tuple(findings))
        reading = _TableReader(self._recipe, self._rules, self._meanings, layout, stem)
        reading.findings += findings
        return reading.read()


class _TableReader:
    """One table being read."""

    def __init__(
        self,
        recipe: Recipe,
        rules: RowRules,
        meanings: Meanings,
        layout: Layout,
        stem: str,
    ) -> None:
        self.recipe, self.rules, self.meanings, self.layout, self.grid = (
            recipe,
            rules,
            meanings,
            layout,
            layout.grid,
        )
        self.stem = stem
        self.findings: list[Finding] = []
        self.taken: list[Taken] = []
        self.uses: dict[tuple[int, int], Use] = {}
        self.hits: set[tuple[int, str]] = set()
        self.labels_unknown: dict[str, int] = {}
        self.new_areas: dict[str, tuple[str, str]] = {}
        self.said: set[tuple[str, int]] = set()
        self.texts: dict[int, str] = {}

    def read(self) -> TakenTable:
        recipe, layout = self.recipe, self.layout
        self.periods = TablePeriods(recipe, layout, self.stem)
        self.unit, of_unit = table_unit(layout, recipe)
        self.findings += [*of_unit, *units_over_columns(layout, recipe, self.unit)]
        self.area, of_area = area_of_table(recipe, layout, self.stem)
        self.findings += of_area
        self._mark_heads()
        self._rows()
        self.findings += [*self.periods.findings, *self._labels_gone()]
        title = title_of_table(recipe, layout)
        source = source_of_table(recipe, self.periods.table, self.stem, self.taken)
        return TakenTable(
            self.grid, tuple(self.taken), layout.columns, source, title or source.fields.get("title", ""),
            tuple(self.findings), self.uses, self.new_areas,
        )  # fmt: skip

    # ---- rows ----

    def _rows(self) -> None:
        layout, rules = self.layout, self.rules
        start = layout.body_top
        labels, again = layout.labels(), layout.head_labels
        neighbours = Neighbours(labels, rules)
        everywhere, placed = rules.everywhere, neighbours.placed
        for offset, label in enumerate(labels):
            row = start + offset
            if label in again and (other := layout.other_head(row)) is not None:
                column, text = other
                self._say("table-head-again", row, column.index, text, Severity.WARNING, head=column.head)
                return
            if offset in placed or label not in everywhere:
                chosen = neighbours.chosen(offset, label)
            else:
                chosen = everywhere[label]
            if chosen is None or chosen.rule.ask:
                self._row_without_rule(row, label)
            elif not chosen.rule.skip:
                self._row(row, label, chosen)

    def _row(self, row: int, label: str, meant: RowMeaning) -> None:
        rule, cells, recipe = meant.rule, self.grid.rows[row], self.recipe
        code = getattr(meant.meaning, rule.dimension) if rule.dimension else ""
        self.hits.add((rule.number, code))
        if meant.pattern.is_literal:
            self._spelling(row, label, meant.pattern.text)
        for at in self.layout.label_columns:
            self.uses[row, at] = Use.LABEL
        if meant.meaning.ref_area and not rule.dimension:
            self.new_areas.setdefault(meant.meaning.ref_area, (tidied(label), rule.parent))
        row_label = tidied(label)
        for column in self.layout.columns:
            value: Value = cells[column.index] if column.index < len(cells) else ""
            number = number_of(value, recipe.marks)
            if (number is None or recipe.misses_numbers) and _is_missing(value, recipe):
                self.uses[row, column.index] = Use.MISSING
                continue
            if number is None:
                self._unreadable(row, column, value)
                continue
            meaning = self.meanings.of(meant, column.rule, self.area)
            if isinstance(meaning, Flaw):
                self._once(meaning, meant, column)
                continue
            self._take(row, column, value, number, meaning, row_label, meant.times)

    def _spelling(self, row: int, label: str, known: str) -> None:
        """A label with other spaces inside may be another one, and is refused; other signs of one width are reported."""
        if tidied(label).casefold() == tidied(known).casefold():
            return
        same_spaces = tidied(narrow(label)) == tidied(narrow(known))
        self._say(
            "table-label-spelt", row, self.layout.label_columns[-1], tidied(label),
            Severity.NOTE if same_spaces else Severity.ERROR, "" if same_spaces else "spaces", known=known,
        )  # fmt: skip

    def _take(
        self, row: int, column: ValueColumn, value: Value, number: PrintedNumber, meaning: Meaning, row_label: str,
        times: frozenset[tuple[str, str]],
    ) -> None:  # fmt: skip
        text = number.text
        told = self.periods.of(column, meaning.span, times)
        if told is None:
            return
        period, period_text = told
        unit = self._unit_of(meaning, column, row_label, row)
        if unit is None:
            return
        if isinstance(value, str) and is_percentage(value) and not _may_be_percent(meaning, unit):
            self.uses[row, column.index] = Use.REFUSED
            self._say("table-cell-unreadable", row, column.index, value, variant="percent", head=column.head)
            return
        if self.grid.is_merged(row, column.index):
            self.uses[row, column.index] = Use.REFUSED
            self._say("table-cell-unreadable", row, column.index, text, variant="merged", head=column.head)
            return
        self.uses[row, column.index] = Use.TAKEN
        statement, unit_label = value if isinstance(value, str) else text_of(value), unit.text
        if unit.unit_mult and _may_be_percent(meaning, unit):
            text, statement, unit_label = Rate.of(text, unit.unit_mult, value, unit.text)
            unit = replace(unit, unit_mult=0)
        key = ObservationKey(
            meaning.indicator, meaning.ref_area, meaning.breakdown or TOTAL, meaning.counterpart_area or TOTAL,
            period_text, meaning.measure, meaning.scope, meaning.prices, unit.unit,
        )  # fmt: skip
        self.taken.append(
            Taken(
                key,
                period,
                text,
                unit.unit_mult,
                meaning,
                number.status or meaning.status,
                statement,
                row,
                column.index,
                row_label,
                column.head,
                unit_label,
                meaning.span,
            )
        )

    def _unit_of(self, meaning: Meaning, column: ValueColumn, row_label: str, row: int) -> TableUnit | None:
        """The unit of a number: the measure's own, the row's or column's, or the table's."""
        if meaning.measure in UNIT_OF_MEASURE:
            return _NO_UNIT if not meaning.unit_mult else TableUnit("", meaning.unit_mult)
        if meaning.unit:
            return TableUnit(meaning.unit, meaning.unit_mult or 0)
        unit = self._unit_stated(column, row_label, row)
        return (
            unit
            if unit is None or meaning.unit_mult is None
            else replace(unit, unit_mult=meaning.unit_mult, text="")
        )

    def _unit_stated(self, column: ValueColumn, row_label: str, row: int) -> TableUnit | None:
        """The unit that the table, the row or the column states."""
        origin = self.recipe.unit.origin
        if origin not in ("row", "column"):
            return self.unit
        label = row_label if origin == "row" else column.head
        unit = unit_of_label(label)
        if unit is None:
            at = (row, self.layout.label_columns[-1]) if origin == "row" else (column.head_row, column.index)
            if (label, 0) not in self.said:
                self.said.add((label, 0))
                self._say("table-unit-missing", *at, label, variant="label", wanted=label)
            return None
        return unit

    # ---- what is not taken ----

    def _row_without_rule(self, row: int, label: str) -> None:
        at = self.layout.label_columns[-1]
        if self.rules.is_note(label) or not self._holds_numbers(row):
            if tidied(label):
                self.uses[row, at] = Use.NOTE
            return
        self.uses[row, at] = Use.REFUSED
        if not tidied(label):
            self._say("table-row-unlabelled", row, at, "")
            return
        self.labels_unknown[tidied(label)] = row
        known = {pattern.text: rule for rule, _, patterns in self.rules.expected for pattern in patterns}
        near = nearest(tidied(label), known) or ""
        if near and folded(near) == folded(label):  # known, and at another place
            after, before = (
                patterns[0].text if patterns else "" for patterns in (known[near].after, known[near].before)
            )
            self._say("table-label-new", row, at, tidied(label), variant="place", after=after, before=before)
        else:
            self._say("table-label-new", row, at, tidied(label), near=near)

    def _holds_numbers(self, row: int) -> bool:
        cells = self.grid.rows[row]
        return any(
            column.index < len(cells)
            and not is_blank(cells[column.index])
            and number_of(cells[column.index], self.recipe.marks) is not None
            for column in self.layout.columns
        )

    def _unreadable(self, row: int, column: ValueColumn, value: Value) -> None:
        self.uses[row, column.index] = Use.REFUSED
        variant = "blank" if is_blank(value) else ""
        self._say(
            "table-cell-unreadable", row, column.index, text_of(value), variant=variant, head=column.head
        )

    def _labels_gone(self) -> Iterator[Finding]:
        for rule, code, patterns in self.rules.expected:
            if (rule.number, code) in self.hits:
                continue
            label = patterns[0].text
            near = nearest(label, self.labels_unknown) or ""
            row = self.labels_unknown.get(near)
            if near and folded(near) == folded(label):
                continue  # said already: it is at another place
            yield Finding(
                "table-label-gone", Severity.ERROR,
                place=self.grid.place(row, self.layout.label_columns[-1] if row is not None else None, near or None),
                label=label, near=near,
            )  # fmt: skip

    # ---- said and shown ----

    def _mark_heads(self) -> None:
        layout = self.layout
        for row, column, _ in layout.title_cells():
            self.uses[row, column] = Use.TITLE if row < layout.head_top else Use.HEAD
        for column_ in layout.columns:
            for row in range(layout.head_top, layout.body_top):
                self.uses[row, column_.index] = Use.HEAD
        if self.unit and self.unit.row is not None and self.unit.column is not None:
            self.uses[self.unit.row, self.unit.column] = Use.UNIT

    def _once(self, flaw: Flaw, meant: RowMeaning, column: ValueColumn) -> None:
        """A mistake of the recipe's, said once for a row rule and a column rule; not where the table's area is unknown, which
        is said already."""
        if flaw.key == "ref_area" and self.recipe.area is not None and not self.area:
            return
        key = (f"{flaw.code} {flaw.key} {meant.rule.number}", column.rule.number)
        if key not in self.said:
            self.said.add(key)
            place = self.grid.place(column.head_row, column.index, column.head)
            self.findings.append(
                Finding(
                    flaw.code,
                    Severity.ERROR,
                    place=place,
                    name=flaw.key,
                    label=meant.pattern.text,
                    head=column.head,
                )
            )

    def _say(
        self, code: str, row: int, column: int, text: str, severity: Severity = Severity.ERROR, variant: str = "",
        **parameters: Any,
    ) -> None:  # fmt: skip
        self.findings.append(
            Finding(
                code,
                severity,
                place=self.grid.place(row, column, text),
                variant=variant,
                text=text,
                **parameters,
            )
        )
