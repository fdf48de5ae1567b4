"""A first recipe, written from a table itself: what can be made out is filled in, the rest is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from reportgen.intake.draft_lines import SIGNS, DraftLines, toml_text
from reportgen.intake.draft_records import RecordsDraft, SeemingRecords
from reportgen.intake.grid import number_of, text_of
from reportgen.intake.layout import JOINT
from reportgen.intake.opening import TableError, open_grids
from reportgen.intake.patterns import ANYTHING, Pattern, folded, tidied
from reportgen.intake.recipe import PeriodSpan
from reportgen.intake.recipe_file import QUESTION
from reportgen.intake.seeming_table import NAMELESS, SeemingTable, is_year, width_of
from reportgen.intake.seeming_words import (
    is_note,
    mentions,
    note_pattern,
    span_of,
    surest_first,
    times_in,
    with_placeholders,
)
from reportgen.intake.unit_texts import unit_of_label
from reportgen.language import any_language
from reportgen.language.unit_reader import the_unit_in, unit_in_brackets, unit_in_text
from reportgen.messages import Message
from reportgen.record import Record
from reportgen.units import PERCENT

_ROWS_ASKED = 40
_MONTHS_IN_A_ROW = 3


class Draft(Record):
    """The recipe's text, and how many questions are in it."""

    text: str
    questions: int


def draft_recipe(path: Path, language: str) -> Draft:
    """A recipe for the table in ``path``, its comments in ``language``. Raises ``TableError`` where there is no table."""
    for grid in open_grids(path):
        records = SeemingRecords.found_in(grid)
        table = SeemingTable.found_in(grid) if records is None else None
        lines = list(
            RecordsDraft(records, path.name, language).lines()
            if records is not None
            else _DraftTable(table, path, language).lines()
            if table is not None
            else ()
        )
        if lines:
            questions = sum(line.count(f'"{QUESTION}"') for line in lines if not line.startswith("#"))
            return Draft("\n".join(lines) + "\n", questions)
    raise TableError(Message("intake.draft-no-table", file=path.name))


