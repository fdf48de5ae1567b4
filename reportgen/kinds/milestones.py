"""Milestones: targets of earlier periods that the same plan sets, through which the path to a target leads."""

from __future__ import annotations

from reportgen.calculations.target_aims import Aim, aim_of
from reportgen.dataset.records import Dataset, Observation, Target
from reportgen.periods import Period


def milestones_of(dataset: Dataset, target: Target, base: Observation) -> tuple[Target, ...]:
    """The levels that the target's plan sets for its series between the base and the target, by period.

    A milestone that another one replaces is none; nor is a range, which is a level from one value to another.
    """
    if not target.plan or not _is_level(dataset, target):
        return ()
    replaced = {other.replaces for other in dataset.targets.values()}
    found = [
        other
        for other in dataset.targets.values()
        if (other.series, other.unit, other.plan) == (target.series, target.unit, target.plan)
        and base.period.end < other.period.end < target.period.end
        and other.period.is_like(target.period)
        and other.target not in replaced
        and _is_level(dataset, other)
    ]
    return tuple(sorted(found, key=lambda other: (other.period.order, other.target)))


def around(milestones: tuple[Target, ...], period: Period) -> tuple[Target | None, Target | None]:
    """The last milestone before a period and the first at or after it; ``None`` where there is none."""
    passed = [item for item in milestones if item.period.end < period.end]
    ahead = [item for item in milestones if item.period.end >= period.end]
    return (passed[-1] if passed else None), (ahead[0] if ahead else None)


def _is_level(dataset: Dataset, target: Target) -> bool:
    return aim_of(dataset, target) is Aim.LEVEL and target.value_to is None
