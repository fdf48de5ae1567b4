"""Differences in percentage points against the two rates they compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.calculations.reconciliation.levels import rates_at, scopes_meet
from reportgen.dataset.findings import warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.dataset.wording import as_stated, name_of, points
from reportgen.findings import Finding


def points_against_rates(dataset: Dataset) -> Iterator[Finding]:
    """A finding where both growth rates (or shares) are stated and differ by something else than was reported."""
    for difference in dataset.observations.values():
        if difference.measure is not Measure.DIFFERENCE_PP:
            continue
        for measure in (Measure.GROWTH_YOY, Measure.SHARE):
            for rate, base in _rate_pairs(dataset, difference, measure):
                if not rate.quantity.range.minus(base.quantity.range).overlaps(difference.quantity.range):
                    yield _finding(dataset, difference, rate, base)


def _rate_pairs(
    dataset: Dataset, difference: Observation, measure: Measure
) -> Iterator[tuple[Observation, Observation]]:
    base_series = replace(
        difference.series,
        indicator=difference.base_indicator or difference.series.indicator,
        ref_area=difference.base_area or difference.series.ref_area,
    )
    base_period = difference.base_period or difference.period
    if (base_series, base_period) == (difference.series, difference.period):
        return
    for rate in rates_at(dataset, difference.series, difference.period, measure):
        for base in rates_at(dataset, base_series, base_period, measure):
            if scopes_meet(rate, difference) and scopes_meet(rate, base):
                yield rate, base


def _finding(dataset: Dataset, difference: Observation, rate: Observation, base: Observation) -> Finding:
    name, said, one, other = (
        name_of(dataset, difference),
        as_stated(difference),
        as_stated(rate),
        as_stated(base),
    )
    found = points(rate.quantity.value - base.quantity.value)
    return warning(
        "points-against-rates",
        at(difference.place, difference.place.row, "value", difference.quantity.text),
        (
            f"{name.en}, is reported as {said.en}, but {one.en} (“{rate.obs_id}”) less {other.en} (“{base.obs_id}”) is {found.en}.",
            f"{name.zh}据报道为{said.zh}，而{one.zh}（“{rate.obs_id}”）减{other.zh}（“{base.obs_id}”）为{found.zh}。",
        ),
        ("Check the three figures against their sources.", "请对照来源核对这三个数值。"),
        difference.obs_id,
        rate.obs_id,
        base.obs_id,
    )
