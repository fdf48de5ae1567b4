"""What filling one template gives: the document and where it shows which figure."""

from functools import cached_property
from typing import Protocol

from reportgen.findings import Finding
from reportgen.record import CachingRecord, Record, field


class ShownFigure(Record):
    """Where a renderer wrote a figure: the short key, the text as shown, and the place in the document."""

    key: str
    text: str
    part: str = ""
    place: str = ""
    """``B7`` on a sheet; empty in running text."""


class LineReading(Record):
    """A line of a finished document that is nothing but text: its ``number`` from 1, its words without markup.

    ``covered`` are the stretches whose digits are no figures: source marks, addresses. ``is_row``: a row of a table.
    """

    number: int
    text: str
    covered: tuple[tuple[int, int], ...] = ()
    is_row: bool = False


class Unsaved(Protocol):
    """A document that has everything in it and is no file yet."""

    def save(self) -> bytes: ...


class Rendered(CachingRecord):
    """What filling one template gave: the new document and every figure it shows, in document order."""

    document: Unsaved | bytes
    figures: tuple[ShownFigure, ...] = field(default=())
    findings: tuple[Finding, ...] = ()
    """Warnings and notes: a designed chart with a series that no data feeds. Errors are raised instead."""

    @cached_property
    def data(self) -> bytes:
        """The bytes of the document's file."""
        return self.document if isinstance(self.document, bytes) else self.document.save()
