"""The functions and number formats whose cached values are vouched for: proved against LibreOffice with many arguments.

``tests/excel/test_vouched_functions.py`` proves them. What is not named here is left to Excel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.ooxml.formulas import Reference, parse_formula
from reportgen.record import Record
from reportgen.regex import regex

OVER_RANGES = frozenset(
    [
        "SUM", "AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "PRODUCT", "MEDIAN", "STDEV", "STDEV.S",
        "STDEVP", "STDEV.P", "VAR", "VAR.S", "VARP", "VAR.P", "SUMSQ", "GEOMEAN", "HARMEAN", "AVERAGEA",
        "MAXA", "MINA", "DEVSQ", "AVEDEV", "AND", "OR", "XOR", "CORREL", "SLOPE", "INTERCEPT", "RSQ",
        "COVAR", "COVARIANCE.P", "COVARIANCE.S", "SUMPRODUCT", "PEARSON", "STEYX", "KURT", "SKEW", "LARGE",
        "SMALL", "PERCENTILE", "PERCENTILE.INC", "PERCENTILE.EXC", "QUARTILE", "QUARTILE.INC", "RANK",
        "RANK.EQ", "RANK.AVG", "COUNTIF", "SUMIF", "AVERAGEIF", "COUNTIFS", "SUMIFS", "AVERAGEIFS",
        "MAXIFS", "MINIFS", "MATCH", "VLOOKUP", "HLOOKUP", "INDEX", "SUBTOTAL", "ROWS", "COLUMNS",
        "COUNTBLANK", "NPV",
    ]
)  # fmt: skip
"""Functions that take ranges. A range anywhere else would be cut to one cell, as Excel does in its own way."""
OVER_VALUES = frozenset(
    [
        "ABS", "SIGN", "INT", "TRUNC", "SQRT", "EXP", "LN", "LOG10", "SIN", "COS", "TAN", "ASIN", "ACOS",
        "ATAN", "SINH", "COSH", "TANH", "DEGREES", "RADIANS", "NOT", "ROUND", "ROUNDUP", "ROUNDDOWN",
        "MOD", "POWER", "LOG", "MROUND", "ISNUMBER", "ISTEXT", "ISBLANK", "ISLOGICAL", "ISERROR", "ISERR",
        "ISNA", "ISNONTEXT", "N", "T", "LEN", "UPPER", "LOWER", "TRIM", "PROPER", "VALUE", "CLEAN", "LEFT",
        "RIGHT", "MID", "REPT", "YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "WEEKDAY",
        "ISOWEEKNUM", "EDATE", "EOMONTH", "DATEDIF", "DATE", "TIME", "DAYS360", "NETWORKDAYS", "IF", "IFS",
        "IFERROR", "IFNA", "SWITCH", "CHOOSE", "SUBSTITUTE", "FIND", "SEARCH", "EXACT", "CONCATENATE",
        "CONCAT", "TEXTJOIN", "PMT", "PV", "FV", "NPER", "PI", "NA", "TRUE", "FALSE", "CHAR", "ISEVEN",
        "ISODD", "EVEN", "ODD", "TEXT", "ROW",
    ]
)  # fmt: skip
FORMATS = frozenset({
    "0", "0.0", "0.00", "0.000", "000", "#", "#.0", "#,##0", "#,##0.0", "#,##0.00", "0.0%", "0.00%", "yyyy-mm-dd", "yyyy", "m", "mm",
    "yyyy/m/d", "yyyymm", "dd/mm/yyyy", "+0.0;-0.0", "0.0;(0.0)",
})  # fmt: skip
"""Formats that ``TEXT`` may have."""

_FAILURES = {"FIND": "Value", "SEARCH": "Value", "ACOS": "Num", "ASIN": "Num"}
"""Functions that fail as they should, and how; of others a failure may be the calculator's own."""


def failure_of(text: str) -> str | None:
    """The kind of error that a formula means where it is one call of such a function; else ``None``."""
    calls = list(calls_of(text))
    if len(calls) != 1:
        return None
    (name, arguments), written = calls[0], "".join(text.split())
    is_whole = written.upper().endswith("".join(f"{name}({','.join(arguments)})".upper().split()))
    return _FAILURES.get(name) if is_whole and written[: len(name)].upper() == name else None


_EXACT = {"MATCH": ("0",), "VLOOKUP": ("0", "FALSE", "FALSE()"), "HLOOKUP": ("0", "FALSE", "FALSE()")}
"""Lookups, and how their last argument says that only an equal value will do; ``MATCH`` is not read right with ``FALSE``."""
_ARGUMENTS_OF = {"MATCH": 3, "VLOOKUP": 4, "HLOOKUP": 4}
_PAIRED = frozenset({
    "SUMPRODUCT", "CORREL", "PEARSON", "RSQ", "SLOPE", "INTERCEPT", "STEYX", "COVAR", "COVARIANCE.P", "COVARIANCE.S",
})  # fmt: skip
_OF_CRITERIA = frozenset({"SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS"})
_UNITS_OF_DATEDIF = ('"D"', '"M"', '"Y"', '"YM"')
_NUMBERS_OF_SUBTOTAL = frozenset({"1", "2", "3", "4", "5", "6", "9", "101", "103", "109"})
_NAME = regex(r"[^\W\d][\w.?\\]*")
_TEXT_JOINED = regex(
    r"&|\b(?:CONCAT|CONCATENATE|TEXTJOIN|LEN|LEFT|RIGHT|MID|SUBSTITUTE|REPT|TRIM)\(", re.IGNORECASE
)


