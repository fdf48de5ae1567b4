"""The records of a dataset: frozen, typed, each knowing the row it was read from.

The words are DESIGN's and SDMX's. Values stay as written (see :class:`reportgen.values.Quantity`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from reportgen.dataset.calendars import Calendar
from reportgen.dataset.citations import Citation as Citation
from reportgen.dataset.citations import Cited
from reportgen.dataset.citations import Role as Role
from reportgen.dataset.elsewhere import BesideOthers, Elsewhere
from reportgen.dataset.observations import TOTAL as TOTAL
from reportgen.dataset.observations import UNIT_OF_MEASURE as UNIT_OF_MEASURE
from reportgen.dataset.observations import Measure as Measure
from reportgen.dataset.observations import Observation as Observation
from reportgen.dataset.observations import Provenance as Provenance
from reportgen.dataset.observations import Series as Series
from reportgen.dataset.observations import own_id as own_id
from reportgen.findings import Place
from reportgen.messages import UNSAID, Bilingual
from reportgen.periods import Period
from reportgen.record import CachingRecord, Record, field
from reportgen.units import PERCENT, TIMES, UnitClass, unit_of
from reportgen.values import ZERO, Quantity

UNIT_OF_TARGET_KIND = {
    "growth": PERCENT,
    "average_growth": PERCENT,
    "reduction": PERCENT,
    "share": PERCENT,
    "multiple": TIMES,
}
"""The unit of a target that says nothing else: that of its kind, where it is not its indicator's."""


class Indicator(Record):
    """What is measured. ``round_to`` is the power of ten, in base units, that print shows."""

    indicator: str
    name_zh: str
    label: Bilingual
    unit: str
    round_to: int
    direction: str
    kind: str
    parent: str | None = None
    description: str = ""
    counter: Bilingual = UNSAID
    """The counter word of a ``count``: ``firms``."""
    description_zh: str = ""
    part_label: Bilingual = UNSAID
    """What a part of it is called, ``{}`` standing for the breakdown: ``Exports of {}``."""
    additive: tuple[str, ...] = ()
    """In what its parts sum to the whole: ``areas``, ``breakdown``, ``partners``, ``months``, ``quarters``."""
    material: Decimal | None = None
    """From how many percent of a total on a restatement of its earlier months is reported; ``None`` for the usual threshold."""
    suspect: Decimal | None = None
    """From how many deviations on a change is reported as unusual; ``None`` for the usual threshold."""
    order: Decimal | None = None
    """Its place in lists; ``None`` after all that have one, by code."""
    place: Place = field(default_factory=Place)


NATION = "nation"
"""The kind of the area that others are compared with."""
USUAL_NATION = "CN"
"""Which area that is in a dataset that says it of none, as the reference of ``areas.kind`` promises: China, by its code of ISO 3166."""


class Area(Record):
    """Whom it is measured for. ``kind`` is ``place``, ``nation`` or ``group``."""

    ref_area: str
    label: Bilingual
    kind: str
    parent: str | None = None
    note: Bilingual = UNSAID
    order: Decimal | None = None
    place: Place = field(default_factory=Place)

    @property
    def is_group(self) -> bool:
        """Whether it is several places taken together."""
        return self.kind == "group"


class Source(Record):
    """Where figures were published. What the source does not state is empty, never guessed."""

    source: str
    title: str
    author: str
    publisher: str
    published: str
    accessed: str
    url: str
    language: str
    kind: str
    label: Bilingual = UNSAID
    """A neutral description in brackets, printed where there is no title."""
    file: str = ""
    """Name of the text file that holds the source's words, for ``check --source-texts``."""
    translated: Bilingual = UNSAID
    """The title as it was translated for readers of other languages."""
    place: Place = field(default_factory=Place)


QUALITATIVE = "qualitative"
"""The kind of a target that is set in words."""


