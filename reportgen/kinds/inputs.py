"""What kinds of figures work with: the observations by an index, other figures by their id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property

from reportgen.calculations.reconciliation.conversions import conversions_out_of_line
from reportgen.dataset.records import Dataset, Observation
from reportgen.kinds.basis import TargetBasis, target_basis
from reportgen.kinds.conversions import Conversion, ConversionKey, find_conversions
from reportgen.kinds.entry import Entry
from reportgen.kinds.figure import FigureId
from reportgen.kinds.observed import Observed
from reportgen.messages import Message


class Inputs:
    """A dataset as the kinds see it. ``figure`` works out any figure by its id, ``history`` are the values that others
    supersede, by the observation that holds."""

    def __init__(
        self,
        dataset: Dataset,
        figure: Callable[[FigureId], Entry],
        history: Mapping[str, tuple[Observation, ...]] | None = None,
    ) -> None:
        self.dataset = dataset
        self.observed = Observed(dataset, history)
        self.figure = figure
        self._bases: dict[str, TargetBasis] = {}

    def asking(self, figure: Callable[[FigureId], Entry]) -> Inputs:
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
