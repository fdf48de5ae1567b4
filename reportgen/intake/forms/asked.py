"""What a form asks: each figure with its labels, its unit, last period's value and the value that the dataset held."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from reportgen.dataset.names import series_name
from reportgen.dataset.records import UNIT_OF_MEASURE, Dataset, Measure, Series
from reportgen.dataset.row_order import MEASURES, SeriesOrder
from reportgen.intake.new_observations import Holdings, latest_of
from reportgen.intake.taken import ObservationKey
from reportgen.language import kind_name, language, languages
from reportgen.language.footnote_marks import label_without_marks
from reportgen.messages import DATASET_LANGUAGES, UNSAID, Bilingual
from reportgen.periods import Period, PeriodKind
from reportgen.record import CachingRecord, Record, replace
from reportgen.units import COUNT, unit_of
from reportgen.values import plain

_VERSION = "1"
MARK = "reportgen-form"
"""What the first cell of the sheet of identity says."""


class Asked(Record):
    """One figure that a form asks for. Numbers are in base units."""

    row: str
    """The mark of its row in the form."""
    key: ObservationKey
    power: int
    """The power of ten that the form counts in."""
    indicator: str = ""
    area: str = ""
    unit: str = ""
    """These three as the form words them."""
    last: Decimal | None = None
    last_period: str = ""
    base: Decimal | None = None
    """What the dataset held of this very figure when the form was made."""
    counter: Bilingual = UNSAID
    """What is counted, where the unit is a count: ``parcels``, 件."""

    @property
    def period(self) -> Period:
        return Period.parse(self.key.period)

    @property
    def unit_code(self) -> str:
        measure = Measure(self.key.measure)
        return self.key.unit if measure is Measure.LEVEL else UNIT_OF_MEASURE[measure]

    @property
    def words_of_unit(self) -> frozenset[str]:
        """What may be said behind a number and its multiplier, as :func:`plain_text`: the unit in each language."""
        said = {self.unit} if not self.power else set()
        if (
            not self.counter.wordings
        ):  # all that an older form says of what is counted, in a language with spaces
            said.add(self.unit.rpartition(" ")[2])
        for code in languages():
            words, counter = language(code).quantities, self.counter.in_language(code)
            said.add(words.unit_name(self.unit_code))
            said |= {words.counted(self.unit_code, 0, counter, singular=one) for one in (False, True)}
        return frozenset(map(plain_text, filter(None, said)))

    def of_period(self, period: Period) -> Asked:
        """The same figure of another period, of which the form knows nothing."""
        return replace(self, key=self.key._replace(period=str(period)), last=None, last_period="", base=None)


class Form(CachingRecord):
    """A form: its identity, its title and what it asks."""

    id: str
    language: str
    title: str
    publisher: str
    is_wide: bool
    asked: tuple[Asked, ...]
    office: str = ""
    """What the publisher is called in the form's language."""

    @cached_property
    def labels_of_periods(self) -> Mapping[str, Period]:
        """The periods that it asks, by what any language calls them."""
        periods = {one.period for one in self.asked}
        return {
            plain_text(language(code).period(period)): period for code in languages() for period in periods
        }

    def identity(self) -> list[list[str]]:
        """The rows of the hidden sheet from which a returned form is known again."""
        head = {"id": self.id, "language": self.language, "title": self.title, "publisher": self.publisher,
                "wide": self.is_wide, "office": self.office}  # fmt: skip
        rows = [[MARK, _VERSION, json.dumps(head, ensure_ascii=False)]]
        rows += [
            [one.row, *one.key, str(one.power), one.indicator, one.area, one.unit, _text(one.last),
             one.last_period, _text(one.base), *(one.counter.in_language(code) for code in DATASET_LANGUAGES)]
            for one in self.asked
        ]  # fmt: skip
        return rows

    @classmethod
    def of_identity(cls, rows: Sequence[Sequence[str]]) -> Form:
        """The form whose hidden sheet has these rows. Raises ``ValueError`` where they are damaged."""
        head: dict[str, Any] = json.loads(rows[0][2])
        size = len(ObservationKey._fields)
        asked = []
        for row in rows[1:]:
            cells = [*row, *[""] * (size + 10)]
            if not cells[0]:
                continue
            power, indicator, area, unit, last, last_period, base, *counter = cells[size + 1 : size + 10]
            key = ObservationKey(*map(sys.intern, cells[1 : size + 1]))
            Period.parse(key.period)
            asked.append(
                Asked(
                    cells[0],
                    key,
                    int(power),
                    indicator,
                    area,
                    unit,
                    _number(last),
                    last_period,
                    _number(base),
                    Bilingual(**dict(zip(DATASET_LANGUAGES, counter, strict=True))),
                )
            )
        return cls(
            head["id"], head["language"], head["title"], head["publisher"], bool(head["wide"]), tuple(asked),
            str(head.get("office", "")),
        )  # fmt: skip


