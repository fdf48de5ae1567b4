"""Charts: what they show against the cells behind them, and against what was drawn from the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from reportgen.findings import Finding, Place
from reportgen.finished.tokens import edits
from reportgen.living.audit.codes import found
from reportgen.ooxml.charts.axis_scales import LABEL_LEFT_OUT
from reportgen.ooxml.sheet_cells import decimal_of, same_number
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.finished.document import FinishedDocument
    from reportgen.finished.snapshot import ChartSnapshot
    from reportgen.ooxml.charts.chart_reading import ChartReading, SeriesReading


def check_charts(document: FinishedDocument, code: str) -> Iterator[Finding]:
    """Each chart's cache against the cells it refers to, whose difference is a finding of ``code``, and the charts against what they
    were drawn with."""
    for one in document.charts:
        behind = document.cells_behind(one.chart)
        for series in one.chart.series if behind is not None else ():
            held = behind.texts_at(series.values_at) if behind is not None and series.values_at else None
            pairs = () if held is None else zip_longest(series.values, map(decimal_of, held))
            for at, (value, cell) in enumerate(pairs):
                if not same_number(value, cell):
                    yield _differs(code, document.chart_place(one, one.chart.title), series, at, value, cell)
    built = document.built.charts if document.built else ()
    for at, was in enumerate(built):
        if at in document.charts_as_built:
            now = document.charts[document.charts_as_built[at]]
            yield from _against_built(now.chart, document.chart_place(now, now.chart.title), was)
        else:
            yield found("chart-vanished", Place(file=document.name, text=was.place), count=len(built))


def _against_built(chart: ChartReading, place: Place, built: ChartSnapshot) -> Iterator[Finding]:
    drawn = {one.name: one.values for one in built.series}
    for position, series in enumerate(chart.series):
        values = drawn.get(series.name)
        if values is None and len(built.series) == len(chart.series):
            values = built.series[position].values  # the series was renamed
        if values is None or len(values) != len(series.values):
            continue
        for at, (value, first) in enumerate(zip(series.values, values, strict=True)):
            if not same_number(value, first):
                yield _differs("chart-against-text", place, series, at, value, first)
    yield from _said_otherwise(chart, place, built)
    yield from _scaled_otherwise(chart, place, built)


def _said_otherwise(chart: ChartReading, place: Place, built: ChartSnapshot) -> Iterator[Finding]:
    """Titles and typed labels, names of series and categories that are others than those drawn."""
    if built.texts is None:
        return
    before, after = list(_words(built)), list(_words(chart))
    for tag, start, end, first, last in edits(before, after):
        if tag == "equal":
            continue
        for old, new in zip_longest(before[start:end], after[first:last], fillvalue=""):
            yield found("chart-words-changed", place, built=old, now=new)


def _scaled_otherwise(chart: ChartReading, place: Place, built: ChartSnapshot) -> Iterator[Finding]:
    """Axes that begin at another number, count by powers or run the other way."""
    if built.scales is None:
        return
    scales, drawing = chart.scales, chart.drawing
    then = (*built.scales, *(built.drawing or ()))
    if built.drawing is None:  # a record from before this was kept: what it does not hold is not known
        drawing = tuple(one for one in drawing if one in built.scales)
    kept = [one for one in then if one in drawing or one.code != LABEL_LEFT_OUT]
    if Counter(kept) != Counter((*scales, *drawing)):
        yield found("chart-axis-changed", place, built=tuple(kept), now=(*scales, *drawing))


def _words(chart: ChartReading | ChartSnapshot) -> Iterator[str]:
    yield from chart.texts or ()
    for series in chart.series:
        yield series.name
    yield from dict.fromkeys(category for series in chart.series for category in series.categories)


def _differs(
    code: str, place: Place, series: SeriesReading, at: int, shown: Decimal | None, expected: Decimal | None
) -> Finding:
    category = series.categories[at] if at < len(series.categories) else str(at + 1)
    return found(
        code, place, series_name=series.name, category=category, text=_said(shown), expected=_said(expected)
    )


def _said(value: Decimal | None) -> str:
    return "—" if value is None else plain(value)
