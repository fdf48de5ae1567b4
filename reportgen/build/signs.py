"""``signs`` in ``pack.toml``: the sign for a number that is missing, does not apply or is below half a unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.style import BLANKS, SIGN_SETS, SIGNS, BlankSign

MOST_LETTERS = 8
"""A sign is a sign; what is longer is a note."""


def read_signs(value: Any) -> dict[str, str]:
    """The signs of a set or of a table of signs by what they stand for, by the fields of ``Style``. Raises ``ValueError``."""
    named = SIGN_SETS.get(value) if isinstance(value, str) else value
    if not isinstance(named, Mapping) or any(
        key not in SIGNS or not isinstance(sign, str) or len(sign) > MOST_LETTERS
        for key, sign in named.items()
    ):
        raise ValueError
    return {SIGNS[key]: BlankSign(sign) if key in BLANKS else sign for key, sign in named.items()}
