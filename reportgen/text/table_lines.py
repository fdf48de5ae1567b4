"""What both ways of writing a table share: its title and unit, the heads of its columns, the lines below it."""

from __future__ import annotations

from reportgen.content import Table
from reportgen.language import say
from reportgen.language.below_tables import lines_below
from reportgen.messages import Message
from reportgen.text.writing import Inlines

_GROUP = " / "


def titled(table: Table) -> tuple[str, str]:
    """The title of a table and the line that names its unit."""
    unit = say(Message("word.unit-line", unit=table.unit), table.language) if table.unit else ""
    return table.title, unit


def heads(table: Table) -> list[str]:
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
    lines = lines_below(table.notes, table.source, table.language, circled=table.has_marks)
    return [f"{inline(line.head)}{inline(line.content)}" for line in lines]
