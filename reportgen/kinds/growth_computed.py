"""``growth_computed``: growth on the same period of the year before, or on the period named, from two levels; percent."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.comparability import PeriodRule
from reportgen.calculations.growth import growth, growth_of_index
from reportgen.dataset.records import Measure, Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    TWO_DECIMALS,
    Base,
    Basis,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    apply,
    computed,
    without_number,
)
from reportgen.kinds.months import months_within_reach
from reportgen.kinds.stating import GROWTH
from reportgen.kinds.template_name import TemplateName, named_base_or_currency
from reportgen.kinds.usable_levels import growth_since, levels_at, periods_of_levels
from reportgen.periods import PeriodKind
from reportgen.units import GROW, PERCENT, UnitClass


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    earlier = base.period or figure_id.period.year_before()
    if inputs.observed.class_of(figure_id.series) is UnitClass.INDEX_PREVIOUS:
        return _of_index(inputs, figure_id, base)
    return growth_since(inputs, figure_id, earlier, base.unit, PeriodRule.LIKE, growth)


def _of_index(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    """An index of which the year before is 100 each time is the growth itself: 100.2 is a rise of 0.2%."""
    series, period = figure_id.series, figure_id.period
    if base.unit or base.period not in (None, period.year_before()):
        return without_number(figure_id, PERCENT, reasons.NO_GROWTH_OF_RATES)
    level = levels_at(inputs, series, period)[:1]
    if not level:
        return without_number(figure_id, PERCENT, reasons.no_level(inputs.dataset, series, period))
    written = max(level[0].figure.precision, TWO_DECIMALS)
    return computed(figure_id, PERCENT, apply(growth_of_index, level), level, precision=written)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Where there is a level a year before, and for single months that cumulative figures give."""
    observed = inputs.observed
    is_growth = observed.class_of(series) is UnitClass.INDEX_PREVIOUS
    periods = dict.fromkeys(
        period
        for period in periods_of_levels(inputs, series)
        if is_growth or observed.level(series, period.year_before())
    )
    months = months_within_reach(inputs, series)
    for month in months:
        earlier = month.year_before()
        if month.kind is PeriodKind.MONTH and (earlier in months or observed.level(series, earlier)):
            periods[month] = None
    for period in periods:
        yield FigureId(series, period, kind)
    yield from _in_other_units(inputs, series)
    if is_growth:
        return
    years = [period for period in periods_of_levels(inputs, series) if period.kind is PeriodKind.YEAR]
    for later in years:
        for before in years:
            if later.year - before.year > 1:
                yield FigureId(series, later, kind, (str(before),))


def _in_other_units(inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Where levels of two years are stated in another unit than the indicator's: trade in dollars."""
    own = inputs.observed.unit_of(series)
    levels = [item for item in inputs.observed.of_series(series, Measure.LEVEL) if item.unit != own]
    known = {(item.period, item.unit) for item in levels}
    for period, unit in dict.fromkeys((item.period, item.unit) for item in levels):
        if (period.year_before(), unit) in known:
            yield FigureId(series, period, Kind.GROWTH_COMPUTED, (unit,))


KIND = Declaration(
    "growth_computed",
    order=110,
    figure=_figure,
    list_series=_list,
    unit=PERCENT,
    units=GROW | {UnitClass.INDEX_PREVIOUS},
    wrong_unit=reasons.NO_GROWTH_OF_RATES,
    verb="grew",
    form=GROWTH,
    noted_as="growth_yoy",
    moves=True,
    direction_words="growth",
    usual_basis=Basis.YEAR_ON_YEAR,
    template_name=TemplateName("yoy_computed", brackets=named_base_or_currency, alone=True),
    sheet=Sheet.GROWTH,
)
