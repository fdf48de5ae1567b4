"""Are the dates in order: publication after the period, access after publication, a base before what it is for?"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.findings import note, warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import Basis, Dataset, Observation, Source
from reportgen.findings import Finding
from reportgen.language import period_label
from reportgen.periods import Period


def check_dates(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each pair of dates that stands the wrong way round."""
    yield from _accessed_before_published(dataset)
    yield from _published_before_period_ends(dataset)
    yield from _base_not_before_period(dataset)
    yield from _target_not_after_base(dataset)


def _accessed_before_published(dataset: Dataset) -> Iterator[Finding]:
    for source in dataset.sources.values():
        published, accessed = _date_of(source.published), _date_of(source.accessed)
        if published and accessed and accessed.end < published.start:
            yield warning(
                "accessed-before-published",
                at(source.place, source.place.row, "accessed", source.accessed),
                (
                    f"“{source.source}” was read on {source.accessed}, before it was published on {source.published}.",
                    f"“{source.source}”的查阅日期{source.accessed}早于发布日期{source.published}。",
                ),
                ("Correct one of the two dates.", "请更正其中一个日期。"),
                source.source,
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
    inferred = observation.period_basis is Basis.INFERRED
    found = note if inferred else warning
    basis_en = "The inferred period" if inferred else "The period"
    basis_zh = "推定的时期" if inferred else "的时期"
    period_en, period_zh = period_label(observation.period, "en"), period_label(observation.period, "zh")
    return found(
        "published-before-period-ends",
        at(observation.place, observation.place.row, "period", str(observation.period)),
        (
            f"{basis_en} of “{observation.obs_id}”, {period_en}, ends after its source was published on {source.published}.",
            f"“{observation.obs_id}”{basis_zh}（{period_zh}）在来源发布（{source.published}）之后才结束。",
        ),
        (
            "Check whether the figure covers a part of the period, an estimate, or another year.",
            "请核对该数值是否只覆盖部分时期、是否为预计数，或是否属于其他年份。",
        ),
        observation.obs_id,
    )


def _base_not_before_period(dataset: Dataset) -> Iterator[Finding]:
    for observation in dataset.observations.values():
        base = observation.base_period
        if base is None or base.end < observation.period.end:
            continue
        yield warning(
            "base-not-before-period",
            at(observation.place, observation.place.row, "base_period", str(base)),
            (
                f"The base of “{observation.obs_id}”, {period_label(base, 'en')}, does not lie before {period_label(observation.period, 'en')}.",
                f"“{observation.obs_id}”的基期{period_label(base, 'zh')}不早于报告期{period_label(observation.period, 'zh')}。",
            ),
            ("Correct the period or its base.", "请更正时期或基期。"),
            observation.obs_id,
        )


def _target_not_after_base(dataset: Dataset) -> Iterator[Finding]:
    for target in dataset.targets.values():
        base = dataset.observations.get(target.base_obs or "")
        if base is None or base.period.end < target.period.end:
            continue
        yield warning(
            "target-not-after-base",
            at(target.place, target.place.row, "period", str(target.period)),
            (
                f"The target “{target.target}” is for {period_label(target.period, 'en')}, which does not lie after its base, {period_label(base.period, 'en')}.",
                f"目标“{target.target}”的目标期{period_label(target.period, 'zh')}不晚于其基期{period_label(base.period, 'zh')}。",
            ),
            ("Correct the target's period or its base_obs.", "请更正目标期或base_obs。"),
            target.target,
        )


def _date_of(text: str) -> Period | None:
    """A date as precise as it is known: a day, a month or a year; ``None`` where it is unknown."""
    try:
        return Period.parse(text)
    except ValueError:
        return None
