"""Whether two numbers may be compared at all: asked before anything is computed (DESIGN section 3).

Comparable means: same indicator, area, breakdown, counterpart and unit; periods that fit the comparison; equal
scope, or one side empty and no break known; no break between.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from reportgen.dataset.records import Break, Provenance, Series
from reportgen.messages import UNSAID, Message, Reason
from reportgen.names import CodeName
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record
from reportgen.units import unit_of


class Comparand(Protocol):
    """What one side of a comparison must have. Observations and targets are comparands."""

    @property
    def series(self) -> Series: ...
    @property
    def period(self) -> Period: ...
    @property
    def unit(self) -> str: ...
    @property
    def scopes(self) -> tuple[str, ...]:
        """The statistical definitions it follows; none where its source does not say."""


class ComputedSide(Record):
    """A comparand that is neither an observation nor a target: a computed figure."""

    series: Series
    period: Period
    unit: str
    scopes: tuple[str, ...] = ()
    prices: str = ""


class PeriodRule(StrEnum):
    """Which periods fit each other."""

    LIKE = "like"
    """Year with year, January-May with January-May, a month with the same month: year on year, CAGR, targets."""
    SAME_LENGTH = "same_length"
    """Any month with any month, any quarter with any quarter: period on period."""
    CUMULATIVE = "cumulative"
    """Two cumulative figures of one year, or such a figure and the whole year."""
    SAME = "same"
    """One and the same period: shares, balances, areas beside each other."""
    ANY = "any"
    """Any two: growth rates, of January-May and of January-April, are set against each other."""
    TOWARDS_TARGET = "towards_target"
    """Like the target's period, or the first months of the target's own year; for a stock any day."""


class Cause(StrEnum):
    """Which condition fails."""

    SERIES = "series"
    UNIT = "unit"
    PERIOD = "period"
    SCOPE = "scope"
    BREAK = "break"
    PRICES = "prices"


class Verdict(Record):
    """Comparable, or not: which condition fails, and the reason that says it."""

    comparable: bool
    reason: Reason | None = None
    cause: Cause | None = None


COMPARABLE = Verdict(True)


def compare(
    one: Comparand,
    other: Comparand,
    breaks: Iterable[Break],
    *,
    rule: PeriodRule = PeriodRule.LIKE,
    stock: bool = False,
) -> Verdict:
    """Whether two numbers of one series may be compared. ``breaks`` are all those known of the series.

    The second is the earlier one, or the target. ``stock`` says that the indicator is counted on a day, so that
    the year 2023 and 31 December 2023 are one and the same point.
    """
    known = tuple(breaks)
    return (
        _series_differ(one, other)
        or _units_differ(one, other)
        or _prices_differ(one, other)
        or _periods_do_not_fit(one.period, other.period, rule, stock)
        or _scopes_differ(one, other, known)
        or _broken_between(one.period, other.period, known)
        or COMPARABLE
    )


def compare_side_by_side(
    one: Comparand, other: Comparand, breaks: Iterable[Break], *, stock: bool = False
) -> Verdict:
    """Whether numbers of two series may be shown beside each other: a part and its whole, exports and imports.

    ``breaks`` are those known of either series. Both must be of one period, unit and scope.
    """
    return (
        _units_differ(one, other)
        or _prices_differ(one, other)
        or _periods_do_not_fit(one.period, other.period, PeriodRule.SAME, stock)
        or _scopes_differ(one, other, tuple(breaks))
        or COMPARABLE
    )


def compare_with_target(
    observation: Comparand,
    target: Comparand,
    base: Comparand | None,
    breaks: Iterable[Break],
    *,
    stock: bool = False,
) -> Verdict:
    """Whether a target may be measured on an observation.

    A plan counts as its base does: the observation must lie in the base's unbroken stretch. A plan without a base
    is taken to count as the observation does.
    """
    known = tuple(breaks)
    return (
        _series_differ(observation, target)
        or _units_differ(observation, target)
        or _periods_do_not_fit(observation.period, target.period, PeriodRule.TOWARDS_TARGET, stock)
        or _scopes_differ(observation, target, known)
        or (_broken_between(observation.period, base.period, known) if base else None)
        or COMPARABLE
    )


def compare_scopes(one: Comparand, other: Comparand, breaks: Iterable[Break]) -> Verdict:
    """Whether two numbers of one series and period follow one scope: a level and its reported growth."""
    return _scopes_differ(one, other, tuple(breaks)) or COMPARABLE


def compare_over_time(one: Period, other: Period, breaks: Iterable[Break]) -> Verdict:
    """Whether no break separates the two periods of a series, whatever numbers there are for them."""
    return _broken_between(one, other, tuple(breaks)) or COMPARABLE


def break_between(one: Period, other: Period, breaks: Iterable[Break]) -> Break | None:
    """The first break that separates the two periods: one lies before it (or across it), the other not."""
    return next((item for item in breaks if _position(one, item) != _position(other, item)), None)


def _position(period: Period, item: Break) -> int:
    """-1 before the break, 1 from the break on, 0 across it."""
    if period.end < item.period.start:
        return -1
    return 1 if period.start >= item.period.start else 0


def _series_differ(one: Comparand, other: Comparand) -> Verdict | None:
    if one.series == other.series:
        return None
    differing = tuple(
        Message("calculations.is-not", one=one_code, other=other_code)
        for one_code, other_code in (
            (one.series.indicator, other.series.indicator),
            (one.series.ref_area, other.series.ref_area),
            (one.series.breakdown, other.series.breakdown),
            (one.series.counterpart_area, other.series.counterpart_area),
        )
        if one_code != other_code
    )
    return Verdict(False, Reason("calculations.different-series", differing=differing), Cause.SERIES)


def _units_differ(one: Comparand, other: Comparand) -> Verdict | None:
    if one.unit == other.unit:
        return None
    reason = Reason("calculations.different-units", one=unit_of(one.unit), other=unit_of(other.unit))
    return Verdict(False, reason, Cause.UNIT)


def _prices_differ(one: Comparand, other: Comparand) -> Verdict | None:
    """Levels at current prices (which a source seldom says) and at constant ones are not set against each other."""
    first, second = (getattr(side, "prices", "") or "current" for side in (one, other))
    if first == second:
        return None
    return Verdict(False, Reason("calculations.different-prices"), Cause.PRICES)


def _periods_do_not_fit(one: Period, other: Period, rule: PeriodRule, stock: bool) -> Verdict | None:
    if _fit(one, other, rule, stock):
        return None
    reason = why_unlike(one, other, of_target=rule is PeriodRule.TOWARDS_TARGET)
    return Verdict(False, reason, Cause.PERIOD)


def why_unlike(one: Period, other: Period, *, of_target: bool = False) -> Reason:
    """Why two periods that do not fit do not: they are of unlike lengths, or of other months. ``of_target``: the other is a target's."""
    if one.months and other.months and one.months != other.months:
        return Reason("calculations.unlike-lengths", one=one, other=other, of_target=of_target)
    return Reason("calculations.unlike-periods", one=one, other=other)


