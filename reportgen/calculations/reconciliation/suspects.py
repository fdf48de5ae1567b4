"""One cause, one finding: what contradicts a value that is wrong itself follows from it.

A wrong value contradicts all that it is set against. The suspect is the value whose replacement by one number would settle the most
contradictions; the one that says it best is reported, the others follow from it. So does what two suspects bring about between them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from heapq import heapify, heappop, heappush

from reportgen.calculations.reconciliation.over_time import room_beside_years
from reportgen.calculations.reconciliation.settling import Settling, common, settling
from reportgen.dataset.names import as_stated, figure_name
from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.dataset.record_findings import finding_about, value_cell
from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.findings import Finding, Severity
from reportgen.values import Interval

TELL_WHY = ("stated-twice", "same-as-last-year")
"""Findings that say how a value came to be wrong: reported before others."""
_SEVERITIES = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
_NARROW = Decimal(2)
"""What a value would have to be is known when the ends are no further apart than this factor."""


def one_of_each_cause(dataset: Dataset, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those with a cause that follow from another one about the same wrong value, and one more for each two
    values that were exchanged."""
    told = _Contradictions(dataset, findings)
    exchanged = []
    for one, other, places in told.exchanged():
        exchanged.append(_exchanged(dataset, one, other))
        told.follow(places, exchanged[-1])
    told.follow_suspects()
    return [*told.findings, *exchanged]


