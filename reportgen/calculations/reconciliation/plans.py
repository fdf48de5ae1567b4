"""Targets against observations: is there anything to measure them by, and do they lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportgen.calculations.comparability import PeriodRule, break_between, compare
from reportgen.calculations.reconciliation.conversions import is_conversion
from reportgen.calculations.reconciliation.levels import allowed, levels_of
from reportgen.calculations.target_status import aims_down
from reportgen.dataset.findings import note, warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import Dataset, Measure, Observation, Target
from reportgen.dataset.wording import as_stated, name_of, series_name
from reportgen.findings import Finding
from reportgen.language import period_label, say
from reportgen.messages import Bilingual


def targets_without_observation(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each target that no observation can be measured against, and for each whose latest
    observations are set aside because a break parts them from the plan's base."""
    for target in dataset.targets.values():
        if is_conversion(dataset, target.target) or not dataset.is_whole("citations", target.target):
            continue
        levels = levels_of(dataset, target.series)
        fitting = [level for level in levels if _fits(dataset, level, target)]
        base = dataset.observations.get(target.base_obs or "")
        if not fitting and dataset.is_whole("observations", target.series.indicator):
            yield _without_observation(dataset, target, levels)
        elif fitting and base is not None:
            yield from _set_aside(dataset, target, base, fitting)


