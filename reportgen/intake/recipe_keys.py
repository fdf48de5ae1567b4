"""The keys of a recipe and what each takes: the one place that knows the recipe's form."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from reportgen.dataset.records import Measure
from reportgen.dataset.tables import TABLES
from reportgen.intake.recipe import DIMENSIONS, PeriodSpan, TableForm
from reportgen.record import Record


class KeyType(StrEnum):
    """The value of a key."""

    TEXT = "text"
    TEXTS = "texts"
    """One text or a list of them."""
    HEAD = "head"
    """A list of texts from the top down, each of which may be a list of alternatives."""
    WHOLE = "whole"
    FLAG = "flag"
    DATE = "date"
    """A day, or a section with a day for each period."""
    PERIOD = "period"
    NUMBER = "number"
    CELL = "cell"
    """What a cell of the dataset's own tables takes."""
    CODES = "codes"
    """A section ``"label" = "code"``."""
    TEXT_OR_CODES = "text-or-codes"
    CHOICE = "choice"


class KeyRule(Record):
    kind: KeyType
    choices: tuple[str, ...] = ()
    required: bool = False


_TEXT, _TEXTS, _WHOLE, _FLAG = (
    KeyRule(KeyType.TEXT),
    KeyRule(KeyType.TEXTS),
    KeyRule(KeyType.WHOLE),
    KeyRule(KeyType.FLAG),
)
_CODES = KeyRule(KeyType.CODES)

_MEANING = {
    "measure": KeyRule(KeyType.CHOICE, tuple(Measure)),
    "span": KeyRule(KeyType.CHOICE, tuple(PeriodSpan)),
    "unit": _TEXT,
    "unit_mult": _WHOLE,
    "scope": _TEXT,
    "prices": KeyRule(KeyType.CHOICE, ("current", "constant", "comparable")),
    "growth_currency": _TEXT,
    "status": _TEXT,
}

GIVES = (
    *DIMENSIONS, "measure", "period", "year", "month", "unit", "unit_mult", "value", "status", "scope", "prices",
    "growth_currency",
)  # fmt: skip
"""What a column of a table of records can give."""

SECTIONS: Mapping[str, Mapping[str, KeyRule]] = {
    "source": {
        "id": KeyRule(KeyType.TEXT, required=True),
        **dict.fromkeys(("title", "author", "publisher", "url", "language", "kind"), _TEXT),
        "published": KeyRule(KeyType.DATE),
        "accessed": KeyRule(KeyType.DATE),
    },
    "table": {
        "sheet": _TEXTS,
        "find": KeyRule(KeyType.TEXTS, required=True),
        "labels": _TEXTS,
        "head_rows": _WHOLE,
        "notes": _TEXTS,
        "form": KeyRule(KeyType.CHOICE, tuple(TableForm)),
    },
    "period": {
        "from": KeyRule(KeyType.CHOICE, ("head", "row", "title", "file", "sheet", "recipe"), required=True),
        "pattern": _TEXTS,
        "value": _TEXT,
    },
    "area": {
        "from": KeyRule(KeyType.CHOICE, ("title", "file", "sheet"), required=True),
        "pattern": KeyRule(KeyType.TEXTS, required=True),
        "codes": KeyRule(KeyType.CODES, required=True),
    },
    "unit": {
        "from": KeyRule(KeyType.CHOICE, ("head", "title", "row", "column", "notes", "recipe"), required=True),
        "text": _TEXTS,
        "unit": _TEXT,
        "unit_mult": _WHOLE,
        "ignore": _TEXTS,
    },
    "every": {**dict.fromkeys(DIMENSIONS, _TEXT), **_MEANING},
    "marks": {},
}
"""The sections that stand once; ``marks`` takes any key."""

LISTS: Mapping[str, Mapping[str, KeyRule]] = {
    "columns": {
        "head": KeyRule(KeyType.HEAD, required=True),
        **dict.fromkeys(DIMENSIONS, _TEXT),
        **_MEANING,
        "skip": _FLAG,
        "optional": _FLAG,
        "gives": KeyRule(KeyType.CHOICE, GIVES),
        "codes": _CODES,
        "only": _TEXTS,
    },
    "rows": {
        "label": _TEXTS,
        **dict.fromkeys(DIMENSIONS, KeyRule(KeyType.TEXT_OR_CODES)),
        **_MEANING,
        "parent": _TEXT,
        **dict.fromkeys(("below", "after", "before"), _TEXTS),
        **dict.fromkeys(("skip", "ask", "optional"), _FLAG),
    },
    "reference": {
        "row": KeyRule(KeyType.TEXT, required=True),
        "column": KeyRule(KeyType.HEAD, required=True),
        "value": KeyRule(KeyType.NUMBER, required=True),
        "period": KeyRule(KeyType.PERIOD),
        "file": _TEXTS,
        "below": _TEXT,
    },
    "sums": {"total": KeyRule(KeyType.TEXT, required=True), "parts": KeyRule(KeyType.TEXTS, required=True)},
    **{
        name: {
            column: KeyRule(KeyType.CELL, required=column in TABLES[name].filled)
            for column in TABLES[name].columns
        }
        for name in ("indicators", "areas", "codes")
    },
}
"""The sections that stand any number of times, ``[[columns]]``."""

TOP = {"missing": _TEXTS}
REQUIRED_SECTIONS = ("source", "table", "columns")
