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


class Key(Record):
    kind: KeyType
    choices: tuple[str, ...] = ()
    required: bool = False


_TEXT, _TEXTS, _WHOLE, _FLAG = Key(KeyType.TEXT), Key(KeyType.TEXTS), Key(KeyType.WHOLE), Key(KeyType.FLAG)
_CODES = Key(KeyType.CODES)

_MEANING = {
    "measure": Key(KeyType.CHOICE, tuple(Measure)),
    "span": Key(KeyType.CHOICE, tuple(PeriodSpan)),
    "unit": _TEXT,
    "unit_mult": _WHOLE,
    "scope": _TEXT,
    "prices": Key(KeyType.CHOICE, ("current", "constant", "comparable")),
    "growth_currency": _TEXT,
    "status": _TEXT,
}

GIVES = (
    *DIMENSIONS, "measure", "period", "year", "month", "unit", "unit_mult", "value", "status", "scope", "prices",
    "growth_currency",
)  # fmt: skip
"""What a column of a table of records can give."""

SECTIONS: Mapping[str, Mapping[str, Key]] = {
    "source": {
        "id": Key(KeyType.TEXT, required=True),
        **dict.fromkeys(("title", "author", "publisher", "url", "language", "kind"), _TEXT),
        "published": Key(KeyType.DATE),
        "accessed": Key(KeyType.DATE),
    },
    "table": {
        "sheet": _TEXTS,
        "find": Key(KeyType.TEXTS, required=True),
        "labels": _TEXTS,
        "head_rows": _WHOLE,
        "notes": _TEXTS,
        "form": Key(KeyType.CHOICE, tuple(TableForm)),
    },
    "period": {
        "from": Key(KeyType.CHOICE, ("head", "row", "title", "file", "sheet", "recipe"), required=True),
        "pattern": _TEXTS,
        "value": _TEXT,
    },
    "area": {
        "from": Key(KeyType.CHOICE, ("title", "file", "sheet"), required=True),
        "pattern": Key(KeyType.TEXTS, required=True),
        "codes": Key(KeyType.CODES, required=True),
    },
    "unit": {
        "from": Key(KeyType.CHOICE, ("head", "title", "row", "column", "notes", "recipe"), required=True),
        "text": _TEXTS,
        "unit": _TEXT,
        "unit_mult": _WHOLE,
        "ignore": _TEXTS,
    },
    "every": {**dict.fromkeys(DIMENSIONS, _TEXT), **_MEANING},
    "marks": {},
}
"""The sections that stand once; ``marks`` takes any key."""

LISTS: Mapping[str, Mapping[str, Key]] = {
    "columns": {
        "head": Key(KeyType.HEAD, required=True),
        **dict.fromkeys(DIMENSIONS, _TEXT),
        **_MEANING,
        "skip": _FLAG,
        "optional": _FLAG,
        "gives": Key(KeyType.CHOICE, GIVES),
        "codes": _CODES,
        "only": _TEXTS,
    },
    "rows": {
        "label": _TEXTS,
        **dict.fromkeys(DIMENSIONS, Key(KeyType.TEXT_OR_CODES)),
        **_MEANING,
        "parent": _TEXT,
        **dict.fromkeys(("below", "after", "before"), _TEXTS),
        **dict.fromkeys(("skip", "ask", "optional"), _FLAG),
    },
    "reference": {
        "row": Key(KeyType.TEXT, required=True),
        "column": Key(KeyType.HEAD, required=True),
        "value": Key(KeyType.NUMBER, required=True),
        "period": Key(KeyType.PERIOD),
        "file": _TEXTS,
        "below": _TEXT,
    },
    "sums": {"total": Key(KeyType.TEXT, required=True), "parts": Key(KeyType.TEXTS, required=True)},
    **{
        name: {
            column: Key(KeyType.CELL, required=column in TABLES[name].filled)
            for column in TABLES[name].columns
        }
        for name in ("indicators", "areas", "codes")
    },
}
"""The sections that stand any number of times, ``[[columns]]``."""

TOP = {"missing": _TEXTS}
REQUIRED_SECTIONS = ("source", "table", "columns")
