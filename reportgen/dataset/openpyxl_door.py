"""The one door to openpyxl: it prints to the screen and stops at whatever it stumbles on, when opened or in the middle of a sheet."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


class UnreadableError(Exception):
    """openpyxl cannot read the workbook, or the rest of one of its sheets."""


def open_workbook(data: bytes, *, data_only: bool) -> Workbook:
    """A workbook to read row by row; ``data_only`` gives the values of formulas. Raises :class:`UnreadableError`."""
    from openpyxl import load_workbook

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # "1 is out of range"
            return load_workbook(io.BytesIO(data), read_only=True, data_only=data_only)
    except Exception as damage:  # KeyError, BadZipFile, ValueError, IndexError ...
        raise UnreadableError from damage


def rows_of(sheet: Any, last_row: int | None = None) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet, up to ``last_row``. Raises :class:`UnreadableError` at the row that is damaged."""
    rows = sheet.iter_rows(max_row=last_row)
    while True:
        try:
            row = next(rows, None)
        except (
            Exception
        ) as damage:  # a control character, a part that was cut off, a style or text that is not there
            raise UnreadableError from damage
        if row is None:
            return
        yield row