class Target(Record):
    """What a plan sets: ``operator`` (gt, ge, eq, le, lt), quantity, period, and where it starts from."""

    target: str
    series: Series
    period: Period
    operator: str
    quantity: Quantity
    unit: str
    scope: str = ""
    base_obs: str | None = None
    plan: str = ""
    plan_zh: str = ""
    department: str = ""
    department_zh: str = ""
    note: Bilingual = UNSAID
    kind: str = ""
    """What is set (``level``, ``growth``, ``range``, ...); empty where it follows from unit and period."""
    value_to: Quantity | None = None
    """The other end of a range, counted in the same power of ten."""
    base_indicator: str | None = None
    """Of what a share is set; ``None`` for the usual whole of its series."""
    issued: str = ""
    """When the plan was issued: from then on the target holds instead of the one it replaces."""
    replaces: str | None = None
    order: Decimal | None = None
    place: Place = field(default_factory=Place)

    @property
    def plan_said(self) -> Bilingual:
        """The plan in each language; where there are words for it in one alone, those."""
        return Bilingual(self.plan or self.plan_zh, self.plan_zh or self.plan)

    @property
    def department_said(self) -> Bilingual:
        """Who is responsible, in the same way."""
        return Bilingual(self.department or self.department_zh, self.department_zh or self.department)

    @property
    def is_in_words(self) -> bool:
        """Whether words alone say what is set: ``operator`` and ``quantity`` mean nothing."""
        return self.kind == QUALITATIVE

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scope as comparisons take it: none where the source does not say."""
        return (self.scope,) if self.scope else ()


class Break(Record):
    """A period from which a series is not comparable with before."""

    indicator: str
    ref_area: str
    period: Period
    basis: Provenance
    note: Bilingual
    source: str | None = None
    place: Place = field(default_factory=Place)


class Code(Record):
    """A code of a dimension (breakdown, scope, counterpart_area, unit), or a publisher's name, with its labels."""

    dimension: str
    code: str
    label: Bilingual
    parent: str | None = None
    note: str = ""
    note_zh: str = ""
    unit_class: str = ""
    """Of a unit: what kind of number it counts (``amount``, ``count``, ``physical``, ``rate``, ``index``, ``ratio``)."""
    order: Decimal | None = None
    place: Place = field(default_factory=Place)


