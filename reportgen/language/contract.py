"""What a language gives: the contract that each language package fulfils, and the forms of its entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from reportgen.messages import Words
from reportgen.periods import Period


class Speaker(Protocol):
    """What an entry that is a function may ask: the language it belongs to."""

    @property
    def code(self) -> str: ...
    def say(self, words: Words | None, *, in_print: bool = False) -> str: ...
    def period(self, period: Period, *, short: bool = False) -> str: ...
    def listed(self, texts: list[str], joint: str = "") -> str: ...
    def write(self, value: Any, spec: str = "", *, in_print: bool = False) -> str: ...


Make = Callable[[Speaker, dict[str, Any]], str]

SUBJECTS = (
    "calculations",
    "commands",
    "databook",
    "dataset",
    "excel",
    "expressions",
    "figures",
    "finished",
    "kinds",
    "living",
    "ooxml",
    "pack",
    "word",
)
"""The files of a language that hold messages and findings, one for each room of the house. Beside them a language has

- ``punctuation``: ``COMMA``, ``COLON``, ``SEMICOLON``, ``STOP``, ``GAP``, ``OPEN_BRACKET``, ``CLOSE_BRACKET``, and
  ``listed(texts, joint)`` with ``joint`` one of ``and``, ``or`` and empty;
- ``periods``: ``label(period, short)``;
- ``names``: ``series(name, spec)``, ``figure(name, period)``, ``code(label)``;
- ``places``: ``described(place, part)``.
"""


@dataclass(frozen=True, slots=True)
class Wording:
    """An entry with two wordings side by side: for the people who keep the data, and for readers of a printed page."""

    screen: str | Make
    in_print: str | Make


@dataclass(frozen=True, slots=True)
class Advice:
    """The entry of a finding: what it is, and what to do about it. Each is one sentence."""

    what: str | Wording | Make
    remedy: str | Wording | Make = ""


Entry = str | Wording | Make
