"""The part of a dataset that can say anything of some series: what a check of these alone needs.

Every rule sets a figure against others of its series, of its indicator's or area's parts and wholes, against its bases, or
against what shares a clause with it. A dataset of these gives the same findings about the series as the whole one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.dataset.records import Dataset, Observation, Role, Series, Target
from reportgen.record import replace


def neighbourhood(dataset: Dataset, series: Iterable[Series]) -> Dataset:
    """The dataset with the observations and targets that are near ``series`` alone, and all other tables whole."""
    asked = set(series)
    indicators = _family({item.indicator for item in asked}, _parents_of_indicators(dataset))
    areas = _family({item.ref_area for item in asked}, _parents_of_areas(dataset))
    near = {
        key: item
        for key, item in dataset.observations.items()
        if item.series.ref_area in areas and item.series.indicator in indicators
    }
    targets = {
        key: item
        for key, item in dataset.targets.items()
        if item.series.indicator in indicators and item.series.ref_area in areas
    }
    also = {item.obs_id for item in _sharing_clauses(dataset)}
    also |= {item.obs_id for item in _bases_of_targets(dataset, targets.values())}
    if based := {*_with_bases(dataset, asked, near.values())} - {item.series for item in near.values()}:
        also |= {key for key, item in dataset.observations.items() if item.series in based}
    if not also <= near.keys():
        near = {key: item for key, item in dataset.observations.items() if key in near or key in also}
    targets |= {key: dataset.targets[key] for key in _converted(dataset) if key in dataset.targets}
    return replace(
        dataset,
        observations=near,
        targets={key: item for key, item in dataset.targets.items() if key in targets},
        citations=tuple(
            item for item in dataset.citations if item.subject in near or item.subject in targets
        ),
    )


def _parents_of_indicators(dataset: Dataset) -> dict[str, str | None]:
    return {key: item.parent for key, item in dataset.indicators.items()}


def _parents_of_areas(dataset: Dataset) -> dict[str, str | None]:
    return {key: item.parent for key, item in dataset.areas.items()}


def _family(codes: set[str], parents: dict[str, str | None]) -> set[str]:
    """The codes with all above them, the children of each, and the other children of those just above."""
    found = set(codes)
    waiting = list(codes)
    while waiting:
        parent = parents.get(waiting.pop())
        if parent and parent not in found:
            found.add(parent)
            waiting.append(parent)
    above = set(found)
    return found | {code for code, parent in parents.items() if parent in above}


def _with_bases(dataset: Dataset, asked: set[Series], near: Iterable[Observation]) -> Iterator[Series]:
    """The series that the near observations are taken against, and those that are taken against one asked for."""
    for item in near:
        if item.base_area or item.base_indicator:
            yield item.base_series
    for item in dataset.observations.values():
        if (item.base_area or item.base_indicator) and item.base_series in asked:
            yield item.series


def _converted(dataset: Dataset) -> set[str]:
    return {item.subject for item in dataset.citations if item.role is Role.CONVERTED}


def _sharing_clauses(dataset: Dataset) -> Iterator[Observation]:
    """What is converted: rates are held against one another over the whole dataset."""
    subjects = _converted(dataset)
    if not subjects:
        return
    said = {item.statement for item in dataset.citations if item.subject in subjects}
    for item in dataset.citations:
        if item.statement in said and item.subject in dataset.observations:
            yield dataset.observations[item.subject]


def _bases_of_targets(dataset: Dataset, targets: Iterable[Target]) -> Iterator[Observation]:
    for target in targets:
        if target.base_obs and target.base_obs in dataset.observations:
            yield dataset.observations[target.base_obs]
