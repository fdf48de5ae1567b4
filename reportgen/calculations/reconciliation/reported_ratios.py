"""Reported multiples and shares against the levels they are taken from."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.reconciliation.breaks_at_hand import remedy_for
from reportgen.calculations.reconciliation.levels import (
    allowed,
    is_counted_up,
    levels_by_unit,
    same_ground,
    scopes_meet,
)
from reportgen.dataset.names import as_stated, figure_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import TOTAL, Dataset, Measure, Observation, Series
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.values import HUNDRED, ONE, ZERO, Amount, Interval


def multiples_and_shares_against_levels(dataset: Dataset) -> Iterator[Finding]:
    """A finding where the quotient of two stated levels is not the multiple or share that was reported."""
    for ratio in dataset.observations.values():
        if ratio.measure is Measure.SHARE:
            scale = HUNDRED
            if ratio.quantity.range.low > HUNDRED:
                yield _impossible_share(dataset, ratio, "share-above-whole")
            elif ratio.quantity.range.high < ZERO and is_counted_up(dataset, ratio.series):
                yield _impossible_share(dataset, ratio, "negative-share")
        elif ratio.measure is Measure.MULTIPLE:
            scale = ONE
        else:
            continue
        whole_series, whole_period = _base_of(ratio)
        if (whole_series, whole_period) == (ratio.series, ratio.period):
            continue  # the source does not say what it is a multiple of
        for level in levels_by_unit(dataset, ratio.series, ratio.period):
            for whole in levels_by_unit(dataset, whole_series, whole_period):
                if not (same_ground(level, whole) and scopes_meet(level, ratio)):
                    continue
                quotient = allowed(level).over(allowed(whole)).times(Interval(scale, scale))
                if not quotient.overlaps(ratio.quantity.range):
                    yield _finding(dataset, ratio, level, whole)


def _base_of(ratio: Observation) -> tuple[Series, Period]:
    """What a share or multiple is taken of: the stated base, or the total that a breakdown belongs to."""
    series = ratio.base_series
    if ratio.measure is Measure.SHARE and series == ratio.series and ratio.base_period is None:
        series = replace(series, breakdown=TOTAL, counterpart_area=TOTAL)
    return series, ratio.base_period or ratio.period


def _finding(dataset: Dataset, ratio: Observation, level: Observation, whole: Observation) -> Finding:
    is_share = ratio.measure is Measure.SHARE
    quotient = level.quantity.value / whole.quantity.value * (HUNDRED if is_share else ONE)
    own_series = whole.series == level.series
    return finding_about(
        "share-against-levels" if is_share else "multiple-against-levels",
        Severity.WARNING,
        (ratio, level, whole),
        name=figure_name(dataset, ratio),
        said=as_stated(ratio),
        part=as_stated(level),
        part_id=level.obs_id,
        whole=as_stated(whole),
        whole_id=whole.obs_id,
        quotient=Amount(quotient, ratio.unit),
        advice=remedy_for(dataset, ratio.series, whole.period, ratio.period)
        if own_series
        else Message("calculations.check-the-three"),
    )


def _impossible_share(dataset: Dataset, share: Observation, code: str) -> Finding:
    return finding_about(
        code, Severity.WARNING, (share,), name=figure_name(dataset, share), said=as_stated(share)
    )
