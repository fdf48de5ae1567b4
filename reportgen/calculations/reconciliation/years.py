"""The levels of a series by the calendar years they touch, so that a rule looks at a few and not at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.calculations.reconciliation.levels import allowed, levels_of, same_ground
from reportgen.dataset.records import Dataset, Observation, Series
from reportgen.periods import Period, PeriodKind
from reportgen.values import Interval


def in_scope(levels: Sequence[Observation], scope: str) -> Sequence[Observation]:
    """The levels of a period whose scope is the same, or not said; all of them where none is asked for."""
    if len(levels) < 2 and not scope:
        return levels
    wanted = dict.fromkeys((scope, "") if scope else (level.scope for level in levels))
    return [level for code in wanted for level in levels if level.scope == code]


def a_year_before(dataset: Dataset, levels: Sequence[Observation]) -> Iterator[Sequence[Observation]]:
    """For each of the levels of a series those of a year before, in its scope."""
    for level, places in zip(levels, dataset.calendars[levels[0].series].year_before, strict=True):
        yield in_scope([levels[place] for place in places], level.scope)


class LevelsByYear:
    """The levels of a series that cover whole months, by period; those within one year apart from longer ones."""

    def __init__(self, dataset: Dataset, series: Series) -> None:
        self.within: dict[int, list[Observation]] = {}
        self._periods: dict[int, dict[Period, list[Observation]]] = {}
        self._longer: dict[Period, list[Observation]] = {}
        self._allowed: dict[str, Interval] = {}
        for level in levels_of(dataset, series):
            period = level.period
            if period.kind is PeriodKind.DAY:
                continue
            if period.first // 12 == period.last // 12:
                self.within.setdefault(period.year, []).append(level)
                self._periods.setdefault(period.year, {}).setdefault(period, []).append(level)
            else:
                self._longer.setdefault(period, []).append(level)

    def touching(self, period: Period) -> Iterator[Observation]:
        """The levels whose months may contain some of a period's, or lie within it."""
        for levels in self._groups(period).values():
            yield from levels

    def wholes(self) -> Iterator[Observation]:
        """The levels that may have parts."""
        for groups in (*self._periods.values(), self._longer):
            for period, levels in groups.items():
                if period.months > 1:
                    yield from levels

    def parts_of(self, whole: Observation) -> list[Observation]:
        """The levels that lie within a longer one, on the same ground."""
        return [
            part
            for period, levels in self._groups(whole.period).items()
            if whole.period.first <= period.first
            and period.last <= whole.period.last
            and period.months < whole.period.months
            for part in levels
            if same_ground(whole, part)
        ]

    def allowed(self, level: Observation) -> Interval:
        """What number and qualifier of a level allow, worked out once."""
        found = self._allowed.get(level.obs_id)
        if found is None:
            found = self._allowed[level.obs_id] = allowed(level)
        return found

    def _groups(self, period: Period) -> dict[Period, list[Observation]]:
        years = range(period.first // 12, period.last // 12 + 1)
        groups = [self._periods[year] for year in years if year in self._periods]
        return {key: levels for group in (*groups, self._longer) for key, levels in group.items()}
