"""Formulas and number formats of a returned .xlsx, which python-calamine does not tell; other formats have none to look up."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_LOOKED_UP = (".xlsx", ".xlsm")


def shown_cells(path: Path, sheet: str, columns: frozenset[int]) -> Mapping[tuple[int, int], tuple[str, str]]:
    """Formula or error and number format of the cells in some columns, by row and column from 0."""
    if path.suffix.lower() not in _LOOKED_UP:
        return {}
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=False)
    try:
        found = {}
        for row, cells in enumerate(book[sheet].iter_rows()):
            for column in columns:
                if column < len(cells) and cells[column].value is not None:
                    value = str(cells[column].value)
                    formula = value if value.startswith(("=", "#")) else ""
                    found[row, column] = (formula, str(cells[column].number_format))
        return found
    finally:
        book.close()
