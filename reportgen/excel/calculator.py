"""Formula values worked out, so that a reader that does not calculate (a preview, pandas) sees right ones.

The calculator is formualizer (a gateway: nobody else imports it). A wrong cached value is worse than none, so a value is given
only where the formula and everything it looks at stays within what is proved (:mod:`reportgen.excel.vouched_functions`), where
the template, calculated first, gave what Excel had saved there, and where nothing failed on the way.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from reportgen.excel.doubts import Doubts, Looker
from reportgen.excel.vouched_functions import Probes, probes_of, read_uses
from reportgen.ooxml.formulas import Reference, parse_formula
from reportgen.ooxml.sheet_cells import decimal_of

CachedValue = tuple[str, str]
"""The type of a value (``n``, ``str``, ``b``, ``e``) and its text, as a cell stores them."""

_CLOCK = dt.datetime(2020, 2, 3, 4, 5, 6, tzinfo=dt.UTC)
_ERRORS = {"Div": "#DIV/0!", "Na": "#N/A"}
"""Kinds of error that a workbook means; others may be the calculator's own."""
_ALL_ERRORS = _ERRORS | {
    "Value": "#VALUE!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Name": "#NAME?",
    "Null": "#NULL!",
}
_EPOCH = dt.datetime(1899, 12, 30)
_FIRST_DAY = 61
"""Before it Excel counts a 29 February 1900 that never was."""
_PROBES_FROM = 200
"""The first column that probes are put into."""
_LONG_NUMBER = re.compile(r"\d[\d.]{10,}|\d[eE][+-]?\d")
_NOISE = 1e-12


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A formula in its place, as the calculator is to read it; ``text`` is ``None`` where it has no form for it.

    ``shape`` is the formula it is a copy of: copies use the same functions. ``is_doubted``: the template did not agree there.
    """

    sheet: str
    row: int
    column: int
    text: str | None
    shape: str
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class BookSettings:
    """What decides beside the formulas. ``names`` are the defined names and what they say, by name in lower case."""

    is_plain: bool = True
    """Dates from 1900, no iteration, full precision: as the calculator counts."""
    hides_rows: bool = False
    names: Mapping[str, str] = field(default_factory=dict)


Calculated = dict[str, dict[tuple[int, int], CachedValue]]
"""By sheet name, then by row and column: the type and text of a formula's value."""


@lru_cache(maxsize=1)
def is_available() -> bool:
    """Whether the calculator is installed."""
    from importlib.util import find_spec

    return find_spec("formualizer") is not None


def calculated(
    workbook: bytes,
    formulas: Sequence[FormulaCell],
    settings: BookSettings,
    others: Sequence[FormulaCell] = (),
) -> Calculated:
    """The values of ``formulas`` in ``workbook`` (an .xlsx) that can be vouched for; ``others`` are formulas besides."""
    if not settings.is_plain:
        return {}
    everything = [*formulas, *others]
    probes: dict[str, Probes] = {}
    found = _evaluated(workbook, everything, probes)
    if found is None:
        return {}
    doubts = Doubts(
        [
            Looker(
                cell.sheet,
                cell.row,
                cell.column,
                cell.text or "",
                _is_in_doubt(cell, value, sides, settings, probes),
            )
            for cell, (value, sides) in zip(everything, found, strict=True)
        ],
        settings.names,
    )
    values: Calculated = {}
    for cell, (value, _) in zip(formulas, found, strict=False):
        cached = None if doubts.holds(cell.sheet, cell.row, cell.column) else stored(value)
        if cached is not None:
            values.setdefault(cell.sheet, {})[cell.row, cell.column] = cached
    return values


def values_of(workbook: bytes, cells: Sequence[FormulaCell]) -> list[CachedValue | None]:
    """What the calculator makes of every cell, errors of all kinds among them: to hold against what Excel saved there."""
    found = _evaluated(workbook, cells, {})
    return [None] * len(cells) if found is None else [stored(value, _ALL_ERRORS) for value, _ in found]


Found = tuple[Any, tuple[Any, ...]]
"""A cell's value, and those of its probes: compared ones in pairs, then what may be swallowed."""


