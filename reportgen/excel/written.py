"""Cells as they stand in the filled workbook, read back for those who repeat them: chart caches, Table heads."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.excel.strings import CellText, read_text
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW, Area, column_number
from reportgen.ooxml.formulas import Reference
from reportgen.ooxml.xml import qn

Cell = tuple[str, str]
"""A cell's type (``n``, ``str``, ``b``, ``e``) and the text of its value."""


@dataclass(slots=True)
class WrittenSheets:
    """Reads cells of the sheets that were written. ``parts``: sheet name in lower case to part."""

    package: Package
    parts: Mapping[str, str]
    shared: list[CellText]
    changed: frozenset[str] = frozenset()
    _cells: dict[str, dict[tuple[int, int], Cell]] = field(default_factory=dict)

    def is_written(self, sheet: str) -> bool:
        """Whether a sheet of that name was changed."""
        return sheet.lower() in self.changed

    def value_at(self, sheet: str, row: int, column: int) -> Cell | None:
        """What a cell holds, ``None`` for an empty one and for a formula without a value."""
        return self._sheet(sheet.lower()).get((row, column))

    def values_of(self, reference: Reference) -> Iterator[Cell | None]:
        """The cells of a reference in reading order; nothing for whole rows and columns."""
        end = reference.last or reference.first
        area = Area.parse(f"{reference.first}:{end}".replace("$", ""))
        if area.bottom == LAST_ROW or area.right == LAST_COLUMN or not reference.sheets:
            return
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                yield self.value_at(reference.sheets[0], row, column)

    def _sheet(self, name: str) -> dict[tuple[int, int], Cell]:
        if name not in self._cells:
            part = self.parts.get(name)
            self._cells[name] = {} if part is None else dict(_cells_of(self.package.read(part), self.shared))
        return self._cells[name]


def _cells_of(data: bytes, shared: list[CellText]) -> Iterator[tuple[tuple[int, int], Cell]]:
    from lxml import etree

    for _, element in etree.iterparse(
        io.BytesIO(data), tag=qn("x:c"), resolve_entities=False, no_network=True
    ):
        address = element.get("r") or ""
        letters = address.rstrip("0123456789")
        kind, value = element.get("t") or "n", element.findtext(qn("x:v"))
        inline = element.find(qn("x:is"))
        if kind == "s" and value is not None:
            kind, value = "str", shared[int(value)].text
        elif inline is not None:
            kind, value = "str", read_text(inline).text
        if value is not None and letters:
            yield (int(address[len(letters) :]), column_number(letters)), (kind, value)
        element.clear()
