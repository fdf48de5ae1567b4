"""``balance``: exports less imports, in the exports' unit."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportgen.calculations import ratios
from reportgen.dataset.records import Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    apply,
    computed,
)
from reportgen.kinds.stating import Clause, Figure, StatesFigures, turned
from reportgen.kinds.template_name import TemplateName
from reportgen.kinds.usable_levels import levels_beside, periods_of_levels
from reportgen.messages import Reason
from reportgen.names import IMPORTS_OF
from reportgen.record import replace
from reportgen.units import ADD_UP


def has_imports(inputs: Inputs, figure_id: FigureId, base: Base) -> Reason | None:
    """Why there is no balance: no imports are known to set against the exports."""
    imports = base.indicator or imports_of(inputs.dataset.indicators, figure_id.series.indicator)
    return None if imports else reasons.NO_PARTNER


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    series, observed = figure_id.series, inputs.observed
    unit, round_to = observed.unit_of(series), observed.round_to(series)
    other = replace(
        series, indicator=base.indicator or imports_of(inputs.dataset.indicators, series.indicator)
    )
    pair = levels_beside(inputs, figure_id, other, unit, round_to)
    if isinstance(pair, FigureEntry):
        return pair
    return computed(figure_id, unit, apply(ratios.balance, pair), pair, round_to=round_to)


def imports_of(indicators: Collection[str], exports: str) -> str:
    """The imports that belong to an exports indicator: the one whose code says imports where this says exports."""
    words = exports.split("_")
    imports = "_".join(IMPORTS_OF.get(word, word) for word in words)
    return imports if imports != exports and imports in indicators else ""


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Where exports and imports both have a level."""
    imports = imports_of(inputs.dataset.indicators, series.indicator)
    if not imports:
        return
    other = replace(series, indicator=imports)
    for period in periods_of_levels(inputs, series):
        if inputs.observed.level(series, period) and inputs.observed.level(other, period):
            yield FigureId(series, period, kind)


def usual_imports(inputs: Inputs, figure_id: FigureId) -> Base:
    """The imports that belong to the exports."""
    imports = imports_of(inputs.dataset.indicators, figure_id.series.indicator)
    return Base(figure_id.period.year_before(), indicator=imports, breakdown="")


def _beside(document: StatesFigures, figure: Figure) -> Iterator[Clause]:
    """That a surplus turned into a deficit, or by how much it widened or narrowed, where both years can be compared."""
    change = document.figure(figure.id.series, figure.id.period, Kind.BALANCE_CHANGE, figure.id.base)
    turn = tuple(turned(document, figure))
    yield from turn
    if change.value and not turn and (clause := document.clause(change)).now is not None:
        yield clause


KIND = Declaration(
    "balance",
    order=420,
    figure=_figure,
    list_series=_list,
    units=ADD_UP,
    wrong_unit=reasons.NO_BALANCE_OF_RATES,
    condition=has_imports,
    default_base=usual_imports,
    verb="balanced",
    beside=_beside,
    template_name=TemplateName("balance"),
    column=ColumnOf("balance", ".balance"),
    sheet=Sheet.STRUCTURE,
)
