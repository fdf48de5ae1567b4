"""Indicators as a template names them: ``{{ cbec_trade }}``, moved with ``.at()`` and ``.area()``, asked for ``.yoy``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import Any, ClassVar

from reportgen.dataset.records import TOTAL, Measure, Series
from reportgen.errors import TemplateError
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.figure import FigureTerm
from reportgen.figures.terms.names import suggestions
from reportgen.figures.terms.series_list import Terms
from reportgen.figures.terms.target import TargetTerm
from reportgen.kinds.declaration import Declaration, Takes, declarations
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.kinds.kind import kind_named
from reportgen.kinds.parts import children
from reportgen.kinds.reasons import ITSELF
from reportgen.language.period_reader import read_period
from reportgen.messages import UNSAID, Bilingual, Message
from reportgen.periods import Period
from reportgen.values import Bound


class AgainstTerm(FigureTerm):
    """A figure taken against something: alone it is the one the dataset states, called with a base it is that one."""

    def __init__(
        self, page: Presentation, series: Series, period: Period, kind: Kind, default: str = ""
    ) -> None:
        super().__init__(page, lambda: _stated_or_default(page, series, period, kind, default))
        self._place = (series, period, kind)

    def __call__(self, base: str | int) -> FigureTerm:
        """Against ``base``: a period, an area or an indicator's name."""
        series, period, kind = self._place
        return FigureTerm(
            self._page, lambda: _against(self._page, series, period, kind, self._base(str(base)))
        )

    def _base(self, base: str) -> str:
        dataset = self._page.dataset
        for indicator in dataset.indicators.values():
            if base in (indicator.indicator, indicator.name_zh):
                return indicator.indicator
        if base in dataset.areas:
            return base
        for area in dataset.areas.values():
            if base in (area.label.en, area.label.zh):
                return area.ref_area
        return str(period_named(base))


_KINDS = {item.asked_by.name: item for item in declarations() if item.asked_by is not None}
"""The kinds that a template asks an indicator for, by the name it says."""


class IndicatorTerm(FigureTerm):
    """An indicator at an area and a period; shown, it is its level with unit."""

    SECTION = "indicator"
    NAMES: ClassVar[tuple[str, ...]] = (
        "at",
        "area",
        "of",
        "partner",
        "where",
        "currency",
        "in_month",
        "year_to_date",
        "last",
        "areas",
        "breakdowns",
        "partners",
        "previous",
        "previous_year",
        "yoy",
        *_KINDS,
        "rank_among",
        "difference",
        "target",
    )

    def __init__(
        self, page: Presentation, series: Series, period: Period, moved: bool = False, target: str = ""
    ) -> None:
        super().__init__(page, lambda: page.figure(series, period, Kind.LEVEL))
        self.series = series
        self.period = period
        self._moved = moved
        self.target_id = target

    # Moving

    def at(self, period: str | int | IndicatorTerm) -> IndicatorTerm:
        return self._at(period_named(period))

    def area(self, ref_area: str | IndicatorTerm) -> IndicatorTerm:
        return self._with(replace(self.series, ref_area=area_named(self._page, ref_area)))

    def of(self, breakdown: str) -> IndicatorTerm:
        return self._with(replace(self.series, breakdown=self._dimension("breakdown", breakdown)))

    def partner(self, counterpart_area: str) -> IndicatorTerm:
        code = self._dimension("counterpart_area", counterpart_area)
        return self._with(replace(self.series, counterpart_area=code))

    def where(
        self, area: str = "", period: str | int = "", breakdown: str = "", partner: str = ""
    ) -> IndicatorTerm:
        term = self
        if area:
            term = term.area(area)
        if breakdown:
            term = term.of(breakdown)
        if partner:
            term = term.partner(partner)
        return term.at(period) if period else term

    @property
    def previous_year(self) -> IndicatorTerm:
        return IndicatorTerm(self._page, self.series, self.period.year_before(), moved=True)

    @property
    def previous(self) -> IndicatorTerm:
        before = self.period.preceding()
        if before is None:
            raise TemplateError(Message("figures.no-period-before", period=str(self.period)))
        return IndicatorTerm(self._page, self.series, before, moved=True)

    @property
    def in_month(self) -> IndicatorTerm:
        return self._at(self.period.last_month)

    @property
    def year_to_date(self) -> IndicatorTerm:
        return self._at(self.period.year_to_date)

    def last(self, count: int) -> Terms:
        """The last periods up to its own, from the first of which there is a figure."""
        found = [self._at(period) for period in self.period.up_to(count)]
        return Terms(list(dropwhile(lambda term: not term.available, found)))

    @property
    def areas(self) -> Terms:
        return self.below("areas")

    @property
    def breakdowns(self) -> Terms:
        return self.below("breakdown")

    @property
    def partners(self) -> Terms:
        return self.below("partners")

    def below(self, dimension: str) -> Terms:
        """The series one level below that the dataset has figures of. Not for templates."""
        dataset = self._page.dataset
        found = children(dataset, self.series, dimension)
        return Terms([self._with(series) for series in found if series in dataset.by_series])

    # Asking

    def __getattr__(self, name: str) -> Any:
        if name in _KINDS:
            return self._asked(_KINDS[name])
        return super().__getattr__(name)

    def _asked(self, declared: Declaration) -> FigureTerm | Callable[..., FigureTerm]:
        """What a template gets for the name of a kind: the figure, or what takes its base."""
        assert declared.asked_by is not None
        kind, takes = declared.kind, declared.asked_by.takes
        if takes is Takes.NOTHING:
            return self._kind(kind)
        if takes is Takes.SINCE:
            return lambda since: self._kind(kind, base=str(period_named(since)))
        if takes is Takes.WORDS:
            return lambda *words: self._kind(kind, base=self._words_of_base(words))
        against = self._against(kind)
        return against if takes is Takes.BASE else against.__call__

    def _words_of_base(self, words: Sequence[str]) -> str:
        indicators = self._page.dataset.indicators.values()
        codes = {name: item.indicator for item in indicators for name in (item.indicator, item.name_zh)}
        return ",".join(codes.get(word, word) for word in words if word)

    @property
    def yoy(self) -> FigureTerm:
        return FigureTerm(self._page, self._best_growth)

    def rank_among(self, dimension: str, measure: str = "") -> FigureTerm:
        return self._kind(kind_named("rank_among"), base=",".join(filter(None, (measure, dimension))))

    @property
    def difference(self) -> AgainstTerm:
        return self._against(Kind.DIFFERENCE_PP, self._page.national_area)

    def currency(self, unit: str) -> FigureTerm:
        return self._kind(Kind.LEVEL, base=unit)

    @property
    def target(self) -> TargetTerm:
        return TargetTerm(self._page, self.series, self.period, self._moved, self.target_id)

    # Steps

    def _at(self, period: Period) -> IndicatorTerm:
        return IndicatorTerm(self._page, self.series, period, moved=True)

    def _with(self, series: Series) -> IndicatorTerm:
        return IndicatorTerm(self._page, series, self.period, self._moved)

    def _kind(self, kind: Kind, base: str = "") -> FigureTerm:
        return FigureTerm(self._page, lambda: self._page.figure(self.series, self.period, kind, base=base))

    def _against(self, kind: Kind, default: str = "") -> AgainstTerm:
        return AgainstTerm(self._page, self.series, self.period, kind, default)

    def _best_growth(self) -> Figure:
        reported = self._page.figure(self.series, self.period, Kind.GROWTH_YOY)
        if reported.value is not None:
            return reported
        return self._page.figure(self.series, self.period, Kind.GROWTH_COMPUTED)

    def _dimension(self, dimension: str, wanted: str) -> str:
        """The code that a template names by code or label. Raises TemplateError with the nearest, the indicator's own first."""
        dataset = self._page.dataset
        listed = {code.code: code.label for code in dataset.codes if code.dimension == dimension}
        own = {
            getattr(series, dimension): UNSAID
            for series in dataset.by_series
            if series.indicator == self.series.indicator
        }
        used = {getattr(series, dimension): UNSAID for series in dataset.by_series}
        labels = {code: listed.get(code, UNSAID) for code in (*own, *listed, *used)}
        code = _code_of(wanted, labels)
        if code is None:
            labels.pop(TOTAL, None)
            raise _unknown(dimension, wanted, labels)
        return code


