"""Which objects are no value that a document could show: missing ones, collections, records, tables, functions."""

from __future__ import annotations

import datetime
import enum
import numbers
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from reportgen.expressions.reach import names_of
from reportgen.findings import Finding, Severity

_SHOWN = (str, numbers.Number, Decimal, datetime.date, datetime.time, datetime.timedelta, enum.Enum)
_MISSING_KINDS = ("NoneType", "NaTType", "NAType", "MaskedConstant")
MEMBERS_SHOWN = 8


def no_value(value: Any) -> Finding | None:
    """Why ``value`` cannot be shown, with the names it offers instead; ``None`` for a text, number, date or the like."""
    if is_missing(value):
        said = "" if type(value).__name__ in _MISSING_KINDS else str(value)
        return Finding("no-value", Severity.ERROR, variant="missing", value=said)
    if isinstance(value, _SHOWN):
        return None
    members = tuple(names_of(value)[:MEMBERS_SHOWN])
    if isinstance(value, Mapping) or hasattr(value, "template_names"):
        return Finding("no-value", Severity.ERROR, variant="group", members=members)
    if callable(value):
        return Finding("no-value", Severity.ERROR, variant="method")
    if isinstance(value, bytes | bytearray | Undefined):
        return Finding("no-value", Severity.ERROR, variant="object", members=())
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return Finding("no-value", Severity.ERROR, variant="group", members=members)
    if isinstance(value, Iterable) and (bool(getattr(value, "ndim", False)) or not _says_itself(value)):
        return Finding("no-value", Severity.ERROR, variant="list")
    if not _says_itself(value):
        return Finding("no-value", Severity.ERROR, variant="object", members=members)
    return None


def _says_itself(value: Any) -> bool:
    """Whether its class says how it reads as text."""
    written: Any = type(value).__str__
    return written is not object.__str__


def is_missing(value: Any) -> bool:
    """Whether ``value`` says that there is none: None, NaN, NaT and NA of numpy and pandas; infinity counts as missing too."""
    if type(value).__name__ in _MISSING_KINDS:
        return True
    if type(value).__module__ == "numpy" and type(value).__name__ in ("datetime64", "timedelta64"):
        return str(value) == "NaT"
    if isinstance(value, Decimal):
        return not value.is_finite()
    if isinstance(value, numbers.Real) and not isinstance(value, numbers.Rational):
        return value != value or abs(value) == float("inf")
    return False
