"""Excel number formats of the data book: digits as written or at full precision, with the qualifier as part of the format.

The cell itself stays a number.
"""

from __future__ import annotations

from reportgen.values import Quantity


def digits(places: int, *, grouped: bool = True) -> str:
    """``#,##0.00``."""
    return ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")


def as_written(quantity: Quantity) -> str:
    """The digits that the source wrote: ``0.00`` for "32.20"."""
    return digits(len(quantity.text.partition(".")[2]), grouped=False)


def qualified(number_format: str, symbol: str) -> str:
    """The format with the sign or word of a qualifier before the number: ``">"0.0``; as it is without one."""
    return f'"{symbol}"{number_format}' if symbol else number_format


def qualified_with_sign(number_format: str, symbol: str) -> str:
    """The same for numbers that may be negative: the minus comes between the qualifier and the digits."""
    return f'"{symbol}"{number_format};"{symbol}"-{number_format}' if symbol else number_format
