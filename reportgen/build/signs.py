"""``signs`` in ``pack.toml``: the sign for a number that is missing, does not apply or is below half a unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.style import SIGN_SETS, SIGNS

MOST_LETTERS = 8
"""A sign is a sign; what is longer is a note."""


def is_signs(value: Any) -> bool:
    """Whether a value is the name of a set, or a table of signs by what they stand for."""
    if isinstance(value, str):
        return value in SIGN_SETS
    return isinstance(value, Mapping) and all(
        key in SIGNS and isinstance(sign, str) and len(sign) <= MOST_LETTERS for key, sign in value.items()
    )


def signs_of(value: Any) -> dict[str, Any]:
    """The signs that a value of ``signs`` gives, by the fields of ``Style``."""
    named = SIGN_SETS[value] if isinstance(value, str) else value
    return {SIGNS[key]: sign for key, sign in named.items()}
