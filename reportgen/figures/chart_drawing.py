"""Drawing a chart from its plotted: one unit for each axis, every number rounded once as it is printed everywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal

from reportgen.content import Chart, ChartKind, ChartSeries, SeriesKind
from reportgen.errors import TemplateError
from reportgen.figures.definitions import Definition
from reportgen.figures.numbers import IN_CELL, common_power, natural_power, qualifier_of, with_unit_power
from reportgen.figures.presentation import Presentation
from reportgen.figures.table_units import in_head, is_amount
from reportgen.figures.terms.figure import FigureTerm
from reportgen.kinds.figure import Figure
from reportgen.record import Record, replace
from reportgen.values import Qualifier

LAST_ONLY = "last"
"""``labels = "last"``: of each series the last point alone is labelled."""
USUAL_SIZE = (150, 80)
"""Width and height in millimetres of a chart that names none."""
_REASONS_SAID = 3
"""Of an empty chart's reasons so many are given: its points mostly lack for the same one."""


class FigureSeries(Record):
    """A series in the making: a figure (or none) for each category."""

    name: str
    figures: tuple[Figure | None, ...]
    kind: SeriesKind
    axis: Literal["primary", "secondary"] = "primary"
    role: Literal["value", "target", "path"] = "value"
    labels: bool | str | None = None
    """Which points are labelled: all, none, or the ``last`` one; ``None``: as in the rest of the chart."""
    hatched: tuple[bool, ...] = ()
    """The points of a period that is shorter than the others."""
    stretches: tuple[int, ...] = ()
    """For each point, after how many breaks it is."""
    absent: tuple[Figure | None, ...] = ()
    """For each category the figure that has no number, with its reason; ``None`` where there is one, or none can be."""


def with_value(term: FigureTerm) -> Figure | None:
    """The term's figure where it can be drawn."""
    try:
        figure = term.figure
    except TemplateError:
        return None
    return drawable(figure)


def drawable(figure: Figure | None) -> Figure | None:
    """The figure if it has a number to draw."""
    return figure if figure is not None and figure.value is not None else None


def refuse_empty(read: Definition, plotted: Sequence[FigureSeries]) -> None:
    """Raise PackError for a chart without one point: a reader would see empty axes and never learn why."""
    if any(figure is not None for series in plotted for figure in series.figures):
        return
    absent = [figure for series in plotted for figure in series.absent if figure is not None]
    reasons = list(dict.fromkeys(figure.reason for figure in absent if figure.reason))[:_REASONS_SAID]
    read.mistake("empty-chart", "", reasons=tuple(reasons))
    read.stop_if_wrong()


def laid_out(
    name: str,
    kind: ChartKind,
    read: Definition,
    title: str,
    labels: Sequence[str],
    plotted: Sequence[FigureSeries],
    power: int | None,
    notes: Sequence[Any],
    alt: str,
    *,
    over_time: bool = False,
    spans_gaps: bool = False,
) -> Chart:
    document = read.document
    units = {axis: _axis_unit(plotted, axis, document, power) for axis in ("primary", "secondary")}
    labelled = read.get("labels", True)
    series = tuple(
        _drawn(item, units[item.axis][0], document, labelled if item.labels is None else item.labels)
        for item in plotted
    )
    return Chart(
        name=name,
        kind=kind,
        title=title,
        categories=tuple(labels),
        series=series,
        value_axis=read.get("value_axis", units["primary"][1]),
        secondary_axis=read.get("secondary_axis", units["secondary"][1]),
        alt_text=alt,
        notes=tuple(notes),
        language=document.language,
        size_mm=read.get("size_mm", USUAL_SIZE),
        legend=read.get("legend", True),
        over_time=over_time,
        spans_gaps=spans_gaps,
    )


def _axis_unit(
    plotted: Sequence[FigureSeries], axis: str, document: Presentation, asked: int | None
) -> tuple[int | None, str]:
    """The power that an axis counts in, and its title; mixed units have neither."""
    figures = [
        figure for series in plotted if series.axis == axis for figure in series.figures if figure is not None
    ]
    if not figures:
        return None, ""
    amounts = [figure for figure in figures if is_amount(figure)]
    power: int | None = None
    if amounts:
        power = asked if asked is not None else common_power(amounts, document.language)
        if power is None:
            largest = max(amounts, key=lambda figure: abs(figure.value or Decimal(0)))
            power = natural_power(largest, document.language)
    units = {in_head(figure, power or 0, document) for figure in figures}
    return power, units.pop() if len(units) == 1 else ""


def _drawn(
    series: FigureSeries, power: int | None, document: Presentation, labelled: bool | str
) -> ChartSeries:
    """The series with each number as it is printed everywhere else: rounded once, in the axis' unit.

    ``labelled``: at all points, at none, or at the ``last`` one there is.
    """
    last = max((place for place, figure in enumerate(series.figures) if figure is not None), default=-1)
    styles = [
        with_unit_power(IN_CELL, power if figure is not None and is_amount(figure) else None)
        for figure in series.figures
    ]
    numbers = [
        None if figure is None else document.number(figure, style)
        for figure, style in zip(series.figures, styles, strict=True)
    ]
    plain = [
        "" if figure is None or number is None
        else number.number_format if qualifier_of(figure) == Qualifier.EQ.value
        else document.number(figure, replace(style, qualified=False)).number_format
        for figure, number, style in zip(series.figures, numbers, styles, strict=True)
    ]  # fmt: skip
    usual = max(plain, key=len) or "General"
    formats = [
        number.number_format if number is not None and number.number_format != own else usual
        for number, own in zip(numbers, plain, strict=True)
    ]
    return ChartSeries(
        name=series.name,
        values=tuple(None if number is None else number.value for number in numbers),
        kind=series.kind,
        axis=series.axis,
        role=series.role,
        number_format=usual,
        formats=tuple(formats) if any(one != usual for one in formats) else (),
        labels=tuple(
            number.text if number is not None and (labelled != LAST_ONLY or place == last) else ""
            for place, number in enumerate(numbers)
        )
        if labelled
        else (),
        keys=tuple(None if number is None else number.key for number in numbers),
        hatched=series.hatched if any(series.hatched) else (),
        stretches=series.stretches if any(series.stretches) else (),
    )
