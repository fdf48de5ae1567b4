"""A dataset as a folder of CSV files with its ``datapackage.json``."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from reportgen.dataset.csv_files import count_rows, csv_bytes, read_csv_table
from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.dataset.raw import RawTable
from reportgen.dataset.stores.protocol import EVERYTHING, Contents, FolderStore, Wanted, table_rows
from reportgen.dataset.tables import TABLES, WORDS
from reportgen.findings import Finding, Place, Severity
from reportgen.ooxml.files import place_files, read_file, settle

DESCRIPTOR = "datapackage.json"
OBSERVATIONS = "observations.csv"
_OF_THE_FORM = ("profile", "resources", "$schema")


class CsvFolder(FolderStore):
    """A folder of CSV files; files of other names in it are not its business."""

    suffix = ".csv"

    def read(self, wanted: Wanted = EVERYTHING) -> Contents:
        files = self._files()
        tables: dict[str, RawTable] = {}
        findings: list[Finding] = []
        for form in TABLES.values():
            if file := files.get(f"{form.name}.csv"):
                tables[form.name], of_file = read_csv_table(file, form, wanted.conditions(form.name))
                findings += of_file
        about, unreadable = self._about()
        name = about.get("name")
        return Contents(
            name if isinstance(name, str) and name else self.folder.resolve().name,
            tables, (*findings, *unreadable), about,
            tuple(sorted(file.stem for file in files.values() if file.suffix.casefold() == self.suffix)),
        )  # fmt: skip

    def has(self, least: int) -> bool:
        file = self._files().get(OBSERVATIONS)
        return file is not None and read_file(file).count(b"\n") >= least

    def count(self) -> int:
        return sum(self._rows_of_series.values())

    def series(self) -> list[tuple[str, str, str, str]]:
        return [(one, area, part, partner) for one, area, part, partner in self._rows_of_series]

    @cached_property
    def _rows_of_series(self) -> dict[tuple[str, ...], int]:
        file = self._files().get(OBSERVATIONS)
        return {} if file is None else count_rows(file, TABLES["observations"], SERIES_DIMENSIONS)

    def _files(self) -> dict[str, Path]:
        """What lies in the folder, whatever the case of its name; what is there and no file that can be read is an error, and not absent."""
        settle(self.folder)
        return {file.name.casefold(): file for file in self.folder.iterdir()}

    def write(self, contents: Contents) -> tuple[str, ...]:
        files = self.files_of(contents)
        place_files(files)
        return tuple(path.name for path in files)

    def files_of(self, contents: Contents) -> dict[Path, bytes]:
        """The files of a folder that holds the tables and nothing of what it held before."""
        files = {self.folder / f"{name}.csv": csv_bytes(table.head, table_rows(table))
                 for name, table in contents.tables.items()}  # fmt: skip
        for (
            name,
            form,
        ) in TABLES.items():  # a table of what was there before must not stay beside the new ones
            path = self.folder / f"{name}.csv"
            if path not in files and path.exists():
                files[path] = csv_bytes(form.required, ())
        heads = {name: table.head for name, table in contents.tables.items()}
        files[self.folder / DESCRIPTOR] = descriptor({"name": contents.name, **contents.about}, heads)
        return files

    def files(self) -> Sequence[tuple[str, bytes]]:
        return [(file.name, read_file(file)) for file in sorted(self.folder.iterdir())
                if file.suffix in {".csv", ".json"}]  # fmt: skip

    def _about(self) -> tuple[dict[str, Any], list[Finding]]:
        """What the data package says of itself; nothing where there is no readable description."""
        file = self.folder / DESCRIPTOR
        if not os.path.lexists(file):
            return {}, []
        try:
            content = json.loads(read_file(file).decode("utf-8-sig"))
            return {name: value for name, value in content.items() if name not in _OF_THE_FORM}, []
        except (ValueError, AttributeError, RecursionError) as damage:
            row = damage.lineno if isinstance(damage, json.JSONDecodeError) else None
            return {}, [Finding("unreadable-datapackage", Severity.ERROR, place=Place(DESCRIPTOR, row=row))]


def descriptor(about: Mapping[str, Any], heads: Mapping[str, Sequence[str]]) -> bytes:
    """The bytes of a ``datapackage.json`` for tables with these heads."""
    resources = [resource(table, f"{table}.csv", columns) for table, columns in heads.items()]
    content = {"profile": "tabular-data-package", **about, "resources": resources}
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def resource(table: str, path: str, columns: Sequence[str]) -> dict[str, Any]:
    """The description of one table."""
    return {
        "name": table,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [field_of(table, column) for column in columns], "missingValues": [""]},
    }


def field_of(table: str, column: str) -> dict[str, Any]:
    """The description of one column, with the words that it takes."""
    words = WORDS.get((table, column.lower()))
    constraints = {"constraints": {"enum": list(words)}} if words else {}
    return {"name": column, "type": "string", **constraints}
