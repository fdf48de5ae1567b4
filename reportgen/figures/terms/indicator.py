"""Indicators as a template names them: ``{{ cbec_trade }}``, moved with ``.at()`` and ``.area()``, asked for ``.yoy``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import dropwhile
from typing import Any

from reportgen.dataset.records import TOTAL, Series
from reportgen.errors import TemplateError
from reportgen.expressions.budget import refuse_above
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.allowed_names import answering_for_kinds, for_templates, named, suggestions
from reportgen.figures.terms.figure import FigureTerm
from reportgen.figures.terms.series_list import Terms
from reportgen.figures.terms.target import TargetTerm
from reportgen.kinds.declaration import Declaration
from reportgen.kinds.figure import Figure, Kind
from reportgen.kinds.growth_of_levels import growth_on_year_before
from reportgen.kinds.parts import children
from reportgen.kinds.template_name import TemplateName
from reportgen.language.period_reader import read_period
from reportgen.messages import UNSAID, Bilingual, Message
from reportgen.periods import Period
from reportgen.record import replace

MOST_PERIODS = 1_000
"""Periods that a template may ask for at once."""


class AgainstTerm(FigureTerm):
    """A figure taken against something: alone it is the one the dataset states, called with a base it is that one."""

    def __init__(self, term: IndicatorTerm, kind: Declaration, asked: TemplateName) -> None:
        super().__init__(term._document, lambda: term._alone(kind, asked))
        self._against = partial(term._called, kind, asked)

    def __call__(self, *written: Any, **named: Any) -> FigureTerm:
        """Against the base in the brackets."""
        return self._against(*written, **named)


@answering_for_kinds
class IndicatorTerm(FigureTerm):
    """An indicator at an area and a period; shown, it is its level with unit."""

    SECTION = "indicator"

    def __init__(
        self, document: Presentation, series: Series, period: Period, moved: bool = False, target: str = ""
    ) -> None:
        super().__init__(document, lambda: document.figure(series, period, Kind.LEVEL))
        self.series = series
        self.period = period
        self._moved = moved
        self.target_id = target

    # Moving

    @for_templates
    def at(self, period: str | int | IndicatorTerm) -> IndicatorTerm:
        return self._at(period_named(period))

    @for_templates
    def area(self, ref_area: str | IndicatorTerm) -> IndicatorTerm:
        return self._with(replace(self.series, ref_area=area_named(self._document, ref_area)))

    @for_templates
    def of(self, breakdown: str) -> IndicatorTerm:
        return self._with(replace(self.series, breakdown=self._dimension("breakdown", breakdown)))

    @for_templates
    def partner(self, counterpart_area: str) -> IndicatorTerm:
        code = self._dimension("counterpart_area", counterpart_area)
        return self._with(replace(self.series, counterpart_area=code))

    @for_templates
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

    @named
    def in_month(self) -> IndicatorTerm:
        return self._at(self.period.last_month)

    @named
    def year_to_date(self) -> IndicatorTerm:
        return self._at(self.period.year_to_date)

    @for_templates
    def last(self, count: int) -> Terms:
        """The last periods up to its own, from the first of which there is a figure."""
        refuse_above(MOST_PERIODS, count)
        found = [self._at(period) for period in self.period.up_to(count)]
        return Terms(list(dropwhile(lambda term: not term.available, found)))

    @named
    def areas(self) -> Terms:
        return self.below("areas")

    @named
    def breakdowns(self) -> Terms:
        return self.below("breakdown")

    @named
    def partners(self) -> Terms:
        return self.below("partners")

    @named
    def previous(self) -> IndicatorTerm:
        before = self.period.preceding()
        if before is None:
            raise TemplateError(Message("figures.no-period-before", period=str(self.period)))
        return IndicatorTerm(self._document, self.series, before, moved=True)

    @named
    def previous_year(self) -> IndicatorTerm:
        return IndicatorTerm(self._document, self.series, self.period.year_before(), moved=True)

    def below(self, dimension: str) -> Terms:
        """The series one level below that the dataset has figures of. Not for templates."""
        dataset = self._document.dataset
        found = children(dataset, self.series, dimension)
        return Terms([self._with(series) for series in found if series in dataset.by_series])

    # Asking: what kinds declare (:meth:`asked_for`), and

    @named
    def yoy(self) -> FigureTerm:
        return FigureTerm(self._document, self._best_growth)

    @named
    def target(self) -> TargetTerm:
        return TargetTerm(self._document, self.series, self.period, self._moved, self.target_id)

    # Steps

    def _at(self, period: Period) -> IndicatorTerm:
        return IndicatorTerm(self._document, self.series, period, moved=True)

    def _with(self, series: Series) -> IndicatorTerm:
        return IndicatorTerm(self._document, series, self.period, self._moved)

    def asked_for(self, kind: Declaration) -> FigureTerm | Callable[..., FigureTerm]:
        asked = kind.template_name
        assert asked is not None
        if asked.alone:
            return AgainstTerm(self, kind, asked)
        if asked.brackets is not None:
            return partial(self._called, kind, asked)
        months = self.period.year_to_date.months
        of_last = asked.of_last_month and self.period.months == months > 2
        period = self.period.last_month if of_last else self.period
        return FigureTerm(self._document, lambda: self._document.figure(self.series, period, kind.kind))

    def _called(self, kind: Declaration, asked: TemplateName, *written: Any, **named: Any) -> FigureTerm:
        """The figure against the base in the brackets."""
        assert asked.brackets is not None
        base = asked.brackets(NamesOfDataset(self._document), *written, **named)
        return FigureTerm(self._document, lambda: self._against(kind, *base))

    def _alone(self, kind: Declaration, asked: TemplateName) -> Figure:
        """The figure against its usual base; where there is none, the only one that is stated against another base.

        A growth alone is on the year before: a column says so in its head for all its rows.
        """
        if asked.against_nation:  # a difference in points says against what only by its base
            return self._against(kind, self._document.national_area)
        figure = self._against(kind)
        if figure.value is not None or kind.measure is None or kind.usual_basis is not None:
            return figure
        observations = self._document.dataset.by_series.get(self.series, ())
        stated = [item for item in observations if (item.period, item.measure) == (self.period, kind.measure)]
        return self._document.catalogue.observation_figure(stated[0]) if len(stated) == 1 else figure

    def _against(self, kind: Declaration, *base: str) -> Figure:
        """The figure against what ``base`` names."""
        return self._document.figure(self.series, self.period, kind.kind, tuple(filter(None, base)))

    def _best_growth(self) -> Figure:
        return growth_on_year_before(self._document, self.series, self.period)

    def _dimension(self, dimension: str, wanted: str) -> str:
        """The code that a template names by code or label. Raises TemplateError with the nearest, the indicator's own first."""
        dataset = self._document.dataset
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


