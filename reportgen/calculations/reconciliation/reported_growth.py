"""Reported growth against levels: does the base that a growth rate implies agree with what was stated for it?"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.growth import implied_base
from reportgen.calculations.reconciliation.breaks_at_hand import remedy_for
from reportgen.calculations.reconciliation.levels import (
    allowed,
    is_flow,
    levels_at,
    levels_of,
    same_ground,
    scopes_meet,
    value_cell,
)
from reportgen.calculations.result import Term
from reportgen.dataset.names import as_stated
from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.findings import Finding, Severity
from reportgen.periods import Period
from reportgen.units import PERCENT
from reportgen.values import HUNDRED, ONE, ZERO, Amount, Interval


def growth_against_levels(dataset: Dataset) -> Iterator[Finding]:
    """A finding where level and growth imply a base that cannot be, by more than rounding and qualifiers allow.

    The implied base is set against the level stated for the base period and, for flows, against longer and
    shorter stretches of the same time: the first five months of a year cannot exceed that year.
    """
    for growth in dataset.observations.values():
        if growth.measure is not Measure.GROWTH_YOY or growth.base_area or growth.base_indicator:
            continue
        base_period = growth.base_period or growth.period.year_before()
        for level in levels_at(dataset, growth.series, growth.period):
            implied = _implied(level, growth) if scopes_meet(level, growth) else None
            if implied is None:
                continue
            for base in levels_of(dataset, growth.series):
                if same_ground(level, base) and _contradicts(dataset, implied, base_period, base):
                    yield _finding(dataset, growth, level, base, base_period)


def _implied(level: Observation, growth: Observation) -> Interval | None:
    """All the bases that level and growth allow; ``None`` where nothing was left to grow from."""
    rate = growth.quantity.range
    factor = Interval(max(ZERO, ONE + rate.low / HUNDRED), max(ZERO, ONE + rate.high / HUNDRED))
    return None if factor.high == ZERO else allowed(level).over(factor)


def _contradicts(dataset: Dataset, implied: Interval, base_period: Period, base: Observation) -> bool:
    known = allowed(base)
    if base.period == base_period:
        return not implied.overlaps(known)
    if not is_flow(dataset, base.series):
        return False
    if base.period.contains(base_period):
        return implied.low > known.high
    if base_period.contains(base.period):
        return implied.high < known.low
    return False


def _finding(
    dataset: Dataset, growth: Observation, level: Observation, base: Observation, base_period: Period
) -> Finding:
    rate = growth.quantity
    base_value = implied_base(Term.of(level.quantity), Term.of(rate)).value
    if base_value is None:  # opposite qualifiers leave no bound; the plain quotient still shows the size
        base_value = level.quantity.value / (ONE + rate.value / HUNDRED)
    return Finding(
        "growth-against-levels",
        Severity.WARNING,
        place=value_cell(growth),
        subjects=(growth.obs_id, level.obs_id, base.obs_id),
        series=str(growth.series),
        rises=rate.value >= 0,
        size=Amount(abs(rate.value), PERCENT, min(-1, rate.precision)),
        now=as_stated(level),
        period=growth.period,
        implied=Amount(base_value, level.unit),
        base_period=base_period,
        base_id=base.obs_id,
        base=as_stated(base),
        other_period=None if base.period == base_period else base.period,
        advice=remedy_for(dataset, growth.series, base.period, growth.period),
    )
