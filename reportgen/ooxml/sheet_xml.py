"""Worksheets as text: the patterns of cells as they are stored, where parsing every cell would take too long.

Parsing each row of a stream takes three to six times as long (``python -m tests.benchmarks written_cells``). What is read of rows
that ``excel/row_stream.py`` has just written is always in one form; sheets of others may have prefixes and any order of attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from reportgen.ooxml import xml
from reportgen.ooxml.addresses import Range, cell_at, column_letters
from reportgen.ooxml.cell_texts import unescaped
from reportgen.regex import regex

_HEAD = r'<(?P<prefix>(?:\w+:)?)c\b(?=[^>]*\sr="(?P<at>[A-Z]+\d+)")(?P<attributes>[^>]*?)'
_CELL_HEAD = regex(_HEAD + ">")
_CELL = regex(_HEAD + r"(?:/>|>(?P<inner>(?:(?!</(?P=prefix)c>).)*)</(?P=prefix)c>)", re.DOTALL)
_VALUE = regex(r"<((?:\w+:)?)v>[^<]*</\1v>|<(?:\w+:)?v\s*/>")
_STYLE, _TYPE = regex(r'\ss="(\d+)"'), regex(r'\st="[^"]*"')
_DIMENSION = regex(rb'(<(?:\w+:)?dimension ref=")[^"]*(")')
_INLINE = r' t="inlineStr"[^>]*><is>(.*?)</is></c>'
_TEXT_CELL = regex(r'<c r="([A-Z]+)\d+"[^>]*?' + _INLINE, re.DOTALL)
_TEXT = regex(r"<t[^>]*>([^<]*)</t>")


def styled_cells(sheet: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    """Each cell of a sheet that says its address, with its cell format."""
    for cell in _CELL_HEAD.finditer(sheet.decode("utf-8")):
        style = _STYLE.search(cell["attributes"])
        yield cell_at(cell["at"]), int(style[1]) if style else 0


def with_values(sheet: bytes, values: Mapping[tuple[int, int], tuple[str, str] | None]) -> bytes:
    """The sheet with other values in these cells, formulas left: OOXML's ``t`` and the text of ``<v>``, or no value."""

    def renewed(cell: re.Match[str]) -> str:
        place = cell_at(cell["at"])
        if place not in values:
            return cell[0]
        kind, text = values[place] or ("", "")
        prefix, attributes = cell["prefix"], _TYPE.sub("", cell["attributes"])
        attributes += f' t="{kind}"' if kind not in ("", "n") else ""
        shown = f"<{prefix}v>{xml.escape_text(text)}</{prefix}v>" if kind else ""
        return f"<{prefix}c{attributes}>{_VALUE.sub('', cell['inner'] or '')}{shown}</{prefix}c>"

    return _CELL.sub(renewed, sheet.decode("utf-8")).encode("utf-8")


def with_dimension(head: bytes, used: Range | None) -> bytes:
    """The XML before the rows, saying which cells there are."""
    area = "A1" if used is None else str(used)
    return _DIMENSION.sub(rb"\g<1>" + area.encode() + rb"\2", head, count=1)


def texts_of_row(row: str) -> Iterator[tuple[str, str]]:
    """The column, in letters, and the text of each cell of a written row that holds one."""
    for column, inner in _TEXT_CELL.findall(row):
        yield column, _said(inner)


def text_in(rows: str, column: int, row: int) -> str | None:
    """The text of a cell among written rows; ``None`` where it holds none."""
    cell = re.compile(rf'<c r="{column_letters(column)}{row}"[^>]*' + _INLINE, re.DOTALL)
    found = cell.search(rows)
    return None if found is None else _said(found[1])


def plain_values(columns: Iterable[int]) -> re.Pattern[bytes]:
    """A pattern of the written cells in these columns that hold a plain value."""
    letters = "|".join(map(column_letters, columns)).encode()
    return re.compile(
        rb'<c r="(?:' + letters + rb')\d+"[^>]*>(?:<is><t[^>]*>[^<]*</t></is>|<v>[^<]*</v>)</c>'
    )


def _said(inner: str) -> str:
    return unescaped(xml.unescape_text("".join(_TEXT.findall(inner))))
