"""From the sections of a recipe that is free of mistakes to its rules."""

from __future__ import annotations

from collections.abc import Mapping
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

Section = Mapping[str, Any]


def build_recipe(file: str, raw: Section) -> Recipe:
    return Recipe(
        file=file,
        source=_source(raw["source"]),
        table=_table(raw["table"]),
        columns=tuple(_column(number, item) for number, item in enumerate(raw["columns"], start=1)),
        rows=tuple(_row(number, item) for number, item in enumerate(raw.get("rows", ()), start=1)),
        period=_text_rule(raw.get("period")),
        area=_text_rule(raw.get("area")),
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


def _source(raw: Section) -> SourceRule:
    published = raw.get("published", "")
    by_period = {key: str(value) for key, value in published.items()} if isinstance(published, dict) else {}
    texts = {key: str(value) for key, value in raw.items() if key != "published"}
    return SourceRule(published="" if by_period else str(published), published_by_period=by_period, **texts)


def _table(raw: Section) -> TableRule:
    return TableRule(
        find=_patterns(raw, "find"),
        sheet=_patterns(raw, "sheet"),
        labels=_patterns(raw, "labels"),
        head_rows=raw.get("head_rows", 1),
        notes=_patterns(raw, "notes"),
        form=TableForm(raw.get("form", TableForm.CROSSED)),
    )


def _text_rule(raw: Section | None) -> TextRule | None:
    if raw is None:
        return None
    return TextRule(raw["from"], _patterns(raw, "pattern"), str(raw.get("value", "")), raw.get("codes", {}))


def _unit(raw: Section) -> UnitRule:
    return UnitRule(
        raw.get("from", "recipe"),
        _patterns(raw, "text"),
        raw.get("unit", ""),
        raw.get("unit_mult"),
        _patterns(raw, "ignore"),
    )


def _column(number: int, raw: Section) -> ColumnRule:
    return ColumnRule(
        number=number,
        head=_head(raw["head"]),
        meaning=_meaning(raw),
        skip=raw.get("skip", False),
        optional=raw.get("optional", False),
        gives=raw.get("gives", ""),
        codes=_folded_codes(raw.get("codes", {})),
        only=_patterns(raw, "only"),
    )


def _row(number: int, raw: Section) -> RowRule:
    dimension = next((name for name in DIMENSIONS if isinstance(raw.get(name), dict)), "")
    return RowRule(
        number=number,
        label=_patterns(raw, "label"),
        codes=raw[dimension] if dimension else {},
        dimension=dimension,
        meaning=_meaning({key: value for key, value in raw.items() if key != dimension}),
        parent=raw.get("parent", ""),
        below=_patterns(raw, "below"),
        after=_patterns(raw, "after"),
        before=_patterns(raw, "before"),
        skip=raw.get("skip", False),
        ask=raw.get("ask", False),
        optional=raw.get("optional", False),
    )


def _reference(number: int, raw: Section) -> ReferenceValue:
    column = raw["column"]
    return ReferenceValue(
        number,
        raw["row"],
        column if isinstance(column, str) else " / ".join(column),
        Decimal(str(raw["value"])),
        raw.get("period", ""),
        _patterns(raw, "file"),
        raw.get("below", ""),
    )


def _meaning(raw: Section) -> Meaning:
    return Meaning(**{key: raw[key] for key in MEANING_FIELDS if key in raw})


def _head(raw: str | list[Any]) -> tuple[tuple[Pattern, ...], ...]:
    """A head's texts from the top down, in a list or joined by " / "; each may be a list of alternatives."""
    return tuple(patterns_of(item) for item in (raw.split(" / ") if isinstance(raw, str) else raw))


def _patterns(raw: Section, key: str) -> tuple[Pattern, ...]:
    return patterns_of(raw.get(key, ()))


def _listed(value: str | list[str] | tuple[str, ...]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _folded_codes(codes: Mapping[str, str]) -> Mapping[str, str]:
    return {folded(label): code for label, code in codes.items()}
