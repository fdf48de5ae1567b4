"""A pack's own choices in printing numbers: signs that stand for something, and rounding; the same in every language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP
from typing import Literal

from reportgen.record import Record, field

_STATES = {"achieved": "√", "on_track": "▲", "behind": "▼", "missed": "×", "unknown": "○"}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""The marks of notes, in order."""


Rounding = Literal["half_up", "half_even"]
"""Of a value midway between two: away from zero, or to the even digit (GB/T 8170)."""


StyleForm = Literal["plain", "gb9704"]
"""Of a pack's documents in Chinese: that of any brief, or that of official documents (GB/T 9704-2012)."""


BLANKS = ("missing", "not_applicable")
"""The signs that stand for no number."""
SIGNS = {"missing": "missing", "not_applicable": "not_applicable", "small": "tiny", "part": "part"}
"""What a pack may set, by its name in ``pack.toml``: the field of :class:`Style`."""
SIGN_SETS: Mapping[str, Mapping[str, str]] = {
    "usual": {},
    "yearbook": {"missing": "", "not_applicable": "", "small": "", "part": "#"},
    "letters": {"missing": "[x]", "not_applicable": "[z]", "small": "[low]"},
}
"""Sets of signs by name: ours; those of China's statistical yearbooks; those of the British statistical service."""


Appendix = Literal["full", "short", "none"]
"""How much the lists of figures and findings say: of every figure with all behind it; of those in the text, with tables and
charts as ranges; nothing."""


class BlankSign(str):
    """What stands where there is nothing to show: a text to templates, and to tables known for what it is."""

    __slots__ = ()


class Style(Record):
    """The signs and the rounding of a pack.

    ``missing``: not available, no data or no comparable data. ``not_applicable``: the column does not apply to the row.
    ``tiny``: less than half of the unit shown; ``0.0`` is the number itself, with its own decimals. ``part``: before a row
    that is a part of the one above, in place of "of which". ``rounding``: of a value that lies midway, up or to the even digit.
    ``states``: signs of a target's status that every Chinese and Latin office font has, so that none rests on colour.
    """

    missing: BlankSign = BlankSign("…")
    not_applicable: BlankSign = BlankSign("—")
    tiny: str = "0.0"
    part: str = ""
    rounding: Rounding = "half_up"
    states: Mapping[str, str] = field(default_factory=lambda: _STATES)

    @property
    def ties(self) -> str:
        """The rounding as :mod:`decimal` names it."""
        return ROUND_HALF_EVEN if self.rounding == "half_even" else ROUND_HALF_UP

    def note_mark(self, number: int) -> str:
        """The mark of a note: ``①``; beyond twenty ``(21)``."""
        return CIRCLED[number - 1] if number <= len(CIRCLED) else f"({number})"


STYLE = Style()
"""The style where nothing else is asked for."""