class NamesOfDataset:
    """What a template writes in brackets, as codes of the dataset."""

    def __init__(self, document: Presentation) -> None:
        self._dataset = document.dataset

    def base(self, text: str) -> str:
        for indicator in self._dataset.indicators.values():
            if text in (indicator.indicator, indicator.name_zh):
                return indicator.indicator
        labels = {key: area.label for key, area in self._dataset.areas.items()}
        return _code_of(text, labels) or self.period(text)

    def period(self, wanted: str | int | IndicatorTerm) -> str:
        return str(period_named(wanted))


def period_named(wanted: str | int | IndicatorTerm) -> Period:
    """The period that a template names, or that of a turn of a loop. Raises TemplateError."""
    if isinstance(wanted, IndicatorTerm):
        return wanted.period
    try:
        return read_period(str(wanted))
    except ValueError:
        raise TemplateError(Message("figures.no-period", text=str(wanted))) from None


def area_named(document: Presentation, wanted: str | IndicatorTerm) -> str:
    """The area that a template names by code or label, or that of a turn of a loop. Raises TemplateError with the nearest."""
    if isinstance(wanted, IndicatorTerm):
        return wanted.series.ref_area
    labels = {key: area.label for key, area in document.dataset.areas.items()}
    code = _code_of(wanted, labels)
    if code is None:
        raise _unknown("area", wanted, labels)
    return code


def _code_of(wanted: str, labels: Mapping[str, Bilingual]) -> str | None:
    """The code that ``wanted`` is or labels, in any language."""
    if wanted in labels:
        return wanted
    return next((code for code, label in labels.items() if wanted in label.wordings), None)


def _unknown(dimension: str, wanted: str, labels: Mapping[str, Bilingual]) -> TemplateError:
    thing = Message(f"figures.{dimension}")
    return TemplateError(
        Message("figures.no-such-code", thing=thing, wanted=wanted, **suggestions(wanted, labels))
    )
