"""What a line does not part: a number and the word behind it, a day and its month. Readers take the space between for a plain one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.content import Inline, Number
from reportgen.language.any_language import pattern
from reportgen.regex import regex
from reportgen.word.characters import NO_BREAK

_BEFORE_UNIT = regex(r"(?<=\d) (?=[^\W\d_]\D*$)")
_FIRST = regex(r"^ (?=[^\W\d_])")


def held(number: str) -> str:
    """The text of a number, whose last digits stay with the word behind them: ``32.21`` and ``billion``, ``5`` and ``zones``."""
    return _BEFORE_UNIT.sub(NO_BREAK, number)


def held_together(parts: Sequence[Inline]) -> Iterator[Inline]:
    """The parts of a sentence: a bare number stays with the next word, a day with its month."""
    before: Inline = ""
    for part in parts:
        if isinstance(part, str):
            follows = isinstance(before, Number) and before.text[-1:].isdigit()
            text = _FIRST.sub(NO_BREAK, part) if follows else part
            yield pattern("periods", "HELD").sub(NO_BREAK, text)
        else:
            yield part
        before = part
