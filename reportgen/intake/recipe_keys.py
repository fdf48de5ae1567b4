"""The keys of a recipe and what each takes: the one place that knows the recipe's form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reportgen.dataset.records import Measure
from reportgen.dataset.tables import TABLES
from reportgen.intake.patterns import Pattern, folded, patterns_of
from reportgen.intake.recipe import DIMENSIONS, PeriodSpan, TableForm
from reportgen.messages import Message
from reportgen.periods import is_period
from reportgen.record import replace
from reportgen.regex import regex
from reportgen.toml_keys import (
    ANY,
    FLAG,
    TEXT,
    KeyRule,
    fitting,
    is_text,
    is_whole,
    one_of,
    section,
    sections,
)

_NUMBER = regex(r"-?\d+(\.\d+)?")


def _texts(value: Any) -> list[str]:
    """One text or a list of them."""
    found = value if isinstance(value, list) else [value]
    if not all(map(is_text, found)):
        raise ValueError
    return found


def _head(value: Any) -> tuple[tuple[Pattern, ...], ...]:
    """A head's texts from the top down, in a list or joined by " / "; each may be a list of alternatives."""
    return tuple(
        patterns_of(_texts(item)) for item in (value.split(" / ") if is_text(value) else _listed(value))
    )


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError
    return value


def _head_text(value: Any) -> str:
    return value if is_text(value) else " / ".join(_texts(_listed(value)))


def _day(value: Any) -> str:
    if not isinstance(value, date) and value != "" and not (is_text(value) and is_period(value)):
        raise ValueError
    return str(value)


def _number(value: Any) -> Decimal:
    """A number as it is, or as a text without separators."""
    if (
        not is_whole(value)
        and not isinstance(value, Decimal)
        and not (is_text(value) and _NUMBER.fullmatch(value))
    ):
        raise ValueError
    return Decimal(value)


def _is_codes(value: Any) -> bool:
    return isinstance(value, dict) and all(map(is_text, value.values()))


def _codes_by_label(value: Any) -> dict[str, str]:
    if not _is_codes(value):
        raise ValueError
    return {folded(label): code for label, code in value.items()}


def _cell(value: Any) -> str:
    if not is_text(value) and not is_whole(value):
        raise ValueError
    return str(value)


def _wanted(name: str) -> Message:
    return Message(f"pack.wanted-{name}")


_WHOLE = fitting("whole", is_whole)
_TEXTS = KeyRule(_wanted("texts"), lambda value: patterns_of(_texts(value)))
_HEAD = KeyRule(_wanted("head"), _head, required=True)
_CODES = fitting("codes", _is_codes)
_DAYS = KeyRule(
    _wanted("days"),
    lambda value: {key: _day(day) for key, day in value.items()} if isinstance(value, dict) else _day(value),
)
"""A day, or a section with a day for each period."""
_CELL = KeyRule(_wanted("cell"), _cell)
"""What a cell of the dataset's own tables takes."""


_TEXT_OR_CODES = fitting("text-or-codes", lambda value: is_text(value) or _is_codes(value))
_PERIOD = fitting("period", lambda value: is_text(value) and (not value or is_period(value)))


def _needed(rule: KeyRule) -> KeyRule:
    return replace(rule, required=True)


_MEANING = {
    "measure": one_of(map(str, Measure)),
    "span": one_of(map(str, PeriodSpan)),
    "unit": TEXT,
    "unit_mult": _WHOLE,
    "scope": TEXT,
    "prices": one_of(("current", "constant", "comparable")),
    "growth_currency": TEXT,
    "status": TEXT,
}

GIVES = (
    *DIMENSIONS, "measure", "period", "year", "month", "unit", "unit_mult", "value", "status", "scope", "prices",
    "growth_currency",
)  # fmt: skip
"""What a column of a table of records can give."""

SECTIONS: Mapping[str, Mapping[str, KeyRule]] = {
    "source": {
        "id": _needed(TEXT),
        **dict.fromkeys(("title", "author", "publisher", "url", "language", "kind"), TEXT),
        "published": _DAYS,
        "accessed": KeyRule(_DAYS.wanted, _day),
    },
    "table": {
        "sheet": _TEXTS,
        "find": _needed(_TEXTS),
        "labels": _TEXTS,
        "head_rows": _WHOLE,
        "notes": _TEXTS,
        "form": one_of(TableForm),
    },
    "period": {
        "from": one_of(("head", "row", "title", "file", "sheet", "recipe"), required=True),
        "pattern": _TEXTS,
        "value": TEXT,
    },
    "area": {
        "from": one_of(("title", "file", "sheet"), required=True),
        "pattern": _needed(_TEXTS),
        "codes": _needed(_CODES),
    },
    "unit": {
        "from": one_of(("head", "title", "row", "column", "notes", "recipe"), required=True),
        "text": _TEXTS,
        "unit": TEXT,
        "unit_mult": _WHOLE,
        "ignore": _TEXTS,
    },
    "every": {**dict.fromkeys(DIMENSIONS, TEXT), **_MEANING},
    "marks": {ANY: TEXT},
}
"""The sections that stand once; ``marks`` takes any key."""

LISTS: Mapping[str, Mapping[str, KeyRule]] = {
    "columns": {
        "head": _HEAD,
        **dict.fromkeys(DIMENSIONS, TEXT),
        **_MEANING,
        "skip": FLAG,
        "optional": FLAG,
        "gives": one_of(GIVES),
        "codes": KeyRule(_CODES.wanted, _codes_by_label),
        "only": _TEXTS,
    },
    "rows": {
        "label": _TEXTS,
        **dict.fromkeys(DIMENSIONS, _TEXT_OR_CODES),
        **_MEANING,
        "parent": TEXT,
        **dict.fromkeys(("below", "after", "before"), _TEXTS),
        **dict.fromkeys(("skip", "ask", "optional"), FLAG),
    },
    "reference": {
        "row": _needed(TEXT),
        "column": KeyRule(_HEAD.wanted, _head_text, required=True),
        "value": KeyRule(_wanted("number"), _number, required=True),
        "period": _PERIOD,
        "file": _TEXTS,
        "below": TEXT,
    },
    "sums": {
        "total": _needed(TEXT),
        "parts": KeyRule(_TEXTS.wanted, lambda value: tuple(_texts(value)), required=True),
    },
    **{
        name: {
            column: replace(_CELL, required=column in TABLES[name].filled) for column in TABLES[name].columns
        }
        for name in ("indicators", "areas", "codes")
    },
}
"""The sections that stand any number of times, ``[[columns]]``."""

TOP = {"missing": KeyRule(_TEXTS.wanted, lambda value: frozenset(map(folded, _texts(value))))}
REQUIRED_SECTIONS = ("source", "table", "columns")
KEYS: Mapping[str, KeyRule] = {
    **TOP,
    **{name: section(keys, required=name in REQUIRED_SECTIONS) for name, keys in SECTIONS.items()},
    **{name: sections(keys, required=name in REQUIRED_SECTIONS) for name, keys in LISTS.items()},
}
"""All that a recipe may hold."""
