"""A series against itself over time: a year below its own first months, and changes that no source reports."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from reportgen.calculations.reconciliation.breaks_at_hand import remedy_for
from reportgen.calculations.reconciliation.levels import (
    allowed,
    is_currency,
    is_flow,
    levels_of,
    rates_at,
    same_ground,
)
from reportgen.dataset.findings import warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.dataset.wording import amount, as_stated, percent, series_name
from reportgen.findings import Finding
from reportgen.language import period_label
from reportgen.messages import Bilingual
from reportgen.periods import Period, PeriodKind
from reportgen.values import HUNDRED, ONE, ZERO, Interval

LARGE = Decimal(2)
"""A series that doubles or halves in a year, with no source saying so, is worth a question."""
FEWEST_MONTHS = 3
"""Fewer months tell too little of a year: January and February are low everywhere."""


def longer_periods_below_shorter(dataset: Dataset) -> Iterator[Finding]:
    """A finding where a flow is smaller over a period than over a part of it: a year below its January-May."""
    for series in dataset.by_series:
        if not is_flow(dataset, series):
            continue
        for one, other in combinations(levels_of(dataset, series), 2):
            whole, part = (one, other) if one.period.months > other.period.months else (other, one)
            if not same_ground(one, other) or not _spans(whole.period, part.period):
                continue
            if _falls_short(whole, part):
                yield _below_own_part(dataset, whole, part)


def _spans(whole: Period, part: Period) -> bool:
    return whole.months > part.months > 0 and whole.contains(part)


def _falls_short(whole: Observation, part: Observation) -> bool:
    highest, lowest = allowed(whole).high, allowed(part).low
    if highest < lowest:
        return True
    if not is_currency(whole.unit) or whole.period.first != part.period.first:
        return False  # small counts may stand still, and only a flow's first months tell how it goes on
    # Money goes on flowing: a year that hardly exceeds its own first months has lost the rest.
    months_left = whole.period.months - part.period.months
    rest_a_month = max(ZERO, highest - lowest) / months_left
    before_a_month = lowest / part.period.months
    return part.period.months >= FEWEST_MONTHS and rest_a_month * LARGE**2 < before_a_month


def large_changes(dataset: Dataset) -> Iterator[Finding]:
    """A finding where neighbouring levels are more than twice or less than half of each other, beyond what their
    words leave open, and no source reports a growth for the later one.

    Like periods are compared directly, allowing a factor of two for each year between them. A flow's year and
    months of the year before or after it are compared by what they come to in a month.
    """
    for series in dataset.by_series:
        levels = levels_of(dataset, series)
        yield from _changes_between_like_periods(dataset, levels)
        if is_flow(dataset, series):
            yield from _changes_of_pace(dataset, levels)


def _changes_between_like_periods(dataset: Dataset, levels: tuple[Observation, ...]) -> Iterator[Finding]:
    for group in _like_groups(levels):
        for earlier, later in pairwise(group):
            years = later.period.year - earlier.period.year
            if years < 1 or _is_reported(dataset, later):
                continue
            if _is_large(allowed(later).over(allowed(earlier)), LARGE**years):
                yield _unreported(dataset, earlier, later)


def _like_groups(levels: tuple[Observation, ...]) -> Iterator[list[Observation]]:
    """The levels that cover the same months of their years in one unit and scope, by year."""
    groups: list[list[Observation]] = []
    for level in levels:
        for group in groups:
            if group[0].period.is_like(level.period) and same_ground(group[0], level):
                group.append(level)
                break
        else:
            groups.append([level])
    return iter(groups)


def _changes_of_pace(dataset: Dataset, levels: tuple[Observation, ...]) -> Iterator[Finding]:
    whole_years = {level.period.year for level in levels if level.period.kind is PeriodKind.YEAR}
    for one, other in combinations(levels, 2):
        year, months = (one, other) if one.period.kind is PeriodKind.YEAR else (other, one)
        if not same_ground(one, other) or not _is_part_of_neighbour(year.period, months.period):
            continue
        if months.period.year in whole_years:  # then years are compared, which is better evidence
            continue
        earlier, later = sorted((year, months), key=lambda level: level.period.order)
        if _is_reported(dataset, later):
            continue
        if _is_large(_monthly(later).over(_monthly(earlier)), LARGE):
            yield _change_of_pace(dataset, earlier, later)


def _is_part_of_neighbour(year: Period, months: Period) -> bool:
    within_a_year = months.first // 12 == months.last // 12
    long_enough = FEWEST_MONTHS <= months.months < 12
    is_neighbour = abs(months.year - year.year) == 1
    return year.kind is PeriodKind.YEAR and within_a_year and long_enough and is_neighbour


def _monthly(level: Observation) -> Interval:
    months, whole = Decimal(level.period.months), allowed(level)
    return Interval(whole.low / months, whole.high / months)


def _is_large(ratio: Interval, factor: Decimal) -> bool:
    return ratio.low > factor or ratio.high < ONE / factor


def _is_reported(dataset: Dataset, level: Observation) -> bool:
    return any(
        any(rates_at(dataset, level.series, level.period, measure))
        for measure in (Measure.GROWTH_YOY, Measure.MULTIPLE)
    )


def _below_own_part(dataset: Dataset, whole: Observation, part: Observation) -> Finding:
    name, all_of_it, some = series_name(dataset, whole.series), as_stated(whole), as_stated(part)
    return warning(
        "period-below-its-part",
        at(whole.place, whole.place.row, "value", whole.quantity.text),
        (
            f"{name.en}: {all_of_it.en} for {period_label(whole.period, 'en')} is not, or hardly, above the {some.en} of {period_label(part.period, 'en')} alone (“{part.obs_id}”).",
            f"{name.zh}：{period_label(whole.period, 'zh')}为{all_of_it.zh}，未超过或仅略高于其中{period_label(part.period, 'zh')}的{some.zh}（“{part.obs_id}”）。",
        ),
        (
            "Check both figures, and whether they follow one definition.",
            "请核对两个数值及其统计口径是否一致。",
        ),
        whole.obs_id,
        part.obs_id,
    )


def _unreported(dataset: Dataset, earlier: Observation, later: Observation) -> Finding:
    name, before, after = series_name(dataset, later.series), as_stated(earlier), as_stated(later)
    size = _size(later.quantity.value, earlier.quantity.value)
    return warning(
        "large-change-unreported",
        at(later.place, later.place.row, "value", later.quantity.text),
        (
            f"{name.en}, went from {before.en} in {period_label(earlier.period, 'en')} (“{earlier.obs_id}”) to {after.en} in "
            f"{period_label(later.period, 'en')}, {size.en}, and no source reports such a change.",
            f"{name.zh}由{period_label(earlier.period, 'zh')}的{before.zh}（“{earlier.obs_id}”）变为{period_label(later.period, 'zh')}的{after.zh}，"
            f"{size.zh}，而没有来源报道这一变化。",
        ),
        remedy_for(dataset, later.series, earlier.period, later.period),
        earlier.obs_id,
        later.obs_id,
    )


def _change_of_pace(dataset: Dataset, earlier: Observation, later: Observation) -> Finding:
    name, before, after = series_name(dataset, later.series), as_stated(earlier), as_stated(later)
    monthly_before = earlier.quantity.value / earlier.period.months
    monthly_after = later.quantity.value / later.period.months
    one, other = _three_digits(monthly_before, earlier.unit), _three_digits(monthly_after, later.unit)
    size = _size(monthly_after, monthly_before)
    return warning(
        "large-change-unreported",
        at(later.place, later.place.row, "value", later.quantity.text),
        (
            f"{name.en}: {after.en} for {period_label(later.period, 'en')}, {other.en} a month, cannot continue a series whose "
            f"{period_label(earlier.period, 'en')} alone came to {before.en} (“{earlier.obs_id}”), {one.en} a month: that would be "
            f"{size.en}, and no source reports such a change.",
            f"{name.zh}：{period_label(later.period, 'zh')}为{after.zh}（月均{other.zh}），难以与{period_label(earlier.period, 'zh')}的"
            f"{before.zh}（“{earlier.obs_id}”，月均{one.zh}）相衔接：月均{size.zh}，而没有来源报道这一变化。",
        ),
        remedy_for(dataset, later.series, earlier.period, later.period),
        earlier.obs_id,
        later.obs_id,
    )


def _three_digits(value: Decimal, unit: str) -> Bilingual:
    return amount(value, unit, value.adjusted() - 2)


def _size(after: Decimal, before: Decimal) -> Bilingual:
    if before == ZERO:
        return Bilingual("from nothing", "由零起步")
    if after >= before:
        times = f"{after / before:.1f}"
        return Bilingual(f"{times} times as much", f"为此前的{times}倍")
    fall = percent((ONE - after / before) * HUNDRED, 0)
    return Bilingual(f"a fall by {fall}", f"下降{fall}")
