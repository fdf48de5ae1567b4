"""What databases and columnar files hold, as the text of a dataset's cell."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from reportgen.values import plain

ROW_NUMBER = "row_number"
"""The column of a database's tables that keeps their rows in order, counted as a spreadsheet does: the first is 2."""


def text_of_value(value: Any) -> str:
    """A value as text: a decimal with the digits it is kept with, a date as ISO writes it, nothing for NULL."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float):
        return "" if value != value else plain(Decimal(repr(value)))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode("utf-8", errors="replace")
    return str(value)
