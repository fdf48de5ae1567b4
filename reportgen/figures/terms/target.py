"""Targets as a template names them: ``{{ cbec_trade.target.gap }}``, ``{{ 跨境电商进出口.目标.缺口 }}``."""

from __future__ import annotations

from functools import cached_property

from reportgen.calculations.target_aims import Aim, aim_of
from reportgen.content import Line, Sentence, Showable
from reportgen.dataset.names import series_name
from reportgen.dataset.records import Series, Target
from reportgen.errors import TemplateError
from reportgen.figures.presentation import Presentation
from reportgen.figures.sentences import basis_note, progress_sentence, revision, sentence, verdict
from reportgen.figures.terms.allowed_names import answering_for_kinds, named, suggestions
from reportgen.figures.terms.figure import FigureForm, FigureTerm, StatusTerm
from reportgen.kinds.declaration import Declaration
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.kinds.target_figures import TargetFigures
from reportgen.language import language
from reportgen.messages import UNSAID, Message
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.values import Bound


class MeasuredTerm(FigureTerm):
    """The level that is measured against a target."""

    @property
    def period_label(self) -> str:
        if self.available:
            return super().period_label
        signs = self._document.style
        return signs.not_applicable if self.figure.is_settled else signs.missing


@answering_for_kinds
class TargetTerm(FigureTerm):
    """A target of an indicator; shown, it is what the plan sets: ``more than 70 billion yuan``.

    Progress is measured at the period of the observation that stands for the target (the latest of the unbroken
    stretch its base belongs to), or at the period that ``.at()`` named.
    """

    SECTION = "target"

    def __init__(
        self, document: Presentation, series: Series, period: Period, moved: bool = False, target: str = ""
    ) -> None:
        super().__init__(document, self._set_figure)
        self._place = (series, period, moved)
        self._asked = target

    def __call__(self, target: str) -> TargetTerm:
        """The target with that id."""
        known = self._document.dataset.targets
        series, period, moved = self._place
        if target not in known:
            own_first = sorted(known, key=lambda code: known[code].series.indicator != series.indicator)
            near = suggestions(target, dict.fromkeys(own_first, UNSAID))
            thing = Message("figures.target")
            raise TemplateError(Message("figures.no-such-code", thing=thing, wanted=target, **near))
        return TargetTerm(self._document, series, period, moved, target)

    @cached_property
    def record(self) -> Target | None:
        """The target as the dataset has it. Not for templates."""
        if self._asked:
            return self._document.dataset.targets[self._asked]
        series, period, _ = self._place
        return chosen_target(self._document, series, period)

    @cached_property
    def measured_at(self) -> Period:
        """The period progress is measured at; where it cannot be, that of the latest figure there is. Not for templates."""
        _, period, moved = self._place
        if moved:
            return period
        target = self._needed_target()
        basis = self._document.catalogue.target_basis(target.target)
        if basis.observation is not None:
            return basis.observation.period
        return basis.later[-1].observation.period if basis.later else target.period

    @property
    def available(self) -> bool:
        return self.record is not None and super().available

    @named
    def value(self) -> FigureTerm:
        return FigureTerm(self._document, self._set_figure)

    @named
    def measured(self) -> FigureTerm:
        return MeasuredTerm(self._document, self._measured)

    def asked_for(self, kind: Declaration) -> FigureTerm:
        asked = kind.template_name
        assert asked is not None
        find = self._at_any_period if asked.before_any_figure else self._target_figure
        term = StatusTerm if kind.gives_state else FigureTerm
        return term(self._document, lambda: find(kind.kind))

    @named
    def progress(self) -> Showable:
        return FigureForm(self, self._progress)

    @named
    def basis_note(self) -> Showable:
        return FigureForm(self, self._basis_note)

    @named
    def department(self) -> str:
        return self._document.say(self._needed_target().department_said) or self._document.not_stated

    @named
    def plan(self) -> str:
        return self._document.say(self._needed_target().plan_said) or self._document.not_stated

    @named
    def due(self) -> str:
        return language(self._document.language).period(self._needed_target().period)

    # Steps

    def _set_figure(self) -> Figure:
        return self._document.catalogue.target_figure(self._needed_target().target)

    def _target_figure(self, kind: Kind) -> Figure:
        target = self._needed_target()
        return self._document.figure(target.series, self.measured_at, kind, target=target.target)

    def _measured(self) -> Figure:
        """The level progress is measured on: none where only figures exist that cannot be measured on."""
        target = self._needed_target()
        _, _, moved = self._place
        basis = self._document.catalogue.target_basis(target.target)
        if not moved and basis.observation is None:
            figure_id = FigureId(target.series, target.period, Kind.LEVEL)
            return replace(
                self._document.catalogue.get(figure_id), reason=basis.reason, value=None, bound=Bound.NONE
            )
        return self._document.figure(target.series, self.measured_at, Kind.LEVEL)

    def _at_any_period(self, kind: Kind) -> Figure:
        """At the period that is measured; where nothing can be, at the period of the template."""
        target = self._needed_target()
        _, period, moved = self._place
        basis = self._document.catalogue.target_basis(target.target).observation
        at = basis.period if basis is not None and not moved else period
        return self._document.figure(target.series, at, kind, target=target.target)

    def _progress(self) -> Sentence:
        """Its progress; of a target that was replaced by the period of the template, what has been set since as well."""
        _, period, _ = self._place
        revised = revision(self._document, self._needed_target(), period)
        if revised is None:
            return self._own_progress()
        return Line(
            self._own_progress(), language(self._document.language).punctuation.GAP, revised
        ).sentence()

    def _own_progress(self) -> Sentence:
        found = TargetFigures.of(self._target_figure)
        is_share = aim_of(self._document.dataset, self._needed_target()) is Aim.SHARE
        if found.completion.value is None or is_share:
            if found.status.comparable:  # kept or missed, and not completed by a share
                return verdict(self._document, self._set_figure(), found.gap, found.status)
            return sentence(self._document, found.completion)
        return progress_sentence(self._document, self._needed_target(), self.measured_at)

    def _basis_note(self) -> Sentence | str:
        target = self._needed_target()
        self._document.say_basis_in_text(target.target)
        return basis_note(self._document, target) or ""

    def _needed_target(self) -> Target:
        if self.record is None:
            series, _, _ = self._place
            name = series_name(self._document.dataset, series)
            raise TemplateError(Message("figures.no-target", series=name))
        return self.record


def chosen_target(document: Presentation, series: Series, period: Period) -> Target | None:
    """The target a series is measured against: in the indicator's own unit, the next one due, else the last.

    Of several for one period it is that of the plan issued last, and where that is not known the first by its code.
    """
    unit = document.dataset.indicators[series.indicator].unit
    found = [item for item in document.dataset.targets.values() if item.series == series]
    found = [item for item in found if item.unit == unit] or found
    day = period.end.isoformat()
    replaced = {item.replaces for item in found if item.issued and item.issued <= day}
    found = [item for item in found if item.target not in replaced] or found
    found.sort(key=lambda item: item.target)
    found.sort(key=lambda item: (item.issued <= day, item.issued), reverse=True)
    due = sorted(found, key=lambda item: item.period.order)
    return next((item for item in due if item.period.end >= period.end), due[-1] if due else None)
