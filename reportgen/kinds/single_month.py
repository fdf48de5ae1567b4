"""``single_month``: a month (or the months of a span) out of two cumulative figures of its year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reportgen.calculations import cumulative
from reportgen.calculations.comparability import PeriodRule
from reportgen.calculations.result import Result
from reportgen.dataset.records import Observation, Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
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
from reportgen.kinds.observed import Observed
from reportgen.kinds.template_name import TemplateName
from reportgen.kinds.usable_levels import comparable_pair
from reportgen.messages import Reason
from reportgen.units import ADD_UP
from reportgen.values import ZERO, Amount, Bound


def _condition(inputs: Inputs, figure_id: FigureId, _base: Base) -> Reason | None:
    if inputs.observed.is_stock(figure_id.series):
        return reasons.STOCK_HAS_NO_MONTHS
    return None if cumulative.within_one_year(figure_id.period) else reasons.NOT_WITHIN_A_YEAR


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    observed, series, period = inputs.observed, figure_id.series, figure_id.period
    unit = base.unit or observed.unit_of(series)
    refuse = partial(without_number, figure_id, unit, precision=observed.round_to(series))
    through, before = period.year_to_date, cumulative.cumulative_before(period)
    longer = [observed.entry(item) for item in observed.level(series, through, base.unit)]
    if before is None:
        return _opening_months(inputs, figure_id, longer, unit)
    shorter = [observed.entry(item) for item in observed.level(series, before, base.unit)]
    if not longer or not shorter:
        absent = through if not longer else before
        together = period.first % 12 < 2 and period.months == 1
        has_both = bool(observed.level(series, cumulative.january_february(period), base.unit))
        reason = reasons.no_level(inputs.dataset, series, absent)
        return refuse(reasons.PUBLISHED_TOGETHER if together and has_both else reason, longer or shorter)
    now, earlier, verdict = comparable_pair(inputs, longer, shorter, PeriodRule.CUMULATIVE)
    if verdict.reason:
        return refuse(verdict.reason, [now, earlier])
    result = apply(cumulative.months_of, (now, earlier))
    if otherwise := _published_otherwise(observed, figure_id, now, result):
        amount = Amount(result.value or ZERO, unit, max(now.figure.precision, earlier.figure.precision))
        return refuse(reasons.month_published_otherwise(amount, otherwise), [now, earlier])
    return computed(figure_id, unit, result, (now, earlier), round_to=observed.round_to(series))


def _published_otherwise(
    observed: Observed, figure_id: FigureId, cumulated: FigureEntry, result: Result
) -> Observation | None:
    """The number published for the months themselves, where the cumulative figures do not leave it whatever the rounding."""
    ground = cumulated.figure.scopes, cumulated.figure.prices
    for item in observed.level(figure_id.series, figure_id.period, cumulated.figure.unit):
        own = observed.entry(item)
        if own.term is None or (own.figure.scopes, own.figure.prices) != ground:
            continue
        both_exact = own.term.bound is result.bound is Bound.EXACT
        apart = result.interval is not None and not result.interval.overlaps(own.term.interval)
        return item if both_exact and apart else None
    return None


def _opening_months(inputs: Inputs, figure_id: FigureId, longer: list[FigureEntry], unit: str) -> FigureEntry:
    """January, or January and February together: the cumulative figure is the number itself."""
    observed, series, period = inputs.observed, figure_id.series, figure_id.period
    if longer:
        result = cumulative.opening_months(*(entry.term for entry in longer[:1] if entry.term))
        return computed(figure_id, unit, result, longer[:1], round_to=longer[0].figure.precision)
    together = observed.level(series, cumulative.january_february(period))
    reason = reasons.no_level(inputs.dataset, series, period)
    if period.months == 1 and together:
        reason = reasons.PUBLISHED_TOGETHER
    return without_number(figure_id, unit, reason, precision=observed.round_to(series))


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Where cumulative figures follow each other."""
    for month in months_within_reach(inputs, series):
        yield FigureId(series, month, kind)


KIND = Declaration(
    "single_month",
    order=100,
    figure=_figure,
    list_series=_list,
    units=ADD_UP,
    wrong_unit=reasons.DOES_NOT_ADD_UP,
    condition=_condition,
    verb="month_alone",
    template_name=TemplateName("single_month", of_last_month=True),
    column=ColumnOf("single_month", ".single_month"),
    sheet=Sheet.GROWTH,
)
