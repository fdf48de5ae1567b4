"""The keys of a recipe and what each takes: the one place that knows the recipe's form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportgen.dataset.records import Measure
from reportgen.dataset.tables import TABLES
from reportgen.intake.recipe import DIMENSIONS, Form, Span


class Kind(StrEnum):
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


@dataclass(frozen=True, slots=True)
class Key:
    kind: Kind
    choices: tuple[str, ...] = ()
    required: bool = False


_TEXT, _TEXTS, _WHOLE, _FLAG = Key(Kind.TEXT), Key(Kind.TEXTS), Key(Kind.WHOLE), Key(Kind.FLAG)
_CODES = Key(Kind.CODES)

_MEANING = {
    "measure": Key(Kind.CHOICE, tuple(Measure)),
    "span": Key(Kind.CHOICE, tuple(Span)),
    "unit": _TEXT,
    "unit_mult": _WHOLE,
    "scope": _TEXT,
    "prices": Key(Kind.CHOICE, ("current", "constant", "comparable")),
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
        "id": Key(Kind.TEXT, required=True),
        **dict.fromkeys(("title", "author", "publisher", "url", "language", "kind"), _TEXT),
        "published": Key(Kind.DATE),
        "accessed": Key(Kind.DATE),
    },
    "table": {
        "sheet": _TEXTS,
        "find": Key(Kind.TEXTS, required=True),
        "labels": _TEXTS,
        "head_rows": _WHOLE,
        "notes": _TEXTS,
        "form": Key(Kind.CHOICE, tuple(Form)),
    },
    "period": {
        "from": Key(Kind.CHOICE, ("head", "row", "title", "file", "sheet", "recipe"), required=True),
        "pattern": _TEXTS,
        "value": _TEXT,
    },
    "area": {
        "from": Key(Kind.CHOICE, ("title", "file", "sheet"), required=True),
        "pattern": Key(Kind.TEXTS, required=True),
        "codes": Key(Kind.CODES, required=True),
    },
    "unit": {
        "from": Key(Kind.CHOICE, ("head", "title", "row", "column", "notes", "recipe"), required=True),
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
        "head": Key(Kind.HEAD, required=True),
        **dict.fromkeys(DIMENSIONS, _TEXT),
        **_MEANING,
        "skip": _FLAG,
        "optional": _FLAG,
        "gives": Key(Kind.CHOICE, GIVES),
        "codes": _CODES,
        "only": _TEXTS,
    },
    "rows": {
        "label": _TEXTS,
        **dict.fromkeys(DIMENSIONS, Key(Kind.TEXT_OR_CODES)),
        **_MEANING,
        "parent": _TEXT,
        **dict.fromkeys(("below", "after", "before"), _TEXTS),
        **dict.fromkeys(("skip", "ask", "optional"), _FLAG),
    },
    "reference": {
        "row": Key(Kind.TEXT, required=True),
        "column": Key(Kind.HEAD, required=True),
        "value": Key(Kind.NUMBER, required=True),
        "period": Key(Kind.PERIOD),
        "file": _TEXTS,
        "below": _TEXT,
    },
    "sums": {"total": Key(Kind.TEXT, required=True), "parts": Key(Kind.TEXTS, required=True)},
    **{
        name: {
            column: Key(Kind.CELL, required=column in TABLES[name].filled) for column in TABLES[name].columns
        }
        for name in ("indicators", "areas", "codes")
    },
}
"""The sections that stand any number of times, ``[[columns]]``."""

TOP = {"missing": _TEXTS}
REQUIRED_SECTIONS = ("source", "table", "columns")
