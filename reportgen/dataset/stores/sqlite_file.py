"""A dataset as an SQLite file: a table a table, every new column text, by the standard library's ``sqlite3``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.dataset.raw import RawTable, table_from_grid
from reportgen.dataset.stores.cell_values import ROW_NUMBER, text_of_value
from reportgen.dataset.stores.protocol import (
    ABOUT,
    EVERYTHING,
    Added,
    Contents,
    FileStore,
    Wanted,
    about_from,
    lines_about,
    table_rows,
)
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError, FileError, why
from reportgen.findings import Finding
from reportgen.messages import Message

if TYPE_CHECKING:
    import sqlite3

SIGNATURE = b"SQLite format 3\x00"
_MOST_WORDS = 500


class SqliteFile(FileStore):
    """An SQLite file; tables and views of other names are not its business. It is written as a whole, and read where it lies."""

    def read(self, wanted: Wanted = EVERYTHING) -> Contents:
        with self._on_disk() as connection:
            return self._contents(connection, wanted)

    def has(self, least: int) -> bool:
        return self.count() >= least

    def count(self) -> int:
        with self._on_disk() as connection:
            if not _columns(connection, "observations"):
                return 0
            return int(connection.execute("SELECT COUNT(*) FROM observations").fetchone()[0])

    def series(self) -> list[tuple[str, str, str, str]]:
        with self._on_disk() as connection:
            known = {one.lower() for one in _columns(connection, "observations")}
            one, area, part, partner = (
                f"IFNULL({column}, '')" if column in known else "''" for column in SERIES_DIMENSIONS
            )
            number = ROW_NUMBER if ROW_NUMBER in known else "rowid"
            found = connection.execute(
                f"SELECT {one}, {area}, {part}, {partner} FROM observations GROUP BY 1, 2, 3, 4 ORDER BY MIN({number})"
            )
            return [(str(row[0]), str(row[1]), str(row[2]), str(row[3])) for row in found]

    def contents_of(self, data: bytes, wanted: Wanted = EVERYTHING) -> Contents:
        with self._opened(data) as connection:
            return self._contents(connection, wanted)

    def bytes_of(self, contents: Contents) -> bytes:
        with self._opened(b"") as connection:
            for name, table in contents.tables.items():
                _create(connection, name, table.head)
                _insert(connection, name, table.head, table_rows(table), first=2)
            if lines := lines_about(contents.about):
                _create(connection, ABOUT, ("property", "value"))
                _insert(connection, ABOUT, ("property", "value"), lines, first=2)
            connection.commit()
            return connection.serialize()

    def extended(self, data: bytes, added: Added) -> bytes:
        with self._opened(data) as connection:
            for name, (columns, rows) in added.items():
                known = _columns(connection, name)
                if not known:
                    _create(connection, name, TABLES[name].required)
                    known = [ROW_NUMBER, *TABLES[name].required]
                for column in columns:
                    if column.lower() not in (one.lower() for one in known):
                        connection.execute(f"ALTER TABLE {_quoted(name)} ADD COLUMN {_quoted(column)} TEXT")
                        known.append(column)
                used = [one for one in known if one != ROW_NUMBER]
                numbered = ROW_NUMBER in known
                last = (
                    connection.execute(f"SELECT MAX({ROW_NUMBER}) FROM {_quoted(name)}").fetchone()
                    if numbered
                    else (None,)
                )
                values = ([row.get(column.lower(), "") for column in used] for row in rows)
                _insert(connection, name, used, values, first=(last[0] or 1) + 1 if numbered else None)
            connection.commit()
            return connection.serialize()

    @contextmanager
    def _opened(self, data: bytes) -> Iterator[sqlite3.Connection]:
        """The database in memory, with nothing of it run: what is wrong with it is one sentence."""
        import sqlite3

        if data:
            self._refuse_unsound(data)
        with self._failing(), closing(sqlite3.connect(":memory:")) as connection:
            if data:
                connection.deserialize(data[:18] + b"\x01\x01" + data[20:])
            connection.execute("PRAGMA trusted_schema = OFF")
            yield connection

    @contextmanager
    def _on_disk(self) -> Iterator[sqlite3.Connection]:
        """The database as it lies, to be read: nothing of it is run, nothing beside it is made."""
        import sqlite3

        self._refuse_unsound(beginning_of(self.path))
        where = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
        with self._failing(), closing(sqlite3.connect(where, uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            yield connection

    def _refuse_unsound(self, data: bytes) -> None:
        for left in ("-wal", "-journal"):
            beside = Path(f"{self.path}{left}")
            if beside.is_file() and beside.stat().st_size:
                raise DatasetError(Message("dataset.sqlite-in-use", file=self.path.name, beside=beside.name))
        if not data.startswith(SIGNATURE):
            raise DatasetError(Message("dataset.no-sqlite", file=self.path.name))

    @contextmanager
    def _failing(self) -> Iterator[None]:
        import sqlite3

        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise DatasetError(Message("dataset.no-sqlite", file=self.path.name)) from error

    def _contents(self, connection: sqlite3.Connection, wanted: Wanted) -> Contents:
        tables: dict[str, RawTable] = {}
        findings: list[Finding] = []
        for name, form in TABLES.items():
            columns = [one for one in _columns(connection, name) if one.lower() != ROW_NUMBER]
            if columns:
                grid = _grid(connection, name, columns, wanted)
                tables[name], of_table = table_from_grid(
                    form, self.place_of(form), grid, _numbers(connection, name, wanted)
                )
                findings += of_table
        about = {}
        if {"property", "value"} <= {one.lower() for one in _columns(connection, ABOUT)}:
            about = about_from(list(_grid(connection, ABOUT, ["property", "value"], EVERYTHING))[1:])
        return Contents(str(about.get("name") or self.path.stem), tables, tuple(findings), about)


def beginning_of(path: Path) -> bytes:
    """As much of a file as tells whether it is a database of SQLite. Raises ``FileError`` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(SIGNATURE))
    except OSError as error:
        raise FileError(Message("ooxml.cannot-read", path=str(path), why=why(error))) from error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")]


