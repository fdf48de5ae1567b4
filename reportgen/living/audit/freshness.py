"""A document against the dataset of today: figures revised or gone since it was built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Finding, Place
from reportgen.finished.lineage import Lineage
from reportgen.finished.places import FigurePlace
from reportgen.living.audit.codes import expected, found, found_of_figure


def check_freshness(
    lineage: Lineage,
    today: Mapping[str, FigureRecord],
    fingerprint: str,
    present: Iterable[FigurePlace],
    file: str,
) -> Iterator[Finding]:
    """Findings at the places of the figures that changed. ``today`` is the dataset's by key, ``present`` the document's."""
    if lineage.about.get("dataset_sha256") == fingerprint:
        return
    changed: set[str] = set()
    for one in present:
        key, place = one.key, one.place
        then, now = lineage.by_key.get(key), today.get(key)
        if then is None or (then.value is None and now is None):
            continue
        if now is None or (now.value is None and then.value is not None):
            changed.add(key)
            yield found_of_figure("figure-gone", place, then)
        elif not _same(then, now):
            changed.add(key)
            yield found_of_figure("figure-revised", place, then, text=expected(now))
    yield found("dataset-newer", Place(file=file), count=len(changed))


def _same(then: FigureRecord, now: FigureRecord) -> bool:
    return (then.value, then.unit, then.qualifier, then.bound, then.state) == (
        now.value, now.unit, now.qualifier, now.bound, now.state,
    )  # fmt: skip
