"""Progress towards a target: gap, completion, elapsed time, path, required growth, projection.

A target's number is taken at its threshold ("46.0% of the 70 billion to be exceeded"); only the observation's
qualifier makes bounds of what follows. Whoever calls has asked :mod:`comparability` first.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportgen.calculations.figure_formula import A, B, C, FormulaNumber, fraction
from reportgen.calculations.ratios import in_percent
from reportgen.calculations.result import EITHER, FALLS, RISES, Result, Term, derive, refusal
from reportgen.messages import Reason
from reportgen.periods import Period, days_in
from reportgen.record import Record
from reportgen.values import HUNDRED, ZERO

_NOT_ABOVE_ZERO = Reason("calculations.not-above-zero")
REACHED = Reason("calculations.target-reached-already")
_AT_THE_BASE = Reason("calculations.at-the-base")
NO_BASE = Reason("calculations.no-base")
_NO_CEILING_SHARE = Reason("calculations.no-way-down")
_BASE_AT_TARGET = Reason("calculations.base-at-target")
_ZERO_TARGET = Reason("calculations.target-not-above-zero")
NO_YEARLY_PATH = Reason("calculations.no-yearly-path")
SHARE_IS_NO_PACE = Reason("calculations.share-is-no-pace")
CEILING_IS_USED_UP = Reason("calculations.ceiling-is-used-up")
RATES_DO_NOT_GROW = Reason("calculations.rates-do-not-grow")
NEEDS_BASE = Reason("calculations.needs-base")
NO_PATH_OF_GROWTH = Reason("calculations.no-path-of-growth")
TOTAL_HAS_NO_PATH = Reason("calculations.total-has-no-path")
NOT_COMPLETED = Reason("calculations.not-completed")
OPEN_AT_THE_MARK = Reason("calculations.open-at-the-mark")
SHARE_HAS_NO_PATH = Reason("calculations.share-has-no-path")
OVER = Reason("calculations.target-period-over")
BASE_BEYOND = Reason("calculations.base-beyond-target")
NOT_YET = Reason("calculations.no-progress-before")
BEYOND_TARGET = Reason("calculations.beyond-the-target")
BEFORE_THE_BASE = Reason("calculations.before-the-base")


class TimeLine(Record):
    """How far a plan's time has run: ``gone`` of ``whole``, both in months, or both in days.

    Months when every date is the last day of its month (years, quarters, spans), days otherwise.
    """

    gone: int
    whole: int
    per_year: Decimal

    @property
    def left(self) -> int:
        return self.whole - self.gone

    def years(self, units: int) -> Decimal:
        return Decimal(units) / self.per_year

    def shown(self, part: int, of: int) -> tuple[int, int]:
        """Two lengths of time as a formula sets them against each other: in years where it can."""
        in_years = self.per_year == 12 and part % 12 == 0 and of % 12 == 0
        return (part // 12, of // 12) if in_years else (part, of)


def time_line(base: Period | None, at: Period, target: Period) -> TimeLine:
    """The plan's time: from the end of the base's period to the end of the target's, and where ``at`` is in it.

    Without a base the target's own period is its time: so are the first months of a year set against its target.
    """
    start = target.start if base is None else base.end
    inclusive = 1 if start == target.start else 0
    if all(_ends_month(day) for day in (at.end, target.end)) and (inclusive or _ends_month(start)):
        start_month = start.year * 12 + start.month - inclusive
        gone = _month(at.end) - start_month
        return TimeLine(gone, _month(target.end) - start_month, Decimal(12))
    gone_days, whole_days = (at.end - start).days + inclusive, (target.end - start).days + inclusive
    return TimeLine(gone_days, whole_days, Decimal("365.25"))


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _ends_month(day: date) -> bool:
    return day.day == days_in(day.year, day.month)


def at_threshold(threshold: Term) -> Result:
    """A target's own number."""
    return derive(A, (threshold, RISES))


def from_base(target: Term, base: Term | None, *, reduces: bool) -> Result:
    """The level that a reduction by so many percent, or so many times the base, asks for."""
    if base is None:
        return refusal(NEEDS_BASE)
    if reduces:
        return derive(B * (1 - A / 100), (target, FALLS), (base, RISES))
    return derive(B * A, (target, RISES), (base, RISES))


def gap(observed: Term, target: Term, *, falling: bool = False) -> Result:
    """What is still missing; negative once the target is passed. ``falling``: a target to come down to."""
    if falling:
        return derive(A - B, (observed, RISES), (target, FALLS))
    return derive(B - A, (observed, FALLS), (target, RISES))


