"""A first recipe, written from a table itself: what can be told from it is filled in, the rest is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.intake.draft_lines import SIGNS, DraftLines, quoted
from reportgen.intake.draft_records import RecordsDraft, SeemingRecords
from reportgen.intake.grid import number_of
from reportgen.intake.layout import JOINT
from reportgen.intake.opening import TableError, open_grids
from reportgen.intake.patterns import Pattern, filled, folded, tidied
from reportgen.intake.recipe import Span
from reportgen.intake.recipe_file import QUESTION
from reportgen.intake.seeming_table import NAMELESS, SeemingTable, is_year, width_of
from reportgen.intake.unit_texts import bracketed_unit
from reportgen.language import any_language
from reportgen.language.unit_reader import the_unit_in, unit_in_text
from reportgen.messages import Message

_ROWS_ASKED = 40


@dataclass(frozen=True)
class Draft:
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
            else _Writer(table, path, language).lines()
            if table is not None
            else ()
        )
        if lines:
            questions = sum(line.count(f'"{QUESTION}"') for line in lines if not line.startswith("#"))
            return Draft("\n".join(lines) + "\n", questions)
    raise TableError(Message("intake.draft-no-table", file=path.name))


class _Writer(DraftLines):
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
        columns = [
            column
            for column in range(width_of(self.grid))
            if column != self.table.label_column and self.table.head(column)
        ]
        seen = {
            folded(self.grid.text(row, column))
            for row in range(self.table.body_top, len(self.grid.rows))
            if self.table.holds_numbers(row)
            for column in columns
        }
        return [sign for sign in SIGNS if folded(sign) in seen]

    def title(self) -> str:
        return next((text for text in self.titles() if unit_in_text(text) is None and not _is_note(text)), "")

    def titles(self) -> Iterator[str]:
        for row in range(self.table.head_top):
            for column in range(len(self.grid.rows[row])):
                text = tidied(self.grid.text(row, column))
                if text and not text.startswith(NAMELESS):
                    yield text
                    break

    def where(self) -> Iterator[str]:
        yield from ("", "[table]", self.say("find"))
        yield f"find = {quoted(self.table.find or QUESTION)}"
        if self.table.body_top - self.table.head_top > 1:
            yield f"head_rows = {self.table.body_top - self.table.head_top}"
        notes = sorted({pattern for _, label in self.table.labels() if (pattern := _note_pattern(label))})
        if notes:
            yield f"notes = [{', '.join(map(quoted, notes))}]"

    def period(self) -> Iterator[str]:
        yield from ("", "[period]")
        if self.heads_are_periods:
            yield 'from = "head"'
            return
        for pattern in any_language.words("table_words", "PERIOD_PATTERNS"):
            if (read := Pattern(pattern).search(self.path.stem)) is not None and is_year(
                read.get("year", "")
            ):
                yield from ('from = "file"', f"pattern = {quoted(pattern)}")
                return
        for text in self.titles():
            pattern, _ = _with_placeholders(text, anywhere=True)
            if "{year}" in pattern:
                yield from ('from = "title"', f"pattern = {quoted(pattern)}")
                return
        yield self.say("period")
        yield f"from = {quoted(QUESTION)}"
        yield self.say("period-pattern")
        yield f"pattern = {quoted(QUESTION)}"

    def unit(self) -> Iterator[str]:
        yield from ("", "[unit]")
        for origin, text in self.texts_beside_the_numbers():
            stated = unit_in_text(text)
            unit = the_unit_in(stated) if stated else None
            if unit is not None:
                yield self.say("unit-found", text=text)
                yield f"from = {quoted(origin)}"
                yield f"text = {quoted(text)}"
                yield f"unit = {quoted(unit.unit or QUESTION)}"
                yield f"unit_mult = {unit.power}"
                return
        if any(bracketed_unit(label) for _, label in self.table.labels()):
            yield 'from = "row"'
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
        for path in self.columns.values():
            heads = tuple(_with_placeholders(head)[0] for head in path)
            if heads in seen:
                continue
            seen.add(heads)
            yield from self.column_section(path, heads)

    def column_section(self, path: Sequence[str], heads: Sequence[str]) -> Iterator[str]:
        shown = JOINT.join(path)
        yield from ("", "[[columns]]", f"head = [{', '.join(map(quoted, heads))}]")
        if not self.heads_are_periods:
            yield from self.measured(shown)
            yield from self.span(path)

    def span(self, path: Sequence[str]) -> Iterator[str]:
        """How long the period is that heads or a label speak of."""
        heads = [_with_placeholders(head) for head in path]
        cumulative = any(is_cumulative for _, is_cumulative in heads)
        cumulative = cumulative or _mentions(
            JOINT.join(path), any_language.words("table_words", "CUMULATIVE_HEADS")
        )
        if cumulative or any("{month}" in head for head, _ in heads):
            span = Span.CUMULATIVE if cumulative else Span.MONTH
            yield self.say("column-span", span=span.value)
            yield f'span = "{span}"'
        else:
            yield self.say("span")
            yield f"span = {quoted(QUESTION)}"

    def measured(self, shown: str) -> Iterator[str]:
        """What a head or a label seems to measure."""
        named = sorted(
            any_language.table("table_words", "MEASURED_HEADS").items(),
            key=lambda item: len(item[0]),
            reverse=True,
        )
        indicator = next((code for word, code in named if _mentions(shown, [word])), None)
        if indicator is None:
            yield self.say("indicator", head=shown)
        yield f"indicator = {quoted(indicator or QUESTION)}"
        growth = _mentions(shown, any_language.words("table_words", "GROWTH_HEADS"))
        if growth:
            yield self.say("measure")
        yield f'measure = "{"growth_yoy" if growth else "level"}"'

    def indicator_rows(self, rows: Sequence[tuple[int, str]]) -> Iterator[str]:
        """Rows that are indicators, under heads that are periods. A span that no label tells is asked for once."""
        unknown = f"span = {quoted(QUESTION)}"
        asked_once = all(unknown in self.span([label]) for _, label in rows)
        yield from self.every((self.say("span"), unknown) if asked_once else ())
        apart, seen = self.table.told_apart(), set()
        for row, label in rows:
            below = apart.get(row, "")
            if (label, below) in seen:
                continue
            seen.add((label, below))
            yield from ("", "[[rows]]", f"label = {quoted(label)}")
            if below:
                yield f"below = {quoted(below)}"
            yield from self.measured(label)
            yield from () if asked_once else self.span([label])

    def every(self, span: Sequence[str]) -> Iterator[str]:
        """What holds for all numbers: the span, and the area, unless a title names it."""
        area = (self.say("area"), f"ref_area = {quoted(QUESTION)}")
        named = next(self.areas_named(), None)
        if named is not None:
            pattern, name = named
            yield from ("", "[area]", 'from = "title"', f"pattern = {quoted(pattern)}")
            yield from ("", "[area.codes]", area[0], f"{quoted(name)} = {quoted(QUESTION)}")
        if lines := [*(() if named else area), *span]:
            yield from ("", "[every]", *lines)

    def areas_named(self) -> Iterator[tuple[str, str]]:
        """Areas that titles name, each with the title's pattern."""
        for text in self.titles():
            for pattern in any_language.words("table_words", "AREA_PATTERNS"):
                if (read := Pattern(pattern).match(text)) is not None:
                    yield pattern, read["area"]

    @property
    def heads_are_periods(self) -> bool:
        return any("{year}" in _with_placeholders(head)[0] for path in self.columns.values() for head in path)

    def row_sections(self) -> Iterator[str]:
        rows = [
            (row, label)
            for row, label in self.table.labels()
            if self.table.holds_numbers(row) and not _is_note(label)
        ]
        if self.heads_are_periods:
            yield from self.indicator_rows(rows)
            return
        labels = list(dict.fromkeys(label for _, label in rows))
        yield from ("", self.say("rows"), "[[rows]]", "[rows.ref_area]")
        for label in labels[:_ROWS_ASKED]:
            yield f"{quoted(label)} = {quoted(QUESTION)}"
        if len(labels) > _ROWS_ASKED:
            yield f"# … {len(labels) - _ROWS_ASKED}"
            yield from ("", self.say("rest"), "[[rows]]", 'label = "*"', "skip = true")

    def references(self) -> Iterator[str]:
        rows = [
            row for row, label in self.table.labels() if self.table.holds_numbers(row) and not _is_note(label)
        ]
        picked = [
            (row, column)
            for row in rows[:1] + rows[-1:]
            for column in list(self.columns)[:1] + list(self.columns)[-1:]
        ]
        yield from ("", self.say("reference"))
        for row, column in dict.fromkeys(picked):
            number = number_of(self.grid.rows[row][column], {}) if column < len(self.grid.rows[row]) else None
            if number is None:
                continue
            label = tidied(self.grid.text(row, self.table.label_column))
            yield from self.reference(label, JOINT.join(self.columns[column]), number.text)


def _with_placeholders(head: str, anywhere: bool = False) -> tuple[str, bool]:
    """A head with ``{year}`` and ``{month}`` where it names them, and whether it is cumulative."""
    for patterns, is_cumulative in (("CUMULATIVE_PATTERNS", True), ("PERIOD_PATTERNS", False)):
        for text in sorted(
            any_language.words("table_words", patterns), key=lambda one: -one.count("{")
        ):  # all of a period, not its year alone
            pattern = Pattern(text)
            if pattern.match(head) is not None:
                return text, is_cumulative
            if anywhere and (read := pattern.search(head)) is not None and "{year}" in text:
                found = re.search(re.escape(filled(text, read)), head)
                return (head.replace(found[0], text) if found else f"*{text}*"), is_cumulative
    return re.sub(r"\.\d+$", "*", head), False  # copies number heads that are alike


def _note_pattern(label: str) -> str | None:
    patterns = (Pattern(text) for text in any_language.words("table_words", "NOTE_HEADS"))
    return next((pattern.text for pattern in patterns if pattern.match(label) is not None), None)


def _is_note(label: str) -> bool:
    return _note_pattern(label) is not None


def _mentions(text: str, words: Iterable[str]) -> bool:
    return any(folded(word) in folded(text) for word in words)
