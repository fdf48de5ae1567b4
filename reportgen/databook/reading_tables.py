"""The pack's tables as Excel Tables: numbers stay numbers, rounded as printed, each with the format that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content import Inline, Link, Number, Sentence, SourceMark, Table, TableCell, TableRow
from reportgen.databook.book_cells import BookCell, Count, Jump, SheetColumn, SheetTable, Text, fitting_width
from reportgen.databook.sheet import SheetWords
from reportgen.databook.wording import BookWords
from reportgen.display_width import display_width
from reportgen.style import BlankSign

_INDENT = 3
"""About how many characters a level of indent takes in a cell."""


def reading_grid(table: Table, words: BookWords, name: str, printed: int | None = None) -> SheetTable:
    """The table's grid. A heading across the table becomes a column of its own, because an Excel Table that is
    sorted or filtered must not lose it; source marks beside numbers go to a last column, so that numbers stay typed."""
    sections = _sections(table)
    marks = [_marks(row) for row in table.rows if row.role != "group"]
    body = [row for row in table.rows if row.role != "group"]
    rows = []
    for row, section, mark in zip(body, sections or [""] * len(body), marks, strict=True):
        cells: list[BookCell] = [Text(section, "strong")] if sections else []
        cells += [
            _cell(cell, row, first=position == 0, words=words) for position, cell in enumerate(row.cells)
        ]
        if any(marks):
            cells.append(Text(mark or words.dash))
        rows.append(tuple(cells))
    columns = _columns(table, rows, words, with_sections=bool(sections), with_marks=any(marks))
    strong = frozenset(position for position, row in enumerate(body) if row.role == "total")
    return SheetTable(name, columns, tuple(rows), table.alt_text, strong, printed)


def reading_frame(table: Table, title: str, words: BookWords) -> SheetWords:
    """Title, unit and notes of the table, in its own words."""
    notes = [*words.noted(table.notes, table.note_marks), *words.sourced(table.source)]
    parts = [words("unit", unit=table.unit)] if table.unit else []
    parts.append(words("one-table"))
    return SheetWords(title, words.joined(parts), words("back"), tuple(notes))


def _sections(table: Table) -> list[str]:
    """For each body row the heading above it; nothing where the table has no headings."""
    if not any(row.role == "group" for row in table.rows):
        return []
    found: list[str] = []
    current = ""
    for row in table.rows:
        if row.role == "group":
            current = " ".join(text for cell in row.cells if (text := str(cell.content)))
        else:
            found.append(current)
    return found


def _columns(
    table: Table,
    rows: Sequence[tuple[BookCell, ...]],
    words: BookWords,
    *,
    with_sections: bool,
    with_marks: bool,
) -> tuple[SheetColumn, ...]:
    heads = [(_head(column.group, column.head, column.unit, words), column.align) for column in table.columns]
    if with_sections:
        heads.insert(0, (words("section"), "text"))
    if with_marks:
        heads.append((words("source"), "text"))
    columns = []
    for position, (head, align) in enumerate(heads):
        width = fitting_width(head, (row[position] for row in rows), least=10, most=48)
        columns.append(SheetColumn(head, width, align))
    return tuple(columns)


def _head(group: str, head: str, unit: str, words: BookWords) -> str:
    """One head a column: a group's head comes before its own, the unit after it in brackets."""
    whole = words.under(group, head)
    return words.with_unit(whole, unit) if unit else whole


def _cell(cell: TableCell, row: TableRow, *, first: bool, words: BookWords) -> BookCell:
    strong = cell.emphasis or ("strong" if row.role == "total" else "")
    content = _without_marks(cell.shown)
    if isinstance(content, Number) and content.value is not None:
        return Count(content.value, content.number_format, strong or "plain")
    if isinstance(content, Link) and content.url:
        return Jump(content.text, content.url)
    text = str(content).strip()
    if not text:
        return Text(words.dash, "missing")
    style = "missing" if _is_blank(content) else strong or "wrap"
    return Text(text, style, indent=row.indent + round(display_width(row.lead) / _INDENT) if first else 0)


def _is_blank(content: Inline | Sentence) -> bool:
    return isinstance(content.text if isinstance(content, Number) else content, BlankSign)


def _without_marks(content: Inline | Sentence) -> Inline | Sentence:
    """The content without source marks; a sentence of one part is that part."""
    if not isinstance(content, Sentence):
        return "" if isinstance(content, SourceMark) else content
    parts = tuple(part for part in content.parts if not isinstance(part, SourceMark))
    filled = tuple(part for part in parts if str(part).strip())
    return filled[0] if len(filled) == 1 else Sentence(parts)


def _marks(row: TableRow) -> str:
    """The row's source marks, each once, in order."""
    found: dict[str, None] = {}
    for cell in row.cells:
        parts = cell.content.parts if isinstance(cell.content, Sentence) else (cell.content,)
        found |= dict.fromkeys(part.text for part in parts if isinstance(part, SourceMark))
    return " ".join(found)
