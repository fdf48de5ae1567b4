"""One target at one period: the observation it is measured on, its base, its time, its notes."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property, partial

from reportgen.calculations import target_status, targets
from reportgen.calculations.result import Result
from reportgen.calculations.target_aims import (
    FROM_BASE,
    OF_LEVELS,
    RATES_OF_CHANGE,
    Aim,
    aim_of,
    measured_unit,
    threshold,
)
from reportgen.dataset.records import Observation, Provenance, Target
from reportgen.kinds import reasons
from reportgen.kinds.basis import Measured, base_of, is_in_year, why_no_total
from reportgen.kinds.entry import FigureEntry
from reportgen.kinds.figure import FigureId
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.reasons import OTHER_SERIES
from reportgen.messages import UNSAID, Message, Reason, Words
from reportgen.periods import Period
from reportgen.record import CachingRecord
from reportgen.units import unit_of

_THRESHOLD = {
    "gt": Message("kinds.threshold-to-be-exceeded"),
    "lt": Message("kinds.threshold-to-be-undercut"),
}
_ABOUT = Message("kinds.threshold-about")


class Progress(CachingRecord):
    """One target at one period, with all that its figures are computed from."""

    inputs: Inputs
    figure_id: FigureId
    target: Target
    base: Observation | None
    measured: Measured | None
    refusal: Reason | None
    """Why there is nothing to measure on."""
    set_aside: Measured | None = None
    """What there is and cannot be measured on."""

    @cached_property
    def aim(self) -> Aim:
        return aim_of(self.inputs.dataset, self.target)

    @property
    def observation(self) -> Observation | None:
        return self.measured.observation if self.measured else None

    @cached_property
    def threshold(self) -> Result:
        """What the target asks for, as a number of what is measured."""
        start = self.start.term if self.start else None
        return threshold(self.aim, self.target, start, self.measured.term if self.measured else None)

    @cached_property
    def goal(self) -> FigureEntry:
        return self.inputs.observed.target_entry(self.target)

    @cached_property
    def start(self) -> FigureEntry | None:
        return self.inputs.observed.entry(self.base) if self.base else None

    @cached_property
    def reached(self) -> FigureEntry | None:
        return self.measured.entry if self.measured else None

    @property
    def in_year(self) -> bool:
        """Whether the first months of a year are set against that year's target."""
        is_level = self.aim in OF_LEVELS and self.measured is not None
        return is_level and is_in_year(self.inputs.observed, self.figure_id.period, self.target)

    @property
    def by_time(self) -> bool:
        """Whether progress is set against the share of time gone by: in the target's year, and of a total over years."""
        return self.in_year or (self.aim is Aim.TOTAL and self.measured is not None)

    @cached_property
    def time(self) -> targets.TimeLine:
        base = None if self.base is None or self.in_year or self.aim is Aim.TOTAL else self.base.period
        return targets.time_line(base, self.figure_id.period, self.target.period)

    @cached_property
    def falling(self) -> bool:
        if self.aim is Aim.REDUCTION:
            return self.target.operator not in ("lt", "le")
        if self.is_range:
            ends = self.other_ends
            return ends is not None and self.measured is not None and self.measured.term.value > ends[1]
        direction = self.inputs.dataset.indicators[self.target.series.indicator].direction
        is_level = self.aim is Aim.LEVEL and self.base is not None
        base = self.base.quantity.value if is_level and self.base is not None else None
        return target_status.aims_down(self.target.operator, direction, base, self.target.quantity.value)

    @property
    def unit(self) -> str:
        """The unit of what is measured."""
        return measured_unit(self.inputs.observed.dataset, self.target, self.aim)

    @property
    def is_rate(self) -> bool:
        return unit_of(self.unit).is_rate

    @property
    def is_rate_of_change(self) -> bool:
        return self.aim in RATES_OF_CHANGE

    @property
    def is_range(self) -> bool:
        """Whether the plan sets two ends."""
        return self.target.value_to is not None

    @property
    def other_ends(self) -> tuple[Decimal, Decimal] | None:
        """The ends of a range, or the one value that is to be met where neither more nor less is good."""
        value, other = self.target.quantity.value, self.target.value_to
        if other is not None:
            return (min(value, other.value), max(value, other.value))
        indicator = self.inputs.dataset.indicators[self.target.series.indicator]
        meets = self.aim is Aim.LEVEL and self.target.operator == "eq" and indicator.direction == "none"
        return (value, value) if meets and self.base is None else None

    @property
    def is_over(self) -> bool:
        """Whether the target's period has ended with the one measured."""
        return self.figure_id.period.end >= self.target.period.end

    @property
    def may_be_reached(self) -> bool:
        """Whether it can be reached before its time is over: not what has to hold for all of it."""
        if self.is_over:
            return True
        keeps = self.is_rate_of_change or self.is_range
        return not keeps and not (self.by_time and self.falling)

    @property
    def is_reached(self) -> bool:
        """Whether what is measured certainly lies at the target or beyond it."""
        asked = self.threshold.value
        if self.measured is None or asked is None:
            return False
        strict = self.target.operator in ("gt", "lt")
        found = target_status.satisfies(self.measured.quantity, asked, strict=strict, falling=self.falling)
        return found is True

    @property
    def is_within_range(self) -> bool:
        """Whether what is measured lies inside the range that is set."""
        if not self.is_range or self.measured is None or self.threshold.value is None:
            return False
        return not self.falling and self.measured.term.value >= self.threshold.value

    @property
    def base_is_beyond(self) -> bool:
        """Whether the base already lies at or beyond what is set, so that no way leads there."""
        start, asked = self.start, self.threshold.value
        if start is None or start.term is None or asked is None or self.aim not in OF_LEVELS:
            return False
        return start.term.value <= asked if self.falling else start.term.value >= asked

    @property
    def round_to(self) -> int:
        if not self.is_rate:
            return self.inputs.observed.round_to(self.target.series)
        written = [
            entry.figure.precision for entry in (self.reached, self.start, self.goal) if entry is not None
        ]
        return max(written[0] if self.reached else min(*written, -1), -2)

    @property
    def gap_precision(self) -> int:
        """How finely a gap is printed: as the observation, because what a target asks for is exact."""
        if self.is_rate or self.measured is None:
            return self.round_to
        return max(entry.figure.precision for entry in self.measured.parts)

    @property
    def path_precision(self) -> int:
        """How finely the path is printed: of a rate one decimal, or two where base or target have them; of what a plan sets
        off its base a digit more than the base has, for a tenth off 35 is 31.5."""
        if self.start is None:
            return self.round_to
        if not self.is_rate:
            of_base = self.start.figure.precision - 1
            return min(self.round_to, of_base) if self.aim in FROM_BASE else self.round_to
        return max(min(self.start.figure.precision, self.goal.figure.precision, -1), -2)

    @property
    def threshold_note(self) -> Words:
        """What the target's number stands for: a threshold to be passed, or about so many."""
        if self.target.quantity.qualifier.value == "about":
            return _ABOUT
        return _THRESHOLD.get(self.target.operator, UNSAID)

    @cached_property
    def note(self) -> Words:
        """That the threshold is taken, and what was set aside for the observation measured on."""
        note = reasons.notes(self.threshold_note, self._total_note)
        basis = self.inputs.target_basis(self.target.target)
        is_latest = basis.observation is not None and basis.observation == self.measured
        return reasons.notes(note, basis.note) if is_latest else note

    @property
    def _total_note(self) -> Words:
        """Of a total: how far it is summed, and which years are still missing."""
        if self.aim is not Aim.TOTAL or self.measured is None:
            return UNSAID
        last = self.measured.period.year
        missing = tuple(Period.year_of(year) for year in range(last + 1, self.target.period.year + 1))
        start = Period.year_of(self.target.period.first // 12)
        return Message("kinds.total-so-far", start=start, end=self.measured.period, missing=missing)

    @property
    def has_yearly_path(self) -> bool:
        """Whether a path may be read at the period: a year of a yearly target, any day of a stock."""
        is_stock = self.inputs.observed.is_stock(self.target.series)
        return is_stock or self.figure_id.period.is_like(self.target.period)

    def is_undated(self, observation: Observation | None) -> bool:
        """Whether it is a count whose day no source states: within its year it may stand for any day."""
        if observation is None or observation.period_basis is Provenance.STATED:
            return False
        return self.inputs.observed.is_stock(observation.series)

    @property
    def time_note(self) -> Words:
        """From when to when the plan's time runs."""
        if self.base is None or self.in_year:
            return UNSAID
        return Message("kinds.time-runs", start=self.base.period, end=self.target.period)


def target_progress(inputs: Inputs, figure_id: FigureId) -> Progress:
    """The target of the id at the id's period. The id's target is known."""
    observed, target = inputs.observed, inputs.dataset.targets[figure_id.target]
    base = base_of(observed, target)
    make = partial(Progress, inputs, figure_id, target, base)
    if figure_id.series != target.series:
        return make(None, OTHER_SERIES)
    basis = inputs.target_basis(target.target)
    at_period = [pair for pair in basis.candidates if pair[0].period.order == figure_id.period.order]
    unit = measured_unit(observed.dataset, target, aim_of(observed.dataset, target))
    own = [pair for pair in at_period if pair[0].observation is None or pair[0].observation.unit == unit]
    if basis.reason is not None and (target.is_in_words or basis.reason == targets.NEEDS_BASE):
        return make(None, basis.reason)
    for item, verdict in own or at_period:
        if verdict.comparable:
            return make(item, None)
    if at_period:
        item, verdict = (own or at_period)[0]
        return make(None, verdict.reason, item)
    reason = basis.reason
    if aim_of(observed.dataset, target) is Aim.TOTAL:
        reason = why_no_total(observed, target, figure_id.period) or reason
    return make(None, reason or reasons.no_level(inputs.dataset, target.series, figure_id.period))
