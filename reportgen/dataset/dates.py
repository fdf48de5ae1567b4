"""Are the dates in order: publication after the period, access after publication, a base before what it is for?"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import Dataset, Observation, Provenance, Source
from reportgen.findings import Finding, Severity
from reportgen.periods import Period


def check_dates(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each pair of dates in the wrong order."""
    yield from _accessed_before_published(dataset)
    yield from _published_before_period_ends(dataset)
    yield from _base_not_before_period(dataset)
    yield from _target_not_after_base(dataset)


def _accessed_before_published(dataset: Dataset) -> Iterator[Finding]:
    for source in dataset.sources.values():
        published, accessed = _date_of(source.published), _date_of(source.accessed)
        if published and accessed and accessed.end < published.start:
            yield Finding(
                "accessed-before-published",
                Severity.WARNING,
                place=source.place.cell("accessed", source.accessed),
                subjects=(source.source,),
                source=source.source,
                accessed=accessed,
                published=published,
            )


def _published_before_period_ends(dataset: Dataset) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for citation in dataset.citations:
        observation = dataset.observations.get(citation.subject)
        source = dataset.sources.get(citation.source)
        if observation is None or source is None or (observation.obs_id, source.source) in seen:
            continue
        seen.add((observation.obs_id, source.source))
        published = _date_of(source.published)
        if published and published.end < observation.period.end:
            yield _published_early(observation, source)


def _published_early(observation: Observation, source: Source) -> Finding:
    inferred = observation.period_basis is Provenance.INFERRED
    return finding_about(
        "published-before-period-ends",
        Severity.NOTE if inferred else Severity.WARNING,
        (observation,),
        place=observation.place.cell("period", str(observation.period)),
        variant="inferred" if inferred else "",
        subject=observation.obs_id,
        period=observation.period,
        published=_date_of(source.published),
    )


def _base_not_before_period(dataset: Dataset) -> Iterator[Finding]:
    for observation in dataset.observations.values():
        base = observation.base_period
        if base is None or base.end < observation.period.end:
            continue
        yield finding_about(
            "base-not-before-period",
            Severity.WARNING,
            (observation,),
            place=observation.place.cell("base_period", str(base)),
            subject=observation.obs_id,
            base=base,
            period=observation.period,
        )


def _target_not_after_base(dataset: Dataset) -> Iterator[Finding]:
    for target in dataset.targets.values():
        base = dataset.observations.get(target.base_obs or "")
        if base is None or base.period.end < target.period.end:
            continue
        yield finding_about(
            "target-not-after-base",
            Severity.WARNING,
            (target,),
            place=target.place.cell("period", str(target.period)),
            target=target.target,
            period=target.period,
            base=base.period,
        )


def _date_of(text: str) -> Period | None:
    """A date as precise as it is known: a day, a month or a year; ``None`` where it is unknown."""
    try:
        return Period.parse(text)
    except ValueError:
        return None
