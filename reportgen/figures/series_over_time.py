"""Every series over time, as small multiples: a panel a series, all over the same years.

Columns, never lines: between two periods nothing is claimed, and a break in a series is named in a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.content import Chart, ChartSeries
from reportgen.dataset.records import Measure, Series
from reportgen.figures.chart_texts import break_note
from reportgen.figures.labels import area_label, indicator_label, series_phrase
from reportgen.figures.numbers import NumberStyle, common_power, natural_power, unit_text
from reportgen.figures.presentation import Presentation
from reportgen.figures.small_multiples import own_scales, panelled
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import language
from reportgen.messages import Message
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record

_LEAST_PANELS, _MOST_PANELS = 2, 12
_LEAST_PERIODS = 2
_SIZE_MM, _ACROSS = (62, 48), 3


class _Panel(Record):
    """One series: its name with the unit, and its figure for each year that has one."""

    series: Series
    name: str
    power: int
    figures: dict[Period, Figure]


def series_over_time(document: Presentation) -> Chart | None:
    """A panel of each series with levels for two years or more, longest first.

    ``None`` where there are too few series to compare.
    """
    panels = sorted(_panels(document), key=lambda panel: -len(panel.figures))[:_MOST_PANELS]
    if len(panels) < _LEAST_PANELS:
        return None
    periods = sorted({period for panel in panels for period in panel.figures}, key=_by_time)
    charts = [_chart(panel, periods, document) for panel in panels]
    notes = [own_scales(document, own_units=True), *(str(note) for chart in charts for note in chart.notes)]
    across = min(_ACROSS, len(charts))
    size = (across * _SIZE_MM[0], -(-len(charts) // across) * _SIZE_MM[1])
    return panelled("series", "", charts, across, size, notes, document)


def _panels(document: Presentation) -> Iterator[_Panel]:
    for series in dict.fromkeys(item.series for item in document.dataset.observations.values()):
        levels = document.catalogue.series(series, Measure.LEVEL)
        periods = {item.period for item in levels if item.period.kind is PeriodKind.YEAR}
        figures = [document.figure(series, period, Kind.LEVEL) for period in sorted(periods, key=_by_time)]
        figures = [figure for figure in figures if figure.value is not None]
        if len(figures) < _LEAST_PERIODS or len({figure.unit for figure in figures}) > 1:
            continue
        power = common_power(figures, document.language)
        if power is None:
            power = max(natural_power(figure, document.language) for figure in figures)
        unit = unit_text(figures[-1], power, document.language, document.dataset)
        yield _Panel(series, _name(series, unit, document), power, {item.id.period: item for item in figures})


def _name(series: Series, unit: str, document: Presentation) -> str:
    """``Exports, Chongqing (billion yuan)``, 重庆市出口（亿元）."""
    name = document.say(
        Message(
            "figures.panel-name",
            indicator=indicator_label(series, document.dataset, document.language),
            area=area_label(series.ref_area, document.dataset, document.language),
            phrase=series_phrase(series, document.dataset, document.language),
        )
    )
    return f"{name}{language(document.language).punctuation.bracketed(unit)}" if unit else name


def _chart(panel: _Panel, periods: Sequence[Period], document: Presentation) -> Chart:
    style = NumberStyle(with_unit=False, compact=True, unit_power=panel.power)
    numbers = [
        document.number(panel.figures[period], style) if period in panel.figures else None
        for period in periods
    ]
    named = [language(document.language).period(period, short=True) for period in periods]
    said = [
        f"{name} {number.text}" for name, number in zip(named, numbers, strict=True) if number is not None
    ]
    own = sorted(panel.figures, key=_by_time)
    breaks = document.dataset.breaks_of(panel.series)
    return Chart(
        name=str(panel.series),
        kind="column",
        title=panel.name,
        categories=tuple(named),
        series=(
            ChartSeries(
                panel.name,
                tuple(None if number is None else number.value for number in numbers),
                formats=tuple("General" if number is None else number.number_format for number in numbers),
                labels=tuple("" if number is None else number.text for number in numbers),
                keys=tuple(None if number is None else number.key for number in numbers),
            ),
        ),
        alt_text=document.say(
            Message(
                "figures.panel-alt",
                name=panel.name,
                values=language(document.language).punctuation.COMMA.join(said),
            )
        ),
        notes=tuple(
            break_note(panel.series, item, document)
            for item in breaks
            if own[0].order < item.period.order <= own[-1].order
        ),
        language=document.language,
        size_mm=_SIZE_MM,
    )


def _by_time(period: Period) -> int:
    """The first month of a year, as periods count months."""
    return period.first
