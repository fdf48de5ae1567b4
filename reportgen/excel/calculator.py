"""Formula values worked out, so that a reader that does not calculate (a preview, pandas) sees right ones.

The calculator is formualizer (a gateway: nobody else imports it). A value that cannot be vouched for is left out, since a
wrong cached value is worse than none: volatile ones, errors, and everything that may have swallowed an error it should
not have met.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

CachedValue = tuple[str, str]
"""The type of a value (``n``, ``str``, ``b``, ``e``) and its text, as a cell stores them."""

_CLOCKS = (dt.datetime(2020, 2, 3, 4, 5, 6, tzinfo=dt.UTC), dt.datetime(2021, 7, 8, 9, 10, 11, tzinfo=dt.UTC))
_VOLATILE = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)\(", re.IGNORECASE)
_SWALLOWS = re.compile(
    r"\b(?:IFERROR|IFNA|ISERR|ISERROR|ISNA|ERROR\.TYPE|AGGREGATE|COUNT|COUNTA|TYPE|ISNUMBER|ISTEXT)\(",
    re.IGNORECASE,
)
_FUNCTION = re.compile(r"([^\W\d][\w.]*)\(")
_STRING = re.compile(r'"(?:[^"]|"")*"')
_DOUBTFUL = frozenset({"Name", "NImpl", "Error", "Circ", "Spill", "Calc", "Cancelled"})
"""Kinds of error that come from the calculator's limits rather than of the workbook."""
_ERRORS = {"Div": "#DIV/0!", "Na": "#N/A"}
"""Kinds of error that a workbook means."""
_EPOCH = dt.datetime(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A formula in its place, as the calculator is to read it; ``text`` is ``None`` where it has no form for it.

    ``shape`` is the formula it is a copy of: copies use the same functions.
    """

    sheet: str
    row: int
    column: int
    text: str | None
    shape: str


Calculated = dict[str, dict[tuple[int, int], CachedValue]]
"""By sheet name, then by row and column: the type and text of a formula's value."""


@lru_cache(maxsize=1)
def is_available() -> bool:
    """Whether the calculator is installed."""
    from importlib.util import find_spec

    return find_spec("formualizer") is not None


def calculated(workbook: bytes, formulas: Sequence[FormulaCell]) -> Calculated:
    """The values of ``formulas`` in ``workbook`` (an .xlsx); those in doubt are left out."""
    import formualizer

    if any(formula.text is None for formula in formulas):
        formulas = [formula for formula in formulas if formula.text is not None]
        is_whole = False
    else:
        is_whole = True
    shapes = {formula.shape for formula in formulas}
    functions = {name for shape in shapes for name in _functions_of(shape)}
    is_whole = is_whole and all(_knows(name) for name in functions)
    swallows = any(_SWALLOWS.search(shape) for shape in shapes)
    if not is_whole and swallows:
        return {}
    volatile = any(_VOLATILE.search(shape) for shape in shapes)
    found = _evaluated(formualizer, workbook, formulas, _CLOCKS[0])
    if swallows and any(_is_doubtful(value) for value in found):
        return {}
    if volatile:
        again = _evaluated(formualizer, workbook, formulas, _CLOCKS[1])
        found = [one if one == other else None for one, other in zip(found, again, strict=True)]
    values: Calculated = {}
    for formula, value in zip(formulas, found, strict=True):
        cell = _cell(value)
        if cell is not None:
            values.setdefault(formula.sheet, {})[formula.row, formula.column] = cell
    return values


def _evaluated(
    formualizer: Any, workbook: bytes, formulas: Iterable[FormulaCell], clock: dt.datetime
) -> list[Any]:
    try:
        book = formualizer.load_workbook_bytes(workbook)
        book.set_deterministic_clock(clock)
        book.evaluate_all()
        return [book.get_value(formula.sheet, formula.row, formula.column) for formula in formulas]
    except (RuntimeError, ValueError, OSError, formualizer.ExcelEvaluationError):
        return [None for _ in formulas]  # it refuses the workbook: no values rather than guesses


@lru_cache(maxsize=1024)
def _knows(function: str) -> bool:
    """Whether the calculator knows a function: called without arguments, an unknown one is a #NAME? error."""
    import formualizer

    sheet = (book := formualizer.Workbook()).sheet("probe")
    sheet.set_formula(1, 1, f"={function}()")
    try:
        value = book.evaluate_cell("probe", 1, 1)
    except Exception:  # it objects to the missing arguments
        return True
    return not (isinstance(value, Mapping) and value.get("kind") in ("Name", "NImpl"))


def _functions_of(text: str) -> set[str]:
    names = _FUNCTION.findall(_STRING.sub("", text))
    return {name.upper().removeprefix("_XLFN.").removeprefix("_XLWS.") for name in names}


def _is_doubtful(value: Any) -> bool:
    return isinstance(value, Mapping) and value.get("kind") in _DOUBTFUL


def _cell(value: Any) -> CachedValue | None:
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, int | float):
        number = float(value)
        if number != number or number in (float("inf"), float("-inf")):
            return None
        return "n", str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)
    if isinstance(value, str):
        return "str", value
    if isinstance(value, Mapping):
        error = _ERRORS.get(str(value.get("kind")))
        return None if error is None else ("e", error)
    if isinstance(value, dt.date):
        moment = value if isinstance(value, dt.datetime) else dt.datetime(value.year, value.month, value.day)
        since = moment.replace(tzinfo=None) - _EPOCH
        serial = since.days + since.seconds / 86_400
        return "n", str(int(serial)) if serial == int(serial) else repr(serial)
    return None
