"""Where a dataset may be kept: a file here a kind of store, and this list of them. Nothing else asks what a store is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportgen.dataset.stores.csv_folder import DESCRIPTOR, CsvFolder
from reportgen.dataset.stores.database import Database
from reportgen.dataset.stores.parquet_folder import ParquetFolder
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
from reportgen.dataset.stores.sdmx_csv import SdmxCsv
from reportgen.dataset.stores.secrets import said_of, without_secrets
from reportgen.dataset.stores.sqlite_file import SIGNATURE, SqliteFile, beginning_of
from reportgen.dataset.stores.workbook_file import WorkbookFile
from reportgen.errors import DatasetError
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
    "WorkbookFile",
    "file_store",
    "is_url",
    "new_store",
    "said_of",
    "shown",
    "store_at",
    "without_secrets",
]

_FILES: dict[str, type[FileStore]] = {
    ".xlsx": WorkbookFile, ".xlsm": WorkbookFile, ".sqlite": SqliteFile, ".sqlite3": SqliteFile, ".db": SqliteFile,
}  # fmt: skip
_MADE: dict[str, Callable[[Path], Store]] = {
    "csv": CsvFolder,
    "xlsx": WorkbookFile,
    "sqlite": SqliteFile,
    "sdmx-csv": SdmxCsv,
    "parquet": ParquetFolder,
}
FORMS = tuple(_MADE)
"""What ``export`` can be asked for by name; a database is asked for by its URL."""


def store_at(location: Location) -> Store:
    """The store of the dataset at ``location``. Raises ``DatasetError`` where there is none."""
    if is_url(location):
        return Database(str(location))
    path = Path(location)
    if path.name == DESCRIPTOR:
        path = path.parent
    if path.is_dir():
        return ParquetFolder(path) if (path / "observations.parquet").is_file() else CsvFolder(path)
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
    if path.is_file() and beginning_of(path) == SIGNATURE:
        return SqliteFile(path)
    kind = _FILES.get(path.suffix.lower())
    return kind(path) if kind is not None and not path.is_dir() else None


def new_store(location: Location, form: str = "") -> Store:
    """Where a dataset is to be put: by the form that was asked for, else by the name. Raises ``DatasetError`` for other names."""
    if is_url(location):
        return Database(str(location))
    path = Path(location)
    if form:
        return _MADE[form](path)
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return ParquetFolder(path)
    if suffix == ".csv":
        return SdmxCsv(path)
    if (store := file_store(path)) is not None:
        return store
    if suffix and not path.is_dir():
        raise DatasetError(Message("dataset.no-such-form", path=str(path)))
    return CsvFolder(path)
