"""Rows of numbers that people put into tables of figures: after the figures moved they are among those of another period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.word.located import Paragraph, XmlTable, paragraphs_of

if TYPE_CHECKING:
    from reportgen.word.located import Block, XmlRow

ROW_JOINED = " | "
"""What parts the cells of a row in its text."""


def rows_without_figures(blocks: list[Block]) -> Iterator[tuple[int, str]]:
    """The rows of numbers that show no figure, of tables that show some: each row's first paragraph by its number, and its text."""
    for table in _tables(blocks):
        if any(one.keys for row in table.rows for one in _paragraphs(row)):
            for row in table.rows:
                texts = [
                    " ".join(one.text for one in paragraphs_of(cell.blocks)).strip() for cell in row.cells
                ]
                if not any(one.keys for one in _paragraphs(row)) and re.search(r"\d", "".join(texts[1:])):
                    yield _paragraphs(row)[0].number, ROW_JOINED.join(texts)


def _tables(blocks: list[Block]) -> Iterator[XmlTable]:
    for block in blocks:
        if isinstance(block, XmlTable):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from _tables(cell.blocks)


def _paragraphs(row: XmlRow) -> list[Paragraph]:
    return [one for cell in row.cells for one in paragraphs_of(cell.blocks)]
