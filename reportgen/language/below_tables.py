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
    """The notes and the source."""
    lines: list[LineBelow] = []
    for note, mark in zip(notes, before_notes(len(notes), marks, language), strict=True):
        head = "" if lines else say(Message("word.note-head", count=len(notes)), language)
        lines.append(LineBelow(head + mark, note))
    if str(source):
        lines.append(LineBelow(say(Message("word.source-head"), language), source, is_source=True))
    return lines


def before_notes(count: int, marks: Sequence[str], language: str) -> list[str]:
    """What is before each of so many notes. The first notes have ``marks``, which are at rows of the table too, and those that hold
    for the whole table have none; several notes without marks are counted.
    """
    if marks:
        said = [say(Message("word.note-mark", mark=mark), language) for mark in marks[:count]]
        return said + [""] * (count - len(said))
    if count == 1:
        return [""]
    return [say(Message("word.note-number", number=number + 1), language) for number in range(count)]
