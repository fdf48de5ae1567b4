"""A finished document of a format that carries no lineage: its lines are all there is of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reportgen.errors import ReportgenError
from reportgen.finished.places import FigurePlace, line_place
from reportgen.messages import Message
from reportgen.ooxml.files import read_file
from reportgen.record import Record
from reportgen.rendered import LineReading
from reportgen.renderers import renderer_for

if TYPE_CHECKING:
    from reportgen.findings import Place


class FinishedLines(Record):
    """A document that is nothing but text. ``name`` is the file's."""

    name: str
    lines: tuple[LineReading, ...]

    @property
    def suffix(self) -> str:
        return Path(self.name).suffix

    @property
    def lineage(self) -> None:
        return None

    @property
    def built(self) -> None:
        return None

    def texts_around(self, places: Collection[Place]) -> Iterator[tuple[Place, str]]:
        """Each line with its place."""
        return ((line_place(self.name, line), line.text) for line in self.lines)

    def pages(self) -> Iterator[tuple[Place, int]]:
        """None: lines are on no page."""
        return iter(())

    def figure_places(self, *, whole: bool = False) -> tuple[FigurePlace, ...]:
        """None: nothing tells a figure from other numbers."""
        return ()

    def required_lineage(self) -> NoReturn:
        """Raise ``ReportgenError`` that says what to do: the document cannot carry any."""
        raise cannot_carry_lineage(self.name)


def carries_no_lineage(name: str) -> bool:
    """Whether a file of that name is of a format whose documents carry no lineage."""
    renderer = renderer_for(name)
    return renderer is not None and not renderer.carries_lineage


def cannot_carry_lineage(name: str) -> ReportgenError:
    """The error for a document that is asked for lineage and can have none."""
    return ReportgenError(Message("finished.cannot-carry-lineage", file=name))


def read_lines(path: Path) -> FinishedLines:
    """Read such a document. Raises ``PackageError`` for a file of another format."""
    renderer = renderer_for(path.name)
    assert renderer is not None
    return FinishedLines(path.name, tuple(renderer.read(read_file(path))))
