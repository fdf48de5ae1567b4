"""Rows of numbers that people put into tables of figures: after the figures moved they are among those of another period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.finished.document import FinishedWorkbook
from reportgen.word.located import Paragraph, XmlTable, paragraphs_of

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading
    from reportgen.finished.document import FinishedText
    from reportgen.word.located import Block, XmlRow

_JOINED = " | "


def own_rows_of_text(document: FinishedText, now: FinishedText) -> Iterator[tuple[tuple[str, int, str], str]]:
    """The rows in ``document`` that show no figure, say a number, and are not in ``now``: part, paragraph and text of each."""
    known = {
        text
        for blocks in now.stories.values()
        for table in _tables(blocks)
        for _, text in _without_figures(table)
    }
    for part, blocks in document.stories.items():
        for table in _tables(blocks):
            for row, text in _without_figures(table):
                if text not in known:
                    yield (part, _paragraphs(row)[0].number, text), text


def _tables(blocks: list[Block]) -> Iterator[XmlTable]:
    for block in blocks:
        if isinstance(block, XmlTable):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from _tables(cell.blocks)


def _without_figures(table: XmlTable) -> Iterator[tuple[XmlRow, str]]:
    """The rows of numbers that show no figure, of a table that shows some."""
    if not any(one.keys for row in table.rows for one in _paragraphs(row)):
        return
    for row in table.rows:
        texts = [" ".join(one.text for one in paragraphs_of(cell.blocks)).strip() for cell in row.cells]
        if not any(one.keys for one in _paragraphs(row)) and re.search(r"\d", "".join(texts[1:])):
            yield row, _JOINED.join(texts)


def _paragraphs(row: XmlRow) -> list[Paragraph]:
    return [one for cell in row.cells for one in paragraphs_of(cell.blocks)]


def own_rows_of_sheets(
    document: FinishedWorkbook, now: FinishedWorkbook
) -> Iterator[tuple[tuple[str, int, int], str]]:
    """The same of sheets, where a typed number is in a column of figures: sheet, row and column of it, and the row's texts."""
    known = {text for sheet in now.book.sheets for _, text in _typed(now, sheet)}
    for sheet in document.book.sheets:
        for (row, column), text in _typed(document, sheet):
            if text not in known:
                yield (sheet.name, row, column), text


def _typed(document: FinishedWorkbook, sheet: SheetReading) -> Iterator[tuple[tuple[int, int], str]]:
    """Each row's first number that is neither figure nor formula, in a row without figures."""
    shown = [one for one in document.book.figure_cells if one.sheet == sheet.name]
    rows, columns = {one.row for one in shown}, {one.column for one in shown}
    found: set[int] = set()
    for (row, column), cell in sorted(sheet.cells.items()):
        is_typed = cell.number is not None and cell.formula is None
        if is_typed and column in columns and row not in rows and row not in found:
            found.add(row)
            texts = (one.text for (at, _), one in sorted(sheet.cells.items()) if at == row)
            yield (row, column), _JOINED.join(texts)
