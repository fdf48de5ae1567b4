"""Series over time as small multiples: one small chart a series, all over the same periods, drawn from one table.

Columns, never lines: between two periods nothing is claimed, and a break in a series is said in a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.content import Chart, ChartSeries
from reportgen.databook.cells import Blank, Cell, Column, Count, Grid, Text, fitting_width
from reportgen.databook.labels import Labels
from reportgen.databook.wording import Words
from reportgen.dataset.records import Break, Measure, Series
from reportgen.figures.labels import series_phrase
from reportgen.figures.numbers import NumberStyle, common_power, natural_power, show, unit_text
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.language import period_label
from reportgen.periods import Period, PeriodKind

if TYPE_CHECKING:
    from reportgen.kinds import Catalogue

_LEAST_PANELS, _MOST_PANELS = 2, 12
_LEAST_PERIODS = 2
_SIZE_MM = (62, 48)


@dataclass(frozen=True, slots=True)
class Panel:
    """One series: its name with the unit, and its figure for each year that has one."""

    series: Series
    name: str
    unit: str
    power: int
    figures: dict[str, Figure]


def panels_of(catalogue: Catalogue, labels: Labels, words: Words) -> list[Panel]:
    """The series with levels for two years or more, longest first; none where there are too few to compare."""
    dataset = catalogue.dataset
    known = dict.fromkeys(observation.series for observation in dataset.observations.values())
    found: list[Panel] = []
    for series in known:
        periods = {
            observation.period
            for observation in catalogue.series(series, Measure.LEVEL)
            if observation.period.kind is PeriodKind.YEAR
        }
        figures = [
            catalogue.get(FigureId(series, period, Kind.LEVEL)) for period in sorted(periods, key=_by_time)
        ]
        figures = [figure for figure in figures if figure.value is not None]
        if len(figures) < _LEAST_PERIODS or len({figure.unit for figure in figures}) > 1:
            continue
        power = common_power(figures, words.language)
        if power is None:
            power = max(natural_power(figure, words.language) for figure in figures)
        unit = unit_text(figures[-1], power, words.language, dataset)
        name = _name(series, catalogue, labels, words)
        found.append(Panel(series, name, unit, power, {str(figure.id.period): figure for figure in figures}))
    found.sort(key=lambda panel: -len(panel.figures))
    return found[:_MOST_PANELS] if len(found) >= _LEAST_PANELS else []


def _name(series: Series, catalogue: Catalogue, labels: Labels, words: Words) -> str:
    """``Exports, Chongqing``, ``重庆市出口``."""
    phrase = series_phrase(series, catalogue.dataset, words.language)
    return words(
        "panel-name", indicator=labels.series(series), area=labels.area(series.ref_area), phrase=phrase
    )


def panel_charts(panels: Sequence[Panel], words: Words) -> list[Chart]:
    """The panels' charts; all of them share their categories."""
    periods = _periods(panels)
    charts = []
    for panel in panels:
        shown = {
            period: show(figure, words.language, style=_style(panel, words))
            for period, figure in panel.figures.items()
        }
        numbers = [shown.get(str(period)) for period in periods]
        series = ChartSeries(
            words.with_unit(panel.name, panel.unit),
            tuple(None if number is None else number.value for number in numbers),
            "column",
            labels=tuple("" if number is None else number.text for number in numbers),
            keys=tuple(None if number is None else number.key for number in numbers),
        )
        said = words.listed(
            f"{period_label(period, words.language, short=True)} {number.text}"
            for period, number in zip(periods, numbers, strict=True)
            if number is not None
        )
        charts.append(
            Chart(
                name=str(panel.series),
                kind="column",
                title=words.with_unit(panel.name, panel.unit),
                categories=tuple(period_label(period, words.language, short=True) for period in periods),
                series=(series,),
                alt_text=words("panel-alt", name=words.with_unit(panel.name, panel.unit), values=said),
                language=words.language,
                size_mm=_SIZE_MM,
            )
        )
    return charts


def panel_grid(panels: Sequence[Panel], charts: Sequence[Chart], words: Words, name: str) -> Grid:
    """The table behind the charts: a row for each year, a column for each series; a gap stays an empty cell."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Text(period_label(period, words.language, short=True)),
            *(_cell(panel, panel.figures.get(str(period)), words) for panel in panels),
        )
        for period in _periods(panels)
    )
    heads = (words("period"), *(chart.series[0].name for chart in charts))
    columns = tuple(
        Column(
            head,
            fitting_width(head, (row[position] for row in rows), least=10, most=16),
            "number" if position else "text",
        )
        for position, head in enumerate(heads)
    )
    return Grid(name, columns, rows, words("multiples-alt"))


def panel_notes(panels: Sequence[Panel], catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    """That each panel has a scale of its own, and where a series breaks."""
    dataset, notes = catalogue.dataset, [words("multiples-note")]
    for panel in panels:
        periods = sorted((figure.id.period for figure in panel.figures.values()), key=_by_time)
        for item in dataset.breaks_of(panel.series):
            if periods[0].order < item.period.order <= periods[-1].order:
                phrase = series_phrase(panel.series, dataset, words.language)
                notes.append(_break_note(phrase, item, words))
    return tuple(notes)


def _break_note(phrase: str, item: Break, words: Words) -> str:
    return words(
        "break-note",
        series=phrase,
        period=period_label(item.period, words.language),
        basis=words(item.basis.value),
    )


def _cell(panel: Panel, figure: Figure | None, words: Words) -> Cell:
    """The figure in the panel's unit; its qualifier is part of the number format."""
    if figure is None:
        return Blank()
    number = show(figure, words.language, style=_style(panel, words))
    return Blank() if number.value is None else Count(number.value, number.number_format)


def _style(panel: Panel, words: Words) -> NumberStyle:
    return NumberStyle(with_unit=False, compact=True, unit_power=panel.power, signs=words.style)


def _periods(panels: Sequence[Panel]) -> list[Period]:
    found = {figure.id.period for panel in panels for figure in panel.figures.values()}
    return sorted(found, key=_by_time)


def _by_time(period: Period) -> int:
    """The first month of a year, as periods count months."""
    return period.first
