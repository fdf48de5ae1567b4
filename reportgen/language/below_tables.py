"""What is below a table or chart: its notes, counted where there are several, and its source."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content import Inline, Sentence
from reportgen.language import say
from reportgen.messages import Message
from reportgen.record import Record


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
    marks: Sequence[str] = (),
) -> list[LineBelow]:
    """The notes and the source. The first notes have ``marks``, which are at rows of the table too, and those that hold for the whole
    table have none; several notes without marks are counted.
    """
    lines = []
    for number, note in enumerate(notes, start=1):
        head = say(Message("word.note-head", count=len(notes)), language) if number == 1 else ""
        if number <= len(marks):
            head += say(Message("word.note-mark", mark=marks[number - 1]), language)
        elif not marks and len(notes) > 1:
            head += say(Message("word.note-number", number=number), language)
        lines.append(LineBelow(head, note))
    if str(source):
        lines.append(LineBelow(say(Message("word.source-head"), language), source, is_source=True))
    return lines