def _grid(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], wanted: Wanted
) -> Iterator[list[str]]:
    """The head and the rows, in their order."""
    yield list(columns)
    for row in _selected(connection, table, ", ".join(map(_quoted, columns)), wanted):
        yield [text_of_value(value) for value in row]


def _numbers(connection: sqlite3.Connection, table: str, wanted: Wanted) -> list[int] | None:
    """The numbers of the rows where they need not follow one another; ``None`` where they do, or where there are none."""
    if not wanted.conditions(table) or not _is_numbered(connection, table):
        return None
    return [int(row[0]) for row in _selected(connection, table, _quoted(ROW_NUMBER), wanted)]


def _is_numbered(connection: sqlite3.Connection, table: str) -> bool:
    return any(one.lower() == ROW_NUMBER for one in _columns(connection, table))


def _selected(connection: sqlite3.Connection, table: str, chosen: str, wanted: Wanted) -> sqlite3.Cursor:
    conditions, words = [], list[str]()
    for column, asked in wanted.conditions(table).items():
        if len(asked) <= _MOST_WORDS:
            conditions.append(f"{_quoted(column)} IN ({','.join('?' * len(asked))})")
            words += sorted(asked)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    order = f" ORDER BY {_quoted(ROW_NUMBER)}" if _is_numbered(connection, table) else ""
    return connection.execute(f"SELECT {chosen} FROM {_quoted(table)}{where}{order}", words)


def _create(connection: sqlite3.Connection, name: str, columns: Iterable[str]) -> None:
    spelled = "".join(f", {_quoted(column)} TEXT NOT NULL DEFAULT ''" for column in columns)
    connection.execute(f"CREATE TABLE {_quoted(name)} ({ROW_NUMBER} INTEGER PRIMARY KEY{spelled})")


def _insert(
    connection: sqlite3.Connection,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    first: int | None,
) -> None:
    names = list(columns) if first is None else [ROW_NUMBER, *columns]
    marks = ", ".join("?" * len(names))
    numbered = rows if first is None else ([number, *row] for number, row in enumerate(rows, start=first))
    chosen = ", ".join(map(_quoted, names))
    connection.executemany(f"INSERT INTO {_quoted(name)} ({chosen}) VALUES ({marks})", numbered)
