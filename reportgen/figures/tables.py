"""Tables as ``pack.toml`` defines them: indicators by columns, targets, or indicators over periods.

One unit stands at the head of a column, or of the whole table; rows whose sizes or units differ too much for that get a
column for their unit. Every number is rounded once and keeps its figure's key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from reportgen.content import Inline, Number, Sentence, Table, TableCell, TableColumn, TableRow
from reportgen.errors import ReportgenError, TemplateError
from reportgen.figures.definitions import Definition
from reportgen.figures.indicator_words import IndicatorWord
from reportgen.figures.paths import ExpressionError, follow
from reportgen.figures.table_columns import Column, expression_of, head_of, read_columns
from reportgen.figures.table_labels import row_labels
from reportgen.figures.table_notes import Marked, notes_of, source_line
from reportgen.figures.table_units import CellUnits, choose_units
from reportgen.figures.table_widths import weighted
from reportgen.figures.words import FigureWord, StatusWord
from reportgen.kinds.figure import Figure
from reportgen.language import period_label, say_what
from reportgen.messages import Bilingual
from reportgen.style import STYLE

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation
    from reportgen.figures.vocabulary import Vocabulary

_KEYS = (
    "title",
    "kind",
    "rows",
    "columns",
    "targets",
    "periods",
    "value",
    "unit",
    "notes",
    "auto_notes",
    "head",
    "source",
)
_ROW_KEYS = ("indent", "label", "note", "group", "total")
_KINDS = ("indicators", "targets", "series")


@dataclass(slots=True)
class Row:
    """A row in the making: its figure word (none for a heading), and what its cells lead to."""

    word: IndicatorWord | None
    label: str = ""
    indent: int = 0
    role: Literal["body", "group", "total"] = "body"
    note: str = ""
    cells: list[Any] = field(default_factory=list)

    @property
    def figures(self) -> list[Figure]:
        return [cell for cell in self.cells if isinstance(cell, Figure)]


def build_table(name: str, definition: Mapping[str, Any], vocabulary: Vocabulary) -> Table:
    """The table that a definition describes. Raises PackError with everything that is wrong with the definition."""
    read = Definition(f"tables.{name}", definition, vocabulary)
    read.check_keys(_KEYS)
    kind = read.choice("kind", _KINDS, "targets" if "targets" in definition else "indicators")
    columns = _period_columns(read) if kind == "series" else read_columns(read, kind)
    rows = _target_rows(read) if kind == "targets" else _indicator_rows(read)
    power = read.unit_power()
    title, notes, automatic = read.text("title", name), read.texts("notes"), read.flag("auto_notes", True)
    head = read.text("head", _label_head(read.language))
    for row in rows:
        _fill_row(read, row, columns)
    if all(row.word is None for row in rows):  # expressions are checked even where no row can be read
        _fill_row(read, Row(_any_word(vocabulary)), columns)
    read.stop_if_wrong()
    units = choose_units(
        [row.figures for row in rows], columns_of(rows, len(columns)), vocabulary.page, power
    )
    marked = notes_of(rows, notes, vocabulary.page, name, automatic=automatic)
    return _laid_out(name, title, head, columns, rows, units, marked, vocabulary)


def columns_of(rows: list[Row], count: int) -> list[list[Figure]]:
    """The figures of each column."""
    return [
        [cell for row in rows if len(row.cells) > place and isinstance(cell := row.cells[place], Figure)]
        for place in range(count)
    ]


# Rows


def _indicator_rows(read: Definition) -> list[Row]:
    rows: list[Row] = []
    for number, spec in enumerate(read.mappings("rows"), start=1):
        key = f"rows[{number}]"
        if "group" in spec:
            rows.append(Row(None, read.words(f"{key}.group", spec["group"]), role="group"))
            continue
        word = read.word(key, spec, _ROW_KEYS)
        rows.append(
            Row(
                word,
                read.words(f"{key}.label", spec["label"]) if "label" in spec else "",
                int(spec.get("indent", 0)),
                "total" if spec.get("total") else "body",
                read.words(f"{key}.note", spec["note"]) if "note" in spec else "",
            )
        )
    if not rows:
        read.wrong(
            "rows",
            Bilingual("the table has no rows.", "表中没有行。"),
            Bilingual('Write rows = [{indicator = "..."}].', '请写成 rows = [{indicator = "..."}]。'),
            "missing-key",
        )
    return rows


def _target_rows(read: Definition) -> list[Row]:
    """The targets named, or all targets of the pack's area."""
    known = read.vocabulary.catalogue.dataset.targets
    asked = read.raw.get("targets")
    if asked is None and "rows" in read.raw:
        return _indicator_rows(read)
    if asked is None:
        area = read.vocabulary.context.ref_area
        asked = [target.target for target in known.values() if target.series.ref_area == area]
    rows = []
    for number, target in enumerate(asked if isinstance(asked, list) else [asked], start=1):
        if target in known:
            rows.append(Row(read.target_word(str(target))))
        else:
            read.unknown(f"targets[{number}]", Bilingual("target", "目标"), str(target), known)
    return rows


