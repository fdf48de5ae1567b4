"""Cumulative totals against their months: what a total leaves unexplained was done to the months before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.calculations.reconciliation.levels import is_flow, levels_by_unit, same_ground
from reportgen.calculations.reconciliation.years import LevelsByYear
from reportgen.dataset.names import as_stated, series_name
from reportgen.dataset.record_findings import value_cell
from reportgen.dataset.records import Dataset, Observation, Series
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.periods import Period
from reportgen.record import Record
from reportgen.units import PERCENT
from reportgen.values import HUNDRED, ZERO, Amount

MATERIAL = Decimal("0.001")
"""A restatement below this share of the total changes no growth rate of one decimal, and is not reported. The column ``material`` of an
indicator sets another threshold, in percent."""
SLIP = Decimal("0.2")
"""No bureau restates a year's months by this much in one go: a digit or a row was mistaken."""


class Restatement(Record):
    """By how much a total differs from the total before it and the months between them."""

    total: Observation
    before: Observation
    between: Observation

    @property
    def amount(self) -> Decimal:
        return self.total.quantity.value - self.between.quantity.value - self.before.quantity.value

    @property
    def share(self) -> Decimal:
        """The amount as a share of the total."""
        return self.amount / self.total.quantity.value if self.total.quantity.value else ZERO

    @property
    def size(self) -> Decimal:
        """The amount as a share of what was revised: the total before."""
        before = self.before.quantity.value
        return abs(self.amount / before) if before else ZERO

    @property
    def is_beyond_rounding(self) -> bool:
        left = self.total.quantity.range.minus(self.between.quantity.range).minus(self.before.quantity.range)
        return not left.contains(ZERO)


def implied_restatements(dataset: Dataset) -> Iterator[Finding]:
    """One note a series whose cumulative totals less their own months differ from the totals before, with the amounts.

    Customs publish a month and the year so far; what was corrected in earlier months is in the total alone. Where a
    total's whole was restated by its parts (imports and exports, exports), the parts' notes follow from the whole's.
    """
    notes: dict[Series, Finding] = {}
    for series, calendar in dataset.calendars.items():
        if not calendar.has_longer or not is_flow(dataset, series):
            continue
        found = [one for one in restatements(dataset, series) if one.is_beyond_rounding]
        slips = [one for one in found if abs(one.share) >= SLIP]
        yield from (_slip(dataset, one) for one in slips)
        small = [one for one in found if abs(one.share) < SLIP]
        told = [one for one in small if abs(one.share) >= _material(dataset, series)]
        if told:
            notes[series] = _note(dataset, series, small, told)
    for series, note in notes.items():
        yield note.with_(cause=_cause(dataset, series, notes))


def _material(dataset: Dataset, series: Series) -> Decimal:
    own = dataset.indicators.get(series.indicator)
    return MATERIAL if own is None or own.material is None else own.material / HUNDRED


def restatements(dataset: Dataset, series: Series) -> Iterator[Restatement]:
    """Each cumulative total with the longest one before it and the level of the months between, where all are stated."""
    for year in LevelsByYear(dataset, series).within.values():
        totals = sorted(
            (level for level in year if level.period.first % 12 == 0),
            key=lambda level: (level.period.last, level.obs_id),
        )
        for place, total in enumerate(totals):
            if (found := _against_before(dataset, total, totals[:place])) is not None:
                yield found


def _against_before(dataset: Dataset, total: Observation, earlier: list[Observation]) -> Restatement | None:
    for before in reversed(earlier):
        if before.period.last >= total.period.last or not same_ground(before, total):
            continue
        months = Period.span_of(before.period.last + 1, total.period.last)
        for between in levels_by_unit(dataset, total.series, months):
            if same_ground(between, total):
                return Restatement(total, before, between)
    return None


def are_tiled(dataset: Dataset, whole: Observation, part: Observation) -> bool:
    """Whether the months by which a total exceeds an earlier one are stated: then they say how it went on."""
    month = part.period.last + 1
    while month <= whole.period.last:
        reach = [
            last
            for last in range(month, whole.period.last + 1)
            for level in levels_by_unit(dataset, whole.series, Period.span_of(month, last))
            if same_ground(level, whole)
        ]
        if not reach:
            return False
        month = max(reach) + 1
    return True


def _cause(dataset: Dataset, series: Series, notes: dict[Series, Finding]) -> tuple[str, Place] | None:
    """The note of what the series is a part of: the parts of a restated whole need not be reported beside it."""
    indicator = dataset.indicators.get(series.indicator)
    parent = indicator.parent if indicator else None
    if not parent:
        return None
    whole = Series(parent, series.ref_area, series.breakdown, series.counterpart_area)
    above = notes.get(whole)
    return (above.code, above.place) if above is not None and whole != series else None


def _note(dataset: Dataset, series: Series, found: list[Restatement], told: list[Restatement]) -> Finding:
    smaller = len(found) - len(told)
    largest = max(told, key=lambda one: (abs(one.share), one.total.obs_id))
    return Finding(
        "implied-restatement",
        Severity.NOTE,
        place=value_cell(largest.total),
        subjects=tuple(dict.fromkeys(key for one in found for key in _ids(one))),
        contradictions=tuple(_ids(one) for one in told),
        series=series,
        name=series_name(dataset, series),
        changes=tuple(
            Message(
                "calculations.restated-by",
                period=one.before.period,
                amount=_amount(one, told),
                share=Amount(one.size * HUNDRED, PERCENT, -2),
                rises=one.amount > 0,
            )
            for one in told
        ),
        smaller=Message("calculations.smaller-ones", count=smaller) if smaller else None,
    )


def _slip(dataset: Dataset, one: Restatement) -> Finding:
    return Finding(
        "total-against-months",
        Severity.WARNING,
        place=value_cell(one.total),
        subjects=_ids(one),
        series=one.total.series,
        name=series_name(dataset, one.total.series),
        total=as_stated(one.total),
        period=one.total.period,
        between=as_stated(one.between),
        months=one.between.period,
        before=as_stated(one.before),
        earlier=one.before.period,
        amount=Amount(one.amount, one.total.unit, _coarsest(one)),
    )


_DIGITS = 3
"""So many digits of the largest amount are printed."""


def _amount(one: Restatement, told: list[Restatement]) -> Amount:
    """The size of an amount in the unit and to the digits that suit all that are told, so that they compare at a glance."""
    sizes = [abs(other.amount) for other in told]
    told_to = min(max(sizes).adjusted() - _DIGITS + 1, min(sizes).adjusted())
    return Amount(abs(one.amount), one.total.unit, max(_coarsest(one), told_to), beside=max(sizes))


def _coarsest(one: Restatement) -> int:
    return max(item.quantity.precision for item in (one.total, one.before, one.between))


def _ids(one: Restatement) -> tuple[str, ...]:
    return one.total.obs_id, one.between.obs_id, one.before.obs_id
