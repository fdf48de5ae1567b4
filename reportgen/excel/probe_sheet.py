"""Parts of formulas to be worked out by themselves, on a sheet of their own in the calculator's copy of the workbook.

Given to the calculator with the workbook, a formula costs next to nothing; put in afterwards, a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.excel.formula_patterns import in_row, on_sheet
from reportgen.ooxml.addresses import LAST_COLUMN, column_letters
from reportgen.ooxml.content_types import WORKSHEET as WORKSHEET_TYPE
from reportgen.ooxml.relationships import WORKSHEET
from reportgen.ooxml.xml import NAMESPACES, escape_text, qn

if TYPE_CHECKING:
    from reportgen.ooxml import Package

NAME = "reportgen probes"
_MOST = 200_000

ProbePlace = tuple[str, int, int]
"""Sheet, row, column."""


class ProbeSheet(Struct):
    """The sheet: a column for each pattern of each sheet, and each probe in its formula's row."""

    package: Package
    _columns: dict[tuple[str, str], int] = field(default_factory=dict)
    """By pattern and sheet."""
    _rows: dict[int, dict[int, str]] = field(default_factory=dict)
    _count: int = 0

    def add(self, pattern: str, sheet: str, rows: Sequence[int]) -> None:
        """Have a part of the formulas in ``rows`` of ``sheet`` worked out."""
        said, column = (
            on_sheet(pattern, sheet),
            self._columns.setdefault((pattern, sheet), len(self._columns) + 1),
        )
        self._count += len(rows)
        if said is not None and column <= LAST_COLUMN and self._count <= _MOST:
            for row in rows:
                self._rows.setdefault(row, {})[column] = in_row(said, row)

    def place_of(self, pattern: str, sheet: str, row: int) -> ProbePlace | None:
        """Where the value is; ``None`` where it is not worked out."""
        column = self._columns[pattern, sheet]
        return (NAME, row, column) if column in self._rows.get(row, ()) else None

    def write(self) -> None:
        """Put the sheet into the workbook."""
        if not self._rows:
            return
        from lxml import etree

        main = self.package.main_part
        folder = main.rpartition("/")[0]
        part = self.package.free_name(f"{folder}/worksheets/probes{{}}.xml".lstrip("/"))
        self.package.add(part, "".join(self._xml()).encode(), WORKSHEET_TYPE)
        relationship = self.package.relationships(main).add(WORKSHEET, part)
        with self.package.edited(main) as root:
            sheets = root.find(qn("x:sheets"))
            if sheets is not None:
                number = max((int(sheet.get("sheetId") or 0) for sheet in sheets), default=0) + 1
                attributes = {"name": NAME, "sheetId": str(number), qn("r:id"): relationship}
                etree.SubElement(sheets, qn("x:sheet"), attributes)

    def _xml(self) -> Iterator[str]:
        yield f'<worksheet xmlns="{NAMESPACES["x"]}"><sheetData>'
        for row, cells in sorted(self._rows.items()):
            yield f'<row r="{row}">'
            for column, text in sorted(cells.items()):
                yield f'<c r="{column_letters(column)}{row}"><f>{escape_text(text)}</f></c>'
            yield "</row>"
        yield "</sheetData></worksheet>"
