"""Charts as they stand in a finished document: what each series shows, and what the cells behind it hold."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from reportgen.ooxml import relationships
from reportgen.ooxml.addresses import SheetArea, cell_at
from reportgen.ooxml.charts.designed import CATEGORIES, VALUES
from reportgen.ooxml.xml import parse, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package

_SERIES = qn("c:ser")
_SHEET_TYPE = relationships.WORKSHEET
_STRINGS_TYPE = relationships.WORKSHEET.replace("/worksheet", "/sharedStrings")


@dataclass(frozen=True, slots=True)
class SeriesReading:
    """One series: its name, categories and values as cached in the chart, and the references they came from.

    ``values`` has ``None`` where the chart shows nothing.
    """

    name: str
    categories: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    values_at: str = ""
    categories_at: str = ""
    name_at: str = ""


@dataclass(frozen=True, slots=True)
class ChartReading:
    """A chart part: its series in order, and the name of the workbook part embedded for it (or empty)."""

    part: str
    series: tuple[SeriesReading, ...]
    workbook: str = ""


def read_chart(package: Package, part: str) -> ChartReading:
    """Read the chart in ``part``."""
    root = parse(package.read(part), part).root
    embedded = package.relationships(part).by_type(relationships.EMBEDDED_PACKAGE)
    workbook = next((found.part for found in embedded if found.part in package), "")
    return ChartReading(part, tuple(_series(element) for element in root.iter(_SERIES)), workbook)


class CellsBehind:
    """The cells of an embedded workbook, read when they are first asked for."""

    def __init__(self, workbook: bytes) -> None:
        from reportgen.ooxml.package import Package

        self._package = Package.open(workbook)
        self._sheets: dict[str, dict[tuple[int, int], str]] = {}

    def texts_at(self, reference: str) -> tuple[str | None, ...] | None:
        """What the cells of ``Sheet1!$B$2:$B$5`` hold, in order; ``None`` where the reference is no block of this book."""
        area = SheetArea.of_reference(reference)
        if area is None or (cells := self._cells(area.sheet)) is None:
            return None
        return tuple(cells.get(place) for place in area.cells())

    def _cells(self, sheet: str) -> dict[tuple[int, int], str] | None:
        if sheet not in self._sheets:
            part = self._part_of(sheet)
            if part is None:
                return None
            self._sheets[sheet] = dict(_cells_of(self._package.read(part), self._strings()))
        return self._sheets[sheet]

    def _part_of(self, sheet: str) -> str | None:
        main = self._package.main_part
        by_id = {found.id: found.part for found in self._package.relationships(main).by_type(_SHEET_TYPE)}
        for element in parse(self._package.read(main), main).root.iter(qn("x:sheet")):
            if element.get("name") == sheet:
                return by_id.get(element.get(qn("r:id")) or "")
        return None

    def _strings(self) -> list[str]:
        for found in self._package.relationships(self._package.main_part).by_type(_STRINGS_TYPE):
            root = parse(self._package.read(found.part), found.part).root
            return [
                "".join(text.text or "" for text in item.iter(qn("x:t"))) for item in root.iter(qn("x:si"))
            ]
        return []


def decimal_of(text: str | None) -> Decimal | None:
    """The number a cell or cache holds, ``None`` for anything else."""
    try:
        number = Decimal(text or "")
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def same_number(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two stored numbers are one, but for the noise of binary floats (Excel keeps 15 digits)."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(abs(one), abs(other)) * Decimal("1e-12")


def _series(element: _Element) -> SeriesReading:
    categories = _first(element, CATEGORIES)
    values = _first(element, VALUES)
    name = element.find(qn("c:tx"))
    names = _points(name)
    direct = name.findtext(qn("c:v")) if name is not None else None
    return SeriesReading(
        name=direct if direct is not None else "".join(text for text in names if text),
        categories=tuple(text or "" for text in _points(categories)),
        values=tuple(decimal_of(text) for text in _points(values)),
        values_at=_reference(values),
        categories_at=_reference(categories),
        name_at=_reference(name),
    )


def _first(element: _Element, tags: tuple[str, ...]) -> _Element | None:
    return next((found for tag in tags if (found := element.find(qn(f"c:{tag}"))) is not None), None)


def _reference(holder: _Element | None) -> str:
    if holder is None:
        return ""
    found = next(holder.iter(qn("c:f")), None)
    return (found.text or "") if found is not None else ""


def _points(holder: _Element | None) -> list[str | None]:
    """The cached texts by index; of a cache with several levels the innermost."""
    if holder is None:
        return []
    level = next(holder.iter(qn("c:lvl")), holder)
    found = {int(point.get("idx") or 0): point.findtext(qn("c:v")) for point in level.iter(qn("c:pt"))}
    count = next(holder.iter(qn("c:ptCount")), None)
    length = int(count.get("val") or 0) if count is not None else max(found, default=-1) + 1
    return [found.get(at) for at in range(length)]


def _cells_of(data: bytes, strings: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    from lxml import etree

    for _, cell in etree.iterparse(io.BytesIO(data), tag=qn("x:c"), resolve_entities=False, no_network=True):
        address = cell.get("r") or ""
        text = cell.findtext(qn("x:v"))
        if cell.get("t") == "s" and text is not None:
            text = strings[int(text)] if int(text) < len(strings) else ""
        elif cell.get("t") == "inlineStr":
            text = "".join(found.text or "" for found in cell.iter(qn("x:t")))
        if address and text is not None:
            yield cell_at(address), text
        cell.clear()
