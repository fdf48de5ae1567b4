"""``growth_yoy``: year-on-year growth as a source reports it, percent. A rate computed from levels is another kind."""

from __future__ import annotations

from reportgen.dataset.records import Measure
from reportgen.kinds import reasons
from reportgen.kinds.declaration import Basis, ColumnOf, Declaration, stated_alone
from reportgen.kinds.stating import GROWTH
from reportgen.kinds.template_name import TemplateName, named_base_or_currency
from reportgen.units import GROW, PERCENT

KIND = Declaration(
    "growth_yoy",
    order=20,
    figure=stated_alone(PERCENT, reasons.no_growth_stated),
    measure=Measure.GROWTH_YOY,
    unit=PERCENT,
    units=GROW,
    wrong_unit=reasons.NO_GROWTH_OF_RATES,
    verb="grew",
    form=GROWTH,
    is_stated=True,
    moves=True,
    direction_words="growth",
    usual_basis=Basis.YEAR_ON_YEAR,
    template_name=TemplateName("yoy_reported", brackets=named_base_or_currency, alone=True),
    column=ColumnOf("yoy", ".yoy"),
)
