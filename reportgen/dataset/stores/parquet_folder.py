"""A dataset as a folder of Parquet files, one a table, every column text: the gateway to pyarrow, the extra ``parquet``."""

from __future__ import annotations

import io
import json
import operator
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import reduce
from itertools import zip_longest
from pathlib import Path
from typing import Any

from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.dataset.raw import RawTable, table_from_grid
from reportgen.dataset.stores.cell_values import text_of_value
from reportgen.dataset.stores.protocol import (
    EVERYTHING,
    Contents,
    FolderStore,
    Wanted,
    needs_extra,
    table_rows,
)
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError
from reportgen.findings import Finding
from reportgen.messages import Message
from reportgen.ooxml.files import place_files, read_file, settle

EXTRA = "parquet"
_ABOUT = b"datapackage"


class ParquetFolder(FolderStore):
    """A folder with ``observations.parquet`` and its like; what the data package says of itself is in their metadata."""

    suffix = ".parquet"

    def read(self, wanted: Wanted = EVERYTHING) -> Contents:
        _, parquet = _pyarrow(self.folder.name)
        settle(self.folder)
        tables: dict[str, RawTable] = {}
        findings: list[Finding] = []
        about: dict[str, Any] = {}
        for name, form in TABLES.items():
            file = self.folder / f"{name}.parquet"
            if not os.path.lexists(file):
                continue
            conditions = wanted.conditions(name)
            with _reading(file):
                found = parquet.read_table(file, filters=_asked(conditions))
                numbers = _numbers(file, conditions) if conditions else None
            columns = [[text_of_value(value) for value in column.to_pylist()] for column in found.columns]
            grid = [found.column_names, *map(list, zip(*columns, strict=True))]
            tables[name], of_table = table_from_grid(form, self.place_of(form), grid, numbers)
            findings += of_table
            about = about or json.loads((found.schema.metadata or {}).get(_ABOUT, b"{}"))
        beside = tuple(sorted(file.stem for file in self.folder.glob(f"*{self.suffix}")))
        name = str(about.get("name") or self.folder.resolve().stem)
        return Contents(name, tables, tuple(findings), about, beside)

    def has(self, least: int) -> bool:
        return self.count() >= least

    def count(self) -> int:
        _, parquet = _pyarrow(self.folder.name)
        file = self.folder / "observations.parquet"
        with _reading(file):
            return int(parquet.read_metadata(file).num_rows)

    def series(self) -> list[tuple[str, str, str, str]]:
        _, parquet = _pyarrow(self.folder.name)
        file = self.folder / "observations.parquet"
        with _reading(file):
            present = {name.lower(): name for name in parquet.read_schema(file).names}
            kept = [column for column in SERIES_DIMENSIONS if column in present]
            rows = parquet.read_table(file, columns=[present[column] for column in kept]).rename_columns(kept)
            found = rows.group_by(kept, use_threads=False).aggregate([]).to_pydict()
        texts = [
            list(map(text_of_value, found[column])) if column in kept else [] for column in SERIES_DIMENSIONS
        ]
        return [(one, area, part, partner) for one, area, part, partner in zip_longest(*texts, fillvalue="")]

    def write(self, contents: Contents) -> tuple[str, ...]:
        arrow, parquet = _pyarrow(self.folder.name)
        files: dict[Path, bytes] = {}
        said = json.dumps({"name": contents.name, **contents.about}, ensure_ascii=False).encode()
        for name, table in contents.tables.items():
            columns = list(zip(*table_rows(table), strict=True)) or [()] * len(table.head)
            fields = arrow.schema(
                [(column, arrow.string()) for column in table.head], metadata={_ABOUT: said}
            )
            stream = io.BytesIO()
            parquet.write_table(arrow.table([list(column) for column in columns], schema=fields), stream)
            files[self.folder / f"{name}.parquet"] = stream.getvalue()
        place_files(files)
        return tuple(path.name for path in files)

    def files(self) -> Sequence[tuple[str, bytes]]:
        return [(file.name, read_file(file)) for file in sorted(self.folder.glob("*.parquet"))]


def _asked(conditions: Mapping[str, Collection[str]]) -> Any:
    """The conditions as pyarrow takes them; ``None`` without any."""
    from pyarrow import array, compute, string

    fit = [compute.field(name).isin(array(sorted(words), string())) for name, words in conditions.items()]
    return reduce(operator.and_, fit) if fit else None


def _numbers(file: Path, conditions: Mapping[str, Collection[str]]) -> list[int]:
    """The numbers of the rows that are asked for, counted as a spreadsheet does."""
    from pyarrow import array, compute, parquet, string

    columns = parquet.read_table(file, columns=list(conditions))
    fit = [compute.is_in(columns[name], value_set=array(sorted(words), string()))
           for name, words in conditions.items()]  # fmt: skip
    return [number + 2 for number in compute.indices_nonzero(reduce(compute.and_, fit)).to_pylist()]


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    """What pyarrow says of a file that it cannot read becomes one sentence."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise DatasetError(Message("dataset.no-parquet", file=file.name)) from error


def _pyarrow(what: str) -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError:
        raise needs_extra(EXTRA, what) from None
    return pyarrow, pyarrow.parquet
