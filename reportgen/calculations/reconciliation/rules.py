"""Does a dataset add up? General rules that set its figures against each other; contradictions are warnings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from reportgen.calculations.reconciliation.conversions import rates_out_of_line
from reportgen.calculations.reconciliation.differences import points_against_rates
from reportgen.calculations.reconciliation.issues import rates_as_issued
from reportgen.calculations.reconciliation.over_time import (
    large_changes,
    longer_periods_below_shorter,
)
from reportgen.calculations.reconciliation.plans import targets_out_of_order, targets_without_observation
from reportgen.calculations.reconciliation.plausibility import copied_values, unusual_changes, unusual_rates
from reportgen.calculations.reconciliation.reported_growth import growth_against_levels
from reportgen.calculations.reconciliation.reported_ratios import multiples_and_shares_against_levels
from reportgen.calculations.reconciliation.restatements import implied_restatements
from reportgen.calculations.reconciliation.stretches import breaks_in_force, unlike_periods
from reportgen.calculations.reconciliation.sums import parts_against_wholes, shares_above_whole
from reportgen.calculations.reconciliation.suspects import one_of_each_cause
from reportgen.calculations.reconciliation.twice import stated_twice
from reportgen.calculations.reconciliation.wholes import parts_above_wholes
from reportgen.dataset.records import Dataset, Observation, Series
from reportgen.dataset.vintages import known
from reportgen.findings import Finding, Place
from reportgen.record import replace

CauseOfFinding = tuple[str, Place]
"""A finding's code and place."""

RULES = (
    stated_twice,
    growth_against_levels,
    multiples_and_shares_against_levels,
    points_against_rates,
    longer_periods_below_shorter,
    implied_restatements,
    large_changes,
    parts_against_wholes,
    parts_above_wholes,
    shares_above_whole,
    copied_values,
    unusual_changes,
    unusual_rates,
    rates_out_of_line,
    targets_without_observation,
    targets_out_of_order,
    unlike_periods,
    breaks_in_force,
)
"""Each takes a dataset and gives findings. None of them knows an indicator, an area or an article."""

ABSENCES = frozenset({"unlike-periods", "target-without-observation"})
"""Findings that something is not there. Where a row of observations is wrong, it may be what that row was to say."""


def reconcile(
    dataset: Dataset,
    doubted: Mapping[str, CauseOfFinding | None] | Collection[str] = (),
    gap: CauseOfFinding | None = None,
    superseded: Mapping[str, tuple[Observation, ...]] = MappingProxyType({}),
) -> list[Finding]:
    """Every finding of every rule, in the order of the rules and of the dataset's rows.

    ``doubted`` are observations and targets that have an error of their own (they contradict their clause, say), with that
    error: whatever they contradict besides follows from it, and names it as its cause. Of values that others supersede, and
    of two rows that state one figure, only the one that calculations use is set against anything. ``gap`` is an error of a row
    of observations, where there is one: that something is missing follows from it. ``superseded`` are values that were taken out of
    the dataset before, by the id of what holds instead.
    """
    history = known(dataset)
    dataset = history.dataset
    causes: dict[str, CauseOfFinding | None] = (
        dict.fromkeys(doubted) if not isinstance(doubted, Mapping) else dict(doubted)
    )
    causes |= {key: causes.get(key) for key in _without_unit(dataset)}
    causes |= _targets_of(dataset, causes)
    twice = list(stated_twice(dataset))
    used = _without(dataset, {finding.subjects[-1] for finding in twice})
    as_issued = rates_as_issued(used, {**superseded, **history.superseded})
    found = [
        item
        for rule in RULES
        if rule is not stated_twice
        for data in (as_issued if rule is growth_against_levels else (used,))
        for item in rule(data)
    ]
    others = _explained_by_restatements(found)
    told = [said for item in (*twice, *others) if (said := _with_cause(item, causes)) is not None]
    told = one_of_each_cause(dataset, told)
    return [
        item.with_(cause=gap) if gap and item.key in ABSENCES and not item.cause else item for item in told
    ]


def _explained_by_restatements(findings: list[Finding]) -> list[Finding]:
    """The findings: months do not come to a total that restates them."""
    restated: dict[Series | None, CauseOfFinding] = {}
    for item in findings:
        if item.code in ("implied-restatement", "total-against-months"):
            restated.setdefault(item.series, (item.code, item.place))
    return [
        item.with_(cause=restated[item.series])
        if item.key == "parts-against-whole/in-time" and not item.cause and item.series in restated
        else item
        for item in findings
    ]


def _with_cause(finding: Finding, causes: Mapping[str, CauseOfFinding | None]) -> Finding | None:
    """The finding with the error it follows from; ``None`` where that one is not known by its place."""
    doubted = [subject for subject in finding.subjects if subject in causes]
    if not doubted:
        return finding
    cause = next((found for subject in doubted if (found := causes[subject]) is not None), None)
    return finding.with_(cause=cause) if cause is not None else None


def _without_unit(dataset: Dataset) -> Iterator[str]:
    """What belongs to an indicator that is not known: nothing can be said of its numbers."""
    yield from (key for key, item in dataset.observations.items() if not item.unit)
    yield from (key for key, item in dataset.targets.items() if not item.unit)


def _without(dataset: Dataset, unused: Collection[str]) -> Dataset:
    if not unused:
        return dataset
    kept = {key: item for key, item in dataset.observations.items() if key not in unused}
    return replace(dataset, observations=kept)


def _targets_of(
    dataset: Dataset, causes: Mapping[str, CauseOfFinding | None]
) -> dict[str, CauseOfFinding | None]:
    """The targets of series with an error: what they are measured by is not settled either."""
    series = {
        dataset.observations[key].series: cause
        for key, cause in causes.items()
        if key in dataset.observations
    }
    return {key: series[target.series] for key, target in dataset.targets.items() if target.series in series}


__all__ = ["RULES", "reconcile"]
