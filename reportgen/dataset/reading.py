"""Read a dataset from wherever it is kept: texts from a store become records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.dataset.building import (
    AlikeObservations,
    code_of,
    record_of,
    records_by_key,
    records_in_order,
    target_in_row,
)
from reportgen.dataset.raw import RawTable
from reportgen.dataset.records import Citation, Dataset, Observation
from reportgen.dataset.row_order import findings_in_order, in_order
from reportgen.dataset.stores import EVERYTHING, Location, Store, Wanted, shown, store_at
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError
from reportgen.findings import Finding, Severity
from reportgen.many_records import uncollected
from reportgen.messages import Message
from reportgen.spelling import meant_as


@uncollected()
def read(path: Location, wanted: Wanted = EVERYTHING) -> tuple[Dataset, tuple[Finding, ...]]:
    """The dataset at ``path`` and a finding for everything that could not be read.

    ``path`` is a folder, a file or the URL of a database. A row with a cell that cannot be read is left out. Raises
    ``DatasetError`` where there is no dataset at all.
    """
    store = store_at(path)
    contents = store.read(wanted)
    tables = in_order(contents.tables)
    if not tables:
        raise _no_table(path)
    dataset, of_rows = _dataset_from(contents.name, tables)
    return dataset, (
        *findings_in_order(contents.findings),
        *_missing_tables(store, tables, contents.beside),
        *of_rows,
    )


def _no_table(location: Location) -> DatasetError:
    needed = tuple(form.name for form in TABLES.values() if form.must_exist)
    return DatasetError(Message("dataset.no-table", path=shown(location), tables=needed))


def _missing_tables(store: Store, tables: Mapping[str, RawTable], beside: Iterable[str]) -> Iterator[Finding]:
    """Tables that must be there and are not, and those that are there by a name so like theirs that it is a slip."""
    others = {name.casefold(): name for name in beside if name.casefold() not in TABLES}
    for form in TABLES.values():
        if form.name in tables:
            continue
        place = store.place_of(form)
        found = next((name for name in others if name.startswith(form.name)), "") or meant_as(
            form.name, others
        )
        code, severity, columns = (
            ("missing-table", Severity.ERROR, form.required)
            if form.must_exist
            else ("table-not-read", Severity.WARNING, ())
        )
        if form.must_exist or found:
            yield Finding(
                code, severity, place=place, variant="sheet" if place.sheet else "",
                table=form.name, columns=columns, near=others.get(found, ""),
            )  # fmt: skip


def _dataset_from(name: str, tables: dict[str, RawTable]) -> tuple[Dataset, list[Finding]]:
    indicators, of_indicators, no_indicators = records_by_key(
        tables.get("indicators"), "indicator", record_of
    )
    areas, of_areas, no_areas = records_by_key(tables.get("areas"), "ref_area", record_of)
    sources, of_sources, no_sources = records_by_key(tables.get("sources"), "source", record_of)
    alike = AlikeObservations(tables.get("observations"), indicators)
    observations, of_observations, no_observations = records_by_key(
        tables.get("observations"),
        "obs_id",
        alike.read,
        lambda observation: observation.obs_id,
        alike.like_before,
    )
    targets, of_targets, no_targets = records_by_key(
        tables.get("targets"), "target", lambda cells: target_in_row(cells, indicators)
    )
    citations, of_citations = records_in_order(tables.get("citations"), record_of)
    breaks, of_breaks = records_in_order(tables.get("breaks"), record_of)
    codes, of_codes = records_in_order(tables.get("codes"), code_of)
    damaged = {cell for table in tables.values() for cell in table.damaged}
    known = {*indicators, *areas, *sources, *observations, *targets}
    left_out = {*no_indicators, *no_areas, *no_sources, *no_observations, *no_targets, *(damaged - known)}
    dataset = Dataset(
        name, indicators, areas, sources, observations, targets, citations, breaks, codes,
        frozenset(left_out), _unread(tables, observations, citations),
    )  # fmt: skip
    findings = [
        *of_indicators, *of_areas, *of_sources, *of_observations, *of_targets, *of_citations, *of_breaks, *of_codes,
    ]  # fmt: skip
    return dataset, findings


def _unread(
    tables: Mapping[str, RawTable], observations: Mapping[str, Observation], citations: Iterable[Citation]
) -> frozenset[tuple[str, str]]:
    """Where rows are missing, so that no finding asks for what is there but cannot be read."""
    gaps: set[tuple[str, str]] = set()
    for name, form in TABLES.items():
        table = tables.get(name)
        if table is None:
            gaps |= {(name, "")} if form.must_exist else set()
            continue
        if table.absent & set(form.filled):
            gaps.add((name, ""))
        gaps |= {(name, cell) for cell in table.damaged}
        if name == "citations":
            subjects = {row.cells.get("subject", "") for row in table.rows}
            gaps |= {
                (name, subject) for subject in subjects - {citation.subject for citation in citations} - {""}
            }
        if name == "observations" and len(observations) < len(table.rows):
            read_rows = {observation.place.row for observation in observations.values()}
            missing = [row for row in table.rows if row.number not in read_rows]
            gaps |= {(name, row.cells["indicator"]) for row in missing if row.cells.get("indicator")}
    return frozenset(gaps)
