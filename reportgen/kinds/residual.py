"""``residual:DIM``: what is left of a level without those of its parts that have one; where it is declared additive."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reportgen.calculations import ratios
from reportgen.dataset.records import Series
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
    without_number,
)
from reportgen.kinds.parts import (
    IN_TIME,
    dimensions_with_parts,
    levels_of_parts,
    may_be_summed,
    parts_of,
    unlike,
)
from reportgen.kinds.template_name import TemplateName, by_dimension
from reportgen.kinds.usable_levels import levels_at, periods_of_levels
from reportgen.units import ADD_UP


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    series, observed = figure_id.series, inputs.observed
    unit, round_to = observed.unit_of(series), observed.round_to(series)
    refuse = partial(without_number, figure_id, unit, precision=round_to)
    whole = levels_at(inputs, series, figure_id.period)[:1]
    if not whole:
        return refuse(reasons.no_level(inputs.dataset, series, figure_id.period))
    parts = parts_of(inputs, series, figure_id.period, base.dimension)
    entries, _ = levels_of_parts(inputs, parts, unit)
    if not entries:
        return refuse(reasons.NO_PARTS, whole)
    reason = unlike(inputs, [*whole, *entries] if base.dimension not in IN_TIME else entries)
    if reason:
        return refuse(reason, [*whole, *entries])
    all_terms = [*whole, *entries]
    return computed(figure_id, unit, apply(ratios.rest, all_terms), all_terms, round_to=round_to)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """For each level of which parts are known."""
    for period in periods_of_levels(inputs, series):
        for dimension in dimensions_with_parts(inputs, series, period):
            yield FigureId(series, period, kind, (dimension,))


KIND = Declaration(
    "residual",
    order=431,
    figure=_figure,
    list_series=_list,
    units=ADD_UP,
    wrong_unit=reasons.DOES_NOT_ADD_UP,
    condition=may_be_summed,
    default_base=always_named,
    verb="remained",
    template_name=TemplateName("residual", brackets=by_dimension),
    sheet=Sheet.STRUCTURE,
)
