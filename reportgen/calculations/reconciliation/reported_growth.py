"""Reported growth against levels: does the base that a growth rate implies agree with what was stated for it?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.calculations.growth import implied_base
from reportgen.calculations.reconciliation.breaks_at_hand import explaining_break, remedy_for
from reportgen.calculations.reconciliation.levels import (
    allowed,
    is_flow,
    is_in_currency_of,
    prices_meet,
    same_ground,
)
from reportgen.calculations.reconciliation.years import LevelsByYear, in_scope
from reportgen.calculations.result import Term
from reportgen.dataset.names import as_stated, series_name
from reportgen.dataset.record_findings import finding_about, value_cell
from reportgen.dataset.records import Dataset, Measure, Observation, Series
from reportgen.findings import Finding, Severity
from reportgen.periods import Period
from reportgen.record import Record
from reportgen.units import PERCENT
from reportgen.values import HUNDRED, ONE, ZERO, Amount, Interval

REVISION = Decimal("0.03")
"""How far a bureau revises a year's figure, as a share of it, before one asks for another reason: China's goods trade of 2022
was revised by 0.9%, gross product after the economic censuses of 2018 and 2023 by 2.1% and 2.7%."""


class Contradiction(Record):
    """A growth and its level that imply another base than the one that is stated."""

    growth: Observation
    level: Observation
    base: Observation
    base_period: Period
    gap: Decimal
    """By which part of the stated base the implied one lies beyond what rounding and qualifiers allow."""


def growth_against_levels(dataset: Dataset) -> Iterator[Finding]:
    """A finding where level and growth imply a base that cannot be, by more than rounding and qualifiers allow.

    The implied base is set against the level stated for the base period or, where a flow has none, against longer and
    shorter stretches of the same time: the first five months of a year cannot exceed that year. A rate in one currency, or at
    constant prices, says nothing about levels in another. What a revision of the base explains is one note a series.
    """
    revised: dict[Series, list[Contradiction]] = {}
    for found in _contradictions(dataset):
        series = found.growth.series
        is_broken = explaining_break(dataset, series, found.base.period, found.growth.period) is not None
        if found.base.period == found.base_period and abs(found.gap) <= REVISION and not is_broken:
            revised.setdefault(series, []).append(found)
        else:
            yield _finding(dataset, found)
    for series, members in revised.items():
        yield _revised(
            dataset, series, sorted(members, key=lambda one: (one.growth.period.order, one.growth.obs_id))
        )


def _contradictions(dataset: Dataset) -> Iterator[Contradiction]:
    """The first contradiction of each growth and level, that with the base period's own level before others."""
    years = dict[Series, LevelsByYear]()
    for growth in dataset.of_measure(Measure.GROWTH_YOY):
        if growth.base_area or growth.base_indicator:
            continue
        base_period = growth.base_period or growth.period.year_before()
        levels = dataset.by_period(growth.series)
        for level in in_scope(levels.get(growth.period, ()), growth.scope):
            if not prices_meet(level, growth) or not is_in_currency_of(dataset, level, growth):
                continue
            implied = _implied(level, growth)
            if implied is None:
                continue
            if growth.series not in years:
                years[growth.series] = LevelsByYear(dataset, growth.series)
            own = in_scope(levels.get(base_period, ()), level.scope)
            bases = [base for base in own if same_ground(level, base)]
            if not bases and is_flow(dataset, growth.series):
                bases = [
                    base for base in years[growth.series].touching(base_period) if same_ground(level, base)
                ]
            for base in bases:
                gap = _gap(implied, base_period, base)
                if gap:
                    yield Contradiction(growth, level, base, base_period, gap)
                    break


def growth_factor(growth: Observation) -> Interval:
    """What a growth makes of its base, as a factor that is not below zero."""
    rate = growth.quantity.range
    return Interval(max(ZERO, ONE + rate.low / HUNDRED), max(ZERO, ONE + rate.high / HUNDRED))


def _implied(level: Observation, growth: Observation) -> Interval | None:
    """All the bases that level and growth allow; ``None`` where nothing was left to grow from."""
    factor = growth_factor(growth)
    return None if factor.high == ZERO else allowed(level).over(factor)


def _gap(implied: Interval, base_period: Period, base: Observation) -> Decimal:
    """By which part of a stated level the implied base lies above what it allows (or below: negative)."""
    known = allowed(base)
    is_same = base.period == base_period
    above, below = implied.low - known.high, known.low - implied.high
    if above > ZERO and (is_same or base.period.contains(base_period)):
        return above / known.high if known.high > ZERO else ONE
    if below > ZERO and (is_same or base_period.contains(base.period)):
        return -below / known.low if known.low > ZERO else -ONE
    return ZERO


def _implied_value(found: Contradiction) -> Decimal:
    rate, level = found.growth.quantity, found.level.quantity
    value = implied_base(Term.of(level), Term.of(rate)).value
    if value is None:  # opposite qualifiers leave no bound; the plain quotient still shows the size
        value = level.value / (ONE + rate.value / HUNDRED)
    return value


def _finding(dataset: Dataset, found: Contradiction) -> Finding:
    growth, level, base, base_period = found.growth, found.level, found.base, found.base_period
    rate = growth.quantity
    return finding_about(
        "growth-against-levels",
        Severity.WARNING,
        (growth, level, base),
        rises=rate.value >= 0,
        size=Amount(abs(rate.value), PERCENT, min(-1, rate.precision)),
        now=as_stated(level),
        period=growth.period,
        implied=Amount(_implied_value(found), level.unit),
        base_period=base_period,
        base_id=base.obs_id,
        base=as_stated(base),
        other_period=None if base.period == base_period else base.period,
        advice=remedy_for(dataset, growth.series, base.period, growth.period),
    )


def _revised(dataset: Dataset, series: Series, members: list[Contradiction]) -> Finding:
    """One note for all the growth rates of a series that are on revised bases, with the largest revision."""
    shares = {id(one): (_implied_value(one) / one.base.quantity.value - ONE) * HUNDRED for one in members}
    largest = max(members, key=lambda one: abs(shares[id(one)]))
    return Finding(
        "growth-on-revised-base",
        Severity.NOTE,
        place=value_cell(largest.growth),
        subjects=tuple(dict.fromkeys(key for one in members for key in _ids(one))),
        contradictions=tuple(_ids(one) for one in members),
        series=series,
        name=series_name(dataset, series),
        count=len(members),
        period=largest.growth.period,
        rate=as_stated(largest.growth),
        implied=Amount(_implied_value(largest), largest.level.unit),
        base_period=largest.base_period,
        base=as_stated(largest.base),
        base_id=largest.base.obs_id,
        rises=shares[id(largest)] >= 0,
        size=Amount(abs(shares[id(largest)]), PERCENT, -2 if abs(shares[id(largest)]) < ONE else -1),
    )


def _ids(one: Contradiction) -> tuple[str, ...]:
    return one.growth.obs_id, one.level.obs_id, one.base.obs_id
