"""Is a number plausible? Last year's value copied, and changes far from the series' own past and from its peers'.

How far is measured by the modified z-score: the distance from the median in units of the median absolute deviation, which a few
wild values do not move (B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers, ASQC, 1993; they call 3.5 suspect).
Changes are taken as logarithms, so that a doubling is as far from no change as a halving.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from math import exp, log
from typing import NamedTuple

from reportgen.calculations.reconciliation.levels import (
    CURRENT,
    levels_of,
    rates_at,
    same_ground,
)
from reportgen.calculations.reconciliation.years import a_year_before
from reportgen.dataset.calendars import kind_of_change
from reportgen.dataset.names import as_stated, series_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import Dataset, Measure, Observation, Series
from reportgen.findings import Finding, Severity
from reportgen.units import PERCENT, unit_of
from reportgen.values import HUNDRED, ZERO, Amount, Qualifier, rounded

SUSPECT = 7.0
"""Twice what Iglewicz and Hoaglin call suspect: trade of one month or one place has heavy tails. The column ``suspect`` of an indicator sets another."""
FEWEST_PAST, FEWEST_PEERS = 8, 5
"""With fewer changes of its own, or fewer peers, nothing is said of what is usual."""
LEAST_SCALE = 0.015
"""The deviation is taken to be one and a half percent at least: a series that hardly moves does not make a change of a few percent suspect."""
LEAST_CHANGE = 0.1
"""In logarithms: a change that differs by less than a tenth from what is usual is not reported."""
LEAST_POINTS, FAR_RATE = 0.5, 10.0
"""Of rates: percentage points that they deviate at least, and how many times that is far, for rates have cycles."""
_TO_SIGMA = 1.4826
"""Makes the median absolute deviation of a normal distribution its standard deviation: 1 / 0.6745."""
FEWEST_DIGITS = 4
"""Numbers of fewer digits are alike by chance."""


def copied_values(dataset: Dataset) -> Iterator[Finding]:
    """A note where a level is, to its last digit, the one of a year before, and no source says that nothing changed; a
    warning where a source reports a growth."""
    copied: dict[str, list[Observation]] = {}
    for levels in dataset.levels_by_series.values():
        for level, earlier in zip(levels, a_year_before(dataset, levels), strict=True):
            for before in earlier:
                if before.quantity.text == level.quantity.text and _is_copied(level, before):
                    copied.setdefault(level.obs_id, []).append(before)
    for obs_id in filter(copied.__contains__, dataset.observations):
        level = dataset.observations[obs_id]
        rates = list(rates_at(dataset, level.series, level.period))
        if not any(rate.quantity.range.contains(ZERO) for rate in rates):
            severity = Severity.WARNING if rates else Severity.NOTE
            yield from (_copied(dataset, level, before, severity) for before in copied[obs_id])


def _is_copied(level: Observation, before: Observation) -> bool:
    digits = level.quantity.text.strip("-+0.").replace(".", "").rstrip("0")
    is_plain = level.quantity.qualifier is Qualifier.EQ and len(digits) >= FEWEST_DIGITS
    return is_plain and before.quantity == level.quantity and same_ground(level, before)


class YearlyChange(NamedTuple):
    """A change over a year: as a logarithm, with the observation that shows it, and the earlier level where it is computed."""

    shown_by: Observation
    size: float
    before: Observation | None = None


class _Changes:
    """The changes of each series; those of its peers, the areas under the same one, are sorted out when somebody asks."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.by_series = {series: list(_changes(dataset, series)) for series in dataset.by_series}
        self._beside: dict[object, Mapping[object, list[YearlyChange]]] = {}

    def beside(self, change: YearlyChange) -> list[YearlyChange]:
        """The changes of all peers in the same period, its own among them."""
        item = change.shown_by
        family = self._family(item.series)
        if family not in self._beside:
            self._beside[family] = self._by_period(self._families[family])
        return self._beside[family][item.period, item.measure]

    def _by_period(self, family: Iterable[Series]) -> Mapping[object, list[YearlyChange]]:
        groups: defaultdict[object, list[YearlyChange]] = defaultdict(list)
        for series in family:
            for change in self.by_series[series]:
                groups[change.shown_by.period, change.shown_by.measure].append(change)
        return groups

    @cached_property
    def _families(self) -> Mapping[object, list[Series]]:
        families: defaultdict[object, list[Series]] = defaultdict(list)
        for series in self.by_series:
            families[self._family(series)].append(series)
        return families

    def _family(self, series: Series) -> tuple[str, ...]:
        above = _above(self._dataset, series)
        return series.indicator, series.breakdown, series.counterpart_area, above


def unusual_changes(dataset: Dataset) -> Iterator[Finding]:
    """A note where a change over a year is far from all that the series did before or since, and from what its peers (the
    areas under the same one) did in the same period. What no source reports and is large by itself is another finding (``large-change-unreported``)."""
    changes = _Changes(dataset)
    for of_series in changes.by_series.values():
        for members in _alike(of_series):
            sizes = [change.size for change in members]
            if len(members) <= FEWEST_PAST or max(sizes) - min(sizes) < LEAST_CHANGE:
                continue
            usual, scale = _middle_and_scale(sizes)
            by_period = {change.shown_by.period: change for change in members}
            for change in members:
                distance = abs(change.size - usual)
                if distance < LEAST_CHANGE or distance / scale < _limit(dataset, change):
                    continue
                beside = [other.size for other in changes.beside(change)]
                if len(beside) > FEWEST_PEERS and not _is_far(change, beside, _limit(dataset, change)):
                    continue
                if _is_way_back(change, by_period.get(change.shown_by.period.year_before()), usual):
                    continue
                yield _unusual(dataset, change, usual, len(members) - 1)


