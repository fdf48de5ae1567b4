"""What both ways of writing a table share: its title and unit, the heads of its columns, the lines below it."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.content import Table
from reportgen.language import say
from reportgen.language.below_tables import lines_below
from reportgen.messages import Message
from reportgen.regex import regex
from reportgen.rendered import LineReading
from reportgen.text.writing import Inlines

_GROUP = " / "


def titled(table: Table) -> tuple[str, str]:
    """The title of a table and the line that names its unit."""
    unit = say(Message("word.unit-line", unit=table.unit), table.language) if table.unit else ""
    return table.title, unit


def column_heads(table: Table) -> list[str]:
    """The head of each column: its group, its head, its unit."""
    return [
        (f"{column.group}{_GROUP}" if column.group else "")
        + (
            say(Message("word.head-with-unit", head=column.head, unit=column.unit), table.language)
            if column.unit
            else column.head
        )
        for column in table.columns
    ]


def below(table: Table, inline: Inlines) -> list[str]:
    """The notes of a table and its source, a line each."""
    lines = lines_below(table.notes, table.source, table.language, marks=table.note_marks)
    return [f"{inline(line.head)}{inline(line.content)}" for line in lines]


_ADDRESS = regex(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
_LIST_NUMBER = regex(r"\s*(?:#+\s+)?\d+(?:\.\d+)*[.)、．]\s*(?=\D)")


def without(number: int, text: str, covered: Iterable[str], *, is_row: bool) -> LineReading:
    """A line with its words. Numbers of a list, addresses and the texts ``covered``, in their order, are no figures."""
    spans = [at.span() for at in _ADDRESS.finditer(text)]
    if listed := _LIST_NUMBER.match(text):
        spans.append(listed.span())
    position = 0
    for words in covered:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            spans.append((start, position))
    return LineReading(number, text, tuple(sorted(spans)), is_row)
