"""``contribution`` (贡献率): the part's share of its whole's change on the year before, percent."""

from __future__ import annotations

from functools import partial

from reportgen.calculations.growth import CONTRIBUTION, contribution
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    Entry,
    FigureId,
    Inputs,
    Sheet,
    kind_named,
    register,
)
from reportgen.kinds.part_of_change import change_of, changes_of, worked_out
from reportgen.kinds.wholes import usual_whole
from reportgen.units import ADD_UP, PERCENT


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> Entry:
    change = change_of(inputs, figure_id, base, PERCENT)
    if isinstance(change, Entry):
        return change
    terms = (*change.part, *change.whole)
    return worked_out(change.figure_id, PERCENT, contribution, terms, CONTRIBUTION)


register(
    Declaration(
        "contribution",
        order=412,
        figure=_figure,
        list_series=partial(changes_of, kind_named("contribution")),
        unit=PERCENT,
        units=ADD_UP,
        wrong_unit=reasons.DOES_NOT_ADD_UP,
        default_base=usual_whole,
        verb="contributed",
        of_whole=True,
        column=ColumnOf("contribution", ".contribution"),
        sheet=Sheet.GROWTH,
    )
)
