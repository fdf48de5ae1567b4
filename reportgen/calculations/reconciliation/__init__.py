"""Does a dataset add up? General rules that set its figures against each other; contradictions are warnings."""

from __future__ import annotations

from collections.abc import Collection

from reportgen.calculations.reconciliation.changes import (
    large_changes,
    longer_periods_below_shorter,
)
from reportgen.calculations.reconciliation.conversions import rates_out_of_line
from reportgen.calculations.reconciliation.differences import points_against_rates
from reportgen.calculations.reconciliation.plans import targets_out_of_order, targets_without_observation
from reportgen.calculations.reconciliation.reported_growth import growth_against_levels
from reportgen.calculations.reconciliation.reported_ratios import multiples_and_shares_against_levels
from reportgen.calculations.reconciliation.stretches import breaks_in_force, unlike_periods
from reportgen.calculations.reconciliation.twice import stated_twice
from reportgen.calculations.reconciliation.wholes import parts_above_wholes
from reportgen.dataset.records import Dataset
from reportgen.findings import Finding

RULES = (
    stated_twice,
    growth_against_levels,
    multiples_and_shares_against_levels,
    points_against_rates,
    longer_periods_below_shorter,
    large_changes,
    parts_above_wholes,
    rates_out_of_line,
    targets_without_observation,
    targets_out_of_order,
    unlike_periods,
    breaks_in_force,
)
"""Each takes a dataset and gives findings. None of them knows an indicator, an area or an article."""


def reconcile(dataset: Dataset, doubted: Collection[str] = ()) -> list[Finding]:
    """Every finding of every rule, in the order of the rules and of the dataset's rows.

    ``doubted`` are observations and targets that have an error of their own (they contradict their clause, say):
    whatever they contradict besides follows from it and is no finding until that is mended. So it is with the later of two
    rows that state one figure differently, which no calculation uses.
    """
    twice = list(stated_twice(dataset))
    errors = {
        *doubted,
        *(key for key, item in dataset.observations.items() if not item.unit),
        *(key for key, item in dataset.targets.items() if not item.unit),
    }
    causes = errors | {finding.subjects[-1] for finding in twice if finding.code == "stated-twice"}
    causes |= _targets_of(dataset, errors)
    others = (finding for rule in RULES if rule is not stated_twice for finding in rule(dataset))
    return [
        *(finding for finding in twice if not errors & set(finding.subjects)),
        *(finding for finding in others if not causes & set(finding.subjects)),
    ]


def _targets_of(dataset: Dataset, errors: Collection[str]) -> set[str]:
    """The targets of series with an error: what they are measured by is not settled either."""
    series = {dataset.observations[key].series for key in errors if key in dataset.observations}
    return {key for key, target in dataset.targets.items() if target.series in series}


__all__ = ["RULES", "reconcile"]
