"""What a row and a column say together of the number where they cross: worked out once for each row label and column rule."""

from __future__ import annotations

from typing import NamedTuple

from reportgen.dataset.records import Measure
from reportgen.intake.recipe import MEANING_FIELDS, ColumnRule, Meaning, Recipe
from reportgen.intake.row_rules import RowMeaning

_NOTHING = ("", None)


class Flaw(NamedTuple):
    """Why a number means nothing: row and column give a key differently, or neither gives it."""

    code: str
    key: str


class Meanings:
    """The meanings of one recipe's numbers."""

    def __init__(self, recipe: Recipe) -> None:
        self._every = recipe.every
        self._needed = ["indicator", "ref_area", "span"]
        if recipe.period and recipe.period.value:
            self._needed.remove("span")
        self._known: dict[tuple[int, int, str], Meaning | Flaw] = {}

    def of(self, row: RowMeaning, column: ColumnRule, area: str) -> Meaning | Flaw:
        """Row, column, ``[every]`` and the table's ``area`` together."""
        key = (id(row), column.number, area)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._together(row.meaning, column.meaning, area)
        return found

    def _together(self, row: Meaning, column: Meaning, area: str) -> Meaning | Flaw:
        values: dict[str, object] = {}
        for name in MEANING_FIELDS:
            of_row, of_column = getattr(row, name), getattr(column, name)
            if of_row not in _NOTHING and of_column not in _NOTHING and of_row != of_column:
                return Flaw("table-two-meanings", name)
            given = (of_row, of_column, getattr(self._every, name))
            values[name] = next((value for value in given if value not in _NOTHING), given[-1])
        values["measure"] = values["measure"] or Measure.LEVEL.value
        values["ref_area"] = values["ref_area"] or area
        lacking = next((name for name in self._needed if not values[name]), None)
        return Flaw("table-meaning-missing", lacking) if lacking else Meaning(**values)  # type: ignore[arg-type]
