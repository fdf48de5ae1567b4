"""``ratio:INDICATOR[,UNIT]``: one indicator's level for each unit of another's: US dollars an invoice, yuan a person."""

from __future__ import annotations

from reportgen.calculations import ratios
from reportgen.calculations.result import Result, justified_precision
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Sheet,
    always_named,
    apply,
    computed,
    without_number,
)
from reportgen.kinds.template_name import NamesInBrackets, TemplateName
from reportgen.kinds.usable_levels import beside, levels_at
from reportgen.messages import Reason
from reportgen.record import replace
from reportgen.units import ADD_UP, ratio_of
from reportgen.values import ZERO

_SMALL, _LARGE, _LARGER = 100, 1_000_000, 100_000_000
"""A smaller ratio is printed with two decimals or digits, a larger one with four digits; those between are whole numbers."""
_DIGITS = 4
_GUARD = 2
"""Digits that are printed beyond what the rounding of the two numbers justifies: what one of something comes to is multiplied again."""


def _condition(_inputs: Inputs, _figure_id: FigureId, base: Base) -> Reason | None:
    return None if base.indicator else reasons.NEEDS_INDICATOR


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    series, observed, period = figure_id.series, inputs.observed, figure_id.period
    other = replace(series, indicator=base.indicator)
    above, below = base.unit or observed.unit_of(series), observed.unit_of(other)
    unit = ratio_of(above, below)
    if observed.class_of(other) not in ADD_UP:
        return without_number(figure_id, unit, reasons.DOES_NOT_ADD_UP)
    one, two = levels_at(inputs, series, period, above), levels_at(inputs, other, period)
    if not one or not two:
        reason = reasons.no_level(inputs.dataset, other if one else series, period)
        return without_number(figure_id, unit, reason, one or two)
    pair = (one[0], two[0])
    refusal = beside(inputs, *pair, same_unit=False).reason
    if refusal is not None:
        return without_number(figure_id, unit, refusal, pair)
    result = apply(ratios.ratio, pair)
    return computed(figure_id, unit, result, pair, precision=_precision(result))


def _precision(result: Result) -> int:
    """As finely as the inputs justify; of large ones no more than both 亿 with two decimals and billions with three show."""
    size = abs(result.value or ZERO)
    if size < _SMALL:
        finest = min(-2, size.adjusted() - 1) if size else -2
    elif size < _LARGE:
        finest = 0
    else:
        finest = max(size.adjusted() - _DIGITS + 1, 6 if size >= _LARGER else 0)
    justified = justified_precision(result.interval) if result.interval else None
    return finest if justified is None else max(finest, justified - _GUARD)


def _of_indicator(names: NamesInBrackets, indicator: str, unit: str = "") -> tuple[str, ...]:
    return names.base(indicator), unit


KIND = Declaration(
    "ratio",
    order=441,
    figure=_figure,
    units=ADD_UP,
    wrong_unit=reasons.DOES_NOT_ADD_UP,
    condition=_condition,
    default_base=always_named,
    verb="averaged",
    template_name=TemplateName("ratio", brackets=_of_indicator),
    sheet=Sheet.STRUCTURE,
)
