"""One figure stated twice: with different values, or alike but not in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.reconciliation.levels import said
from reportgen.dataset.names import as_stated, figure_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import Dataset, Observation
from reportgen.dataset.vintages import statistical_key
from reportgen.findings import Finding, Severity
from reportgen.values import Qualifier


def stated_twice(dataset: Dataset) -> Iterator[Finding]:
    """Each observation of a figure that another one states already. The very same number twice is left to the structural checks."""
    grouped: dict[tuple[object, ...], list[Observation]] = {}
    beside_others = {item.obs_id for members in dataset.beside_others for item in members}
    for observation in dataset.observations.values() if beside_others else ():
        if observation.obs_id not in beside_others:
            continue
        grouped.setdefault(statistical_key(observation), []).append(observation)
    for members in grouped.values():
        first, *others = sorted(members, key=lambda item: item.obs_id)
        for second in others:
            if not _agree(first, second):
                yield _finding(dataset, "stated-twice", Severity.WARNING, first, second)
            elif _written(first) != _written(second):
                yield _finding(dataset, "stated-twice-alike", Severity.NOTE, first, second)


def _agree(first: Observation, second: Observation) -> bool:
    """Whether one value may be behind both. Two plain numbers in equally many digits round it alike: 5.2 and 5.3 do not, though
    5.25 is at the end of both."""
    one, other = first.quantity, second.quantity
    if one.precision == other.precision and one.qualifier is other.qualifier is Qualifier.EQ:
        return one.value == other.value
    return said(first).overlaps(said(second))


def _written(observation: Observation) -> tuple[object, ...]:
    return observation.quantity.value, observation.quantity.qualifier


def _finding(
    dataset: Dataset, code: str, severity: Severity, first: Observation, second: Observation
) -> Finding:
    return finding_about(
        code,
        severity,
        (first, second),
        at=second,
        name=figure_name(dataset, second),
        first=as_stated(first),
        first_id=first.obs_id,
        second=as_stated(second),
        second_id=second.obs_id,
    )
