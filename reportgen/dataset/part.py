"""The part of a large dataset that a pack needs: the observations and targets of some areas, and all other tables."""

from __future__ import annotations

from reportgen.dataset.elsewhere import Elsewhere
from reportgen.dataset.reading import read
from reportgen.dataset.records import TOTAL, Dataset, Role, Series
from reportgen.dataset.row_order import SeriesOrder
from reportgen.dataset.stores import Location, Wanted, store_at
from reportgen.dataset.stores.protocol import ReadsAreas
from reportgen.findings import Finding
from reportgen.record import replace

LARGE = 200_000
"""From so many observations on, a pack reads what it needs alone."""

ReadDataset = tuple[Dataset, tuple[Finding, ...]]


def may_be_read_in_part(location: Location) -> bool:
    """Whether a dataset is large, and kept so that the rows of some areas can be read without the others."""
    store = store_at(location)
    return isinstance(store, ReadsAreas) and store.has(LARGE)


def read_areas(location: Location, areas: frozenset[str]) -> ReadDataset | None:
    """The dataset at ``location`` with what belongs to ``areas`` and to those above them, and what could not be read of it;
    ``None`` where what belongs to them cannot be known without the rest."""
    store = store_at(location)
    assert isinstance(store, ReadsAreas)
    without, _ = read(location, Wanted(ref_areas=frozenset()))
    areas = frozenset((*areas, *_above(without, areas)))
    dataset, findings = read(location, Wanted(ref_areas=areas))
    if _leads_elsewhere(dataset):
        return None
    held = {*dataset.observations, *dataset.targets}
    series = tuple(
        Series(indicator, area, breakdown or TOTAL, partner or TOTAL)
        for indicator, area, breakdown, partner in sorted(store.series(), key=SeriesOrder.of(dataset).key)
    )
    part = replace(
        dataset,
        citations=tuple(item for item in dataset.citations if item.subject in held),
        unread=dataset.unread | {("observations", ""), ("targets", "")},
        elsewhere=Elsewhere(series, areas, store.count() - len(dataset.observations)),
    )
    return part, findings


def _above(dataset: Dataset, areas: frozenset[str]) -> set[str]:
    found: set[str] = set()
    waiting = [*areas, dataset.nation]
    while waiting:
        area = dataset.areas.get(waiting.pop())
        if area is not None and area.ref_area not in found:
            found.add(area.ref_area)
            waiting.append(area.parent or "")
    return found


def _leads_elsewhere(dataset: Dataset) -> bool:
    """Whether a record names one that may be of another area: what a plan starts from, or two amounts that one clause states."""
    targets = dataset.targets.values()
    bases = (target.base_obs for target in targets if target.base_obs)
    before = (target.replaces for target in targets if target.replaces)
    return (
        any(item.role is Role.CONVERTED for item in dataset.citations)
        or any(base not in dataset.observations for base in bases)
        or any(target not in dataset.targets for target in before)
    )