def _fit(one: Period, other: Period, rule: PeriodRule, stock: bool) -> bool:
    if rule is PeriodRule.ANY:
        return True
    if rule is PeriodRule.TOWARDS_TARGET:
        # A stock is counted on a day, whichever; a plan's year stands for its last day.
        return stock or one.is_like(other) or runs_within_year_of(one, other)
    if stock and rule in (PeriodRule.LIKE, PeriodRule.SAME):
        return _points_fit(one, other, rule)
    if rule is PeriodRule.LIKE:
        return one.is_like(other)
    if rule is PeriodRule.SAME_LENGTH:
        return one.is_same_kind(other)
    if rule is PeriodRule.CUMULATIVE:
        # One must reach further than the other, from the same month on.
        return one.first == other.first and one.last != other.last and one.kind is not PeriodKind.DAY
    return one.start == other.start and one.end == other.end


def _points_fit(one: Period, other: Period, rule: PeriodRule) -> bool:
    if rule is PeriodRule.SAME:
        return one.end == other.end
    return (one.end.month, one.end.day) == (other.end.month, other.end.day) or one.is_like(other)


def runs_within_year_of(cumulative: Period, whole: Period) -> bool:
    """Whether the one is the first months of the other's own year: January-May 2025 and 2025."""
    begins_with_it = cumulative.kind is not PeriodKind.DAY and cumulative.first == whole.first
    return whole.kind is PeriodKind.YEAR and begins_with_it and cumulative.last < whole.last


def _scopes_differ(one: Comparand, other: Comparand, breaks: tuple[Break, ...]) -> Verdict | None:
    if one.scopes == other.scopes:
        return None
    if one.scopes and other.scopes:
        reason = Reason("calculations.different-scopes", one=_names(one), other=_names(other))
        return Verdict(False, reason, Cause.SCOPE)
    if not breaks:
        return None
    silent, stated = (one, other) if not one.scopes else (other, one)
    reason = Reason(
        "calculations.scope-not-stated",
        period=silent.period,
        scope=_names(stated),
        breaks_at=breaks[0].period,
    )
    return Verdict(False, reason, Cause.SCOPE)


def _names(comparand: Comparand) -> tuple[CodeName, ...]:
    """The scopes by their codes; whoever knows the dataset adds the labels."""
    return tuple(CodeName("scope", code) for code in comparand.scopes)


def _broken_between(one: Period, other: Period, breaks: tuple[Break, ...]) -> Verdict | None:
    item = break_between(one, other, breaks)
    if item is None:
        return None
    earlier, later = sorted((one, other), key=lambda period: period.order)
    reason = Reason(
        "calculations.broken-between",
        later=later,
        earlier=earlier,
        breaks_at=item.period,
        inferred=item.basis is Provenance.INFERRED,
        note=item.note if item.note != UNSAID else None,
    )
    return Verdict(False, reason, Cause.BREAK)
