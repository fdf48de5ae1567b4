"""Charts as they are in a finished document: what each series shows, and where it says that comes from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

from reportgen.ooxml import relationships
from reportgen.ooxml.charts.axis_scales import Trait, drawing_of, scales_of
from reportgen.ooxml.charts.caches import points_of
from reportgen.ooxml.charts.designed import CATEGORIES, VALUES
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.sheet_cells import decimal_of
from reportgen.ooxml.xml import parse, qn
from reportgen.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package

_SERIES = qn("c:ser")


class SeriesReading(Record):
    """One series: its name, categories and values as cached in the chart, and the references they came from.

    ``values`` has ``None`` where the chart shows nothing.
    """

    name: str
    categories: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    values_at: str = ""
    name_at: str = ""
    number_format: str = "General"


class ChartReading(Record):
    """A chart part: its series in order, and the name of the workbook part embedded for it (or empty).

    ``texts`` are what somebody typed into it: titles of the chart and its axes, data labels, formats that hold digits.
    ``scales`` are those of its axes that are not the usual ones: from another number on, by powers, turned round.
    ``drawing`` is what else makes it read otherwise.
    """

    part: str
    series: tuple[SeriesReading, ...]
    workbook: str = ""
    texts: tuple[str, ...] = ()
    scales: tuple[Trait, ...] = ()
    drawing: tuple[Trait, ...] = ()

    @property
    def title(self) -> str:
        """What it is known by: the name of its first series."""
        return self.series[0].name if self.series else ""


def read_chart(package: Package, part: str) -> ChartReading:
    """Read the chart in ``part``."""
    root = parse(package.read(part), part).root
    embedded = package.relationships(part).by_type(relationships.EMBEDDED_PACKAGE)
    workbook = next((found.part for found in embedded if found.part in package), "")
    series = tuple(_series(element) for element in root.iter(_SERIES))
    return ChartReading(
        part, series, workbook, tuple(_texts(root)), tuple(scales_of(root)), tuple(drawing_of(root))
    )


def _continued(text: str, line: str) -> str:
    """Lines of a title as one text: Chinese goes on without a space."""
    is_latin = text[-1:].isascii() and line[:1].isascii()
    return f"{text} {line}" if text and line and is_latin else text + line


def _texts(root: _Element) -> Iterator[str]:
    for rich in root.iter(qn("c:rich")):
        lines = ("".join(piece.text or "" for piece in line.iter(qn("a:t"))) for line in rich.iter(qn("a:p")))
        if text := reduce(_continued, lines, "").strip():
            yield text
    for labels in root.iter(qn("c:dLbls"), qn("c:dLbl")):
        for shown in labels.iterfind(qn("c:numFmt")):
            code = shown.get("formatCode") or ""
            if any(sign.isdigit() for sign in read_format(code).words):
                yield code


def _series(element: _Element) -> SeriesReading:
    categories = _first(element, CATEGORIES)
    values = _first(element, VALUES)
    name = element.find(qn("c:tx"))
    names = points_of(name)
    direct = name.findtext(qn("c:v")) if name is not None else None
    return SeriesReading(
        name=direct if direct is not None else "".join(text for text in names if text),
        categories=tuple(text or "" for text in points_of(categories)),
        values=tuple(decimal_of(text) for text in points_of(values)),
        values_at=_reference(values),
        name_at=_reference(name),
        number_format=element.findtext(f"{qn('c:val')}//{qn('c:formatCode')}") or "General",
    )


def _first(element: _Element, tags: tuple[str, ...]) -> _Element | None:
    return next((found for tag in tags if (found := element.find(qn(f"c:{tag}"))) is not None), None)


def _reference(holder: _Element | None) -> str:
    if holder is None:
        return ""
    found = next(holder.iter(qn("c:f")), None)
    return (found.text or "") if found is not None else ""
