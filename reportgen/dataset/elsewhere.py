"""What a dataset has elsewhere that was read in part: the series of areas that were not asked for.

Series can be listed and looked for as if all had been read. Which of them are asked for what they hold is taken down, so that their
areas can be read and nothing is ever made of a series that only seems to be empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from reportgen.dataset.observations import Series
from reportgen.record import Record, field

Held = TypeVar("Held")


class Elsewhere(Record, eq=False):
    """``series`` are all that the dataset has, ``areas`` those read, ``observations`` how many there are in the others."""

    series: tuple[Series, ...]
    areas: frozenset[str]
    observations: int
    asked_for: set[str] = field(default_factory=set)
    """The areas that were not read, of series that somebody asked for what they hold."""

    def notice(self, series: Series) -> None:
        if series.ref_area not in self.areas:
            self.asked_for.add(series.ref_area)


class BesideOthers(dict[Series, tuple[Held, ...]]):
    """What each series holds; nothing, and a note, of one that is elsewhere."""

    def __init__(self, read: Mapping[Series, tuple[Held, ...]], elsewhere: Elsewhere) -> None:
        super().__init__({series: read.get(series, ()) for series in (*elsewhere.series, *read)})
        self._elsewhere = elsewhere

    def __getitem__(self, series: Series) -> tuple[Held, ...]:
        self._elsewhere.notice(series)
        return super().__getitem__(series)

    def get(self, series: Series, default: tuple[Held, ...] = ()) -> tuple[Held, ...]:  # type: ignore[override]
        self._elsewhere.notice(series)
        return super().get(series, default)
