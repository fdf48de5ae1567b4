"""Numbers that must be unique in a document: ids of drawings, bookmarks, content controls, notes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Numbers:
    """Numbers handed out in order; ``used`` are the template's own."""

    used: frozenset[int] = frozenset()
    last: int = 0

    def next(self) -> int:
        self.last += 1
        while self.last in self.used:
            self.last += 1
        return self.last


FIRST_CONTROL = 800_000_000
"""Content controls made here are numbered from this on, far from those that Word makes."""
