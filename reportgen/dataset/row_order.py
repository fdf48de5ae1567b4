"""The order of a dataset's rows: it comes from what they say, so that a file may be sorted or added to anywhere.

Code lists (indicators, areas, codes) and targets go by their column ``order`` where they have one, then by code; all that is
measured goes by those lists, then by period. Nothing that is read later asks where a row was in its file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from operator import lt
from typing import Any

from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.dataset.raw import RawTable
from reportgen.dataset.records import Dataset, Measure, Role
from reportgen.findings import Finding
from reportgen.language.number_fragments import half_width
from reportgen.record import replace
from reportgen.values import Quantity

CellsByColumn = Mapping[str, str]
SortKey = tuple[Any, ...]

_AFTER_ALL = Decimal("Infinity")
MEASURES = {measure.value: place for place, measure in enumerate(Measure)}
"""The place of each measure among the numbers of one series and period: levels come first."""
_ROLES = {role.value: place for place, role in enumerate((Role.STATED, Role.TABLE, Role.CONVERTED, Role.RESTATED))}  # fmt: skip
"""A source that states a figure comes before one that repeats it."""


class SeriesOrder:
    """Series in the order of the code lists: by indicator, area, breakdown and partner, totals first."""

    def __init__(
        self, indicators: Iterable[str], areas: Iterable[str], codes: Iterable[tuple[str, str]]
    ) -> None:
        codes = list(codes)
        lists = (
            indicators,
            areas,
            *([code for of, code in codes if of == name] for name in SERIES_DIMENSIONS[2:]),
        )
        self._places = [{code: place for place, code in enumerate(dict.fromkeys(one), 1)} for one in lists]

    @classmethod
    def of(cls, dataset: Dataset) -> SeriesOrder:
        """The order by the code lists of a dataset that was read."""
        return cls(dataset.indicators, dataset.areas, ((code.dimension, code.code) for code in dataset.codes))

    def key(self, series: Iterable[str]) -> SortKey:
        """What the codes of a series are compared by; a code that no list has comes last, none at all first."""
        return tuple(
            (places.get(code, len(places) + 1) if code else 0, code)
            for places, code in zip(self._places, series, strict=False)
        )


def in_order(tables: Mapping[str, RawTable]) -> dict[str, RawTable]:
    """The tables with their rows in the order of what they say; of rows that say the same each counts as the other."""
    ordered = {name: _sorted(tables[name], _keys(tables[name])) for name in _COLUMNS if name in tables}

    def listed(name: str, *columns: str) -> list[tuple[str, ...]]:
        return [_texts(row.cells, columns) for row in ordered[name].rows] if name in ordered else []

    series = SeriesOrder(
        (code for (code,) in listed("indicators", "indicator")),
        (code for (code,) in listed("areas", "ref_area")),
        ((dimension, code) for dimension, code in listed("codes", "dimension", "code")),
    )
    for name in tables.keys() - ordered.keys():
        ordered[name] = _sorted(tables[name], _keys_about_series(tables[name], series))
    return {name: ordered[name] for name in tables}


def findings_in_order(findings: Iterable[Finding]) -> list[Finding]:
    """What was found in cells before they were read, in an order that does not come from the rows' numbers; what is said of a
    whole table or its head stays before it."""
    found = list(findings)
    tables = {
        table: place
        for place, table in enumerate(dict.fromkeys((item.place.file, item.place.sheet) for item in found))
    }

    def key(item: Finding) -> SortKey:
        table = tables[item.place.file, item.place.sheet]
        if (item.place.row or 1) == 1:
            return (table, "")
        return (table, item.code, item.place.column or "", item.place.text or "")

    return sorted(found, key=key)


def _sorted(table: RawTable, keys: list[SortKey]) -> RawTable:
    if all(map(lt, keys, keys[1:])):
        return table
    if len(set(keys)) < len(keys):
        columns = table.form.columns
        keys = [(*key, *_texts(row.cells, columns)) for key, row in zip(keys, table.rows, strict=True)]
    places = sorted(range(len(keys)), key=keys.__getitem__)
    return replace(table, rows=tuple(table.rows[place] for place in places))


def _texts(cells: CellsByColumn, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple([cells.get(column, "") for column in columns])


def _keys(table: RawTable) -> list[SortKey]:
    """What the rows of a table that are about no series are compared by."""
    columns = _COLUMNS[table.form.name]
    if table.form.name == "citations":
        return [_of_citation(*_texts(row.cells, columns)) for row in table.rows]
    return [(_place(row.cells), *_texts(row.cells, columns)) for row in table.rows]


def _of_citation(subject: str, role: str, source: str, locator: str, statement: str) -> SortKey:
    """By what is cited, then how; two places in one source as they follow one another there: ¶2 before ¶10."""
    return (subject, _ROLES.get(role, len(_ROLES)), source, len(locator), locator, statement)


def _keys_about_series(table: RawTable, order: SeriesOrder) -> list[SortKey]:
    """The same for rows that are about a series. There may be many: where each series comes is worked out once."""
    reading = [row.cells.get for row in table.rows]
    indicator, area, breakdown, counterpart = SERIES_DIMENSIONS
    named = [(get(indicator, ""), get(area, ""), get(breakdown, ""), get(counterpart, "")) for get in reading]
    places = {series: place for place, series in enumerate(sorted(set(named), key=order.key))}
    if table.form.name == "observations":
        return [
            (places[series], get("period", ""), MEASURES.get(get("measure", ""), 0), get("obs_id", ""), get("source", ""))
            for series, get in zip(named, reading, strict=True)
        ]  # fmt: skip
    return [
        (_place(row.cells), places[series], *_texts(row.cells, ("period", "target")))
        for series, row in zip(named, table.rows, strict=True)
    ]


def _place(cells: CellsByColumn) -> Decimal:
    """The number in the column ``order``; what is none there is a finding when the row is read."""
    text = cells.get("order", "")
    try:
        return Quantity.parse(half_width(text)).value if text else _AFTER_ALL
    except ValueError:
        return _AFTER_ALL


_COLUMNS = {
    "indicators": ("indicator",),
    "areas": ("ref_area",),
    "codes": ("dimension", "code"),
    "sources": ("source",),
    "citations": ("subject", "role", "source", "locator", "statement"),
}