def targets_out_of_order(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each target that its own base already passes, that starts from something else than it is
    set for, or that a milestone of the same plan exceeds."""
    for target in dataset.targets.values():
        base = dataset.observations.get(target.base_obs or "")
        if base is None:
            continue
        if base.series != target.series or base.unit != target.unit or base.measure is not Measure.LEVEL:
            yield _unlike_base(dataset, target, base)
        elif _is_passed(dataset, target, base):
            yield _already_passed(dataset, target, base)
    for one, other in combinations(dataset.targets.values(), 2):
        earlier, later = sorted((one, other), key=lambda target: target.period.order)
        same_goal = (earlier.series, earlier.unit, earlier.plan) == (later.series, later.unit, later.plan)
        if same_goal and earlier.period.end < later.period.end and _overshoots(dataset, earlier, later):
            yield _milestone_beyond(earlier, later)


def _fits(dataset: Dataset, level: Observation, target: Target) -> bool:
    indicator = dataset.indicators.get(target.series.indicator)
    is_stock = indicator is not None and indicator.kind == "stock"
    return compare(level, target, (), rule=PeriodRule.TOWARDS_TARGET, stock=is_stock).comparable


def _without_observation(dataset: Dataset, target: Target, levels: tuple[Observation, ...]) -> Finding:
    name, goal = name_of(dataset, target), as_stated(target)
    why = _why_none(dataset, target, levels)
    return warning(
        "target-without-observation",
        at(target.place, target.place.row, "target", target.target),
        (
            f"Nothing comparable is observed for the target “{target.target}” ({name.en}: {goal.en}): {why.en}.",
            f"目标“{target.target}”（{name.zh}{goal.zh}）没有可比的观测值：{why.zh}。",
        ),
        (
            "Add an observation of the same indicator, area, breakdown, unit and a like period; until then no progress is shown.",
            "请补充指标、地区、分组、单位相同且时期可比的观测值；在此之前不显示完成进度。",
        ),
        target.target,
    )


def _why_none(dataset: Dataset, target: Target, levels: tuple[Observation, ...]) -> Bilingual:
    """What there is instead: the same series in unlike periods or units, or a sister series."""
    indicator = dataset.indicators.get(target.series.indicator)
    is_stock = indicator is not None and indicator.kind == "stock"
    same_unit = [level for level in levels if level.unit == target.unit]
    nearest = (same_unit or levels or (None,))[-1]
    if nearest is not None:
        verdict = compare(nearest, target, (), rule=PeriodRule.TOWARDS_TARGET, stock=is_stock)
        stated = as_stated(nearest)
        reason = verdict.reason or Bilingual("", "")
        return Bilingual(
            f"“{nearest.obs_id}” ({stated.en}) is none, since {_clause(say(reason, 'en'))}",
            f"“{nearest.obs_id}”（{stated.zh}）不适用，{say(reason, 'zh').rstrip('。')}",
        )
    for series in dataset.by_series:
        same_field = (series.indicator, series.ref_area) == (target.series.indicator, target.series.ref_area)
        if same_field and levels_of(dataset, series):
            other = series_name(dataset, series)
            return Bilingual(
                f"there is only “{other.en}”, which is something else",
                f"只有“{other.zh}”的数据，所指不同",
            )
    return Bilingual("the dataset has no level of it", "数据集中没有该指标的数值")


def _clause(sentence: str) -> str:
    """A sentence as the end of another: no full stop; its first word keeps its case, being a name or a number."""
    text = sentence.rstrip(".")
    return text[0].lower() + text[1:] if text.startswith("The ") else text


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
    stated, start = as_stated(latest), as_stated(base)
    yield note(
        "target-measured-before-break",
        at(target.place, target.place.row, "target", target.target),
        (
            f"The target “{target.target}” is not measured by the latest figure, {stated.en} for {period_label(latest.period, 'en')} (“{latest.obs_id}”): "
            f"the series breaks in {period_label(between.period, 'en')} ({between.basis.value}), so it stays measured in the stretch of its base, "
            f"{start.en} in {period_label(base.period, 'en')}.",
            f"目标“{target.target}”未采用最新数值（{period_label(latest.period, 'zh')}{stated.zh}，“{latest.obs_id}”）计算："
            f"该序列自{period_label(between.period, 'zh')}起口径中断，仍按基数（{period_label(base.period, 'zh')}{start.zh}）所在时段衡量。",
        ),
        (
            "Say so beside the figure; ask the plan's authority which definition the target follows.",
            "请在数据旁说明，并向规划主管部门核实目标所用口径。",
        ),
        target.target,
        latest.obs_id,
        base.obs_id,
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
    goal, start = as_stated(target), as_stated(base)
    return warning(
        "target-not-beyond-base",
        at(target.place, target.place.row, "value", target.quantity.text),
        (
            f"The target “{target.target}” of {goal.en} for {period_label(target.period, 'en')} is passed by its own base already: {start.en} in {period_label(base.period, 'en')} (“{base.obs_id}”).",
            f"目标“{target.target}”（{period_label(target.period, 'zh')}{goal.zh}）已被其基数超过：{period_label(base.period, 'zh')}为{start.zh}（“{base.obs_id}”）。",
        ),
        ("Check value, multiplier and base_obs.", "请核对数值、数量级和base_obs。"),
        target.target,
        base.obs_id,
    )


def _unlike_base(dataset: Dataset, target: Target, base: Observation) -> Finding:
    wanted, given = series_name(dataset, target.series), series_name(dataset, base.series)
    return warning(
        "target-base-unlike",
        at(target.place, target.place.row, "base_obs", target.base_obs),
        (
            f"The target “{target.target}” is set for {wanted.en} ({target.unit}), but its base “{base.obs_id}” is {given.en} ({base.unit}, {base.measure.value}).",
            f"目标“{target.target}”针对{wanted.zh}（{target.unit}），而其基数“{base.obs_id}”为{given.zh}（{base.unit}，{base.measure.value}）。",
        ),
        (
            "Name a level of the same series and unit, or leave base_obs empty.",
            "请填写同一序列、同一单位的数值，或将base_obs留空。",
        ),
        target.target,
        base.obs_id,
    )


def _milestone_beyond(earlier: Target, later: Target) -> Finding:
    one, other = as_stated(earlier), as_stated(later)
    return warning(
        "milestone-beyond-target",
        at(earlier.place, earlier.place.row, "value", earlier.quantity.text),
        (
            f"The milestone “{earlier.target}” ({one.en} in {period_label(earlier.period, 'en')}) goes beyond the later target “{later.target}” ({other.en} in {period_label(later.period, 'en')}).",
            f"阶段目标“{earlier.target}”（{period_label(earlier.period, 'zh')}{one.zh}）超过了更晚的目标“{later.target}”（{period_label(later.period, 'zh')}{other.zh}）。",
        ),
        ("Check the two values and their periods.", "请核对两个目标的数值和时期。"),
        earlier.target,
        later.target,
    )
