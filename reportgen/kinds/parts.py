"""The parts that sum to a whole where its indicator is declared additive: districts, breakdowns, partners, months, quarters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from reportgen.calculations.comparability import compare_over_time
from reportgen.calculations.ratios import total
from reportgen.calculations.reconciliation.levels import come_to, same_ground
from reportgen.dataset.records import TOTAL, Dataset, Observation, Series
from reportgen.dataset.tables import ADDITIVE, MONTHS_OF
from reportgen.kinds import reasons
from reportgen.kinds.base import Base
from reportgen.kinds.entry import FigureEntry, apply, computed, without_number
from reportgen.kinds.figure import FigureId
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.kind import Kind, kind_named
from reportgen.kinds.usable_levels import in_proportion, levels_at
from reportgen.messages import Reason
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record, replace
from reportgen.values import Amount

BELOW = ("areas", "breakdown", "partners")
"""The dimensions in which a series has others below it."""
IN_TIME = frozenset(MONTHS_OF)


class Part(Record):
    """One part: a series at a period."""

    series: Series
    period: Period


def may_be_summed(inputs: Inputs, figure_id: FigureId, base: Base) -> Reason | None:
    """Why the parts must not be added up, or ``None``: only where the indicator is declared additive in that dimension."""
    if not base.dimension:
        return reasons.NEEDS_DIMENSION
    additive = inputs.dataset.indicators[figure_id.series.indicator].additive
    if base.dimension not in additive:
        return reasons.NOT_SAID_TO_ADD_UP
    in_time = base.dimension in MONTHS_OF
    return reasons.STOCK_HAS_NO_MONTHS if in_time and inputs.observed.is_stock(figure_id.series) else None


def parts_of(inputs: Inputs, series: Series, period: Period, dimension: str) -> tuple[Part, ...]:
    """The parts of a series in one dimension: the children by ``parent``, or the months or quarters of the period."""
    if dimension in MONTHS_OF:
        return tuple(Part(series, item) for item in _within(period, MONTHS_OF[dimension]))
    return tuple(Part(item, period) for item in children(inputs.dataset, series, dimension))


def _within(period: Period, months: int) -> Iterator[Period]:
    if (
        period.kind is PeriodKind.DAY
        or period.months <= months
        or period.first % months
        or period.months % months
    ):
        return
    for first in range(period.first, period.last + 1, months):
        yield Period.span_of(first, first + months - 1)


def children(dataset: Dataset, series: Series, dimension: str) -> tuple[Series, ...]:
    """The series one level below in ``areas``, ``breakdown`` or ``partners``, each once, in the dataset's order."""
    return tuple(dict.fromkeys(_children(dataset, series, dimension)))


def add_up(dataset: Dataset, parts: Collection[Series]) -> bool:
    """Whether the series are all the parts that a dimension has of something, and its indicator is declared additive in it."""
    return any(_is_additive(dataset, *found) for found in _wholes_of(dataset, parts))


def whole_with_parts(dataset: Dataset, parts: Collection[Series]) -> tuple[Series, str] | None:
    """The series that has just these parts, and the dimension; one that is declared additive first."""
    found = sorted(_wholes_of(dataset, parts), key=lambda item: not _is_additive(dataset, *item))
    return found[0] if found else None


def sum_over(whole: Series, period: Period, dimension: str) -> FigureId:
    """The id of the sum of a whole's parts."""
    return FigureId(whole, period, kind_named("sum"), (dimension,))


def _is_additive(dataset: Dataset, whole: Series, dimension: str) -> bool:
    return dimension in dataset.indicators[whole.indicator].additive


def _wholes_of(dataset: Dataset, parts: Collection[Series]) -> Iterator[tuple[Series, str]]:
    first = next(iter(parts))
    area, indicator = dataset.areas.get(first.ref_area), dataset.indicators[first.indicator]
    wholes = [
        (replace(first, ref_area=(area.parent or "") if area else ""), "areas"),
        (replace(first, breakdown=TOTAL), "breakdown"),
        (replace(first, counterpart_area=TOTAL), "partners"),
    ]
    if indicator.parent in dataset.indicators and indicator.parent:
        wholes.append((replace(first, indicator=indicator.parent), "breakdown"))
    for whole, dimension in wholes:
        if set(parts) == set(children(dataset, whole, dimension)):
            yield whole, dimension


