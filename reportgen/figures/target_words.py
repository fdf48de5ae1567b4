"""Targets as a template names them: ``{{ cbec_trade.target.gap }}``, ``{{ 跨境电商进出口.目标.缺口 }}``."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from reportgen.content import Sentence, Showable
from reportgen.dataset.records import Series, Target
from reportgen.errors import TemplateError
from reportgen.figures.labels import indicator_label
from reportgen.figures.names import Name, says, suggestion
from reportgen.figures.sentences import basis_note, progress_sentence, sentence
from reportgen.figures.words import FigureWord, Shown, StatusWord
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.language import period_label
from reportgen.messages import UNSAID, Bilingual, Message
from reportgen.periods import Period
from reportgen.style import STYLE
from reportgen.values import Bound

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation


class MeasuredWord(FigureWord):
    """The level that is measured against a target."""

    @property
    def period_label(self) -> str:
        return super().period_label if self.available else STYLE.missing


class TargetWord(FigureWord):
    """A target of an indicator; shown, it is what the plan sets: ``more than 70 billion yuan``.

    Progress is measured at the period of the observation that stands for the target (the latest of the unbroken
    stretch its base belongs to), or at the period that ``.at()`` named.
    """

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("value", "目标值", says("what the plan sets", "规划目标值")),
        Name("gap", "缺口", says("what is still missing", "与目标的差距")),
        Name("completion", "完成率", says("percent of the target reached", "完成目标的百分比")),
        Name("required_growth", "所需增速", says("growth a year that would reach the target", "达到目标所需的年均增速")),
        Name("path", "路径", says("where the path to the target stands", "目标路径应达到的值")),
        Name("elapsed", "序时进度", says("share of the time gone by", "时间进度")),
        Name("pace", "进度差", says("completion less the share of the time gone by, in points", "完成率与序时进度之差，百分点")),
        Name("status", "状态", says("achieved, on track, behind, missed or not known", "已完成、达到进度、落后进度、未完成或无法判断")),
        Name("projection", "推算", says("where the present growth leads", "按现有增速推算的值")),
        Name("measured", "现值", says("the level that is measured against the target", "用于测算的现值")),
        Name("progress", "进展", says("a whole sentence on the progress", "进展情况的完整句子")),
        Name("basis_note", "测算说明", says("later figures that are set aside, and why", "未采用的较新数据及原因")),
        Name("department", "责任部门", says("the responsible department", "责任部门")),
        Name("plan", "规划", says("the plan that sets the target", "设定目标的规划")),
        Name("due", "期限", says("the target's period", "目标时期")),
    )  # fmt: skip

    def __init__(
        self, page: Presentation, series: Series, period: Period, moved: bool = False, target: str = ""
    ) -> None:
        super().__init__(page, self._set_figure)
        self._place = (series, period, moved)
        self._asked = target

    def __call__(self, target: str) -> TargetWord:
        """The target with that id."""
        known = self._page.dataset.targets
        series, period, moved = self._place
        if target not in known:
            own_first = sorted(known, key=lambda code: known[code].series.indicator != series.indicator)
            hint = suggestion(target, dict.fromkeys(own_first, UNSAID))
            raise TemplateError(
                Bilingual(
                    f"The dataset has no target “{target}”{hint.en}.",
                    f"数据集中没有目标“{target}”{hint.zh}。",
                )
            )
        return TargetWord(self._page, series, period, moved, target)

    @cached_property
    def record(self) -> Target | None:
        """The target as the dataset has it. Not for templates."""
        if self._asked:
            return self._page.dataset.targets[self._asked]
        series, period, _ = self._place
        return chosen_target(self._page, series, period)

    @cached_property
    def measured_at(self) -> Period:
        """The period progress is measured at; where it cannot be, that of the latest figure there is. Not for templates."""
        _, period, moved = self._place
        if moved:
            return period
        target = self._needed_target()
        basis = self._page.catalogue.target_basis(target.target)
        if basis.observation is not None:
            return basis.observation.period
        return basis.later[-1].observation.period if basis.later else target.period

    @property
    def available(self) -> bool:
        return self.record is not None and super().available

    @property
    def value(self) -> FigureWord:
        return FigureWord(self._page, self._set_figure)

    @property
    def measured(self) -> FigureWord:
        return MeasuredWord(self._page, self._measured)

    @property
    def gap(self) -> FigureWord:
        return self._kind(Kind.TARGET_GAP)

    @property
    def completion(self) -> FigureWord:
        return self._kind(Kind.TARGET_COMPLETION)

    @property
    def required_growth(self) -> FigureWord:
        return self._kind(Kind.TARGET_REQUIRED_GROWTH)

    @property
    def path(self) -> FigureWord:
        return self._kind(Kind.TARGET_PATH)

    @property
    def elapsed(self) -> FigureWord:
        return FigureWord(self._page, self._elapsed)

    @property
    def pace(self) -> FigureWord:
        return self._kind(Kind.TARGET_PACE)

    @property
    def projection(self) -> FigureWord:
        return self._kind(Kind.TARGET_PROJECTION)

    @property
    def status(self) -> StatusWord:
        return StatusWord(self._page, lambda: self._target_figure(Kind.TARGET_STATUS))

    @property
    def progress(self) -> Showable:
        return Shown(self, self._progress)

    @property
    def basis_note(self) -> Showable:
        return Shown(self, self._basis_note)

    @property
    def department(self) -> str:
        target = self._needed_target()
        said = target.department_zh if self._page.language == "zh" else target.department
        return (
            said or target.department or target.department_zh or self._page.say(Message("figures.not-stated"))
        )

    @property
    def plan(self) -> str:
        target = self._needed_target()
        said = target.plan_zh if self._page.language == "zh" else target.plan
        return said or target.plan or target.plan_zh or self._page.say(Message("figures.not-stated"))

    @property
    def due(self) -> str:
        return period_label(self._needed_target().period, self._page.language)

    # Steps

    def _kind(self, kind: Kind) -> FigureWord:
        return FigureWord(self._page, lambda: self._target_figure(kind))

    def _set_figure(self) -> Figure:
        return self._page.catalogue.target_figure(self._needed_target().target)

    def _target_figure(self, kind: Kind) -> Figure:
        target = self._needed_target()
        return self._page.figure(target.series, self.measured_at, kind, target=target.target)

    def _measured(self) -> Figure:
        """The level progress is measured on: none where only figures exist that cannot be measured on."""
        target = self._needed_target()
        _, _, moved = self._place
        basis = self._page.catalogue.target_basis(target.target)
        if not moved and basis.observation is None:
            figure_id = FigureId(target.series, target.period, Kind.LEVEL)
            return replace(
                self._page.catalogue.get(figure_id), reason=basis.reason, value=None, bound=Bound.NONE
            )
        return self._page.figure(target.series, self.measured_at, Kind.LEVEL)

    def _elapsed(self) -> Figure:
        """At the period that is measured; where nothing can be, at the period the template stands at."""
        target = self._needed_target()
        _, period, moved = self._place
        basis = self._page.catalogue.target_basis(target.target).observation
        at = basis.period if basis is not None and not moved else period
        return self._page.figure(target.series, at, Kind.TARGET_ELAPSED, target=target.target)

    def _progress(self) -> Sentence:
        completion = self._target_figure(Kind.TARGET_COMPLETION)
        if completion.value is None:
            return sentence(self._page, completion)
        return progress_sentence(self._page, self._needed_target(), self.measured_at)

    def _basis_note(self) -> Sentence | str:
        target = self._needed_target()
        self._page.say_basis_in_text(target.target)
        return basis_note(self._page, target) or ""

    def _needed_target(self) -> Target:
        if self.record is None:
            series, _, _ = self._place
            raise TemplateError(
                Bilingual(
                    f"{indicator_label(series, self._page.dataset, 'en')} has no target in the dataset.",
                    f"数据集中没有{indicator_label(series, self._page.dataset, 'zh')}的目标。",
                )
            )
        return self.record


def chosen_target(page: Presentation, series: Series, period: Period) -> Target | None:
    """The target a series is measured against: in the indicator's own unit, the next one due, else the last."""
    unit = page.dataset.indicators[series.indicator].unit
    found = [item for item in page.dataset.targets.values() if item.series == series]
    found = [item for item in found if item.unit == unit] or found
    due = sorted(found, key=lambda item: item.period.order)
    return next((item for item in due if item.period.end >= period.end), due[-1] if due else None)
