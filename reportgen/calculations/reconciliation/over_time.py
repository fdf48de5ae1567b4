"""A series against itself over time: a year below its own first months, and changes that no source reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.calculations.reconciliation.breaks_at_hand import remedy_for
from reportgen.calculations.reconciliation.levels import (
    CURRENT,
    allowed,
    is_counted_up,
    is_flow,
    levels_by_unit,
    rates_at,
    same_ground,
)
from reportgen.calculations.reconciliation.restatements import are_tiled
from reportgen.calculations.reconciliation.years import LevelsByYear
from reportgen.dataset.calendars import Calendar, months_of_year
from reportgen.dataset.names import as_stated, series_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.periods import Period, PeriodKind
from reportgen.units import PERCENT, POINTS, unit_of
from reportgen.values import HUNDRED, ONE, ZERO, Amount, Interval, Quantity

LARGE = Decimal(2)
"""A series that doubles or halves in a year, with no source saying so, is worth a question."""
LARGE_POINTS, SLIP = Decimal(10), Decimal(8)
"""A rate that doubles is nothing strange (growth of 2.2% and then of 8.4%), unless it moves by ten points, or by what a slipped
decimal point makes of it."""
_NEARLY_LARGE = float(LARGE) * 0.999
FEWEST_MONTHS = 3
"""Fewer months tell too little of a year: January and February are low everywhere."""


def longer_periods_below_shorter(dataset: Dataset) -> Iterator[Finding]:
    """A finding where a flow is smaller over a period than over a part of it: a year below its January-May.

    One for each such period, with the part that exceeds it most. Where the months between the two are stated as well, what
    they leave unexplained is a restatement and reported there. That next to nothing is left for the rest of a year is the way of
    a series that does so in several years: building rests in a northern December.
    """
    for series, calendar in dataset.calendars.items():
        if not calendar.has_longer or not is_flow(dataset, series) or not is_counted_up(dataset, series):
            continue
        years, hardly_below = LevelsByYear(dataset, series), []
        for whole in years.wholes():
            parts = years.parts_of(whole)
            larger = _exceeding(years, whole, parts)
            found = larger or _hardly_below(years, whole, parts)
            if found is None or (
                found.period.first == whole.period.first and are_tiled(dataset, whole, found)
            ):
                continue
            if larger:
                yield _below_own_part(dataset, whole, found)
            else:
                hardly_below.append((whole, found))
        if len({whole.period for whole, _ in hardly_below}) == 1:
            for whole, part in hardly_below:
                yield _below_own_part(dataset, whole, part)


def _exceeding(years: LevelsByYear, whole: Observation, parts: list[Observation]) -> Observation | None:
    """The largest of the parts that are larger than the whole."""
    highest = years.allowed(whole).high
    larger = [part for part in parts if years.allowed(part).low > highest]
    return max(larger, key=lambda part: (years.allowed(part).low, part.obs_id), default=None)


def _hardly_below(years: LevelsByYear, whole: Observation, parts: list[Observation]) -> Observation | None:
    """The first months of a period that leave next to nothing for its rest. Money goes on flowing: a year that hardly exceeds
    its own first months has lost the rest. Small counts may stand still."""
    if not unit_of(whole.unit).is_currency:
        return None
    opening = [part for part in parts if part.period.first == whole.period.first]
    part = max(opening, key=lambda part: (part.period.last, part.obs_id), default=None)
    if part is None or part.period.months < FEWEST_MONTHS:
        return None
    highest, lowest = years.allowed(whole).high, years.allowed(part).low
    months_left = whole.period.months - part.period.months
    rest_a_month = max(ZERO, highest - lowest) / months_left
    before_a_month = lowest / part.period.months
    return part if rest_a_month * LARGE**2 < before_a_month else None


def large_changes(dataset: Dataset) -> Iterator[Finding]:
    """A finding where neighbouring levels are more than twice or less than half of each other, beyond what their
    words leave open, and no source reports a growth for the later one.

    Like periods are compared directly, allowing a factor of two for each year between them. A flow's year and
    months of the year before or after it are compared by what they come to in a month. A balance, the difference of two large
    numbers, doubles and halves easily: of it only a level is reported that stands out from all others.
    """
    for series, levels in dataset.levels_by_series.items():
        calendar, counts_up = dataset.calendars[series], is_counted_up(dataset, series)
        if calendar.has_years and counts_up and is_flow(dataset, series):
            yield from _changes_of_pace(dataset, levels)
        if _may_change_much(levels, calendar):
            groups = [*_like_groups(levels)]
            yield from _changes_between_like_periods(
                dataset,
                groups if counts_up else [group for group in groups if _has_one_that_stands_out(group)],
            )


def _may_change_much(levels: Sequence[Observation], calendar: Calendar) -> bool:
    """Whether any levels of like periods are so far apart that it pays to look at their years and grounds."""
    sizes = [level.quantity.size for level in levels]
    for places in calendar.alike:
        alike = [sizes[place] for place in places]
        if max(alike) >= _NEARLY_LARGE * min(alike):
            return True
    return False


def room_beside_years(dataset: Dataset, level: Observation) -> Interval | None:
    """What a level may be without a large change to the year before and after: to those of them that it goes with as it is."""
    room = None
    for period in (level.period.year_before(), level.period.shifted_years(1)):
        for other in levels_by_unit(dataset, level.series, period) if level.measure is Measure.LEVEL else ():
            if not same_ground(level, other) or _may_be_large(level.quantity, other.quantity, LARGE):
                continue
            low, high = other.quantity.value / LARGE, other.quantity.value * LARGE
            room = Interval(max(low, room.low), min(high, room.high)) if room else Interval(low, high)
    return room


def _has_one_that_stands_out(levels: list[Observation]) -> bool:
    """Whether one of three levels or more is far larger than all others."""
    sizes = sorted(abs(level.quantity.value) for level in levels)
    return len(sizes) > 2 and sizes[-1] > sizes[-2] * SLIP


def _changes_between_like_periods(dataset: Dataset, groups: list[list[Observation]]) -> Iterator[Finding]:
    """The way back from a level that stands out, to about where the series was before, is not reported again."""
    for group in groups:
        before: Observation | None = None
        stands_out: Observation | None = None
        for earlier, later in pairwise(group):
            is_way_back = (
                earlier is stands_out
                and before is not None
                and not _may_be_large(
                    later.quantity, before.quantity, LARGE ** max(1, later.period.year - before.period.year)
                )
            )
            before = earlier
            if is_way_back:
                continue
            years = later.period.year - earlier.period.year
            if years < 1 or not _may_be_large(later.quantity, earlier.quantity, LARGE**years):
                continue
            if _is_reported(dataset, later) or not _are_positive(earlier, later):
                continue
            if _is_large(allowed(later).over(allowed(earlier)), LARGE**years) and not _is_usual_of_rates(
                earlier, later
            ):
                stands_out = later
                yield _unreported(dataset, earlier, later)


def _like_groups(levels: tuple[Observation, ...]) -> Iterator[list[Observation]]:
    """The levels that cover the same months of their years in one unit, price basis and scope, by year."""
    by_months: dict[tuple[object, ...], list[Observation]] = {}
    for level in levels:
        months = months_of_year(level.period)
        by_months.setdefault((*months, level.unit, level.prices or CURRENT), []).append(level)
    for alike in by_months.values():
        scopes = dict.fromkeys([level.scope for level in alike if level.scope])
        if not scopes:
            yield alike
            continue
        first = next(iter(scopes))
        for scope in scopes:  # a source that does not say its scope is taken to follow the first
            allowed_scopes = {scope, ""} if scope == first else {scope}
            yield [level for level in alike if level.scope in allowed_scopes]


def _changes_of_pace(dataset: Dataset, levels: tuple[Observation, ...]) -> Iterator[Finding]:
    years: dict[int, list[Observation]] = {}
    for level in levels:
        if level.period.kind is PeriodKind.YEAR:
            years.setdefault(level.period.year, []).append(level)
    for months in levels:
        if months.period.year in years:  # then years are compared, which is better evidence
            continue
        neighbours = (*years.get(months.period.year - 1, ()), *years.get(months.period.year + 1, ()))
        for year in neighbours:
            if not same_ground(year, months) or not _is_part_of_neighbour(year.period, months.period):
                continue
            earlier, later = sorted((year, months), key=lambda level: level.period.order)
            if _is_reported(dataset, later) or not _are_positive(earlier, later):
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


def _are_positive(*levels: Observation) -> bool:
    """Whether one can be a multiple of another: a balance that turns into a deficit is none."""
    return all(allowed(level).low >= ZERO for level in levels)


def _may_be_large(after: Quantity, before: Quantity, factor: Decimal) -> bool:
    """Whether the plain numbers are that far apart: what their words leave open only brings them closer."""
    one, other = after.value, before.value
    return one <= ZERO or other <= ZERO or one > other * factor or one * factor < other


def _is_usual_of_rates(earlier: Observation, later: Observation) -> bool:
    """Whether both are rates that lie no further apart than rates do."""
    if not unit_of(later.unit).is_rate:
        return False
    one, other = sorted((earlier.quantity.value, later.quantity.value))
    return other - one <= LARGE_POINTS and other < one * SLIP


def _is_large(ratio: Interval, factor: Decimal) -> bool:
    return ratio.low > factor or ratio.high < ONE / factor


def _is_reported(dataset: Dataset, level: Observation) -> bool:
    return any(
        any(rates_at(dataset, level.series, level.period, measure))
        for measure in (Measure.GROWTH_YOY, Measure.MULTIPLE)
    )


def _below_own_part(dataset: Dataset, whole: Observation, part: Observation) -> Finding:
    return finding_about(
        "period-below-its-part",
        Severity.WARNING,
        (whole, part),
        name=series_name(dataset, whole.series),
        whole=as_stated(whole),
        whole_period=whole.period,
        part=as_stated(part),
        part_period=part.period,
        part_id=part.obs_id,
    )


def _unreported(dataset: Dataset, earlier: Observation, later: Observation) -> Finding:
    before, after = earlier.quantity.value, later.quantity.value
    if unit_of(later.unit).is_rate:
        points = Amount(
            abs(after - before), POINTS, max(earlier.quantity.precision, later.quantity.precision)
        )
        size = Message("calculations.rose-by" if after > before else "calculations.fell-by", percent=points)
        return _change(dataset, earlier, later, size)
    return _change(dataset, earlier, later, _size(after, before))


def _change_of_pace(dataset: Dataset, earlier: Observation, later: Observation) -> Finding:
    monthly_before = earlier.quantity.value / earlier.period.months
    monthly_after = later.quantity.value / later.period.months
    size = _size(monthly_after, monthly_before)
    return _change(dataset, earlier, later, size, "pace").with_(
        before_monthly=_three_digits(monthly_before, earlier.unit),
        after_monthly=_three_digits(monthly_after, later.unit),
    )


def _change(
    dataset: Dataset, earlier: Observation, later: Observation, size: Message, variant: str = ""
) -> Finding:
    return finding_about(
        "large-change-unreported",
        Severity.WARNING,
        (earlier, later),
        at=later,
        variant=variant,
        name=series_name(dataset, later.series),
        before=as_stated(earlier),
        earlier=earlier.period,
        earlier_id=earlier.obs_id,
        after=as_stated(later),
        later=later.period,
        size=size,
        advice=remedy_for(dataset, later.series, earlier.period, later.period),
    )


def _three_digits(value: Decimal, unit: str) -> Amount:
    return Amount(value, unit, value.adjusted() - 2)


_HARDLY_ANY = Decimal("0.005")
"""What is left where a fall would be printed as one by 100%."""


def _size(after: Decimal, before: Decimal) -> Message:
    """How much it changed by: from nothing, to so many times, or down by so many percent."""
    if before == ZERO:
        return Message("calculations.from-nothing")
    if after >= before:
        return Message("calculations.times-as-much", times=f"{after / before:.1f}")
    if after and after / before < _HARDLY_ANY:
        return Message("calculations.fell-to-part", times=f"{before / after:,.0f}")
    return Message("calculations.fell-by", percent=Amount((ONE - after / before) * HUNDRED, PERCENT, 0))