class _Contradictions:
    """Findings that are not explained yet, by the values that one replacement of could explain them."""

    def __init__(self, dataset: Dataset, findings: Sequence[Finding]) -> None:
        self._dataset, self._observations = dataset, dataset.observations
        self._rooms: dict[str, Interval | None] = {}
        self.findings = list(findings)
        self._settling: dict[int, Settling] = {}
        self._of_value: defaultdict[str, list[int]] = defaultdict(list)
        for place, finding in enumerate(findings):
            if finding.cause is None and (found := settling(finding, dataset.observations)):
                self._settling[place] = found
                for value in found:
                    self._of_value[value].append(place)

    def exchanged(self) -> Iterator[tuple[Observation, Observation, list[int]]]:
        """Pairs of values that contradict what they are set against and would not where the other holds."""
        for one, other in self._pairs():
            of_one, of_other = self._open(one.obs_id), self._open(other.obs_id)
            if set(of_one) & set(of_other) or (one.series, one.period) == (other.series, other.period):
                continue
            if self._fits(one, other) and self._fits(other, one):
                yield one, other, sorted({*of_one, *of_other})

    def follow(self, places: Sequence[int], cause: Finding) -> None:
        for place in places:
            self.findings[place] = self.findings[place].with_(cause=(cause.code, cause.place))
            self._settling.pop(place, None)

    def follow_suspects(self) -> None:
        """Each suspect in turn, the one that explains the most first."""
        suspects: dict[str, Finding] = {}
        waiting = [(-len(self._explained(value)), value) for value in self._of_value]
        heapify(waiting)
        while waiting:
            count, value = heappop(waiting)
            explained = self._explained(value)
            if len(explained) < 2:
                continue
            if len(explained) < -count:
                heappush(waiting, (-len(explained), value))
            else:
                suspect = self._most_told_there(explained)
                suspects[suspect.obs_id] = self._tell_one(suspect, explained)
        for place in list(self._settling):  # no one number settles what two wrong values bring about
            causes = [suspects[value] for value in self._settling[place] if value in suspects]
            if len(causes) > 1:
                self.follow([place], causes[0])

    def _tell_one(self, suspect: Observation, explained: Sequence[int]) -> Finding:
        cell = value_cell(suspect)

        def how_well(place: int) -> tuple[bool, bool, bool, int]:
            finding = self.findings[place]
            is_note = finding.severity is Severity.NOTE
            return finding.code not in TELL_WHY, is_note, finding.place != cell, place

        first = min(explained, key=how_well)
        severity = max((self.findings[place].severity for place in explained), key=_SEVERITIES.index)
        cause = self.findings[first] = self.findings[first].with_(severity=severity)
        self._settling.pop(first, None)
        self.follow([place for place in explained if place != first], cause)
        return cause

    def _most_told_there(self, explained: Sequence[int]) -> Observation:
        """Of the values that explain the same, the one whose cell the findings name most often."""
        shared = set.intersection(*(set(self._settling[place]) for place in explained))
        alike = [value for value in shared if set(self._explained(value)) >= set(explained)]
        places = [self.findings[place].place for place in explained]

        def told_there(value: str) -> tuple[int, str]:
            return -places.count(value_cell(self._observations[value])), value

        return self._observations[min(alike, key=told_there)]

    def _open(self, value: str) -> list[int]:
        return [place for place in self._of_value[value] if place in self._settling]

    def _explained(self, value: str) -> list[int]:
        """The most contradictions that one replacement of a value would settle."""
        intervals = {}
        for place in self._open(value):
            interval = self._in_room(value, self._settling[place][value])
            if interval is not None and interval.low <= interval.high:  # nothing lies in one of zeros
                intervals[place] = interval
        beginning = sorted(intervals, key=lambda place: intervals[place].low, reverse=True)
        ending = sorted(intervals, key=lambda place: intervals[place].high, reverse=True)
        most: list[int] = []
        around: set[int] = set()  # the intervals that hold the point
        for point in sorted({interval.low for interval in intervals.values()}):
            while beginning and intervals[beginning[-1]].low <= point:
                around.add(beginning.pop())
            while intervals[ending[-1]].high < point:
                around.remove(ending.pop())
            if len(around) >= len(most):
                settled = sorted(around)
                most = max(most, settled, key=lambda places: (len(places), [-place for place in places]))
        return most

    def _in_room(self, value: str, settled: Interval) -> Interval | None:
        """What of an interval does not make a value strange beside the years that it goes with as it is."""
        if value not in self._rooms:
            self._rooms[value] = room_beside_years(self._dataset, self._observations[value])
        room = self._rooms[value]
        return settled if room is None else common([settled, room])

    def _wanted(self, one: Observation) -> Interval | None:
        """Between what and what the value would have to be, where that is known and all its contradictions would be settled."""
        intervals = [self._settling[place][one.obs_id] for place in self._open(one.obs_id)]
        wanted = common(intervals) if intervals else None
        return wanted if wanted is not None and _is_narrow(wanted) else None

    def _fits(self, one: Observation, other: Observation) -> bool:
        """Whether the one's contradictions would be settled, and not by just anything, by the other's number."""
        wanted = self._wanted(one)
        return wanted is not None and wanted.contains(other.quantity.value)

    def _pairs(self) -> Iterator[tuple[Observation, Observation]]:
        """Levels of one unit that differ in one thing (two series in one period, two periods of a series), of which the first
        would have to be what the second is."""
        groups: defaultdict[object, list[Observation]] = defaultdict(list)
        for value in sorted(self._of_value):
            level = self._observations[value]
            if level.measure is Measure.LEVEL:
                groups[level.series, level.unit, level.period.months].append(level)
                for dimension in SERIES_DIMENSIONS:
                    alike = level.series.with_code(dimension, "")
                    groups[alike, level.unit, level.period].append(level)
        for members in groups.values():
            by_number = sorted(range(len(members)), key=lambda at: members[at].quantity.value)
            numbers = [members[at].quantity.value for at in by_number]
            for at, one in enumerate(members):
                if (wanted := self._wanted(one)) is not None:
                    fitting = by_number[bisect_left(numbers, wanted.low) : bisect_right(numbers, wanted.high)]
                    yield from ((one, members[beside]) for beside in sorted(fitting) if beside > at)


def _is_narrow(interval: Interval) -> bool:
    return Decimal(0) < interval.low and interval.high <= interval.low * _NARROW


def _exchanged(dataset: Dataset, one: Observation, other: Observation) -> Finding:
    return finding_about(
        "values-exchanged",
        Severity.WARNING,
        (one, other),
        at=other,
        name=figure_name(dataset, one),
        value=as_stated(one),
        other_name=figure_name(dataset, other),
        other=as_stated(other),
        other_id=other.obs_id,
    )


__all__ = ["one_of_each_cause"]
