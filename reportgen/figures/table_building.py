"""Tables as ``pack.toml`` defines them: indicators by columns, targets, or indicators over periods.

One unit is at the head of a column, or of the whole table; rows whose sizes or units differ too much for that get a
column for their unit. Every number is rounded once and keeps its figure's key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from reportgen.content import (
    Inline,
    Number,
    Sentence,
    Showable,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from reportgen.dataset.names import series_name
from reportgen.errors import ReportgenError, TemplateError
from reportgen.figures.context import PackContext
from reportgen.figures.definitions import EACH_KEYS, PERIODS, UNIT, WHERE_KEYS, WORDS, Definition, rows_of
from reportgen.figures.presentation import Presentation
from reportgen.figures.row import Row, each_label, row_labels, row_leads
from reportgen.figures.table_columns import COLUMN, ShownColumn, expression_of, head_of, read_columns
from reportgen.figures.table_gaps import without_empty_columns
from reportgen.figures.table_groups import GROUP_KEYS, in_groups, summed
from reportgen.figures.table_notes import Marked, cited_by, notes_of, source_line
from reportgen.figures.table_units import CellUnits, choose_units
from reportgen.figures.table_widths import weighted
from reportgen.figures.terms.figure import FigureTerm
from reportgen.figures.terms.steps import ExpressionError, follow
from reportgen.findings import Finding, Place, Severity
from reportgen.kinds.figure import Figure
from reportgen.language import language
from reportgen.messages import Message
from reportgen.record import Record, replace
from reportgen.toml_keys import FLAG, PACK_FILE, TEXT, one_of, one_or_more, whole

_DEEPEST = 9
"""Levels of indent, as Word has for its lists."""
ROW_KEYS = {"indent": whole(0, _DEEPEST), "label": WORDS, "note": WORDS, "group": WORDS, "total": FLAG}
TABLE_KEYS = {
    "title": WORDS,
    "kind": one_of(("indicators", "targets", "series")),
    "rows": rows_of({**WHERE_KEYS, **EACH_KEYS, **ROW_KEYS}),
    "columns": one_or_more(COLUMN),
    "targets": one_or_more(TEXT),
    "periods": PERIODS,
    "value": TEXT,
    "unit": UNIT,
    "notes": one_or_more(WORDS),
    "auto_notes": FLAG,
    "head": WORDS,
    "source": FLAG,
    **GROUP_KEYS,
}


class Unsourced(Record):
    """A table without its source line, in which sources have the numbers that the document gives them: what it cites, and what its
    brief form does."""

    table: Table
    cited: tuple[str, ...]
    cited_in_brief: tuple[str, ...] = ()

    def on(self, document: Presentation) -> Table:
        """The table with its source line, as it is in a document."""
        table = replace(self.table, source=source_line(self.cited, document))
        if table.brief is None:
            return table
        return replace(table, brief=replace(table.brief, source=source_line(self.cited_in_brief, document)))


def build_table(
    name: str, definition: Mapping[str, Any], document: Presentation, context: PackContext
) -> Unsourced:
    """The table that a definition describes. Raises PackError with everything that is wrong with the definition."""
    read = Definition(f"tables.{name}", definition, TABLE_KEYS, document, context)
    kind = read.get("kind", "targets" if "targets" in definition else "indicators")
    rows = _target_rows(read) if kind == "targets" else _indicator_rows(read)
    columns = _period_columns(read, rows) if kind == "series" else read_columns(read, kind)
    power = read.unit_power()
    title, notes, automatic = read.get("title", name), read.get("notes", []), read.get("auto_notes", True)
    head = read.get("head", document.say(Message("figures.head-indicator")))
    rows = in_groups(read, rows)
    for row in rows:
        _fill_row(read, row, columns)
    if all(row.term is None for row in rows):  # expressions are checked even where no row can be read
        _fill_row(read, Row(read.any_term()), columns)
    read.stop_if_wrong()
    document.notice(*_rows_without_data(read, rows))

    def laid_out(columns: list[ShownColumn], rows: list[Row], notes: list[str]) -> Table:
        cells, indents = [row.cells for row in rows], [row.indent for row in rows]
        units = choose_units(cells, indents, columns_of(rows, len(columns)), document, power)
        marked = notes_of(rows, notes, document, name, automatic=automatic)
        return _laid_out(read, name, title, head, columns, rows, units, marked)

    table, cited = laid_out(columns, rows, notes), _cited(read, rows)
    kept, left_out = without_empty_columns(
        columns, rows, document, context.period, of_numbers=kind != "targets"
    )
    if not left_out or not kept:
        return Unsourced(table, cited)
    fewer = [replace(row, cells=[row.cells[place] for place in kept] if row.cells else []) for row in rows]
    brief = laid_out([columns[place] for place in kept], fewer, [*notes, *left_out] if automatic else notes)
    return Unsourced(replace(table, brief=brief), cited, _cited(read, fewer))


def _cited(read: Definition, rows: list[Row]) -> tuple[str, ...]:
    return cited_by(rows, read.document) if read.get("source", True) else ()


def columns_of(rows: list[Row], count: int) -> list[list[Figure]]:
    """The figures of each column."""
    return [
        [cell for row in rows if len(row.cells) > place and isinstance(cell := row.cells[place], Figure)]
        for place in range(count)
    ]


# Rows


def _indicator_rows(read: Definition) -> list[Row]:
    rows: list[Row] = []
    for number, spec in enumerate(read.get("rows", ()), start=1):
        key = f"rows[{number}]"
        if "group" in spec:
            rows.append(Row(None, spec["group"], role="group"))
            continue
        rows.extend(
            Row(
                term,
                spec.get("label") or each_label(term, spec, read),
                spec.get("indent", 0),
                "total" if spec.get("total") else "body",
                spec.get("note", ""),
            )
            for term in read.terms(key, spec)
        )
    if not read.raw.get("rows"):
        read.mistake("missing-key", "rows", "table-rows")
    return rows


def _target_rows(read: Definition) -> list[Row]:
    """The targets named, or all targets of the pack's area."""
    if "targets" in read.raw:
        return [Row(term) for term in read.targets()]
    if "rows" in read.raw:
        return _indicator_rows(read)
    area = read.context.ref_area
    return [
        Row(read.target_term(target.target))
        for target in read.dataset.targets.values()
        if target.series.ref_area == area
    ]


