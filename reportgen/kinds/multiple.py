"""``multiple``: how many times the level of another period, area or indicator."""

from __future__ import annotations

from reportgen.calculations import ratios
from reportgen.calculations.comparability import compare
from reportgen.dataset.records import Measure
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    EVERY_UNIT,
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Sheet,
    apply,
    computed,
    without_number,
)
from reportgen.kinds.stating import FOLLOWS, Clause, ClauseForm, Figure, StatesFigures
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.kinds.usable_levels import levels_beside
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.units import RATES, TIMES, UnitClass


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    series = figure_id.series
    if base.area or base.indicator:
        other = replace(
            series,
            indicator=base.indicator or series.indicator,
            ref_area=base.area or series.ref_area,
        )
        pair = levels_beside(inputs, figure_id, other, TIMES)
    else:
        pair = _levels_over_time(inputs, figure_id, base.period or figure_id.period.year_before())
    if isinstance(pair, FigureEntry):
        return pair
    return computed(figure_id, TIMES, apply(ratios.ratio, pair), pair)


def _levels_over_time(
    inputs: Inputs, figure_id: FigureId, earlier: Period
) -> tuple[FigureEntry, FigureEntry] | FigureEntry:
    observed, series = inputs.observed, figure_id.series
    if earlier.end >= figure_id.period.end:
        return without_number(figure_id, TIMES, reasons.BASE_NOT_EARLIER)
    one = [observed.entry(item) for item in observed.level(series, figure_id.period)]
    two = [observed.entry(item) for item in observed.level(series, earlier)]
    if not one or not two:
        reason = reasons.no_level(inputs.dataset, series, earlier if one else figure_id.period)
        return without_number(figure_id, TIMES, reason, one or two)
    verdict = compare(one[0].side, two[0].side, observed.breaks_of(series), stock=observed.is_stock(series))
    if verdict.reason:
        return without_number(figure_id, TIMES, verdict.reason, (one[0], two[0]))
    return one[0], two[0]


def _clause(_document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """Without a base the source's own words are printed."""
    if figure.comparable:
        return clause
    words = figure.citations[0].statement if figure.citations else ""
    return replace(clause, verb="multiplied_unclear", form=ClauseForm(), words=words)


KIND = Declaration(
    "multiple",
    order=440,
    figure=_figure,
    measure=Measure.MULTIPLE,
    unit=TIMES,
    units=EVERY_UNIT - RATES - {UnitClass.INDEX_PREVIOUS},
    wrong_unit=reasons.NO_SHARE_OF_RATES,
    verb="multiplied",
    form=FOLLOWS,
    clause=_clause,
    template_name=TemplateName("multiple", brackets=named_base, alone=True),
    column=ColumnOf("multiple", ".multiple"),
    sheet=Sheet.STRUCTURE,
)
