"""``target_path``: where constant growth from the base to the target is at the id's period, through the plan's milestones.

No observation is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations import targets
from reportgen.calculations.figure_formula import A, B
from reportgen.calculations.target_aims import NO_PATH, OF_LEVELS, Aim, aim_of
from reportgen.dataset.records import Dataset, Observation, Target
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    computed,
)
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import ALONE
from reportgen.kinds.target_measure import is_conversion, of_target, refused_at, term_of
from reportgen.kinds.template_name import TemplateName
from reportgen.messages import Message
from reportgen.periods import Period, PeriodKind
from reportgen.record import replace


def _figure(at: Progress) -> FigureEntry:
    unit = at.unit
    if at.figure_id.series != at.target.series:
        return refused_at(at, unit, reasons.OTHER_SERIES)
    if at.aim not in OF_LEVELS:
        return refused_at(at, unit, NO_PATH.get(at.aim, targets.NO_YEARLY_PATH))
    if at.is_range:
        return refused_at(at, unit, targets.NOT_COMPLETED)
    if at.base_is_beyond:
        return refused_at(at, unit, targets.BASE_BEYOND)
    if at.in_year or not at.has_yearly_path:
        return refused_at(at, unit, targets.NO_YEARLY_PATH)
    if at.is_undated(at.base):
        return refused_at(at, unit, reasons.UNDATED_COUNT)
    asked = at.threshold
    if asked.term is None:
        return refused_at(at, unit, asked.reason or targets.NO_YEARLY_PATH)
    on_the_way = milestones_of(at.inputs.dataset, at.target, at.base) if at.base else ()
    if on_the_way:
        return _through(at, *around(on_the_way, at.figure_id.period))
    result = targets.path(at.start.term if at.start else None, asked.term, at.time, linear=at.is_rate)
    if result.value is None:
        return refused_at(at, unit, result.reason or targets.NO_YEARLY_PATH)
    known = [entry for entry in (at.start, at.goal) if entry is not None]
    if result.formula and asked.formula:
        result = replace(result, formula=result.formula.over([A, asked.formula.over([B, A])]))
    return computed(at.figure_id, unit, result, known, round_to=at.path_precision, note=at.threshold_note)


def _through(at: Progress, passed: Target | None, ahead: Target | None) -> FigureEntry:
    """The path from the last milestone (or the base) to the next one (or the target)."""
    observed, period = at.inputs.observed, at.figure_id.period
    start = observed.target_entry(passed) if passed else at.start
    goal = observed.target_entry(ahead) if ahead else at.goal
    assert start is not None
    time = targets.time_line(start.figure.id.period, period, goal.figure.id.period)
    result = targets.path(start.term, term_of(goal), time, linear=at.is_rate)
    if result.value is None:
        return refused_at(at, at.unit, result.reason or targets.NO_YEARLY_PATH)
    periods = tuple(item.period for item in (passed, ahead) if item is not None)
    note = reasons.notes(at.threshold_note, Message("kinds.through-milestones", periods=periods))
    return computed(at.figure_id, at.unit, result, (start, goal), round_to=at.path_precision, note=note)


def _list(kind: Kind, inputs: Inputs, target: Target) -> Iterator[FigureId]:
    """Each year from the base on, where base and target are years."""
    base = inputs.target_basis(target.target).base
    if base is None or is_conversion(inputs, target):
        return
    if base.period.kind is not PeriodKind.YEAR or target.period.kind is not PeriodKind.YEAR:
        return
    itself = inputs.observed.target_id(target).with_(kind=kind)
    for year in range(base.period.year + 1, target.period.year + 1):
        yield itself.with_(period=Period.year_of(year))


KIND = Declaration(
    "target_path",
    order=1210,
    figure=of_target(_figure),
    list_target=_list,
    verb="on_path",
    form=ALONE,
    template_name=TemplateName("path", of="target"),
    column=ColumnOf("path", ".target.path"),
    sheet=Sheet.TARGETS,
)


def milestones_of(dataset: Dataset, target: Target, base: Observation) -> tuple[Target, ...]:
    """The levels that the target's plan sets for its series between the base and the target, by period.

    A milestone that another one replaces is none; nor is a range, which is a level from one value to another.
    """
    if not target.plan or not _is_level(dataset, target):
        return ()
    replaced = {other.replaces for other in dataset.targets.values()}
    found = [
        other
        for other in dataset.targets.values()
        if (other.series, other.unit, other.plan) == (target.series, target.unit, target.plan)
        and base.period.end < other.period.end < target.period.end
        and other.period.is_like(target.period)
        and other.target not in replaced
        and _is_level(dataset, other)
    ]
    return tuple(sorted(found, key=lambda other: (other.period.order, other.target)))


def around(milestones: tuple[Target, ...], period: Period) -> tuple[Target | None, Target | None]:
    """The last milestone before a period and the first at or after it; ``None`` where there is none."""
    passed = [item for item in milestones if item.period.end < period.end]
    ahead = [item for item in milestones if item.period.end >= period.end]
    return (passed[-1] if passed else None), (ahead[0] if ahead else None)


def _is_level(dataset: Dataset, target: Target) -> bool:
    return aim_of(dataset, target) is Aim.LEVEL and target.value_to is None
