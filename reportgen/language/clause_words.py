"""The grammar of a clause as an entry: a text with slots, each filled by what a language says of clauses.

``" averaged {number} a day{prices}"``. Only what an entry cannot say, a choice between words, is a function.
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.content import Inline, Line
from reportgen.language.clauses import Clause, Writer
from reportgen.regex import regex

Make = Callable[[Clause, Writer], Line]
Slot = Callable[[Clause, Writer], Line | Inline]

_SLOT = regex(r"\{(\w+)\}")


class ClauseWords:
    """The slots that entries of a language may have, by name."""

    def __init__(self, **slots: Slot) -> None:
        self._slots = slots

    def and_of(self, **slots: Slot) -> ClauseWords:
        """The same with more slots."""
        return ClauseWords(**self._slots, **slots)

    def __call__(self, entry: str) -> Make:
        """What words clauses as the entry says."""
        first, *others = _SLOT.split(entry)
        filled = [(self._slots[name], text) for name, text in zip(others[::2], others[1::2], strict=True)]

        def make(clause: Clause, write: Writer) -> Line:
            line = Line(first)
            for slot, text in filled:
                line.add(slot(clause, write), text)
            return line

        return make
