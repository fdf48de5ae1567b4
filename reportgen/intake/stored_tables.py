"""The tables of a dataset that rows are put at the end of, and nothing else in them changes: of its folder, here, as CSV files.

Columns keep their order, cells their quotation marks, lines their endings. A column that a table lacks is added at its right.
"""

from __future__ import annotations

import csv
import io
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from operator import methodcaller
from pathlib import Path
from typing import Any

from reportgen.dataset.csv_files import csv_text, meant_text
from reportgen.dataset.folder_writing import RowTexts
from reportgen.dataset.raw import cleaned
from reportgen.dataset.stores.csv_folder import DESCRIPTOR, field_of, resource
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError
from reportgen.messages import Message
from reportgen.ooxml.files import FileContent, place_files, read_file, settle
from reportgen.toml_keys import PACK_FILE

CHANGED = "intake.dataset-changed"
"""The error where somebody else wrote in between."""
_ROWS_AT_ONCE = 1000
_BOM = b"\xef\xbb\xbf"


@dataclass
class StoredTable(ABC):
    """One table: what it holds, and the rows to be added to it."""

    name: str
    added: Collection[RowTexts] = ()
    _needed: tuple[int, tuple[str, ...]] = field(default=(0, ()), init=False, repr=False)
    """The columns that were found missing, and for how many rows."""

    @property
    @abstractmethod
    def columns(self) -> tuple[str, ...]:
        """The columns that it has; of a table that is not there yet those that every table of its name has."""

    @property
    @abstractmethod
    def rows(self) -> list[dict[str, str]]:
        """The rows that are there, by column."""

    def column(self, name: str) -> set[str]:
        """The texts of a column, in rows that are there and in rows to be added."""
        return {row.get(name, "") for row in chain(self.rows, self.added)} - {""}

    def add(self, rows: Iterable[RowTexts]) -> None:
        """Have the table end with these rows too."""
        self.added = [*self.added, *rows]

    def _some(self) -> Iterator[list[RowTexts]]:
        """The rows to be added, some at a time."""
        rows = iter(self.added)
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            yield some

    @property
    def new_columns(self) -> tuple[str, ...]:
        """Columns that the added rows need and the table lacks: the known ones in their order, then any other."""
        counted, found = self._needed
        if counted != len(self.added):
            self._needed = len(self.added), (found := self._needed_columns())
        return found

    def _needed_columns(self) -> tuple[str, ...]:
        found: set[str] = set()
        for rows in self._some():
            lacking = set[str]().union(*rows).difference(self.columns, found)
            found.update(name for name in lacking if any(map(methodcaller("get", name), rows)))
        first = tuple(next(iter(self.added), ()))
        wanted = (*(name for name in first if name in found), *sorted(found.difference(first)))
        known = [name for name in TABLES[self.name].columns if name in found]
        return (*known, *(name for name in wanted if name not in known))


@dataclass
class CsvTable(StoredTable):
    """A table that is a CSV file."""

    file: str = ""
    data: bytes = b""

    @cached_property
    def _records(self) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self._text, newline="")))

    @cached_property
    def _text(self) -> str:
        try:
            return self.data.removeprefix(_BOM).decode("utf-8")
        except UnicodeDecodeError:
            raise DatasetError(Message("intake.dataset-not-utf8", file=self.file)) from None

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the file; of a table that is not there yet those that every table of its name has."""
        if not self.data.strip():
            return TABLES[self.name].required
        head = tuple(cleaned(name).lower() for name in self._records[0])
        lacking = [name for name in TABLES[self.name].required if name not in head]
        if lacking:
            raise DatasetError(Message("intake.dataset-damaged", file=self.file, columns=tuple(lacking)))
        return head

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """The rows that are there, by column."""
        columns = self.columns
        if not self.data.strip():
            return []
        meant: Callable[[str], str] = _meant if "'" in self._text else cleaned
        return [
            dict(zip(columns, map(meant, record), strict=False))
            for record in self._records[1:]
            if any(record)
        ]

    def written(self) -> Iterator[bytes]:
        """The file with the added rows, piece by piece."""
        newline = "\r\n" if b"\r\n" in self.data[:4096] else "\n"
        columns = (*self.columns, *self.new_columns)
        is_empty = not self.data.strip()
        if is_empty:
            yield _BOM if self.data.startswith(_BOM) else b""
            yield csv_text([columns], newline).encode()
        else:
            before = self._widened(self.new_columns, newline) if self.new_columns else self.data
            yield before
            yield b"" if before.endswith((b"\n", b"\r")) else newline.encode()
        for rows in self._some():
            yield csv_text([tuple(map(row.get, columns)) for row in rows], newline).encode()

    def _widened(self, names: Sequence[str], newline: str) -> bytes:
        """The file with empty cells at the end of every row and the new names in the head; cells stay as they are written."""
        lines = list(io.StringIO(self._text, newline=""))
        reader = csv.reader(iter(lines))
        done, out = 0, ["\ufeff"] if self.data.startswith(_BOM) else []
        for number, record in enumerate(reader):
            own = "".join(lines[done : reader.line_num])
            done = reader.line_num
            bare = own.rstrip("\r\n")
            if not record:
                out.append(own)
                continue
            lacking = max(0, len(self.columns) - len(record))
            cells = [""] * lacking + (list(names) if number == 0 else [""] * len(names))
            out.append(f"{bare},{','.join(cells)}{own[len(bare) :] or newline}")
        return "".join(out).encode()


def _meant(cell: str) -> str:
    return meant_text(cleaned(cell))


class StoredDataset(ABC):
    """A dataset that rows are to be added to, wherever it is kept."""

    is_new: bool
    root: Path | None
    """The folder that its files lie in; ``None`` for a dataset that is nowhere."""

    @abstractmethod
    def table(self, name: str) -> StoredTable:
        """One of its tables, empty where it has none of that name."""

    @abstractmethod
    def changed_files(self, name: str = "") -> dict[str, FileContent]:
        """Every file that is to be written, by its name in :attr:`root`. ``name`` is a new dataset's."""

    @abstractmethod
    def refuse_changes(self) -> None:
        """Raise ``DatasetError`` where somebody has changed a file since it was read: nobody's change is lost."""

    def write(self) -> tuple[Path, ...]:
        """Write every changed file, all or none. Raises ``DatasetError`` where somebody else has changed one since."""
        root = self.root
        assert root is not None
        files = {root / name: data for name, data in self.changed_files().items()}

        def nothing_kept() -> Mapping[Path, Path]:
            self.refuse_changes()  # while nobody else writes
            return {}

        place_files(files, nothing_kept)
        return tuple(files)

    @property
    def changed(self) -> list[str]:
        """The tables that rows are added to, and those that a new dataset needs."""
        return [
            form.name
            for form in TABLES.values()
            if self.table(form.name).added or (self.is_new and form.must_exist)
        ]