def _evaluated(workbook: bytes, cells: Sequence[FormulaCell], known: dict[str, Probes]) -> list[Found] | None:
    """The values; ``None`` where the calculator refuses the workbook."""
    import formualizer

    try:
        book = formualizer.load_workbook_bytes(workbook)
        book.set_deterministic_clock(_CLOCK)
        budget = _MOST_PROBES
        sides: list[list[Side]] = []
        for cell in cells:
            own = _sides_of(cell, known)
            for number, side in enumerate(own):
                if not isinstance(side, str):
                    continue
                budget -= 1
                if budget < 0:
                    own = []
                    break
                place = (cell.sheet, cell.row, _PROBES_FROM + cell.column * _MOST_SIDES + number)
                book.sheet(cell.sheet).set_formula(*place[1:], f"={side}")
                own[number] = place
            sides.append(own)
        book.evaluate_all()
        return [
            (
                book.get_value(cell.sheet, cell.row, cell.column),
                tuple(book.get_value(*side) if isinstance(side, tuple) else side for side in own),
            )
            for cell, own in zip(cells, sides, strict=True)
        ]
    except (RuntimeError, ValueError, OSError, formualizer.ExcelEvaluationError):
        return None


_MOST_SIDES = 8
"""Of one formula."""
_MOST_PROBES = 1_500
"""Of one workbook: each costs the calculator as much as a hundred formulas."""

Side = str | float | tuple[str, int, int]
"""One side of a comparison, or what may hide a failure: a formula, a number, or a cell."""


def _sides_of(cell: FormulaCell, known: dict[str, Probes]) -> list[Side]:
    """What has to be looked at beside a cell's value."""
    if cell.text is None or not _needs_probes(cell.text):
        return []
    probes = known.get(cell.text)
    if probes is None:
        probes = known[cell.text] = probes_of(cell.text)
    texts = [side for pair in probes.compared for side in pair] + list(probes.swallowed)
    if len(texts) > _MOST_SIDES or cell.column > _PROBES_FROM:
        return []
    return [_side(text, cell.sheet) for text in texts]


def _side(text: str, sheet: str) -> Side:
    """A side of a comparison as a number or a cell, where it is one."""
    parts = parse_formula(text).parts
    if len(parts) != 1:
        return text
    part = parts[0]
    if isinstance(part, Reference):
        row, column = part.first.row, part.first.column
        if part.last is None and row is not None and column is not None:
            return (part.sheets or (sheet,))[0], row, column
        return text
    number = decimal_of(part)
    return text if number is None else float(number)


def _needs_probes(text: str) -> bool:
    return any(sign in text for sign in "<>=") or bool(_SWALLOWER.search(text))


_SWALLOWER = re.compile(r"\b(?:IFERROR|IFNA|IS\w+|COUNT\w*)\(", re.IGNORECASE)


def _is_in_doubt(
    cell: FormulaCell, value: Any, sides: tuple[Any, ...], settings: BookSettings, known: Mapping[str, Probes]
) -> bool:
    if cell.text is None or cell.is_doubted:
        return True
    uses = read_uses(cell.text)
    if not uses.is_proved or (uses.has_subtotal and settings.hides_rows):
        return True
    if stored(value) is None:
        return True
    if uses.joins_texts and (not isinstance(value, str) or _LONG_NUMBER.search(value)):
        return True
    if isinstance(value, float) and 0 < abs(value) < _NOISE:  # what Excel shows as nought
        return True
    if not _needs_probes(cell.text):
        return False
    probes = known[cell.text]
    pairs = len(probes.compared) * 2
    if pairs + len(probes.swallowed) != len(sides):
        return True  # too many to look at
    compared = zip(sides[:pairs:2], sides[1:pairs:2], strict=True)
    return any(_nearly(one, other) for one, other in compared) or any(_is_failure(side) for side in sides)


def _nearly(one: Any, other: Any) -> bool:
    """Whether two numbers differ by so little that Excel, with its 15 digits, may call them equal."""
    if not isinstance(one, int | float) or not isinstance(other, int | float) or one == other:
        return False
    return abs(one - other) <= max(abs(one), abs(other), 1.0) * _NOISE


def _is_failure(value: Any) -> bool:
    return isinstance(value, Mapping) and value.get("kind") not in _ERRORS


def stored(value: Any, errors: Mapping[str, str] = _ERRORS) -> CachedValue | None:
    """A value as a cell stores it; ``None`` for what it cannot hold, and for errors that may be the calculator's own."""
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
        error = errors.get(str(value.get("kind")))
        return None if error is None else ("e", error)
    if isinstance(value, dt.date):
        moment = value if isinstance(value, dt.datetime) else dt.datetime(value.year, value.month, value.day)
        since = moment.replace(tzinfo=None) - _EPOCH
        serial = since.days + since.seconds / 86_400
        if serial < _FIRST_DAY:
            return None
        return "n", str(int(serial)) if serial == int(serial) else repr(serial)
    return None
