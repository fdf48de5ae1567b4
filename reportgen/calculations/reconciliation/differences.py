"""Differences in percentage points against the two rates they compare."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.reconciliation.levels import rates_at, scopes_meet
from reportgen.dataset.names import as_stated, figure_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.findings import Finding, Severity
from reportgen.units import POINTS
from reportgen.values import Amount, rounded


def points_against_rates(dataset: Dataset) -> Iterator[Finding]:
    """A finding where both growth rates (or shares) are stated and differ by something else than was reported."""
    for difference in dataset.of_measure(Measure.DIFFERENCE_PP):
        for measure in (Measure.GROWTH_YOY, Measure.SHARE):
            for rate, base in _rate_pairs(dataset, difference, measure):
                if not rate.quantity.range.minus(base.quantity.range).overlaps(difference.quantity.range):
                    yield _finding(dataset, difference, rate, base)


def _rate_pairs(
    dataset: Dataset, difference: Observation, measure: Measure
) -> Iterator[tuple[Observation, Observation]]:
    base_series, base_period = difference.base_series, difference.base_period or difference.period
    if (base_series, base_period) == (difference.series, difference.period):
        return
    for rate in rates_at(dataset, difference.series, difference.period, measure):
        for base in rates_at(dataset, base_series, base_period, measure):
            if scopes_meet(rate, difference) and scopes_meet(rate, base):
                yield rate, base


def _finding(dataset: Dataset, difference: Observation, rate: Observation, base: Observation) -> Finding:
    found = rate.quantity.value - base.quantity.value
    precision = -2 if found != rounded(found, -1) else -1
    return finding_about(
        "points-against-rates",
        Severity.WARNING,
        (difference, rate, base),
        name=figure_name(dataset, difference),
        said=as_stated(difference),
        rate=as_stated(rate),
        rate_id=rate.obs_id,
        base=as_stated(base),
        base_id=base.obs_id,
        found=Amount(found, POINTS, precision),
    )
