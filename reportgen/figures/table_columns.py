"""The columns a table may have: those that kinds of figures declare, those of rows and targets, and a pack's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Literal, get_args

from reportgen.figures.definitions import WORDS, Definition
from reportgen.figures.terms.allowed_names import in_other_languages
from reportgen.figures.terms.kinds_by_name import COLUMNS, head_in
from reportgen.kinds.declaration import declarations
from reportgen.kinds.figure import Figure
from reportgen.messages import UNSAID
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record, replace
from reportgen.toml_keys import FLAG, TEXT, fitting, one_of

Align = Literal["text", "number", "centre"]


class ShownColumn(Record):
    """A column: its key, the expression that gives a row's cell, and how its cells align."""

    key: str
    expression: str
    align: Align = "number"
    head: str = ""
    """Its own head; empty: the one that the language has for its key."""
    weight: float | None = None
    """Share of the width; ``None``: as its longest cell needs."""
    group: str = ""
    always: bool = False
    """Whether it is shown even where no row has a number."""


_OF_ROWS = (
    ShownColumn("previous_year", ".previous_year"),
    ShownColumn("yoy_national", ".area({national}).yoy"),
    ShownColumn("value", ".target.measured"),
    ShownColumn("due", ".target.due", "centre"),
    ShownColumn("department", ".target.department", "text"),
    ShownColumn("plan", ".target.plan", "text"),
    ShownColumn("measured_at", ".target.measured.period_label", "centre"),
    ShownColumn("period", ".period_label", "centre"),
    ShownColumn("words", ".words", "text"),
    ShownColumn("note", ".note", "text"),
    ShownColumn("source", ".mark", "centre"),
)
"""Columns that show no kind of figure: what is known of a row."""

_WIDEST = 20
"""How many times the usual width a column may have."""


def _is_weight(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _WIDEST


COLUMN_KEYS = {
    "head": replace(WORDS, required=True),
    "value": replace(TEXT, required=True),
    "key": WORDS,
    "align": one_of(get_args(Align)),
    "weight": fitting("weight", _is_weight, most=_WIDEST),
    "group": WORDS,
    "always": FLAG,
}
COLUMN = replace(fitting("column", lambda value: isinstance(value, str | Mapping)), keys=COLUMN_KEYS)
DEFAULT_COLUMNS = {
    "indicators": ("level", "yoy"),
    "targets": ("value", "target", "gap", "completion", "required_growth", "status", "department"),
}


@lru_cache(maxsize=1)
def columns() -> Mapping[str, ShownColumn]:
    """All built-in columns by their key."""
    of_kinds = (
        ShownColumn(column.key, column.expression, column.align)
        for kind in declarations()
        if (column := kind.column) is not None
    )
    return {column.key: column for column in (*of_kinds, *_OF_ROWS)}


def read_columns(definition: Definition, kind: str) -> list[ShownColumn]:
    """The columns that the definition asks for, or those usual for its kind."""
    found: list[ShownColumn] = []
    usual = [
        key
        for key in DEFAULT_COLUMNS.get(kind, ("level",))
        if key != "department" or _has_departments(definition)
    ]
    for number, item in enumerate(definition.get("columns", usual), start=1):
        column = _read_column(definition, f"columns[{number}]", item, number)
        if column is not None:
            found.append(column)
    return found


def _has_departments(definition: Definition) -> bool:
    return any(target.department_said != UNSAID for target in definition.dataset.targets.values())


def head_of(column: ShownColumn, code: str, period: Period, cells: Iterable[object] = ()) -> str:
    """The head in a language; where whole years alone are compared, in the table and in its ``cells``, what it has for that."""
    periods = [period, *(cell.id.period for cell in cells if isinstance(cell, Figure))]
    of_year = all(one.kind is PeriodKind.YEAR for one in periods)
    return column.head or head_in(code, column.key, of_year=of_year)


def expression_of(column: ShownColumn, national_area: str) -> str:
    """The column's expression, with the national area put in."""
    return column.expression.replace("{national}", f'"{national_area}"')


def _read_column(definition: Definition, key: str, item: Any, number: int) -> ShownColumn | None:
    if isinstance(item, str):
        translated = in_other_languages(COLUMNS, columns())
        column = columns().get(translated.get(item, item))
        if column is None:
            definition.unknown_name(key, "column", item, [*columns(), *translated])
        return column
    if "value" not in item or "head" not in item:
        return None
    return ShownColumn(
        item.get("key", f"column{number}"),
        item["value"],
        item.get("align", "number"),
        item["head"],
        float(item["weight"]) if "weight" in item else None,
        item.get("group", ""),
        item.get("always", False),
    )
