"""One pack for each of many areas: the same definition and templates, built once a district.

All or nothing here too: the files of every area are made first, and only then does any of them take its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.build.build import Built, Made, make_files, open_pack, refuse_failures
from reportgen.build.definition import PackDefinition
from reportgen.build.pack_folder import place_all
from reportgen.build.pack_or_data import PackOrData
from reportgen.build.pdf import find_libreoffice
from reportgen.dataset.records import Dataset
from reportgen.errors import PackError, ReportgenError
from reportgen.findings import Finding, Severity
from reportgen.messages import Message

Step = Callable[[str], None]


@dataclass(frozen=True)
class _Order:
    """What one area's build needs; it goes to a process of its own."""

    opened: PackOrData
    languages: tuple[str, ...] | None
    pdf: bool
    lineage: bool


def build_for_each_area(
    pack: Path,
    *,
    output: Path | None = None,
    languages: Sequence[str] | None = None,
    pdf: bool = False,
    lineage: bool = True,
    jobs: int = 1,
    step: Step = lambda _: None,
) -> list[Built]:
    """Build the pack once for every area below its own that has figures, each into a folder named after the area.

    ``jobs`` areas are built at a time, each in a process of its own. Raises a ``ReportgenError`` with the findings of all
    areas where any cannot be built, and then writes nothing.
    """
    if pdf:
        find_libreoffice()
    opened = open_pack(pack, languages)
    opened.refuse_errors(opened.findings)
    areas = areas_below(opened.dataset, opened.pack)
    orders = [
        _Order(
            replace(opened, definition=replace(opened.pack, ref_area=area)),
            tuple(languages) if languages else None,
            pdf,
            lineage,
        )
        for area in areas
    ]
    made: list[Made] = []
    failures: list[ReportgenError] = []
    for area, result in zip(areas, _results(orders, jobs), strict=True):
        step(area)
        if isinstance(result, ReportgenError):
            failures.append(_of_area(result, area))
        else:
            made.append(result)
    refuse_failures(failures)
    target = output or opened.pack.folder / "build" / opened.pack.name
    placed = place_all({target / area: one.files for area, one in zip(areas, made, strict=True)})
    return [
        Built(folder, one.findings, opened.pack.languages) for folder, one in zip(placed, made, strict=True)
    ]


def areas_below(dataset: Dataset, definition: PackDefinition) -> list[str]:
    """The places whose parent is the pack's area and that the dataset observes, in the order of areas.csv."""
    observed = {observation.series.ref_area for observation in dataset.observations.values()}
    below = [
        area.ref_area
        for area in dataset.areas.values()
        if area.parent == definition.ref_area and area.kind == "place" and area.ref_area in observed
    ]
    if not below:
        raise PackError(Message("pack.no-area-below", area=definition.ref_area))
    return below


def _results(orders: Sequence[_Order], jobs: int) -> list[Made | ReportgenError]:
    if jobs == 1 or len(orders) == 1:
        return [_make(order) for order in orders]
    with ProcessPoolExecutor(max_workers=min(jobs, len(orders))) as pool:
        return list(pool.map(_make, orders))


def _make(order: _Order) -> Made | ReportgenError:
    """One area's files, or what stopped them: an error is given back, so that the others are made all the same."""
    try:
        return make_files(
            order.opened,
            languages=order.languages,
            pdf=order.pdf,
            lineage=order.lineage,
            step=lambda _: None,
        )
    except ReportgenError as error:
        return error


def _of_area(error: ReportgenError, area: str) -> ReportgenError:
    """The error with the area's name before each of its findings."""
    findings = error.findings or (Finding("area-not-built", Severity.ERROR, error=error.message),)
    return PackError(error.message, [_named(finding, area) for finding in findings])


def _named(finding: Finding, area: str) -> Finding:
    file = f"{area}: {finding.place.file}" if finding.place.file else area
    return finding.with_(place=replace(finding.place, file=file))