class Dataset(CachingRecord):
    """A whole dataset. Mappings are keyed by their code; do not change them. Their order, and that of
    the rest, is that of :mod:`reportgen.dataset.row_order` and says nothing of files."""

    name: str
    indicators: Mapping[str, Indicator]
    areas: Mapping[str, Area]
    sources: Mapping[str, Source]
    observations: Mapping[str, Observation]
    targets: Mapping[str, Target]
    citations: tuple[Citation, ...]
    breaks: tuple[Break, ...]
    codes: tuple[Code, ...] = ()
    left_out: frozenset[str] = frozenset()
    """Codes of rows that could not be read: there is a finding for each, and none for what refers to it."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """Where rows are missing because they could not be read: table and what the row was about (the indicator of an
    observation, the subject of a citation); an empty second part stands for the whole table."""
    elsewhere: Elsewhere | None = None
    """What there is beside it, of a large dataset that was read in part."""

    def is_whole(self, table: str, about: str = "") -> bool:
        """Whether every row of a table that is about something was read, so that what is not there is really missing."""
        return not {(table, about), (table, "")} & self.unread

    @cached_property
    def by_series(self) -> Mapping[Series, tuple[Observation, ...]]:
        """The observations of each series, by period then the dataset's order."""
        grouped: dict[Series, list[Observation]] = {}
        for observation in self.observations.values():
            grouped.setdefault(observation.series, []).append(observation)
        read = {
            series: tuple(sorted(members, key=lambda observation: observation.period.order))
            for series, members in grouped.items()
        }
        return BesideOthers(read, self.elsewhere) if self.elsewhere else read

    def of_measure(self, measure: Measure) -> tuple[Observation, ...]:
        """The observations of one measure, in the dataset's order."""
        return self._by_measure.get(measure, ())

    @cached_property
    def _by_measure(self) -> Mapping[Measure, tuple[Observation, ...]]:
        observations = self.observations.values()
        return {one: tuple([item for item in observations if item.measure is one]) for one in Measure}

    @cached_property
    def levels_by_series(self) -> Mapping[Series, tuple[Observation, ...]]:
        """The levels of each series that has any, by period then the dataset's order."""
        levels = ((series, tuple([item for item in members if item.measure is Measure.LEVEL]))
                  for series, members in self.by_series.items())  # fmt: skip
        return {series: members for series, members in levels if members}

    @cached_property
    def calendars(self) -> Mapping[Series, Calendar]:
        """The periods of each series' levels; many series have the same ones."""
        of_all = {series: tuple([level.period for level in levels])
                  for series, levels in self.levels_by_series.items()}  # fmt: skip
        calendars = {periods: Calendar(periods) for periods in of_all.values()}
        return {series: calendars[periods] for series, periods in of_all.items()}

    @cached_property
    def below_zero(self) -> frozenset[Series]:
        """The series that have a level below zero."""
        return frozenset(series for series, levels in self.levels_by_series.items()
                         if min([level.quantity.value for level in levels]) < ZERO)  # fmt: skip

    def observations_at(self, series: Series, period: Period, measure: Measure) -> tuple[Observation, ...]:
        """The observations of one measure of a series in a period, in the dataset's order: one for each unit and scope."""
        return self.by_period(series, measure).get(period, ())

    def by_period(
        self, series: Series, measure: Measure = Measure.LEVEL
    ) -> Mapping[Period, tuple[Observation, ...]]:
        """The observations of one measure of a series by their period, each in the dataset's order."""
        if self.elsewhere:
            self.elsewhere.notice(series)
        return self._placed.get((series, measure), {})

    @cached_property
    def nation(self) -> str:
        """The area that is the nation: the one of that kind, else the usual one."""
        return next((code for code, area in self.areas.items() if area.kind == NATION), USUAL_NATION)

    @cached_property
    def _placed(self) -> Mapping[tuple[Series, Measure], Mapping[Period, tuple[Observation, ...]]]:
        """The observations by series and measure, and by period, each in the dataset's order."""
        return {
            (series, measure): _by_period(items)
            for series, members in self.by_series.items()
            for measure, items in _by_measure(members).items()
        }

    @cached_property
    def beside_others(self) -> tuple[tuple[Observation, ...], ...]:
        """The observations of one series, period and measure, each in the dataset's order, where there are several."""
        found = (members for by_period in self._placed.values() for members in by_period.values())
        return tuple(members for members in found if len(members) > 1)

    @cached_property
    def citations_by_subject(self) -> Mapping[str, tuple[Citation, ...]]:
        """The citations of each observation or target, in the dataset's order; last the source that its own row names."""
        return Cited(self.stated_citations, self.observations)

    @cached_property
    def stated_citations(self) -> Mapping[str, tuple[Citation, ...]]:
        """The rows of the table of citations by their subject: those without what an observation's own row names."""
        grouped: dict[str, list[Citation]] = {}
        for citation in self.citations:
            grouped.setdefault(citation.subject, []).append(citation)
        return {subject: tuple(members) for subject, members in grouped.items()}

    @cached_property
    def fingerprint(self) -> str:
        """A digest of everything the dataset says about numbers, whatever the order of its rows or the form of its files."""
        digest = hashlib.sha256()
        for record in sorted(
            [
                *(f"{key} {item.quantity} {item.period} {item.unit} {item.status} {item.scope}"
                  for key, item in self.observations.items()),
                *(f"{key} {item.operator} {item.quantity} {item.period} {item.unit} {item.scope} {item.base_obs}"
                  for key, item in self.targets.items()),
                *(f"{item.subject} {item.source} {item.statement} {item.role}" for item in self.citations),
                *(f"{item.indicator} {item.ref_area} {item.period} {item.basis}" for item in self.breaks),
            ]
        ):  # fmt: skip
            digest.update(record.encode() + b"\n")
        return digest.hexdigest()

    @cached_property
    def codes_by_key(self) -> Mapping[tuple[str, str], Code]:
        """Codes by (dimension, code)."""
        return {(code.dimension, code.code): code for code in self.codes}

    def class_of(self, unit: str) -> UnitClass:
        """What kind of number a unit counts: as the dataset has it for its code, else as the code shows."""
        return self._named_classes.get(unit) or unit_of(unit).unit_class

    @cached_property
    def _named_classes(self) -> Mapping[str, UnitClass]:
        classes = set(UnitClass)
        named = [one for one in self.codes_by_key.values() if one.dimension == "unit"]
        return {one.code: UnitClass(one.unit_class) for one in named if one.unit_class in classes}

    def unit_label(self, unit: str) -> Bilingual | None:
        """What the dataset calls a unit of its own, ``None`` where it says nothing of it."""
        named = self.codes_by_key.get(("unit", unit))
        return named.label if named and named.label != Bilingual(unit, unit) else None

    @cached_property
    def words_of_places(self) -> frozenset[str]:
        """The words with which the English names of areas begin."""
        return frozenset(area.label.en.split(" ", 1)[0] for area in self.areas.values())

    def breaks_of(self, series: Series) -> tuple[Break, ...]:
        """The breaks of a series' indicator and area, by period."""
        found = [
            item
            for item in self.breaks
            if item.indicator == series.indicator and item.ref_area == series.ref_area
        ]
        return tuple(sorted(found, key=lambda item: item.period.order))


def _by_measure(members: Sequence[Observation]) -> Mapping[Measure, Sequence[Observation]]:
    if not [item for item in members if item.measure is not Measure.LEVEL]:
        return {Measure.LEVEL: members}
    grouped: dict[Measure, list[Observation]] = {}
    for item in members:
        grouped.setdefault(item.measure, []).append(item)
    return grouped


def _by_period(members: Sequence[Observation]) -> Mapping[Period, tuple[Observation, ...]]:
    alone = {item.period: (item,) for item in members}
    if len(alone) == len(members):
        return alone
    grouped: dict[Period, list[Observation]] = {}
    for item in members:
        grouped.setdefault(item.period, []).append(item)
    return {period: tuple(items) for period, items in grouped.items()}
