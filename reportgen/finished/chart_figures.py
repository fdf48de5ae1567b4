"""The charts of finished documents, and which figure each point draws: noted when a document is built, known again in the
finished one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.ooxml.sheet_cells import same_number
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from reportgen.finished.snapshot import ChartSnapshot, SeriesSnapshot, Snapshot
    from reportgen.ooxml.charts.chart_reading import ChartReading, SeriesReading

PointValues = tuple[Decimal | None, ...]
PointKeys = tuple[str, ...]
"""A figure's key for each point; empty where there is none."""


class FinishedChart(Record):
    """A chart where it is drawn: on a sheet, or in a paragraph of the part ``story``.

    ``alt_at`` is where its alternative text is in that part's XML.
    """

    chart: ChartReading
    place: str
    paragraph: int = 0
    alt_text: str = ""
    alt_at: tuple[int, int] | None = None


class ChartPoint(Record):
    """A point that draws a figure as it was built."""

    chart: FinishedChart
    series: SeriesReading
    at: int
    key: str

    @property
    def value(self) -> Decimal:
        value = self.series.values[self.at]
        assert value is not None
        return value

    @property
    def category(self) -> str:
        return self.series.categories[self.at] if self.at < len(self.series.categories) else ""


def with_figures(
    charts: Iterable[ChartSnapshot], drawn: Iterable[tuple[PointValues, PointKeys]]
) -> tuple[ChartSnapshot, ...]:
    """The charts with the figure behind each point, of what was ``drawn`` into the document.

    Two series of the same values and of other figures stay without: nothing is guessed.
    """
    known: dict[PointValues, set[PointKeys]] = {}
    for values, keys in drawn:
        known.setdefault(values, set()).add(keys)
    return tuple(
        replace(chart, series=tuple(_with_keys(series, known) for series in chart.series)) for chart in charts
    )


def _with_keys(series: SeriesSnapshot, known: dict[PointValues, set[PointKeys]]) -> SeriesSnapshot:
    found = known.get(series.values, set())
    return replace(series, keys=next(iter(found))) if len(found) == 1 else series


def chart_points(charts: Sequence[FinishedChart], built: Snapshot | None) -> Iterator[ChartPoint]:
    """The points that still show what was built, in the document's order."""
    known: dict[tuple[str, tuple[str, ...]], list[SeriesSnapshot]] = {}
    for one in built.charts if built is not None else ():
        for series in one.series:
            if series.keys:
                known.setdefault((series.name, series.categories), []).append(series)
    for chart in charts:
        for found in chart.chart.series:
            alike = known.get((found.name, found.categories), ())
            if alike:
                yield from _points(chart, found, max(alike, key=lambda one: len(_unchanged(found, one))))


def _points(chart: FinishedChart, found: SeriesReading, built: SeriesSnapshot) -> Iterator[ChartPoint]:
    for at in _unchanged(found, built):
        if key := built.keys[at]:
            yield ChartPoint(chart, found, at, key)


def _unchanged(found: SeriesReading, built: SeriesSnapshot) -> list[int]:
    pairs = enumerate(zip(found.values, built.values, strict=False))
    return [at for at, (value, was) in pairs if value is not None and same_number(value, was)]