class _DraftTable(DraftLines):
    """The lines of a draft for a table with heads above and labels at the left."""

    def __init__(self, table: SeemingTable, path: Path, language: str) -> None:
        super().__init__(path.name, language)
        self.table, self.grid, self.path = table, table.grid, path
        self.heads = {column: table.head(column) for column in table.columns}
        self.columns = {column: path for column, path in self.heads.items() if path}

    def lines(self) -> Iterator[str]:
        yield from self.beginning(self.signs())
        yield from self.source(self.title())
        yield from self.where()
        yield from self.period()
        yield from self.unit()
        yield from self.column_sections()
        yield from self.row_sections()
        yield from self.references()
        yield ""
        yield self.say("records")

    def signs(self) -> list[str]:
        """The signs in the columns of numbers that are no numbers, as far as they are well known."""
        columns = frozenset(
            column
            for column in range(width_of(self.grid))
            if column not in self.table.label_columns and self.table.head(column)
        )
        seen = {
            folded(text_of(value))
            for row in range(self.table.body_top, len(self.grid.rows))
            if self.table.holds_numbers(row)
            for column, value in enumerate(self.grid.rows[row])
            if column in columns
        }
        return [sign for sign in SIGNS if folded(sign) in seen]

    def title(self) -> str:
        return next((text for text in self.titles() if unit_in_text(text) is None and not is_note(text)), "")

    def titles(self) -> Iterator[str]:
        for row in range(self.table.head_top):
            for column in range(len(self.grid.rows[row])):
                text = tidied(self.grid.text(row, column))
                if text and not text.startswith(NAMELESS):
                    yield text
                    break

    def where(self) -> Iterator[str]:
        yield from ("", "[table]", self.say("find"))
        yield f"find = {toml_text(self.table.find or QUESTION)}"
        if self.table.labels_by_heads:
            yield f"labels = [{', '.join(map(toml_text, self.table.labels_by_heads))}]"
        if self.table.body_top - self.table.head_top > 1:
            yield f"head_rows = {self.table.body_top - self.table.head_top}"
        notes = sorted({pattern for _, label in self.table.labels() if (pattern := note_pattern(label))})
        if notes:
            yield f"notes = [{', '.join(map(toml_text, notes))}]"

    def period(self) -> Iterator[str]:
        yield from ("", "[period]")
        if self.heads_name_years or self.labels_are_periods:
            yield f'from = "{"head" if self.heads_name_years else "row"}"'
            return
        patterns = surest_first(any_language.words("table_words", "PERIOD_PATTERNS"))
        for origin, name in (("file", self.path.stem), ("sheet", self.grid.sheet)):
            for pattern in patterns:
                read = Pattern(pattern).search(name) or {}
                if is_year(read.get("year", "")):
                    yield from (
                        f"from = {toml_text(origin)}",
                        f"pattern = {toml_text(self.of_table(pattern))}",
                    )
                    return
        for text in self.titles():
            pattern, _ = with_placeholders(text, anywhere=True)
            if "{year}" in pattern:
                yield from ('from = "title"', f"pattern = {toml_text(self.of_table(pattern))}")
                return
        yield self.say("period")
        yield f"from = {toml_text(QUESTION)}"
        yield self.say("period-pattern")
        yield f"pattern = {toml_text(QUESTION)}"

    def of_table(self, pattern: str) -> str:
        """A pattern of the whole table's period: its year alone where the heads are months."""
        return pattern.replace("{month}", ANYTHING) if self.heads_are_periods else pattern

    def unit(self) -> Iterator[str]:
        yield from ("", "[unit]")
        for origin, text in self.texts_beside_the_numbers():
            stated = unit_in_text(text)
            unit = the_unit_in(stated) if stated else None
            if unit is not None:
                yield self.say("unit-found", text=text)
                yield f"from = {toml_text(origin)}"
                yield f"text = {toml_text(text)}"
                yield f"unit = {toml_text(unit.unit or QUESTION)}"
                yield f"unit_mult = {unit.power}"
                return
        for origin, labels in (
            ("row", (label for _, label in self.table.labels())),
            ("column", map(JOINT.join, self.columns.values())),
        ):
            if any(own.unit not in ("", PERCENT) for label in labels if (own := unit_of_label(label))):
                yield f"from = {toml_text(origin)}"
                return
        yield from self.unit_in_a_title()

    def unit_in_a_title(self) -> Iterator[str]:
        """The unit in brackets at the end of a title; else it is asked for."""
        for text in self.titles():
            stated = unit_in_brackets(text) or ""
            unit = the_unit_in(stated)
            if unit is not None and unit.is_amount:
                yield self.say("unit-found", text=text)
                yield 'from = "title"'
                yield f"text = {toml_text(f'*{stated}*')}"
                yield f"unit = {toml_text(unit.unit)}"
                yield f"unit_mult = {unit.power}"
                return
        yield from self.unit_asked()

    def texts_beside_the_numbers(self) -> Iterator[tuple[str, str]]:
        """The texts that may say the unit, with what a recipe calls their place."""
        for row, cells in enumerate(self.grid.rows):
            above = row < self.table.body_top
            if above or not self.table.holds_numbers(row):
                origin = "notes" if not above else "title" if row < self.table.head_top else "head"
                yield from ((origin, tidied(self.grid.text(row, column))) for column in range(len(cells)))

    def column_sections(self) -> Iterator[str]:
        seen: set[tuple[str, ...]] = set()
        for path in filter(None, map(self.table.head, self.table.counted)):
            yield from ("", "[[columns]]", f"head = [{', '.join(map(toml_text, path))}]", "skip = true")
        for path in self.columns.values():
            heads = tuple(with_placeholders(head)[0] for head in path)
            if heads in seen:
                continue
            seen.add(heads)
            yield from self.column_section(path, heads)

    def column_section(self, path: Sequence[str], heads: Sequence[str]) -> Iterator[str]:
        shown = JOINT.join(path)
        yield from ("", "[[columns]]", f"head = [{', '.join(map(toml_text, heads))}]")
        if not self.is_read(path):
            yield from (self.say("no-period"), "skip = true")
        elif self.heads_are_periods:
            yield from self.span(path) if self.spans_differ else ()
        else:
            yield from () if self.labels_are_indicators else self.indicator(shown)
            yield from () if self.rows_say_measures else self.measure(shown)
            yield from () if self.labels_are_periods else self.span(path)

    def is_read(self, path: Sequence[str]) -> bool:
        """Whether the numbers under a head are taken: where heads are periods, those of which it says when."""
        return not self.heads_are_periods or any(times_in(head) for head in path)

    def span(self, path: Sequence[str]) -> Iterator[str]:
        """How long the period is that heads or a label speak of."""
        heads = [with_placeholders(head) for head in path]
        span = span_of(heads, JOINT.join(path))
        if span is not None:
            yield self.say("column-span", span=span.value)
            yield f'span = "{span}"'
        else:
            yield self.say("span")
            yield f"span = {toml_text(QUESTION)}"

    def indicator(self, shown: str) -> Iterator[str]:
        """What a head or a label seems to measure."""
        named = sorted(
            any_language.table("table_words", "MEASURED_HEADS").items(),
            key=lambda item: len(item[0]),
            reverse=True,
        )
        indicator = next((code for word, code in named if mentions(shown, [word])), None)
        if indicator is None:
            yield self.say("indicator", head=shown)
        yield f"indicator = {toml_text(indicator or QUESTION)}"

    def measure(self, shown: str) -> Iterator[str]:
        """Whether a head or a label speaks of growth."""
        growth = _is_growth(shown)
        if growth:
            yield self.say("measure")
        yield f'measure = "{"growth_yoy" if growth else "level"}"'

    def indicator_rows(self, rows: Sequence[tuple[int, str]]) -> Iterator[str]:
        """Rows that are indicators. Where heads are periods, a span that no label gives is asked for once, if no head gives it."""
        unknown = f"span = {toml_text(QUESTION)}"
        is_open = self.heads_are_periods and not self.spans_differ
        once = is_open and all(unknown in self.span([label]) for _, label in rows)
        told = span_of([with_placeholders(head) for head in self.all_heads], "")
        is_asked = told in (None, PeriodSpan.MONTH)  # a month in a head may end a longer period
        span = (self.say("span"), unknown) if is_asked else self.span(self.all_heads)
        yield from self.every(tuple(span) if once else ())
        with_span = is_open and not once
        apart, seen = self.table.told_apart(), set()
        for row, label in rows:
            below = apart.get(row, "")
            if (label, below) in seen:
                continue
            seen.add((label, below))
            yield from ("", "[[rows]]", f"label = {toml_text(label)}")
            if below:
                yield f"below = {toml_text(below)}"
            yield from self.indicator(label)
            yield from self.measure(label) if self.rows_say_measures else ()
            yield from self.span([label]) if with_span else ()

    def every(self, span: Sequence[str]) -> Iterator[str]:
        """What holds for all numbers: the span, and the area, unless a title names it."""
        area = (self.say("area"), f"ref_area = {toml_text(QUESTION)}")
        named = next(self.areas_named(), None)
        if named is not None:
            pattern, name = named
            yield from ("", "[area]", 'from = "title"', f"pattern = {toml_text(pattern)}")
            yield from ("", "[area.codes]", area[0], f"{toml_text(name)} = {toml_text(QUESTION)}")
        if lines := [*(() if named else area), *span]:
            yield from ("", "[every]", *lines)

    def areas_named(self) -> Iterator[tuple[str, str]]:
        """Areas that titles name, each with the title's pattern."""
        for text in self.titles():
            for pattern in any_language.words("table_words", "AREA_PATTERNS"):
                if (read := Pattern(pattern).match(text)) is not None:
                    yield pattern, read["area"]

    def period_rows(self) -> Iterator[str]:
        """Rows that are periods, under heads that are indicators."""
        yield from self.every(())
        patterns: dict[str, dict[str, None]] = {}
        for _, label in self.rows:
            pattern, is_cumulative = with_placeholders(label, anywhere=True)
            span = span_of([(pattern, is_cumulative)], label) or PeriodSpan.YEAR
            patterns.setdefault(span, {}).setdefault(pattern)
        for name, labels in patterns.items():
            yield from ("", "[[rows]]", f"label = [{', '.join(map(toml_text, labels))}]")
            yield from (self.say("column-span", span=name), f"span = {toml_text(name)}")

    @cached_property
    def rows(self) -> list[tuple[int, str]]:
        """The rows of numbers, with their labels."""
        return [
            (row, label)
            for row, label in self.table.labels()
            if self.table.holds_numbers(row) and not is_note(label)
        ]

    @cached_property
    def heads_name_years(self) -> bool:
        return any("year" in times_in(head) for path in self.columns.values() for head in path)

    @cached_property
    def heads_are_periods(self) -> bool:
        """Whether the columns are periods: heads name years, or one head after another a month."""
        alone = [times_in(path[0]) for path in self.columns.values() if len(path) == 1]
        months = {read["month"] for read in alone if "month" in read}
        return self.heads_name_years or len(months) >= _MONTHS_IN_A_ROW

    @cached_property
    def all_heads(self) -> list[str]:
        """The heads of all that is read."""
        return [head for path in self.columns.values() if self.is_read(path) for head in path]

    @cached_property
    def spans_differ(self) -> bool:
        """Whether of heads that are periods some are cumulative and others not."""
        return len({with_placeholders(head)[1] for head in self.all_heads if times_in(head)}) > 1

    @cached_property
    def rows_say_measures(self) -> bool:
        """Whether a row's label and not a column's head says whether its numbers are levels or growth."""
        by_head = not self.heads_are_periods and any(
            _is_growth(JOINT.join(path)) for path in self.columns.values()
        )
        return self.labels_are_indicators and not by_head

    @cached_property
    def labels_are_indicators(self) -> bool:
        """Whether each row is an indicator: its head says so, or heads are periods and it does not say that rows are areas."""
        if self.labels_are_periods:
            return False
        kind = "AREA_HEADS" if self.heads_are_periods else "INDICATOR_HEADS"
        heads = JOINT.join(self.table.labels_by_heads or (self.table.find,))
        said = mentions(heads, any_language.words("table_words", kind))
        return said != self.heads_are_periods

    @cached_property
    def labels_are_periods(self) -> bool:
        named = sum("year" in times_in(label) for _, label in self.rows)
        return not self.heads_are_periods and named > len(self.rows) / 2

    def row_sections(self) -> Iterator[str]:
        rows = self.rows
        if self.labels_are_indicators:
            yield from self.indicator_rows(rows)
            return
        if self.labels_are_periods:
            yield from self.period_rows()
            return
        if self.heads_are_periods:
            title, span = self.title(), () if self.spans_differ else self.span(self.all_heads)
            yield from ("", "[every]", *self.indicator(title), *self.measure(title), *span)
        labels = list(dict.fromkeys(label for _, label in rows))
        yield from ("", self.say("rows"), "[[rows]]", "[rows.ref_area]")
        for label in labels[:_ROWS_ASKED]:
            yield f"{toml_text(label)} = {toml_text(QUESTION)}"
        if len(labels) > _ROWS_ASKED:
            yield f"# … {len(labels) - _ROWS_ASKED}"
            yield from ("", self.say("rest"), "[[rows]]", 'label = "*"', "skip = true")

    def references(self) -> Iterator[str]:
        rows = [row for row, _ in self.rows]
        columns = [column for column, path in self.columns.items() if self.is_read(path)]
        picked = [(row, column) for row in rows[:1] + rows[-1:] for column in columns[:1] + columns[-1:]]
        yield from ("", self.say("reference"))
        for row, column in dict.fromkeys(picked):
            number = number_of(self.grid.rows[row][column], {}) if column < len(self.grid.rows[row]) else None
            if number is None:
                continue
            yield from self.reference(self.table.label(row), JOINT.join(self.columns[column]), number.text)


def _is_growth(shown: str) -> bool:
    """Whether a head or a label speaks of growth; a rate in percent need not be one."""
    unit = unit_of_label(shown)
    name = shown if unit is None else shown[: shown.rindex(unit.text)]
    return mentions(name, any_language.words("table_words", "GROWTH_HEADS"))
