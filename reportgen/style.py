"""Signs that stand for something in tables and notes, the same in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_STATES = MappingProxyType({"achieved": "√", "on_track": "▲", "behind": "▼", "missed": "×", "unknown": "○"})
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Style:
    """The signs of a pack.

    ``missing``: not available, no data or no comparable data. ``not_applicable``: the column does not apply to the row.
    ``states``: signs of a target's status that every Chinese and Latin office font has, so that none rests on colour.
    """

    missing: str = "…"
    not_applicable: str = "—"
    states: Mapping[str, str] = field(default_factory=lambda: _STATES)

    def note_mark(self, number: int) -> str:
        """The mark of a note: ``①``; beyond twenty ``(21)``."""
        return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"({number})"


STYLE = Style()
"""The style where nothing else is asked for."""
