"""Structured references (``Sales[Amount]``) as plain ones, for a calculator that does not know Tables.

Grammar after ECMA-376 part 1, 18.17.6.2, in the form files hold: ``Sales[[#This Row],[Amount]]``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.excel.formula_patterns import THIS_ROW
from reportgen.ooxml.addresses import Range, column_letters, quoted
from reportgen.ooxml.formulas import parse_formula
from reportgen.record import Record
from reportgen.regex import regex

_ITEM = regex(r"\[((?:'.|[^\[\]'])*)\]")
_UNESCAPE = regex(r"'(.)")


class TableArea(Record):
    """A Table as it is: sheet, area, column names, and whether it has a head and totals."""

    name: str
    sheet: str
    area: Range
    columns: tuple[str, ...]
    head_rows: int
    totals_rows: int


def in_plain_references(
    text: str, sheet: str, row: int, column: int, tables: Mapping[str, TableArea]
) -> str | None:
    """The formula with every structured reference written out; ``None`` where one cannot be read.

    ``tables`` is keyed by name in lower case; ``sheet``, ``row`` and ``column`` are the formula's cell. Its own row is
    written as in a pattern for many.
    """
    parts = [str(part) for part in parse_formula(text).parts]
    made: list[str] = []
    for part in parts:
        if not part.startswith("["):
            made.append(part)
            continue
        named = tables.get(made[-1].lower()) if made else None
        table = named or _around(sheet, row, column, tables)
        if table is None:
            return None
        if named is not None:
            made.pop()
        plain = _plain(part, table, row)
        if plain is None:
            return None
        made.append(plain)
    for index, part in enumerate(made):  # a Table's bare name is its data
        bare = tables.get(part.lower())
        if bare is not None and not "".join(made[index + 1 : index + 2]).startswith(("(", "!")):
            made[index] = _plain("[#Data]", bare, row) or part
    return "".join(made)


def _around(sheet: str, row: int, column: int, tables: Mapping[str, TableArea]) -> TableArea | None:
    for table in tables.values():
        area = table.area
        if table.sheet == sheet and area.top <= row <= area.bottom and area.left <= column <= area.right:
            return table
    return None


def _plain(bracket: str, table: TableArea, row: int) -> str | None:
    inner = bracket[1:-1]
    items = _ITEM.findall(inner) if inner.lstrip().startswith(("[", "@[")) else []
    specials = [item.lower() for item in items if item.startswith("#")]
    if inner.startswith("@"):
        specials.append(_OWN_ROW)
    if not items:
        items = [inner.removeprefix("@")]
        specials += [item.lower() for item in items if item.startswith("#")]
    names = [_UNESCAPE.sub(r"\1", item) for item in items if item and not item.startswith("#")]
    columns = _columns(names, table, is_range="]:[" in inner)
    rows = _rows(specials, table, row)
    if columns is None or rows is None or (_OWN_ROW in specials and len(specials) > 1):
        return None
    top, bottom = (THIS_ROW, THIS_ROW) if specials == [_OWN_ROW] else map(str, rows)
    first = f"{quoted(table.sheet)}!${column_letters(columns[0])}${top}"
    is_cell = top == bottom and columns[0] == columns[1]
    return first if is_cell else f"{first}:${column_letters(columns[1])}${bottom}"


def _columns(names: Sequence[str], table: TableArea, *, is_range: bool) -> tuple[int, int] | None:
    if not names:
        return table.area.left, table.area.right
    known = [name.lower() for name in table.columns]
    if (
        any(name.lower() not in known for name in names)
        or len(names) > 2
        or (len(names) == 2 and not is_range)
    ):
        return None
    at = [table.area.left + known.index(name.lower()) for name in names]
    return min(at), max(at)


_OWN_ROW = "#this row"


def _rows(specials: Sequence[str], table: TableArea, row: int) -> tuple[int, int] | None:
    top, bottom = table.area.top, table.area.bottom
    spans = {
        "#all": (top, bottom),
        "#headers": (top, top) if table.head_rows else None,
        "#totals": (bottom, bottom) if table.totals_rows else None,
        "#data": (top + table.head_rows, bottom - table.totals_rows),
        _OWN_ROW: (row, row),
    }
    found = [spans.get(special) for special in specials or ("#data",)]
    known = [span for span in found if span is not None]
    if len(known) != len(found):
        return None
    return min(span[0] for span in known), max(span[1] for span in known)