def _period_columns(read: Definition, rows: list[Row]) -> list[ShownColumn]:
    value = read.get("value", ".")
    step = "" if value == "." else value
    columns = [
        ShownColumn(
            str(period), f'.at("{period}"){step}', head=language(read.language).period(period, short=True)
        )
        for period in read.from_first_known(read.periods(), lambda: [row.term for row in rows])
    ]
    if not columns:
        read.mistake("missing-key", "periods", "table-periods")
    return columns


# Cells


def _fill_row(read: Definition, row: Row, columns: list[ShownColumn]) -> None:
    """Follow each column's expression from the row's figure. A mistake in an expression is one of its column."""
    if row.term is None:
        row.cells += [None] * len(columns) if row.role == "total" else []
        return
    for number, column in enumerate(columns, start=1):
        key = f"columns[{number}].value"
        try:
            cell = _found(follow(row.term, expression_of(column, read.document.national_area)))
            row.cells.append(summed(row, read, cell) if row.sums else cell)
        except ExpressionError as error:
            read.mistaken(key, error)
        except TemplateError:  # the step does not apply: an indicator without a target
            row.cells.append(None)
        except ReportgenError as error:
            read.mistake("wrong-value", key, "expression", error=error.message)


def _rows_without_data(read: Definition, rows: list[Row]) -> Iterator[Finding]:
    """A finding of each row that stays empty because the dataset has nothing of its series at any period."""
    for row in rows:
        series = row.term.series if row.term is not None and row.target is None else None
        if series is None or row.sums or any(_says_something(cell) for cell in row.cells):
            continue
        if not read.dataset.by_series.get(series):
            key = f"{read.where}.rows"
            place = Place(file=PACK_FILE, text=key)
            yield Finding(
                "row-without-data",
                Severity.WARNING,
                place=place,
                key=key,
                row=series_name(read.dataset, series),
            )


