"""``cagr:PERIOD``: compound annual growth since a base period, percent a year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from reportgen.calculations.comparability import PeriodRule
from reportgen.calculations.growth import cagr
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
)
from reportgen.kinds.stating import FOLLOWS
from reportgen.kinds.template_name import TemplateName, since_period
from reportgen.kinds.usable_levels import growth_since, periods_of
from reportgen.messages import Reason
from reportgen.periods import PeriodKind
from reportgen.units import GROW, PERCENT

FEWEST_YEARS = 2
"""Over one year it is the growth of that year."""


def _condition(_inputs: Inputs, _figure_id: FigureId, base: Base) -> Reason | None:
    return reasons.NEEDS_PERIOD if base.period is None else None


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    assert base.period is not None  # asked by the condition
    years = Decimal(figure_id.period.last - base.period.last) / 12
    calculation = partial(cagr, years=years)
    return growth_since(inputs, figure_id, base.period, base.unit, PeriodRule.LIKE, calculation)


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Between every two annual levels two or more years apart."""
    unit = inputs.observed.unit_of(series)
    levels = (item for item in inputs.observed.of_series(series, Measure.LEVEL) if item.unit == unit)
    years = [period for period in periods_of(levels) if period.kind is PeriodKind.YEAR]
    for later in years:
        for earlier in years:
            if later.year - earlier.year >= FEWEST_YEARS:
                yield FigureId(series, later, kind, Base(period=earlier).codes)


KIND = Declaration(
    "cagr",
    order=310,
    figure=_figure,
    list_series=_list,
    unit=PERCENT,
    units=GROW,
    wrong_unit=reasons.NO_GROWTH_OF_RATES,
    condition=_condition,
    default_base=always_named,
    verb="grew_a_year",
    form=FOLLOWS,
    moves=True,
    direction_words="growth",
    template_name=TemplateName("cagr", brackets=since_period),
    sheet=Sheet.GROWTH,
)
