"""The two ways of writing behind one protocol: what Markdown and plain text each say for a link, an anchor, a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from reportgen.content import Table
from reportgen.rendered import LineReading

Inlines = Callable[[Any], str]
"""Writes content that is within a line."""


class Writing(Protocol):
    """How a kind of text says what is more than words."""

    def words(self, text: str) -> str:
        """Words of the data, so that none of their signs is taken for markup."""

    def linked(self, shown: str, anchor: str) -> str:
        """Words that lead to a place in the same text."""

    def address(self, shown: str, url: str) -> str:
        """Words that lead elsewhere."""

    def anchored(self, shown: str, anchor: str) -> str:
        """Words that other places lead to."""

    def table(self, table: Table, inline: Inlines) -> list[str]:
        """The lines of a table; ``inline`` writes what is in a cell."""

    def line(self, number: int, line: str) -> LineReading:
        """A line of a finished text, read again."""
