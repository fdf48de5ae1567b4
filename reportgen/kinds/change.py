"""``change``: how much the level moved on the year before, or on the period named; in the unit, of a rate in percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.comparability import PeriodRule
from reportgen.dataset.records import Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    EVERY_UNIT,
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
)
from reportgen.kinds.stating import CHANGE
from reportgen.kinds.template_name import TemplateName, named_base_or_currency
from reportgen.kinds.usable_levels import change_since, periods_of_levels
from reportgen.units import UnitClass


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    earlier = base.period or figure_id.period.year_before()
    return change_since(inputs, figure_id, earlier, base.unit, PeriodRule.LIKE)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Where there is a level a year before."""
    for period in periods_of_levels(inputs, series):
        if inputs.observed.level(series, period.year_before()):
            yield FigureId(series, period, kind)


KIND = Declaration(
    "change",
    order=111,
    figure=_figure,
    list_series=_list,
    units=EVERY_UNIT - {UnitClass.RANK, UnitClass.INDEX_PREVIOUS},
    wrong_unit=reasons.NO_SUCH_CHANGE,
    verb="changed",
    form=CHANGE,
    moves=True,
    template_name=TemplateName("change", brackets=named_base_or_currency, alone=True),
    column=ColumnOf("change", ".change"),
    sheet=Sheet.GROWTH,
)
