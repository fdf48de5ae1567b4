"""Targets against observations: is there anything to measure them by, and do they lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.calculations.comparability import PeriodRule, break_between, compare
from reportgen.calculations.reconciliation.conversions import is_converted
from reportgen.calculations.reconciliation.levels import allowed, levels_of
from reportgen.calculations.target_aims import (
    FROM_BASE,
    OF_LEVELS,
    RATES_OF_CHANGE,
    Aim,
    aim_of,
    measured_unit,
)
from reportgen.calculations.target_status import aims_down
from reportgen.dataset.names import as_counted, figure_name, series_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import TOTAL, Dataset, Measure, Observation, Provenance, Target
from reportgen.findings import Finding, Severity
from reportgen.messages import Reason
from reportgen.record import replace
from reportgen.units import unit_of


def targets_without_observation(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each target that no observation can be measured against, for each whose latest observations are
    set aside because a break parts them from the plan's base, and for each that has no base before its period begins."""
    for target in dataset.targets.values():
        if is_converted(dataset, target.target) or not dataset.is_whole("citations", target.target):
            continue
        aim = aim_of(dataset, target)
        if aim is Aim.QUALITATIVE or (aim not in OF_LEVELS and _says_anything(dataset, target, aim)):
            continue
        levels = levels_of(dataset, target.series)
        fitting = [level for level in levels if _fits(dataset, level, target)]
        base = dataset.observations.get(target.base_obs or "")
        if not fitting and dataset.is_whole("observations", target.series.indicator):
            yield _without_observation(dataset, target, levels)
        elif fitting and base is not None:
            yield from _set_aside(dataset, target, base, fitting)
        elif fitting and all(level.period.end < target.period.start for level in fitting):
            yield _without_base(dataset, target)


