"""What the figures of a target's progress have in common: where they are listed, how they are worked out or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from reportgen.calculations.figure_formula import (
    C,
    FigureFormula,
    FormulaInput,
    FormulaNumber,
    FormulaSign,
    chained,
)
from reportgen.calculations.result import Term
from reportgen.calculations.target_aims import FROM_BASE
from reportgen.dataset.records import Target
from reportgen.kinds import reasons
from reportgen.kinds.base import Base
from reportgen.kinds.entry import ONE_DECIMAL, FigureEntry, ResultFunction, computed, without_number
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.progress import Progress, target_progress
from reportgen.messages import Reason, Words
from reportgen.record import replace
from reportgen.units import unit_of
from reportgen.values import Bound, rounded


class TargetInput(StrEnum):
    """What enters a calculation."""

    REACHED = "reached"
    GOAL = "goal"
    START = "start"


OF_TARGET = (TargetInput.REACHED, TargetInput.GOAL)


def of_target(figure: Callable[[Progress], FigureEntry]) -> Callable[[Inputs, FigureId, Base], FigureEntry]:
    """How a kind works its figures out that are of a target: from where that is at the period of the id."""
    return lambda inputs, figure_id, _base: figure(target_progress(inputs, figure_id))


def measured(
    at: Progress,
    unit: str,
    calculation: ResultFunction,
    *,
    roles: Sequence[TargetInput] = OF_TARGET,
    amount: bool = False,
    note: Words | None = None,
) -> FigureEntry:
    """The calculation on what the roles stand for: the number measured, what the target asks for, the plan's base.

    The figure's inputs are the figures behind these, and its formula names them: a total is the sum of its years, a
    reduction is taken off the base.
    """
    if at.reached is None and TargetInput.REACHED in roles:
        return refused_at(at, unit, at.refusal or reasons.OTHER_SERIES)
    if at.threshold.term is None:
        return refused_at(at, unit, at.threshold.reason or reasons.NOTHING_TO_MEASURE)
    inputs, named = _named(at, roles)
    result = calculation(*(_term(at, role) for role in roles))
    result = replace(result, formula=result.formula and result.formula.over(named))
    round_to = at.gap_precision if amount else None
    said = at.note if note is None else note
    entry = computed(at.figure_id, unit, result, inputs, round_to=round_to, note=said)
    return _not_hidden(at, entry) if amount else entry


def _named(at: Progress, roles: Sequence[TargetInput]) -> tuple[list[FigureEntry], list[FigureFormula]]:
    """The figures behind the roles, and what each role is of them."""
    inputs: list[FigureEntry] = []
    found: dict[TargetInput, FigureFormula] = {}
    for role in (
        *roles,
        *((TargetInput.START,) if at.aim in FROM_BASE and TargetInput.START not in roles else ()),
    ):
        entries: Sequence[FigureEntry] = ()
        if role is TargetInput.REACHED:
            entries = at.measured.parts if at.measured else ()
        elif role is TargetInput.GOAL:
            entries = [at.goal]
        elif at.start is not None:
            entries = [at.start]
        if entries:
            own = [FormulaInput(len(inputs) + place) for place in range(len(entries))]
            found[role] = chained(FormulaSign.PLUS, own)
        inputs.extend(entries)
    if TargetInput.GOAL in found and at.threshold.formula is not None:
        set_by = (found[TargetInput.GOAL], found.get(TargetInput.START, C))
        found[TargetInput.GOAL] = at.threshold.formula.over(set_by)
    if at.is_range and at.threshold.value is not None and at.threshold.value != at.target.quantity.value:
        found[TargetInput.GOAL] = FormulaNumber(at.threshold.value)
    return inputs, [found[role] for role in roles]


def _term(at: Progress, role: TargetInput) -> Term:
    if role is TargetInput.REACHED:
        assert at.measured is not None
        return at.measured.term
    found = at.threshold.term if role is TargetInput.GOAL else at.start.term if at.start else None
    assert found is not None
    return found


def _not_hidden(at: Progress, entry: FigureEntry) -> FigureEntry:
    """A gap that print would round away has the observation's digits: a target that is missed is missed by something. To what
    is set off a base it has one more where it needs it: 37 is 5.5 above 31.5."""
    figure = entry.figure
    if not figure.value or at.reached is None:
        return entry
    written = at.reached.figure.precision
    if at.aim in FROM_BASE and figure.bound is Bound.EXACT:
        last_digit = int(figure.value.normalize().as_tuple().exponent)
        finer = min(figure.precision, max(last_digit, written - 1))
    elif rounded(figure.value, figure.precision, figure.bound):
        return entry
    else:
        finer = min(figure.precision, written, figure.value.adjusted())
    return replace(entry, figure=replace(figure, precision=finer))


def refused_at(at: Progress, unit: str, reason: Reason) -> FigureEntry:
    """The figure without a number, with the observation it would be measured on and the target."""
    aside = at.set_aside.entry if at.set_aside else None
    inputs = [entry for entry in (at.reached, aside, at.goal) if entry is not None]
    precision = ONE_DECIMAL if unit_of(unit).is_rate else at.round_to
    return without_number(at.figure_id, unit, reason, inputs, precision=precision, note=at.note)


def term_of(entry: FigureEntry) -> Term:
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
