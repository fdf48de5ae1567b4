"""``change_pop``: how much a month moved on the month before, a quarter on the quarter before; in the unit, of a rate in points."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.comparability import PeriodRule
from reportgen.dataset.records import Series
from reportgen.kinds import change, reasons
from reportgen.kinds.declaration import (
    Base,
    Basis,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    period_before,
)
from reportgen.kinds.template_name import TemplateName
from reportgen.kinds.usable_levels import change_since, periods_of_levels
from reportgen.messages import Reason
from reportgen.periods import WITHIN_YEAR
from reportgen.record import replace


def _condition(_inputs: Inputs, figure_id: FigureId, _base: Base) -> Reason | None:
    return None if figure_id.period.kind in WITHIN_YEAR else reasons.ONLY_MONTHS_AND_QUARTERS


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    earlier = base.period or figure_id.period.preceding()
    assert earlier is not None  # asked by the condition
    return change_since(inputs, figure_id, earlier, base.unit, PeriodRule.SAME_LENGTH)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Where there is a level for the month or quarter before."""
    for period in periods_of_levels(inputs, series):
        before = period.preceding() if period.kind in WITHIN_YEAR else None
        if before and inputs.observed.level(series, before):
            yield FigureId(series, period, kind)


KIND = replace(
    change.KIND,
    name="change_pop",
    order=121,
    figure=_figure,
    list_series=_list,
    condition=_condition,
    default_base=period_before,
    usual_basis=Basis.PERIOD_BEFORE,
    template_name=TemplateName("change_pop"),
    column=None,
)
