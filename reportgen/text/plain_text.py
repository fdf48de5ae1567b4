"""Plain text, as in a mail: nothing but words; tables in columns of blanks; and such a text read again."""

from __future__ import annotations

from reportgen.content import Table, TableRow
from reportgen.display_width import display_width
from reportgen.regex import regex
from reportgen.rendered import LineReading
from reportgen.text.table_lines import below, column_heads, titled, without
from reportgen.text.writing import Inlines
from reportgen.text.written_values import shown_width

_GAP = "  "
_INDENT = "  "
_SOURCE_MARK = regex(r"\[\d+(?:[-–,、]\s*\d+)*\]")
_COLUMNS = regex(r"\S {2,}\S")


class PlainText:
    """See :class:`reportgen.text.writing.Writing`."""

    def words(self, text: str) -> str:
        return text

    def linked(self, shown: str, anchor: str) -> str:
        return shown

    def address(self, shown: str, url: str) -> str:
        return shown if shown == url else f"{shown} ({url})"

    def anchored(self, shown: str, anchor: str) -> str:
        return shown

    def table(self, table: Table, inline: Inlines) -> list[str]:
        rows = [column_heads(table), *(_cells(row, len(table.columns), inline) for row in table.rows)]
        widths = [max(shown_width(row[at]) for row in rows) for at in range(len(table.columns))]
        numbers = [column.align == "number" for column in table.columns]
        lines = [_line(row, widths, numbers) for row in rows]
        lines.insert(1, _GAP.join("-" * width for width in widths))
        title, unit = titled(table)
        return [*filter(None, (title, unit)), *lines, *below(table, inline)]

    def line(self, number: int, line: str) -> LineReading:
        """The words; the digits of source marks are no figures."""
        marks = [at[0] for at in _SOURCE_MARK.finditer(line)]
        return without(number, line.strip(), marks, is_row=_COLUMNS.search(line.strip()) is not None)


def _cells(row: TableRow, columns: int, inline: Inlines) -> list[str]:
    cells = [inline(cell.shown).replace("\n", " ") for cell in row.cells]
    cells[:1] = [_INDENT * row.indent + " " * round(display_width(row.lead)) + cells[0]] if cells else []
    return [*cells, *[""] * (columns - len(cells))]


def _line(cells: list[str], widths: list[int], numbers: list[bool]) -> str:
    padded = []
    for text, width, is_number in zip(cells, widths, numbers, strict=True):
        blanks = " " * (width - shown_width(text))
        padded.append(blanks + text if is_number else text + blanks)
    return _GAP.join(padded).rstrip()
