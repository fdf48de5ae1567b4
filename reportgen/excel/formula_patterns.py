"""Formulas that many rows share: one text with marks for the row, read once for all its copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from reportgen.excel.formula_checks import Rule, checks_of
from reportgen.excel.vouched_functions import Reading, read_uses
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW, quoted
from reportgen.ooxml.formulas import Reference, parse_formula
from reportgen.ooxml.sheet_cells import decimal_of
from reportgen.record import Record, replace
from reportgen.regex import regex

THIS_ROW, ROW_ABOVE = "\x00", "\x03"
"""In a pattern the signs for the row its copy gets into, and the one above. A formula without them is its own pattern."""

_LITERAL = regex(r'"(?:[^"]|"")*"')
_SAMPLE, _OTHER = 800_003, 800_006
"""Rows to read a pattern in: what differs between the two moves with the row."""


def in_row(pattern: str, row: int) -> str:
    """The formula of a row."""
    text = pattern.replace(THIS_ROW, str(row))
    return text.replace(ROW_ABOVE, str(row - 1)) if ROW_ABOVE in text else text


def seen_from(text: str, row: int) -> str:
    """The pattern of a formula that is in ``row``: the same for what was filled down from one cell."""
    marks: dict[int | None, str] = {row: THIS_ROW, row - 1: ROW_ABOVE}
    return "".join(
        part if isinstance(part, str) else _seen_from(part, marks) for part in parse_formula(text).parts
    )


def _seen_from(reference: Reference, marks: Mapping[int | None, str]) -> str:
    corners = [corner for corner in (reference.first, reference.last) if corner is not None]
    return reference.prefix + ":".join(
        f"{replace(corner, row=None)}{marks[corner.row]}"
        if corner.row in marks and not corner.row_fixed and corner.column is not None
        else str(corner)
        for corner in corners
    )


class LookedAt(Record):
    """An area that a formula looks at, as seen from row 0 where an end moves with the row. No sheet: its own."""

    sheet: str
    top: int
    bottom: int
    left: int
    right: int
    moves_top: bool
    moves_bottom: bool

    def rows(self, row: int) -> tuple[int, int]:
        """First and last row, for the formula in ``row``."""
        return self.top + row * self.moves_top, self.bottom + row * self.moves_bottom


class SideCell(Record):
    """A side of a comparison that is a cell. No sheet: the formula's own."""

    sheet: str
    row: int
    column: int
    moves: bool


class Constant(Record):
    """A part that is a number or a text as written."""

    value: float | str


PatternSide = str | Constant | SideCell
"""A part that a check looks at: a pattern of its own, what is known, or a cell."""


class PatternCheck(Record):
    """A rule, and the parts it looks at."""

    rule: Rule
    sides: tuple[PatternSide, ...]


class PatternReading(Record):
    """What a formula uses and looks at, and what must be true of its parts."""

    uses: Reading
    looks: tuple[LookedAt, ...]
    checks: tuple[PatternCheck, ...] = ()
    is_out_of_bounds: bool = False
    """Whether it has more checks than are worth their time, or a part that is known breaks a rule."""

    @property
    def patterns_to_work_out(self) -> tuple[str, ...]:
        """The parts that have to be worked out by themselves."""
        sides = (side for check in self.checks for side in check.sides if isinstance(side, str))
        return tuple(dict.fromkeys(sides))


_MOST_CHECKS = 12
"""Of one formula."""


@lru_cache(maxsize=4096)
def read_pattern(pattern: str) -> PatternReading:
    """Read a pattern, for all its rows."""
    text = in_row(pattern, _SAMPLE)
    uses = read_uses(text)
    looks = tuple(_looks(text, in_row(pattern, _OTHER)))
    if not uses.is_proved:
        return PatternReading(uses, looks)
    checks, keeps_rules = [], True
    for rule, parts in checks_of(pattern):
        check = PatternCheck(rule, tuple(map(_side, parts)))
        known = [side.value for side in check.sides if isinstance(side, Constant)]
        if len(known) < len(check.sides):
            checks.append(check)
        elif not rule(*known):
            keeps_rules = False
    if len(checks) > _MOST_CHECKS or not keeps_rules:
        return PatternReading(uses, looks, is_out_of_bounds=True)
    return PatternReading(uses, looks, tuple(checks))


def on_sheet(pattern: str, sheet: str) -> str | None:
    """The pattern with ``sheet`` before every reference to the formula's own sheet; ``None`` where that cannot be said."""
    one, other = (_on_sheet(in_row(pattern, row), sheet) for row in (_SAMPLE, _OTHER))
    made = one.replace(str(_SAMPLE), THIS_ROW).replace(str(_SAMPLE - 1), ROW_ABOVE)
    return made if in_row(made, _OTHER) == other else None


def _on_sheet(text: str, sheet: str) -> str:
    return "".join(
        f"{quoted(sheet)}!{part}" if isinstance(part, Reference) and not part.prefix else str(part)
        for part in parse_formula(text).parts
    )


def _looks(text: str, other: str) -> Iterator[LookedAt]:
    for one, elsewhere in zip(parse_formula(text).references, parse_formula(other).references, strict=True):
        (top, bottom), (other_top, other_bottom) = _rows(one), _rows(elsewhere)
        moves = top != other_top, bottom != other_bottom
        left, right = sorted((one.first.column or 1, (one.last or one.first).column or LAST_COLUMN))
        top -= _SAMPLE * moves[0]
        bottom -= _SAMPLE * moves[1]
        yield LookedAt((one.sheets or ("",))[0].lower(), top, bottom, left, right, *moves)


def _rows(reference: Reference) -> tuple[int, int]:
    first, last = reference.first.row, (reference.last or reference.first).row
    return (1, LAST_ROW) if first is None or last is None else (min(first, last), max(first, last))


def _side(pattern: str) -> PatternSide:
    number = decimal_of(pattern)
    if number is not None:
        return Constant(float(number))
    if _LITERAL.fullmatch(pattern):
        return Constant(pattern[1:-1].replace('""', '"'))
    parts, elsewhere = (parse_formula(in_row(pattern, row)).parts for row in (_SAMPLE, _OTHER))
    one, other = parts[0], elsewhere[0]
    if len(parts) != 1 or not isinstance(one, Reference) or not isinstance(other, Reference):
        return pattern
    row, column = one.first.row, one.first.column
    if one.last is not None or row is None or column is None:
        return pattern
    moves = row != other.first.row
    return SideCell((one.sheets or ("",))[0], row - _SAMPLE * moves, column, moves)
