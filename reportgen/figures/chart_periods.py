"""The periods of a chart: set at the distances of time, and a part of a year told apart from whole years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.figures.chart_drawing import FigureSeries
from reportgen.figures.presentation import Presentation
from reportgen.kinds.figure import Figure
from reportgen.language import language
from reportgen.messages import Message
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record, replace
from reportgen.units import unit_of

_MOST = 30
"""So many categories a chart has at most after periods between were put in."""


class TimeAxis(Record):
    """The categories of a chart over time.

    ``periods`` are those drawn, in the order of time where it is known; ``places`` for each of them its place among the
    periods that the definition lists, ``None`` for one put in between. ``partial`` are those shorter than the others.
    """

    periods: tuple[Period, ...]
    places: tuple[int | None, ...]
    partial: tuple[bool, ...]

    @property
    def between(self) -> tuple[Period, ...]:
        """The periods that were put in."""
        return tuple(period for period, place in zip(self.periods, self.places, strict=True) if place is None)

    def spread(self, series: FigureSeries) -> FigureSeries:
        """The series with nothing at the periods that were put in."""
        figures = tuple(None if place is None else series.figures[place] for place in self.places)
        absent = tuple(
            series.absent[place] if place is not None and series.absent else None for place in self.places
        )
        stretches = tuple(
            series.stretches[place] if place is not None and series.stretches else 0 for place in self.places
        )
        return replace(series, figures=figures, absent=absent, stretches=stretches)

    def told_apart(self, series: FigureSeries, document: Presentation) -> FigureSeries:
        """The series as it is drawn beside whole periods, with the points that are hatched.

        A sum over five months is no point of a line through whole years, and a hatched column beside theirs. What does
        not grow with the length of a period (a rate, a stock) is drawn like the others.
        """
        apart = tuple(
            figure is not None and is_partial and _grows_with_time(figure, document)
            for figure, is_partial in zip(series.figures, self.partial, strict=True)
        )
        if series.kind not in ("line", "marker"):
            return replace(series, hatched=apart)
        kept = tuple(
            None if is_apart else figure for figure, is_apart in zip(series.figures, apart, strict=True)
        )
        return replace(series, figures=kept)


def time_axis(periods: Sequence[Period]) -> TimeAxis:
    """The periods with those between them, where they are years (or their first months), quarters or months in order."""
    longest = max((period.months for period in periods), default=0)
    step = _step(periods)
    full: list[Period] = list(periods[:1])
    places: list[int | None] = [*range(len(periods))][:1]
    for place, (before, period) in enumerate(pairwise(periods), start=1):
        if step:
            missing = _between(before, period, step)
            full += missing
            places += [None] * len(missing)
        full.append(period)
        places.append(place)
    if len(full) > _MOST:
        full, places = list(periods), [*range(len(periods))]
    partial = tuple(0 < period.months < longest for period in full)
    return TimeAxis(tuple(full), tuple(places), partial)


def period_notes(axis: TimeAxis, drawn: Sequence[FigureSeries], document: Presentation) -> list[str]:
    """What is said of periods that are shorter than the others and of those put in between."""
    hatched = any(any(axis.told_apart(series, document).hatched) for series in drawn)
    notes = []
    short = [period for period, is_partial in zip(axis.periods, axis.partial, strict=True) if is_partial]
    labels = tuple(language(document.language).period(period, short=True) for period in short)
    if hatched:
        notes.append(document.say(Message("figures.periods-hatched", labels=labels)))
    left_out = any(
        figure is not None and is_partial and _grows_with_time(figure, document)
        for series in drawn
        if series.kind in ("line", "marker")
        for figure, is_partial in zip(series.figures, axis.partial, strict=True)
    )
    if left_out:
        notes.append(document.say(Message("figures.periods-left-out", labels=labels)))
    if axis.between:
        between = tuple(language(document.language).period(period, short=True) for period in axis.between)
        notes.append(document.say(Message("figures.periods-between", labels=between)))
    return notes


def _grows_with_time(figure: Figure, document: Presentation) -> bool:
    indicator = document.dataset.indicators.get(figure.id.series.indicator)
    is_flow = indicator is None or indicator.kind != "stock"
    return is_flow and unit_of(figure.unit).adds_up


def _step(periods: Sequence[Period]) -> int:
    """How many months lie from one period to the next; 0 where they are of several kinds or out of order."""
    if any(before.first >= after.first for before, after in pairwise(periods)):
        return 0
    if all(period.kind is PeriodKind.YEAR or period.is_cumulative for period in periods):
        return 12
    kinds = {period.kind for period in periods}
    if kinds == {PeriodKind.QUARTER}:
        return 3
    return 1 if kinds == {PeriodKind.MONTH} else 0


def _between(before: Period, after: Period, step: int) -> list[Period]:
    found = []
    first = before.first + step
    while first < after.first:
        found.append(Period.span_of(first, first + step - 1))
        first += step
    return found
