"""Columns of a Word table that came or went with the data: put into the people's table, and taken out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.finished.alignment import text_of_cell
from reportgen.record import Record
from reportgen.word.grids import CELL_SPAN, CELL_WIDTH, TABLE_GRID
from reportgen.word.located import Cell, XmlRow, XmlTable
from reportgen.word.patching import Patch
from reportgen.word.transfer import Transfer

RowTriples = Sequence[tuple[XmlRow, XmlRow, XmlRow]]
"""The rows that a table has as it was built, as people have it and as it is today."""


class ColumnChange(Record):
    """``to_mine`` and ``to_new``: the built columns in the people's table and in today's."""

    built: XmlTable
    mine: XmlTable
    new: XmlTable
    to_mine: Mapping[int, int]
    to_new: Mapping[int, int]

    @property
    def gone(self) -> list[int]:
        """The built columns that today's table does not have and the people's has."""
        columns = range(len(self.built.rows[0].cells))
        return [at for at in columns if at not in self.to_new and at in self.to_mine]

    @property
    def added(self) -> list[int]:
        """The columns that only today's table has."""
        taken = set(self.to_new.values())
        return [at for at in range(len(self.new.rows[0].cells)) if at not in taken]

    def is_whole(self, row: XmlRow, table: XmlTable) -> bool:
        """Whether a row has a cell for each column."""
        return len(row.cells) == len(table.rows[0].cells)

    def can_be_made(self, rows: RowTriples, transfer: Transfer, xml: str) -> bool:
        """Whether every row can follow, and nothing that people wrote would go."""
        paired = {id(mine) for _, mine, _ in rows}
        if self.gone and any(id(row) not in paired for row in self.mine.rows):
            return False
        for built, mine, new in rows:
            whole = [
                self.is_whole(built, self.built),
                self.is_whole(mine, self.mine),
                self.is_whole(new, self.new),
            ]
            if not all(whole) and (any(whole) or not len(built.cells) == len(mine.cells) == len(new.cells)):
                return False
            for at in self.gone if all(whole) else ():
                cell = mine.cells[self.to_mine[at]]
                if text_of_cell(built.cells[at]) != text_of_cell(cell) or not transfer.may_remove(
                    xml[cell.start : cell.end]
                ):
                    return False
            if any(transfer.cell(new.cells[at]) is None for at in (self.added if all(whole) else ())):
                return False
        return True

    def make(self, rows: RowTriples, transfer: Transfer, patch: Patch) -> None:
        """Write the cuts: cells, widths, spans and the grid."""
        paired = {id(mine) for _, mine, _ in rows}
        for built, mine, new in rows:
            if not self.is_whole(built, self.built):
                for cell, today in zip(mine.cells, new.cells, strict=True):
                    _sized(patch, cell, transfer.xml[today.start : today.end])
                continue
            for at in self.gone:
                cell = mine.cells[self.to_mine[at]]
                patch.cuts.append((cell.start, cell.end, ""))
            for at, column in self.to_new.items():
                if at in self.to_mine:
                    today = new.cells[column]
                    _sized(patch, mine.cells[self.to_mine[at]], transfer.xml[today.start : today.end])
            for at in self.added:
                xml = transfer.cell(new.cells[at])
                assert xml is not None
                place = self._place(mine, at)
                patch.cuts.append((place, place, patch.ids.given_to(xml)))
        for row in self.mine.rows:
            if id(row) not in paired and self.is_whole(row, self.mine):
                for at in self.added:
                    place = self._place(row, at)
                    patch.cuts.append((place, place, "<w:tc><w:p/></w:tc>"))
        self._grid(transfer, patch)

    def _place(self, row: XmlRow, column: int) -> int:
        """Behind the cell that a new one follows today."""
        before = [self.to_mine[at] for at, to in self.to_new.items() if to < column and at in self.to_mine]
        return row.cells[max(before)].end if before else row.cells[0].start

    def _grid(self, transfer: Transfer, patch: Patch) -> None:
        mine = TABLE_GRID.search(patch.xml, self.mine.start, self.mine.rows[0].start)
        new = TABLE_GRID.search(transfer.xml, self.new.start, self.new.rows[0].start)
        if mine is not None and new is not None:
            patch.cuts.append((mine.start(), mine.end(), new[0]))

    def texts(self, table: XmlTable, column: int) -> str:
        """What a column says, for the report."""
        return " | ".join(_texts(table, column))


def _texts(table: XmlTable, column: int) -> Iterator[str]:
    for row in table.rows:
        if len(row.cells) == len(table.rows[0].cells):
            yield text_of_cell(row.cells[column])


def _sized(patch: Patch, cell: Cell, today: str) -> None:
    """Let a cell be as wide, and span as many columns, as it does today."""
    for pattern in (CELL_WIDTH, CELL_SPAN):
        found, wanted = pattern.search(patch.xml, cell.start, cell.end), pattern.search(today)
        if found is not None and wanted is not None and found[0] != wanted[0]:
            patch.cuts.append((found.start(), found.end(), wanted[0]))
