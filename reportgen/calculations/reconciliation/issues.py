"""Rates beside the levels that they were published with: a growth of the first issue says nothing of a level revised since."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.dataset.vintages import issued_with, sources_of
from reportgen.record import replace


def rates_as_issued(
    dataset: Dataset, superseded: Mapping[str, tuple[Observation, ...]]
) -> tuple[Dataset, ...]:
    """The dataset without the rates whose level was revised since they were published, and for each earlier value of such
    levels those rates beside the levels as they were."""
    earlier: dict[str, dict[str, Observation]] = {}
    rates: dict[str, list[Observation]] = {}
    for held, items in superseded.items():
        level = dataset.observations.get(held)
        if level is None or level.measure is not Measure.LEVEL:
            continue
        for rate in dataset.observations_at(level.series, level.period, Measure.GROWTH_YOY):
            then = issued_with(dataset, rate, level, items)
            if then is not level:
                source = min(sources_of(dataset, rate) & sources_of(dataset, then))
                earlier.setdefault(source, {})[held] = then
                rates.setdefault(source, []).append(rate)
    if not rates:
        return (dataset,)
    of_earlier_issues = {rate.obs_id for members in rates.values() for rate in members}
    kept = {key: item for key, item in dataset.observations.items() if key not in of_earlier_issues}
    levels = {key: item for key, item in kept.items() if item.measure is Measure.LEVEL}
    issues = []
    for source, values in earlier.items():
        as_it_was = {item.obs_id: item for item in (values.get(key, item) for key, item in levels.items())}
        issues.append(
            replace(dataset, observations=as_it_was | {rate.obs_id: rate for rate in rates[source]})
        )
    return (replace(dataset, observations=kept), *issues)
