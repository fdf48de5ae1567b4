"""Cells of a worksheet set and cleared in the sheet's own XML; all else stays as it is."""

from __future__ import annotations

from bisect import bisect
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.ooxml.addresses import Range, cell_address, cell_at
from reportgen.ooxml.sheet_cells import placed_cells, placed_rows
from reportgen.ooxml.xml import XmlDocument, clean, parse, qn
from reportgen.values import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package


class EditedSheet:
    """One sheet of a workbook. Rows and columns count from 1. Written back by :meth:`save`."""

    def __init__(self, workbook: Package, part: str) -> None:
        self.part = part
        self._workbook = workbook
        self.reload()

    def reload(self) -> None:
        """Read the part again, after it was changed elsewhere."""
        self._document: XmlDocument = parse(self._workbook.read(self.part), self.part)
        self.root = self._document.root
        data = self.root.find(qn("x:sheetData"))
        assert data is not None  # the schema requires it
        self._data: _Element = data
        self._rows: dict[int, _Element] = {}
        self._cells: dict[tuple[int, int], _Element] = {}
        for number, row in placed_rows(self._data.iterchildren(qn("x:row"))):
            row.set("r", str(number))
            self._rows[number] = row
            for column, cell in placed_cells(row):
                cell.set("r", cell_address(number, column))
                self._cells[number, column] = cell

    def filled(self) -> set[tuple[int, int]]:
        """The cells that hold something."""
        return {at for at, cell in self._cells.items() if len(cell)}

    @property
    def last_row(self) -> int:
        """The last row with a cell that holds something; 0 where there is none."""
        return max((row for row, _ in self.filled()), default=0)

    def style(self, at: tuple[int, int]) -> str | None:
        """The style index of a cell, ``None`` where it has none of its own."""
        cell = self._cells.get(at)
        return None if cell is None else cell.get("s")

    def column_style(self, column: int) -> str | None:
        """The style index that a column gives to its cells, ``None`` where it gives none."""
        for columns in self.root.iterfind(f"{qn('x:cols')}/{qn('x:col')}"):
            if int(columns.get("min") or 1) <= column <= int(columns.get("max") or 1):
                return columns.get("style")
        return None

    def clear(self, at: tuple[int, int]) -> None:
        """Empty a cell; its style stays."""
        cell = self._cells.get(at)
        if cell is None:
            return
        if cell.find(qn("x:f")) is not None:
            self._drop_formula(cell)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", "")

    def set(
        self, at: tuple[int, int], value: str | Decimal | None, style: str | None, formula: str = ""
    ) -> None:
        """Put a formula, a text or a number into a cell (``None``: nothing), in that style."""
        from lxml import etree

        self.clear(at)
        if value is None and not formula and at not in self._cells:
            return
        cell = self._cells.get(at)
        if cell is None:
            cell = self._new_cell(at)
        if style is not None:
            cell.set("s", style)
        if formula:
            etree.SubElement(cell, qn("x:f")).text = formula
        if isinstance(value, Decimal):
            etree.SubElement(cell, qn("x:v")).text = plain(value)
        elif value is not None:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, qn("x:is")), qn("x:t"))
            text.text = clean(value).text
            if text.text != text.text.strip():
                text.set(qn("xml:space"), "preserve")

    def save(self) -> None:
        self._write_dimension()
        self._workbook.write(self.part, self._document.to_bytes())

    def _new_cell(self, at: tuple[int, int]) -> _Element:
        from lxml import etree

        number, column = at
        row = self._rows.get(number)
        if row is None:
            row = etree.Element(qn("x:row"))
            row.set("r", str(number))
            before = len(self._data)
            while before and int(self._data[before - 1].get("r") or 0) > number:
                before -= 1
            self._data.insert(before, row)
            self._rows[number] = row
        row.attrib.pop("spans", "")  # only an optimisation, and no longer true
        cell = etree.Element(qn("x:c"))
        cell.set("r", cell_address(number, column))
        columns = [cell_at(str(other.get("r")))[1] for other in row.findall(qn("x:c"))]
        row.insert(bisect(columns, column), cell)
        self._cells[at] = cell
        return cell

    def _drop_formula(self, cell: _Element) -> None:
        """Cells that share a formula with the one that goes keep their values without it."""
        formula = cell.find(qn("x:f"))
        shared = formula.get("si") if formula is not None and formula.get("ref") else None
        if shared is None:
            return
        for other in self._cells.values():
            follower = other.find(qn("x:f"))
            if other is not cell and follower is not None and follower.get("si") == shared:
                other.remove(follower)

    def _write_dimension(self) -> None:
        dimension = self.root.find(qn("x:dimension"))
        if dimension is None or not self._cells:
            return
        rows, columns = [at[0] for at in self._cells], [at[1] for at in self._cells]
        dimension.set("ref", str(Range(min(rows), min(columns), max(rows), max(columns))))
