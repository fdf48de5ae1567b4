"""The block of cells behind a chart: where its names, categories and values are."""

from __future__ import annotations

from reportgen.ooxml.addresses import SheetArea
from reportgen.record import Record


class ChartBlock(Record):
    """Where a chart's data are: from the corner cell the names run one way, the categories the other.

    Series are in columns, or in rows where ``in_rows``; ``skipped`` of them, before the chart's own, belong to others.
    """

    sheet: str = "Sheet1"
    row: int = 1
    column: int = 1
    in_rows: bool = False
    skipped: int = 0

    def categories(self, count: int) -> SheetArea:
        return self._area(0, 1, count)

    def name(self, series: int) -> SheetArea:
        return self._area(1 + self.skipped + series, 0, 1)

    def values(self, series: int, count: int) -> SheetArea:
        return self._area(1 + self.skipped + series, 1, count)

    def whole(self, series: int, count: int) -> SheetArea:
        """Corner, names, categories and values together."""
        down, across = (series, count) if self.in_rows else (count, series)
        return SheetArea(self.row, self.column, self.row + down, self.column + across, self.sheet)

    def _area(self, along_names: int, along_categories: int, count: int) -> SheetArea:
        further = max(1, count) - 1
        if self.in_rows:
            row, column = self.row + along_names, self.column + along_categories
            return SheetArea(row, column, row, column + further, self.sheet)
        row, column = self.row + along_categories, self.column + along_names
        return SheetArea(row, column, row + further, column, self.sheet)
