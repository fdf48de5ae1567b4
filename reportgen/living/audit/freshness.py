"""A document against the dataset of today: figures revised or gone since it was built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.findings import Finding, Place
from reportgen.finished.carried import Carried, KnownFigure
from reportgen.living.audit.knowledge import expected_text
from reportgen.living.audit.remarks import found
from reportgen.living.audit.word_figures import with_period
from reportgen.messages import Bilingual


def check_freshness(
    carried: Carried,
    today: Mapping[str, KnownFigure],
    fingerprint: str,
    standing: Iterable[tuple[str, Place]],
    file: str,
) -> Iterator[Finding]:
    """Findings at the places of the figures that changed. ``today`` is the dataset's by key, ``standing`` key and place."""
    if carried.about.get("dataset_sha256") == fingerprint:
        return
    changed: set[str] = set()
    by_key = carried.by_key
    for key, place in standing:
        then, now = by_key.get(key), today.get(key)
        if then is None or (then.value is None and now is None):
            continue
        if now is None or (now.value is None and then.value is not None):
            changed.add(key)
            yield found(
                "figure-gone", place, (then.id,), expected=expected_text(then), label=with_period(then)
            )
        elif not _same(then, now):
            changed.add(key)
            yield found(
                "figure-revised", place, (then.id,), expected=expected_text(then), text=expected_text(now),
                label=with_period(then),
            )  # fmt: skip
    count = str(len(changed))
    yield found("dataset-newer", Place(file=file), count=Bilingual(count, count))


def _same(then: KnownFigure, now: KnownFigure) -> bool:
    return (then.value, then.unit, then.qualifier, then.bound, then.state) == (
        now.value, now.unit, now.qualifier, now.bound, now.state,
    )  # fmt: skip
