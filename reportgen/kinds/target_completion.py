"""``target_completion`` (完成率): the share of the target that is reached, percent; for one to come down to, of the way from its base."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reportgen.calculations import targets
from reportgen.calculations.target_status import REACHED_AT_BASE
from reportgen.kinds.declaration import ColumnOf, Declaration, FigureEntry, Kind, Sheet
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import Clause, ClauseForm, Figure, Mention, Standing, StatesFigures, moved_away
from reportgen.kinds.target_measure import (
    OF_TARGET,
    TargetInput,
    at_every_observation,
    measured,
    of_target,
    refused_at,
)
from reportgen.kinds.template_name import TemplateName
from reportgen.record import replace
from reportgen.units import COUNT, PERCENT
from reportgen.values import HUNDRED, Bound, rounded


def _figure(at: Progress) -> FigureEntry:
    if at.is_rate_of_change or at.is_range:
        return refused_at(at, PERCENT, targets.NOT_COMPLETED)
    if at.falling and at.in_year:
        return refused_at(at, PERCENT, targets.CEILING_IS_USED_UP)
    if at.falling and at.base_is_beyond:
        return refused_at(at, PERCENT, targets.BASE_BEYOND)
    roles = _WAY_DOWN if at.falling and at.start is not None else OF_TARGET
    return _short_of_all(measured(at, PERCENT, partial(targets.completion, falling=at.falling), roles=roles))


def _short_of_all(entry: FigureEntry) -> FigureEntry:
    """What is not complete is not printed as 100%: 199.96 of 200 are 99.98%."""
    figure = entry.figure
    precision = figure.precision
    while (
        figure.value
        and figure.value < HUNDRED <= rounded(figure.value, precision, figure.bound)
        and precision > _FINEST
    ):
        precision -= 1
    return (
        entry
        if precision == figure.precision
        else replace(entry, figure=replace(figure, precision=precision))
    )


_FINEST = -6


_WAY_DOWN = (*OF_TARGET, TargetInput.START)


def _clause(document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """That a target to be reached from below is reached: 超额完成, ahead of plan."""
    if figure.value is not None and figure.value < 0:
        return moved_away(document, figure, clause)
    status = document.figure(figure.id.series, figure.id.period, Kind.TARGET_STATUS, target=figure.id.target)
    is_missed = status.state == "missed" and figure.value is not None and figure.value >= 100
    return replace(
        clause,
        is_achieved=status.state == "achieved" and not clause.aim.comes_down,
        is_base_there=status.reason == REACHED_AT_BASE,
        is_missed=is_missed,
        counted=_counted(document, figure, clause),
    )


_FEW = 20


def _counted(document: StatesFigures, figure: Figure, clause: Clause) -> Mention | None:
    """Of few things that are all to be reached, and are not, how many there are: 5 of 10 zones say more than 50.0%."""
    threshold = document.dataset.targets[figure.id.target].quantity.value
    is_plain = clause.aim.aim == "level" and clause.aim.operator in ("ge", "eq") and not clause.aim.comes_down
    if clause.aim.threshold.unit != COUNT or not is_plain or not 1 < threshold <= _FEW:
        return None
    level = document.catalogue.get(figure.inputs[0])
    is_short = level.value is not None and level.bound is Bound.EXACT and level.value < threshold
    return document.mention(level) if is_short else None


def _beside(document: StatesFigures, figure: Figure) -> Iterator[Clause]:
    """Ahead of or behind the share of time gone by, for the first months of the target's own year."""
    at = figure.id
    pace = document.figure(at.series, at.period, Kind.TARGET_PACE, target=at.target)
    if pace.value is not None:
        yield document.clause(pace)


KIND = Declaration(
    "target_completion",
    order=1120,
    figure=of_target(_figure),
    list_target=at_every_observation,
    unit=PERCENT,
    verb="completed",
    form=ClauseForm(Standing.FOLLOWS, is_aside=True, ends_sentence=True),
    clause=_clause,
    beside=_beside,
    at_threshold=True,
    template_name=TemplateName("completion", of="target"),
    column=ColumnOf("completion", ".target.completion"),
    sheet=Sheet.TARGETS,
)
