"""Drawing a chart from its strands: one unit for each axis, every number rounded once as it is printed everywhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from reportgen.content import Chart, ChartSeries
from reportgen.errors import TemplateError
from reportgen.figures.definitions import Definition
from reportgen.figures.numbers import IN_CELL, common_power, natural_power, unit_text, with_unit_power
from reportgen.figures.table_units import in_head, is_amount
from reportgen.figures.words import FigureWord
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import say_sentence
from reportgen.messages import Bilingual

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation


ChartKind = Literal["column", "bar", "line", "stacked", "combination", "target_gap"]
SeriesKind = Literal["column", "bar", "line", "marker"]

_REASONS_SAID = 3
"""Of an empty chart's reasons so many are said: its points mostly lack for the same one."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A series in the making: a figure (or none) for each category."""

    name: str
    figures: tuple[Figure | None, ...]
    kind: SeriesKind
    axis: Literal["primary", "secondary"] = "primary"
    role: Literal["value", "target", "path"] = "value"
    absent: tuple[Figure | None, ...] = ()
    """For each category the figure that has no number, with its reason; ``None`` where there is one, or none can be."""


def with_value(word: FigureWord) -> Figure | None:
    """The word's figure where it can be drawn."""
    try:
        figure = word.figure
    except TemplateError:
        return None
    return drawable(figure)


def drawable(figure: Figure | None) -> Figure | None:
    """The figure if it has a number to draw."""
    if figure is None or figure.value is None or figure.id.kind is Kind.TARGET_STATUS:
        return None
    return figure


def refuse_empty(read: Definition, strands: Sequence[Strand]) -> None:
    """Raise PackError for a chart without one point: a reader would see empty axes and never learn why."""
    if any(figure is not None for strand in strands for figure in strand.figures):
        return
    absent = [figure for strand in strands for figure in strand.absent if figure is not None]
    reasons = list(dict.fromkeys(figure.reason for figure in absent if figure.reason))[:_REASONS_SAID]
    en, zh = (
        "".join(f" {say_sentence(reason, 'en')}" for reason in reasons),
        "".join(say_sentence(reason, "zh") for reason in reasons),
    )
    read.wrong(
        "",
        Bilingual(f"the chart has not one point to draw.{en}", f"图中没有任何可绘制的数据。{zh}"),
        Bilingual(
            "Choose periods, rows or targets that have figures, or take the chart out of the definition and the templates.",
            "请改选有数据的时期、行或目标，或从定义和模板中删去该图。",
        ),
        "empty-chart",
    )
    read.stop_if_wrong()


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
    units = {in_head(words(figure), page.language) for figure in figures}
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