class StoredFolder(StoredDataset):
    """A dataset's folder: its tables as CSV files, read when they are asked for."""

    def __init__(self, folder: Path | None) -> None:
        """``None`` is a dataset that is nowhere yet."""
        if folder is not None and (folder / PACK_FILE).exists():
            raise DatasetError(Message("intake.dataset-is-pack", path=str(folder)))
        if folder is not None and folder.is_dir():
            settle(folder)
        self.folder = self.root = folder
        self._files = (
            {file.name.casefold(): file for file in folder.iterdir()}
            if folder is not None and folder.is_dir()
            else {}
        )
        self.is_new = not any(f"{name}.csv" in self._files for name in TABLES)
        self._tables: dict[str, CsvTable] = {}

    def table(self, name: str) -> CsvTable:
        found = self._tables.get(name)
        if found is None:
            file = self._files.get(f"{name}.csv")
            data = read_file(file) if file else b""
            found = self._tables[name] = CsvTable(name, (), file.name if file else f"{name}.csv", data)
        return found

    def changed_files(self, name: str = "") -> dict[str, FileContent]:
        """What others refer to comes first."""
        changed = self.changed
        order = ("codes", "areas", "indicators", "sources", "citations", "observations")
        files: dict[str, FileContent] = {
            self.table(table).file: self.table(table).written() for table in sorted(changed, key=order.index)
        }
        described = self._described(changed, name)
        return {**files, **({DESCRIPTOR: described} if described else {})}

    def as_read(self) -> Mapping[str, bytes | None]:
        """What the files held when they were read, so that nobody's change in between is lost."""
        return {table.file: table.data if table.data else None for table in self._tables.values()}

    def refuse_changes(self) -> None:
        for name, before in self.as_read().items():
            path = self.folder / name if self.folder else Path(name)
            now = read_file(path) if path.is_file() else None
            if (now or None) != before:
                raise DatasetError(Message(CHANGED, file=str(path)))

    def _described(self, changed: Sequence[str], name: str) -> bytes | None:
        """The data package's description with the new tables and columns; ``None`` where it need not change."""
        file = self._files.get(DESCRIPTOR)
        if file is None and not self.is_new:
            return None
        content: dict[str, Any] = {
            "profile": "tabular-data-package",
            "name": name or (self.folder.name if self.folder else ""),
            "resources": [],
        }
        if file is not None:
            try:
                content = json.loads(read_file(file).decode("utf-8-sig"))
                resources = {item["name"]: item for item in content["resources"]}
            except (ValueError, KeyError, TypeError, RecursionError):
                return None  # what is wrong with it is for ``check`` to say
        else:
            resources = {}
        before = json.dumps(content, sort_keys=True) if file is not None else ""
        for table in changed:
            stored = self.table(table)
            columns = (*stored.columns, *stored.new_columns)
            if table not in resources:
                content["resources"].append(resource(table, stored.file, columns))
                continue
            fields = resources[table].get("schema", {}).get("fields", [])
            described = {item.get("name") for item in fields}
            fields += [field_of(table, column) for column in columns if column not in described]
        if file is not None and json.dumps(content, sort_keys=True) == before:
            return None
        return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
