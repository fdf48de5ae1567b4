"""What people decided of the conflicts that a refresh left to them: a table that a first run writes and a later one reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.language import describe
from reportgen.living.filled_tables import read_filled, to_fill_in
from reportgen.messages import Message

if TYPE_CHECKING:
    from reportgen.living.refresh.report import Kept

DATA, PERSON, KEEP = "data", "person", "keep"
TAKEABLE = ("retyped", "rewritten", "copied", "chart")
"""The kinds of conflicts that the data can win; of the others people can say that they are right as they are."""
_COLUMNS = ("conflict", "choice", "choices", "place", "built", "edited", "now")


@dataclass(frozen=True, slots=True)
class Decisions:
    """``choices`` by conflict. A conflict without one is the person's, or the data's with ``take_data``."""

    take_data: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)

    def takes(self, kept: Kept) -> bool:
        """Whether the data win."""
        chosen = self.choices.get(kept.conflict)
        return kept.kind in TAKEABLE and (chosen == DATA or (not chosen and self.take_data))

    def settled(self, kept: Kept) -> Kept:
        """The conflict with what was decided of it."""
        return replace(kept, taken=self.takes(kept), decided=self.choices.get(kept.conflict) == PERSON)


def read_decisions(path: Path, *, take_data: bool = False) -> Decisions:
    """The decisions in a table; none where there is no file yet. Raises ``ReportgenError`` for a choice that is none."""
    if not path.exists():
        return Decisions(take_data)
    columns, rows = read_filled(path)
    if columns and _COLUMNS[0] not in columns:
        raise ReportgenError(Message("living.no-decisions", file=str(path), row=1))
    choices: dict[str, str] = {}
    for number, row in enumerate(rows, start=2):
        conflict, choice = (row.get(name) or "" for name in ("conflict", "choice"))
        allowed = (row.get("choices") or "").split("|") or [PERSON, KEEP]
        choice = choice.strip().lower()
        if not conflict.strip():
            raise ReportgenError(Message("living.no-decisions", file=str(path), row=number))
        if choice and choice not in allowed:
            raise ReportgenError(
                Message(
                    "living.no-such-choice", file=str(path), row=number, choice=choice, choices=tuple(allowed)
                )
            )
        choices[conflict.strip()] = choice
    return Decisions(take_data, choices)


def decisions_table(conflicts: Iterable[Kept], decided: Decisions, language: str) -> bytes:
    """The table of the conflicts that are left, with what was decided of others before."""
    held = dict.fromkeys(kept for kept in conflicts if kept.kind != "deleted")
    return to_fill_in(_COLUMNS, (_row(kept, decided, language) for kept in held))


def _row(kept: Kept, decided: Decisions, language: str) -> dict[str, str]:
    allowed = (DATA, PERSON, KEEP) if kept.kind in TAKEABLE else (PERSON, KEEP)
    shown = (describe(kept.place, language), kept.built, kept.edited, kept.now)
    cells = (kept.conflict, decided.choices.get(kept.conflict, ""), "|".join(allowed), *shown)
    return dict(zip(_COLUMNS, cells, strict=True))
