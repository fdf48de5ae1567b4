"""What a part and its whole changed by: the levels that contribution and pull are taken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.calculations.comparability import PeriodRule
from reportgen.calculations.result import refused
from reportgen.dataset.records import Measure, Series
from reportgen.kinds import reasons
from reportgen.kinds.base import Base
from reportgen.kinds.entry import Calculation, Entry, apply, computed, missing, without_number
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.levels import comparable_pair, in_proportion, levels_at
from reportgen.kinds.wholes import parts_with_wholes, whole_asked
from reportgen.messages import Reason
from reportgen.periods import Period


@dataclass(frozen=True, slots=True)
class Change:
    """A part's level and its base, a whole's level and its base; the figure's id with its whole named."""

    figure_id: FigureId
    part: tuple[Entry, Entry]
    whole: tuple[Entry, Entry]


def change_of(inputs: Inputs, figure_id: FigureId, base: Base, unit: str) -> Change | Entry:
    """The levels on both sides, or the figure without a number."""
    whole = whole_asked(inputs, figure_id, base)
    if whole is None:
        return without_number(figure_id, unit, reasons.NO_WHOLE)
    figure_id = figure_id.with_(base=str(whole.base))
    part_pair = _with_year_before(inputs, figure_id.series, figure_id.period)
    whole_pair = _with_year_before(inputs, whole.series, figure_id.period)
    for pair in (part_pair, whole_pair):
        if isinstance(pair, _Incomplete):
            return without_number(figure_id, unit, pair.reason, pair.inputs)
    assert not isinstance(part_pair, _Incomplete)
    assert not isinstance(whole_pair, _Incomplete)
    verdict = in_proportion(inputs, part_pair[0], whole_pair[0])
    if verdict.reason:
        return without_number(figure_id, unit, verdict.reason, (*part_pair, *whole_pair))
    return Change(figure_id, part_pair, whole_pair)


def worked_out(
    figure_id: FigureId, unit: str, calculation: Calculation, inputs: Iterable[Entry], formula: str
) -> Entry:
    """The calculation, or the refusal that an implied base with no number hands on to what rests on it."""
    inputs = tuple(inputs)
    open_base = missing(inputs)
    result = refused(open_base, formula) if open_base else apply(calculation, inputs)
    return computed(figure_id, unit, result, inputs)


def changes_of(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """The ids for every whole of which, as of the part, the year before is known."""
    for period, whole in parts_with_wholes(inputs, series):
        if _has_year_before(inputs, series, period) and _has_year_before(inputs, whole.series, period):
            yield FigureId(series, period, kind, str(whole.base))


def _has_year_before(inputs: Inputs, series: Series, period: Period) -> bool:
    observed = inputs.observed
    return bool(
        observed.level(series, period.year_before()) or observed.stated(series, period, Measure.GROWTH_YOY)
    )


@dataclass(frozen=True, slots=True)
class _Incomplete:
    """Why there is no pair of levels, and what there is of it."""

    reason: Reason
    inputs: tuple[Entry, ...] = ()


def _with_year_before(inputs: Inputs, series: Series, period: Period) -> tuple[Entry, Entry] | _Incomplete:
    """The level and its comparable one a year before: as stated, or else as the reported growth implies it.

    What the growth implies may be no number (more than 25, up more than 79.2%); the pair is there all the same.
    """
    now, earlier = levels_at(inputs, series, period), levels_at(inputs, series, period.year_before())
    if not now:
        return _Incomplete(reasons.no_level(inputs.dataset, series, period))
    if earlier:
        one, other, verdict = comparable_pair(inputs, now, earlier, PeriodRule.LIKE)
        if verdict.comparable:
            return one, other
    implied = inputs.figure(FigureId(series, period, Kind.IMPLIED_BASE))
    if implied.term is not None:
        return now[0], implied
    if earlier and verdict.reason:
        return _Incomplete(verdict.reason, (one, other))
    if implied.figure.formula:  # there is a reported growth, but it implies no number
        return now[0], implied
    return _Incomplete(reasons.no_level(inputs.dataset, series, period.year_before()), (now[0],))
