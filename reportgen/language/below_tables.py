"""What stands below a table or chart: its notes, counted where there are several, and its source."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content import Inline, Sentence
from reportgen.language import say
from reportgen.messages import Message
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.style import CIRCLED

_OWN_MARK = regex(r"\s*[①-⑳㉑-㉟㊱-㊿*†‡]")


class LineBelow(Record):
    """A note or the source: ``head`` are the words before it."""

    head: str
    content: Inline | Sentence
    is_source: bool = False


def lines_below(
    notes: Sequence[Inline | Sentence], source: Inline | Sentence, language: str, *, circled: bool = False
) -> list[LineBelow]:
    """The notes and the source. Where the rows of a table are marked ①, its notes are counted in the same way (``circled``).

    Notes that begin with a mark of their own are not counted again.
    """
    lines = []
    uncounted = len(notes) == 1 or any(_OWN_MARK.match(str(note)) for note in notes)
    for number, note in enumerate(notes, start=1):
        head = say(Message("word.note-head", count=len(notes)), language) if number == 1 else ""
        lines.append(LineBelow(head + ("" if uncounted else _counted(number, circled, language)), note))
    if str(source):
        lines.append(LineBelow(say(Message("word.source-head"), language), source, is_source=True))
    return lines


def _counted(number: int, circled: bool, language: str) -> str:
    if circled and number <= len(CIRCLED):
        return say(Message("word.note-mark", mark=CIRCLED[number - 1]), language)
    return say(Message("word.note-number", number=number), language)
