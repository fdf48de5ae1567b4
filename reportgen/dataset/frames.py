"""The gateway to pandas, the extra ``frames``: a dataset's tables as data frames. The one module here that imports pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.dataset.folder_writing import rows_of_table
from reportgen.dataset.records import Dataset, Observation, Target
from reportgen.dataset.stores.protocol import needs_extra
from reportgen.dataset.tables import TABLES

if TYPE_CHECKING:
    from pandas import DataFrame

EXTRA = "frames"


def to_frames(dataset: Dataset) -> dict[str, DataFrame]:
    """Every table as a data frame under its own name, one text column for each column of the file.

    ``observations`` and ``targets`` have two more columns: ``base_value``, the number in base units (yuan,
    percent) as ``Decimal``, and ``unit`` filled in where the file leaves it to the indicator. Raises ``DatasetError``
    where pandas is not installed.
    """
    try:
        from pandas import DataFrame
    except ModuleNotFoundError:
        raise needs_extra(EXTRA, dataset.name) from None

    frames: dict[str, DataFrame] = {}
    for name, form in TABLES.items():
        frames[name] = DataFrame(
            list(rows_of_table(dataset, name)), columns=list(form.columns), dtype="object"
        )
    _add_numbers(frames["observations"], list(dataset.observations.values()))
    _add_numbers(frames["targets"], list(dataset.targets.values()))
    return frames


def _add_numbers(frame: DataFrame, records: list[Observation] | list[Target]) -> None:
    from pandas import Series

    frame["unit"] = Series([record.unit for record in records], dtype="object")
    frame["base_value"] = Series([record.quantity.value for record in records], dtype="object")
