"""The known names that a misspelt one most likely means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LONG_NAME = 8
"""Letters of a name that are enough to tell a slip from another name."""


def near(name: str, known: Iterable[str], most: int = 1, likeness: float = 0.6) -> tuple[str, ...]:
    """Up to ``most`` of the known names that are like ``name`` (letter case apart), the likeliest first."""
    by_folded: dict[str, str] = {}
    for candidate in known:
        by_folded.setdefault(candidate.casefold(), candidate)
    if not by_folded:
        return ()
    from difflib import get_close_matches

    found = get_close_matches(name.casefold(), by_folded, n=most, cutoff=likeness)
    return tuple(by_folded[one] for one in found)


def likeliest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known name that is most like ``name``, or nothing."""
    return next(iter(near(name, known, likeness=likeness)), "")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, or ``None`` when nothing is near.

    In a short name one wrong letter is much; a long one must agree in most of its letters.
    """
    found = near(name, known, likeness=0.5 if len(name) < LONG_NAME else 0.75)
    return found[0] if found else None


def meant_as(name: str, written: Iterable[str]) -> str:
    """Which of the words ``written`` stands for ``name``: one that is like it, or that is a part of it (``area`` for
    ``ref_area``); empty where none does."""
    candidates = list(written)
    parts = set(name.split("_"))
    part = next((word for word in candidates if word and set(word.casefold().split("_")) < parts), "")
    return likeliest(name, candidates, 0.75) or part


def near_path(path: Path) -> str:
    """The path that one which does not exist most likely means: its first missing part is misspelt. Nothing where none is like it."""
    missing = next((one for one in (*reversed(path.parents), path) if not one.exists()), None)
    if missing is None or not missing.parent.is_dir():
        return ""
    meant = likeliest(missing.name, (one.name for one in missing.parent.iterdir()), likeness=0.75)
    found = missing.parent / meant / path.relative_to(missing)
    return str(found) if meant and found.exists() else ""
