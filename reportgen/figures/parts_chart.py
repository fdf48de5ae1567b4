"""Pie and doughnut charts: the rows as parts of one whole, each with its number and unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.content import Chart, ChartKind
from reportgen.figures.chart_building import by_category
from reportgen.figures.definitions import Definition
from reportgen.figures.numbers import IN_TEXT, common_power, with_unit_power
from reportgen.figures.table_units import is_amount
from reportgen.findings import Finding, Place, Severity
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import Figure, Kind
from reportgen.kinds.parts import add_up
from reportgen.kinds.stating import share_of
from reportgen.record import replace
from reportgen.toml_keys import PACK_FILE

MOST_PARTS = 6
"""So many parts can be told apart; a bar chart shows more."""
_ROUNDING = Decimal("0.1")
"""Percent that the rounding of a part may take from the whole or add to it."""


def parts_of_whole(name: str, kind: ChartKind, read: Definition) -> Chart:
    """One series of rows. A part below zero is refused: its slice would be drawn as if it were above.

    It is noticed where the parts are many, and where they are not known to make up a whole.
    """
    if not read.raw.get("rows"):
        read.mistake("missing-key", "rows", "parts-rows")
    if len(read.get("series", ())) > 1:
        read.mistake("wrong-value", "series", "one-series")
    read.stop_if_wrong()
    chart = by_category(name, kind, read)
    series = chart.series[0]
    if any(value is not None and value < 0 for value in series.values):
        read.mistake("wrong-value", "rows", "negative-part")
        read.stop_if_wrong()
    document = read.document
    figures = [document.figures[key] for key in series.keys if key]
    if len(figures) > MOST_PARTS:
        document.notice(_warning(read, "many", count=len(figures), most=MOST_PARTS))
    if len(figures) < len(chart.categories) or not _make_up_a_whole(read, figures):
        document.notice(_warning(read, "no-whole"))
    asked = read.unit_power()
    power = asked if asked is not None else common_power(figures, document.language)
    style = with_unit_power(IN_TEXT, power if all(is_amount(figure) for figure in figures) else None)
    shown = iter(document.number(figure, style).text for figure in figures)
    labels = tuple(next(shown) if key else "" for key in series.keys) if series.labels else ()
    return replace(chart, series=(replace(series, labels=labels),), value_axis="")


def _make_up_a_whole(read: Definition, parts: list[Figure]) -> bool:
    """Whether the parts are declared to add up, or their shares come to all of it."""
    levels = {part.id.series for part in parts if part.id.kind is Kind.LEVEL}
    if len(levels) == len(parts) == len({part.id.series for part in parts}) and add_up(read.dataset, levels):
        return len({part.id.period for part in parts}) == 1
    share = _share_of_whole(read, parts)
    return share is not None and abs(share - 100) <= _ROUNDING * len(parts)


def _share_of_whole(read: Definition, parts: list[Figure]) -> Decimal | None:
    """How much of their whole the parts are together, percent; ``None`` where that is not known of each."""
    total = Decimal(0)
    for part in parts:
        is_share = declaration_of(part.id.kind).of_whole
        share = part if is_share else share_of(read.document, part.id)
        if share.value is None:
            return None
        total += share.value
    return total


def _warning(read: Definition, variant: str, **parameters: Any) -> Finding:
    place = Place(file=PACK_FILE, text=read.where)
    return Finding(
        "chart-parts", Severity.WARNING, place=place, variant=variant, key=read.where, **parameters
    )
