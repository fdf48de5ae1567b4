"""``target_projection``: where the series is at the target's end if it goes on as it has since the base, in its unit."""

from __future__ import annotations

from reportgen.calculations import targets
from reportgen.calculations.comparability import PeriodRule, compare
from reportgen.calculations.target_aims import NO_PATH, OF_LEVELS
from reportgen.kinds import reasons
from reportgen.kinds.declaration import ColumnOf, Declaration, FigureEntry, Sheet, computed
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import ALONE
from reportgen.kinds.target_measure import at_measured, of_target, refused_at, term_of
from reportgen.kinds.template_name import TemplateName


def _figure(at: Progress) -> FigureEntry:
    unit = at.unit
    if at.reached is None:
        return refused_at(at, unit, at.refusal or reasons.OTHER_SERIES)
    if at.aim not in OF_LEVELS:
        return refused_at(at, unit, NO_PATH.get(at.aim, targets.NO_YEARLY_PATH))
    if at.in_year and at.is_rate:
        return refused_at(at, unit, targets.NO_YEARLY_PATH)
    if at.in_year:
        return _in_year(at, at.reached)
    if at.is_undated(at.observation) or at.is_undated(at.base):
        return refused_at(at, unit, reasons.UNDATED_COUNT)
    start = at.start.term if at.start else None
    result = targets.projection(term_of(at.reached), start, at.time, linear=at.is_rate)
    if result.value is None:
        return refused_at(at, unit, result.reason or targets.NO_YEARLY_PATH)
    known = [entry for entry in (at.reached, at.start) if entry is not None]
    round_to = at.path_precision if at.is_rate else at.round_to
    return computed(at.figure_id, unit, result, known, round_to=round_to, note=at.note)


def _in_year(at: Progress, reached: FigureEntry) -> FigureEntry:
    """The year's end, if the rest of it grows as its first months did on the year before."""
    series, unit, observed = at.target.series, at.unit, at.inputs.observed
    same_months, whole_year = at.figure_id.period.year_before(), at.target.period.year_before()
    found: list[FigureEntry] = []
    for wanted in (same_months, whole_year):
        levels = observed.level(series, wanted, unit)
        if not levels:
            return refused_at(at, unit, reasons.no_level(at.inputs.dataset, series, wanted))
        found.append(observed.entry(levels[0]))
    breaks = observed.breaks_of(series)
    verdicts = (
        compare(reached.side, found[0].side, breaks),
        compare(found[1].side, found[0].side, breaks, rule=PeriodRule.CUMULATIVE),
    )
    for verdict in verdicts:
        if verdict.reason:
            return refused_at(at, unit, verdict.reason)
    known = [reached, *found]
    result = targets.projection_in_year(*(term_of(entry) for entry in known))
    return computed(at.figure_id, unit, result, known, round_to=at.round_to, note=at.note)


KIND = Declaration(
    "target_projection",
    order=1170,
    figure=of_target(_figure),
    list_target=at_measured,
    verb="projected",
    form=ALONE,
    template_name=TemplateName("projection", of="target"),
    column=ColumnOf("projection", ".target.projection"),
    sheet=Sheet.TARGETS,
)
