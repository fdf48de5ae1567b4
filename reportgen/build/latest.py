"""A pack that follows its data: the period and the cut-off date that ``latest``, or a period asked for, means today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from reportgen.build.definition import PackDefinition, unknown_areas
from reportgen.build.definition_rules import PeriodLike
from reportgen.errors import PackError
from reportgen.findings import Finding, Place, Severity
from reportgen.periods import Period, PeriodKind
from reportgen.record import replace
from reportgen.toml_keys import PACK_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.dataset.records import Dataset, Observation

AskedPeriod = Period | Literal["latest"]
"""A period that takes the place of a pack's own: ``latest`` is the newest one that there is."""


def settled(definition: PackDefinition, dataset: Dataset, asked: AskedPeriod | None = None) -> PackDefinition:
    """The definition with the period and the cut-off date that hold for this dataset.

    ``asked`` takes the place of the pack's period; of a pack of cumulative figures a month means the months up to it.
    Raises ``PackError`` where the pack's area has no level to go by.
    """
    if asked == "latest":
        definition, asked = replace(definition, stated_period=None), None
    levels = list(_levels(dataset, definition))
    period = definition.stated_period
    if period is not None and definition.stated_cut_off is not None and asked is None:
        return definition
    if asked is not None:
        period = _as_liked(asked, definition.period_like)
    elif period is None:
        period = _newest(levels)
    if unknown := unknown_areas(definition, dataset):
        raise PackError(unknown[0].message, unknown)
    at_period = [item for item in levels if item.period == period]
    if not at_period and (asked is not None or definition.stated_period is None):
        raise _nothing_at(period, definition, levels)
    assert period is not None
    day = definition.stated_cut_off or _published(at_period, dataset) or period.end
    return replace(definition, stated_period=period, stated_cut_off=day)


def seen_by(dataset: Dataset, day: date) -> Dataset:
    """The dataset without what tells of later periods, where no source says that it appeared by then."""
    observations = {
        key: item
        for key, item in dataset.observations.items()
        if _told(item) <= day or any(known <= day for known in _days(item, dataset))
    }
    gone = dataset.observations.keys() - observations.keys()
    citations = tuple(item for item in dataset.citations if item.subject not in gone)
    return replace(dataset, observations=observations, citations=citations)


def periods_to_build(dataset: Dataset, definition: PackDefinition) -> set[Period]:
    """The periods that a pack which follows its data can be built for."""
    return {item.period for item in _levels(dataset, replace(definition, stated_cut_off=None))}


def _told(item: Observation) -> date:
    """From when on a figure could be known: the end of its period, of an inferred one only its start is certain."""
    return item.period.start if item.period_basis == "inferred" else item.period.end


def _days(item: Observation, dataset: Dataset) -> list[date]:
    """When sources carried an observation, as far as they say."""
    citations = dataset.citations_by_subject.get(item.obs_id, ())
    named = [dataset.sources[citation.source] for citation in citations if citation.source in dataset.sources]
    return [day for source in named if (day := _day(source.published)) is not None]


def _levels(dataset: Dataset, definition: PackDefinition) -> Iterator[Observation]:
    """The levels at the pack's area in periods such as it wants, known at its cut-off date as far as that is known."""
    for item in dataset.observations.values():
        if item.series.ref_area != definition.ref_area or item.measure != "level":
            continue
        late = definition.stated_cut_off is not None and item.period.end > definition.stated_cut_off
        if is_like(item.period, definition.period_like) and not late:
            yield item


def is_like(period: Period, like: PeriodLike | None) -> bool:
    """Whether a period is of the kind that a pack goes by. January alone and a whole year are cumulative too."""
    if like is None:
        return True
    if like == "cumulative":
        return (
            period.kind is not PeriodKind.DAY and period.first % 12 == 0 and period.first // 12 == period.year
        )
    return period.kind.value == like


def _as_liked(asked: Period, like: PeriodLike | None) -> Period:
    if like == "cumulative" and asked.kind is PeriodKind.MONTH:
        return Period.span_of(asked.year * 12, asked.last)
    return asked


def _newest(levels: list[Observation]) -> Period | None:
    """The period that ends last; of those that end together the longest."""
    found = {item.period for item in levels}
    return max(found, key=lambda period: (period.end, -period.first), default=None)


def _published(at_period: list[Observation], dataset: Dataset) -> date | None:
    """The latest day on which a source first carried a figure of the period; ``None`` where none says when."""
    first = [min(days) for item in at_period if (days := _days(item, dataset))]
    return max(first, default=None)


def _day(text: str) -> date | None:
    try:
        return Period.parse(text).end
    except ValueError:
        return None


def _nothing_at(period: Period | None, definition: PackDefinition, levels: list[Observation]) -> PackError:
    finding = Finding(
        "no-such-period",
        Severity.ERROR,
        place=Place(file=PACK_FILE, text="period"),
        variant="" if period else "none",
        area=definition.ref_area,
        period=period and str(period),
        latest=str(_newest(levels) or ""),
    )
    return PackError(finding.message, [finding])
