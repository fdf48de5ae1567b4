"""A dataset that is one file (a workbook, an SQLite file) with rows added at the end of its tables; and where each kind of dataset is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reportgen.dataset.folder_writing import RowTexts
from reportgen.dataset.raw import RawTable
from reportgen.dataset.stores import Contents, FileStore, Location, file_store, is_url, shown, store_at
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError, ReportgenError
from reportgen.findings import has_errors
from reportgen.intake.stored_tables import CHANGED, StoredDataset, StoredFolder, StoredTable
from reportgen.messages import Message
from reportgen.ooxml.files import FileContent, finish_placing, read_file

_PARQUET = "observations.parquet"


def stored_dataset(location: Location | None, *, is_read_only: bool = False) -> StoredDataset:
    """The dataset at ``location``, which need not exist yet. Raises ``DatasetError`` for what no rows can be added to."""
    if is_url(location) or (location is not None and (Path(location) / _PARQUET).is_file()):
        return StoredCopy(location or "", is_read_only)
    path = None if location is None else Path(location)
    store = file_store(path) if path is not None else None
    if store is not None:
        return StoredFile(store)
    if path is not None and path.is_file():
        raise DatasetError(Message("intake.dataset-is-file", path=str(path)))
    return StoredFolder(path)


def finish(location: Location | None) -> None:
    """Finish, or take back, what a killed process left where the dataset is."""
    if location is not None and not is_url(location):
        path = Path(location)
        finish_placing(path.parent if file_store(path) is not None else path)


@dataclass
class ReadTable(StoredTable):
    """A table as its store has read it; ``None`` where there is none."""

    read: RawTable | None = field(default=None)

    @property
    def columns(self) -> tuple[str, ...]:
        if self.read is None:
            return TABLES[self.name].required
        return tuple(name.lower() for name in self.read.head)

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        return [dict(row.cells) for row in self.read.rows] if self.read is not None else []


class _Read(StoredDataset):
    """A dataset whose store was read whole."""

    def __init__(self, contents: Contents | None) -> None:
        self._contents = contents
        read = contents.tables if contents is not None else {}
        self._tables = {name: ReadTable(name, (), read.get(name)) for name in TABLES}
        self.is_new = not read

    def table(self, name: str) -> ReadTable:
        return self._tables[name]


class StoredFile(_Read):
    """A workbook or an SQLite file."""

    def __init__(self, store: FileStore) -> None:
        self._store, self.root = store, store.path.parent
        self._data = read_file(store.path) if store.path.exists() else b""
        contents = store.contents_of(self._data) if self._data else None
        if contents is not None and has_errors(contents.findings):
            raise DatasetError(Message("intake.file-damaged", file=store.path.name), contents.findings)
        super().__init__(contents)

    def changed_files(self, name: str = "") -> dict[str, FileContent]:
        if not self._data:
            tables = {one: _new_table(self.table(one)) for one in self.changed}
            empty = Contents(name or self._store.path.stem, tables)
            return {self._store.path.name: self._store.bytes_of(empty)}
        added = {
            one: (self.table(one).new_columns, self.table(one).added)
            for one in self.changed
            if self.table(one).added
        }
        return {self._store.path.name: self._store.extended(self._data, added)} if added else {}

    def refuse_changes(self) -> None:
        path = self._store.path
        now = read_file(path) if path.is_file() else b""
        if now != self._data:
            raise DatasetError(Message(CHANGED, file=str(path)))


class StoredCopy(_Read):
    """A dataset that is read where it is and that nobody here writes into: a database, a folder of Parquet files."""

    root = None

    def __init__(self, location: Location, is_read_only: bool) -> None:
        if not is_read_only:
            raise self._refusal(location)
        self._location = location
        super().__init__(store_at(location).read())

    def changed_files(self, name: str = "") -> dict[str, FileContent]:
        raise self._refusal(self._location)

    def refuse_changes(self) -> None:
        raise self._refusal(self._location)

    @staticmethod
    def _refusal(location: Location) -> ReportgenError:
        code = "intake.dataset-is-database" if is_url(location) else "intake.dataset-is-parquet"
        return DatasetError(Message(code, path=shown(location)))


def _new_table(table: StoredTable) -> RawTable:
    """A table of a new dataset, of the rows that are added to it."""
    from reportgen.dataset.raw import RawRow
    from reportgen.findings import Place

    form = TABLES[table.name]
    rows = tuple(RawRow(number, _texts(row)) for number, row in enumerate(table.added, start=2))
    return RawTable(form, Place(), rows, head=(*table.columns, *table.new_columns))


def _texts(row: RowTexts) -> RowTexts:
    return {name: value or "" for name, value in row.items()}
