"""Which of several values published for one figure holds: the revised one, the latest one, none known to be either.

A bureau publishes a figure again and again: preliminary, revised, restated in next year's tables. Within one publisher ``R``
(revised) beats ``P`` (preliminary), then what was published later beats what was published earlier. Where dates do not tell, ``R``
beats what is not revised, and a later edition of a source (``form_r3``, which collecting and importing make) an earlier one.
Values of different publishers, or that nothing of this tells apart, stay beside each other: that is a contradiction, and a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from operator import itemgetter

from reportgen.dataset.records import Dataset, Measure, Observation
from reportgen.periods import Period
from reportgen.record import Record, replace

AT_CURRENT_PRICES = ("", "current")
PRELIMINARY, REVISED = "P", "R"
"""SDMX's codes of an observation's status."""

EDITION = "_r"
"""Before the number in the name of a source's second and later editions."""

_Days = tuple[date, date]


class Vintage(Record):
    """A dataset as it was known on a day, and the history that it leaves out.

    ``dataset`` has the observations that hold. ``superseded`` are the others by the id of the one that holds instead,
    oldest first, ``unseen`` those that were published later than the day.
    """

    dataset: Dataset
    superseded: Mapping[str, tuple[Observation, ...]]
    unseen: tuple[Observation, ...] = ()


def known(dataset: Dataset, as_of: date | None = None) -> Vintage:
    """What holds of a dataset, of everything or of what was published by ``as_of``. Row order does not matter."""
    publications = _Publications(dataset, as_of)
    seen, unseen = dict(dataset.observations), []
    if as_of is not None:
        unseen = [item for item in seen.values() if publications.are_all_later(item)]
        for item in unseen:
            del seen[item.obs_id]
    superseded: dict[str, tuple[Observation, ...]] = {}
    at_one_place = _at_one_place(dataset, seen)
    for members in _several(at_one_place, statistical_key):
        superseded.update(_history(members, publications))
    in_place: dict[str, Observation] = {}
    for members in _several(at_one_place, _figure_key):
        by_id = sorted(members, key=lambda item: (item.prices not in AT_CURRENT_PRICES, item.obs_id))
        in_place.update((one.obs_id, other) for one, other in zip(members, by_id, strict=True))
    if not (in_place or unseen):
        return Vintage(dataset, {})
    gone = {item.obs_id for items in superseded.values() for item in items}
    held = (in_place.get(key, item) for key, item in seen.items())
    observations = {item.obs_id: item for item in held if item.obs_id not in gone}
    holding = {item.obs_id: key for key, items in superseded.items() for item in items}
    targets = {
        key: replace(target, base_obs=holding.get(target.base_obs or "", target.base_obs))
        for key, target in dataset.targets.items()
    }
    return Vintage(replace(dataset, observations=observations, targets=targets), superseded, tuple(unseen))


def issued_with(
    dataset: Dataset, rate: Observation, level: Observation, superseded: Iterable[Observation]
) -> Observation:
    """The value of a level that a rate was published with: one that another supersedes, where the rate is in a source of that
    one's and in none of the level's that holds."""
    sources = sources_of(dataset, rate)
    if sources & sources_of(dataset, level):
        return level
    before = (item for item in superseded if sources & sources_of(dataset, item))
    then = next(before, level)
    return level if then.quantity.range.overlaps(level.quantity.range) else then


def sources_of(dataset: Dataset, item: Observation) -> set[str]:
    """The sources that an observation is cited from, whether it holds in the dataset or not."""
    cited = {citation.source for citation in dataset.stated_citations.get(item.obs_id, ())}
    return cited | {item.source} if item.source else cited


def statistical_key(observation: Observation) -> tuple[object, ...]:
    """What makes two observations the same figure: everything but id, value, qualifier, status, source and note."""
    return (*_figure_key(observation), observation.scope, observation.prices, observation.growth_currency)


def _figure_key(observation: Observation) -> tuple[object, ...]:
    """The same without definition, prices and currency: a calculation takes the first of those that fit it.

    What is at current prices goes first: growth that goes with the level before growth in real terms.
    """
    base_period = observation.base_period
    if base_period is None and observation.measure is Measure.GROWTH_YOY:
        base_period = observation.period.year_before()
    return (
        observation.series,
        observation.period,
        observation.measure,
        observation.unit,
        base_period,
        observation.base_area,
        observation.base_indicator,
    )


def _at_one_place(dataset: Dataset, seen: Mapping[str, Observation]) -> list[Observation]:
    """The observations that share series, period and measure with another: only these can be one figure."""
    shared = dataset.beside_others
    return [item for members in shared for item in members if item.obs_id in seen]


def _several(
    observations: Iterable[Observation], key: Callable[[Observation], tuple[object, ...]]
) -> Iterator[list[Observation]]:
    """The groups of two or more observations with one key."""
    groups: dict[tuple[object, ...], list[Observation]] = {}
    for item in observations:
        groups.setdefault(key(item), []).append(item)
    return (members for members in groups.values() if len(members) > 1)