def _stated_or_default(
    page: Presentation, series: Series, period: Period, kind: Kind, default: str
) -> Figure:
    """The figure against its default base; where there is none, the only one that is stated against another base.

    A difference in points says against what only by its base: "against the nation" is that and nothing else.
    """
    figure = _against(page, series, period, kind, default)
    if figure.value is not None or kind is Kind.DIFFERENCE_PP:
        return figure
    stated = (
        [
            item
            for item in page.dataset.by_series.get(series, ())
            if item.period == period and item.measure == Measure(kind.value)
        ]
        if kind.value in set(Measure)
        else []
    )
    return page.catalogue.observation_figure(stated[0]) if len(stated) == 1 else figure


def _against(page: Presentation, series: Series, period: Period, kind: Kind, base: str) -> Figure:
    """The figure against ``base``. An area's growth is not compared with its own: its id would mean the year before's."""
    if kind is Kind.DIFFERENCE_PP and base == series.ref_area:
        return Figure(
            FigureId(series, period, kind, base),
            None,
            "percentage_points",
            -1,
            Bound.NONE,
            comparable=False,
            reason=ITSELF,
        )
    return page.figure(series, period, kind, base=base)


def period_named(wanted: str | int | IndicatorTerm) -> Period:
    """The period that a template names, or that of a turn of a loop. Raises TemplateError."""
    if isinstance(wanted, IndicatorTerm):
        return wanted.period
    try:
        return read_period(str(wanted))
    except ValueError:
        raise TemplateError(Message("figures.no-period", text=str(wanted))) from None


def area_named(page: Presentation, wanted: str | IndicatorTerm) -> str:
    """The area that a template names by code or label, or that of a turn of a loop. Raises TemplateError with the nearest."""
    if isinstance(wanted, IndicatorTerm):
        return wanted.series.ref_area
    labels = {key: area.label for key, area in page.dataset.areas.items()}
    code = _code_of(wanted, labels)
    if code is None:
        raise _unknown("area", wanted, labels)
    return code


def _code_of(wanted: str, labels: Mapping[str, Bilingual]) -> str | None:
    """The code that ``wanted`` is or labels, in either language."""
    if wanted in labels:
        return wanted
    return next((code for code, label in labels.items() if wanted and wanted in (label.en, label.zh)), None)


def _unknown(dimension: str, wanted: str, labels: Mapping[str, Bilingual]) -> TemplateError:
    thing = Message(f"figures.{dimension}")
    return TemplateError(
        Message("figures.no-such-code", thing=thing, wanted=wanted, **suggestions(wanted, labels))
    )
