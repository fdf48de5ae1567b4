"""``target_progress``: the share of the way from the plan's base to the target that is behind one, percent."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations import targets
from reportgen.calculations.target_aims import FROM_BASE, Aim
from reportgen.dataset.records import Target
from reportgen.kinds.declaration import ColumnOf, Declaration, FigureEntry, FigureId, Inputs, Kind, Sheet
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import moved_away
from reportgen.kinds.target_measure import TargetInput, at_measured, measured, of_target, refused_at
from reportgen.kinds.template_name import TemplateName
from reportgen.units import PERCENT


def _figure(at: Progress) -> FigureEntry:
    if at.aim not in FROM_BASE | {Aim.LEVEL}:
        return refused_at(at, PERCENT, targets.NOT_COMPLETED)
    if at.in_year:
        return refused_at(at, PERCENT, targets.NO_YEARLY_PATH)
    if at.start is None:
        return refused_at(at, PERCENT, targets.NO_BASE)
    if at.base_is_beyond:
        return refused_at(at, PERCENT, targets.BASE_BEYOND)
    return measured(
        at, PERCENT, targets.progress, roles=(TargetInput.REACHED, TargetInput.GOAL, TargetInput.START)
    )


def _list(kind: Kind, inputs: Inputs, target: Target) -> Iterator[FigureId]:
    """Where the plan sets a distance: it names the value it starts from."""
    if inputs.target_basis(target.target).base is not None:
        yield from at_measured(kind, inputs, target)


KIND = Declaration(
    "target_progress",
    order=1125,
    figure=of_target(_figure),
    list_target=_list,
    unit=PERCENT,
    verb="progressed",
    clause=moved_away,
    template_name=TemplateName("way", of="target"),
    column=ColumnOf("progress", ".target.way"),
    sheet=Sheet.TARGETS,
)