class _Publications:
    """Who published an observation, and when: the last time not after a day, where one is given."""

    def __init__(self, dataset: Dataset, as_of: date | None) -> None:
        self._dataset, self._as_of = dataset, as_of
        self._sources = {
            code: (source.publisher or f"source {code}", _days_of(source.published))
            for code, source in dataset.sources.items()
        }

    def of(self, item: Observation) -> dict[str, _Days | None]:
        """By publisher: when the observation was last published, ``None`` where a source does not say. An observation
        that names no source is taken to be of the dataset's own publisher, without a date."""
        last: dict[str, _Days | None] = {}
        for publisher, days in self._all(item):
            if days is not None and self._as_of is not None and days[0] > self._as_of:
                continue
            known_before = last.get(publisher, days)
            last[publisher] = None if days is None or known_before is None else max(days, known_before)
        return last

    def edition(self, item: Observation) -> tuple[str, int]:
        """The latest edition of its sources."""
        named = self._dataset.citations_by_subject.get(item.obs_id, ())
        return max((edition_of(one.source) for one in named), key=itemgetter(1), default=("", 1))

    def are_all_later(self, item: Observation) -> bool:
        """Whether every source of the observation is younger than the day."""
        assert self._as_of is not None
        return all(days is not None and days[0] > self._as_of for _, days in self._all(item))

    def _all(self, item: Observation) -> list[tuple[str, _Days | None]]:
        named = (
            self._sources.get(citation.source)
            for citation in self._dataset.citations_by_subject.get(item.obs_id, ())
        )
        return [entry for entry in named if entry is not None] or [("", None)]


def edition_of(source: str) -> tuple[str, int]:
    """What a source is an edition of, and which."""
    name, mark, number = source.rpartition(EDITION)
    return (name, int(number)) if mark and number.isdecimal() else (source, 1)


def _days_of(published: str) -> _Days | None:
    """The first and last day that a date, a month or a year allows."""
    try:
        period = Period.parse(published)
    except ValueError:
        return None
    return period.start, period.end


def _history(members: list[Observation], publications: _Publications) -> dict[str, tuple[Observation, ...]]:
    """The members that another one supersedes, by the id of the one that holds."""
    by_publisher: dict[str, dict[str, _Days | None]] = {}
    for item in members:
        for publisher, days in publications.of(item).items():
            by_publisher.setdefault(publisher, {})[item.obs_id] = days
    items = {item.obs_id: item for item in members}
    later: dict[str, str] = {}
    for publisher in sorted(by_publisher):
        later.update(_superseded(by_publisher[publisher], items, publications.edition))
    found: dict[str, list[str]] = {}
    for obs_id in later:
        holds = _holding(obs_id, later)
        if holds not in later:  # else two publishers say the opposite, and neither holds
            found.setdefault(holds, []).append(obs_id)
    when = {key: str(days) for published in by_publisher.values() for key, days in published.items() if days}
    return {
        holds: tuple(items[key] for key in sorted(keys, key=lambda key: (when.get(key, ""), key)))
        for holds, keys in found.items()
    }


def _superseded(
    published: Mapping[str, _Days | None],
    items: Mapping[str, Observation],
    edition: Callable[[Observation], tuple[str, int]],
) -> dict[str, str]:
    """Of the values of one publisher: which gives way to which. Those of one issue, however many, are asked about once."""
    alike: dict[_Issue, list[str]] = {}
    for key, days in published.items():
        alike.setdefault(_Issue(items[key].status, days, *edition(items[key])), []).append(key)
    later = {}
    for issue, keys in alike.items():
        if others := [other for other in alike if issue.gives_way_to(other)]:
            last = max(alike[max(others, key=lambda other: (other.order, max(alike[other])))])
            later.update(dict.fromkeys(keys, last))
    return later


class _Issue(Record):
    """A value of a publisher's: its status, when it was published, and in which edition of which source."""

    status: str
    days: _Days | None
    source: str
    edition: int

    @property
    def is_revised(self) -> bool:
        return self.status == REVISED

    @property
    def order(self) -> tuple[bool, _Days, bool, int]:
        return self.days is not None, self.days or (date.min, date.min), self.is_revised, self.edition

    def gives_way_to(self, other: _Issue) -> bool:
        if PRELIMINARY in (self.status, other.status) and (self.is_revised or other.is_revised):
            return other.is_revised
        if self.days is not None and other.days is not None:
            if self.days[1] < other.days[0]:
                return True
            if other.days[1] < self.days[0]:
                return False
        if self.is_revised != other.is_revised:
            return other.is_revised
        return self.source == other.source and self.edition < other.edition


def _holding(obs_id: str, later: Mapping[str, str]) -> str:
    """What supersedes an observation in the end."""
    passed = {obs_id}
    while (following := later.get(obs_id)) is not None and following not in passed:
        passed.add(following)
        obs_id = following
    return obs_id
