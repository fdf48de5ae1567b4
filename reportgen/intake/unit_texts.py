"""The unit that a table states in its own words: where it stands, and whether it is still the recipe's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reportgen.findings import Finding, Severity
from reportgen.intake.grid import Grid
from reportgen.intake.layout import Layout
from reportgen.intake.patterns import first_match, tidied
from reportgen.intake.recipe import Recipe
from reportgen.language import language, languages
from reportgen.language.quantity_reader import quantity_in

_PARTS = re.compile(r"[，,、;；/]")
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]\s*$")
_BARE = frozenset({"", "count"})
"""What the reader of quantities says of a unit that it has no code for: a recipe may give it its own."""


@dataclass(frozen=True, slots=True)
class TableUnit:
    """A unit as a table has it. ``text`` are its words; ``row`` and ``column`` where they stand, if anywhere."""

    unit: str
    unit_mult: int
    text: str = ""
    row: int | None = None
    column: int | None = None


@lru_cache(maxsize=1024)
def read_unit(text: str) -> TableUnit | None:
    """``100 Million US Dollars``, ``yuan; 10,000 yuan; %``: the last amount in it, else the last unit."""
    found = [unit for part in _PARTS.split(text) if (unit := _one_unit(part.strip())) is not None]
    amounts = [unit for unit in found if unit.unit not in (*_BARE, "percent")]
    return (amounts or found)[-1] if found else None


def _one_unit(text: str) -> TableUnit | None:
    if not text:
        return None
    stated = quantity_in(text if text[0].isdigit() else f"1{text}") or quantity_in(f"1 {text}")
    if stated is None or stated.value <= 0 or not (stated.unit or stated.power):
        return None
    power = stated.value.adjusted()
    if stated.value != Decimal(1).scaleb(power):
        return None
    return TableUnit(stated.unit, power, text)


def bracketed_unit(label: str) -> TableUnit | None:
    """The unit in brackets at the end of a label: ``Exports (million USD)``."""
    found = _BRACKETS.search(label)
    unit = read_unit(found[1]) if found else None
    return TableUnit(unit.unit, unit.unit_mult, found[1]) if unit and found else None


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
                return TableUnit(rule.unit, rule.unit_mult or 0, text, row, column), []
            if stated := unit_in_text(text):
                return None, [_changed(grid, row, column, text, rule.text[0].text, stated)]
            continue
        if (stated := unit_in_text(text)) is None:
            continue
        if (unit := read_unit(stated)) is None:
            return None, [_finding("table-unit-unreadable", grid, row, column, text, stated=stated)]
        if not _agrees(unit, expected):
            return None, [_changed(grid, row, column, text, _shown(expected), stated)]
        return TableUnit(expected.unit, expected.unit_mult, text, row, column), []
    wanted = rule.text[0].text if rule.text else _shown(expected)
    return None, [_finding("table-unit-missing", grid, layout.head_top, None, wanted, wanted=wanted)]


def _contradictions(layout: Layout, recipe: Recipe, expected: TableUnit) -> Iterator[Finding]:
    """Where the recipe gives the unit, nothing in the table may say another."""
    for row, column, text in (*layout.title_cells(), *_notes(layout)):
        stated = unit_in_text(text)
        unit = read_unit(stated) if stated else None
        if stated and unit and not _agrees(unit, expected) and first_match(recipe.unit.ignore, text) is None:
            yield _finding(
                "table-unit-contradicted",
                layout.grid,
                row,
                column,
                text,
                stated=stated,
                expected=_shown(expected),
            )


def _agrees(stated: TableUnit, expected: TableUnit) -> bool:
    same_unit = stated.unit == expected.unit or stated.unit in _BARE
    return same_unit and stated.unit_mult == expected.unit_mult


def _notes(layout: Layout) -> Iterable[tuple[int, int, str]]:
    """Texts of the rows under the head that hold nothing but one text."""
    for row in range(layout.body_top, len(layout.grid.rows)):
        texts = list(layout.texts_of(row)) if _may_be_note(layout.grid, row) else []
        if len(texts) == 1:
            yield texts[0]


def _may_be_note(grid: Grid, row: int) -> bool:
    cells = grid.rows[row]
    return len(cells) < 2 or not str(cells[-1]).strip() or cells[0] == cells[-1]


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    heads = [head for code in languages() for head in language(code).subject("table_words").UNIT_HEADS]
    spaced = [r"\s*".join(re.escape(character) for character in head.rstrip(":：")) for head in heads]
    return re.compile(rf"(?:{'|'.join(spaced)})\s*[:：]\s*(.+?)\s*[)）]?\s*$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def unit_in_text(text: str) -> str | None:
    """The unit in a text such as ``Unit: million USD``."""
    found = _heads().search(tidied(text))
    return found[1] if found else None


def _shown(unit: TableUnit) -> str:
    return f"{unit.unit}, unit_mult = {unit.unit_mult}"


def _changed(grid: Grid, row: int, column: int, text: str, expected: str, stated: str) -> Finding:
    return _finding("table-unit-changed", grid, row, column, text, expected=expected, stated=stated)


def _finding(code: str, grid: Grid, row: int, column: int | None, text: str, **parameters: Any) -> Finding:
    return Finding(code, Severity.ERROR, place=grid.place(row, column, text), **parameters)
