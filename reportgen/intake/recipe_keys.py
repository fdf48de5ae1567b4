"""The keys of a recipe and what each takes: the one place that knows the recipe's form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.dataset.records import Measure
from reportgen.dataset.tables import TABLES
from reportgen.intake.patterns import Pattern, folded, patterns_of
from reportgen.intake.recipe import PeriodSpan, TableLayout
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


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _are_texts(value: Any) -> bool:
    """Whether it is one text or a list of them."""
    return all(map(is_text, _listed(value)))


def _is_head(value: Any) -> bool:
    return is_text(value) or (isinstance(value, list) and all(map(_are_texts, value)))


def _head(value: Any) -> tuple[tuple[Pattern, ...], ...]:
    """A head's texts from the top down, in a list or joined by " / "; each may be a list of alternatives."""
    return tuple(patterns_of(item) for item in (value.split(" / ") if is_text(value) else value))


def _is_day(value: Any) -> bool:
    return isinstance(value, date) or value == "" or (is_text(value) and is_period(value))


def _is_number(value: Any) -> bool:
    """Whether it is a number as it is, or as a text without separators."""
    is_said = is_text(value) and _NUMBER.fullmatch(value) is not None
    return is_said or is_whole(value) or isinstance(value, Decimal)


def _is_codes(value: Any) -> bool:
    return isinstance(value, dict) and all(map(is_text, value.values()))


_WHOLE = fitting("whole", is_whole)
_TEXTS = fitting("texts", _are_texts, patterns_of)
_CODES = fitting("codes", _is_codes)
_CODES_BY_LABEL = fitting(
    "codes", _is_codes, lambda codes: {folded(label): code for label, code in codes.items()}
)
_TEXT_OR_CODES = fitting("text-or-codes", lambda value: is_text(value) or _is_codes(value))
_DAY = fitting("days", _is_day, str)
_DAYS = fitting(
    "days",
    lambda value: _is_day(value) or (isinstance(value, dict) and all(map(_is_day, value.values()))),
    lambda value: {key: str(day) for key, day in value.items()} if isinstance(value, dict) else str(value),
)
"""A day, or a section with a day for each period."""
_PERIOD = fitting("period", lambda value: is_text(value) and (not value or is_period(value)))
_CELL = fitting("cell", lambda value: is_text(value) or is_whole(value), str)
"""What a cell of the dataset's own tables takes."""


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
    *SERIES_DIMENSIONS, "measure", "period", "year", "month", "unit", "unit_mult", "value", "status", "scope", "prices",
    "growth_currency",
)  # fmt: skip
"""What a column of a table of records can give."""

SECTIONS: Mapping[str, Mapping[str, KeyRule]] = {
    "source": {
        "id": _needed(TEXT),
        **dict.fromkeys(
            ("title", "title_en", "title_zh", "author", "publisher", "url", "language", "kind"), TEXT
        ),
        "published": _DAYS,
        "accessed": _DAY,
    },
    "table": {
        "sheet": _TEXTS,
        "find": _needed(_TEXTS),
        "labels": _TEXTS,
        "head_rows": _WHOLE,
        "notes": _TEXTS,
        "form": one_of(TableLayout),
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
    "every": {**dict.fromkeys(SERIES_DIMENSIONS, TEXT), **_MEANING},
    "marks": {ANY: TEXT},
}
"""The sections that come once; ``marks`` takes any key."""

LISTS: Mapping[str, Mapping[str, KeyRule]] = {
    "columns": {
        "head": fitting("head", _is_head, _head, required=True),
        **dict.fromkeys(SERIES_DIMENSIONS, TEXT),
        **_MEANING,
        "skip": FLAG,
        "optional": FLAG,
        "gives": one_of(GIVES),
        "codes": _CODES_BY_LABEL,
        "only": _TEXTS,
    },
    "rows": {
        "label": _TEXTS,
        **dict.fromkeys(SERIES_DIMENSIONS, _TEXT_OR_CODES),
        **_MEANING,
        "parent": TEXT,
        **dict.fromkeys(("below", "after", "before"), _TEXTS),
        **dict.fromkeys(("skip", "ask", "optional"), FLAG),
    },
    "reference": {
        "row": _needed(TEXT),
        "column": fitting("head", _are_texts, lambda value: " / ".join(_listed(value)), required=True),
        "value": fitting("number", _is_number, Decimal, required=True),
        "period": _PERIOD,
        "file": _TEXTS,
        "below": TEXT,
    },
    "sums": {
        "total": _needed(TEXT),
        "parts": fitting("texts", _are_texts, lambda value: tuple(_listed(value)), required=True),
    },
    **{
        name: {
            column: replace(_CELL, required=column in TABLES[name].filled) for column in TABLES[name].columns
        }
        for name in ("indicators", "areas", "codes")
    },
}
"""The sections that may come any number of times, ``[[columns]]``."""

TOP = {"missing": fitting("texts", _are_texts, lambda value: frozenset(map(folded, _listed(value))))}
REQUIRED_SECTIONS = ("source", "table", "columns")
KEYS: Mapping[str, KeyRule] = {
    **TOP,
    **{name: section(keys, required=name in REQUIRED_SECTIONS) for name, keys in SECTIONS.items()},
    **{name: sections(keys, required=name in REQUIRED_SECTIONS) for name, keys in LISTS.items()},
}
"""All that a recipe may hold."""