def _children(dataset: Dataset, series: Series, dimension: str) -> Iterator[Series]:
    if dimension == "areas":
        for area in dataset.areas.values():
            if area.parent == series.ref_area:
                yield replace(series, ref_area=area.ref_area)
        return
    field = "breakdown" if dimension == "breakdown" else "counterpart_area"
    own = getattr(series, field)
    used = {getattr(item, field) for item in dataset.by_series if item.indicator == series.indicator} - {
        TOTAL
    }
    codes = [code for code in dataset.codes if code.dimension == field and code.code in used]
    found = [code.code for code in codes if (code.parent or TOTAL) == own and code.code != own]
    for code in found:
        yield series.with_code(field, code)
    if dimension == "breakdown" and own == TOTAL and not found:  # exports and imports make up trade
        for indicator in dataset.indicators.values():
            if indicator.parent == series.indicator:
                yield replace(series, indicator=indicator.indicator)


def levels_of_parts(
    inputs: Inputs, parts: tuple[Part, ...], unit: str
) -> tuple[list[FigureEntry], list[Part]]:
    """The levels there are, and the parts that have none."""
    found: list[FigureEntry] = []
    absent: list[Part] = []
    for part in parts:
        levels = [level for level in levels_at(inputs, part.series, part.period) if level.figure.unit == unit]
        found.extend(levels[:1])
        if not levels:
            absent.append(part)
    return found, absent


def unlike(inputs: Inputs, entries: list[FigureEntry]) -> Reason | None:
    """Why numbers may not be added up: another scope, another unit, a break between."""
    for one, other in pairwise(entries):
        if one.figure.id.series == other.figure.id.series:
            breaks = inputs.observed.breaks_of(one.figure.id.series)
            verdict = compare_over_time(one.figure.id.period, other.figure.id.period, breaks)
        else:
            verdict = in_proportion(inputs, one, other)
        if verdict.reason:
            return verdict.reason
    return None


def sum_of(inputs: Inputs, figure_id: FigureId, dimension: str) -> FigureEntry:
    """The sum of all parts; without one of them there is none."""
    series, observed = figure_id.series, inputs.observed
    unit, round_to = observed.unit_of(series), observed.round_to(series)
    parts = parts_of(inputs, series, figure_id.period, dimension)
    if not parts:
        return without_number(figure_id, unit, reasons.NO_PARTS, precision=round_to)
    entries, absent = levels_of_parts(inputs, parts, unit)
    reason = unlike(inputs, entries)
    if absent:
        reason = reasons.no_level(inputs.dataset, absent[0].series, absent[0].period)
    if reason:
        return without_number(figure_id, unit, reason, entries, precision=round_to)
    result = apply(total, entries)
    whole = _published_otherwise(inputs, series, figure_id.period, entries)
    if whole is not None and result.value is not None:
        precision = max(entry.figure.precision for entry in entries)
        reason = reasons.published_otherwise(Amount(result.value, unit, precision), whole)
        return without_number(figure_id, unit, reason, entries, precision=round_to)
    return computed(figure_id, unit, result, entries, round_to=round_to)


def _published_otherwise(
    inputs: Inputs, series: Series, period: Period, entries: Sequence[FigureEntry]
) -> Observation | None:
    """The level published for the whole, where its parts do not come to it whatever the rounding."""
    observations = inputs.dataset.observations
    parts = [observations[item] for entry in entries if (item := entry.figure.observation)]
    if len(parts) < len(entries):
        return None
    for whole in inputs.observed.level(series, period):
        if all(same_ground(part, whole) for part in parts):
            return None if come_to(parts, whole) else whole
    return None


def dimensions_with_parts(inputs: Inputs, series: Series, period: Period) -> Iterator[str]:
    """The declared dimensions in which at least two parts have a level for the period."""
    indicator = inputs.dataset.indicators[series.indicator]
    for dimension in indicator.additive:
        if (
            dimension in ADDITIVE
            and may_be_summed(inputs, FigureId(series, period, Kind.LEVEL), Base(dimension=dimension)) is None
        ):
            parts = parts_of(inputs, series, period, dimension)
            entries, _ = levels_of_parts(inputs, parts, inputs.observed.unit_of(series))
            if len(entries) > 1:
                yield dimension
