"""The charts drawn in a Word document's body, with their alternative texts and what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import zip_longest
from typing import TYPE_CHECKING

from reportgen.finished.wording import ChartWording, digest
from reportgen.ooxml.charts.reading import read_chart
from reportgen.ooxml.relationships import CHART
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.ooxml import Package

_DRAWING = re.compile(r"<w:drawing\b.*?</w:drawing>", re.DOTALL)
_CHART = re.compile(r'<c:chart\b[^>]*?\br:id="([^"]+)"')
_ALT_TEXT = re.compile(r'(<wp:docPr\b[^>]*?\bdescr=")([^"]*)"')


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart where it stands: its part, and its alternative text with the place of that in the body's XML."""

    part: str
    alt_text: str
    alt_at: tuple[int, int] | None

    def wording(self, package: Package) -> ChartWording:
        reading = read_chart(package, self.part)
        series = []
        for one in reading.series:
            points = list(zip_longest(one.categories, one.values, fillvalue=None))
            categories = tuple(category or "" for category, _ in points)
            values = tuple("" if value is None else plain(value) for _, value in points)
            series.append((one.name, categories, values))
        return ChartWording(digest(package.read(self.part)), self.alt_text, tuple(series))


def drawn_charts(package: Package) -> list[Drawn]:
    """Every chart of the body, in order."""
    main = package.main_part
    parts = {found.id: found.part for found in package.relationships(main).by_type(CHART)}
    if not parts:
        return []
    xml = package.read(main).decode("utf-8")
    found = []
    for drawing in _DRAWING.finditer(xml):
        chart = _CHART.search(drawing[0])
        if chart is None or parts.get(chart[1]) not in package.names():
            continue
        alt = _ALT_TEXT.search(drawing[0])
        at = (drawing.start() + alt.start(2), drawing.start() + alt.end(2)) if alt else None
        found.append(Drawn(parts[chart[1]], unescape(alt[2]) if alt else "", at))
    return found
