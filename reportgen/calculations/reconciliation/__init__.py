"""Does a dataset add up? General rules that set its figures against each other; contradictions are warnings."""

from __future__ import annotations

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
from reportgen.errors import Finding

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


def reconcile(dataset: Dataset) -> list[Finding]:
    """Every finding of every rule, in the order of the rules and of the dataset's rows."""
    return [finding for rule in RULES for finding in rule(dataset)]


__all__ = ["RULES", "reconcile"]
