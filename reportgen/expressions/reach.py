"""What an expression can reach: the methods of each plain type, the fields of records, a vocabulary object's names."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from jinja2.runtime import LoopContext, Macro
from jinja2.utils import Cycler
from msgspec import Struct

_TEXT = frozenset(
    {
        "capitalize", "casefold", "center", "count", "endswith", "expandtabs", "find", "index", "isalnum",
        "isalpha", "isascii", "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "istitle",
        "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix",
        "replace", "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines",
        "startswith", "strip", "swapcase", "title", "upper", "zfill",
    }
)  # fmt: skip
_DATE = frozenset({"year", "month", "day", "isoformat", "strftime", "weekday", "isoweekday"})
METHODS: dict[type, frozenset[str]] = {
    str: _TEXT,
    list: frozenset({"count", "index"}),
    tuple: frozenset({"count", "index"}),
    datetime.date: _DATE,
    datetime.datetime: _DATE | {"hour", "minute", "second", "date", "time"},
    datetime.time: frozenset({"hour", "minute", "second", "isoformat", "strftime"}),
    LoopContext: frozenset(
        {
            "index",
            "index0",
            "revindex",
            "revindex0",
            "first",
            "last",
            "length",
            "depth",
            "depth0",
            "previtem",
            "nextitem",
            "cycle",
            "changed",
        }
    ),
    Cycler: frozenset({"next", "current", "reset"}),
    Macro: frozenset({"name", "arguments"}),
}
MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})


def is_field(obj: Any, name: str) -> bool:
    """Whether ``name`` is a declared field of a record: a struct, a dataclass or a named tuple."""
    if isinstance(obj, Struct):
        return name in obj.__struct_fields__ and not name.startswith("_")
    if dataclasses.is_dataclass(obj) and not isinstance(obj, type):
        return name in obj.__dataclass_fields__ and not name.startswith("_")
    return isinstance(obj, tuple) and name in getattr(obj, "_fields", ())


def names_of(value: Any) -> list[str]:
    """The names a template may use on ``value``: a mapping's keys, an object's ``names()`` or ``template_names``."""
    names = getattr(value, "names", None)
    if hasattr(value, "template_names") and callable(names):
        return [str(name) for name in names()]
    if isinstance(value, Mapping):
        return [key for key in value if isinstance(key, str)]
    declared = getattr(value, "template_names", None)
    if declared is not None:
        return sorted(declared)
    if isinstance(value, Struct):
        return [name for name in value.__struct_fields__ if not name.startswith("_")]
    if dataclasses.is_dataclass(value):
        return [field.name for field in dataclasses.fields(value) if not field.name.startswith("_")]
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return list(value._fields)
    return sorted({name for kind, allowed in METHODS.items() if isinstance(value, kind) for name in allowed})
