"""``pull`` (拉动): the points of its whole's growth that the part makes up."""

from __future__ import annotations

from reportgen.calculations.growth import PULL, pull
from reportgen.kinds import contribution
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    FigureEntry,
    FigureId,
    Inputs,
    computed,
)
from reportgen.kinds.part_of_change import change_of, worked_out
from reportgen.kinds.stating import with_whole
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.record import replace
from reportgen.units import POINTS


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    change = change_of(inputs, figure_id, base, POINTS)
    if isinstance(change, FigureEntry):
        return change
    result, known = worked_out(pull, (*change.part, change.whole[1]), PULL)
    return computed(change.figure_id, POINTS, result, known)


KIND = replace(
    contribution.KIND,
    name="pull",
    order=413,
    figure=_figure,
    unit=POINTS,
    verb="pulled",
    clause=with_whole,
    moves=True,
    direction_words="difference",
    template_name=TemplateName("pull", brackets=named_base, alone=True),
    column=ColumnOf("pull", ".pull"),
)
