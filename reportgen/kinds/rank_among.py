"""``rank_among:DIM``: a place among the areas (breakdowns, partners) that the dataset has side by side, and among no others.

It is no rank in the nation or the world, which only a source that knows all of them can state (``rank``): it says among how
many it was taken. ``rank_among:areas,growth_yoy`` ranks by reported growth.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.figure_formula import (
    A,
    FormulaInput,
    FormulaNumber,
    FormulaSign,
    FormulaStep,
    chained,
)
from reportgen.calculations.result import Result, refusal
from reportgen.dataset.records import TOTAL, Measure, Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    always_named,
    computed,
    without_number,
)
from reportgen.kinds.parts import BELOW, children
from reportgen.kinds.stating import FOLLOWS, Clause, Figure, StatesFigures
from reportgen.kinds.template_name import NamesInBrackets, TemplateName
from reportgen.kinds.usable_levels import levels_at
from reportgen.messages import Reason
from reportgen.record import replace
from reportgen.units import RANK
from reportgen.values import ONE, Bound, Interval


def _condition(_inputs: Inputs, _figure_id: FigureId, base: Base) -> Reason | None:
    return None if base.dimension in BELOW else reasons.NEEDS_DIMENSION


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    ranked = _ranked(inputs, figure_id, base)
    if not ranked:
        reason = reasons.no_level(inputs.dataset, figure_id.series, figure_id.period)
        return without_number(figure_id, RANK, reason)
    own, *others = ranked
    if not others:
        return without_number(figure_id, RANK, reasons.NOTHING_BESIDE, [own])
    return computed(figure_id, RANK, _place(own, others), (own, *others), precision=0)


def _ranked(inputs: Inputs, figure_id: FigureId, base: Base) -> list[FigureEntry]:
    """Its own number, then those of the others that have one; nothing where it has none itself."""
    beside = [
        _number(inputs, item, figure_id, base)
        for item in _side_by_side(inputs, figure_id.series, base.dimension)
    ]
    own = _number(inputs, figure_id.series, figure_id, base)
    return [] if own is None else [own, *(item for item in beside if item is not None and item is not own)]


def _number(inputs: Inputs, series: Series, figure_id: FigureId, base: Base) -> FigureEntry | None:
    if base.measure == Measure.GROWTH_YOY:
        found = inputs.figure(FigureId(series, figure_id.period, Kind.GROWTH_YOY))
        return found if found.term is not None else None
    return next(iter(levels_at(inputs, series, figure_id.period)), None)


def _side_by_side(inputs: Inputs, series: Series, dimension: str) -> Iterator[Series]:
    """The series that have the same whole in that dimension, itself among them."""
    dataset = inputs.dataset
    if dimension == "areas":
        parent = dataset.areas[series.ref_area].parent
        whole = replace(series, ref_area=parent) if parent else None
    elif dimension == "partners":
        whole = replace(series, counterpart_area=TOTAL) if series.counterpart_area != TOTAL else None
    else:
        whole = inputs.observed.whole_of(series)
    yield from children(dataset, whole, dimension) if whole is not None else ()


def _place(own: FigureEntry, others: list[FigureEntry]) -> Result:
    """One more than there are larger ones: a comparison that holds counts one, as in Excel."""
    terms = [entry.term for entry in others]
    mine = own.term
    larger = [FormulaStep(FormulaSign.ABOVE, (FormulaInput(at), A)) for at in range(1, len(others) + 1)]
    formula = chained(FormulaSign.PLUS, (FormulaNumber(ONE), *larger))
    if mine is None or any(term is None or term.bound is not Bound.EXACT for term in (mine, *terms)):
        return refusal(reasons.RANKS_OF_BOUNDS, formula)
    place = formula.function([term.value for term in (mine, *terms) if term is not None])
    return Result(place, Bound.EXACT, formula, interval=Interval(place, place))


def _among(_names: NamesInBrackets, dimension: str, measure: str = "") -> tuple[str, ...]:
    return measure, dimension


def _clause(_document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """Among how many: those that the dataset has side by side, never all there are."""
    by_growth = figure.base.measure == Measure.GROWTH_YOY
    return replace(clause, among=len(figure.inputs), dimension=figure.base.dimension, by_growth=by_growth)


KIND = Declaration(
    "rank_among",
    order=414,
    figure=_figure,
    unit=RANK,
    condition=_condition,
    default_base=always_named,
    verb="ranked_among",
    form=FOLLOWS,
    clause=_clause,
    template_name=TemplateName("rank_among", brackets=_among),
    column=ColumnOf("rank_among", '.rank_among("areas")'),
)
