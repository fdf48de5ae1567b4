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
)
from reportgen.calculations.result import Term
from reportgen.dataset.findings import warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.dataset.wording import amount, as_stated, percent
from reportgen.findings import Finding
from reportgen.language import period_label
from reportgen.messages import Bilingual
from reportgen.periods import Period
from reportgen.values import HUNDRED, ONE, ZERO, Interval


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
    stated = allowed(base)
    if base.period == base_period:
        return not implied.overlaps(stated)
    if not is_flow(dataset, base.series):
        return False
    if base.period.contains(base_period):
        return implied.low > stated.high
    if base_period.contains(base.period):
        return implied.high < stated.low
    return False


def _finding(
    dataset: Dataset, growth: Observation, level: Observation, base: Observation, base_period: Period
) -> Finding:
    rate, now, stated = growth.quantity, as_stated(level), as_stated(base)
    decimals = max(1, -rate.precision)
    size = percent(abs(rate.value), decimals)
    moved = Bilingual("Up", "增长") if rate.value >= 0 else Bilingual("Down", "下降")
    base_value = implied_base(Term.of(level.quantity), Term.of(rate)).value
    if base_value is None:  # opposite qualifiers leave no bound; the plain quotient still shows the size
        base_value = level.quantity.value / (ONE + rate.value / HUNDRED)
    implied = amount(base_value, level.unit)
    of_base = (
        Bilingual("", "")
        if base.period == base_period
        else Bilingual(f" for {period_label(base.period, 'en')}", period_label(base.period, "zh"))
    )
    return warning(
        "growth-against-levels",
        at(growth.place, growth.place.row, "value", rate.text),
        (
            f"{moved.en} {size} to {now.en} in {period_label(growth.period, 'en')} implies {implied.en} for {period_label(base_period, 'en')}, "
            f"but observation “{base.obs_id}” states {stated.en}{of_base.en}.",
            f"{period_label(growth.period, 'zh')}{moved.zh}{size}、达{now.zh}，由此推算{period_label(base_period, 'zh')}为{implied.zh}，"
            f"而“{base.obs_id}”载明{of_base.zh}为{stated.zh}。",
        ),
        remedy_for(dataset, growth.series, base.period, growth.period),
        growth.obs_id,
        level.obs_id,
        base.obs_id,
    )
