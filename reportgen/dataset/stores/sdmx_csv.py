"""The observations of a dataset as SDMX-CSV 2.0, for other statistical systems: written, not read as a dataset.

One file holds one dataflow: the series' dimensions, the period, the value as it was written, and the attributes. Targets, citations and
labels have no place in it. ``reportgen import`` reads such a file by a recipe.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.dataset.csv_files import csv_bytes
from reportgen.dataset.records import TOTAL, UNIT_OF_MEASURE
from reportgen.dataset.stores.protocol import EVERYTHING, Contents, Wanted
from reportgen.dataset.tables import TableForm
from reportgen.errors import DatasetError
from reportgen.findings import Place
from reportgen.messages import Message
from reportgen.ooxml.files import place_files, read_file

STRUCTURE = "REPORTGEN:OBSERVATIONS(1.0)"
_DIMENSIONS = {"indicator": "INDICATOR", "ref_area": "REF_AREA", "breakdown": "BREAKDOWN",
               "counterpart_area": "COUNTERPART_AREA", "measure": "MEASURE", "period": "TIME_PERIOD"}  # fmt: skip
_VALUE = {"value": "OBS_VALUE", "unit_mult": "UNIT_MULT", "unit": "UNIT_MEASURE", "status": "OBS_STATUS"}


class SdmxCsv:
    """One file of observations."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def is_there(self) -> bool:
        return self.path.exists()

    def read(self, wanted: Wanted = EVERYTHING) -> Contents:
        raise DatasetError(Message("dataset.sdmx-csv", file=self.path.name))

    def write(self, contents: Contents) -> tuple[str, ...]:
        table = contents.tables.get("observations")
        indicators = contents.tables.get("indicators")
        units = (
            {row.cells.get("indicator", ""): row.cells.get("unit", "") for row in indicators.rows}
            if indicators
            else {}
        )
        known = {**_DIMENSIONS, **_VALUE}
        others = [name.lower() for name in (table.head if table else ()) if name.lower() not in known]
        columns = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *known.values(), *(name.upper() for name in others))
        lines = []
        for row in table.rows if table else ():
            cells = dict(row.cells)
            cells["breakdown"] = cells.get("breakdown") or TOTAL
            cells["counterpart_area"] = cells.get("counterpart_area") or TOTAL
            own = UNIT_OF_MEASURE.get(cells.get("measure", ""))  # type: ignore[call-overload]
            cells["unit"] = cells.get("unit") or own or units.get(cells.get("indicator", ""), "")
            cells["status"] = cells.get("status") or "A"
            lines.append(["dataflow", STRUCTURE, "I", *(cells.get(name, "") for name in (*known, *others))])
        place_files({self.path: csv_bytes(columns, lines)})
        return (self.path.name,)

    def place_of(self, form: TableForm) -> Place:
        return Place(self.path.name, form.name)

    def files(self) -> Sequence[tuple[str, bytes]]:
        return [("", read_file(self.path))]