def targets_out_of_order(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each target that its own base already passes, that starts from something else than it is
    set for, or that a milestone of the same plan exceeds."""
    for target in dataset.targets.values():
        base = dataset.observations.get(target.base_obs or "")
        if base is None:
            continue
        unit = _unit_of_base(dataset, target)
        if base.series != target.series or base.unit != unit or base.measure is not Measure.LEVEL:
            yield _unlike_base(dataset, target, base, unit)
        elif aim_of(dataset, target) is Aim.LEVEL and _is_passed(dataset, target, base):
            yield _already_passed(dataset, target, base)
    for earlier, later in _milestones(dataset):
        if _overshoots(dataset, earlier, later):
            yield _milestone_beyond(dataset, earlier, later)


def _milestones(dataset: Dataset) -> Iterator[tuple[Target, Target]]:
    """The levels that one plan sets for a series, each with a later one."""
    plans: dict[tuple[object, ...], list[Target]] = {}
    for target in dataset.targets.values():
        if aim_of(dataset, target) is Aim.LEVEL:
            plans.setdefault((target.series, target.unit, target.plan), []).append(target)
    for members in plans.values():
        by_period = sorted(members, key=lambda target: target.period.order)
        for earlier, later in pairwise(by_period):
            if earlier.period.end < later.period.end and later.replaces != earlier.target:
                yield earlier, later


def _unit_of_base(dataset: Dataset, target: Target) -> str:
    """What a plan's base is counted in: growth, a reduction or a multiple start from the indicator's level."""
    aim, indicator = aim_of(dataset, target), dataset.indicators.get(target.series.indicator)
    is_distance = aim in FROM_BASE or aim in RATES_OF_CHANGE
    return indicator.unit if is_distance and indicator else target.unit


def _says_anything(dataset: Dataset, target: Target, aim: Aim) -> bool:
    """Whether there is anything of what a target sets that is no level: rates, shares, or levels to work them out from."""
    answers = {
        Aim.GROWTH: Measure.GROWTH_YOY,
        Aim.AVERAGE_GROWTH: Measure.GROWTH_YOY,
        Aim.SHARE: Measure.SHARE,
    }
    wanted = {Measure.LEVEL, answers.get(aim)}
    observations = dataset.by_series.get(target.series, ())
    if aim is Aim.SHARE and not _has_whole(dataset, target):
        wanted = {Measure.SHARE}
    return any(item.measure in wanted and item.period.end <= target.period.end for item in observations)


def _has_whole(dataset: Dataset, target: Target) -> bool:
    series = target.series
    indicator = dataset.indicators.get(series.indicator)
    is_part = (series.breakdown, series.counterpart_area) != (TOTAL, TOTAL)
    return bool(target.base_indicator or is_part or (indicator and indicator.parent))


def _fits(dataset: Dataset, level: Observation, target: Target) -> bool:
    indicator = dataset.indicators.get(target.series.indicator)
    is_stock = indicator is not None and indicator.kind == "stock"
    as_level = replace(target, unit=measured_unit(dataset, target, aim_of(dataset, target)))
    return compare(level, as_level, (), rule=PeriodRule.TOWARDS_TARGET, stock=is_stock).comparable


def _without_observation(dataset: Dataset, target: Target, levels: tuple[Observation, ...]) -> Finding:
    return finding_about(
        "target-without-observation",
        Severity.WARNING,
        (target,),
        place=target.place.cell("target", target.target),
        target=target.target,
        name=figure_name(dataset, target),
        goal=as_counted(dataset, target),
        why=_why_none(dataset, target, levels),
    )


def _without_base(dataset: Dataset, target: Target) -> Finding:
    return finding_about(
        "target-without-base",
        Severity.NOTE,
        (target,),
        place=target.place.cell("base_obs"),
        target=target.target,
        name=figure_name(dataset, target),
        goal=as_counted(dataset, target),
        period=target.period,
    )


def _why_none(dataset: Dataset, target: Target, levels: tuple[Observation, ...]) -> Reason:
    """What there is instead: the same series in unlike periods or units, or a sister series."""
    indicator = dataset.indicators.get(target.series.indicator)
    is_stock = indicator is not None and indicator.kind == "stock"
    same_unit = [level for level in levels if level.unit == target.unit]
    nearest = (same_unit or levels or (None,))[-1]
    if nearest is not None:
        verdict = compare(nearest, target, (), rule=PeriodRule.TOWARDS_TARGET, stock=is_stock)
        return Reason(
            "calculations.nearest-does-not-fit",
            nearest=nearest.obs_id,
            stated=as_counted(dataset, nearest),
            reason=verdict.reason,
        )
    for series in sorted(dataset.by_series, key=lambda one: (one.breakdown != TOTAL, str(one))):
        same_field = (series.indicator, series.ref_area) == (target.series.indicator, target.series.ref_area)
        if same_field and levels_of(dataset, series):
            return Reason("calculations.only-something-else", series=series_name(dataset, series))
    return Reason("calculations.no-level-of-it")


def _set_aside(
    dataset: Dataset, target: Target, base: Observation, fitting: list[Observation]
) -> Iterator[Finding]:
    breaks = dataset.breaks_of(target.series)
    beyond = [
        level
        for level in fitting
        if level.period.order > base.period.order and break_between(base.period, level.period, breaks)
    ]
    if not beyond:
        return
    latest = beyond[-1]
    between = break_between(base.period, latest.period, breaks)
    assert between is not None  # what ``beyond`` was chosen by
    yield finding_about(
        "target-measured-before-break",
        Severity.NOTE,
        (target, latest, base),
        place=target.place.cell("target", target.target),
        target=target.target,
        latest=as_counted(dataset, latest),
        period=latest.period,
        latest_id=latest.obs_id,
        breaks_at=between.period,
        inferred=between.basis is Provenance.INFERRED,
        base=as_counted(dataset, base),
        base_period=base.period,
    )


def _is_passed(dataset: Dataset, target: Target, base: Observation) -> bool:
    goal, start = target.quantity.value, allowed(base)
    if _is_falling(dataset, target, base):
        return start.high <= goal
    return start.low >= goal


def _is_falling(dataset: Dataset, target: Target, base: Observation | None = None) -> bool:
    indicator = dataset.indicators.get(target.series.indicator)
    direction = indicator.direction if indicator else "none"
    return aims_down(target.operator, direction, base.quantity.value if base else None, target.quantity.value)


def _overshoots(dataset: Dataset, earlier: Target, later: Target) -> bool:
    if _is_falling(dataset, later):
        return earlier.quantity.value < later.quantity.value
    return earlier.quantity.value > later.quantity.value


def _already_passed(dataset: Dataset, target: Target, base: Observation) -> Finding:
    return finding_about(
        "target-not-beyond-base",
        Severity.WARNING,
        (target, base),
        target=target.target,
        goal=as_counted(dataset, target),
        period=target.period,
        base=as_counted(dataset, base),
        base_period=base.period,
        base_id=base.obs_id,
    )


def _unlike_base(dataset: Dataset, target: Target, base: Observation, unit: str) -> Finding:
    return finding_about(
        "target-base-unlike",
        Severity.WARNING,
        (target, base),
        place=target.place.cell("base_obs", target.base_obs),
        target=target.target,
        wanted=series_name(dataset, target.series),
        unit=unit_of(unit),
        base_id=base.obs_id,
        given=series_name(dataset, base.series),
        base_unit=unit_of(base.unit),
        measure=base.measure.value,
    )


def _milestone_beyond(dataset: Dataset, earlier: Target, later: Target) -> Finding:
    return finding_about(
        "milestone-beyond-target",
        Severity.WARNING,
        (earlier, later),
        milestone=earlier.target,
        first=as_counted(dataset, earlier),
        earlier=earlier.period,
        target=later.target,
        second=as_counted(dataset, later),
        later=later.period,
    )
