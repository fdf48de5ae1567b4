"""``sum:DIM``: the sum of the parts where the indicator is declared additive: districts, breakdowns, partners, months, quarters."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.records import Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Sheet,
    always_named,
    kind_named,
)
from reportgen.kinds.parts import (
    dimensions_with_parts,
    may_be_summed,
    sum_of,
)
from reportgen.kinds.template_name import TemplateName, by_dimension
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.units import ADD_UP


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    return sum_of(inputs, figure_id, base.dimension)


def _list(inputs: Inputs) -> Iterator[FigureId]:
    """For every whole of which at least two parts have a level, whether it has one itself or not."""
    for series, period in _wholes(inputs):
        for dimension in dimensions_with_parts(inputs, series, period):
            yield FigureId(series, period, kind_named("sum"), (dimension,))


def _wholes(inputs: Inputs) -> Iterator[tuple[Series, Period]]:
    """The series of additive indicators, also those that only their parts have, each with all its periods."""
    found: dict[tuple[Series, Period], None] = {}
    for series, observations in inputs.dataset.by_series.items():
        above = inputs.observed.whole_of(series)
        area = inputs.dataset.areas[series.ref_area].parent
        wholes = [series, *([above] if above else [])]
        if area in inputs.dataset.areas and area is not None:
            wholes.append(replace(series, ref_area=area))
        for whole in wholes:
            if inputs.dataset.indicators[whole.indicator].additive:
                found.update(((whole, item.period), None) for item in observations)
    return iter(found)


KIND = Declaration(
    "sum",
    order=430,
    figure=_figure,
    list_dataset=_list,
    units=ADD_UP,
    wrong_unit=reasons.DOES_NOT_ADD_UP,
    condition=may_be_summed,
    default_base=always_named,
    verb="summed",
    template_name=TemplateName("sum", brackets=by_dimension),
    sheet=Sheet.STRUCTURE,
)
