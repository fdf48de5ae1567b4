"""Cells of a finished workbook given new values: cuts in the sheet's XML, everything else stays byte for byte."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from reportgen.excel.cell_styles import Styles
from reportgen.ooxml.sheet_cells import SheetCell, with_cell, with_new_cell
from reportgen.ooxml.xml import escape_text

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading, WorkbookReading
    from reportgen.ooxml import Package

_ATTRIBUTES = re.compile(r'\s(?:t|s)="[^"]*"')


@dataclass(slots=True)
class CellPatches:
    """New values for cells of one ``sheet``; the styles are those of the whole workbook."""

    package: Package
    book: WorkbookReading
    sheet: SheetReading | None = None
    styles: Styles | None = None
    values: dict[tuple[int, int], SheetCell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        part = self.book.book.styles
        if self.styles is None and part is not None and part in self.package:
            self.styles = Styles(self.package.read(part), part)
        self.values = {}

    def set(self, place: tuple[int, int], cell: SheetCell) -> None:
        """Let the cell at ``place`` hold what ``cell`` of another workbook holds."""
        self.values[place] = cell

    def clear(self, place: tuple[int, int]) -> None:
        """Empty the cell at ``place``; its format stays."""
        self.values[place] = SheetCell(*place, "empty", "", None, "")

    def write(self) -> None:
        """Write the sheet."""
        if not self.values or self.sheet is None:
            return
        xml = self.package.read(self.sheet.part).decode("utf-8")
        for place, cell in sorted(self.values.items()):
            made = partial(self._cell, cell)
            xml = with_cell(xml, *place, made) if cell.kind == "empty" else with_new_cell(xml, *place, made)
        self.package.write(self.sheet.part, xml.encode("utf-8"))

    def write_styles(self) -> None:
        if self.styles is not None:
            self.package.write(self.styles.part, self.styles.to_bytes())

    def _cell(self, cell: SheetCell, prefix: str, attributes: str, _inner: str) -> str:
        style = self._style(attributes, cell)
        kept = _ATTRIBUTES.sub("", attributes).rstrip()
        kept += f' s="{style}"' if style else ""
        if cell.formula:
            return f"<{prefix}c{kept}><{prefix}f>{escape_text(cell.formula)}</{prefix}f></{prefix}c>"
        if cell.kind == "empty":
            return f"<{prefix}c{kept}/>"
        if cell.kind == "number":
            return f"<{prefix}c{kept}><{prefix}v>{escape_text(cell.text)}</{prefix}v></{prefix}c>"
        text = escape_text(cell.text)
        inner = f'<{prefix}is><{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}is>'
        return f'<{prefix}c{kept} t="inlineStr">{inner}</{prefix}c>'

    def _style(self, attributes: str, cell: SheetCell) -> int:
        """The cell's own format; with another number format where the new number needs one ("more than", decimals)."""
        match = re.search(r'\ss="(\d+)"', attributes)
        own = int(match[1]) if match else 0
        if self.styles is None or cell.kind != "number":
            return own
        wanted = self.styles.with_format(0, cell.number_format)
        if self.styles.formats[own if own < len(self.styles.formats) else 0] == self.styles.formats[wanted]:
            return own
        return self.styles.with_format(own, cell.number_format)
