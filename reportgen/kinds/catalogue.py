"""Every figure a dataset supports, by its id: observations as they stand, the rest worked out when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cached_property

from reportgen.calculations.reconciliation.conversions import conversions_out_of_line
from reportgen.dataset.records import UNIT_OF_MEASURE, Dataset, Measure, Observation, Series, Target
from reportgen.kinds import growth, ratios, reasons, targets
from reportgen.kinds.basis import TargetBasis, target_basis
from reportgen.kinds.codes import Base, Codes, unknown
from reportgen.kinds.conversions import Conversion, ConversionKey, find_conversions
from reportgen.kinds.entry import Entry, without_number
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.kinds.listing import supported
from reportgen.kinds.observed import Observed
from reportgen.messages import Bilingual

Builder = Callable[["Catalogue", FigureId, Base], Entry]

_BUILDERS: Mapping[Kind, Builder] = {
    Kind.GROWTH_COMPUTED: growth.growth_computed,
    Kind.GROWTH_POP: growth.growth_pop,
    Kind.CAGR: growth.cagr,
    Kind.IMPLIED_BASE: growth.implied_base,
    Kind.SINGLE_MONTH: growth.single_month,
    Kind.CONTRIBUTION: growth.contribution,
    Kind.PULL: growth.pull,
    Kind.SHARE: ratios.share,
    Kind.MULTIPLE: ratios.multiple,
    Kind.DIFFERENCE_PP: ratios.difference_in_points,
    Kind.BALANCE: ratios.balance,
    Kind.IMPLIED_EXCHANGE_RATE: ratios.implied_exchange_rate,
    Kind.TARGET: targets.target_itself,
    Kind.TARGET_GAP: targets.gap,
    Kind.TARGET_COMPLETION: targets.completion,
    Kind.TARGET_REQUIRED_GROWTH: targets.required_growth,
    Kind.TARGET_PATH: targets.path,
    Kind.TARGET_ELAPSED: targets.elapsed,
    Kind.TARGET_PACE: targets.pace,
    Kind.TARGET_STATUS: targets.status,
    Kind.TARGET_PROJECTION: targets.projection,
}
"""How a figure is worked out that no source states. Levels, reported growth and ranks are stated or absent."""

_MEASURE_NAMES = {
    Measure.GROWTH_YOY: Bilingual("a growth rate", "增速"),
    Measure.RANK: Bilingual("a rank", "位次"),
}


_MEASURES = frozenset(measure.value for measure in Measure)


class Catalogue:
    """The figures of a dataset.

    Figures are worked out once and kept; a catalogue and what it gives out never change.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.observed = Observed(dataset)
        self._codes = Codes(dataset)
        self._entries: dict[FigureId, Entry] = {}

    def get(self, figure_id: FigureId | str) -> Figure:
        """The figure of an id. Without data, or not comparable, it has no value and says why.

        An id may name its base though it is the default one (``growth_computed:2020`` for 2021), and may leave it
        out where only one is stated; the figure carries the id it is listed under.
        Raises FigureIdError for a text that is no id, UnknownCodeError for codes the dataset does not have.
        """
        if isinstance(figure_id, str):
            figure_id = self._codes.read(figure_id)
        else:
            self._codes.check(figure_id)
        return self.entry(figure_id).figure

    def all(self) -> list[Figure]:
        """Every figure the dataset supports, in the order of its series, then of its targets."""
        return list(self._listed.values())

    def matching(self, glob: str) -> list[Figure]:
        """The listed figures whose id matches a glob (``cbec_trade/*/2021/*``); an exact id is always found."""
        found = [figure for figure_id, figure in self._listed.items() if fnmatchcase(figure_id, glob)]
        if found or any(sign in glob for sign in "*?["):
            return found
        return [self.get(glob)]

    def series(self, series: Series, measure: Measure) -> tuple[Observation, ...]:
        """The observations of a series and measure, by period then file order."""
        return self.observed.of_series(series, measure)

    def observation_figure(self, observation: Observation) -> Figure:
        """The figure of an observation."""
        return self.entry(self.observed.id_of(observation)).figure

    def target_figure(self, target: str) -> Figure:
        """The figure of a target: its threshold. Raises UnknownCodeError."""
        return self.entry(self.observed.target_id(self._target(target))).figure

    def target_basis(self, target: str) -> TargetBasis:
        """Which observation a target is measured on, and what was set aside. Raises UnknownCodeError."""
        if target not in self._bases:
            self._bases[target] = target_basis(self.observed, self._target(target))
        return self._bases[target]

    def target_progress(self, target: str, kind: Kind) -> Figure:
        """A target's figure at the observation it is measured on, or at its own period where there is none."""
        basis = self.target_basis(target)
        period = basis.observation.period if basis.observation else basis.target.period
        return self.entry(FigureId(basis.target.series, period, kind, target=target)).figure

    def milestones(self, target: str) -> tuple[Target, ...]:
        """The targets of earlier periods that the same plan sets for the same series, by period."""
        final = self._target(target)
        earlier = [
            item
            for item in self.dataset.targets.values()
            if item.plan == final.plan
            and item.series == final.series
            and item.unit == final.unit
            and item.period.end < final.period.end
        ]
        return tuple(sorted(earlier, key=lambda item: item.period.order))

    def wholes(self, series: Series) -> tuple[Series, ...]:
        """What a series is a part of, the default first."""
        return tuple(whole.series for whole in ratios.wholes(self, series))

    def entry(self, figure_id: FigureId) -> Entry:
        """The figure with its term. The id's codes are known."""
        found = self._entries.get(figure_id)
        if found is None:
            found = self._work_out(figure_id)
            self._entries[figure_id] = found
            self._entries.setdefault(found.figure.id, found)
        return found

    @cached_property
    def conversions(self) -> Mapping[ConversionKey, tuple[Conversion, ...]]:
        """The amounts that one statement gives in two currencies, by series, period and target."""
        return find_conversions(self.observed)

    @cached_property
    def doubtful_rates(self) -> Mapping[frozenset[str], Bilingual]:
        """For the two records of each conversion that is out of line with the others, a note that says so."""
        return {item.subjects: item.note for item in conversions_out_of_line(self.dataset)}

    @cached_property
    def _listed(self) -> dict[str, Figure]:
        listed: dict[str, Figure] = {}
        for figure_id in supported(self):
            figure = self.entry(figure_id).figure
            listed.setdefault(str(figure.id), figure)
        return listed

    @cached_property
    def _bases(self) -> dict[str, TargetBasis]:
        return {}

    def _work_out(self, figure_id: FigureId) -> Entry:
        stated = self.observed.by_id(figure_id)
        if stated is not None:
            return self.observed.entry(stated)
        base = self._codes.read_base(figure_id) if figure_id.base else Base()
        stated = self._stated_otherwise(figure_id, base)
        if stated is not None:
            return self.observed.entry(stated)
        if figure_id.base:
            short_id = figure_id.with_(base=str(self._shortest(figure_id, base)))
            if short_id != figure_id:
                return self.entry(short_id)
        builder = _BUILDERS.get(figure_id.kind)
        return builder(self, figure_id, base) if builder else self._absent(figure_id)

    def _stated_otherwise(self, figure_id: FigureId, base: Base) -> Observation | None:
        """The one observation an id without a base can mean, or the same months written another way."""
        if figure_id.kind.value not in _MEASURES:
            return None
        measure = Measure(figure_id.kind.value)
        candidates = self.observed.stated(figure_id.series, figure_id.period, measure)
        wanted = str(self.observed.shortest(figure_id, base)) if figure_id.base else ""
        same = [item for item in candidates if self.observed.id_of(item).base == wanted]
        if same:
            return same[0]
        may_be_left_out = measure not in (Measure.LEVEL, Measure.GROWTH_YOY)
        return candidates[0] if not wanted and may_be_left_out and len(candidates) == 1 else None

    def _shortest(self, figure_id: FigureId, base: Base) -> Base:
        """The one spelling of the base under which the figure is listed.

        A default whole that has no level is still named, since the id without a base then means another whole.
        """
        short = self.observed.shortest(figure_id, base)
        if figure_id.kind is Kind.BALANCE and base.indicator == ratios.imports_of(
            self, figure_id.series.indicator
        ):
            return replace(short, indicator="")
        named = base.indicator or base.breakdown
        dropped = named and not (short.indicator or short.breakdown or short.area)
        whole = self.observed.whole_of(figure_id.series) if dropped else None
        if whole is not None and figure_id.kind in (Kind.SHARE, Kind.CONTRIBUTION, Kind.PULL):
            has_level = bool(self.observed.level(whole, figure_id.period))
            return short if has_level else replace(short, indicator=base.indicator, breakdown=base.breakdown)
        return short

    def _absent(self, figure_id: FigureId) -> Entry:
        series, period, kind = figure_id.series, figure_id.period, figure_id.kind
        if kind is Kind.LEVEL:
            unit = self.observed.unit_of(series)
            reason = reasons.no_level(self.dataset, series, period)
            return without_number(figure_id, unit, reason, precision=self.observed.round_to(series))
        measure = Measure(kind.value)
        reason = reasons.not_stated(self.dataset, series, period, _MEASURE_NAMES[measure])
        return without_number(figure_id, UNIT_OF_MEASURE[measure], reason)

    def _target(self, target: str) -> Target:
        if target not in self.dataset.targets:
            raise unknown("target", "目标", target, self.dataset.targets)
        return self.dataset.targets[target]
