"""``level``: a number as a source states it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.records import Measure, Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    without_number,
)
from reportgen.kinds.growth_of_levels import beside_growth, growth_alone, growth_of, real_growth_beside
from reportgen.kinds.stating import OF_ITSELF, Basis, Clause, Comparison, Figure, StatesFigures, turned
from reportgen.kinds.template_name import NamesInBrackets, TemplateName
from reportgen.record import replace


def _otherwise(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    """Of a stock what is stated of the period's last day (31 December 2023 for 2023); else nothing is computed in its place."""
    series, observed = figure_id.series, inputs.observed
    if observed.is_stock(series) and (same_day := observed.level(series, figure_id.period, base.unit)):
        return observed.entry(same_day[0])
    reason = reasons.no_level(inputs.dataset, series, figure_id.period)
    return without_number(figure_id, observed.unit_of(series), reason, precision=observed.round_to(series))


def _stated(_kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """All that sources state of the series, of whatever measure: what is computed follows."""
    for observation in inputs.dataset.by_series[series]:
        yield inputs.observed.id_of(observation)


def _in_unit(_names: NamesInBrackets, unit: str) -> tuple[str, ...]:
    return (unit,)


def _beside(document: StatesFigures, figure: Figure) -> Iterator[Clause]:
    """Year-on-year growth, then its comparison with the months before and with the nation."""
    growth = growth_of(document, figure)
    if growth is not None:
        yield replace(document.clause(growth), currency="")
        if (real := real_growth_beside(document, growth)) is not None:
            yield replace(document.clause(real), comparison=Comparison(Basis.SAID), is_beside_nominal=True)
    if figure.id.base:  # in another currency: nothing else is set beside its growth
        return
    if growth is None:
        yield from turned(document, figure)
    elif growth.base.period is None:
        yield from beside_growth(document, figure)


KIND = Declaration(
    "level",
    order=10,
    figure=_otherwise,
    measure=Measure.LEVEL,
    list_series=_stated,
    verb="reached",
    form=OF_ITSELF,
    beside=_beside,
    instead=growth_alone,
    is_stated=True,
    template_name=TemplateName("currency", brackets=_in_unit),
    column=ColumnOf("level", "."),
)
