"""Tables whose parts no longer sum: total rows, and rows “of which” larger than their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.findings import Finding, Place
from reportgen.language.any_language import pattern
from reportgen.language.printed_numbers import is_percentage, printed_number
from reportgen.living.audit.codes import found
from reportgen.record import Record


class GridCell(Record):
    """A cell of a table: its text, its number where it holds nothing else, its place. ``exact``: the cell's stored number."""

    text: str
    number: Decimal | None
    place: Place


class GridRow(Record):
    """A row of a table by grid column; ``label`` is its first text, ``is_head`` whether it is a head."""

    label: str
    cells: dict[int, GridCell]
    is_head: bool = False
    indent: int = 0


def table_number(text: str) -> Decimal | None:
    """The number that a cell's text is, ``None`` for texts, qualified and missing numbers, percentages."""
    printed = printed_number(text)
    return None if printed is None or is_percentage(text) else printed.value


def check_sums(rows: Sequence[GridRow]) -> Iterator[Finding]:
    """Findings for one table."""
    heads = _heads(rows)
    body = [row for row in rows if not row.is_head]
    for place, row in enumerate(body):
        if pattern("table_words", "TOTAL_ROW").search(row.label):
            yield from _total(row, _parts_of(body, place), heads)
        elif pattern("table_words", "PART_ROW").search(row.label):
            yield from _part(row, _whole_of(body, place), heads)


def _heads(rows: Sequence[GridRow]) -> dict[int, str]:
    """The text over each column."""
    heads: dict[int, str] = {}
    for row in rows:
        if row.is_head:
            for column, cell in row.cells.items():
                heads[column] = f"{heads.get(column, '')} {cell.text}".strip()
    return heads


def _parts_of(body: Sequence[GridRow], place: int) -> list[GridRow]:
    """The rows that a total sums: those since the last total or heading, without “of which” rows; below it, where it leads."""
    parts: list[GridRow] = []
    for row in reversed(body[:place]):
        if pattern("table_words", "TOTAL_ROW").search(row.label) or not any(
            cell.number is not None for cell in row.cells.values()
        ):
            break
        if not pattern("table_words", "PART_ROW").search(row.label) and row.indent <= body[place].indent:
            parts.append(row)
    if parts or place:
        return parts
    for row in body[place + 1 :]:
        if pattern("table_words", "TOTAL_ROW").search(row.label):
            break
        if not pattern("table_words", "PART_ROW").search(row.label) and any(
            cell.text.strip() for cell in row.cells.values()
        ):
            parts.append(row)
    return parts


def _whole_of(body: Sequence[GridRow], place: int) -> GridRow | None:
    return next(
        (row for row in reversed(body[:place]) if not pattern("table_words", "PART_ROW").search(row.label)),
        None,
    )


def _total(row: GridRow, parts: Sequence[GridRow], heads: dict[int, str]) -> Iterator[Finding]:
    if len(parts) < 2:
        return
    for column, cell in row.cells.items():
        if cell.number is None or pattern("table_words", "RATE_HEAD").search(heads.get(column, "")):
            continue
        numbers = [part.cells[column].number if column in part.cells else None for part in parts]
        known = [number for number in numbers if number is not None]
        if len(known) != len(parts):
            continue
        places = min(_exponent(number) for number in (*known, cell.number))
        half_units = Decimal(len(known) + 1) * Decimal(5).scaleb(places - 1)
        if abs(sum(known, Decimal(0)) - cell.number) >= half_units:
            yield found(
                "sum-of-parts", cell.place, sum=sum(known, Decimal(0)), text=cell.text.strip(),
                column=heads.get(column, ""),
            )  # fmt: skip


def _part(row: GridRow, whole: GridRow | None, heads: dict[int, str]) -> Iterator[Finding]:
    if whole is None:
        return
    for column, cell in row.cells.items():
        above = whole.cells.get(column)
        if (
            cell.number is None
            or above is None
            or above.number is None
            or pattern("table_words", "RATE_HEAD").search(heads.get(column, ""))
        ):
            continue
        if cell.number > above.number >= 0 and _same_unit(row, whole):
            yield found(
                "part-above-whole", cell.place, part=row.label.strip(), text=cell.text.strip(), whole=above.text.strip(),
                column=heads.get(column, ""),
            )  # fmt: skip


def _same_unit(row: GridRow, whole: GridRow) -> bool:
    """Whether neither row names a unit in a column of its own, or both the same."""

    def unit(of: GridRow) -> str:
        texts = [cell.text.strip() for column, cell in sorted(of.cells.items()) if cell.number is None]
        return texts[1] if len(texts) > 1 and texts[1] not in ("…", "—", "") else ""

    return unit(row) == unit(whole)


def _exponent(number: Decimal) -> int:
    return int(number.as_tuple().exponent)
