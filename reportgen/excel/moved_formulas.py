"""Formulas moved: every reference follows the rows and columns it points at.

The rules, for a reference from a formula to a row that a loop repeats:

- from outside the loop, a range becomes all its copies, and so does a single cell that is a whole argument of a function
  over many values (``SUM(B5)`` is ``SUM(B5:B24)``); a single cell elsewhere becomes its first copy;
  Where other rows are between the copies (heads of groups), functions that take several ranges or areas and charts get the
  copies alone (``SUM(B5:B7,B9:B10)``), others all from the first to the last (see :mod:`reportgen.excel.group_heads`);
- from inside the loop, a relative reference stays within the same pass, an absolute one (``B$5:B$5``) means all passes;
- in a loop over one row, a relative reference to the row just above means the row above each copy, as Excel fills down;
- to a repeated sheet, such a function takes in all its copies, any other reference the first one;
- over sheets (``SUM(Jan:Dec!B5)``) whose rows moved differently, such a function names the cells of each sheet;
- a range whose rows all went points at empty cells in the sheet's last row, as does a single cell that is a whole argument of
  a function over many values: a sum of nothing is 0. A single cell elsewhere is ``#REF!``, as Excel has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.excel.axis import AxisMap
from reportgen.excel.group_heads import (
    MOST_RANGES,
    SEVERAL_RANGES,
    ColumnsOfRows,
    pieces_of,
    stands_between,
    takes_areas,
    takes_ranges,
)
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW, escaped_head, quoted
from reportgen.ooxml.formulas import Formula, Reference
from reportgen.record import Record, field, replace
from reportgen.regex import regex

_OVER_MANY = frozenset({
    "SUM", "AVERAGE", "COUNT", "COUNTA", "COUNTBLANK", "MAX", "MIN", "PRODUCT", "MEDIAN", "MODE", "MODE.SNGL", "STDEV",
    "STDEV.S", "STDEV.P", "STDEVP", "VAR", "VAR.S", "VAR.P", "VARP", "SUMSQ", "SUMPRODUCT", "SUBTOTAL", "AGGREGATE", "GEOMEAN",
    "HARMEAN", "AVERAGEA", "MAXA", "MINA", "CORREL", "SLOPE", "INTERCEPT", "CONCAT", "TEXTJOIN", "UNIQUE", "SORT", "SORTBY",
    "FILTER", "ROWS", "TRANSPOSE", "FREQUENCY", "AND", "OR", "XOR", "IRR",
})  # fmt: skip
"""Functions over many values: one template cell as an argument is meant as all its copies."""

_RANGES: dict[str, tuple[int, ...]] = {
    "RANK": (1,), "RANK.EQ": (1,), "RANK.AVG": (1,), "LARGE": (0,), "SMALL": (0,), "PERCENTILE": (0,),
    "PERCENTILE.INC": (0,), "PERCENTILE.EXC": (0,), "QUARTILE": (0,), "QUARTILE.INC": (0,), "PERCENTRANK": (0,),
    "SUMIF": (0, 2), "AVERAGEIF": (0, 2), "COUNTIF": (0,), "MATCH": (1,), "XMATCH": (1,), "LOOKUP": (1, 2),
    "VLOOKUP": (1,), "HLOOKUP": (1,), "XLOOKUP": (1, 2), "INDEX": (0,), "NPV": (1,),
    "SUMIFS": (0, *range(1, 30, 2)), "AVERAGEIFS": (0, *range(1, 30, 2)), "MAXIFS": (0, *range(1, 30, 2)),
    "MINIFS": (0, *range(1, 30, 2)), "COUNTIFS": tuple(range(0, 30, 2)),
}  # fmt: skip
"""Functions that take a range as some of their arguments only."""


class TableHead(Record):
    """A column of a Table: where it was, and each of its copies with column and name. A column without copies is gone."""

    column: int
    copies: tuple[tuple[int, str], ...]


class SheetMap(Record):
    """Where a sheet's rows and columns went, and under which name.

    ``more`` are the further copies of a repeated sheet, ``tables`` the new names of a copy's Tables (by the old ones in
    lower case), ``order`` the names of all the template's sheets; ``is_gone``: the sheet was left out.
    """

    rows: AxisMap
    columns: AxisMap
    name: str
    more: tuple[SheetMap, ...] = ()
    tables: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, Mapping[str, TableHead]] = field(default_factory=dict)
    """What became of the columns of Tables whose heads were filled or moved, by Table and old name in lower case."""
    is_gone: bool = False
    order: tuple[str, ...] = ()
    contents: ColumnsOfRows = field(default_factory=dict)

    @property
    def is_identity(self) -> bool:
        return self.rows.is_identity and self.columns.is_identity


class Home(Record):
    """Where a formula is: in the template, and now. Row and column 0: nowhere on a sheet (a name, a chart)."""

    sheet: str
    row: int = 0
    column: int = 0
    output_row: int = 0
    output_column: int = 0


def moved(
    formula: Formula,
    home: Home,
    maps: Mapping[str, SheetMap],
    *,
    spread: bool = False,
    apart: bool = False,
) -> str:
    """The formula as it reads after the fill. ``maps`` holds the sheets that moved, by template name in lower case.

    ``spread`` lets every single cell stand for all its copies (a chart's series, a name); ``apart`` leaves out rows
    between the copies.
    """
    own = maps.get(home.sheet.lower())
    tables = own.tables if own is not None else {}
    formula = with_heads(formula, home, maps)
    return "".join(
        (tables.get(part.lower(), part) if tables else part)
        if isinstance(part, str)
        else moved_reference(part, home, maps, spread, apart)
        for part in formula.parts
    )


def with_heads(formula: Formula, home: Home, maps: Mapping[str, SheetMap]) -> Formula:
    """The formula with the columns of Tables under the names that their heads have now."""
    named = {table: heads for target in maps.values() for table, heads in target.heads.items()}
    if not named:
        return formula
    own = maps.get(home.sheet.lower())
    around = {old: new for heads in (own.heads.values() if own else ()) for old, new in heads.items()}
    parts: list[str | Reference] = []
    functions: list[str] = []
    for index, part in enumerate(formula.parts):
        before = parts[-1] if parts and isinstance(parts[-1], str) else ""
        if part == "(":
            functions.append(str(before).upper())
        elif part == ")" and functions:
            functions.pop()
        elif isinstance(part, str) and part.startswith("["):
            is_last = formula.parts[index + 1 : index + 2] in ((), (")",), (",",))
            over_many = is_last and bool(functions) and functions[-1] in _OVER_MANY
            part = _with_names(part, named.get(str(before).lower(), around), home, own, over_many)
            if part == "#REF!" and str(before).lower() in named:
                parts.pop()
        parts.append(part)
    return Formula(tuple(parts))


_ITEM = regex(r"\[(@?)((?:'.|[^\[\]'])*)\]")


def _with_names(
    bracket: str, heads: Mapping[str, TableHead], home: Home, own: SheetMap | None, over_many: bool
) -> str:
    """A structured reference's bracket with names of now; ``#REF!`` where a column is gone."""
    is_gone = False

    def renamed(found: re.Match[str]) -> str:
        nonlocal is_gone
        head = heads.get(re.sub(r"'(.)", r"\1", found[2]).lower())
        if head is None:
            return found[0]
        names = _names_for(head, home, own)
        if not names:
            is_gone = True
            return found[0]
        at = names[-1 if bracket[: found.start()].endswith(":") else 0]
        if over_many and len(names) > 1 and "]:[" not in bracket:
            whole = f"[{escaped_head(names[0])}]:[{escaped_head(names[-1])}]"
            return whole if len(found[0]) < len(bracket) else f"[{whole}]"
        return f"[{found[1]}{escaped_head(at)}]"

    made = _ITEM.sub(renamed, bracket)
    return "#REF!" if is_gone else made


def _names_for(head: TableHead, home: Home, own: SheetMap | None) -> list[str]:
    """The names of a column's copies; from within the loop over columns, those of the same pass."""
    window = None
    if own is not None and home.column:
        shared = shared_loops(own.columns, head.column, head.column, home.column)
        window = own.columns.window(shared, home.output_column) if shared else None
    low, high = window or (1, LAST_COLUMN + 1)
    return [name for column, name in head.copies if low <= column < high]


def moved_reference(
    reference: Reference, home: Home, maps: Mapping[str, SheetMap], spread: bool = False, apart: bool = False
) -> str:
    """One reference as it reads after the fill."""
    if reference.external:
        return str(reference)
    if len(reference.sheets) > 1:
        return _moved_over_sheets(reference, maps, spread)
    sheet = (reference.sheets or (home.sheet,))[0]
    target = maps.get(sheet.lower())
    if target is None:
        return str(reference)
    if target.is_gone:
        return "#REF!"
    if target.more and reference.function in SEVERAL_RANGES:
        return ",".join(
            moved_reference(reference, home, {**maps, sheet.lower(): copy}, spread)
            for copy in copies_of(target)
        )
    is_own = sheet.lower() == home.sheet.lower()
    cells = _moved_cells(reference, target, home if is_own else Home(""), spread, apart)
    if cells == _NOTHING:
        return cells
    text = moved_prefix(reference, target) + cells if cells else "#REF!"
    return f"({text})" if "," in cells and not apart and takes_areas(reference) else text


def copies_of(target: SheetMap) -> tuple[SheetMap, ...]:
    """Every copy of a repeated sheet, the first one too."""
    return replace(target, more=()), *target.more


_NOTHING = "0"
"""What a sum adds where none of its cells is left; other functions look at an empty cell."""


def _moved_cells(
    reference: Reference, target: SheetMap, home: Home, spread: bool, apart: bool = False
) -> str:
    """The cells of a reference to one sheet; empty for a single cell that went away.

    ``home`` has a row and a column where the formula is on that sheet.
    """
    widen = spread or is_over_many(reference)
    first, last = reference.first, reference.last
    row_ends = (first.row, first.row_fixed), None if last is None else (last.row, last.row_fixed)
    column_ends = (
        (first.column, first.column_fixed),
        None if last is None else (last.column, last.column_fixed),
    )
    is_one_row = last is None or (first.row == last.row and first.column != last.column)
    rows = moved_axis(target.rows, *row_ends, (home.row, home.output_row), widen, is_one_row)
    columns = moved_axis(target.columns, *column_ends, (home.column, home.output_column), widen)
    if rows is None or columns is None:
        if (last is None and not widen) or reference.function in ("ROWS", "COLUMNS", "COUNTBLANK"):
            return ""
        if reference.function == "SUM":
            return _NOTHING
    is_split = apart or takes_ranges(reference)
    if rows is not None and columns is not None and (is_split or takes_areas(reference)):
        end = last or first
        down = pieces_of(target.rows, first.row, end.row, rows)
        across = pieces_of(target.columns, first.column, end.column, columns)
        areas = [(row, column) for row in down for column in across]
        if 1 < len(areas) <= MOST_RANGES and (
            is_split
            or len(across) > 1
            or stands_between(target.rows, target.contents, first.row, end.row, rows, columns)
        ):
            prefix = moved_prefix(reference, target)
            return f",{prefix}".join(_written(reference, *area) for area in areas)
    return _written(reference, rows, columns)


def _moved_over_sheets(reference: Reference, maps: Mapping[str, SheetMap], spread: bool) -> str:
    """A 3-D reference: kept where its cells are the same on all its sheets, else one reference for each sheet.

    Where the function takes no list of ranges, Excel has no way to say it, and ``#REF!`` is better than other cells.
    """
    order = next((sheet.order for sheet in maps.values() if sheet.order), reference.sheets)
    places = [name.lower() for name in order]
    ends = sorted(places.index(name.lower()) for name in reference.sheets if name.lower() in places)
    between = order[ends[0] : ends[-1] + 1] if len(ends) == 2 else reference.sheets
    as_written = f"{reference.first}" + ("" if reference.last is None else f":{reference.last}")
    cells: list[tuple[str, str]] = []
    for name in between:
        target = maps.get(name.lower())
        if target is None:
            cells.append((name, as_written))
        elif not target.is_gone:
            cells += [
                (copy.name, said)
                for copy in copies_of(target)
                if (said := _moved_cells(reference, copy, Home(""), spread)) not in ("", _NOTHING)
            ]
    if not cells:
        return _NOTHING if reference.function == "SUM" else "#REF!"
    if len({said for _, said in cells}) == 1:
        first, last = cells[0][0], cells[-1][0]
        if (first, last) == (between[0], between[-1]):
            return reference.prefix + cells[0][1]
        return _quoted_pair(first, last) + cells[0][1]
    if reference.function not in SEVERAL_RANGES:
        return "#REF!"
    return ",".join(f"{quoted(name)}!{said}" for name, said in cells)


def _quoted_pair(first: str, last: str) -> str:
    if first == last:
        return quoted(first) + "!"
    if quoted(first) == first and quoted(last) == last:
        return f"{first}:{last}!"
    return "'" + ":".join(name.replace("'", "''") for name in (first, last)) + "'!"


def is_over_many(reference: Reference) -> bool:
    """Whether the reference is where a function wants many values."""
    return reference.function in _OVER_MANY or reference.argument in _RANGES.get(reference.function, ())


def moved_prefix(reference: Reference, target: SheetMap) -> str:
    """The sheet of a reference under its name now, with the ``!``; as written where it kept its name."""
    if not reference.sheets or target.name == reference.sheets[0]:
        return reference.prefix
    return quoted(target.name) + "!"


def moved_axis(
    axis: AxisMap,
    first: tuple[int | None, bool],
    last: tuple[int | None, bool] | None,
    home: tuple[int, int],
    widen: bool,
    is_one_line: bool = False,
) -> tuple[int, int] | None:
    """Where one dimension of a reference went: its first and last position, ``None`` where all of it went away.

    A whole row or column has no position in the other dimension; then (0, 0). ``is_one_line``: what lies in one line of a
    finished workbook follows that line alone, and not its copies.
    """
    low, low_fixed = first
    if low is None:
        return 0, 0
    high, high_fixed = first if last is None or last[0] is None else (last[0], last[1])
    if high is None:
        return 0, 0
    if low == high and low_fixed != high_fixed and last is not None and home[0]:
        ends = _running(axis, low, low_fixed, home)  # B$5:B5, a running total
        if ends is not None:
            return ends
    if low > high:
        low, high, low_fixed, high_fixed = high, low, high_fixed, low_fixed
    fixed = low_fixed and high_fixed
    above = row_above(axis, low, high, fixed, home)
    if above is not None:
        return above
    shared = shared_loops(axis, low, high, home[0]) if home[0] and not fixed else ()
    window = axis.window(shared, home[1]) if shared else None
    if is_one_line and window is None and low in axis.stays:
        return axis.stays[low], axis.stays[low]
    found = axis.span(low, high, window)
    if found is None:
        return None
    if last is None and not widen:
        return found[0], found[0]
    return found


def _running(
    axis: AxisMap, position: int, first_fixed: bool, home: tuple[int, int]
) -> tuple[int, int] | None:
    everything = axis.span(position, position)
    shared = shared_loops(axis, position, position, home[0])
    here = axis.span(position, position, axis.window(shared, home[1])) if shared else everything
    if everything is None or here is None:
        return None
    return (everything[0], here[1]) if first_fixed else (here[0], everything[1])


def row_above(
    axis: AxisMap, low: int, high: int, fixed: bool, home: tuple[int, int]
) -> tuple[int, int] | None:
    """In a loop over one row: where a relative reference to the row just above points, else ``None``."""
    if fixed or not home[0] or low != high or low >= home[0] or not axis.is_alone_in_loop(home[0]):
        return None
    return (home[1] - 1, home[1] - 1) if low == axis.before(home[0]) else None


def shared_loops(axis: AxisMap, low: int, high: int, home: int) -> tuple[int, ...]:
    """The loops that hold both ends of a reference and the formula, outermost first."""
    shared = []
    for loop, other, own in zip(axis.loops_at(low), axis.loops_at(high), axis.loops_at(home), strict=False):
        if not loop == other == own:
            break
        shared.append(loop)
    return tuple(shared)


def _written(reference: Reference, rows: tuple[int, int] | None, columns: tuple[int, int] | None) -> str:
    first, last = reference.first, reference.last
    if rows is None or columns is None:
        empty_row = LAST_ROW if rows is None else rows[0]
        empty_column = LAST_COLUMN if columns is None else columns[0]
        rows = (rows and (rows[0], rows[1])) or (empty_row, empty_row)
        columns = (columns and (columns[0], columns[1])) or (empty_column, empty_column)
    new_first = replace(first, row=rows[0] or None, column=columns[0] or None)
    end = last or first
    new_last = replace(end, row=rows[1] or None, column=columns[1] or None)
    if last is None and (new_last.row, new_last.column) == (new_first.row, new_first.column):
        return str(new_first)
    return f"{new_first}:{new_last}"
