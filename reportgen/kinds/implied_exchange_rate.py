"""``implied_exchange_rate``: the rate behind an amount that one statement gives in two currencies."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.ratios import exchange_rate
from reportgen.calculations.result import Term
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    TWO_DECIMALS,
    Base,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Sheet,
    apply,
    computed,
    doubted,
    without_number,
)
from reportgen.kinds.stating import ALONE, Clause, Figure, StatesFigures
from reportgen.kinds.template_name import TemplateName
from reportgen.messages import UNSAID
from reportgen.record import replace
from reportgen.units import ratio_of


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    key = (figure_id.series, figure_id.period, figure_id.target)
    for conversion in inputs.conversions.get(key, ()):
        if base.unit in ("", conversion.foreign):
            pair = (_as_written(inputs, conversion.amount), _as_written(inputs, conversion.converted))
            subjects = frozenset(entry.figure.observation or entry.figure.target or "" for entry in pair)
            doubt = inputs.doubtful_rates.get(subjects)
            entry = computed(
                conversion.figure_id,
                ratio_of(pair[0].figure.unit, conversion.foreign),
                apply(exchange_rate, pair),
                pair,
                round_to=TWO_DECIMALS,
                note=doubt or UNSAID,
            )
            return doubted(entry, reasons.RATE_IN_DOUBT) if doubt else entry
    unit = inputs.observed.unit_of(figure_id.series)
    return without_number(figure_id, unit, reasons.NO_CONVERSION, precision=TWO_DECIMALS)


def _as_written(inputs: Inputs, figure_id: FigureId) -> FigureEntry:
    """An amount with its qualifier: a target's threshold converted as "about 15.62 billion" is itself rounded."""
    entry = inputs.figure(figure_id)
    if not figure_id.target:
        return entry
    return FigureEntry(entry.figure, Term.of(inputs.dataset.targets[figure_id.target].quantity))


def _list(inputs: Inputs) -> Iterator[FigureId]:
    """Each conversion, of observations and of targets, as the citations come."""
    for conversions in inputs.conversions.values():
        yield from (conversion.figure_id for conversion in conversions)


def _clause(_document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    return replace(clause, note=figure.note if figure.note != UNSAID else None)


KIND = Declaration(
    "implied_exchange_rate",
    order=510,
    figure=_figure,
    list_dataset=_list,
    verb="implied_rate",
    form=ALONE,
    clause=_clause,
    template_name=TemplateName("exchange_rate"),
    sheet=Sheet.STRUCTURE,
)
