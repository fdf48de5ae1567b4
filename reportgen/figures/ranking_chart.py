"""Ranking charts: the rows as bars, the largest on top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from reportgen.content import Chart, ChartKind, ChartSeries
from reportgen.figures.chart_building import by_category
from reportgen.figures.definitions import Definition
from reportgen.record import replace

T = TypeVar("T")


def ranking(name: str, kind: ChartKind, read: Definition) -> Chart:
    """The rows by the first series, the largest first; a row without a number comes last.

    Places are those among the rows that are drawn, and no more is said of them.
    """
    if not read.raw.get("rows"):
        read.mistake("missing-key", "rows", "ranking-rows")
        read.stop_if_wrong()
    chart = by_category(name, kind, read)
    values = chart.series[0].values
    order = sorted(range(len(values)), key=lambda at: (values[at] is None, -(values[at] or 0)))
    series = tuple(_in_order(one, order) for one in chart.series)
    return replace(chart, categories=_permuted(chart.categories, order), series=series)


def _in_order(series: ChartSeries, order: Sequence[int]) -> ChartSeries:
    return replace(
        series,
        values=_permuted(series.values, order),
        labels=_permuted(series.labels, order),
        keys=_permuted(series.keys, order),
    )


def _permuted(items: Sequence[T], order: Sequence[int]) -> tuple[T, ...]:
    return tuple(items[at] for at in order) if items else ()
