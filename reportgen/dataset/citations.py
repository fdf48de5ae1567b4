"""Citations: which source carries an observation or a target, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Protocol

from reportgen.findings import Place
from reportgen.record import Record, field


class Sourced(Protocol):
    """A record whose own row may name its source."""

    @property
    def source(self) -> str | None: ...
    @property
    def place(self) -> Place: ...


class Role(StrEnum):
    """How a source carries a figure: states it, repeats it, converts it into another unit, or has it in a cell of a table."""

    STATED = "stated"
    RESTATED = "restated"
    CONVERTED = "converted"
    TABLE = "table"


class Citation(Record):
    """Which source carries an observation or target, in its own words (verbatim, at most 120 characters)."""

    subject: str
    source: str
    statement: str
    role: Role = Role.STATED
    locator: str = ""
    table: str = ""
    """Of a cell of a table: the table's title, the heads of its row and column joined by `` / ``, the unit as the head
    has it, and its address (sheet and A1); ``statement`` is the cell's text."""
    row_label: str = ""
    column_label: str = ""
    unit_label: str = ""
    cell: str = ""
    place: Place = field(default_factory=Place)


class Cited(Mapping[str, tuple[Citation, ...]]):
    """The citations of each subject; that of an observation's own source is made when it is asked for."""

    def __init__(
        self, stated: Mapping[str, tuple[Citation, ...]], observations: Mapping[str, Sourced]
    ) -> None:
        self._stated, self._observations = stated, observations

    def __getitem__(self, subject: str) -> tuple[Citation, ...]:
        stated = self._stated.get(subject, ())
        observation = self._observations.get(subject)
        source = observation.source if observation else None
        if observation and source and all(citation.source != source for citation in stated):
            return (*stated, Citation(subject, source, "", place=observation.place))
        if not stated:
            raise KeyError(subject)
        return stated

    def __contains__(self, subject: object) -> bool:
        observation = self._observations.get(subject)  # type: ignore[call-overload]
        return subject in self._stated or (observation is not None and bool(observation.source))

    def __iter__(self) -> Iterator[str]:
        yield from self._stated
        yield from (
            key for key, item in self._observations.items() if item.source and key not in self._stated
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)
