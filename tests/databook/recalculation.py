"""The independent check of cached values: what another program works out must be what stands in the file."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.databook.books import opened

_RELATIVE = 1e-12
"""Doubles keep fifteen to seventeen digits; programs may add up in another order."""


def formulas_in(data: bytes) -> list[tuple[str, str, str]]:
    """Every formula: sheet, cell, formula."""
    return [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in opened(data)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def disagreements(data: bytes, recalculated: Path) -> list[str]:
    """Each formula whose cached value is not what ``recalculated`` (the book as saved by LibreOffice) has there."""
    cached, fresh = opened(data, values=True), openpyxl.load_workbook(recalculated, data_only=True)
    found = []
    for sheet, cell, formula in formulas_in(data):
        ours, theirs = cached[sheet][cell].value, fresh[sheet][cell].value
        if not _same(ours, theirs):
            found.append(f"{sheet}!{cell} {formula}: cached {ours!r}, recalculated {theirs!r}")
    return found


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(ours - theirs) <= _RELATIVE * max(abs(ours), abs(theirs))
    return ours is not None and ours == theirs
