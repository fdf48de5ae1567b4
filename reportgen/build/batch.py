"""One pack for each of many areas: the same definition and templates, built once a district.

The files of every area are made first; where one cannot be made, nothing is written. Then each area takes its place all or nothing, one after
the other, and ``areas.json`` comes last: it says which areas were written, so that a run that stopped between two of them can be told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.build.build import Built, Made, make_files, open_pack, refuse_failures
from reportgen.build.definition import PackDefinition
from reportgen.build.file_names import INDEX
from reportgen.build.pack_folder import MANIFEST, Placed, place, sha256
from reportgen.build.pack_or_data import PackOrData
from reportgen.build.pdf import find_libreoffice
from reportgen.build.signing import private_key, signed
from reportgen.dataset.records import Dataset
from reportgen.errors import FileError, PackError, ReportgenError
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.ooxml.files import place_files
from reportgen.periods import Period

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
    period: Period | None = None,
    sign: Path | None = None,
    step: Step = lambda _: None,
) -> list[Built]:
    """Build the pack once for every area below its own that has figures, each into a folder named after the area.

    ``period`` takes the place of the pack's own, ``sign`` is a private key that signs each ``pack.json``. ``jobs`` areas are built at a time, each in a process of its own. Raises a ``ReportgenError`` with the findings of all
    areas where any cannot be built, and then writes nothing.
    """
    if pdf:
        find_libreoffice()
    key = private_key(sign) if sign is not None else None
    opened = open_pack(pack, languages, period)
    opened.refuse_errors(opened.findings)
    areas = areas_below(opened.dataset, opened.pack)
    orders = [
        _Order(
            replace(opened, definition=replace(opened.pack, ref_area=area, for_each="ref_area")),
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
    placed = _place_areas(
        target, {area: signed(one.files, key) for area, one in zip(areas, made, strict=True)}
    )
    return [
        Built(folder, one.findings, opened.pack.languages) for folder, one in zip(placed, made, strict=True)
    ]


def _place_areas(target: Path, areas: Mapping[str, Mapping[str, bytes]]) -> list[Placed]:
    """Each area's files all or nothing, the index last. Raises ``FileError`` that says how many areas are new."""
    placed: list[Placed] = []
    for area, files in areas.items():
        try:
            placed.append(place(target / area, files))
        except FileError as error:
            with suppress(FileError):
                if placed:
                    place_files({target / INDEX: _index(areas, len(placed))})
            raise _after(error, len(placed), len(areas)) from error
    try:
        place_files({target / INDEX: _index(areas, len(areas))})
    except FileError as error:
        raise _after(error, len(areas), len(areas)) from error
    return placed


def _index(areas: Mapping[str, Mapping[str, bytes]], written: int) -> bytes:
    """The areas in their order, each with the checksum of its pack.json where this run wrote it."""
    listed = [
        {"ref_area": area, "folder": area, "written": number < written}
        | ({"pack_sha256": sha256(files[MANIFEST])} if number < written else {})
        for number, (area, files) in enumerate(areas.items())
    ]
    whole = {"complete": written == len(areas), "areas": listed}
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()


def _after(error: FileError, written: int, areas: int) -> FileError:
    if not written or not isinstance(error.message, Message):
        return error
    return FileError(error.message.with_(written=written, areas=areas))


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