def _is_way_back(change: YearlyChange, before: YearlyChange | None, usual: float) -> bool:
    """Whether a level goes back to where it was before it stood out the year before: the same value is reported once."""
    if before is None or Measure.GROWTH_YOY in (change.shown_by.measure, before.shown_by.measure):
        return False
    return (
        abs(before.size - usual) > LEAST_CHANGE and abs(change.size + before.size - 2 * usual) < LEAST_CHANGE
    )


def unusual_rates(dataset: Dataset) -> Iterator[Finding]:
    """A note where a rate lies far from all others of its series: a decimal point moved, or a share of a whole above 100 percent."""
    for series in dataset.by_series:
        groups: defaultdict[tuple[object, ...], list[Observation]] = defaultdict(list)
        for level in levels_of(dataset, series):
            if unit_of(level.unit).is_rate and level.quantity.qualifier is Qualifier.EQ:
                groups[level.unit, level.scope, level.period.is_cumulative, level.period.months].append(level)
        for members in groups.values():
            values = [float(level.quantity.value) for level in members]
            usual = _median(values)
            scale = max(LEAST_POINTS, _median([abs(value - usual) for value in values]) * _TO_SIGMA)
            strange = {value for value in values if not 0 < value <= 90}
            for level, value in zip(members, values, strict=True):
                is_far = len(values) > FEWEST_PAST and abs(value - usual) / scale >= max(SUSPECT, FAR_RATE)
                is_above_whole = value > 100 and strange == {value} and len(values) - values.count(value) > 1
                if is_far or is_above_whole:
                    yield _unusual_rate(dataset, level, Decimal(repr(usual)), len(values) - 1)


def _changes(dataset: Dataset, series: Series) -> Iterator[YearlyChange]:
    """Reported growth, and growth computed where none is reported."""
    reported = set()
    members, levels = dataset.by_series[series], levels_of(dataset, series)
    for item in members if len(levels) < len(members) else ():
        if item.measure is not Measure.GROWTH_YOY or item.quantity.value <= -HUNDRED:
            continue
        is_usual = item.base_period in (None, item.period.year_before())
        if is_usual and not (item.base_area or item.base_indicator):
            reported.add(item.period)
            yield YearlyChange(item, log(1 + float(item.quantity.value) / 100))
    for level, earlier in zip(levels, a_year_before(dataset, levels) if levels else (), strict=True):
        if level.period in reported or unit_of(level.unit).is_rate or level.quantity.size <= 0:
            continue
        for before in earlier:
            if before.quantity.size > 0 and same_ground(level, before):
                size = log(level.quantity.size / before.quantity.size)
                if abs(size) < log(2):  # else it is a large change
                    yield YearlyChange(level, size, before)
                break


def _alike(changes: Iterable[YearlyChange]) -> Iterable[list[YearlyChange]]:
    """Changes of one kind of period, unit, scope and price basis."""
    groups: defaultdict[tuple[object, ...], list[YearlyChange]] = defaultdict(list)
    for change in changes:
        item = change.shown_by
        unit = "" if item.measure is Measure.GROWTH_YOY else item.unit
        groups[
            kind_of_change(item.period), unit, item.scope, item.prices or CURRENT, item.growth_currency
        ].append(change)
    return groups.values()


def _middle_and_scale(sizes: list[float]) -> tuple[float, float]:
    middle = _median(sizes)
    deviation = _median([abs(size - middle) for size in sizes])
    return middle, max(LEAST_SCALE, deviation * _TO_SIGMA)


def _median(values: list[float]) -> float:
    from statistics import median  # few datasets come here, and it loads fractions and random numbers

    return median(values)


def _is_far(change: YearlyChange, beside: list[float], limit: float) -> bool:
    middle, scale = _middle_and_scale(beside)
    return abs(change.size - middle) / scale >= limit


def _limit(dataset: Dataset, change: YearlyChange) -> float:
    indicator = dataset.indicators.get(change.shown_by.series.indicator)
    return float(indicator.suspect) if indicator and indicator.suspect is not None else SUSPECT


def _above(dataset: Dataset, series: Series) -> str:
    area = dataset.areas.get(series.ref_area)
    return (area.parent if area else None) or ""


def _copied(dataset: Dataset, level: Observation, before: Observation, severity: Severity) -> Finding:
    return finding_about(
        "same-as-last-year",
        severity,
        (level, before),
        name=series_name(dataset, level.series),
        value=as_stated(level),
        period=level.period,
        earlier=before.period,
        earlier_id=before.obs_id,
    )


def _unusual(dataset: Dataset, change: YearlyChange, usual: float, count: int) -> Finding:
    item = change.shown_by
    return finding_about(
        "unusual-change",
        Severity.NOTE,
        (item, *((change.before,) if change.before else ())),
        name=series_name(dataset, item.series),
        period=item.period,
        rate=_percent(change.size),
        usual=_percent(usual),
        count=count,
    )


def _unusual_rate(dataset: Dataset, level: Observation, usual: Decimal, count: int) -> Finding:
    return finding_about(
        "unusual-rate",
        Severity.NOTE,
        (level,),
        name=series_name(dataset, level.series),
        period=level.period,
        value=as_stated(level),
        usual=Amount(rounded(usual, -1), level.unit, -1),
        count=count,
    )


def _percent(size: float) -> Amount:
    """A logarithm as growth in percent, of one decimal."""
    return Amount(rounded(Decimal(repr(round((exp(size) - 1) * 100, 6))), -1), PERCENT, -1)
