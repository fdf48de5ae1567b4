"""The observations and targets of a dataset as figures, and the index by which calculations find them.

Each observation has one id. Where two observations would share one (the same number stated in another unit, or twice
with different values), the later carries its unit, or else its own name, in the id's base part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from reportgen.calculations.result import Term
from reportgen.dataset.names import as_stated
from reportgen.dataset.records import TOTAL, Break, Dataset, Measure, Observation, Series, Target
from reportgen.dataset.vintages import issued_with
from reportgen.kinds import reasons
from reportgen.kinds.base import Base, shortened_base
from reportgen.kinds.entry import TWO_DECIMALS, FigureEntry, without_number
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.messages import Message, Words
from reportgen.periods import Period
from reportgen.record import Record, replace
from reportgen.regex import regex
from reportgen.units import UnitClass, unit_of
from reportgen.values import Qualifier


class _SeriesIds(Record):
    """The observations of a series by their figure's id, and those ids by the observation's."""

    observations: dict[FigureId, Observation]
    ids: dict[str, FigureId]


class Observed:
    """Finds observations by series, period and measure; turns them and targets into entries."""

    def __init__(
        self, dataset: Dataset, history: Mapping[str, tuple[Observation, ...]] | None = None
    ) -> None:
        self.dataset = dataset
        self._history = history or {}
        self._entries: dict[str, FigureEntry] = {}
        self._by_series: dict[Series, _SeriesIds] = {}

    def level(self, series: Series, period: Period, unit: str = "") -> tuple[Observation, ...]:
        """The levels stated for a period, in file order; in the indicator's unit unless another is asked for.

        A stock is counted on a day: where nothing is stated for the very period, what is stated for the same
        last day serves (the year 2023 for 31 December 2023).
        """
        unit = unit or self.unit_of(series)
        found = tuple(
            item for item in self.observations_at(series, period, Measure.LEVEL) if item.unit == unit
        )
        if found or not self.is_stock(series):
            return found
        return tuple(item for item in self._stocks.get((series, period.end), ()) if item.unit == unit)

    def observations_at(self, series: Series, period: Period, measure: Measure) -> tuple[Observation, ...]:
        """Everything stated of one measure for a period."""
        return self.dataset.observations_at(series, period, measure)

    def of_series(self, series: Series, measure: Measure) -> tuple[Observation, ...]:
        """The observations of a series and measure, by period then file order."""
        return tuple(item for item in self.dataset.by_series.get(series, ()) if item.measure is measure)

    def is_revised_since(self, level: str | None, rate: Observation) -> bool:
        """Whether a rate was published with another value of a level than the one that holds."""
        held = self.dataset.observations.get(level or "")
        superseded = self._history.get(level or "", ())
        return held is not None and issued_with(self.dataset, rate, held, superseded) is not held

    def breaks_of(self, series: Series) -> tuple[Break, ...]:
        """The breaks known of the series' indicator and area, by period."""
        return self._breaks.get((series.indicator, series.ref_area), ())

    def unit_of(self, series: Series) -> str:
        return self.dataset.indicators[series.indicator].unit

    def class_of(self, series: Series) -> UnitClass:
        """What kind of number the series' unit counts: as the dataset has it for its code, else as the code shows."""
        return self.dataset.class_of(self.unit_of(series))

    def round_to(self, series: Series) -> int:
        return self.dataset.indicators[series.indicator].round_to

    def is_stock(self, series: Series) -> bool:
        return self.dataset.indicators[series.indicator].kind == "stock"

    def id_of(self, observation: Observation) -> FigureId:
        return self._named(observation.series).ids[observation.obs_id]

    def by_id(self, figure_id: FigureId) -> Observation | None:
        return self._named(figure_id.series).observations.get(figure_id)

    def entry(self, observation: Observation) -> FigureEntry:
        """The observation as a figure, as its source wrote it."""
        found = self._entries.get(observation.obs_id)
        if found is None:
            found = self._entries[observation.obs_id] = self._as_written(observation)
        return found

    def _as_written(self, observation: Observation) -> FigureEntry:
        quantity = observation.quantity
        unclear = is_unclear(observation)
        figure = Figure(
            self.id_of(observation),
            quantity.value,
            observation.unit,
            self._precision(observation),
            bound=quantity.bound,
            statuses=(observation.status,) if observation.status else (),
            comparable=not unclear,
            reason=reasons.UNCLEAR_MULTIPLE if unclear else None,
            observation=observation.obs_id,
            citations=self.dataset.citations_by_subject.get(observation.obs_id, ()),
            scopes=observation.scopes,
            prices=observation.prices,
            period_basis=observation.period_basis.value,
            note=self._note(observation),
            qualifier=quantity.qualifier.value,
            base=self._base(observation),
        )
        return FigureEntry(figure, None if unclear else self._term(observation))

    def _term(self, observation: Observation) -> Term:
        """The number as it enters calculations: what is counted one by one, and given to the last one, was not rounded."""
        quantity = observation.quantity
        is_counted = self.dataset.class_of(observation.unit) is UnitClass.COUNT
        to_the_last = quantity.precision == 0 and quantity.qualifier is Qualifier.EQ
        return Term.exact(quantity.value) if is_counted and to_the_last else Term.of(quantity)

    def target_id(self, target: Target) -> FigureId:
        return FigureId(target.series, target.period, Kind.TARGET, target=target.target)

    def target_entry(self, target: Target) -> FigureEntry:
        """The target as a figure: its threshold, with the operator as qualifier where the plan adds none."""
        if target.is_in_words:
            return self._in_words(target)
        quantity = target.quantity
        says_about = quantity.qualifier.value in ("about", "almost")
        qualifier = quantity.qualifier.value if says_about else target.operator
        ends = sorted({quantity.value, target.value_to.value}) if target.value_to else [quantity.value]
        written = min(quantity.precision, (target.value_to or quantity).precision)
        figure = Figure(
            self.target_id(target),
            ends[0],
            target.unit,
            self._coarsest(target.series, target.unit, written),
            target=target.target,
            citations=self.dataset.citations_by_subject.get(target.target, ()),
            scopes=target.scopes,
            note=target.note,
            qualifier="eq" if target.value_to else qualifier,
            value_to=ends[-1] if target.value_to else None,
        )
        return FigureEntry(figure, Term.threshold(quantity))

    def _in_words(self, target: Target) -> FigureEntry:
        entry = without_number(self.target_id(target), target.unit, reasons.in_words(target))
        cited = self.dataset.citations_by_subject.get(target.target, ())
        return replace(entry, figure=replace(entry.figure, citations=cited))

    def whole_of(self, series: Series) -> Series | None:
        """What the series is a part of: its breakdown's parent, all partners, or its indicator's parent."""
        if series.breakdown != TOTAL:
            code = self.dataset.codes_by_key.get(("breakdown", series.breakdown))
            above = (code.parent if code else None) or TOTAL
            return Series(series.indicator, series.ref_area, above, series.counterpart_area)
        if series.counterpart_area != TOTAL:
            return Series(series.indicator, series.ref_area)
        parent = self.dataset.indicators[series.indicator].parent
        return Series(parent, series.ref_area) if parent and parent in self.dataset.indicators else None

    def _precision(self, observation: Observation) -> int:
        written = observation.quantity.precision
        if observation.measure is Measure.LEVEL:
            return self._coarsest(observation.series, observation.unit, written)
        return max(written, TWO_DECIMALS)

    def _coarsest(self, series: Series, unit: str, written: int) -> int:
        """``round_to``, or as written where that is coarser. ``round_to`` counts in the indicator's own unit."""
        if unit_of(unit).is_rate:
            return max(written, TWO_DECIMALS)
        return max(self.round_to(series), written) if unit == self.unit_of(series) else written

    def _note(self, observation: Observation) -> Words:
        notes: list[Words] = [observation.note]
        if (before := self._history.get(observation.obs_id)) is not None:
            notes.append(Message("kinds.revised-from", values=tuple(as_stated(item) for item in before)))
        if observation.measure is Measure.LEVEL:
            others = [
                item
                for item in self.observations_at(observation.series, observation.period, Measure.LEVEL)
                if item.unit == observation.unit and item.quantity != observation.quantity
            ]
            if others:
                ids = tuple(str(self.id_of(item)) for item in others)
                notes.append(Message("kinds.another-value", ids=ids))
        return notes[0] if len(notes) == 1 else reasons.notes(*notes)

    @cached_property
    def home_currency(self) -> str:
        """The currency in which the dataset keeps most of its indicators, the first of as many; empty without any."""
        kept = Counter(
            item.unit for item in self.dataset.indicators.values() if unit_of(item.unit).is_currency
        )
        return max(kept, key=lambda unit: kept[unit], default="")

    @cached_property
    def _stocks(self) -> dict[tuple[Series, date], list[Observation]]:
        index: defaultdict[tuple[Series, date], list[Observation]] = defaultdict(list)
        for item in self.dataset.observations.values():
            if item.measure is Measure.LEVEL and self.is_stock(item.series):
                index[item.series, item.period.end].append(item)
        return index

    @cached_property
    def _breaks(self) -> dict[tuple[str, str], tuple[Break, ...]]:
        index: defaultdict[tuple[str, str], list[Break]] = defaultdict(list)
        for item in sorted(self.dataset.breaks, key=lambda item: item.period.order):
            index[item.indicator, item.ref_area].append(item)
        return {key: tuple(items) for key, items in index.items()}

    def _named(self, series: Series) -> _SeriesIds:
        """The observations of a series with their ids, which no other series has a part in."""
        if (named := self._by_series.get(series)) is not None:
            return named
        found: dict[FigureId, Observation] = {}
        for item in self.dataset.by_series.get(series, ()):
            figure_id = FigureId(item.series, item.period, Kind(item.measure.value), self._base(item).codes)
            if figure_id in found:
                figure_id = figure_id.with_(base=(*figure_id.base, token(item.obs_id)))
            while figure_id in found:  # names that differ only in letters an id cannot hold
                figure_id = figure_id.with_(base=(*figure_id.base[:-1], f"{figure_id.base[-1]}_"))
            found[figure_id] = item
        named = _SeriesIds(found, {item.obs_id: figure_id for figure_id, item in found.items()})
        self._by_series[series] = named
        return named

    def _base(self, item: Observation) -> Base:
        """What the observation is taken against, where that is not what its measure takes by default."""
        if item.measure is Measure.LEVEL:
            base = Base(unit=item.unit)
        else:
            own = (item.base_period, item.base_area or "", item.base_indicator or "")
            base = Base(*own, unit=item.growth_currency)
        return self.shortest(item.series, item.period, item.measure, base)

    def shortest(self, series: Series, period: Period, measure: Measure, base: Base) -> Base:
        """The base without what the measure takes anyway: the year before, the series itself, a share's usual whole."""
        whole = self.whole_of(series) if measure is Measure.SHARE else None
        named = Base() if whole is None else Base(indicator=whole.indicator, breakdown=whole.breakdown)
        default = replace(named, period=period.year_before())
        return shortened_base(base, default, series, self.unit_of(series))


_NO_PART_OF_A_BASE = regex(r"[^A-Za-z0-9_-]")


def token(obs_id: str) -> str:
    """An observation's id as a base part may spell it."""
    return _NO_PART_OF_A_BASE.sub("_", obs_id)


def is_unclear(observation: Observation) -> bool:
    """Whether it is a multiple of which the source does not say of what: "increasing by 39 times in seven years"."""
    stated = observation.base_period or observation.base_area or observation.base_indicator
    return observation.measure is Measure.MULTIPLE and not stated
