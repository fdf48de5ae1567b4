"""Cells of a finished workbook given new values: everything else of their sheet stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.excel.cell_styles import CellStyles
from reportgen.ooxml.edited_sheet import EditedSheet
from reportgen.ooxml.sheet_cells import SheetCell

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading, WorkbookReading
    from reportgen.ooxml import Package


class CellPatches(Struct):
    """New values for cells of one ``sheet``; the styles are those of the whole workbook."""

    package: Package
    book: WorkbookReading
    sheet: SheetReading | None = None
    styles: CellStyles | None = None
    values: dict[tuple[int, int], SheetCell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        part = self.book.book.styles
        if self.styles is None and part is not None and part in self.package:
            self.styles = CellStyles.read(self.package.read(part), part)
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
        sheet = EditedSheet(self.package, self.sheet.part)
        for place, cell in sorted(self.values.items()):
            style = self._style(int(sheet.style(place) or 0), cell)
            value = cell.number if cell.kind == "number" else None if cell.kind == "empty" else cell.text
            formula = cell.formula or ""
            sheet.set(place, None if formula else value, str(style) if style else None, formula)
        sheet.save()

    def write_styles(self) -> None:
        if self.styles is not None:
            self.package.write(self.styles.part, self.styles.to_bytes())

    def _style(self, own: int, cell: SheetCell) -> int:
        """The cell's own format; with another number format where the new number needs one ("more than", decimals)."""
        if self.styles is None or cell.kind != "number":
            return own
        wanted = self.styles.with_format(0, cell.number_format)
        if self.styles.formats[own if own < len(self.styles.formats) else 0] == self.styles.formats[wanted]:
            return own
        return self.styles.with_format(own, cell.number_format)
