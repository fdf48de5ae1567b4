"""``target_path``: where constant growth from the base to the target stands at the id's period. No observation is needed."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations import targets
from reportgen.dataset.records import Target
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    Entry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    computed,
    register,
)
from reportgen.kinds.progress import progress
from reportgen.kinds.target_measure import is_conversion, refused_at, term_of
from reportgen.periods import Period, PeriodKind


def _figure(inputs: Inputs, figure_id: FigureId, _base: Base) -> Entry:
    at = progress(inputs, figure_id)
    unit = at.target.unit
    if figure_id.series != at.target.series:
        return refused_at(at, unit, reasons.OTHER_SERIES)
    if at.is_rate:
        return refused_at(at, unit, targets.RATES_DO_NOT_GROW)
    if at.in_year or not at.has_yearly_path:
        return refused_at(at, unit, targets.NO_YEARLY_PATH)
    if at.is_undated(at.base):
        return refused_at(at, unit, reasons.UNDATED_COUNT)
    result = targets.path(at.start.term if at.start else None, term_of(at.goal), at.time)
    if result.value is None:
        return refused_at(at, unit, result.reason or targets.NO_YEARLY_PATH)
    known = [entry for entry in (at.start, at.goal) if entry is not None]
    return computed(figure_id, unit, result, known, round_to=at.round_to, note=at.threshold_note)


def _list(inputs: Inputs, target: Target) -> Iterator[FigureId]:
    """Each year from the base on, where base and target are years."""
    base = inputs.target_basis(target.target).base
    if base is None or is_conversion(inputs, target):
        return
    if base.period.kind is not PeriodKind.YEAR or target.period.kind is not PeriodKind.YEAR:
        return
    itself = inputs.observed.target_id(target).with_(kind=Kind.TARGET_PATH)
    for year in range(base.period.year + 1, target.period.year + 1):
        yield itself.with_(period=Period.year_of(year))


register(
    Declaration(
        "target_path",
        order=1210,
        figure=_figure,
        list_target=_list,
        verb="on_path",
        column=ColumnOf("path", ".target.path"),
        sheet=Sheet.TARGETS,
    )
)