def _says_something(cell: Any) -> bool:
    return cell.value is not None if isinstance(cell, Figure) else cell is not None


def _found(result: Any) -> Any:
    """What a cell holds: a figure where the expression leads to one, else what it shows; ``None`` for nothing."""
    if isinstance(result, FigureTerm):
        return result.figure
    if isinstance(result, Showable):
        return result.content()
    if isinstance(result, str):
        return result or None
    return None if result is None else str(result)


def _cells(rows: list[Row], place: int) -> list[object]:
    """What a column shows, row by row; headings show nothing."""
    return [row.cells[place] for row in rows if place < len(row.cells)]


def _laid_out(
    read: Definition,
    name: str,
    title: str,
    head: str,
    columns: list[ShownColumn],
    rows: list[Row],
    units: CellUnits,
    marked: Marked,
) -> Table:
    document, context = read.document, read.context
    named = row_labels(rows, document, context)
    heads = [TableColumn("label", head)]
    if units.has_column:
        heads.append(TableColumn("unit", document.say(Message("figures.head-unit")), align="centre"))
    shared = units.shared_unit()
    for place, column in enumerate(columns):
        heads.append(
            TableColumn(
                column.key,
                head_of(column, document.language, context.period, _cells(rows, place)),
                "" if shared else units.column_unit(place),
                column.align,
                group=column.group,
            )
        )
    body = tuple(
        _row(row, at, label, lead, marks, units, document)
        for at, (row, label, lead, marks) in enumerate(
            zip(rows, named, row_leads(rows, document), marked.marks, strict=True)
        )
    )
    asked = [None] * (len(heads) - len(columns)) + [column.weight for column in columns]
    heads = weighted(heads, body, asked)
    shown = language(document.language).punctuation.listed([column.head for column in heads[1:]], "")
    return Table(
        name=name,
        title=title,
        columns=tuple(heads),
        rows=body,
        unit=shared,
        notes=marked.notes,
        note_marks=marked.note_marks,
        alt_text=document.say(Message("figures.table-alt", title=title, count=len(named), heads=shown)),
        language=document.language,
    )


def _row(
    row: Row, at: int, label: str, lead: str, marks: tuple[str, ...], units: CellUnits, document: Presentation
) -> TableRow:
    if row.role == "group":
        return TableRow((TableCell(row.label),), "group")
    cells = [TableCell(label, marks=marks)]
    if units.has_column:
        cells.append(TableCell(units.row_unit(at)))
    for place, cell in enumerate(row.cells):
        cells.append(_cell(cell, place, at, units, document))
    return TableRow(tuple(cells), row.role, row.indent, lead)


def _cell(cell: Any, place: int, row: int, units: CellUnits, document: Presentation) -> TableCell:
    if cell is None:
        return TableCell(document.style.not_applicable)
    if not isinstance(cell, Figure):
        return TableCell(cell)
    if cell.state:
        return _status_cell(cell, document)
    return TableCell(document.number(cell, units.style(cell, place, row)))


def _status_cell(figure: Figure, document: Presentation) -> TableCell:
    """The status as sign and word; colour only underlines it."""
    number = document.number(figure)
    content: Inline | Sentence = Sentence(
        (
            f"{document.style.states[figure.state]} ",
            Number(number.text, number.number, key=number.key, anchor=number.anchor),
        )
    )
    emphasis: Literal["", "good", "bad"] = ""
    if figure.state in ("achieved", "on_track"):
        emphasis = "good"
    elif figure.state in ("behind", "missed"):
        emphasis = "bad"
    return TableCell(content, emphasis)
