"""Do codes have the form that figure ids need, and does every reference lead to a record?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from reportgen.dataset.raw import at
from reportgen.dataset.record_findings import subject_of
from reportgen.dataset.records import TOTAL, Area, Dataset, Indicator, Observation, Series, Target
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.names import nearest_code
from reportgen.record import replace
from reportgen.regex import regex
from reportgen.spelling import nearest

_FORMS = {
    "indicator": regex(r"[a-z][a-z0-9_]*"),
    "ref_area": regex(r"[A-Za-z0-9_-]+"),
    "target": regex(r"[A-Za-z0-9_-]+"),
    "breakdown": regex(r"[A-Za-z0-9_]+"),
    "counterpart_area": regex(r"[A-Za-z0-9_-]+"),
}
"""What a figure's id allows in each of its parts."""
_FORM_MESSAGES = {"indicator": "dataset.form-of-indicator", "breakdown": "dataset.form-of-breakdown"}
_DIMENSIONS = ("breakdown", "scope", "counterpart_area")


class ForeignKey(NamedTuple):
    """A code that a row uses, and the records it must lead to, which are in one of ``tables``. ``subject`` is the record
    of the row."""

    place: Place
    column: str
    code: str | None
    known: Collection[str]
    tables: tuple[str, ...]
    subject: str = ""


def check_codes(dataset: Dataset) -> Iterator[Finding]:
    """Codes that a figure's id cannot hold, and Chinese names that a template cannot use."""
    coded: list[tuple[str, Place, str]] = [
        *(("indicator", item.place, item.indicator) for item in dataset.indicators.values()),
        *(("ref_area", item.place, item.ref_area) for item in dataset.areas.values()),
        *(("target", item.place, item.target) for item in dataset.targets.values()),
        *((item.dimension, item.place, item.code) for item in dataset.codes),
    ]
    for column, place, code in coded:
        if column in _FORMS and not _FORMS[column].fullmatch(code):
            yield _malformed_code(place, column, code)
    yield from _name_findings(dataset)
    yield from _duplicate_codes(dataset)


def check_references(dataset: Dataset) -> Iterator[Finding]:
    """Codes that lead nowhere, one finding for each however many rows use it. A table that is missing, and a row that
    could not be read, are one finding already and are passed over here."""
    unknown: dict[tuple[str, tuple[str, ...], str | None], list[ForeignKey]] = {}
    for reference in _references(dataset):
        if not reference.code or not reference.known:
            continue
        if reference.code not in reference.known and reference.code not in dataset.left_out:
            key = (reference.code, reference.tables, reference.place.sheet or reference.place.file)
            unknown.setdefault(key, []).append(reference)
    for references in unknown.values():
        yield _unknown_code(references)
    yield from _circular_parents(dataset)


def _references(dataset: Dataset) -> Iterator[ForeignKey]:
    indicators, areas, sources = dataset.indicators, dataset.areas, dataset.sources
    for indicator in indicators.values():
        yield ForeignKey(indicator.place, "parent", indicator.parent, indicators, ("indicators",))
    for area in areas.values():
        yield ForeignKey(area.place, "parent", area.parent, areas, ("areas",))
    listed = _codes_by_dimension(dataset)
    sound: set[tuple[Series, str]] = set()
    for observation in dataset.observations.values():
        named = (observation.series, observation.scope)
        if named not in sound:
            references = list(_series_references(dataset, observation, listed))
            if all(not item.code or item.code in item.known for item in references):
                sound.add(named)
            yield from references
        place, subject = observation.place, observation.obs_id
        if observation.source and observation.source not in sources:
            yield ForeignKey(place, "source", observation.source, sources, ("sources",), subject)
        if observation.base_area:
            yield ForeignKey(place, "base_area", observation.base_area, areas, ("areas",), subject)
        if base := observation.base_indicator:
            yield ForeignKey(place, "base_indicator", base, indicators, ("indicators",), subject)
    for target in dataset.targets.values():
        yield from _series_references(dataset, target, listed)
        yield ForeignKey(
            target.place, "base_obs", target.base_obs, dataset.observations, ("observations",), target.target
        )
        yield ForeignKey(
            target.place, "base_indicator", target.base_indicator, indicators, ("indicators",), target.target
        )
        yield ForeignKey(
            target.place, "replaces", target.replaces, dataset.targets, ("targets",), target.target
        )
    are_whole = dataset.is_whole("observations") and dataset.is_whole("targets")
    subjects = {*dataset.observations, *dataset.targets} if are_whole else set()
    for citation in dataset.citations:
        yield ForeignKey(citation.place, "subject", citation.subject, subjects, ("observations", "targets"))
        yield ForeignKey(citation.place, "source", citation.source, sources, ("sources",))
    for item in dataset.breaks:
        yield ForeignKey(item.place, "indicator", item.indicator, indicators, ("indicators",))
        yield ForeignKey(item.place, "ref_area", item.ref_area, areas, ("areas",))
        yield ForeignKey(item.place, "source", item.source, sources, ("sources",))
    for code in dataset.codes:
        yield ForeignKey(code.place, "parent", code.parent, {TOTAL, *listed[code.dimension]}, ("codes",))


