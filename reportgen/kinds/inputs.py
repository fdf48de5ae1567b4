"""What kinds of figures work with: the observations by an index, other figures by their id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property

from reportgen.calculations.reconciliation.conversions import conversions_out_of_line, converted_pairs
from reportgen.dataset.records import Dataset, Observation, Series, Target
from reportgen.kinds.basis import TargetBasis, target_basis
from reportgen.kinds.entry import FigureEntry
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.observed import Observed
from reportgen.messages import Message
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
        base = (foreign.unit,) if found[key] else ()
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


class Inputs:
    """A dataset as the kinds see it. ``figure`` works out any figure by its id, ``history`` are the values that others
    supersede, by the observation that holds."""

    def __init__(
        self,
        dataset: Dataset,
        figure: Callable[[FigureId], FigureEntry],
        history: Mapping[str, tuple[Observation, ...]] | None = None,
    ) -> None:
        self.dataset = dataset
        self.observed = Observed(dataset, history)
        self.figure = figure
        self._bases: dict[str, TargetBasis] = {}

    def asking(self, figure: Callable[[FigureId], FigureEntry]) -> Inputs:
        """The same dataset with its indexes, and other figures."""
        _ = self.conversions, self.doubtful_rates  # found once for all
        other = copy(self)
        other.figure, other._bases = figure, {}
        return other

    def target_basis(self, target: str) -> TargetBasis:
        """Which observation a target is measured on, and what was set aside. The target is known."""
        if target not in self._bases:
            self._bases[target] = target_basis(self.observed, self.dataset.targets[target], self.figure)
        return self._bases[target]

    @cached_property
    def conversions(self) -> Mapping[ConversionKey, tuple[Conversion, ...]]:
        """The amounts that one statement gives in two currencies, by series, period and target."""
        return find_conversions(self.observed)

    @cached_property
    def repeated_targets(self) -> frozenset[FigureId]:
        """The targets that only repeat another in a second currency: their progress is the other's."""
        return frozenset(item.converted for items in self.conversions.values() for item in items)

    @cached_property
    def doubtful_rates(self) -> Mapping[frozenset[str], Message]:
        """For the two records of each conversion that is out of line with the others, a note that says so."""
        return {item.subjects: item.note for item in conversions_out_of_line(self.dataset)}
