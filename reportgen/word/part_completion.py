"""What a filled part still needs: numbers that must be unique where a loop repeated them, tables whose columns grew.

Each step looks at the written text once, and only where the template has something for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.word.captions import renumber
from reportgen.word.numbering import read_numbering
from reportgen.word.pictures import fitted
from reportgen.word.references import settle
from reportgen.word.slots import RUN_END
from reportgen.word.toc import has_contents, write_contents

if TYPE_CHECKING:
    from reportgen.word.ids import Numbers
    from reportgen.word.story_program import Program
    from reportgen.word.writer import Writer

_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")(\d+)(")')
_BOOKMARK = re.compile(r'<w:bookmark(?P<end>Start|End)\b[^>]*?w:id="(?P<id>\d+)"[^>]*?/>')
_NAME = re.compile(r'w:name="([^"]*)"')
_TABLE_PIECE = re.compile(
    r"<w:tblGrid>(?P<grid>.*?)</w:tblGrid>|<(?P<open>w:tbl|w:tr|w:tc)(?: [^>]*)?>|</(?P<close>w:tbl|w:tr)>"
    r'|<w:gridSpan w:val="(?P<span>\d+)"/>|<w:grid(?:Before|After) w:val="(?P<empty>\d+)"/>',
    re.DOTALL,
)
_GRID_COLUMN = re.compile(r'w:w="(\d+)"')


def finished(xml: str, program: Program, writer: Writer) -> str:
    """The part's text as it goes into the package."""
    for start in writer.opened_runs:  # what a number or a link left beside it
        xml = xml.replace(f"{start}{RUN_END}", "")
    if program.repeats_drawings:
        xml = unique_drawings(xml, writer.document.drawings)
    if program.repeats_bookmarks:
        xml = unique_bookmarks(xml, writer.document.bookmarks)
    if program.grows_columns:
        xml = fitting_grids(xml)
    if framed := writer.document.pictures.framed:
        xml = fitted(xml, program.part, framed)
    xml = settle(renumber(xml), writer.not_found)
    if has_contents(xml):
        document = writer.document
        numbering = read_numbering(document.package)
        xml = write_contents(xml, program.part, document.styles, document.bookmarks, numbering)
    return xml


def unique_drawings(xml: str, numbers: Numbers) -> str:
    """Give each drawing that a loop repeated an id of its own."""
    seen: set[str] = set()

    def renumbered(found: re.Match[str]) -> str:
        if found[2] not in seen:
            seen.add(found[2])
            return found[0]
        return f"{found[1]}{numbers.next()}{found[3]}"

    return _DRAWING.sub(renumbered, xml)


def unique_bookmarks(xml: str, numbers: Numbers) -> str:
    """Give each bookmark that a loop repeated an id and a name of its own: ``plan``, ``plan_2``, ``plan_3``."""
    started: set[str] = set()
    current: dict[str, str] = {}
    names: dict[str, int] = {}

    def renumbered(found: re.Match[str]) -> str:
        number = found["id"]
        if found["end"] == "End":
            return found[0].replace(f'"{number}"', f'"{current.get(number, number)}"', 1)
        current[number] = str(numbers.next()) if number in started else number
        started.add(number)
        return _NAME.sub(named, found[0].replace(f'w:id="{number}"', f'w:id="{current[number]}"', 1))

    def named(found: re.Match[str]) -> str:
        names[found[1]] = turn = names.get(found[1], 0) + 1
        return found[0] if turn == 1 else f'w:name="{found[1][:36]}_{turn}"'

    return _BOOKMARK.sub(renumbered, xml)


def fitting_grids(xml: str) -> str:
    """Bring each table's grid to the columns that its rows have; together they keep the old width."""
    grids: list[tuple[int, int, str, int]] = []
    tables: list[list[int]] = []
    for found in _TABLE_PIECE.finditer(xml):
        if found["open"] == "w:tbl":
            tables.append([0, 0, -1])
        elif not tables:
            continue
        elif found["grid"] is not None:
            tables[-1][2] = len(grids)
            grids.append((found.start("grid"), found.end("grid"), found["grid"], 0))
        elif found["open"] == "w:tr":
            tables[-1][0] = 0
        elif found["open"] == "w:tc":
            tables[-1][0] += 1
        elif found["span"]:
            tables[-1][0] += int(found["span"]) - 1
        elif found["empty"]:
            tables[-1][0] += int(found["empty"])
        elif found["close"] == "w:tr":
            tables[-1][1] = max(tables[-1][:2])
        else:
            _, columns, index = tables.pop()
            if index >= 0:
                grids[index] = (*grids[index][:3], columns)
    for start, end, grid, columns in reversed(grids):
        xml = f"{xml[:start]}{_regridded(grid, columns)}{xml[end:]}"
    return xml


def _regridded(grid: str, columns: int) -> str:
    widths = [int(width) for width in _GRID_COLUMN.findall(grid)]
    if columns in (0, len(widths)) or not widths:
        return grid
    whole, kept = sum(widths), widths[:columns]
    scale = len(widths) / columns if columns > len(widths) else whole / (sum(kept) or 1)
    fitted = [round(width * scale) for width in kept]
    missing = columns - len(fitted)
    fitted += [(whole - sum(fitted)) // missing] * missing if missing else []
    return "".join(f'<w:gridCol w:w="{width}"/>' for width in fitted)
