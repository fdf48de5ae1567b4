"""What python-calamine does not tell of a workbook's cells: formulas, errors, number formats. Other formats than .xlsx have none to look up."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from reportgen.dataset.openpyxl_door import UnreadableError, open_workbook, rows_of
from reportgen.intake.opening import TableError
from reportgen.messages import Message
from reportgen.ooxml.package import read_package

LOOKED_UP = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class WorkbookCell:
    """A cell as the workbook keeps it: its text or formula, its number format."""

    text: str
    number_format: str

    @property
    def formula(self) -> str:
        """The formula or the error, empty for other cells."""
        return self.text if self.text.startswith(("=", "#")) else ""


def look_up(
    path: Path, sheet: str, columns: Collection[int], last_row: int | None = None
) -> dict[tuple[int, int], WorkbookCell]:
    """The cells of some columns that hold something, by row and column from 0; up to ``last_row``.

    Raises ``TableError`` for a damaged workbook.
    """
    if path.suffix.lower() not in LOOKED_UP:
        return {}
    try:
        book = open_workbook(read_package(path), data_only=False)
        with contextlib.closing(book):
            return {
                (row, column): WorkbookCell(str(cells[column].value), str(cells[column].number_format))
                for row, cells in enumerate(rows_of(book[sheet], None if last_row is None else last_row + 1))
                for column in columns
                if column < len(cells) and cells[column].value is not None
            }
    except UnreadableError as damage:
        raise TableError(Message("intake.damaged-workbook", file=path.name)) from damage
