"""From the sections of a recipe that is free of mistakes to its rules.

What a key takes (:mod:`reportgen.intake.recipe_keys`) says what becomes of its value; keys and fields have the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from reportgen.intake.patterns import Pattern, folded, patterns_of
from reportgen.intake.recipe import (
    DIMENSIONS,
    MEANING_FIELDS,
    ColumnRule,
    Meaning,
    Recipe,
    ReferenceValue,
    RowRule,
    SourceRule,
    SumRule,
    TableForm,
    TableRule,
    TextRule,
    UnitRule,
)
from reportgen.intake.recipe_keys import LISTS, SECTIONS, KeyType

Section = Mapping[str, Any]


def build_recipe(file: str, raw: Section) -> Recipe:
    return Recipe(
        file=file,
        source=_source(raw["source"]),
        table=_table(raw["table"]),
        columns=tuple(_column(number, item) for number, item in enumerate(raw["columns"], start=1)),
        rows=tuple(_row(number, item) for number, item in enumerate(raw.get("rows", ()), start=1)),
        period=_text_rule("period", raw.get("period")),
        area=_text_rule("area", raw.get("area")),
        unit=_unit(raw.get("unit", {})),
        every=_meaning(raw.get("every", {})),
        missing=frozenset(folded(sign) for sign in _listed(raw.get("missing", ()))),
        marks=raw.get("marks", {}),
        references=tuple(
            _reference(number, item) for number, item in enumerate(raw.get("reference", ()), start=1)
        ),
        sums=tuple(SumRule(item["total"], tuple(_listed(item["parts"]))) for item in raw.get("sums", ())),
        records={
            name: tuple({key: str(value) for key, value in item.items()} for item in raw[name])
            for name in ("indicators", "areas", "codes")
            if name in raw
        },
    )


def _given(section: str, raw: Section, but: tuple[str, ...] = ()) -> dict[str, Any]:
    """The keys of a section as fields of its rule, each in the form that the rule has; ``but`` are told otherwise."""
    rules = SECTIONS.get(section) or LISTS[section]
    return {
        key: _FORMS.get(rules[key].kind, _as_it_is)(value) for key, value in raw.items() if key not in but
    }


def _source(raw: Section) -> SourceRule:
    published = raw.get("published", "")
    by_period = {key: str(value) for key, value in published.items()} if isinstance(published, dict) else {}
    texts = {key: str(value) for key, value in raw.items() if key != "published"}
    return SourceRule(published="" if by_period else str(published), published_by_period=by_period, **texts)


def _table(raw: Section) -> TableRule:
    form = TableForm(raw.get("form", TableForm.CROSSED))
    return TableRule(form=form, **_given("table", raw, ("form",)))


def _text_rule(section: str, raw: Section | None) -> TextRule | None:
    if raw is None:
        return None
    patterns = patterns_of(raw.get("pattern", ()))
    return TextRule(raw["from"], patterns, **_given(section, raw, ("from", "pattern")))


def _unit(raw: Section) -> UnitRule:
    return UnitRule(raw.get("from", "recipe"), **_given("unit", raw, ("from",)))


def _column(number: int, raw: Section) -> ColumnRule:
    codes = {folded(label): code for label, code in raw.get("codes", {}).items()}
    given = _given("columns", raw, ("codes", *MEANING_FIELDS))
    return ColumnRule(number, meaning=_meaning(raw), codes=codes, **given)


def _row(number: int, raw: Section) -> RowRule:
    dimension = next((name for name in DIMENSIONS if isinstance(raw.get(name), dict)), "")
    meaning = _meaning({key: value for key, value in raw.items() if key != dimension})
    given = _given("rows", raw, MEANING_FIELDS)
    return RowRule(number, codes=raw.get(dimension, {}), dimension=dimension, meaning=meaning, **given)


def _reference(number: int, raw: Section) -> ReferenceValue:
    column = raw["column"] if isinstance(raw["column"], str) else " / ".join(raw["column"])
    given = _given("reference", raw, ("column", "value"))
    return ReferenceValue(number, column=column, value=Decimal(str(raw["value"])), **given)


def _meaning(raw: Section) -> Meaning:
    return Meaning(**{key: raw[key] for key in MEANING_FIELDS if key in raw})


def _head(raw: str | list[Any]) -> tuple[tuple[Pattern, ...], ...]:
    """A head's texts from the top down, in a list or joined by " / "; each may be a list of alternatives."""
    return tuple(patterns_of(item) for item in (raw.split(" / ") if isinstance(raw, str) else raw))


def _listed(value: str | list[str] | tuple[str, ...]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _as_it_is(value: Any) -> Any:
    return value


_FORMS: Mapping[KeyType, Callable[[Any], Any]] = {KeyType.TEXTS: patterns_of, KeyType.HEAD: _head}
