"""``pull`` (拉动): the points of its whole's growth that the part makes up."""

from __future__ import annotations

from reportgen.calculations.growth import PULL, pull
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Sheet,
    computed,
)
from reportgen.kinds.part_of_change import change_of, changes_of, worked_out
from reportgen.kinds.stating import FOLLOWS, with_whole
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.kinds.wholes import usual_whole
from reportgen.units import ADD_UP, POINTS


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    change = change_of(inputs, figure_id, base, POINTS)
    if isinstance(change, FigureEntry):
        return change
    result, known = worked_out(pull, (*change.part, change.whole[1]), PULL)
    return computed(change.figure_id, POINTS, result, known)


KIND = Declaration(
    "pull",
    order=413,
    figure=_figure,
    list_series=changes_of,
    unit=POINTS,
    units=ADD_UP,
    wrong_unit=reasons.DOES_NOT_ADD_UP,
    default_base=usual_whole,
    verb="pulled",
    form=FOLLOWS,
    clause=with_whole,
    moves=True,
    direction_words="difference",
    of_whole=True,
    template_name=TemplateName("pull", brackets=named_base, alone=True),
    column=ColumnOf("pull", ".pull"),
    sheet=Sheet.GROWTH,
)
