"""Reading TOML that anybody may have written, in time."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any

from reportgen.messages import Message
from reportgen.regex import regex

LARGEST = 4 * 1024 * 1024
_LONG_KEY = regex(r"(?<![\w\"'.-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){40}")
"""Python's reader takes the square of a dotted key's length."""

_MOST_BITS = 256


class TomlError(ValueError):
    """A text that is no TOML, or that nobody writes by hand: the line, where it has one, and what is wrong."""

    def __init__(self, slip: Message, row: int | None = None) -> None:
        super().__init__(slip.code)
        self.slip, self.row = slip, row


def parse_toml(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """What the text says. Raises ``TomlError``."""
    if len(text) > LARGEST:
        raise TomlError(Message("pack.slip.too-long", most=LARGEST))
    if found := _LONG_KEY.search(text):
        raise TomlError(Message("pack.slip.long-key"), text.count("\n", 0, found.start()) + 1)
    try:
        content = tomllib.loads(text, parse_float=parse_float)
    except RecursionError:
        raise TomlError(Message("pack.slip.too-deep")) from None
    except (ValueError, ArithmeticError) as error:
        from reportgen.build.toml_slips import slip_in

        row, slip = slip_in(text, error)
        raise TomlError(slip, row) from None
    if _has_huge_number(content):
        raise TomlError(Message("pack.slip.huge-number"))
    return content


def _has_huge_number(value: Any) -> bool:
    """Whether a whole number is in there that Python may refuse to print, or to compute with."""
    if isinstance(value, dict):
        return any(map(_has_huge_number, value.values()))
    if isinstance(value, list):
        return any(map(_has_huge_number, value))
    return isinstance(value, int) and value.bit_length() > _MOST_BITS