class Reading(Record):
    """What a formula uses. ``names`` are the defined names in it."""

    is_proved: bool
    names: tuple[str, ...] = ()
    has_subtotal: bool = False
    joins_texts: bool = False

    @property
    def hangs_on_more(self) -> bool:
        """Whether what it looks at decides, beside its own value, if it can be vouched for."""
        return self.has_subtotal or bool(self.names)


@lru_cache(maxsize=4096)
def read_uses(text: str) -> Reading:
    """Whether a formula stays within what is proved."""
    parts = parse_formula(text).parts
    names: list[str] = []
    subtotal = False
    for index, part in enumerate(parts):
        if isinstance(part, Reference):
            if not _is_good_reference(part, parts, index):
                return Reading(False)
            continue
        if part in ("{", "@", "#") or part.startswith(("[", "#")):
            return Reading(False)
        following = parts[index + 1] if index + 1 < len(parts) else ""
        if "!" in part and not part.startswith('"'):
            return Reading(False)
        if not _NAME.fullmatch(part):
            continue
        if following != "(":
            if part.upper() not in ("TRUE", "FALSE"):
                names.append(part)
            continue
        if function_name(part) not in OVER_RANGES | OVER_VALUES:
            return Reading(False)
    for name, arguments in calls_of(text):
        subtotal = subtotal or name == "SUBTOTAL"
        if not _is_proved_call(name, arguments):
            return Reading(False)
    return Reading(True, tuple(names), subtotal, bool(_TEXT_JOINED.search(text)))


def function_name(written: str) -> str:
    """The name of a function without the prefixes that files give to newer ones."""
    return written.upper().removeprefix("_XLFN.").removeprefix("_XLWS.")


def _is_good_reference(part: Reference, parts: tuple[str | Reference, ...], index: int) -> bool:
    if part.external or len(part.sheets) > 1:
        return False
    is_cell = part.first.row is not None and part.first.column is not None and part.last in (None, part.first)
    if is_cell:
        return True
    neighbours = (parts[index - 1] if index else "", parts[index + 1] if index + 1 < len(parts) else "")
    return function_name(part.function) in OVER_RANGES and " " not in neighbours and ":" not in neighbours


def _is_proved_call(name: str, arguments: tuple[str, ...]) -> bool:
    if name == "TEXT":
        return len(arguments) == 2 and arguments[1][:1] == '"' and arguments[1][1:-1] in FORMATS
    if name in _EXACT:
        return len(arguments) == _ARGUMENTS_OF[name] and arguments[-1].upper() in _EXACT[name]
    if (
        name == "DATE" and arguments[0].isdigit()
    ):  # of 1900 there is a day too many, in the calculator elsewhere than in Excel
        return int(arguments[0]) not in (0, 1900)
    if name == "DATEDIF":
        return arguments[-1].upper() in _UNITS_OF_DATEDIF
    if name == "INDEX" and len(arguments) == 2:  # of a row or a column; of more it gives a whole row
        return 0 in (_shape(arguments[0]) or ())
    if name == "SUBTOTAL":
        return arguments[0] in _NUMBERS_OF_SUBTOTAL
    if name in ("SUMIF", "AVERAGEIF") and len(arguments) == 3:
        return _shape(arguments[0]) == _shape(arguments[2]) is not None
    if len({_shape(argument) for argument in _of_one_shape(name, arguments)} - {None}) > 1:
        return False
    if name == "ROW":
        return True
    return not any(not argument for argument in arguments[1:])


def _of_one_shape(name: str, arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The ranges that must have as many rows and columns as one another."""
    if name in _OF_CRITERIA:
        return (arguments[0], *arguments[1::2])
    if name == "COUNTIFS":
        return arguments[::2]
    return arguments if name in _PAIRED else ()


def _shape(text: str) -> tuple[int | None, int | None] | None:
    """How many rows and columns a range goes on (``None``: all of them); ``None`` for what is no range."""
    parts = parse_formula(text).parts
    found = [part for part in parts if isinstance(part, Reference)]
    if len(parts) != 1 or not found:
        return None
    first, last = found[0].first, found[0].last or found[0].first
    rows = None if first.row is None or last.row is None else last.row - first.row
    columns = None if first.column is None or last.column is None else last.column - first.column
    return rows, columns


def calls_of(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every call in a formula, inner ones too: the function's name and its arguments as written."""
    parts = [str(part) for part in parse_formula(text).parts]
    open_calls: list[tuple[str, list[str]]] = []
    for index, part in enumerate(parts):
        if part == "(":
            before = parts[index - 1] if index else ""
            name = function_name(before) if _NAME.fullmatch(before) else ""
            _add(open_calls, part)
            open_calls.append((name, [""]))
        elif part == ")" and open_calls:
            name, arguments = open_calls.pop()
            if name:
                yield name, () if arguments == [""] else tuple(said.strip() for said in arguments)
            _add(open_calls, ",".join(arguments) + ")")
        elif part == "," and open_calls and open_calls[-1][0]:
            open_calls[-1][1].append("")
        else:
            _add(open_calls, part)


def _add(calls: list[tuple[str, list[str]]], text: str) -> None:
    if calls:
        calls[-1][1][-1] += text
