"""A dataset as a folder of Parquet files, one a table, every column text: the gateway to pyarrow, the extra ``parquet``."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportgen.dataset.raw import RawTable, table_from_grid
from reportgen.dataset.stores.cell_values import text_of
from reportgen.dataset.stores.protocol import EVERYTHING, Contents, FolderStore, Wanted, needs_extra, rows_of
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError
from reportgen.findings import Finding
from reportgen.messages import Message
from reportgen.ooxml.files import place_files, settle

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
            if not file.is_file():
                continue
            asked = [(column, "in", sorted(words)) for column, words in wanted.conditions(name).items()]
            try:
                found = parquet.read_table(file, filters=asked or None)
            except (OSError, ValueError) as error:
                said = str(error).split("\n")[0]
                raise DatasetError(Message("dataset.no-parquet", file=file.name, said=said)) from error
            columns = [[text_of(value) for value in column.to_pylist()] for column in found.columns]
            grid = [found.column_names, *map(list, zip(*columns, strict=True))]
            tables[name], of_table = table_from_grid(form, self.place_of(form), grid)
            findings += of_table
            about = about or json.loads((found.schema.metadata or {}).get(_ABOUT, b"{}"))
        return Contents(str(about.get("name") or self.folder.resolve().stem), tables, tuple(findings), about)

    def write(self, contents: Contents) -> tuple[str, ...]:
        arrow, parquet = _pyarrow(self.folder.name)
        files: dict[Path, bytes] = {}
        said = json.dumps({"name": contents.name, **contents.about}, ensure_ascii=False).encode()
        for name, table in contents.tables.items():
            columns = list(zip(*rows_of(table), strict=True)) or [()] * len(table.head)
            fields = arrow.schema(
                [(column, arrow.string()) for column in table.head], metadata={_ABOUT: said}
            )
            stream = io.BytesIO()
            parquet.write_table(arrow.table([list(column) for column in columns], schema=fields), stream)
            files[self.folder / f"{name}.parquet"] = stream.getvalue()
        place_files(files)
        return tuple(path.name for path in files)

    def files(self) -> Sequence[tuple[str, bytes]]:
        return [(file.name, file.read_bytes()) for file in sorted(self.folder.glob("*.parquet"))]


def _pyarrow(what: str) -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError:
        raise needs_extra(EXTRA, what) from None
    return pyarrow, pyarrow.parquet
