"""Which observation a target is measured on, and which later ones are set aside and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.calculations.comparability import Verdict, compare_with_target, runs_within_year_of
from reportgen.calculations.reconciliation.conversions import is_conversion
from reportgen.dataset.records import Measure, Observation, Target
from reportgen.kinds import reasons
from reportgen.kinds.observed import Observed
from reportgen.messages import UNSAID, Message, Reason, Words


@dataclass(frozen=True, slots=True)
class SetAside:
    """An observation that a target is not measured on, and why."""

    observation: Observation
    reason: Reason


@dataclass(frozen=True, slots=True)
class TargetBasis:
    """What a target is measured on: the latest observation in the same unbroken stretch as its base.

    ``measured`` are all observations it can be measured on, by period; the last is ``observation`` (``None`` where
    there is none: ``reason`` says why). ``later`` are the ones after it that were set aside.
    """

    target: Target
    base: Observation | None
    measured: tuple[Observation, ...]
    later: tuple[SetAside, ...]
    reason: Reason | None
    note: Words

    @property
    def observation(self) -> Observation | None:
        return self.measured[-1] if self.measured else None


def target_basis(observed: Observed, target: Target) -> TargetBasis:
    """Look through the target's series, from its base on."""
    base = base_of(observed, target)
    levels = observed.of_series(target.series, Measure.LEVEL)
    since = [
        item
        for item in levels
        if (base is None or item.period.order >= base.period.order)
        and (item.unit == target.unit or not _only_converts(observed, item, target, levels))
    ]
    verdicts = [(item, measurable(observed, item, target, base)) for item in since]
    measured = tuple(item for item, verdict in verdicts if verdict.comparable)
    last = measured[-1].period.end if measured else None
    later = tuple(
        SetAside(item, reasons.labelled(verdict.reason, observed.dataset))
        for item, verdict in verdicts
        if verdict.reason is not None and (last is None or item.period.end > last)
    )
    reason = None if measured else _why_none(observed, target, later)
    return TargetBasis(target, base, measured, later, reason, _note(measured, later))


def _only_converts(
    observed: Observed, item: Observation, target: Target, levels: Sequence[Observation]
) -> bool:
    """Whether a level in another unit is no statement of its own, and so nothing that was set aside.

    It is the same period's amount in another currency, or a conversion as the source says; or the target is the
    conversion, and the level is one that the target it repeats is measured on.
    """
    has_own = any(other.unit == target.unit and other.period == item.period for other in levels)
    return has_own or is_conversion(observed.dataset, item.obs_id) or _repeats_another(observed, target)


def _repeats_another(observed: Observed, target: Target) -> bool:
    """Whether the target only gives another one in a second currency."""
    return is_conversion(observed.dataset, target.target) and any(
        other.series == target.series and other.period == target.period and other.unit != target.unit
        for other in observed.dataset.targets.values()
    )


def base_of(observed: Observed, target: Target) -> Observation | None:
    """The observation the plan starts from, where it is a level of the target's own series and unit."""
    base = observed.dataset.observations.get(target.base_obs or "")
    if base is None or base.measure is not Measure.LEVEL:
        return None
    return base if base.series == target.series and base.unit == target.unit else None


def measurable(
    observed: Observed, observation: Observation, target: Target, base: Observation | None
) -> Verdict:
    """Whether the target may be measured on the observation."""
    return compare_with_target(
        observation,
        target,
        base,
        observed.breaks_of(target.series),
        stock=observed.is_stock(target.series),
    )


def is_in_year(observed: Observed, observation: Observation, target: Target) -> bool:
    """Whether the observation is the first months of a flow, set against its own year's target."""
    return not observed.is_stock(target.series) and runs_within_year_of(observation.period, target.period)


def _why_none(observed: Observed, target: Target, later: tuple[SetAside, ...]) -> Reason:
    if later:
        return later[-1].reason
    return reasons.REPEATED_TARGET if _repeats_another(observed, target) else reasons.NOTHING_TO_MEASURE


def _note(measured: tuple[Observation, ...], later: tuple[SetAside, ...]) -> Words:
    if not measured or not later:
        return UNSAID
    why = tuple(item.reason for item in later)
    return Message("kinds.measured-on", period=measured[-1].period, reasons=why)
