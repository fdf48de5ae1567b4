"""A text without marks: every number in it that no figure backs, and the words against the sign of those that are."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content import LineReading
from reportgen.findings import Finding, Place
from reportgen.finished.lines import FinishedLines
from reportgen.living.audit.backing import Backing
from reportgen.living.audit.prose import found_contrary, found_numbers, plain_figures, unbacked
from reportgen.living.places import shortened


def line_place(file: str, line: LineReading) -> Place:
    """A line of a text, with its words."""
    return Place(file=file, line=line.number, text=shortened(line.text))


def check_lines(document: FinishedLines, backing: Backing) -> Iterator[Finding]:
    """Every line of a document."""
    for line in document.lines:
        place = line_place(document.name, line)
        said = unbacked(line.text, backing, line.covered, in_table=line.is_row)
        yield from found_numbers(place, said, backing)
        if not line.is_row:
            yield from found_contrary(place, line.text, plain_figures(line.text, backing, line.covered))
