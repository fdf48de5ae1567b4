"""What people decided of the conflicts that a refresh left to them: a table that a first run writes and a later one reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.language import language, languages
from reportgen.living.filled_tables import read_filled, to_fill_in
from reportgen.messages import Message
from reportgen.record import Record, field, replace

if TYPE_CHECKING:
    from reportgen.living.refresh.report import Kept

DATA, PERSON, KEEP = "data", "person", "keep"
TAKEABLE = ("retyped", "rewritten", "copied", "chart")
"""The kinds of conflicts that the data can win; of the others people can say that they are right as they are."""
_COLUMNS = ("conflict", "choice", "choices", "place", "built", "edited", "now")


class Decisions(Record):
    """``choices`` by conflict. A conflict without one is the person's, or the data's with ``take_data``."""

    take_data: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)

    def takes(self, kept: Kept) -> bool:
        """Whether the data win."""
        chosen = self.choices.get(kept.conflict)
        return kept.kind in TAKEABLE and (chosen == DATA or (not chosen and self.take_data))

    def unused(self, conflicts: Iterable[Kept]) -> int:
        """How many of the choices are of conflicts that there are not."""
        return len(
            {one for one, choice in self.choices.items() if choice} - {one.conflict for one in conflicts}
        )

    def settled(self, kept: Kept) -> Kept:
        """The conflict with what was decided of it."""
        return replace(kept, taken=self.takes(kept), decided=self.choices.get(kept.conflict) == PERSON)


def read_decisions(path: Path, *, take_data: bool = False) -> Decisions:
    """The decisions in a table; none where there is no file yet. Raises ``ReportgenError`` for a choice that is none, and for
    two of one conflict."""
    columns, rows = read_filled(path)
    if columns and _COLUMNS[0] not in columns:
        raise ReportgenError(Message("living.no-decisions", file=str(path), row=1))
    words = _words()
    choices: dict[str, str] = {}
    for number, row in enumerate(rows, start=2):
        conflict, said = (_plain(row.get(name) or "") for name in ("conflict", "choice"))
        if not conflict:
            raise ReportgenError(Message("living.no-decisions", file=str(path), row=number))
        shown = [_plain(one) for one in (row.get("choices") or "").split("|") if one.strip()]
        allowed = [words.get(one, one) for one in shown] or [DATA, PERSON, KEEP]
        choice = words.get(said, said)
        if choice and choice not in allowed:
            wanted = tuple(shown or allowed)
            raise ReportgenError(
                Message("living.no-such-choice", file=str(path), row=number, choice=said, choices=wanted)
            )
        if choice and choices.get(conflict, choice) not in ("", choice):
            raise ReportgenError(Message("living.decided-twice", file=str(path), row=number))
        choices[conflict] = choice or choices.get(conflict, "")
    return Decisions(take_data, choices)


def _words() -> dict[str, str]:
    """How people write each choice, in any language."""
    return {
        word: choice
        for code in languages()
        for choice, words in language(code).subject("living").CHOICES.items()
        for word in (choice, *words)
    }


def _plain(cell: str) -> str:
    """A cell as it is meant, however it was typed: ``ＤＡＴＡ ``, ``“data”``."""
    return unicodedata.normalize("NFKC", cell).strip(" \t\r\n\"'“”‘’.。").lower()


def decisions_table(conflicts: Iterable[Kept], decided: Decisions, language: str) -> bytes:
    """The table of the conflicts that are left, with what was decided of others before."""
    held = dict.fromkeys(kept for kept in conflicts if kept.kind != "deleted")
    return to_fill_in(_COLUMNS, (_row(kept, decided, language) for kept in held))


def _row(kept: Kept, decided: Decisions, code: str) -> dict[str, str]:
    said = language(code).subject("living").CHOICES
    allowed = [said[one][0] for one in ((DATA, PERSON, KEEP) if kept.kind in TAKEABLE else (PERSON, KEEP))]
    chosen = decided.choices.get(kept.conflict, "")
    shown = (language(code).place(kept.place), kept.built, kept.edited, kept.now)
    cells = (kept.conflict, said[chosen][0] if chosen else "", "|".join(allowed), *shown)
    return dict(zip(_COLUMNS, cells, strict=True))
