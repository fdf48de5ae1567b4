"""What each kind of designed chart needs beside names and values: numbers along x, dates on a date axis, sizes of bubbles.

A chart is refused, or a finding says it, where the kind would show something else than the data: a pie has one series, a stock
chart the series that were drawn, error bars of one's own belong to the old data.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from reportgen.content import Chart, ChartSeries
from reportgen.errors import TemplateError
from reportgen.findings import Finding, Place, Severity
from reportgen.language.any_language import words
from reportgen.messages import Message
from reportgen.ooxml.charts.designed import DesignedSeries, groups, series_key
from reportgen.ooxml.xml import local_name, qn
from reportgen.record import replace
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_ONE_SERIES = ("pieChart", "pie3DChart", "ofPieChart")
_WITH_NUMBERS_ALONG = ("scatterChart", "bubbleChart")
_DATE = regex(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_ZERO = date(1899, 12, 30)


def numbers_along(chart_space: _Element, chart: Chart) -> tuple[Decimal, ...] | None:
    """The categories as numbers, where the chart has numbers or dates along its axis and all of them are; else ``None``."""
    kinds = {local_name(group) for group in groups(chart_space)}
    if kinds & {*_WITH_NUMBERS_ALONG}:
        return _all([_number(text) for text in chart.categories])
    if next(chart_space.iter(qn("c:dateAx")), None) is not None:
        return _all([_day(text) for text in chart.categories])
    return None


def check_kind(
    chart_space: _Element, part: str, designs: list[DesignedSeries], chart: Chart
) -> list[Finding]:
    """What of the data a chart of this kind would not show. Raises ``TemplateError`` where it cannot be filled at all."""
    kinds = {local_name(group) for group in groups(chart_space)}
    if any(bars.get("val") == "cust" for bars in chart_space.iter(qn("c:errValType"))):
        raise TemplateError(Message("ooxml.chart-own-error-bars"))
    if "stockChart" in kinds:
        given = {series_key(series.name) for series in chart.series}
        missing = [design.name for design in designs if series_key(design.name) not in given]
        if missing:
            raise TemplateError(Message("ooxml.chart-asks-for-series", names=tuple(missing)))
    findings = []
    if kinds and kinds <= {*_ONE_SERIES} and len(chart.series) > 1:
        hidden = tuple(series.name for series in chart.series[1:])
        findings.append(_finding("chart-shows-one-series", part, chart, names=hidden))
    if kinds & {*_WITH_NUMBERS_ALONG} and numbers_along(chart_space, chart) is None:
        text = next(text for text in chart.categories if _number(text) is None)
        findings.append(_finding("chart-x-no-number", part, chart, value=text))
    return findings


def without_sizes(chart_space: _Element, chart: Chart) -> tuple[Chart, dict[str, ChartSeries]]:
    """A bubble chart's data without the series that are sizes, and these by the name of the series they belong to."""
    if not any(local_name(group) == "bubbleChart" for group in groups(chart_space)):
        return chart, {}
    forms = words("ooxml", "BUBBLE_SIZES")
    by_name = {series_key(series.name): series for series in chart.series}
    sizes: dict[str, ChartSeries] = {}
    for series in chart.series:
        names = [series_key(form.format(series.name)) for form in forms]
        found = next((by_name[name] for name in names if name in by_name), None)
        if found is not None:
            sizes[series.name] = found
    taken = {id(series) for series in sizes.values()}
    shown = tuple(series for series in chart.series if id(series) not in taken)
    missing = [forms[0].format(series.name) for series in shown if series.name not in sizes]
    if missing:
        raise TemplateError(Message("ooxml.chart-asks-for-series", names=tuple(missing)))
    return replace(chart, series=shown), sizes


def _finding(code: str, part: str, chart: Chart, **parameters: Any) -> Finding:
    return Finding(
        code, Severity.WARNING, place=Place(file=part, text=chart.title or chart.name), **parameters
    )


def _all(found: list[Decimal | None]) -> tuple[Decimal, ...] | None:
    known = [value for value in found if value is not None]
    return tuple(known) if known and len(known) == len(found) else None


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(text: str) -> Decimal | None:
    """A date as Excel counts it; a month or a year is its first day."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
    return Decimal((day - _DAY_ZERO).days)
