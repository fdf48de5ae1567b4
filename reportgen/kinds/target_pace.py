"""``target_pace`` (快慢于序时进度): completion less the share of the year gone by, points, for the first months of the target's year."""

from __future__ import annotations

from reportgen.calculations import ratios, targets
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    ColumnOf,
    Declaration,
    FigureEntry,
    Kind,
    Sheet,
    apply,
    computed,
    missing,
)
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import ASIDE
from reportgen.kinds.target_measure import at_measured, of_target, refused_at
from reportgen.kinds.template_name import TemplateName
from reportgen.units import POINTS


def _figure(at: Progress) -> FigureEntry:
    if at.reached is None:
        return refused_at(at, POINTS, at.refusal or reasons.OTHER_SERIES)
    if not at.by_time or at.is_over:
        return refused_at(at, POINTS, targets.no_pace(at.time, has_base=at.base is not None))
    pair = [
        at.inputs.figure(at.figure_id.with_(kind=kind))
        for kind in (Kind.TARGET_COMPLETION, Kind.TARGET_ELAPSED)
    ]
    if reason := missing(pair):
        return refused_at(at, POINTS, reason)
    return computed(at.figure_id, POINTS, apply(ratios.difference, pair), pair, note=at.note)


KIND = Declaration(
    "target_pace",
    order=1150,
    figure=of_target(_figure),
    list_target=at_measured,
    unit=POINTS,
    verb="keeps_pace",
    form=ASIDE,
    moves=True,
    template_name=TemplateName("pace", of="target"),
    column=ColumnOf("pace", ".target.pace"),
    sheet=Sheet.TARGETS,
)
