"""Amounts that one statement gives in two currencies, found once for a whole dataset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from reportgen.calculations.reconciliation.conversions import converted_pairs
from reportgen.dataset.records import Observation, Series, Target
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.observed import Observed
from reportgen.periods import Period
from reportgen.record import Record

ConversionKey = tuple[Series, Period, str]


class Conversion(Record):
    """An amount and its conversion: the ids of both, the converted currency, the id of the rate."""

    figure_id: FigureId
    amount: FigureId
    converted: FigureId
    foreign: str


def find_conversions(observed: Observed) -> Mapping[ConversionKey, tuple[Conversion, ...]]:
    """The conversions of each series and period (and target), in file order."""
    found: defaultdict[ConversionKey, dict[str, Conversion]] = defaultdict(dict)
    for one, other in converted_pairs(observed.dataset):
        home, foreign = _home_first(observed, one, other)
        key = (home.series, home.period, home.target if isinstance(home, Target) else "")
        base = "" if not found[key] else foreign.unit
        rate = FigureId(home.series, home.period, Kind.IMPLIED_EXCHANGE_RATE, base, key[2])
        conversion = Conversion(rate, _id_of(observed, home), _id_of(observed, foreign), foreign.unit)
        found[key].setdefault(foreign.unit, conversion)
    return {key: tuple(items.values()) for key, items in found.items()}


def _home_first(
    observed: Observed, one: Observation | Target, other: Observation | Target
) -> tuple[Observation | Target, Observation | Target]:
    """Rates are quoted as units of the home currency for one of the foreign one."""
    for home in (observed.home_currency, observed.unit_of(one.series)):
        if other.unit == home:
            return other, one
        if one.unit == home:
            return one, other
    return one, other


def _id_of(observed: Observed, record: Observation | Target) -> FigureId:
    return observed.target_id(record) if isinstance(record, Target) else observed.id_of(record)
