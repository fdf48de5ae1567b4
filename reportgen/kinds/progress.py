"""One target at one period: the observation it is measured on, its base, its time, its notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

from reportgen.calculations import target_status, targets
from reportgen.dataset.records import Basis, Measure, Observation, Target
from reportgen.kinds import reasons
from reportgen.kinds.basis import base_of, is_in_year, measurable
from reportgen.kinds.entry import Entry
from reportgen.kinds.figure import FigureId
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.reasons import OTHER_SERIES
from reportgen.messages import UNSAID, Message, Reason, Words
from reportgen.units import unit_of

_THRESHOLD = {
    "gt": Message("kinds.threshold-to-be-exceeded"),
    "lt": Message("kinds.threshold-to-be-undercut"),
}
_ABOUT = Message("kinds.threshold-about")


@dataclass(frozen=True)
class Progress:
    """One target at one period, with all that its figures are computed from."""

    inputs: Inputs
    figure_id: FigureId
    target: Target
    base: Observation | None
    observation: Observation | None
    refusal: Reason | None
    """Why there is no observation to measure on."""
    set_aside: Observation | None = None
    """The observation there is, which cannot be measured on."""

    @cached_property
    def goal(self) -> Entry:
        return self.inputs.observed.target_entry(self.target)

    @cached_property
    def start(self) -> Entry | None:
        return self.inputs.observed.entry(self.base) if self.base else None

    @cached_property
    def reached(self) -> Entry | None:
        return self.inputs.observed.entry(self.observation) if self.observation else None

    @property
    def in_year(self) -> bool:
        """Whether the first months of a year are set against that year's target."""
        return self.observation is not None and is_in_year(
            self.inputs.observed, self.observation, self.target
        )

    @cached_property
    def time(self) -> targets.TimeLine:
        base = None if self.base is None or self.in_year else self.base.period
        return targets.time_line(base, self.figure_id.period, self.target.period)

    @cached_property
    def falling(self) -> bool:
        direction = self.inputs.dataset.indicators[self.target.series.indicator].direction
        base = None if self.base is None else self.base.quantity.value
        return target_status.aims_down(self.target.operator, direction, base, self.target.quantity.value)

    @property
    def is_rate(self) -> bool:
        return unit_of(self.target.unit).is_rate

    @property
    def round_to(self) -> int:
        return max(
            self.goal.figure.precision if self.is_rate else self.inputs.observed.round_to(self.target.series),
            -2,
        )

    @property
    def threshold_note(self) -> Words:
        """What the target's number stands for: a threshold to be passed, or about so many."""
        if self.target.quantity.qualifier.value == "about":
            return _ABOUT
        return _THRESHOLD.get(self.target.operator, UNSAID)

    @cached_property
    def note(self) -> Words:
        """That the threshold is taken, and what was set aside for the observation measured on."""
        note = self.threshold_note
        basis = self.inputs.target_basis(self.target.target)
        is_latest = basis.observation is not None and basis.observation == self.observation
        return reasons.notes(note, basis.note) if is_latest else note

    @property
    def has_yearly_path(self) -> bool:
        """Whether a path may be read at the period: a year of a yearly target, any day of a stock."""
        is_stock = self.inputs.observed.is_stock(self.target.series)
        return is_stock or self.figure_id.period.is_like(self.target.period)

    def is_undated(self, observation: Observation | None) -> bool:
        """Whether it is a count whose day no source states: within its year it may stand for any day."""
        if observation is None or observation.period_basis is Basis.STATED:
            return False
        return self.inputs.observed.is_stock(observation.series)

    @property
    def time_note(self) -> Words:
        """From when to when the plan's time runs."""
        if self.base is None or self.in_year:
            return UNSAID
        return Message("kinds.time-runs", start=self.base.period, end=self.target.period)


def progress(inputs: Inputs, figure_id: FigureId) -> Progress:
    """The target of the id at the id's period. The id's target is known."""
    observed, target = inputs.observed, inputs.dataset.targets[figure_id.target]
    base = base_of(observed, target)
    make = partial(Progress, inputs, figure_id, target, base)
    if figure_id.series != target.series:
        return make(None, OTHER_SERIES)
    stated = observed.stated(target.series, figure_id.period, Measure.LEVEL)
    stated = tuple(item for item in stated if item.unit == target.unit) or stated
    verdicts = [(item, measurable(observed, item, target, base)) for item in stated]
    for item, verdict in verdicts:
        if verdict.comparable:
            return make(item, None)
    if verdicts:
        return make(None, verdicts[0][1].reason, verdicts[0][0])
    nowhere = inputs.target_basis(target.target).reason
    return make(None, nowhere or reasons.no_level(inputs.dataset, target.series, figure_id.period))
