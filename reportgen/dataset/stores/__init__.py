"""Where a dataset may be kept: a file here a kind of store, and this list of them. Nothing else asks what a store is."""

from __future__ import annotations

from pathlib import Path

from reportgen.dataset.stores.csv_folder import DESCRIPTOR, CsvFolder
from reportgen.dataset.stores.protocol import (
    EVERYTHING,
    Contents,
    FileStore,
    Location,
    Store,
    Wanted,
    is_url,
    shown,
)
from reportgen.dataset.stores.secrets import said_of, without_secrets
from reportgen.errors import DatasetError
from reportgen.loading import loaded_when_used
from reportgen.messages import Message
from reportgen.spelling import near_path

__all__ = [
    "DESCRIPTOR",
    "EVERYTHING",
    "FORMS",
    "Contents",
    "CsvFolder",
    "FileStore",
    "Location",
    "Store",
    "Wanted",
    "file_store",
    "is_url",
    "new_store",
    "said_of",
    "shown",
    "store_at",
    "without_secrets",
]

_KINDS = {
    "CsvFolder": f"{__name__}.csv_folder",
    "Database": f"{__name__}.database",
    "ParquetFolder": f"{__name__}.parquet_folder",
    "SdmxCsv": f"{__name__}.sdmx_csv",
    "SqliteFile": f"{__name__}.sqlite_file",
    "WorkbookFile": f"{__name__}.workbook_file",
}
_kind = loaded_when_used(__name__, _KINDS)
"""A store's class by its name: folders of CSV files need no packages of Excel."""
_FILES = {
    ".xlsx": "WorkbookFile", ".xlsm": "WorkbookFile", ".sqlite": "SqliteFile", ".sqlite3": "SqliteFile", ".db": "SqliteFile",
}  # fmt: skip
_MADE = {
    "csv": "CsvFolder",
    "xlsx": "WorkbookFile",
    "sqlite": "SqliteFile",
    "sdmx-csv": "SdmxCsv",
    "parquet": "ParquetFolder",
}
FORMS = tuple(_MADE)
"""What ``export`` can be asked for by name; a database is asked for by its URL."""


def store_at(location: Location) -> Store:
    """The store of the dataset at ``location``. Raises ``DatasetError`` where there is none."""
    if is_url(location):
        return _store("Database", str(location))
    path = Path(location)
    if path.name == DESCRIPTOR:
        path = path.parent
    if path.is_dir():
        return _store("ParquetFolder" if (path / "observations.parquet").is_file() else "CsvFolder", path)
    if not path.is_file():
        raise DatasetError(Message("dataset.nothing-there", path=str(path), near=near_path(path)))
    if (store := file_store(path)) is not None:
        return store
    raise DatasetError(
        Message(
            "dataset.one-table" if path.suffix.lower() == ".csv" else "dataset.no-dataset", file=path.name
        )
    )


def file_store(path: Path) -> FileStore | None:
    """The store that one file is, or would be by its name: a workbook or an SQLite file."""
    kind = _FILES.get(path.suffix.lower())
    if path.is_file():
        from reportgen.dataset.stores.sqlite_file import SIGNATURE, beginning_of

        kind = "SqliteFile" if beginning_of(path) == SIGNATURE else kind
    if kind is None or path.is_dir():
        return None
    store: FileStore = _kind(kind)(path)
    return store


def new_store(location: Location, form: str = "") -> Store:
    """Where a dataset is to be put: by the form that was asked for, else by the name. Raises ``DatasetError`` for other names."""
    if is_url(location):
        return _store("Database", str(location))
    path = Path(location)
    if form:
        return _store(_MADE[form], path)
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _store("ParquetFolder", path)
    if suffix == ".csv":
        return _store("SdmxCsv", path)
    if (store := file_store(path)) is not None:
        return store
    if suffix and not path.is_dir():
        raise DatasetError(Message("dataset.no-such-form", path=str(path)))
    return CsvFolder(path)


def _store(kind: str, location: str | Path) -> Store:
    store: Store = _kind(kind)(location)
    return store
