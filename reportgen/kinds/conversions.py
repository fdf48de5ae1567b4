"""Amounts that one statement gives in two currencies, found once for a whole dataset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.dataset.records import Citation, Measure, Observation, Role, Series, Target
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.observed import Observed
from reportgen.periods import Period

ConversionKey = tuple[Series, Period, str]


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount and its conversion: the ids of both, the converted currency, the id of the rate."""

    figure_id: FigureId
    amount: FigureId
    converted: FigureId
    foreign: str


def find_conversions(observed: Observed) -> Mapping[ConversionKey, tuple[Conversion, ...]]:
    """The conversions of each series and period (and target), in file order."""
    found: defaultdict[ConversionKey, dict[str, Conversion]] = defaultdict(dict)
    for one, other in _stated_twice(observed):
        home, foreign = _home_first(observed, one, other)
        key = (home.series, home.period, home.target if isinstance(home, Target) else "")
        base = "" if not found[key] else foreign.unit
        rate = FigureId(home.series, home.period, Kind.IMPLIED_EXCHANGE_RATE, base, key[2])
        conversion = Conversion(rate, _id_of(observed, home), _id_of(observed, foreign), foreign.unit)
        found[key].setdefault(foreign.unit, conversion)
    return {key: tuple(items.values()) for key, items in found.items()}


def _stated_twice(observed: Observed) -> Iterator[tuple[Observation | Target, Observation | Target]]:
    """Pairs of one amount in two units: the converted record with the one that shares its statement."""
    dataset = observed.dataset
    by_statement: defaultdict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in dataset.citations:
        by_statement[citation.source, " ".join(citation.statement.split())].append(citation)
    for citation in dataset.citations:
        if citation.role is not Role.CONVERTED:
            continue
        converted = _record(observed, citation.subject)
        if converted is None:
            continue
        for partner in by_statement[citation.source, " ".join(citation.statement.split())]:
            other = _record(observed, partner.subject)
            if other is not None and _same_amount(other, converted):
                yield other, converted


def _record(observed: Observed, subject: str) -> Observation | Target | None:
    return observed.dataset.observations.get(subject) or observed.dataset.targets.get(subject)


def _same_amount(one: Observation | Target, other: Observation | Target) -> bool:
    if type(one) is not type(other) or one.unit == other.unit:
        return False
    if any(isinstance(item, Observation) and item.measure is not Measure.LEVEL for item in (one, other)):
        return False
    return one.series == other.series and one.period == other.period


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
