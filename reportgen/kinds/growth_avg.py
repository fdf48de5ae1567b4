"""``growth_avg:PERIOD`` (两年平均增长): reported rates chained over the years since, percent a year; ``cagr`` divides levels."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.comparability import compare_over_time, why_unlike
from reportgen.calculations.growth import average_of_rates
from reportgen.dataset.records import Measure, Series
from reportgen.kinds import cagr, reasons
from reportgen.kinds.declaration import (
    Base,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    apply,
    computed,
    kind_named,
    missing,
    without_number,
)
from reportgen.kinds.template_name import TemplateName, since_period
from reportgen.messages import Reason
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.units import PERCENT


def _condition(_inputs: Inputs, figure_id: FigureId, base: Base) -> Reason | None:
    if base.period is None:
        return reasons.NEEDS_PERIOD
    if not base.period.is_like(figure_id.period):
        return why_unlike(figure_id.period, base.period)
    is_long_enough = figure_id.period.year - base.period.year >= cagr.FEWEST_YEARS
    return None if is_long_enough else reasons.TOO_FEW_YEARS


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    assert base.period is not None  # asked by the condition
    series, last = figure_id.series, figure_id.period
    years = [last.shifted_years(-back) for back in range(last.year - base.period.year)][::-1]
    rates = [inputs.figure(FigureId(series, year, kind_named("growth_yoy"))) for year in years]
    if reason := missing(rates):
        return without_number(figure_id, PERCENT, reason, [entry for entry in rates if entry.term])
    broken = compare_over_time(last, base.period, inputs.observed.breaks_of(series))
    prices = {entry.figure.prices for entry in rates} - {""}
    reason = broken.reason or (reasons.MIXED_PRICES if len(prices) > 1 else None)
    if reason:
        return without_number(figure_id, PERCENT, reason, rates)
    return computed(figure_id, PERCENT, apply(average_of_rates, rates), rates)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """The average of two years where a source reports both rates."""
    stated = inputs.observed.of_series(series, Measure.GROWTH_YOY)
    periods = dict.fromkeys(item.period for item in stated)
    for period in periods:
        if period.year_before() in periods:
            earlier: Period = period.shifted_years(-cagr.FEWEST_YEARS)
            yield FigureId(series, period, kind, Base(period=earlier).codes)


KIND = replace(
    cagr.KIND,
    name="growth_avg",
    order=320,
    figure=_figure,
    list_series=_list,
    condition=_condition,
    template_name=TemplateName("growth_avg", brackets=since_period),
)
