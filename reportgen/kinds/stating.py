"""What a kind may ask of the document in which a figure of it is stated, and what the clauses of several kinds share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from reportgen.dataset.names import series_name
from reportgen.dataset.records import Dataset, Observation, Series
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.kinds.observed import Observed
from reportgen.language.clauses import Basis, Clause, ClauseForm, Comparison, Direction, Mention, Standing
from reportgen.messages import Reason
from reportgen.names import SeriesName
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.values import Bound

__all__ = [
    "ALONE", "ASIDE", "CHANGE", "FOLLOWS", "GROWTH", "OF_ITSELF", "Basis", "Clause", "ClauseForm", "Comparison", "Direction", "Figure", "Mention", "Shows",
    "Standing", "StatesFigures", "alone", "as_it_is", "differences", "moved_away", "share_of", "turned", "whole_of", "with_whole",
]  # fmt: skip
"""What the clauses of a kind work with, all of it."""

FOLLOWS = ClauseForm(Standing.FOLLOWS)
ALONE = ClauseForm(Standing.ALONE)
ASIDE = ClauseForm(Standing.FOLLOWS, is_aside=True)
OF_ITSELF = ClauseForm(of_itself=True)
GROWTH = ClauseForm(Standing.FOLLOWS, of_itself=True)
CHANGE = ClauseForm(Standing.BESIDE_LEVEL, of_itself=True, is_aside=True)


class Figures(Protocol):
    """The figures of a dataset."""

    @property
    def observed(self) -> Observed: ...
    def get(self, figure_id: FigureId | str) -> Figure: ...
    def observation_figure(self, observation: Observation) -> Figure: ...


class Shows(Protocol):
    """A document that shows figures."""

    @property
    def dataset(self) -> Dataset: ...
    @property
    def catalogue(self) -> Figures: ...
    def figure(
        self, series: Series, period: Period, kind: Kind, base: tuple[str, ...] = (), target: str = ""
    ) -> Figure: ...


class StatesFigures(Shows, Protocol):
    """A document that states figures in sentences."""

    @property
    def national_area(self) -> str: ...
    def why(self, figure: Figure) -> Reason | None:
        """Why a figure has no number, said beside its series."""

    def clause(self, figure: Figure) -> Clause:
        """The clause that states a figure, of whatever kind."""

    def mention(self, figure: Figure) -> Mention:
        """A figure as clauses mention it."""

    def direction(self, figure: Figure) -> Direction:
        """Which way a growth or difference points."""


def as_it_is(_document: StatesFigures, _figure: Figure, clause: Clause) -> Clause:
    """The clause of a kind that says nothing of its own."""
    return clause


def alone(_document: StatesFigures, _figure: Figure) -> Iterator[Clause]:
    """Nothing goes with the figure in its sentence."""
    return iter(())


def whole_of(document: Shows, figure: Figure) -> SeriesName | None:
    """What a share, contribution or pull is a part of: the id's base, else the series' own whole, as far as it is known."""
    series = figure.base.series(figure.id.series)
    if series == figure.id.series and figure.id.kind is Kind.SHARE and figure.base.period is not None:
        return None  # months are a part of their own year
    if series == figure.id.series:
        series = document.catalogue.observed.whole_of(series) or series
    return None if series == figure.id.series else series_name(document.dataset, series)


def share_of(document: Shows, part: FigureId, *whole: str) -> Figure:
    """The share that a part has of a whole, its usual one where none is named, at the period of the id."""
    return document.figure(part.series, part.period, Kind.SHARE, whole)


def with_whole(document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """The clause of a part, with its whole."""
    return replace(clause, whole=whole_of(document, figure))


def moved_away(_document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """The clause of a share of the way to a target: below zero it is none, and is not said as one."""
    if figure.value is None or figure.value >= 0:
        return clause
    return replace(clause, verb="moved_away", form=ClauseForm(is_aside=True))


def differences(
    document: StatesFigures, figure: Figure, base: str, comparison: Comparison | None = None
) -> Iterator[Clause]:
    """The difference of a series' growth to ``base``, where it is known."""
    found = document.figure(figure.id.series, figure.id.period, Kind.DIFFERENCE_PP, (base,))
    if found.value is not None:
        clause = document.clause(found)
        yield replace(clause, comparison=comparison) if comparison else clause


def turned(document: StatesFigures, figure: Figure) -> Iterator[Clause]:
    """That a surplus became a deficit since the year before, or the other way round: no growth rate says so."""
    before = document.figure(figure.id.series, figure.id.period.year_before(), figure.id.kind)
    if figure.value is None or before.value is None or figure.value * before.value >= 0:
        return
    if Bound.EXACT is figure.bound is before.bound:
        name, kind = series_name(document.dataset, figure.id.series), figure.id.kind.value
        yield Clause("turned", name, figure.id.period, document.mention(figure), kind=kind, form=OF_ITSELF)
