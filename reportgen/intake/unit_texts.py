"""The unit that a table states in its own words: where it is, and whether it is still the recipe's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportgen.dataset.records import Measure
from reportgen.findings import Finding, Severity
from reportgen.intake.grid import Grid, number_of
from reportgen.intake.layout import JOINT, Layout
from reportgen.intake.patterns import first_match
from reportgen.intake.recipe import Recipe
from reportgen.language.quantity_reader import has_words_of_unit
from reportgen.language.unit_reader import StatedUnit, the_unit_in, unit_in_brackets, unit_in_text, units_in
from reportgen.record import Record
from reportgen.units import COUNT

_ROWS_OF_UNITS = 2
"""How many rows under the head may hold units."""


class TableUnit(Record):
    """A unit as a table has it. ``text`` are its words; ``row`` and ``column`` where they are, if anywhere."""

    unit: str
    unit_mult: int
    text: str = ""
    row: int | None = None
    column: int | None = None


def bracketed_unit(label: str) -> TableUnit | None:
    """The one unit in brackets at the end of a label: ``Exports (million USD)``."""
    text = unit_in_brackets(label)
    unit = the_unit_in(text) if text else None
    return TableUnit(unit.unit, unit.power, text or "") if unit else None


def unit_of_label(label: str) -> TableUnit | None:
    """The one unit at the end of a label: in brackets, or in a cell of its own beside or under the rest."""
    *before, last = label.split(JOINT)
    unit = the_unit_in(last) if before else None
    return TableUnit(unit.unit, unit.power, last) if unit else bracketed_unit(label)


def table_unit(layout: Layout, recipe: Recipe) -> tuple[TableUnit | None, list[Finding]]:
    """The unit of the table's amounts, and what is wrong with what the table says of it.

    ``None`` where each row or column has its own, or where the table no longer says what the recipe expects.
    """
    rule, grid = recipe.unit, layout.grid
    if rule.origin in ("row", "column"):
        return None, []
    expected = TableUnit(rule.unit, rule.unit_mult or 0)
    if rule.origin == "recipe":
        return expected, list(_contradictions(layout, recipe, expected))
    body = rule.origin == "notes"
    for row, column, text in _notes(layout) if body else layout.title_cells():
        if rule.text:
            if first_match(rule.text, text) is not None:
                unit = TableUnit(rule.unit, rule.unit_mult or 0, text, row, column)
                return unit, list(_contradiction(grid, recipe, expected, row, column, text))
            if stated := unit_in_text(text):
                return None, [_changed(grid, row, column, text, rule.text[0].text, stated)]
            continue
        if (stated := unit_in_text(text)) is None:
            continue
        if not (units := units_in(stated)):
            return None, [_finding("table-unit-unreadable", grid, row, column, text, stated=stated)]
        if not _agrees(units, expected):
            return None, [_changed(grid, row, column, text, _shown(expected), stated)]
        return TableUnit(expected.unit, expected.unit_mult, text, row, column), []
    wanted = rule.text[0].text if rule.text else _shown(expected)
    return None, [_finding("table-unit-missing", grid, layout.head_top, None, wanted, wanted=wanted)]


def _contradictions(layout: Layout, recipe: Recipe, expected: TableUnit) -> Iterator[Finding]:
    """Where the recipe gives the unit, nothing in the table may say another."""
    for row, column, text in (*layout.title_cells(), *_notes(layout)):
        yield from _contradiction(
            layout.grid, recipe, expected, row, column, text, is_title=row < layout.head_top
        )


def _contradiction(
    grid: Grid,
    recipe: Recipe,
    expected: TableUnit,
    row: int,
    column: int,
    text: str,
    *,
    is_title: bool = False,
) -> Iterator[Finding]:
    """A text that says a unit which is not the recipe's; in a title it may be in brackets alone."""
    stated = unit_in_text(text)
    units = units_in(stated) if stated else ()
    if not stated and is_title and (in_brackets := unit_in_brackets(text)):
        stated, units = in_brackets, tuple(unit for unit in units_in(in_brackets) if unit.is_amount)
    if stated and units and not _agrees(units, expected) and first_match(recipe.unit.ignore, text) is None:
        yield _finding(
            "table-unit-contradicted", grid, row, column, text, stated=stated, expected=_shown(expected)
        )


def units_over_columns(layout: Layout, recipe: Recipe, unit: TableUnit | None) -> Iterator[Finding]:
    """Units that stand alone over a column, in its heads or in rows under them, and are not the table's."""
    if unit is None or any(rule.meaning.unit for rule in recipe.rows):
        return
    said: set[str] = set()
    for column in layout.columns:
        meaning = column.rule.meaning
        if (
            meaning.unit
            or meaning.unit_mult is not None
            or (meaning.measure or Measure.LEVEL) != Measure.LEVEL
        ):
            continue
        for row in range(layout.head_top, min(layout.body_top + _ROWS_OF_UNITS, len(layout.grid.rows))):
            text = layout.grid.spread_text(row, column.index)
            if row >= layout.body_top and number_of(text, recipe.marks) is not None:
                break
            stated = unit_in_text(text) or unit_in_brackets(text) or text
            units = [
                one for one in units_in(stated) if one.is_amount and (one.power or row >= layout.body_top)
            ]
            is_known = text in said or first_match(recipe.unit.ignore, text) is not None
            if units and not is_known and not _agrees(units, unit):
                said.add(text)
                yield _finding(
                    "table-unit-contradicted",
                    layout.grid,
                    row,
                    column.index,
                    text,
                    stated=stated,
                    expected=_shown(unit),
                )
                break


def _agrees(stated: Sequence[StatedUnit], expected: TableUnit) -> bool:
    """Whether the units that a text lists hold the recipe's; a word of counting may be any unit that has no words."""
    may_be = {"", expected.unit} if has_words_of_unit(expected.unit) else {"", COUNT, expected.unit}
    return any(unit.power == expected.unit_mult and unit.unit in may_be for unit in stated)


def _notes(layout: Layout) -> Iterable[tuple[int, int, str]]:
    """Texts of the rows under the head that hold nothing but one text."""
    for row in range(layout.body_top, len(layout.grid.rows)):
        texts = list(layout.texts_of(row)) if _may_be_note(layout.grid, row) else []
        if len(texts) == 1:
            yield texts[0]


def _may_be_note(grid: Grid, row: int) -> bool:
    cells = grid.rows[row]
    return len(cells) < 2 or not str(cells[-1]).strip() or cells[0] == cells[-1]


def _shown(unit: TableUnit) -> str:
    return f"{unit.unit}, unit_mult = {unit.unit_mult}"


def _changed(grid: Grid, row: int, column: int, text: str, expected: str, stated: str) -> Finding:
    return _finding("table-unit-changed", grid, row, column, text, expected=expected, stated=stated)


def _finding(code: str, grid: Grid, row: int, column: int | None, text: str, **parameters: Any) -> Finding:
    return Finding(code, Severity.ERROR, place=grid.place(row, column, text), **parameters)
