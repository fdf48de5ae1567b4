"""The first sheets of the book: the cover, which lists the contents with links, and the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.databook.book_cells import Count, Jump, SheetColumn, SheetTable, Text
from reportgen.databook.book_style import MUTED, RULE, CellStyle
from reportgen.databook.fitting import row_height
from reportgen.databook.sheet import write_grid
from reportgen.databook.wording import BookWords
from reportgen.ooxml.addresses import quoted
from reportgen.record import Record
from reportgen.style import Style

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


SUBJECTS = (
    "symbols", "qualifiers", "bounds", "rounding", "units", "comparability", "growth", "targets", "status", "colours",
    "missing-facts",
)  # fmt: skip
"""What the notes sheet explains, in this order."""
_COVER_WIDTHS = (26.0, 84.0, 10.0)
STEPS = 4
"""Of following a number to its source, as the cover says them."""


class ContentsEntry(Record):
    """A line of the contents: the sheet, what it holds, how many rows its table has."""

    sheet: str
    title: str
    rows: int | None = None


def contents_grid(entries: Sequence[ContentsEntry], words: BookWords, name: str) -> SheetTable:
    """One line a sheet, each a link to it."""
    dash = Text(words.dash, "missing")
    rows = tuple(
        (
            Jump(entry.sheet, f"internal:{quoted(entry.sheet)}!A1", entry.title[:200]),
            Text(entry.title),
            dash if entry.rows is None else Count(entry.rows, "0"),
        )
        for entry in entries
    )
    columns = (
        SheetColumn(words("sheet"), _COVER_WIDTHS[0]),
        SheetColumn(words("holds"), _COVER_WIDTHS[1]),
        SheetColumn(words("rows"), _COVER_WIDTHS[2], "number"),
    )
    return SheetTable(name, columns, rows, words("contents"))


def _explained(subject: str, style: Style) -> str:
    if subject == "symbols" and not (style.missing and style.not_applicable and style.tiny):
        return "about.symbols.blank"
    is_other = subject == "rounding" and style.rounding != "half_up"
    return f"about.{subject}.{style.rounding if is_other else 'text'}"


def _signs(style: Style) -> dict[str, str]:
    return {"missing": style.missing, "not_applicable": style.not_applicable, "small": style.tiny}


def notes_grid(words: BookWords, name: str, reasons: Mapping[str, int]) -> SheetTable:
    """Symbols, qualifiers, rounding and methods: what a reader must know to read the numbers right; then why figures have no
    number, by the numbers that the calculation sheets name."""
    subjects = [
        (words(f"about.{subject}"), words(_explained(subject, words.style), **_signs(words.style)))
        for subject in SUBJECTS
    ]
    numbered = [(words("note-number", number=number), reason) for reason, number in reasons.items()]
    rows = tuple((Text(head, "strong"), Text(text)) for head, text in (*subjects, *numbered))
    return SheetTable(name, (SheetColumn(words("subject"), 30), SheetColumn(words("explanation"), 112)), rows)


class CoverLines(Record):
    """What the cover says: title, subtitle, pairs of head and text, remarks, each in the book's language."""

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, int], ...]
    how_to: tuple[str, ...]
    contents: SheetTable


def write_cover(worksheet: Worksheet, style: CellStyle, lines: CoverLines, words: BookWords) -> None:
    """Write the cover: what the book is, how to follow a number, and below it the contents; nothing merged."""
    worksheet.hide_gridlines(2)
    worksheet.set_row(0, 36)
    worksheet.write_string(0, 0, lines.title, style.heading("Title"))
    worksheet.write_string(1, 0, lines.subtitle, style.format(font_size=13, font_color=MUTED))
    row = 3
    head = style.format(font_color=MUTED, bottom=4, bottom_color=RULE)
    text = style.format(text_wrap=True, bottom=4, bottom_color=RULE)
    for name, fact in lines.facts:
        worksheet.write_string(row, 0, name, head)
        worksheet.write_string(row, 1, fact, text)
        row += 1
    row = _section(worksheet, style, row + 1, words("in-numbers"))
    whole = style.format(align="left", num_format="#,##0", bottom=4, bottom_color=RULE)
    for name, count in lines.numbers:
        worksheet.write_string(row, 0, name, head)
        worksheet.write_number(row, 1, count, whole)
        row += 1
    row = _section(worksheet, style, row + 1, words("how-to"))
    for number, step in enumerate(lines.how_to, start=1):
        worksheet.write_number(row, 0, number, style.format(align="left", font_color=MUTED))
        worksheet.write_string(row, 1, step, style.format(text_wrap=True))
        worksheet.set_row(row, row_height([step], lines.contents.columns[1:2]))
        row += 1
    row = _section(worksheet, style, row + 1, words("contents"))
    write_grid(worksheet, style, lines.contents, row, words("contents"))


def _section(worksheet: Worksheet, style: CellStyle, row: int, text: str) -> int:
    worksheet.write_string(row, 0, text, style.heading("Heading 2"))
    return row + 1
