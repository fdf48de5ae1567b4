"""The text of documents on a page: paragraphs, tables, charts and sheets, every figure a link to its lineage."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.finished.chart_figures import ChartPoint, FinishedChart, chart_points
from reportgen.finished.document import FinishedDocument
from reportgen.html import Html, element, text
from reportgen.language import say
from reportgen.messages import Message
from reportgen.ooxml.number_formats import read_format
from reportgen.record import Record, field
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.living.page.shown import ShownPack
    from reportgen.ooxml.charts.chart_reading import SeriesReading


def entry_anchor(key: str) -> str:
    """The id of a figure's entry on the page."""
    return f"figure-{key}"


class PageEntry(Record):
    """Where a figure is: the anchor in the page's text, what is written there, and where that is in words.

    ``built`` is what was written there when the document was built, where people changed it since.
    """

    anchor: str
    written: str
    where: str
    built: str = ""


class Texts(Struct):
    """Writes the documents, and takes down where each figure is."""

    shown: ShownPack
    standing: dict[str, list[PageEntry]] = field(default_factory=dict)
    """By the figure's key, in the order of the documents."""


class DocumentText:
    """Writes one document: what those of all formats have."""

    def __init__(self, texts: Texts, document: FinishedDocument, number: int) -> None:
        self._texts, self._name, self._number = texts, document.name, number
        self._language, self._known = texts.shown.language, texts.shown.figures
        self._document = document

    def _chart(self, chart: FinishedChart) -> Html:
        """What a chart draws, as a table: a page has no drawing of it."""
        series = chart.chart.series
        categories = max((one.categories for one in series), key=len, default=())
        names = (element("th", one.name or str(at), scope="col") for at, one in enumerate(series, 1))
        rows = [
            element("tr", element("th", name, scope="row"), *(self._point(chart, one, at) for one in series))
            for at, name in enumerate(categories)
        ]
        head = element("tr", element("td"), *names)
        caption = element("figcaption", chart.alt_text or say(Message("page.chart"), self._language))
        return element(
            "figure", caption, element("div", element("table", head, *rows), class_="wide"), class_="chart"
        )

    def _point(self, chart: FinishedChart, series: SeriesReading, at: int) -> Html:
        value = series.values[at] if at < len(series.values) else None
        if value is None:
            return element("td")
        said = read_format(series.number_format).shown(value) or plain(value)
        point = self._points.get((id(chart), id(series), at))
        if point is None:
            return element("td", said)
        where = Message("page.in-chart", document=self._name, series=series.name, category=point.category)
        return element("td", self._figure(point.key, said, say(where, self._language), ""))

    @cached_property
    def _points(self) -> dict[tuple[int, int, int], ChartPoint]:
        points = chart_points(self._document.charts, self._document.built)
        return {(id(point.chart), id(point.series), point.at): point for point in points}

    def _figure(self, key: str, written: str, where: str, built: str) -> Html:
        if key not in self._known or not written.strip():
            return text(written)
        found = self._texts.standing.setdefault(key, [])
        anchor = f"stands-{key}-{len(found) + 1}"
        changed = built if built.strip() != written.strip() else ""
        found.append(PageEntry(anchor, written, where, changed))
        return element(
            "a", written, class_="figure changed" if changed else "figure",
            href=f"#{entry_anchor(key)}", id=anchor, data_figure=key,
        )  # fmt: skip


def said_html(words: str) -> Html:
    """Words as they read; a tab, which a browser takes for a blank, as the gap that it makes."""
    return text(words.replace("\t", "\u2003"))
