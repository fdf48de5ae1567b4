"""``base_rate:BASE``: the other side's growth, from one's own and the points by which a source says it is above; percent."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations import ratios
from reportgen.dataset.records import Measure, Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    always_named,
    apply,
    computed,
    missing,
    without_number,
)
from reportgen.kinds.stating import ALONE
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.messages import Reason
from reportgen.units import PERCENT


def _condition(inputs: Inputs, figure_id: FigureId, base: Base) -> Reason | None:
    """It rests on a difference that a source states: a computed one would only give back what it was computed from."""
    if not figure_id.base:
        return reasons.NEEDS_OTHER_SIDE
    if base.measure:
        return reasons.ONLY_OF_GROWTH
    stated = inputs.observed.by_id(figure_id.with_(kind=Kind.DIFFERENCE_PP))
    return None if stated is not None else reasons.NO_DIFFERENCE_STATED


def _figure(inputs: Inputs, figure_id: FigureId, _base: Base) -> FigureEntry:
    own = inputs.figure(figure_id.with_(kind=Kind.GROWTH_YOY, base=()))
    points = inputs.figure(figure_id.with_(kind=Kind.DIFFERENCE_PP))
    pair = (own, points)
    if reason := missing(pair):
        return without_number(figure_id, PERCENT, reason, [entry for entry in pair if entry.term])
    if own.figure.scopes != points.figure.scopes and own.figure.scopes and points.figure.scopes:
        reason = reasons.SCOPES_OF_RATES_DIFFER
        return without_number(figure_id, PERCENT, reason, pair)
    result = ratios.beyond_rounding(apply(ratios.difference, pair))
    return computed(figure_id, PERCENT, result, pair, precision=own.figure.precision)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """For each stated difference of a reported growth to another area's or indicator's."""
    observed = inputs.observed
    for item in observed.of_series(series, Measure.DIFFERENCE_PP):
        stated = observed.id_of(item)
        if stated.base and observed.observations_at(series, item.period, Measure.GROWTH_YOY):
            yield stated.with_(kind=kind)


KIND = Declaration(
    "base_rate",
    order=221,
    figure=_figure,
    list_series=_list,
    unit=PERCENT,
    condition=_condition,
    default_base=always_named,
    verb="implied_other_rate",
    form=ALONE,
    of_other_side=True,
    template_name=TemplateName("base_rate", brackets=named_base),
    sheet=Sheet.STRUCTURE,
)
