"""``target_elapsed`` (序时进度): the share of the plan's time gone by at the end of the id's period, percent. No observation is needed."""

from __future__ import annotations

from reportgen.calculations import targets
from reportgen.kinds import reasons
from reportgen.kinds.declaration import ColumnOf, Declaration, FigureEntry, Sheet, computed
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import ALONE
from reportgen.kinds.target_measure import at_measured, of_target, refused_at
from reportgen.kinds.template_name import TemplateName
from reportgen.units import PERCENT


def _figure(at: Progress) -> FigureEntry:
    if at.figure_id.series != at.target.series:
        return refused_at(at, PERCENT, reasons.OTHER_SERIES)
    within = at.target.period.contains(at.figure_id.period)
    result = targets.elapsed(at.time, has_base=at.base is not None, within_target=within)
    if result.value is None:
        return refused_at(at, PERCENT, result.reason or targets.NO_YEARLY_PATH)
    known = [entry for entry in (at.start, at.goal) if entry is not None]
    return computed(at.figure_id, PERCENT, result, known, note=at.time_note)


KIND = Declaration(
    "target_elapsed",
    order=1140,
    figure=of_target(_figure),
    list_target=at_measured,
    unit=PERCENT,
    verb="elapsed",
    form=ALONE,
    template_name=TemplateName("elapsed", of="target", before_any_figure=True),
    column=ColumnOf("elapsed", ".target.elapsed"),
    sheet=Sheet.TARGETS,
)
