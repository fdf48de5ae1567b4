"""``growth_pop`` (环比): growth of a month on the month before, of a quarter on the quarter before; percent."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.comparability import PeriodRule
from reportgen.calculations.growth import growth
from reportgen.dataset.records import Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    Basis,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    period_before,
)
from reportgen.kinds.months import months_within_reach
from reportgen.kinds.stating import GROWTH
from reportgen.kinds.template_name import TemplateName
from reportgen.kinds.usable_levels import growth_since, periods_of_levels
from reportgen.messages import Reason
from reportgen.periods import WITHIN_YEAR, PeriodKind
from reportgen.units import GROW, PERCENT


def _condition(_inputs: Inputs, figure_id: FigureId, base: Base) -> Reason | None:
    has_earlier = base.period or figure_id.period.preceding()
    fits = figure_id.period.kind in WITHIN_YEAR and has_earlier
    return None if fits else reasons.ONLY_MONTHS_AND_QUARTERS


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    earlier = base.period or figure_id.period.preceding()
    assert earlier is not None  # asked by the condition
    return growth_since(inputs, figure_id, earlier, base.unit, PeriodRule.SAME_LENGTH, growth)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Where there is a level for the period before, and for single months that cumulative figures give one after the other."""
    periods = dict.fromkeys(
        period
        for period in periods_of_levels(inputs, series)
        if period.kind in WITHIN_YEAR
        and (before := period.preceding())
        and inputs.observed.level(series, before)
    )
    months = months_within_reach(inputs, series)
    for month in months:
        if month.kind is PeriodKind.MONTH and month.preceding() in months:
            periods[month] = None
    for period in periods:
        yield FigureId(series, period, kind)


KIND = Declaration(
    "growth_pop",
    order=120,
    figure=_figure,
    list_series=_list,
    unit=PERCENT,
    units=GROW,
    wrong_unit=reasons.NO_GROWTH_OF_RATES,
    condition=_condition,
    default_base=period_before,
    verb="grew",
    form=GROWTH,
    moves=True,
    direction_words="growth",
    usual_basis=Basis.PERIOD_BEFORE,
    template_name=TemplateName("pop"),
    column=ColumnOf("pop", ".pop"),
    sheet=Sheet.GROWTH,
)
