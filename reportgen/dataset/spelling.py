"""The known name that a misspelt one most likely means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONG_NAME = 8
"""Letters of a name that are enough to tell a slip from another name."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name`` (letter case apart), or ``None`` when nothing is near.

    In a short name one wrong letter is much; a long one must agree in most of its letters.
    """
    by_folded = {candidate.casefold(): candidate for candidate in known}
    cutoff = 0.5 if len(name) < LONG_NAME else 0.75
    found = get_close_matches(name.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else None