def progress(observed: Term, target: Term, base: Term) -> Result:
    """The share of the way from the base to the target that is behind one, percent."""
    formula = (A - C) / (B - C) * 100
    if base.value == target.value:
        return refusal(_BASE_AT_TARGET, formula)
    moves = RISES if target.value > base.value else FALLS
    return derive(
        formula,
        (observed, moves),
        (target, EITHER),
        (base, EITHER),
    )


def completion(observed: Term, target: Term, base: Term | None = None, *, falling: bool = False) -> Result:
    """完成率: the share of the target reached, percent; for a target to come down to, of the way down."""
    if falling:
        return _way_down(observed, target, base)
    return in_percent(observed, target, _ZERO_TARGET)


def _way_down(observed: Term, target: Term, base: Term | None) -> Result:
    formula = (C - A) / (C - B) * 100
    if base is None:
        return refusal(_NO_CEILING_SHARE)
    if base.value == target.value:
        return refusal(_BASE_AT_TARGET, formula)
    return derive(
        formula,
        (observed, FALLS),
        (target, EITHER),
        (base, EITHER),
    )


def required_growth(observed: Term, target: Term, time: TimeLine, *, falling: bool = False) -> Result:
    """Growth a year, percent, that would lead from the observation to the target in the time that is left."""
    if time.left <= 0:
        return refusal(OVER)
    years = time.years(time.left)
    formula = ((B / A) ** (1 / FormulaNumber(years, places=4)) - 1) * 100
    reached = observed.value <= target.value if falling else observed.value >= target.value
    if reached:
        return refusal(REACHED, formula)
    if observed.value <= 0 or target.value <= 0:
        return refusal(_NOT_ABOVE_ZERO, formula)
    return derive(
        formula,
        (observed, FALLS),
        (target, RISES),
    )


def path(base: Term | None, target: Term, time: TimeLine, *, linear: bool = False) -> Result:
    """Where constant growth from the base to the target is at that time; ``linear``: equal points a year, of a rate."""
    if base is None:
        return refusal(NO_BASE)
    gone, whole = time.shown(time.gone, time.whole)
    formula = A + (B - A) * gone / whole if linear else A * (B / A) ** fraction(gone, whole)
    if time.gone <= 0:
        return refusal(_AT_THE_BASE if time.gone == 0 else BEFORE_THE_BASE)
    if time.gone > time.whole:
        return refusal(BEYOND_TARGET)
    if not linear and (base.value <= 0 or target.value <= 0):
        return refusal(_NOT_ABOVE_ZERO, formula)
    if time.gone == time.whole:
        return derive(B, (base, RISES), (target, RISES))
    return derive(formula, (base, RISES), (target, RISES))


def elapsed(time: TimeLine, *, has_base: bool, within_target: bool) -> Result:
    """序时进度: the share of the plan's time gone by, percent."""
    if not has_base and not within_target:
        return refusal(NO_BASE)
    if time.gone < 0:
        return refusal(BEFORE_THE_BASE)
    gone = min(time.gone, time.whole)
    return derive(fraction(*time.shown(gone, time.whole)) * 100 if time.whole else FormulaNumber(HUNDRED))


def no_pace(time: TimeLine, *, has_base: bool) -> Reason:
    """Why completion and elapsed share are not set against each other outside the target's own year."""
    if time.left <= 0:
        return OVER
    if not has_base:
        return NO_BASE
    if time.gone <= 0:
        return _AT_THE_BASE if time.gone == 0 else BEFORE_THE_BASE
    return SHARE_IS_NO_PACE


def projection(observed: Term, base: Term | None, time: TimeLine, *, linear: bool = False) -> Result:
    """Where the series is at the target's end if it keeps the growth, or the points a year, it had since the base."""
    if base is None:
        return refusal(NO_BASE)
    if time.gone <= 0:
        return refusal(_AT_THE_BASE if time.gone == 0 else BEFORE_THE_BASE)
    if time.left <= 0:
        return refusal(OVER)
    left, gone = time.shown(time.left, time.gone)
    if linear:
        return derive(A + (A - B) * left / gone, (observed, RISES), (base, FALLS))
    formula = A * (A / B) ** fraction(left, gone)
    if observed.value <= 0 or base.value <= 0:
        return refusal(_NOT_ABOVE_ZERO, formula)
    return derive(formula, (observed, RISES), (base, FALLS))


def projection_in_year(observed: Term, year_before: Term, whole_year_before: Term) -> Result:
    """Where the year ends if the rest of it grows as its first months did on the year before."""
    formula = A / B * C
    if year_before.value <= ZERO:
        return refusal(_NOT_ABOVE_ZERO, formula)
    return derive(
        formula,
        (observed, RISES),
        (year_before, FALLS),
        (whole_year_before, RISES),
    )
