"""Cells that a row's writer wrote, found again in its text: their texts, and where plain values are.

By patterns and not by the parser: what is read is what ``row_stream.py`` has just written, always in one form, and is read row by
row. Parsing each row takes three to six times as long (``python -m tests.benchmarks written_cells``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.ooxml import xml
from reportgen.ooxml.addresses import column_letters
from reportgen.ooxml.cell_texts import unescaped
from reportgen.regex import regex

_TEXT_CELL = regex(r'<c r="([A-Z]+)\d+"[^>]*? t="inlineStr"[^>]*><is>(.*?)</is></c>', re.DOTALL)
_TEXT = regex(r"<t[^>]*>([^<]*)</t>")


def texts_of_row(row: str) -> Iterator[tuple[str, str]]:
    """The column, in letters, and the text of each cell of a row that holds one."""
    for column, inner in _TEXT_CELL.findall(row):
        yield column, _said(inner)


def text_in(rows: str, column: int, row: int) -> str | None:
    """The text of a cell among rows; ``None`` where it holds none."""
    cell = re.compile(
        f'<c r="{column_letters(column)}{row}"[^>]* t="inlineStr"><is>(.*?)</is></c>', re.DOTALL
    )
    found = cell.search(rows)
    return None if found is None else _said(found[1])


def plain_values(columns: Iterable[int]) -> re.Pattern[bytes]:
    """A pattern of the cells in these columns that hold a plain value."""
    letters = "|".join(map(column_letters, columns)).encode()
    return re.compile(
        rb'<c r="(?:' + letters + rb')\d+"[^>]*>(?:<is><t[^>]*>[^<]*</t></is>|<v>[^<]*</v>)</c>'
    )


def _said(inner: str) -> str:
    return unescaped(xml.unescape_text("".join(_TEXT.findall(inner))))
