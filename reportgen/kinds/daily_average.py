"""``daily_average`` (日均): the level divided by the days of its period, in its unit. What is counted on a day has none."""

from __future__ import annotations

from reportgen.calculations import ratios
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Sheet,
    computed,
    without_number,
)
from reportgen.kinds.template_name import TemplateName
from reportgen.kinds.usable_levels import levels_at
from reportgen.messages import Reason
from reportgen.units import ADD_UP

_DIGITS = 4
"""That are printed, as far as the level's own justify them."""


def _condition(inputs: Inputs, figure_id: FigureId, _base: Base) -> Reason | None:
    return reasons.STOCK_HAS_NO_MONTHS if inputs.observed.is_stock(figure_id.series) else None


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    series, period = figure_id.series, figure_id.period
    unit = base.unit or inputs.observed.unit_of(series)
    levels = levels_at(inputs, series, period, unit)
    if not levels or levels[0].term is None:
        return without_number(figure_id, unit, reasons.no_level(inputs.dataset, series, period))
    result = ratios.daily_average(levels[0].term, (period.end - period.start).days + 1)
    finest = result.value.adjusted() - _DIGITS + 1 if result.value else 0
    return computed(figure_id, unit, result, levels[:1], round_to=finest)


KIND = Declaration(
    "daily_average",
    order=101,
    figure=_figure,
    units=ADD_UP,
    wrong_unit=reasons.DOES_NOT_ADD_UP,
    condition=_condition,
    verb="averaged_a_day",
    template_name=TemplateName("daily_average"),
    column=ColumnOf("daily_average", ".daily_average"),
    sheet=Sheet.STRUCTURE,
)
