"""The grids of tables whose cells tags write: made from the cells of the filled table, which share the width it had.

A loop of cells or a conditional column changes how many columns there are; the grid and the widths of the template's cells
no longer say anything then. Such tables are marked while the part is compiled.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.regex import regex
from reportgen.word import wml as n
from reportgen.word.split_tags import MARK_START

if TYPE_CHECKING:
    from lxml.etree import _Element

MARKED_GRID = "<?grid ?>"
_PIECE = regex(
    r"(?P<marked><\?grid \?>)|<w:tblGrid>(?P<grid>.*?)</w:tblGrid>|<w:tblGrid/>"
    r"|<(?P<open>w:tbl|w:tr|w:tc)(?: [^<>]*)?>|</(?P<close>w:tbl|w:tr|w:tc)>"
    r'|<w:gridSpan w:val="(?P<span>\d+)"/>|<w:grid(?:Before|After) w:val="(?P<empty>\d+)"/>|(?P<width><w:tcW\b[^<>]*/>)',
    re.DOTALL,
)
TABLE_GRID = regex(r"<w:tblGrid\b.*?</w:tblGrid>|<w:tblGrid\b[^>]*/>", re.DOTALL)
CELL_WIDTH, CELL_SPAN = regex(r"<w:tcW\b[^>]*/>"), regex(r"<w:gridSpan\b[^>]*/>")
_GRID_COLUMN = regex(r'w:w="(\d+)"')
_TYPE = regex(r'w:type="(\w+)"')
_PERCENT = 5000
"""Word counts percent in fiftieths."""


def mark_grids(root: _Element) -> None:
    """Mark the tables in which tags repeat or leave out cells, or let them go over several columns."""
    from lxml import etree

    for table in list(root.iter(n.TABLE)):
        if any(_is_directed(row) for row in table.iter(n.ROW) if n.ancestor(row, n.TABLE) is table):
            grid = table.find(n.GRID)
            if grid is not None:
                grid.addprevious(etree.ProcessingInstruction("grid"))


def _is_directed(row: _Element) -> bool:
    if any(getattr(child, "target", "") == "tag" for child in row):
        return True
    return any(
        MARK_START in (span.get(n.VAL) or "")
        for span in row.iterfind(f"{n.CELL}/{n.CELL_PROPERTIES}/{n.GRID_SPAN}")
    )


class _CellWidth(Struct):
    column: int
    span: int = 1
    width: re.Match[str] | None = None

    @property
    def twips(self) -> int:
        """The width it says; 0 where it says none in twips or percent."""
        found = None if self.width is None else _GRID_COLUMN.search(self.width[0])
        return int(found[1]) if found and self._type in ("dxa", "pct") else 0

    @property
    def _type(self) -> str:
        found = None if self.width is None else _TYPE.search(self.width[0])
        return found[1] if found else ""

    def fitted(self, widths: list[int]) -> str:
        assert self.width is not None
        width = sum(widths[self.column : self.column + self.span])
        if self._type == "pct":
            width = round(_PERCENT * width / (sum(widths) or 1))
        return _GRID_COLUMN.sub(f'w:w="{width}"', self.width[0], count=1)


class _TableGrid(Struct):
    is_marked: bool = False
    grid: re.Match[str] | None = None
    columns: int = 0
    column: int = 0
    cells: list[_CellWidth] = field(default_factory=list)

    def widths(self) -> list[int]:
        """The columns' widths: as the cells of one column say it, scaled to the width that the table had."""
        assert self.grid is not None
        old = [int(width) for width in _GRID_COLUMN.findall(self.grid[0])]
        said = [0] * self.columns
        for cell in self.cells:
            if cell.span == 1 and not said[cell.column]:
                said[cell.column] = cell.twips
        known = [width for width in said if width]
        usual = sum(known) / len(known) if known else 1
        wanted = [width or usual for width in said]
        whole = sum(old) or round(sum(wanted))
        edges = [round(whole * sum(wanted[:index]) / sum(wanted)) for index in range(len(wanted) + 1)]
        return [right - left for left, right in pairwise(edges)]


def fitting_grids(xml: str) -> str:
    """Give each marked table the grid and the widths of the cells that it has now."""
    if MARKED_GRID not in xml:
        return xml
    edits: list[tuple[int, int, str]] = []
    tables: list[_TableGrid] = []
    for found in _PIECE.finditer(xml):
        if found["open"] == "w:tbl":
            tables.append(_TableGrid())
        elif not tables:
            continue
        elif found["close"] == "w:tbl":
            edits += _edits(tables.pop())
        else:
            _read(found, tables[-1])
    for start, end, text in sorted(edits, reverse=True):
        xml = f"{xml[:start]}{text}{xml[end:]}"
    return xml.replace(MARKED_GRID, "")


def _read(found: re.Match[str], table: _TableGrid) -> None:
    if found["marked"]:
        table.is_marked = True
    elif found[0].startswith("<w:tblGrid"):
        table.grid = found
    elif not table.is_marked:
        return
    elif found["open"] == "w:tr":
        table.column = 0
    elif found["open"] == "w:tc":
        table.cells.append(_CellWidth(table.column))
        table.column += 1
    elif found["span"] and table.cells:
        table.cells[-1].span = int(found["span"])
        table.column += int(found["span"]) - 1
    elif found["empty"]:
        table.column += int(found["empty"])
    elif found["width"] and table.cells:
        table.cells[-1].width = found
    elif found["close"] == "w:tr":
        table.columns = max(table.columns, table.column)


def _edits(table: _TableGrid) -> list[tuple[int, int, str]]:
    if not table.is_marked or table.grid is None or not table.columns:
        return []
    widths = table.widths()
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edits = [(*table.grid.span(), f"<w:tblGrid>{columns}</w:tblGrid>")]
    sized = [cell for cell in table.cells if cell.width is not None and cell.twips]
    return edits + [(*cell.width.span(), cell.fitted(widths)) for cell in sized if cell.width is not None]