@lru_cache(maxsize=8192)
def plain_text(text: str) -> str:
    """A text as it is compared: without spaces, case, footnote marks and forms of letters."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", label_without_marks(text))).casefold()


def _text(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def asked_figures(
    dataset: Dataset, held: Holdings, code: str, periods: Sequence[Period], area: str | None = None,
    wanted: Collection[ObservationKey] | None = None,
) -> list[Asked]:  # fmt: skip
    """What a form in a language asks: each series that the dataset continues, in the periods that are named, else in the
    one after its latest. A series is asked for periods like those it has. ``wanted``: these series alone, keys without
    period; one without an area is of every area."""
    found: list[tuple[ObservationKey, Period]] = []
    by_series: dict[ObservationKey, dict[Period, Decimal]] = {}
    for key in {**held.stated, **held.qualified}:
        stated = (*held.stated.get(key, ()), *held.qualified.get(key, ()))
        value = latest_of(stated, held).value
        by_series.setdefault(key._replace(period=""), {})[Period.parse(key.period)] = value
    for series, values in by_series.items():
        is_wanted = wanted is None or series in wanted or series._replace(ref_area="") in wanted
        if is_wanted and (area is None or series.ref_area == area):
            found += [(series, period) for period in _periods(values, periods)]
    areas = {name: place for place, name in enumerate(dataset.areas)}
    order = SeriesOrder.of(dataset)

    def place(one: tuple[ObservationKey, Period]) -> tuple[object, ...]:
        series = one[0]
        return (areas.get(series.ref_area, 0), order.key(series), MEASURES[series.measure], series)

    found.sort(key=place)
    rows: dict[ObservationKey, str] = {}
    asked = []
    for series, period in found:
        rows.setdefault(series, f"r{len(rows) + 1:04d}")
        asked.append(_asked(series, period, by_series[series], rows[series]))
    powers = {unit: _power(unit, code, asked) for unit in {one.unit_code for one in asked}}
    return [_worded(dataset, code, replace(one, power=powers[one.unit_code])) for one in asked]


def _periods(values: Iterable[Period], wanted: Sequence[Period]) -> Iterator[Period]:
    """The periods that a series is asked for: those of a kind that it has, else what follows its latest ones."""
    known = sorted(values, key=lambda period: period.order)
    if wanted:
        yield from (one for one in wanted if any(_continues(one, other) for other in known))
        return
    months = any(one.kind is PeriodKind.SPAN for one in known)
    latest = [one for one in known if one.end == known[-1].end]
    following = [
        _first_of_next_year(one, known) if months and one.kind is PeriodKind.YEAR else following_period(one)
        for one in latest
    ]
    yield from dict.fromkeys(one for one in following if one is not None)


def _first_of_next_year(year: Period, known: Iterable[Period]) -> Period | None:
    """After a year of cumulative months comes the next year's first period, of as many months as this year's first had."""
    since_january = [
        one.months for one in known if one.first == year.first and one.kind is not PeriodKind.DAY
    ]
    return Period.span_of(year.first + 12, year.first + 11 + min(since_january))


def _continues(one: Period, other: Period) -> bool:
    """Whether two periods are of one kind: months, years, or a year's first months, however many."""
    if one.kind is PeriodKind.SPAN or other.kind is PeriodKind.SPAN:
        return one.is_cumulative and other.is_cumulative
    return one.is_same_kind(other)


def following_period(period: Period) -> Period | None:
    """The period after one of its kind; of a cumulative span the one that ends a month later. A day has none."""
    if period.kind is PeriodKind.DAY:
        return None
    if period.kind is PeriodKind.SPAN:
        return Period.span_of(period.first, period.last + 1) if period.is_cumulative else None
    return Period.span_of(period.first + period.months, period.last + period.months)


def _asked(series: ObservationKey, period: Period, values: dict[Period, Decimal], row: str) -> Asked:
    before = [one for one in values if one.order < period.order and _continues(one, period)]
    last = max(before, key=lambda one: one.order, default=None)
    return Asked(
        row,
        series._replace(period=str(period)),
        power=0,
        last=None if last is None else values[last],
        last_period="" if last is None else str(last),
        base=values.get(period),
    )


def _worded(dataset: Dataset, code: str, one: Asked) -> Asked:
    """The figure with its labels and its unit in the language."""
    indicator = dataset.indicators.get(one.key.indicator)
    counter = indicator.counter if indicator and one.unit_code == COUNT else UNSAID
    speaker = language(code)
    words = speaker.quantities
    return replace(
        one,
        indicator=_label(dataset, code, one.key),
        area=speaker.name(series_name(dataset, _series(one.key)).area),
        unit=words.counted(one.unit_code, one.power, counter.in_language(code))
        or words.unit_name(one.unit_code),
        counter=counter,
    )


def _series(key: ObservationKey) -> Series:
    return Series(key.indicator, key.ref_area, key.breakdown, key.counterpart_area)


def _label(dataset: Dataset, code: str, key: ObservationKey) -> str:
    """The indicator, with the kind of number where it is no level and with its definition where it has one."""
    speaker = language(code)
    text = speaker.labels.indicator(series_name(dataset, _series(key)))
    more = [] if key.measure == Measure.LEVEL else [kind_name(key.measure, code)]
    if key.scope:
        known = dataset.codes_by_key.get(("scope", key.scope))
        more.append(known.label.in_language(code) if known else key.scope)
    if key.prices:
        more.append(key.prices)
    return text + "".join(speaker.punctuation.bracketed(speaker.punctuation.unbracketed(one)) for one in more)


def _power(unit: str, code: str, asked: Sequence[Asked]) -> int:
    """One power of ten for all numbers of a unit: the language's largest that leaves the typical one above one."""
    sizes = sorted(abs(one.last) for one in asked if one.unit_code == unit and one.last)
    if not unit_of(unit).adds_up or not sizes:
        return 0
    size = sizes[len(sizes) // 2]
    return next((power for power in language(code).quantities.powers if size >= Decimal(10) ** power), 0)


def form_id(parts: Iterable[object]) -> str:
    """A short name made of what a form asks: the same question, the same name."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:8]
