"""Formula values worked out, so that a reader that does not calculate (a preview, pandas) sees right ones.

The calculator is formualizer (a gateway: nobody else imports it). A wrong cached value is worse than none, so a value is given
only where the formula and everything it looks at stays within what is proved (:mod:`reportgen.excel.vouched_functions`), where
the template, calculated first, gave what Excel had saved there, and where nothing failed on the way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from reportgen.excel.doubts import Doubts, Looker
from reportgen.excel.formula_checks import LONG_NUMBER, NOISE, is_error
from reportgen.excel.formula_patterns import Constant, PatternReading, PatternSide, SideCell, read_pattern
from reportgen.excel.probe_sheet import ProbeSheet
from reportgen.excel.vouched_functions import failure_of
from reportgen.record import Record, field

if TYPE_CHECKING:
    from reportgen.ooxml import Package

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


class FormulaCell(NamedTuple):
    """A formula in its place, as the calculator is to read it; ``pattern`` is ``None`` where it has no form for it.

    ``is_doubted``: the template did not agree there.
    """

    sheet: str
    row: int
    column: int
    pattern: str | None
    is_doubted: bool = False


class BookSettings(Record):
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
    book: Package,
    formulas: Sequence[FormulaCell],
    settings: BookSettings,
    others: Sequence[FormulaCell] = (),
) -> Calculated:
    """The values of ``formulas`` in ``book`` that can be vouched for; ``others`` are formulas besides.

    ``book`` is a copy to work in.
    """
    if not settings.is_plain:
        return {}
    groups: dict[tuple[str, str], _FormulaCopies] = {}
    unreadable = []
    for is_wanted, cells in ((True, formulas), (False, others)):
        for cell in cells:
            if cell.pattern is None:
                unreadable.append(Looker(cell.sheet, cell.row, cell.column, "", True))
                continue
            key = (cell.sheet, cell.pattern)
            if key not in groups:
                groups[key] = _FormulaCopies(*key, read_pattern(cell.pattern), is_wanted)
            groups[key].cells.append(cell)
    probes = ProbeSheet(book)
    for group in groups.values():
        for part in group.reading.patterns_to_work_out:
            probes.add(part, group.sheet, [cell.row for cell in group.cells])
    probes.write()
    found = _evaluated(book.save())
    if found is None:
        return {}
    sound = [group.evaluate(found, probes, settings) for group in groups.values()]
    doubts = None
    if unreadable or not all(sound) or any(group.reading.uses.hangs_on_more for group in groups.values()):
        lookers = [looker for group in groups.values() for looker in group.lookers()]
        doubts = Doubts([*unreadable, *sorted(lookers, key=_in_reading_order)], settings.names)
    made: Calculated = {}
    for group in groups.values():
        if not group.is_wanted:
            continue
        values = made.setdefault(group.sheet, {})
        for cell, value in zip(group.cells, group.values, strict=True):
            if value is not None and (doubts is None or not doubts.holds(cell.sheet, cell.row, cell.column)):
                values[cell.row, cell.column] = value
    return made


def _in_reading_order(one: Looker) -> tuple[str, int, int]:
    return one.sheet, one.row, one.column


class _FormulaCopies(Struct):
    """The copies of one formula on a sheet: their values, and which of them are in doubt by themselves."""

    sheet: str
    pattern: str
    reading: PatternReading
    is_wanted: bool
    cells: list[FormulaCell] = field(default_factory=list)
    values: list[CachedValue | None] = field(default_factory=list)
    are_sound: list[bool] = field(default_factory=list)

    def evaluate(self, book: Any, probes: ProbeSheet, settings: BookSettings) -> bool:
        """Take the values; return whether all of them are sound."""
        reading, uses = self.reading, self.reading.uses
        if not uses.is_proved or reading.is_out_of_bounds or (settings.hides_rows and uses.has_subtotal):
            self.values = [None] * len(self.cells)
            self.are_sound = [False] * len(self.cells)
            return False
        get = book.get_value
        raw = [get(cell.sheet, cell.row, cell.column) for cell in self.cells]
        meant = self._meant(self.pattern)
        self.values = [stored(value, meant) for value in raw]
        self.are_sound = [
            cached is not None and not cell.is_doubted
            for cached, cell in zip(self.values, self.cells, strict=True)
        ]
        if uses.joins_texts:
            self._hold(value.__class__ is not str or not LONG_NUMBER.search(value) for value in raw)
        else:
            self._hold(value.__class__ is not float or value == 0 or abs(value) >= NOISE for value in raw)
        for check in reading.checks:
            sides = [self._values_of(side, book, probes) for side in check.sides]
            self._hold(check.rule(*values) for values in zip(*sides, strict=True))
            for side, found in zip(check.sides, sides, strict=True):
                meant = self._meant(side) if isinstance(side, str) else _ERRORS
                self._hold(not is_error(value) or value.get("kind") in meant for value in found)
        return all(self.are_sound)

    @staticmethod
    def _meant(text: str) -> Mapping[str, str]:
        """The kinds of error that a formula means: some functions fail as they should."""
        kind = failure_of(text)
        return _ERRORS if kind is None else {**_ERRORS, kind: _ALL_ERRORS[kind]}

    def _hold(self, verdicts: Iterable[bool]) -> None:
        self.are_sound = [one and other for one, other in zip(self.are_sound, verdicts, strict=True)]

    def _values_of(self, side: PatternSide, book: Any, probes: ProbeSheet) -> list[Any]:
        """What a part that is looked at is in each copy."""
        if isinstance(side, Constant):
            return [side.value] * len(self.cells)
        if isinstance(side, SideCell):
            sheet = side.sheet or self.sheet
            if sheet not in book.sheet_names:  # as in another case: the calculator knows it by one spelling
                return [_FAILED] * len(self.cells)
            first, step, column = side.row, int(side.moves), side.column
            return [book.get_value(sheet, first + cell.row * step, column) for cell in self.cells]
        places = [probes.place_of(side, self.sheet, cell.row) for cell in self.cells]
        return [_FAILED if place is None else book.get_value(*place) for place in places]

    def lookers(self) -> Iterator[Looker]:
        for cell, is_sound in zip(self.cells, self.are_sound, strict=True):
            yield Looker(self.sheet, cell.row, cell.column, self.pattern, not is_sound)


_FAILED = {"kind": "Unknown"}
"""Stands for a value that could not be looked at."""


def cell_values(workbook: bytes, cells: Sequence[FormulaCell]) -> list[CachedValue | None]:
    """What the calculator makes of every cell, errors of all kinds among them: to hold against what Excel saved there."""
    found = _evaluated(workbook)
    if found is None:
        return [None] * len(cells)
    return [stored(found.get_value(cell.sheet, cell.row, cell.column), _ALL_ERRORS) for cell in cells]


def _evaluated(workbook: bytes) -> Any:
    """The workbook with its formulas worked out; ``None`` where the calculator refuses it."""
    import formualizer

    try:
        book = formualizer.load_workbook_bytes(workbook)
        book.set_deterministic_clock(_CLOCK)
        book.set_temporal_egress("serial")  # as dates they would come out cut to whole seconds
        book.evaluate_all()
    except (RuntimeError, ValueError, OSError, formualizer.ExcelEvaluationError):
        return None
    return book


def stored(value: Any, errors: Mapping[str, str] = _ERRORS) -> CachedValue | None:
    """A value as a cell stores it; ``None`` for what it cannot hold, and for errors that may be the calculator's own."""
    if value.__class__ is float and value - value == 0:  # most are
        return "n", str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
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
    return None
