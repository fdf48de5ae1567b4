"""A dataset in any database by its URL: the gateway to SQLAlchemy, which comes with the extra ``sql``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reportgen.dataset.csv_files import csv_bytes
from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.dataset.raw import RawTable, table_from_grid
from reportgen.dataset.stores.cell_values import ROW_NUMBER, text_of_value
from reportgen.dataset.stores.protocol import (
    ABOUT,
    EVERYTHING,
    Contents,
    Wanted,
    about_from,
    lines_about,
    needs_extra,
    shown,
    table_rows,
)
from reportgen.dataset.stores.secrets import said_of
from reportgen.dataset.tables import TABLES, TableForm
from reportgen.errors import DatasetError
from reportgen.findings import Finding, Place
from reportgen.messages import Message

if TYPE_CHECKING:
    from sqlalchemy import Column, Table
    from sqlalchemy.engine import Connection, Engine

EXTRA = "sql"


class Database:
    """The tables of a database, in the schema that its URL leads to. Written in one transaction."""

    def __init__(self, url: str) -> None:
        self.url = url

    @property
    def is_there(self) -> bool:
        with self._connected() as connection:
            return bool(self._names(connection))

    def read(self, wanted: Wanted = EVERYTHING) -> Contents:
        tables: dict[str, RawTable] = {}
        findings: list[Finding] = []
        with self._connected() as connection:
            names = self._names(connection)
            for name in (name for name in TABLES if name in names):
                form = TABLES[name]
                numbers = _numbers(connection, name, wanted)
                grid = _grid(connection, name, wanted)
                tables[name], of_table = table_from_grid(form, self.place_of(form), grid, numbers)
                findings += of_table
            about = about_from(list(_grid(connection, ABOUT, EVERYTHING))[1:]) if ABOUT in names else {}
            database = connection.engine.url.database or ""
        return Contents(str(about.get("name") or database), tables, tuple(findings), about)

    def has(self, least: int) -> bool:
        return self.count() >= least

    def count(self) -> int:
        from sqlalchemy import func, select

        with self._connected() as connection:
            if "observations" not in self._names(connection):
                return 0
            rows = select(func.count()).select_from(_table(connection, "observations"))
            return int(connection.execute(rows).scalar_one())

    def series(self) -> list[tuple[str, str, str, str]]:
        from sqlalchemy import func, literal, select

        with self._connected() as connection:
            table = _table(connection, "observations")
            known = {column.name.lower(): column for column in table.columns}
            named = [
                func.coalesce(known[name], "") if name in known else literal("") for name in SERIES_DIMENSIONS
            ]
            query = select(*named)
            kept = [known[name] for name in SERIES_DIMENSIONS if name in known]
            if ROW_NUMBER in known:
                query = query.group_by(*kept).order_by(func.min(known[ROW_NUMBER]))
            found = dict.fromkeys(tuple(map(str, row)) for row in connection.execute(query))
            return [(row[0], row[1], row[2], row[3]) for row in found]

    def write(self, contents: Contents) -> tuple[str, ...]:
        from sqlalchemy import Column, Integer, MetaData, Table, Text

        kept = {name: (table.head, list(table_rows(table))) for name, table in contents.tables.items()}
        if lines := lines_about(contents.about):
            kept[ABOUT] = (("property", "value"), [list(line) for line in lines])
        with self._connected() as connection:
            before = self._names(connection)
            about = MetaData()
            for name in before:
                Table(name, about, Column(ROW_NUMBER, Integer)).drop(connection)
            for name, (head, rows) in kept.items():
                columns = [Column(column, Text, nullable=False) for column in head]
                table = Table(
                    name,
                    MetaData(),
                    Column(ROW_NUMBER, Integer, primary_key=True, autoincrement=False),
                    *columns,
                )
                table.create(connection)
                numbered = [
                    {ROW_NUMBER: number, **dict(zip(head, row, strict=True))}
                    for number, row in enumerate(rows, start=2)
                ]
                if numbered:
                    connection.execute(table.insert(), numbered)
        return tuple(kept)

    def place_of(self, form: TableForm) -> Place:
        return Place(shown(self.url), form.name)

    def files(self) -> Sequence[tuple[str, bytes]]:
        return [
            (name, csv_bytes(table.head, table_rows(table))) for name, table in self.read().tables.items()
        ]

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """A transaction; what the database says of a failure becomes one sentence."""
        try:
            from sqlalchemy import create_engine
            from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
        except ModuleNotFoundError:
            raise needs_extra(EXTRA, shown(self.url)) from None
        try:
            engine = create_engine(self.url)
        except ModuleNotFoundError as missing:
            raise self._failed(Message("dataset.driver-missing", module=missing.name or "")) from None
        except NoSuchModuleError:
            raise self._failed(
                Message("dataset.driver-missing", module=self.url.partition("://")[0])
            ) from None
        except (ArgumentError, ValueError):
            raise self._failed(Message("dataset.no-address")) from None
        if engine.dialect.name == "sqlite":
            _in_one_transaction(engine)
        try:
            with engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise self._failed(str(getattr(error, "orig", None) or error)) from error
        finally:
            engine.dispose()

    def _failed(self, said: object) -> DatasetError:
        words = said if isinstance(said, Message) else said_of(self.url, str(said).strip().partition("\n")[0])
        return DatasetError(Message("dataset.database-failed", url=shown(self.url), said=words))

    @staticmethod
    def _names(connection: Connection) -> set[str]:
        from sqlalchemy import inspect

        inspector = inspect(connection)
        return {*inspector.get_table_names(), *inspector.get_view_names()} & {*TABLES, ABOUT}


def _in_one_transaction(engine: Engine) -> None:
    """Python's driver of SQLite leaves what makes and drops tables outside of a transaction, unless it is begun by hand."""
    from sqlalchemy import event

    event.listen(engine, "connect", lambda driver, _: setattr(driver, "isolation_level", None))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))


def _grid(connection: Connection, name: str, wanted: Wanted) -> Iterator[list[str]]:
    """The head and the rows of a table or view, in the order of :data:`ROW_NUMBER` where it has that column."""
    table = _table(connection, name)
    columns = [column for column in table.columns if column.name.lower() != ROW_NUMBER]
    yield [column.name for column in columns]
    for row in _selected(connection, table, columns, wanted):
        yield [text_of_value(value) for value in row]


def _numbers(connection: Connection, name: str, wanted: Wanted) -> list[int] | None:
    """The numbers of the rows where they need not follow one another; ``None`` where they do, or where there are none."""
    table = _table(connection, name)
    if not wanted.conditions(name) or ROW_NUMBER not in table.columns:
        return None
    return [int(row[0]) for row in _selected(connection, table, [table.columns[ROW_NUMBER]], wanted)]


def _selected(connection: Connection, table: Table, columns: Sequence[Column[Any]], wanted: Wanted) -> Any:
    """The wanted rows; the database alone looks at the others."""
    from sqlalchemy import select

    query = select(*columns)
    for column, words in wanted.conditions(table.name).items():
        query = query.where(table.columns[column].in_(sorted(words)))
    if ROW_NUMBER in table.columns:
        query = query.order_by(table.columns[ROW_NUMBER])
    return connection.execute(query)


def _table(connection: Connection, name: str) -> Table:
    from sqlalchemy import MetaData, Table, inspect

    return Table(name, MetaData(), *_columns(inspect(connection).get_columns(name)))


def _columns(found: Sequence[Any]) -> Iterator[Any]:
    from sqlalchemy import Column

    for column in found:
        yield Column(column["name"], column["type"])
