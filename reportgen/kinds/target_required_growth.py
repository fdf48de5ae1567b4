"""``target_required_growth``: growth a year still needed to reach the target, percent."""

from __future__ import annotations

from functools import partial

from reportgen.calculations import targets
from reportgen.kinds import reasons
from reportgen.kinds.declaration import ColumnOf, Declaration, FigureEntry, Sheet
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import ASIDE
from reportgen.kinds.target_measure import at_measured, measured, of_target, refused_at
from reportgen.kinds.template_name import TemplateName
from reportgen.units import PERCENT


def _figure(at: Progress) -> FigureEntry:
    if at.by_time:
        reason = targets.NO_YEARLY_PATH if at.in_year else targets.TOTAL_HAS_NO_PATH
        return refused_at(at, PERCENT, reason)
    if at.is_rate_of_change:
        return refused_at(at, PERCENT, targets.NO_PATH_OF_GROWTH)
    if at.is_within_range:
        return refused_at(at, PERCENT, targets.REACHED)
    if at.is_rate:
        return refused_at(at, PERCENT, targets.RATES_DO_NOT_GROW)
    if at.is_undated(at.observation):
        return refused_at(at, PERCENT, reasons.UNDATED_COUNT)
    calculation = partial(targets.required_growth, time=at.time, falling=at.falling)
    return measured(at, PERCENT, calculation)


KIND = Declaration(
    "target_required_growth",
    order=1130,
    figure=of_target(_figure),
    list_target=at_measured,
    unit=PERCENT,
    verb="requires",
    form=ASIDE,
    moves=True,
    direction_words="growth",
    at_threshold=True,
    template_name=TemplateName("required_growth", of="target"),
    column=ColumnOf("required_growth", ".target.required_growth"),
    sheet=Sheet.TARGETS,
)
