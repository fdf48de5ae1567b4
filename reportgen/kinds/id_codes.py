"""Codes in figure ids: which are known, what an id's base part says, and the error that names the nearest."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from reportgen.dataset.records import TOTAL, Dataset, Measure
from reportgen.dataset.tables import ADDITIVE
from reportgen.errors import ReportgenError
from reportgen.kinds.base import Base
from reportgen.kinds.figure import FigureId
from reportgen.kinds.observed import token
from reportgen.messages import Message, Words
from reportgen.periods import Period
from reportgen.spelling import near


class UnknownCodeError(ReportgenError):
    """A figure id names an indicator, area or target that the dataset does not have. ``nearest`` are like it."""

    def __init__(self, message: Words, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.nearest = nearest


class FigureIdError(ReportgenError):
    """A text that is no figure id."""


class Codes:
    """The codes a dataset knows."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def read(self, text: str) -> FigureId:
        """Read an id and see that its codes are known. Raises FigureIdError, UnknownCodeError."""
        try:
            figure_id = FigureId.parse(text)
        except ValueError:
            raise FigureIdError(Message("kinds.no-figure-id", text=text)) from None
        self.check(figure_id)
        return figure_id

    def check(self, figure_id: FigureId) -> None:
        """Raise UnknownCodeError where the id's indicator, area or target is unknown."""
        dataset, series = self._dataset, figure_id.series
        if series.indicator not in dataset.indicators:
            raise unknown("indicator", series.indicator, dataset.indicators)
        if series.ref_area not in dataset.areas:
            raise unknown("area", series.ref_area, dataset.areas)
        if figure_id.target and figure_id.target not in dataset.targets:
            raise unknown("target", figure_id.target, dataset.targets)

    def read_base(self, figure_id: FigureId) -> Base:
        """What the id's base part says. Raises UnknownCodeError for a part that is no code."""
        found: dict[str, object] = {}
        for part in figure_id.base:
            name, value = self._base_part(part)
            found[name] = value
        return Base(**found)  # type: ignore[arg-type]

    def _base_part(self, part: str) -> tuple[str, object]:
        dataset = self._dataset
        if part in dataset.areas:
            return "area", part
        if part in dataset.indicators:
            return "indicator", part
        if part in self._units:
            return "unit", part
        if part == TOTAL or ("breakdown", part) in dataset.codes_by_key:
            return "breakdown", part
        if part in (Measure.SHARE, Measure.GROWTH_YOY):
            return "measure", part
        if part in ADDITIVE:
            return "dimension", part
        if part in self._tokens:
            return "other", part
        try:
            return "period", Period.parse(part)
        except ValueError:
            known = [*dataset.areas, *dataset.indicators, *self._units]
            raise unknown("base", part, known) from None

    @cached_property
    def _units(self) -> frozenset[str]:
        observed = {record.unit for record in self._dataset.observations.values()}
        return frozenset(observed | {target.unit for target in self._dataset.targets.values()})

    @cached_property
    def _tokens(self) -> frozenset[str]:
        return frozenset(token(obs_id) for obs_id in self._dataset.observations)


def unknown(what: str, code: str, known: Iterable[str]) -> UnknownCodeError:
    """The error that names the offending code and the codes most like it. ``what``: indicator, area, target or base."""
    nearest = near(code, known, 3, 0.5)
    return UnknownCodeError(Message(f"kinds.unknown-{what}", code=code, nearest=nearest), nearest)
