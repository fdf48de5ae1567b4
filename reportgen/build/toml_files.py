"""Reading TOML that anybody may have written, in time."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any

LARGEST = 4 * 1024 * 1024
_LONG_KEY = re.compile(r"(?<![\w\"'.-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){40}")
"""Python's reader takes the square of a dotted key's length."""


def parse_toml(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """What the text says. Raises ``ValueError`` for what is no TOML, and for what nobody writes by hand."""
    if len(text) > LARGEST:
        raise ValueError(f"longer than {LARGEST} characters")
    if found := _LONG_KEY.search(text):
        raise ValueError(f"a key of more than 40 steps (at line {text.count(chr(10), 0, found.start()) + 1})")
    try:
        return tomllib.loads(text, parse_float=parse_float)
    except RecursionError:
        raise ValueError("nested too deeply") from None