def _period_columns(read: Definition) -> list[Column]:
    value = str(read.raw.get("value", "."))
    columns = []
    for period in read.periods():
        head = Bilingual(period_label(period, "en", short=True), period_label(period, "zh"))
        columns.append(
            Column(str(period), str(period), head, f'.at("{period}"){"" if value == "." else value}')
        )
    if not columns:
        read.wrong(
            "periods",
            Bilingual("the table has no periods.", "表中没有时期。"),
            Bilingual('Write periods = ["2019", "2020"].', '请写成 periods = ["2019", "2020"]。'),
            "missing-key",
        )
    return columns


# Cells


def _fill_row(read: Definition, row: Row, columns: list[Column]) -> None:
    """Follow each column's expression from the row's figure. A mistake in an expression is one of its column."""
    if row.word is None:
        return
    for number, column in enumerate(columns, start=1):
        try:
            row.cells.append(
                _found(follow(row.word, expression_of(column, read.vocabulary.context.national_area)))
            )
        except ExpressionError as error:
            if not any(say_what(finding, "en").endswith(str(error)) for finding in read.findings):
                remedy = Bilingual("Mend the expression.", "请修改表达式。")
                read.wrong(f"columns[{number}].value", error.message, remedy, "unknown-name")
        except TemplateError:  # the step does not apply: an indicator without a target
            row.cells.append(STYLE.not_applicable)
        except ReportgenError as error:
            read.wrong(f"columns[{number}].value", error.message, Bilingual("Mend it.", "请修改。"))


def _any_word(vocabulary: Vocabulary) -> IndicatorWord | None:
    return next((vocabulary.indicator(code) for code in vocabulary.catalogue.dataset.indicators), None)


def _found(result: Any) -> Any:
    """What a cell holds: a figure where the expression leads to one, else what it shows."""
    if isinstance(result, StatusWord | FigureWord):
        return result.figure
    if hasattr(result, "content"):
        return result.content()
    return STYLE.not_applicable if result in ("", None) else str(result)


def _laid_out(
    name: str,
    title: str,
    head: str,
    columns: list[Column],
    rows: list[Row],
    units: CellUnits,
    marked: Marked,
    vocabulary: Vocabulary,
) -> Table:
    page = vocabulary.page
    labels = row_labels(rows, vocabulary)
    heads = [TableColumn("label", head)]
    if units.has_column:
        heads.append(TableColumn("unit", "单位" if page.language == "zh" else "Unit", align="centre"))
    shared = units.shared_unit()
    for place, column in enumerate(columns):
        heads.append(
            TableColumn(
                column.key,
                head_of(column, page.language, vocabulary.context.period),
                "" if shared else units.column_unit(place),
                column.align,
                group=column.group.in_language(page.language),
            )
        )
    body = tuple(
        _row(row, label + mark, units, page)
        for row, label, mark in zip(rows, labels, marked.marks, strict=True)
    )
    asked = [None] * (len(heads) - len(columns)) + [column.weight for column in columns]
    heads = weighted(heads, body, asked)
    return Table(
        name=name,
        title=title,
        columns=tuple(heads),
        rows=body,
        unit=shared,
        notes=marked.notes,
        source=source_line(rows, page)
        if vocabulary.table_definitions.get(name, {}).get("source", True)
        else "",
        alt_text=_alt_text(title, labels, heads, page.language),
        language="zh" if page.language == "zh" else "en",
    )


def _row(row: Row, label: str, units: CellUnits, page: Presentation) -> TableRow:
    if row.role == "group":
        return TableRow((TableCell(row.label),), "group")
    cells = [TableCell(label)]
    if units.has_column:
        cells.append(TableCell(units.row_unit(row.figures)))
    for place, cell in enumerate(row.cells):
        cells.append(_cell(cell, place, row, units, page))
    return TableRow(tuple(cells), row.role, row.indent)


def _cell(cell: Any, place: int, row: Row, units: CellUnits, page: Presentation) -> TableCell:
    if not isinstance(cell, Figure):
        return TableCell(cell)
    if cell.state:
        return _status_cell(cell, page)
    return TableCell(page.number(cell, units.style(cell, place, row.figures)))


def _status_cell(figure: Figure, page: Presentation) -> TableCell:
    """The status as sign and word; colour only underlines it."""
    number = page.number(figure)
    content: Inline | Sentence = Sentence(
        (f"{STYLE.states[figure.state]} ", Number(number.text, number.number, key=number.key))
    )
    emphasis: Literal["", "good", "bad"] = ""
    if figure.state in ("achieved", "on_track"):
        emphasis = "good"
    elif figure.state in ("behind", "missed"):
        emphasis = "bad"
    return TableCell(content, emphasis)


def _label_head(language: str) -> str:
    return "指标" if language == "zh" else "Indicator"


def _alt_text(title: str, labels: list[str], heads: list[TableColumn], language: str) -> str:
    shown = [column.head for column in heads[1:]]
    if language == "zh":
        return f"表：{title}。共{len(labels)}行，列为{'、'.join(shown)}。"
    return f"Table: {title}. {len(labels)} rows; columns: {', '.join(shown)}."
