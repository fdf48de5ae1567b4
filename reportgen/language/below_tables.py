"""What stands below a table or chart: its notes, counted where there are several, and its source."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportgen.content import Inline, Sentence
from reportgen.language import say
from reportgen.messages import Message
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.style import STYLE

_OWN_MARK = regex(r"\s*[①-⑳㉑-㉟㊱-㊿*†‡]")


class LineBelow(Record):
    """A note or the source: ``head`` are the words before it."""

    head: str
    content: Inline | Sentence
    is_source: bool = False


def lines_below(
    notes: Sequence[Inline | Sentence],
    source: Inline | Sentence,
    language: str,
    *,
    marks: Collection[str] = (),
) -> list[LineBelow]:
    """The notes and the source. Where ``marks`` stand at the rows of a table, the notes that they lead to have them too, and those
    that hold for the whole table have none; without marks notes are counted.

    Notes that begin with a mark of their own are not counted again.
    """
    lines = []
    uncounted = len(notes) == 1 or any(_OWN_MARK.match(str(note)) for note in notes)
    last = max((at for at in range(1, len(notes) + 1) if STYLE.note_mark(at) in marks), default=0)
    for number, note in enumerate(notes, start=1):
        head = say(Message("word.note-head", count=len(notes)), language) if number == 1 else ""
        if not uncounted and number <= last:
            head += say(Message("word.note-mark", mark=STYLE.note_mark(number)), language)
        elif not uncounted and not last:
            head += say(Message("word.note-number", number=number), language)
        lines.append(LineBelow(head, note))
    if str(source):
        lines.append(LineBelow(say(Message("word.source-head"), language), source, is_source=True))
    return lines
