"""``target_completion`` (完成率): the share of the target that is reached, percent; for one to come down to, of the way from its base."""

from __future__ import annotations

from functools import partial

from reportgen.calculations import targets
from reportgen.kinds.declaration import ColumnOf, Declaration, Entry, Sheet
from reportgen.kinds.progress import Progress
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
from reportgen.units import PERCENT
from reportgen.values import HUNDRED, rounded


def _figure(at: Progress) -> Entry:
    if at.is_rate_of_change or at.is_range:
        return refused_at(at, PERCENT, targets.NOT_COMPLETED)
    if at.falling and at.in_year:
        return refused_at(at, PERCENT, targets.CEILING_IS_USED_UP)
    if at.falling and at.base_is_beyond:
        return refused_at(at, PERCENT, targets.BASE_BEYOND)
    roles = _WAY_DOWN if at.falling and at.start is not None else OF_TARGET
    return _short_of_all(measured(at, PERCENT, partial(targets.completion, falling=at.falling), roles=roles))


def _short_of_all(entry: Entry) -> Entry:
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


KIND = Declaration(
    "target_completion",
    order=1120,
    figure=of_target(_figure),
    list_target=at_every_observation,
    unit=PERCENT,
    verb="completed",
    template_name=TemplateName("completion", of="target"),
    column=ColumnOf("completion", ".target.completion"),
    sheet=Sheet.TARGETS,
)
