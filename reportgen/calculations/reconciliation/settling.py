"""What would settle a contradiction: the values that one of its figures would have to have, the others being right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from reportgen.calculations.reconciliation.levels import allowed, said
from reportgen.calculations.reconciliation.over_time import LARGE
from reportgen.calculations.reconciliation.reported_growth import growth_factor
from reportgen.calculations.reconciliation.restatements import SLIP
from reportgen.dataset.records import Measure, Observation
from reportgen.findings import Finding
from reportgen.values import HUNDRED, INFINITY, ONE, ZERO, Interval

Settling = dict[str, Interval]
"""By the id of an observation: what it would have to be."""

ANYTHING = Interval(-INFINITY, INFINITY)
UP_TO_WHOLE = Interval(-INFINITY, HUNDRED)


def settling(finding: Finding, observations: Mapping[str, Observation]) -> Settling:
    """What each figure of a contradiction would have to be; nothing where the finding is no contradiction of figures."""
    of_code = _BY_CODE.get(finding.code)
    figures = [observations[subject] for subject in finding.subjects if subject in observations]
    if of_code is None or (len(figures) != len(finding.subjects) and of_code is not _anything):
        return {}
    told = dict(finding.parameters).get("contradictions")
    if not told:
        return of_code(figures)
    return reduce(_both, (of_code([observations[key] for key in ids]) for ids in told))


def _both(one: Settling, other: Settling) -> Settling:
    """What settles two contradictions: only a figure that is in both of them can."""
    shared = {key: common([one[key], other[key]]) for key in one if key in other}
    return {key: found for key, found in shared.items() if found is not None}


def common(intervals: Sequence[Interval]) -> Interval | None:
    """What lies in all of some intervals."""
    low, high = max(one.low for one in intervals), min(one.high for one in intervals)
    return Interval(low, high) if low <= high else None


def _anything(figures: Sequence[Observation]) -> Settling:
    """Of a figure that is strange by itself no more is known than that it is."""
    return {figure.obs_id: ANYTHING for figure in figures}


def _twice(figures: Sequence[Observation]) -> Settling:
    first, second = figures
    return {first.obs_id: said(second), second.obs_id: said(first)}


def _growth(figures: Sequence[Observation]) -> Settling:
    """Level over base is the growth; a base that is longer or shorter than the growth's is at least, or at most, as much."""
    growth, level, base = figures
    factor, (now, before) = growth_factor(growth), (allowed(level), allowed(base))
    quotient = now.over(before)
    of_level, of_base = before.times(factor), now.over(factor)
    base_period = growth.base_period or growth.period.year_before()
    if base.period != base_period:
        is_longer = base.period.contains(base_period)
        of_level = Interval(ZERO, of_level.high) if is_longer else Interval(of_level.low, INFINITY)
        of_base = Interval(of_base.low, INFINITY) if is_longer else Interval(ZERO, of_base.high)
        quotient = Interval(ZERO, quotient.high) if is_longer else Interval(quotient.low, INFINITY)
    rate = Interval((quotient.low - ONE) * HUNDRED, (quotient.high - ONE) * HUNDRED)
    return {growth.obs_id: rate, level.obs_id: of_level, base.obs_id: of_base}


def _ratio(figures: Sequence[Observation]) -> Settling:
    ratio, level, whole = figures
    scale = Interval(HUNDRED, HUNDRED) if ratio.measure is Measure.SHARE else Interval(ONE, ONE)
    said_ratio = ratio.quantity.range.over(scale)
    quotient = allowed(level).over(allowed(whole)).times(scale)
    return {ratio.obs_id: quotient, **_quotient(level, whole, said_ratio)}


def _quotient(above: Observation, below: Observation, ratio: Interval) -> Settling:
    """What keeps one figure over another within a ratio."""
    return {above.obs_id: allowed(below).times(ratio), below.obs_id: allowed(above).over(ratio)}


def _change(figures: Sequence[Observation]) -> Settling:
    """Neighbours do not double in a year, or, of unlike lengths, in what they come to in a month."""
    earlier, later = figures
    length = Decimal(later.period.months) / earlier.period.months if later.period.months else ONE
    factor = LARGE ** max(1, later.period.year - earlier.period.year)
    return _quotient(later, earlier, Interval(length / factor, length * factor))


def _difference(figures: Sequence[Observation]) -> Settling:
    points, rate, base = (figure.quantity.range for figure in figures)
    found = (rate.minus(base), points.plus(base), rate.minus(points))
    return {figure.obs_id: interval for figure, interval in zip(figures, found, strict=True)}


def _sum(figures: Sequence[Observation]) -> Settling:
    """The whole is what its parts come to."""
    whole, *parts = figures
    total = Interval.total([allowed(part) for part in parts])
    return {whole.obs_id: total} | {part.obs_id: allowed(whole).minus(_others(parts, part)) for part in parts}


def _others(parts: Sequence[Observation], part: Observation) -> Interval:
    return Interval.total([allowed(other) for other in parts if other is not part])


def _near_sum(figures: Sequence[Observation]) -> Settling:
    """A total is the total before and the months between, give or take what a publisher restates."""
    total, between, before = figures
    whole, near = allowed(total), Interval(ONE - SLIP, ONE + SLIP)
    return {
        total.obs_id: allowed(between).plus(allowed(before)).over(near),
        between.obs_id: whole.times(near).minus(allowed(before)),
        before.obs_id: whole.times(near).minus(allowed(between)),
    }


def _order(figures: Sequence[Observation]) -> Settling:
    """The whole is at least what its parts come to."""
    whole, *parts = figures
    total = Interval.total([allowed(part) for part in parts])
    return {whole.obs_id: Interval(total.low, INFINITY)} | {
        part.obs_id: Interval(-INFINITY, allowed(whole).high - _others(parts, part).low) for part in parts
    }


def _part_first(figures: Sequence[Observation]) -> Settling:
    return _order(tuple(reversed(figures)))


def _up_to_whole(figures: Sequence[Observation]) -> Settling:
    return {
        figure.obs_id: UP_TO_WHOLE.minus(Interval(_others(figures, figure).low, ZERO)) for figure in figures
    }


_BY_CODE: Mapping[str, Callable[[Sequence[Observation]], Settling]] = {
    "stated-twice": _twice,
    "growth-against-levels": _growth,
    "growth-on-revised-base": _growth,
    "share-against-levels": _ratio,
    "multiple-against-levels": _ratio,
    "share-above-whole": _anything,
    "negative-share": _anything,
    "shares-above-whole": _up_to_whole,
    "points-against-rates": _difference,
    "period-below-its-part": _order,
    "total-against-months": _near_sum,
    "implied-restatement": _near_sum,
    "large-change-unreported": _change,
    "parts-against-whole": _sum,
    "part-above-total": _part_first,
    "parts-above-total": _order,
    "same-as-last-year": _anything,
    "unusual-change": _anything,
    "unusual-rate": _anything,
    "rate-out-of-line": _anything,
}

__all__ = ["Settling", "common", "settling"]
