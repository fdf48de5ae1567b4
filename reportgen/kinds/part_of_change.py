"""What a part and its whole changed by: the levels that contribution and pull are taken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.calculations.comparability import PeriodRule
from reportgen.calculations.figure_formula import FigureFormula
from reportgen.calculations.growth import across_zero, growth
from reportgen.calculations.result import Result, Term, refusal
from reportgen.dataset.records import Measure, Series
from reportgen.kinds import reasons
from reportgen.kinds.base import Base
from reportgen.kinds.entry import FigureEntry, ResultFunction, apply, missing, without_number
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.usable_levels import comparable_pair, in_proportion, levels_at
from reportgen.kinds.wholes import parts_with_wholes, whole_asked
from reportgen.messages import Reason
from reportgen.periods import Period
from reportgen.record import Record
from reportgen.values import Bound


class PartAndWhole(Record):
    """A part's level and its base, a whole's level and its base; the figure's id with its whole named."""

    figure_id: FigureId
    part: tuple[FigureEntry, FigureEntry]
    whole: tuple[FigureEntry, FigureEntry]


def change_of(inputs: Inputs, figure_id: FigureId, base: Base, unit: str) -> PartAndWhole | FigureEntry:
    """The levels on both sides, or the figure without a number."""
    whole = whole_asked(inputs, figure_id, base)
    if whole is None:
        return without_number(figure_id, unit, reasons.NO_WHOLE)
    figure_id = figure_id.with_(base=whole.base.codes)
    found = _on_one_basis(inputs, figure_id, whole.series)
    if isinstance(found, _Incomplete):
        return without_number(figure_id, unit, found.reason, found.inputs)
    part_pair, whole_pair = found
    now, before = (entry.term for entry in whole_pair)
    turned = across_zero(now, before) if now and before else None
    if reason := in_proportion(inputs, part_pair[0], whole_pair[0]).reason or turned:
        return without_number(figure_id, unit, reason, (*part_pair, *whole_pair))
    return PartAndWhole(figure_id, part_pair, whole_pair)


def _on_one_basis(inputs: Inputs, figure_id: FigureId, whole: Series) -> tuple[_Pair, _Pair] | _Incomplete:
    """Both sides from published levels, or else both from reported growth: never one each.

    Levels that their own reported growth contradicts (one of them was revised) serve neither side.
    """
    sides = [(series, figure_id.period) for series in (figure_id.series, whole)]
    published = [_from_levels(inputs, *side) for side in sides]
    if all(isinstance(pair, tuple) for pair in published) and not any(
        _is_contradicted(inputs, series, pair)
        for (series, _), pair in zip(sides, published, strict=True)
        if isinstance(pair, tuple)
    ):
        return _both(published)
    implied = [_from_growth(inputs, *side) for side in sides]
    if all(isinstance(pair, tuple) for pair in implied):
        return _both(implied)
    for one, other in zip(published, implied, strict=True):
        if isinstance(one, _Incomplete) and isinstance(other, _Incomplete):
            return one if one.is_refusal else other
    return _Incomplete(reasons.NOT_ONE_BASIS)


def _both(pairs: Sequence[_Pair | _Incomplete]) -> tuple[_Pair, _Pair]:
    part, whole = pairs
    assert isinstance(part, tuple)
    assert isinstance(whole, tuple)
    return part, whole


def _is_contradicted(inputs: Inputs, series: Series, pair: _Pair) -> bool:
    """Whether the growth that a source reports is not the one of the two levels, whatever their rounding."""
    reported = inputs.figure(FigureId(series, pair[0].figure.id.period, Kind.GROWTH_YOY))
    found = apply(growth, pair)
    if reported.term is None or found.interval is None or reported.term.bound is not Bound.EXACT:
        return False
    return not reported.term.interval.overlaps(found.interval)


def worked_out(
    calculation: ResultFunction, inputs: Iterable[FigureEntry], formula: FigureFormula
) -> tuple[Result, tuple[FigureEntry, ...]]:
    """The calculation, or the refusal that an implied base with no number hands on to what rests on it."""
    inputs = tuple(inputs)
    open_base = missing(inputs)
    return (refusal(open_base, formula) if open_base else apply(calculation, inputs)), inputs


def rate_behind(inputs: Inputs, pair: tuple[FigureEntry, FigureEntry]) -> Term | None:
    """The reported growth that a pair's earlier level was worked out from; ``None`` where that is stated."""
    if pair[1].figure.id.kind is not Kind.IMPLIED_BASE:
        return None
    return inputs.figure(FigureId.parse(pair[1].figure.inputs[1])).term


def changes_of(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """The ids for every whole of which, as of the part, the year before is known."""
    for period, whole in parts_with_wholes(inputs, series):
        if _has_year_before(inputs, series, period) and _has_year_before(inputs, whole.series, period):
            yield FigureId(series, period, kind, whole.base.codes)


def _has_year_before(inputs: Inputs, series: Series, period: Period) -> bool:
    observed = inputs.observed
    return bool(
        observed.level(series, period.year_before())
        or observed.observations_at(series, period, Measure.GROWTH_YOY)
    )


class _Incomplete(Record):
    """Why there is no pair of levels, and what there is of it."""

    reason: Reason
    inputs: tuple[FigureEntry, ...] = ()
    is_refusal: bool = False
    """Whether both levels are there and must not be compared."""


_Pair = tuple[FigureEntry, FigureEntry]


def _from_levels(inputs: Inputs, series: Series, period: Period) -> _Pair | _Incomplete:
    """The level and its comparable one a year before, as stated."""
    now, earlier = levels_at(inputs, series, period), levels_at(inputs, series, period.year_before())
    if not now:
        return _Incomplete(reasons.no_level(inputs.dataset, series, period))
    if not earlier:
        return _Incomplete(reasons.no_level(inputs.dataset, series, period.year_before()), (now[0],))
    one, other, verdict = comparable_pair(inputs, now, earlier, PeriodRule.LIKE)
    return _Incomplete(verdict.reason, (one, other), is_refusal=True) if verdict.reason else (one, other)


def _from_growth(inputs: Inputs, series: Series, period: Period) -> _Pair | _Incomplete:
    """The level, and the one that its reported growth implies for the year before.

    What the growth implies may be no number (more than 25, up more than 79.2%); the pair is there all the same.
    """
    now = levels_at(inputs, series, period)
    if not now:
        return _Incomplete(reasons.no_level(inputs.dataset, series, period))
    implied = inputs.figure(FigureId(series, period, Kind.IMPLIED_BASE))
    if implied.term is not None or implied.figure.formula is not None:
        return now[0], implied
    return _Incomplete(reasons.no_level(inputs.dataset, series, period.year_before()), (now[0],))
