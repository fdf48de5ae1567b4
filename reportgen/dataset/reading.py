"""Read a dataset: a folder of CSV files with a ``datapackage.json``, or the same tables as sheets of one .xlsx."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.dataset.building import (
    area_of,
    break_of,
    citation_of,
    code_of,
    indicator_of,
    observation_of,
    records_by_key,
    records_in_order,
    source_of,
    target_of,
)
from reportgen.dataset.csv_files import read_csv_table
from reportgen.dataset.raw import RawTable
from reportgen.dataset.records import Citation, Dataset, Observation
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml.files import settle

DESCRIPTOR = "datapackage.json"


def read(path: str | Path) -> tuple[Dataset, tuple[Finding, ...]]:
    """The dataset at ``path`` and a finding for everything that could not be read.

    A row with a cell that cannot be read is left out. Raises ``DatasetError`` where there is no dataset at all.
    """
    path = Path(path)
    if path.name == DESCRIPTOR:
        path = path.parent
    if path.is_dir():
        settle(path)
        tables, findings = _tables_of_folder(path)
        name, unreadable = _name_of_folder(path)
        findings += unreadable
    elif path.is_file():
        from reportgen.dataset.workbooks import read_workbook_tables

        _refuse_other_files(path)
        tables, findings = read_workbook_tables(path)
        name = path.stem
    else:
        raise DatasetError(Message("dataset.nothing-there", path=str(path)))
    if not tables:
        raise _no_table(path)
    findings += _missing_tables(path, tables)
    dataset, of_rows = _dataset_from(name, tables)
    return dataset, (*findings, *of_rows)


def _tables_of_folder(folder: Path) -> tuple[dict[str, RawTable], list[Finding]]:
    files = {file.name.casefold(): file for file in folder.iterdir() if file.is_file()}
    tables: dict[str, RawTable] = {}
    findings: list[Finding] = []
    for form in TABLES.values():
        if file := files.get(f"{form.name}.csv"):
            tables[form.name], of_file = read_csv_table(file, form)
            findings += of_file
    return tables, findings


def _name_of_folder(folder: Path) -> tuple[str, list[Finding]]:
    """The data package's name; the folder's where there is no readable description."""
    file = folder / DESCRIPTOR
    if not file.is_file():
        return folder.resolve().name, []
    try:
        name = json.loads(file.read_text("utf-8-sig")).get("name")
    except (ValueError, AttributeError, RecursionError) as damage:
        row = damage.lineno if isinstance(damage, json.JSONDecodeError) else None
        return folder.resolve().name, [
            Finding("unreadable-datapackage", Severity.ERROR, place=Place(DESCRIPTOR, row=row))
        ]
    return name if isinstance(name, str) and name else folder.resolve().name, []


def may_be_dataset(file: Path) -> bool:
    """Whether a file is of the format that datasets are kept in."""
    return file.suffix.lower() in (".xlsx", ".xlsm")


def _refuse_other_files(path: Path) -> None:
    if may_be_dataset(path):
        return
    code = "dataset.one-table" if path.suffix.lower() == ".csv" else "dataset.no-dataset"
    raise DatasetError(Message(code, file=path.name))


def _no_table(path: Path) -> DatasetError:
    needed = tuple(form.name for form in TABLES.values() if form.must_exist)
    return DatasetError(Message("dataset.no-table", path=str(path), tables=needed))


def _missing_tables(path: Path, tables: dict[str, RawTable]) -> list[Finding]:
    is_workbook = path.is_file()
    return [
        Finding(
            "missing-table",
            Severity.ERROR,
            place=Place(path.name, form.name) if is_workbook else Place(f"{form.name}.csv"),
            variant="sheet" if is_workbook else "",
            table=form.name,
            columns=form.required,
        )
        for form in TABLES.values()
        if form.must_exist and form.name not in tables
    ]


def _dataset_from(name: str, tables: dict[str, RawTable]) -> tuple[Dataset, list[Finding]]:
    indicators, of_indicators, no_indicators = records_by_key(
        tables.get("indicators"), "indicator", indicator_of
    )
    areas, of_areas, no_areas = records_by_key(tables.get("areas"), "ref_area", area_of)
    sources, of_sources, no_sources = records_by_key(tables.get("sources"), "source", source_of)
    observations, of_observations, no_observations = records_by_key(
        tables.get("observations"),
        "obs_id",
        lambda cells: observation_of(cells, indicators),
        lambda observation: observation.obs_id,
    )
    targets, of_targets, no_targets = records_by_key(
        tables.get("targets"), "target", lambda cells: target_of(cells, indicators)
    )
    citations, of_citations = records_in_order(tables.get("citations"), citation_of)
    breaks, of_breaks = records_in_order(tables.get("breaks"), break_of)
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
        if name == "observations":
            read_rows = {observation.place.row for observation in observations.values()}
            missing = [row for row in table.rows if row.number not in read_rows]
            gaps |= {(name, row.cells["indicator"]) for row in missing if row.cells.get("indicator")}
    return frozenset(gaps)
