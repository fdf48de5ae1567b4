"""``share``: the part's share of its whole, percent: as a source states it, or from the two levels."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations import ratios
from reportgen.calculations.comparability import PeriodRule, compare, compare_over_time
from reportgen.dataset.records import Measure, Series
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
from reportgen.kinds.stating import FOLLOWS, Clause, Figure, StatesFigures, differences, with_whole
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.kinds.usable_levels import levels_beside, levels_or_implied
from reportgen.kinds.wholes import parts_with_wholes, usual_whole, whole_asked
from reportgen.periods import Period
from reportgen.units import ADD_UP, PERCENT


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    if base.period is not None and not (base.area or base.indicator or base.breakdown):
        return _of_longer_period(inputs, figure_id, base.period)
    whole = whole_asked(inputs, figure_id, base)
    if whole is None:
        return without_number(figure_id, PERCENT, reasons.NO_WHOLE)
    figure_id = figure_id.with_(base=whole.base.codes)
    pair = levels_beside(inputs, figure_id, whole.series, PERCENT)
    if isinstance(pair, FigureEntry):
        return pair
    return computed(figure_id, PERCENT, apply(ratios.share, pair), pair)


def _of_longer_period(inputs: Inputs, figure_id: FigureId, whole_period: Period) -> FigureEntry:
    """The share of some months in their year; either level may be the one that a later growth implies."""
    series, period = figure_id.series, figure_id.period
    if whole_period == period or not whole_period.contains(period):
        return without_number(figure_id, PERCENT, reasons.NOT_A_PART_OF_THE_PERIOD)
    if inputs.observed.is_stock(series):
        return without_number(figure_id, PERCENT, reasons.STOCK_HAS_NO_MONTHS)
    one = levels_or_implied(inputs, series, period)
    two = levels_or_implied(inputs, series, whole_period)
    if not one or not two:
        reason = reasons.no_level(inputs.dataset, series, whole_period if one else period)
        return without_number(figure_id, PERCENT, reason, one or two)
    pair = (one[0], two[0])
    breaks = inputs.observed.breaks_of(series)
    stretches = [compare(one[0].side, two[0].side, breaks, rule=PeriodRule.ANY)]
    stretches += [  # what a growth implies lies in the stretch that the growth was reported in
        compare_over_time(entry.figure.id.period, other.figure.id.period, breaks)
        for entry, other in (pair, pair[::-1])
    ]
    refusal = next((verdict.reason for verdict in stretches if verdict.reason), None)
    if refusal is not None:
        return without_number(figure_id, PERCENT, refusal, pair)
    return computed(figure_id, PERCENT, apply(ratios.share, pair), pair)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """For every whole that has a level for the period."""
    for period, whole in parts_with_wholes(inputs, series):
        yield FigureId(series, period, kind, whole.base.codes)
    for growth in inputs.observed.of_series(series, Measure.GROWTH_YOY):
        months = growth.period.year_before()
        year = Period.year_of(months.year)
        if months.is_cumulative and inputs.observed.level(series, year):
            yield FigureId(series, months, kind, (str(year),))


def _beside(document: StatesFigures, figure: Figure) -> Iterator[Clause]:
    """The change of a share on the year before, where both shares are known."""
    if not figure.id.base:
        yield from differences(document, figure, Measure.SHARE.value)


KIND = Declaration(
    "share",
    order=411,
    figure=_figure,
    measure=Measure.SHARE,
    list_series=_list,
    unit=PERCENT,
    units=ADD_UP,
    wrong_unit=reasons.NO_SHARE_OF_RATES,
    default_base=usual_whole,
    verb="accounted",
    form=FOLLOWS,
    clause=with_whole,
    beside=_beside,
    of_whole=True,
    template_name=TemplateName("share", brackets=named_base, alone=True),
    column=ColumnOf("share", ".share"),
    sheet=Sheet.STRUCTURE,
)
