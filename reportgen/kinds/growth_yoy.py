"""``growth_yoy``: year-on-year growth as a source reports it, percent."""

from __future__ import annotations

from reportgen.dataset.records import Measure
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    Basis,
    ColumnOf,
    Declaration,
    Entry,
    FigureId,
    Inputs,
    register,
    without_number,
)
from reportgen.kinds.template_name import TemplateName
from reportgen.units import GROW, PERCENT


def _absent(inputs: Inputs, figure_id: FigureId, _base: Base) -> Entry:
    """What no source reports. A rate computed from levels is another kind."""
    reason = reasons.no_growth_stated(inputs.dataset, figure_id.series, figure_id.period)
    return without_number(figure_id, PERCENT, reason)


register(
    Declaration(
        "growth_yoy",
        order=20,
        figure=_absent,
        measure=Measure.GROWTH_YOY,
        unit=PERCENT,
        units=GROW,
        wrong_unit=reasons.NO_GROWTH_OF_RATES,
        verb="grew",
        moves=True,
        direction_words="growth",
        usual_basis=Basis.YEAR_ON_YEAR,
        template_name=TemplateName("yoy_reported"),
        column=ColumnOf("yoy", ".yoy"),
    )
)
