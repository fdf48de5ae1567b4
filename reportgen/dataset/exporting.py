"""A dataset from one store into another: its tables as texts, with every column that it has."""

from __future__ import annotations

from reportgen.dataset.stores import Location, new_store, shown, store_at
from reportgen.dataset.stores.sdmx_csv import SdmxCsv
from reportgen.dataset.tables import TABLES
from reportgen.errors import DatasetError
from reportgen.findings import has_errors
from reportgen.messages import Message
from reportgen.record import Record


class Exported(Record):
    """What was written, and how many rows of which tables; ``left_out`` are tables that the form has no place for."""

    names: tuple[str, ...]
    rows: int
    left_out: tuple[str, ...] = ()


def export_dataset(data: Location, to: Location, *, form: str = "", replace: bool = False) -> Exported:
    """Write the dataset at ``data`` anew at ``to``.

    Raises ``DatasetError`` where something is there already (unless ``replace``), where ``to`` is the dataset itself, and with the findings
    where a file of ``data`` cannot be read whole: nothing is lost on the way.
    """
    source, target = store_at(data), new_store(to, form)
    contents = source.read()
    if not contents.tables:
        needed = tuple(item.name for item in TABLES.values() if item.must_exist)
        raise DatasetError(Message("dataset.no-table", path=shown(data), tables=needed))
    if has_errors(contents.findings):
        raise DatasetError(Message("dataset.export-unreadable", path=shown(data)), contents.findings)
    if target.is_there and not replace:
        raise DatasetError(Message("dataset.export-there", path=shown(to)))
    names = target.write(contents)
    written = contents.tables if not isinstance(target, SdmxCsv) else {"observations"} & set(contents.tables)
    rows = sum(len(contents.tables[name].rows) for name in written)
    left_out = tuple(name for name, table in contents.tables.items() if name not in written and table.rows)
    return Exported(names, rows, left_out)
