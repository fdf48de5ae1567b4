"""``ratio:INDICATOR[,UNIT]``: one indicator's level for each unit of another's: US dollars an invoice, yuan a person."""

from __future__ import annotations

from dataclasses import replace

from reportgen.calculations import ratios
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    Declaration,
    Entry,
    FigureId,
    Inputs,
    Sheet,
    always_named,
    apply,
    computed,
    register,
    without_number,
)
from reportgen.kinds.levels import beside, levels_at
from reportgen.kinds.template_name import Names, TemplateName
from reportgen.messages import Reason
from reportgen.units import ADD_UP, ratio_of

_SMALL = 100
"""A smaller ratio is printed with two decimals."""

_DIGITS = 6
"""Digits of a ratio that are printed at most."""


def _condition(_inputs: Inputs, _figure_id: FigureId, base: Base) -> Reason | None:
    return None if base.indicator else reasons.NEEDS_INDICATOR


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> Entry:
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
    precision = -2 if result.value is None or abs(result.value) < _SMALL else 0
    if result.value:
        precision = max(precision, result.value.adjusted() - _DIGITS + 1)
    return computed(figure_id, unit, result, pair, precision=precision)


def _of_indicator(names: Names, indicator: str, unit: str = "") -> str:
    return ",".join(filter(None, (names.base(indicator), unit)))


register(
    Declaration(
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
)