def _series_references(
    dataset: Dataset, record: Observation | Target, listed: Mapping[str, Collection[str]]
) -> Iterator[ForeignKey]:
    series, place = record.series, record.place
    subject = subject_of(record)
    yield ForeignKey(place, "indicator", series.indicator, dataset.indicators, ("indicators",), subject)
    yield ForeignKey(place, "ref_area", series.ref_area, dataset.areas, ("areas",), subject)
    used = {
        "breakdown": series.breakdown,
        "scope": record.scope,
        "counterpart_area": series.counterpart_area,
    }
    for dimension in _DIMENSIONS:
        known = listed.get(dimension, ())
        if not known:  # codes are optional: without a list of a dimension its codes stand for themselves
            continue
        areas = dataset.areas if dimension == "counterpart_area" else ()
        yield ForeignKey(place, dimension, used[dimension], {TOTAL, *known, *areas}, ("codes",), subject)


def _codes_by_dimension(dataset: Dataset) -> Mapping[str, Collection[str]]:
    listed: dict[str, set[str]] = {}
    for dimension, code in dataset.codes_by_key:
        listed.setdefault(dimension, set()).add(code)
    return listed


def _unknown_code(references: list[ForeignKey]) -> Finding:
    """The finding for a code that leads nowhere, at the first of the rows that use it."""
    reference = references[0]
    code = reference.code or ""
    near = _meant(code, reference.known)
    rows = sorted({str(item.place.row) for item in references[1:]} - {str(reference.place.row)}, key=int)
    also = Message("dataset.also-in-rows", rows=tuple(rows), count=len(rows)) if rows else None
    return Finding(
        "unknown-code",
        Severity.ERROR,
        place=reference.place.cell(reference.column, code),
        subjects=(code, *dict.fromkeys(item.subject for item in references if item.subject)),
        code_used=code,
        tables=reference.tables,
        also=also,
        near=near,
    )


def _meant(code: str, known: Collection[str]) -> str | None:
    """The known code that is like ``code``, or that it is the label of."""
    if isinstance(known, Mapping):
        labels = {key: record.label for key, record in known.items() if isinstance(record, Indicator | Area)}
        if labels:
            return nearest_code(code, labels)
    return nearest(code, known)


def _malformed_code(place: Place, column: str, code: str) -> Finding:
    return Finding(
        "malformed-code",
        Severity.ERROR,
        place=at(place, place.row, column, code),
        subjects=(code,),
        code_used=code,
        allowed=Message(_FORM_MESSAGES.get(column, "dataset.form-of-code")),
    )


def _name_findings(dataset: Dataset) -> Iterator[Finding]:
    first_with: dict[str, str] = {}
    for item in dataset.indicators.values():
        place = item.place.cell("name_zh", item.name_zh)
        if not item.name_zh.isidentifier():
            yield Finding(
                "name-no-identifier",
                Severity.ERROR,
                place=place,
                subjects=(item.indicator,),
                name=item.name_zh,
            )
        first = first_with.setdefault(item.name_zh, item.indicator)
        if first != item.indicator or (item.name_zh in dataset.indicators and item.name_zh != item.indicator):
            yield Finding(
                "duplicate-name",
                Severity.ERROR,
                place=place,
                subjects=(item.indicator,),
                name=item.name_zh,
                first=first,
            )


def _duplicate_codes(dataset: Dataset) -> Iterator[Finding]:
    first_row: dict[tuple[str, str], int | None] = {}
    for item in dataset.codes:
        key = (item.dimension, item.code)
        if key in first_row:
            yield Finding(
                "duplicate-id",
                Severity.ERROR,
                place=item.place.cell("code", item.code),
                subjects=(item.code,),
                variant="code",
                code_used=item.code,
                dimension=item.dimension,
                row=first_row[key],
            )
        first_row.setdefault(key, item.place.row)


def _circular_parents(dataset: Dataset) -> Iterator[Finding]:
    families: list[tuple[str, Mapping[str, str | None], Mapping[str, Place]]] = [
        (
            "indicator",
            {key: item.parent for key, item in dataset.indicators.items()},
            {key: item.place for key, item in dataset.indicators.items()},
        ),
        (
            "ref_area",
            {key: item.parent for key, item in dataset.areas.items()},
            {key: item.place for key, item in dataset.areas.items()},
        ),
    ]
    for _, parents, places in families:
        for chain in _circles(parents):
            code = chain[0]
            yield Finding(
                "circular-parents",
                Severity.ERROR,
                place=at(places[code], places[code].row, "parent", parents[code]),
                subjects=chain[:-1],
                code_used=code,
                chain=" → ".join(chain),
            )


def _circles(parents: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Each circle of codes and parents once, from its first code back to it."""
    seen: set[str] = set()
    for start in parents:
        walked: dict[str, int] = {}
        code: str | None = start
        while code is not None and code not in seen:
            seen.add(code)
            walked[code] = len(walked)
            code = parents.get(code)
        if code in walked:
            circle = list(walked)[walked[code] :]
            first = circle.index(min(circle))
            yield [*circle[first:], *circle[:first], circle[first]]


def with_known_codes(dataset: Dataset) -> Dataset:
    """The dataset without the observations and targets of indicators or areas that it does not have: there is a finding for
    each, and no figure."""

    def is_known(record: Observation | Target) -> bool:
        named = record.series.indicator in dataset.indicators and record.series.ref_area in dataset.areas
        base_is_known = record.base_indicator is None or record.base_indicator in dataset.indicators
        if isinstance(record, Target):
            return named and base_is_known
        return named and base_is_known and (record.base_area is None or record.base_area in dataset.areas)

    observations = {key: item for key, item in dataset.observations.items() if is_known(item)}
    targets = {key: item for key, item in dataset.targets.items() if is_known(item)}
    if len(observations) == len(dataset.observations) and len(targets) == len(dataset.targets):
        return dataset
    return replace(dataset, observations=observations, targets=targets)
