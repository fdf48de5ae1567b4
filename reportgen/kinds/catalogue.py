"""Every figure a dataset supports, by its id: observations as they are, the rest worked out when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import groupby

from reportgen.dataset.records import Dataset, Measure, Observation, Series, Target
from reportgen.dataset.referential_integrity import with_known_codes
from reportgen.dataset.vintages import known
from reportgen.kinds.base import NO_BASE, Base, shortened_base
from reportgen.kinds.basis import TargetBasis
from reportgen.kinds.declaration import Declaration, declaration_of, declarations
from reportgen.kinds.entry import ONE_DECIMAL, FigureEntry, without_number
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.kinds.id_codes import Codes, unknown
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.reasons import ITSELF, labelled
from reportgen.messages import Reason
from reportgen.record import replace
from reportgen.regex import regex

_WILD = regex(r"[*?\[]")


class Catalogue:
    """The figures of a dataset.

    Figures are worked out once and kept; a catalogue and what it gives out never change. Of values that were revised it has
    the ones that hold, with ``as_of`` the ones that held on that day.
    """

    def __init__(self, dataset: Dataset, as_of: date | None = None) -> None:
        self.known = known(with_known_codes(dataset), as_of)
        self.dataset = dataset = self.known.dataset
        self._inputs = Inputs(dataset, self.entry, self.known.superseded)
        self.observed = self._inputs.observed
        self._codes = Codes(dataset)
        self._entries: dict[FigureId, FigureEntry] = {}
        self._given: dict[FigureId | str, Figure] = {}

    def afresh(self) -> Catalogue:
        """A catalogue of the same dataset that has worked out nothing yet."""
        other = object.__new__(Catalogue)
        other.known, other.dataset, other.observed, other._codes = (
            self.known,
            self.dataset,
            self.observed,
            self._codes,
        )
        other._inputs = self._inputs.asking(other.entry)
        other._entries, other._given = {}, {}
        return other

    @property
    def asked_for(self) -> set[FigureId]:
        """The ids of all figures that were worked out so far, and of those that they are made from."""
        return {
            *self._entries,
            *(FigureId.parse(item) for entry in self._entries.values() for item in entry.figure.inputs),
        }

    @property
    def areas_asked_for(self) -> set[str]:
        """The areas of these figures, and of what they are taken against."""
        bases = {entry.figure.base.area for entry in self._entries.values() if entry.figure.base.area}
        return {figure_id.series.ref_area for figure_id in self.asked_for} | bases

    def get(self, figure_id: FigureId | str) -> Figure:
        """The figure of an id. Without data, or not comparable, it has no value and says why.

        An id may name its base though it is the default one (``growth_computed:2020`` for 2021), and may leave it
        out where only one is stated; the figure carries the id it is listed under.
        Raises FigureIdError for a text that is no id, UnknownCodeError for codes the dataset does not have.
        """
        found = self._given.get(figure_id)
        if found is None:
            if isinstance(figure_id, str):
                known = self._codes.read(figure_id)
            else:
                self._codes.check(known := figure_id)
            found = self._given[figure_id] = self.entry(known).figure
        return found

    def all(self) -> list[Figure]:
        """Every figure the dataset supports, in the order of its series, then of its targets."""
        return list(self._listed.values())

    def matching(self, glob: str) -> list[Figure]:
        """The listed figures whose id matches a glob (``cbec_trade/*/2021/*``); an exact id is always found."""
        beginning = _WILD.split(glob, maxsplit=1)[0]
        if beginning == glob:
            return [self.get(glob)]

        def may_match(series: Series) -> bool:
            start = f"{series}/"
            return start.startswith(beginning) or beginning.startswith(start)

        return [figure for figure_id, figure in self._list(may_match).items() if fnmatchcase(figure_id, glob)]

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
        return self._inputs.target_basis(self._target(target).target)

    def target_progress(self, target: str, kind: Kind) -> Figure:
        """A target's figure at the observation it is measured on, or at its own period where there is none."""
        basis = self.target_basis(target)
        period = basis.observation.period if basis.observation else basis.target.period
        return self.entry(FigureId(basis.target.series, period, kind, target=target)).figure

    def entry(self, figure_id: FigureId) -> FigureEntry:
        """The figure with its term. The id's codes are known."""
        found = self._entries.get(figure_id)
        if found is None:
            found = self._completed(self._work_out(figure_id))
            self._entries[figure_id] = found
            self._entries.setdefault(found.figure.id, found)
        return found

    @cached_property
    def _listed(self) -> dict[str, Figure]:
        return self._list(lambda _: True)

    def _list(self, asked_for: Callable[[Series], bool]) -> dict[str, Figure]:
        listed: dict[str, Figure] = {}
        for figure_id in supported(self._inputs, asked_for):
            figure = self.entry(figure_id).figure
            listed.setdefault(str(figure.id), figure)
        return listed

    def _completed(self, entry: FigureEntry) -> FigureEntry:
        """The entry with what its kind does not know: its base as a value, labels of scopes that its reason names."""
        figure = entry.figure
        if figure.reason is None and not figure.id.base:
            return entry
        base = figure.base if figure.observation or not figure.id.base else self._codes.read_base(figure.id)
        reason = figure.reason and labelled(figure.reason, self.dataset)
        return replace(entry, figure=replace(figure, base=base, reason=reason))

    def _work_out(self, figure_id: FigureId) -> FigureEntry:
        """As a source states it, or else as its kind works it out; an id that says too much under its own short form."""
        observed = self.observed
        stated = observed.by_id(figure_id)
        if stated is not None:
            return observed.entry(stated)
        base = self._codes.read_base(figure_id) if figure_id.base else NO_BASE
        declared = declaration_of(figure_id.kind)
        if _is_against_itself(declared, figure_id.series, base):
            return self._refused(declared, figure_id, ITSELF)
        stated = self._stated_otherwise(figure_id, declared.measure, base) if declared.measure else None
        if stated is not None:
            return observed.entry(stated)
        if figure_id.base:
            default = declared.default_base(self._inputs, figure_id)
            own_unit = observed.unit_of(figure_id.series)
            short_id = figure_id.with_(base=shortened_base(base, default, figure_id.series, own_unit).codes)
            if short_id != figure_id:
                return self.entry(short_id)
        reason = declared.applies(self._inputs, figure_id, base)
        return (
            declared.figure(self._inputs, figure_id, base)
            if reason is None
            else self._refused(declared, figure_id, reason)
        )

    def _stated_otherwise(self, figure_id: FigureId, measure: Measure, base: Base) -> Observation | None:
        """The one observation an id without a base can mean, or the same months written another way."""
        series, period = figure_id.series, figure_id.period
        candidates = self.observed.observations_at(series, period, measure)
        wanted = self.observed.shortest(series, period, measure, base).codes if figure_id.base else ()
        same = [item for item in candidates if self.observed.id_of(item).base == wanted]
        if same:
            return same[0]
        may_be_left_out = measure not in (Measure.LEVEL, Measure.GROWTH_YOY)
        return candidates[0] if not wanted and may_be_left_out and len(candidates) == 1 else None

    def _refused(self, declared: Declaration, figure_id: FigureId, reason: Reason) -> FigureEntry:
        observed, series = self.observed, figure_id.series
        if declared.unit:
            return without_number(figure_id, declared.unit, reason, precision=ONE_DECIMAL)
        return without_number(
            figure_id, observed.unit_of(series), reason, precision=observed.round_to(series)
        )

    def _target(self, target: str) -> Target:
        if target not in self.dataset.targets:
            raise unknown("target", target, self.dataset.targets)
        return self.dataset.targets[target]


def _is_against_itself(declared: Declaration, series: Series, base: Base) -> bool:
    """Whether a kind that sets areas against each other is asked for an area against itself."""
    name = declared.template_name
    return name is not None and name.against_nation and base == Base(area=series.ref_area)


def supported(inputs: Inputs, asked_for: Callable[[Series], bool] = lambda _: True) -> Iterator[FigureId]:
    """The ids of all figures of the series asked for, series by series, then target by target, each at least once."""
    kinds = declarations()
    for series in filter(asked_for, inputs.dataset.by_series):
        yield from _in_order(
            (kind.order, kind.list_series(kind.kind, inputs, series))
            for kind in kinds
            if kind.suits(inputs, series)
        )
    for kind in kinds:
        yield from (figure_id for figure_id in kind.list_dataset(inputs) if asked_for(figure_id.series))
    for target in inputs.dataset.targets.values():
        if not asked_for(target.series):
            continue
        yield from _in_order((kind.order, kind.list_target(kind.kind, inputs, target)) for kind in kinds)


def _in_order(listed: Iterable[tuple[int, Iterable[FigureId]]]) -> Iterator[FigureId]:
    """What kinds list, each with its order: hundred by hundred, in each by period, ten by ten, by base, by kind.

    What sources state (below 100) stays as it is listed.
    """
    for hundred, kinds in groupby(listed, lambda kind: kind[0] // 100):
        found = [(figure_id, order) for order, ids in kinds for figure_id in ids]
        bases = {base: place for place, base in enumerate(dict.fromkeys(item.base for item, _ in found))}
        if hundred:
            found.sort(key=lambda item: (item[0].period.order, item[1] // 10, bases[item[0].base], item[1]))
        yield from (figure_id for figure_id, _ in found)
