"""From the sections of a recipe that is free of mistakes, as its keys read them, to its rules. Keys and fields have the same names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.intake.recipe import (
    MEANING_FIELDS,
    ColumnRule,
    Meaning,
    Recipe,
    ReferenceValue,
    RowRule,
    SourceRule,
    SumRule,
    TableRule,
    TextRule,
    UnitRule,
)

RecipeSection = Mapping[str, Any]


def build_recipe(file: str, given: RecipeSection) -> Recipe:
    """The rules of a recipe from what its keys give."""
    return Recipe(
        file=file,
        source=_source(given["source"]),
        table=TableRule(**given["table"]),
        columns=tuple(_column(number, item) for number, item in enumerate(given["columns"], start=1)),
        rows=tuple(_row(number, item) for number, item in enumerate(given.get("rows", ()), start=1)),
        period=_text_rule(given.get("period")),
        area=_text_rule(given.get("area")),
        unit=_unit(given.get("unit", {})),
        every=_meaning(given.get("every", {})),
        missing=given.get("missing", frozenset()),
        marks=given.get("marks", {}),
        references=tuple(
            ReferenceValue(number, **item) for number, item in enumerate(given.get("reference", ()), start=1)
        ),
        sums=tuple(SumRule(**item) for item in given.get("sums", ())),
        records={name: tuple(given[name]) for name in ("indicators", "areas", "codes") if name in given},
    )


def _source(given: RecipeSection) -> SourceRule:
    if isinstance(given.get("published"), dict):
        given = {**given, "published": "", "published_by_period": given["published"]}
    return SourceRule(**given)


def _text_rule(given: RecipeSection | None) -> TextRule | None:
    if given is None:
        return None
    return TextRule(given["from"], given.get("pattern", ()), **_but(given, "from", "pattern"))


def _unit(given: RecipeSection) -> UnitRule:
    return UnitRule(given.get("from", "recipe"), **_but(given, "from"))


def _column(number: int, given: RecipeSection) -> ColumnRule:
    return ColumnRule(number, meaning=_meaning(given), **_but(given, *MEANING_FIELDS))


def _row(number: int, given: RecipeSection) -> RowRule:
    dimension = next((name for name in SERIES_DIMENSIONS if isinstance(given.get(name), dict)), "")
    meaning, codes = _meaning(_but(given, dimension)), given.get(dimension, {})
    return RowRule(number, codes=codes, dimension=dimension, meaning=meaning, **_but(given, *MEANING_FIELDS))


def _meaning(given: RecipeSection) -> Meaning:
    return Meaning(**{key: given[key] for key in MEANING_FIELDS if key in given})


def _but(given: RecipeSection, *keys: str) -> dict[str, Any]:
    """The other keys, which are fields of the rule."""
    return {key: value for key, value in given.items() if key not in keys}
