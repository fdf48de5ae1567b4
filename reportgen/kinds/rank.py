"""``rank``: a place among others. It is a source's claim and is never computed: a dataset does not hold all who are ranked."""

from __future__ import annotations

from reportgen.dataset.records import Measure
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    Entry,
    FigureId,
    Inputs,
    register,
    without_number,
)
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.units import RANK


def _absent(inputs: Inputs, figure_id: FigureId, _base: Base) -> Entry:
    reason = reasons.no_rank_stated(inputs.dataset, figure_id.series, figure_id.period)
    return without_number(figure_id, RANK, reason)


register(
    Declaration(
        "rank",
        order=30,
        figure=_absent,
        measure=Measure.RANK,
        unit=RANK,
        verb="ranked",
        template_name=TemplateName("rank", brackets=named_base, alone=True),
        column=ColumnOf("rank", ".rank"),
    )
)
