"""Drawing a chart from its strands: one unit for each axis, every number rounded once as it is printed everywhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from reportgen.content import Chart, ChartSeries
from reportgen.errors import TemplateError
from reportgen.figures.definitions import Definition
from reportgen.figures.figure import Figure, Kind
from reportgen.figures.numbers import IN_CELL, common_power, natural_power, unit_text, with_unit_power
from reportgen.figures.table_units import in_head, is_amount
from reportgen.figures.words import FigureWord

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation


ChartKind = Literal["column", "bar", "line", "stacked", "combination", "target_gap"]
SeriesKind = Literal["column", "bar", "line", "marker"]


@dataclass(frozen=True, slots=True)
class Strand:
    """A series in the making: a figure (or none) for each category."""

    name: str
    figures: tuple[Figure | None, ...]
    kind: SeriesKind
    axis: Literal["primary", "secondary"] = "primary"
    role: Literal["value", "target", "path"] = "value"


def with_value(word: FigureWord) -> Figure | None:
    try:
        figure = word.figure
    except TemplateError:
        return None
    return figure if figure.value is not None and figure.id.kind is not Kind.TARGET_STATUS else None


def laid_out(
    name: str,
    kind: ChartKind,
    read: Definition,
    title: str,
    labels: Sequence[str],
    strands: Sequence[Strand],
    power: int | None,
    notes: Sequence[Any],
    alt: str,
) -> Chart:
    page = read.vocabulary.page
    units = {axis: _axis_unit(strands, axis, page, power) for axis in ("primary", "secondary")}
    series = tuple(
        _drawn(strand, units[strand.axis][0], page, bool(read.raw.get("labels", True))) for strand in strands
    )
    size = read.raw.get("size_mm", (150, 80))
    return Chart(
        name=name,
        kind=kind,
        title=title,
        categories=tuple(labels),
        series=series,
        value_axis=read.text("value_axis", units["primary"][1]),
        secondary_axis=read.text("secondary_axis", units["secondary"][1]),
        alt_text=alt,
        notes=tuple(notes),
        language="zh" if page.language == "zh" else "en",
        size_mm=(int(size[0]), int(size[1])),
    )


def _axis_unit(
    strands: Sequence[Strand], axis: str, page: Presentation, asked: int | None
) -> tuple[int | None, str]:
    """The power that an axis counts in, and its title; mixed units have neither."""
    figures = [
        figure for strand in strands if strand.axis == axis for figure in strand.figures if figure is not None
    ]
    if not figures:
        return None, ""
    amounts = [figure for figure in figures if is_amount(figure)]
    power: int | None = None
    if amounts:
        power = asked if asked is not None else common_power(amounts, page.language)
        if power is None:
            largest = max(amounts, key=lambda figure: abs(figure.value or Decimal(0)))
            power = natural_power(largest, page.language)
    words: Callable[[Figure], str] = lambda figure: unit_text(  # noqa: E731
        figure, (power or 0) if is_amount(figure) else 0, page.language, page.dataset
    )
    units = {in_head(words(figure)) for figure in figures}
    return power, units.pop() if len(units) == 1 else ""


def _drawn(strand: Strand, power: int | None, page: Presentation, labelled: bool) -> ChartSeries:
    """The series with each number as it is printed everywhere else: rounded once, in the axis' unit."""
    styles = [
        with_unit_power(IN_CELL, power if figure is not None and is_amount(figure) else None)
        for figure in strand.figures
    ]
    numbers = [
        None if figure is None else page.number(figure, style)
        for figure, style in zip(strand.figures, styles, strict=True)
    ]
    formats = [
        page.number(figure, replace(style, qualified=False)).number_format
        for figure, style in zip(strand.figures, styles, strict=True)
        if figure is not None
    ]
    return ChartSeries(
        name=strand.name,
        values=tuple(None if number is None else number.value for number in numbers),
        kind=strand.kind,
        axis=strand.axis,
        role=strand.role,
        number_format=max(formats, key=len) if formats else "General",
        labels=tuple("" if number is None else number.text for number in numbers) if labelled else (),
        keys=tuple(None if number is None else number.key for number in numbers),
    )
