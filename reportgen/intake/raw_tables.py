"""Tables that offices published, found where a dataset should be: they are not read there, and have to be imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.dataset.stores import Location, is_url
from reportgen.dataset.tables import TABLES
from reportgen.errors import ReportgenError
from reportgen.findings import Finding, Place, Severity
from reportgen.ooxml.document_kinds import SPREADSHEETS, TEXT_TABLES
from reportgen.toml_keys import PACK_FILE


def raw_tables_at(location: Location) -> list[Finding]:
    """A finding for each published table at ``location``: a file, or the files of a folder that is no pack."""
    return [
        Finding("raw-table-in-dataset", Severity.WARNING, place=Place(file.name), file=file.name)
        for file in _files(location)
        if _is_published_table(file)
    ]


def _files(location: Location) -> Iterator[Path]:
    if is_url(location):
        return
    path = Path(location)
    if path.is_file():
        yield path
    elif path.is_dir() and not (path / PACK_FILE).exists():
        yield from sorted(path.iterdir())


def _is_published_table(file: Path) -> bool:
    if not file.is_file() or file.stem.casefold() in TABLES:
        return False
    if file.suffix.lower() not in (*SPREADSHEETS, *TEXT_TABLES):
        return False
    from reportgen.intake.opening import open_grids
    from reportgen.intake.seeming_table import SeemingTable

    try:
        return any(SeemingTable.found_in(grid) is not None for grid in open_grids(file))
    except ReportgenError:
        return False
