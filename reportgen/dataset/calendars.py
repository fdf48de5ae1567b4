"""What follows from the periods of a series alone: worked out once for all series that have the same ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache

from reportgen.periods import Period, PeriodKind

_FESTIVAL = (0, 1)
"""January and February, as months after the beginning of a year."""


class Calendar:
    """The periods of a series' levels, one for each level, in their order."""

    def __init__(self, periods: tuple[Period, ...]) -> None:
        self.periods = periods

    @cached_property
    def has_longer(self) -> bool:
        """Whether some are longer than a month, so that they may have parts."""
        return any(period.months > 1 for period in self.periods)

    @cached_property
    def has_years(self) -> bool:
        return any(period.kind is PeriodKind.YEAR for period in self.periods)

    @cached_property
    def has_alone(self) -> bool:
        """Whether some cover months of the year that no other one covers."""
        return 1 in Counter(map(months_of_year, dict.fromkeys(self.periods))).values()

    @cached_property
    def alike(self) -> tuple[tuple[int, ...], ...]:
        """The places of those that cover the same months of their years."""
        return _grouped(map(months_of_year, self.periods))

    @cached_property
    def year_before(self) -> tuple[tuple[int, ...], ...]:
        """For each the places of the periods a year before."""
        places: dict[Period, list[int]] = {}
        for place, period in enumerate(self.periods):
            places.setdefault(period, []).append(place)
        return tuple(tuple(places.get(period.year_before(), ())) for period in self.periods)


def months_of_year(period: Period) -> tuple[object, ...]:
    """Which months of its year a period covers."""
    return period.first % 12, period.last - period.first, period.day


@lru_cache(maxsize=4096)
def kind_of_change(period: Period) -> tuple[object, ...]:
    """What the changes of a period are like: single months move more than years, and a year's first months more than its first
    eleven. January and February are apart: the Spring Festival falls into one or the other."""
    return period.is_cumulative, period.months, period.months == 1 and period.first % 12 in _FESTIVAL


def _grouped(keys: Iterable[object]) -> tuple[tuple[int, ...], ...]:
    groups: dict[object, list[int]] = {}
    for place, key in enumerate(keys):
        groups.setdefault(key, []).append(place)
    return tuple(map(tuple, groups.values()))
