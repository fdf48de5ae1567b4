"""What the figures of a target's progress have in common: where they are listed, how they are worked out or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.calculations.result import Term
from reportgen.dataset.records import Target
from reportgen.kinds import reasons
from reportgen.kinds.entry import ONE_DECIMAL, Calculation, Entry, computed, without_number
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.progress import Progress
from reportgen.messages import Reason
from reportgen.units import unit_of


def measured(
    at: Progress, unit: str, calculation: Calculation, *, more: Sequence[Entry] = (), amount: bool = False
) -> Entry:
    """The calculation on the observation and the target's threshold, then what ``more`` it takes."""
    if at.reached is None:
        return refused_at(at, unit, at.refusal or reasons.OTHER_SERIES)
    inputs = [at.reached, at.goal, *more]
    result = calculation(*(term_of(entry) for entry in inputs))
    round_to = at.round_to if amount else None
    return computed(at.figure_id, unit, result, inputs, round_to=round_to, note=at.note)


def refused_at(at: Progress, unit: str, reason: Reason) -> Entry:
    """The figure without a number, with the observation it would be measured on and the target."""
    aside = at.inputs.observed.entry(at.set_aside) if at.set_aside else None
    inputs = [entry for entry in (at.reached, aside, at.goal) if entry is not None]
    precision = ONE_DECIMAL if unit_of(unit).is_rate else at.round_to
    return without_number(at.figure_id, unit, reason, inputs, precision=precision, note=at.note)


def term_of(entry: Entry) -> Term:
    """The term of an entry that states a number."""
    assert entry.term is not None
    return entry.term


def at_measured(kind: Kind, inputs: Inputs, target: Target) -> Iterator[FigureId]:
    """The ids at every observation that a target is measured on. A target that only repeats another has no progress."""
    if is_conversion(inputs, target):
        return
    itself = inputs.observed.target_id(target).with_(kind=kind)
    for observation in inputs.target_basis(target.target).measured:
        yield itself.with_(period=observation.period)


def at_measured_or_nowhere(kind: Kind, inputs: Inputs, target: Target) -> Iterator[FigureId]:
    """The same; where there is no observation at all, at the target's own period, with the reason."""
    basis = inputs.target_basis(target.target)
    if not basis.measured and not basis.later and not is_conversion(inputs, target):
        yield inputs.observed.target_id(target).with_(kind=kind)
    yield from at_measured(kind, inputs, target)


def at_every_observation(kind: Kind, inputs: Inputs, target: Target) -> Iterator[FigureId]:
    """The same, and at the observations that were set aside, with the reason."""
    yield from at_measured_or_nowhere(kind, inputs, target)
    if is_conversion(inputs, target):
        return
    itself = inputs.observed.target_id(target).with_(kind=kind)
    for aside in inputs.target_basis(target.target).later:
        yield itself.with_(period=aside.observation.period)


def is_conversion(inputs: Inputs, target: Target) -> bool:
    """Whether the target only repeats another in a second currency: its progress is the other's."""
    return inputs.observed.target_id(target) in inputs.repeated_targets
