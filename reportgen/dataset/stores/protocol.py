"""What a store of a dataset can do: a file here is a way of keeping the eight tables, and nothing else knows it."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from reportgen.dataset.raw import RawRow, RawTable
from reportgen.dataset.tables import TableForm
from reportgen.errors import DatasetError
from reportgen.findings import Finding, Place
from reportgen.messages import Message
from reportgen.ooxml.files import finish_placing, place_files, read_file
from reportgen.record import Record, field

Location = Path | str
"""A path, or the URL of a database."""

Added = Mapping[str, tuple[Sequence[str], Collection[Mapping[str, str]]]]
"""Rows to be put at the end of tables, each table with the columns that it lacks for them."""

ABOUT = "datapackage"
"""The table, in workbooks and databases, of what a data package says of itself: ``property`` and ``value``."""


class Wanted(Record):
    """Which observations and targets are asked for; ``None`` is all. The other tables are always read whole."""

    indicators: frozenset[str] | None = None
    ref_areas: frozenset[str] | None = None
    periods: frozenset[str] | None = None

    TABLES = ("observations", "targets")

    def conditions(self, table: str) -> dict[str, frozenset[str]]:
        """For each column of ``table`` that is asked about, the words that are wanted in it."""
        if table not in self.TABLES:
            return {}
        asked = {"indicator": self.indicators, "ref_area": self.ref_areas, "period": self.periods}
        return {column: words for column, words in asked.items() if words is not None}

    def of(self, table: RawTable) -> RawTable:
        """The wanted rows of a table that was read whole."""
        asked = self.conditions(table.form.name)
        if not asked:
            return table

        def is_wanted(row: RawRow) -> bool:
            return all(row.cells.get(column, "") in words for column, words in asked.items())

        rows = tuple(row for row in table.rows if is_wanted(row))
        return RawTable(table.form, table.place, rows, table.absent, table.damaged, table.head)


EVERYTHING = Wanted()


class Contents(Record):
    """What a store holds: its tables as texts, what could not be read, and what the data package says of itself."""

    name: str
    tables: Mapping[str, RawTable]
    findings: tuple[Finding, ...] = ()
    about: Mapping[str, Any] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    """What else lies there that could be a table, by its name without suffix: files, sheets."""


class Store(Protocol):
    """A dataset's tables in one place, as texts: a value is read as it was written."""

    @property
    def is_there(self) -> bool:
        """Whether anything is at its place."""

    def read(self, wanted: Wanted = EVERYTHING) -> Contents:
        """Everything it holds, or of observations and targets what is wanted. Raises ``DatasetError`` where it is no dataset."""

    def write(self, contents: Contents) -> tuple[str, ...]:
        """Put the tables there in place of what was there, all or none; the names of what was written."""

    def place_of(self, form: TableForm) -> Place:
        """Where a table is, or should be."""

    def files(self) -> Sequence[tuple[str, bytes]]:
        """The bytes that it consists of, by names within it; ``""`` is the store itself."""


class FolderStore:
    """A store that is a folder with a file for each table, named after it."""

    suffix = ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def is_there(self) -> bool:
        return self.folder.is_dir() and any(self.folder.iterdir())

    def place_of(self, form: TableForm) -> Place:
        return Place(f"{form.name}{self.suffix}")


@runtime_checkable
class ReadsAreas(Protocol):
    """A store that reads the rows of some areas without the others, and lists what it has without reading it."""

    def has(self, least: int) -> bool:
        """Whether it has about so many observations."""

    def count(self) -> int:
        """How many observations it has."""

    def series(self) -> list[tuple[str, str, str, str]]:
        """Indicator, area, breakdown and partner of each series, in the order in which the table comes to them."""


class FileStore(ABC):
    """A store that is one file, written whole."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def is_there(self) -> bool:
        return self.path.exists()

    def read(self, wanted: Wanted = EVERYTHING) -> Contents:
        return self.contents_of(read_file(self.path), wanted)

    def write(self, contents: Contents) -> tuple[str, ...]:
        place_files({self.path: self.bytes_of(contents)})
        return (self.path.name,)

    def place_of(self, form: TableForm) -> Place:
        return Place(self.path.name, form.name)

    def files(self) -> Sequence[tuple[str, bytes]]:
        return [("", read_file(self.path))]

    def finish(self) -> None:
        """Finish, or take back, what a killed process left."""
        finish_placing(self.path.parent)

    @abstractmethod
    def contents_of(self, data: bytes, wanted: Wanted = EVERYTHING) -> Contents:
        """What a file of these bytes holds."""

    @abstractmethod
    def bytes_of(self, contents: Contents) -> bytes:
        """A new file that holds the tables: the same tables give the same bytes."""

    @abstractmethod
    def extended(self, data: bytes, added: Added) -> bytes:
        """The file with rows at the end of its tables, and everything else in it as it was."""


def table_rows(table: RawTable) -> Iterable[list[str]]:
    """The rows of a table in the order of its head."""
    names = [name.lower() for name in table.head]
    return ([row.cells.get(name, "") for name in names] for row in table.rows)


def lines_about(about: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a data package says of itself as rows of the table :data:`ABOUT`."""
    import json

    return [
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in about.items()
    ]


def about_from(lines: Iterable[Sequence[str]]) -> dict[str, Any]:
    """The other way round."""
    import json

    about: dict[str, Any] = {}
    for name, value, *_ in (line for line in lines if len(line) > 1 and line[0]):
        try:
            about[name] = json.loads(value) if value[:1] in ("[", "{") else value
        except (ValueError, RecursionError):
            about[name] = value
    return about


def needs_extra(extra: str, what: str) -> DatasetError:
    """The error where a library is missing that not everybody needs."""
    return DatasetError(Message("dataset.needs-extra", extra=extra, what=what))


def is_url(location: object) -> bool:
    """Whether ``postgresql://...`` is meant and no path."""
    return isinstance(location, str) and "://" in location


def shown(location: Location) -> str:
    """A location as messages and documents name it: without what is secret in a URL."""
    from reportgen.dataset.stores.secrets import without_secrets

    return without_secrets(location) if isinstance(location, str) else os.fspath(location)
