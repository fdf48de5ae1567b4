"""``implied_base``: what the reported growth, or else the reported multiple, says the level was in its base period."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations import growth
from reportgen.calculations.comparability import compare_scopes
from reportgen.dataset.records import Measure, Observation, Provenance, Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    ResultFunction,
    Sheet,
    apply,
    computed,
    doubted,
    without_number,
)
from reportgen.kinds.stating import ASIDE, Basis, Clause, Comparison, Figure, StatesFigures
from reportgen.kinds.template_name import TemplateName
from reportgen.kinds.usable_levels import levels_at
from reportgen.messages import UNSAID, Message, Reason
from reportgen.record import replace
from reportgen.units import GROW
from reportgen.values import Bound


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    observed, series, period = inputs.observed, figure_id.series, figure_id.period
    reported = observed.by_id(figure_id.with_(kind=Kind.GROWTH_YOY))
    unit = (reported.growth_currency if reported else "") or observed.unit_of(series)
    round_to = observed.round_to(series)
    calculation: ResultFunction = growth.implied_base
    taken_as = UNSAID
    if reported is None:
        multiple = observed.by_id(figure_id.with_(kind=Kind.MULTIPLE))
        if multiple is not None and _is_of_earlier_level(multiple):
            reported, calculation = multiple, growth.implied_by_multiple
            taken_as = multiple.note  # how its words and its base were read
    if reported is None:
        reason = reasons.no_growth_stated(inputs.dataset, series, period)
        return without_number(figure_id, unit, reason, precision=round_to)
    rate = observed.entry(reported)
    levels = levels_at(inputs, series, period, unit)
    if not levels:
        reason = reasons.no_level(inputs.dataset, series, period)
        return without_number(figure_id, unit, reason, [rate], precision=round_to)
    if rate.figure.prices not in ("", levels[0].figure.prices or "current"):
        return without_number(
            figure_id, unit, reasons.GROWTH_AT_OTHER_PRICES, [levels[0], rate], precision=round_to
        )
    if observed.is_revised_since(levels[0].figure.observation, reported):
        return without_number(
            figure_id, unit, reasons.GROWTH_OF_EARLIER_ISSUE, [levels[0], rate], precision=round_to
        )
    breaks = observed.breaks_of(series)
    verdicts = [(level, compare_scopes(level.side, rate.side, breaks)) for level in levels]
    level, verdict = next((pair for pair in verdicts if pair[1].comparable), verdicts[0])
    if verdict.reason:
        return without_number(figure_id, unit, verdict.reason, [level, rate], precision=round_to)
    earlier = base.period or reported.base_period or period.year_before()
    note = reasons.notes(Message("kinds.implied-for", period=earlier), taken_as)
    result = apply(calculation, (level, rate))
    result = replace(result, reason=_both_bounded(result.reason, level.figure, rate.figure))
    entry = computed(figure_id, unit, result, (level, rate), round_to=round_to, note=note)
    entry = replace(entry, figure=replace(entry.figure, stands_for=earlier))
    return doubted(entry, reasons.MULTIPLE_OF_INFERRED_PERIOD) if _is_inferred_multiple(reported) else entry


def _both_bounded(why: Reason | None, level: Figure, rate: Figure) -> Reason | None:
    """Why no number follows from the two; where both are known only as bounds, that."""
    is_both = level.bound is not Bound.EXACT and rate.bound is not Bound.EXACT
    if (
        why is None
        or why.code != "calculations.unbounded"
        or not is_both
        or rate.id.kind is not Kind.GROWTH_YOY
    ):
        return why
    return Reason("kinds.both-bounded", bounds=dict(why.parameters)["bounds"])


def _is_inferred_multiple(reported: Observation) -> bool:
    """Whether it is a multiple ("ten times what it was five years ago") of which no source names the earlier year."""
    return reported.measure is Measure.MULTIPLE and reported.period_basis is Provenance.INFERRED


def _is_of_earlier_level(multiple: Observation) -> bool:
    """Whether a reported multiple says of which earlier level of its own series it is taken."""
    return multiple.base_period is not None and not multiple.base_area and not multiple.base_indicator


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """For each reported growth, or multiple of an earlier level, that is beside a level."""
    observed = inputs.observed
    reported = [
        *observed.of_series(series, Measure.GROWTH_YOY),
        *(item for item in observed.of_series(series, Measure.MULTIPLE) if _is_of_earlier_level(item)),
    ]
    for item in reported:
        if observed.level(series, item.period, item.growth_currency):
            yield observed.id_of(item).with_(kind=kind)


def _clause(_document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """From what it was worked out, and of which period it is."""
    kinds = tuple(dict.fromkeys(FigureId.parse(item).kind.value for item in figure.inputs))
    earlier = figure.stands_for or figure.id.period.year_before()
    return replace(clause, because=kinds, comparison=Comparison(Basis.PERIOD, earlier))


KIND = Declaration(
    "implied_base",
    order=210,
    figure=_figure,
    list_series=_list,
    units=GROW,
    wrong_unit=reasons.NO_GROWTH_OF_RATES,
    verb="implied_level",
    form=ASIDE,
    clause=_clause,
    template_name=TemplateName("implied_base"),
    column=ColumnOf("implied_base", ".implied_base"),
    sheet=Sheet.GROWTH,
)
