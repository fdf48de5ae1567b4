"""Whether a target is achieved, on track, behind or missed: what the observation's qualifier lets one say."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from reportgen.messages import Reason
from reportgen.record import Record
from reportgen.values import INFINITY, Qualifier, Quantity


class State(StrEnum):
    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Assessment(Record):
    """The state, and what it rests on."""

    state: State
    reason: Reason


_ACHIEVED = Assessment(State.ACHIEVED, Reason("calculations.target-reached"))
REACHED_AT_BASE = Reason("calculations.target-reached-at-base")
_MISSED = Assessment(State.MISSED, Reason("calculations.target-missed"))
_OPEN = Reason("calculations.side-left-open")


class HeldAgainst(StrEnum):
    """What a value is held against before the target's time is over."""

    PATH = "path"
    """Where constant growth from the base would be by now."""
    TIME = "time"
    """The share of the target that the time gone by asks for."""
    GOAL = "goal"
    """What is set itself: a growth rate, a range, and what no path leads to."""


_SO_FAR = {
    HeldAgainst.PATH: (Reason("calculations.keeps-up"), Reason("calculations.falls-short")),
    HeldAgainst.TIME: (Reason("calculations.keeps-up-with-time"), Reason("calculations.falls-short-of-time")),
    HeldAgainst.GOAL: (Reason("calculations.meets-so-far"), Reason("calculations.does-not-meet-so-far")),
}


def aims_down(operator: str, direction: str, base: Decimal | None, target: Decimal) -> bool:
    """Whether a target is one to come down to: its operator says so, or else its indicator's direction and base."""
    if operator in ("lt", "le"):
        return True
    if operator in ("gt", "ge"):
        return False
    return direction == "down" if base is None else base > target


def satisfies(quantity: Quantity, threshold: Decimal, *, strict: bool, falling: bool) -> bool | None:
    """Whether the number lies at or beyond the threshold, ``None`` where its qualifier leaves that open.

    ``strict``: it must lie beyond ("to exceed 70 billion").
    """
    low, high, may_be_low, may_be_high = _possible(quantity)
    if falling:
        low, high, may_be_low, may_be_high = -high, -low, may_be_high, may_be_low
        threshold = -threshold
    surely = low > threshold or (low == threshold and not (strict and may_be_low))
    if surely:
        return True
    surely_not = high < threshold or (high == threshold and (strict or not may_be_high))
    return False if surely_not else None


def _possible(quantity: Quantity) -> tuple[Decimal, Decimal, bool, bool]:
    """The lowest and highest the number may be, and whether it may be just that."""
    value, qualifier = quantity.value, quantity.qualifier
    if qualifier in (Qualifier.GT, Qualifier.GE):
        return value, INFINITY, qualifier is Qualifier.GE, False
    if qualifier is Qualifier.ALMOST and value < 0:
        return value, INFINITY, False, False
    if qualifier in (Qualifier.LT, Qualifier.LE, Qualifier.ALMOST):
        return -INFINITY, value, False, qualifier is Qualifier.LE
    if qualifier is Qualifier.ABOUT:
        return quantity.range.low, quantity.range.high, True, True
    return value, value, True, True


def _within(quantity: Quantity, low: Decimal, high: Decimal) -> bool | None:
    """Whether the number lies between two others, as it is written."""
    if low == high:
        return quantity.interval.contains(low) if quantity.qualifier is Qualifier.EQ else None
    ends = (
        satisfies(quantity, low, strict=False, falling=False),
        satisfies(quantity, high, strict=False, falling=True),
    )
    return False if False in ends else None if None in ends else True


def status(
    observed: Quantity,
    threshold: Decimal,
    *,
    strict: bool,
    falling: bool,
    over: bool,
    mark: Decimal | None,
    no_mark: Reason,
    may_be_reached: bool = True,
    others: tuple[Decimal, Decimal] | None = None,
    is_base_there: bool = False,
    held_against: HeldAgainst = HeldAgainst.PATH,
) -> Assessment:
    """The status of one observation against a target.

    ``over``: the target's period has ended with the observation's. ``mark`` is where the path (or the elapsed share
    of the target, or the target itself: ``held_against``) is at the observation's period; ``no_mark`` says why there is none. ``may_be_reached`` is false of
    what has to hold until the end (a growth rate, a ceiling for the year). ``others`` are the ends of a range,
    both of which have to be kept, or twice the one value that is to be met. ``is_base_there``: the plan's base had
    reached the target already.
    """
    reached = satisfies(observed, threshold, strict=strict, falling=falling)
    if others is not None:
        reached = _within(observed, *others)
    if reached and may_be_reached:
        return Assessment(State.ACHIEVED, REACHED_AT_BASE) if is_base_there else _ACHIEVED
    if over:
        return Assessment(State.UNKNOWN, _OPEN) if reached is None else _MISSED
    if mark is None:
        return Assessment(State.UNKNOWN, no_mark)
    keeps_up = satisfies(observed, mark, strict=False, falling=falling) if others is None else reached
    if keeps_up is None:
        return Assessment(State.UNKNOWN, _OPEN)
    kept, short = _SO_FAR[held_against]
    return Assessment(State.ON_TRACK, kept) if keeps_up else Assessment(State.BEHIND, short)
