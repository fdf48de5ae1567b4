"""Write a dataset as a folder of CSV files with its ``datapackage.json``: same dataset, same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.dataset.csv_files import csv_bytes
from reportgen.dataset.records import (
    UNIT_OF_MEASURE,
    UNIT_OF_TARGET_KIND,
    Dataset,
    Observation,
    Target,
)
from reportgen.dataset.stores.csv_folder import DESCRIPTOR, descriptor
from reportgen.dataset.tables import TABLES
from reportgen.ooxml.files import place_files

RowTexts = Mapping[str, str]


def write_folder(dataset: Dataset, folder: str | Path) -> None:
    """Write the dataset's tables into ``folder``, all or none; the folder is made where it is missing.

    Optional columns that are empty throughout are left out, but for those that people are to fill; so are optional tables without a row. Files of
    other names are not touched.
    """
    folder = Path(folder)
    files: dict[Path, bytes] = {}
    written: dict[str, tuple[str, ...]] = {}
    for name, form in TABLES.items():
        rows = list(rows_of_table(dataset, name))
        if not rows and not form.must_exist:
            continue
        columns = tuple(
            column
            for column in form.columns
            if column in (*form.required, *form.to_fill) or any(row.get(column) for row in rows)
        )
        files[folder / f"{name}.csv"] = csv_bytes(
            columns, ([row.get(column, "") for column in columns] for row in rows)
        )
        written[name] = columns
    files[folder / DESCRIPTOR] = descriptor({"name": dataset.name}, written)
    place_files(files)


def rows_of_table(dataset: Dataset, table: str) -> Iterator[RowTexts]:
    """The rows of one table as text, in the dataset's order, under the columns of :mod:`reportgen.dataset.tables`.

    A unit that follows from measure, kind or indicator is not repeated, nor is an id that follows from the rest.
    """
    records = getattr(dataset, table)
    for record, row in TABLES[table].rows_of(records.values() if isinstance(records, Mapping) else records):
        if table == "observations":
            if record.unit == (UNIT_OF_MEASURE.get(record.measure) or _unit_of_indicator(dataset, record)):
                row["unit"] = ""
            if record.obs_id == record.own_id():
                row["obs_id"] = ""
        elif table == "targets":
            if record.unit == (UNIT_OF_TARGET_KIND.get(record.kind) or _unit_of_indicator(dataset, record)):
                row["unit"] = ""
            if record.is_in_words:
                row |= {"value": "", "unit_mult": "", "operator": ""}
        yield row


def _unit_of_indicator(dataset: Dataset, item: Observation | Target) -> str:
    indicator = dataset.indicators.get(item.series.indicator)
    return indicator.unit if indicator else ""
