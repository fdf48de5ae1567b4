"""What kind of target a plan sets, and what it asks for as a number of what is measured."""

from __future__ import annotations

from enum import StrEnum

from reportgen.calculations import targets
from reportgen.calculations.result import Result, Term
from reportgen.dataset.records import QUALITATIVE, Dataset, Target
from reportgen.periods import PeriodKind
from reportgen.units import PERCENT, UnitClass, unit_of


class Aim(StrEnum):
    """What a target sets."""

    LEVEL = "level"
    GROWTH = "growth"
    """The growth of its own period."""
    AVERAGE_GROWTH = "average_growth"
    """The growth a year from the plan's base."""
    REDUCTION = "reduction"
    """Percent off the plan's base."""
    MULTIPLE = "multiple"
    """Times the plan's base."""
    TOTAL = "total"
    """The sum of the years of its span."""
    SHARE = "share"
    RANGE = "range"
    """A level from one value to another; what else is set as a range has ``value_to`` of its target."""
    QUALITATIVE = QUALITATIVE
    """Words only."""


RATES_OF_CHANGE = frozenset({Aim.GROWTH, Aim.AVERAGE_GROWTH})
FROM_BASE = frozenset({Aim.REDUCTION, Aim.MULTIPLE})
"""Aims that are a level once the base is known."""
OF_LEVELS = frozenset({Aim.LEVEL, Aim.RANGE}) | FROM_BASE
"""Aims that are measured on levels as they are stated."""


NO_PATH = {
    Aim.GROWTH: targets.NO_PATH_OF_GROWTH,
    Aim.AVERAGE_GROWTH: targets.NO_PATH_OF_GROWTH,
    Aim.TOTAL: targets.TOTAL_HAS_NO_PATH,
    Aim.SHARE: targets.SHARE_HAS_NO_PATH,
}
"""Why no path leads to what is set, where it is no level."""


def aim_of(dataset: Dataset, target: Target) -> Aim:
    """The kind that the plan states; else growth where percent is set for what is no rate, a total over years, or a level.

    A range is one of whatever its unit says: 5 to 6 percent of GDP are growth.
    """
    if target.kind and target.kind != Aim.RANGE:
        return Aim(target.kind)
    indicator = dataset.indicators.get(target.series.indicator)
    own = indicator.unit if indicator else target.unit
    if target.unit == PERCENT and not unit_of(own).is_rate:
        return Aim.GROWTH
    spans_years = target.period.kind is not PeriodKind.DAY and target.period.months > 12
    adds_up = dataset.class_of(own) not in (
        UnitClass.RATE,
        UnitClass.INDEX,
        UnitClass.INDEX_PREVIOUS,
        UnitClass.RATIO,
    )
    is_stock = indicator is not None and indicator.kind == "stock"
    if spans_years and adds_up and not is_stock:
        return Aim.TOTAL
    return Aim(target.kind or Aim.LEVEL)


def measured_unit(dataset: Dataset, target: Target, aim: Aim) -> str:
    """The unit of what is measured: that of levels where the target sets a distance from a base."""
    indicator = dataset.indicators.get(target.series.indicator)
    return indicator.unit if aim in FROM_BASE and indicator else target.unit


def threshold(aim: Aim, target: Target, start: Term | None, reached: Term | None) -> Result:
    """What is asked for, as a number of what is measured: of a range the end that is nearer."""
    set_value = Term.threshold(target.quantity)
    if aim in FROM_BASE:
        return targets.from_base(set_value, start, reduces=aim is Aim.REDUCTION)
    if target.value_to is not None:
        top = Term.threshold(target.value_to)
        low, high = sorted((set_value, top), key=lambda term: term.value)
        is_above = reached is not None and reached.value > high.value
        chosen = high if is_above else low
        return targets.at_threshold(chosen)
    return targets.at_threshold(set_value)
