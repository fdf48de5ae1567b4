"""Which of a designer's series each series of the data takes: by name, and what happens to the rest."""

from __future__ import annotations

from reportgen.content import ChartSeries
from reportgen.ooxml.charts.designed import DesignedSeries, series_key
from reportgen.record import Record


class Match(Record):
    """A series of the data on a series of the design; ``cloned`` where several share it."""

    series: ChartSeries
    design: DesignedSeries
    cloned: bool = False


def matched(series: tuple[ChartSeries, ...], designs: list[DesignedSeries]) -> list[Match]:
    """One match for each series of the data, in the designer's order, clones last. ``designs`` must not be empty.

    Same name first (case and outer spaces aside). What is left over on both sides is paired in order, lines
    with lines and bars with bars, so that "2022" may follow where the designer drew "2021". Where the design has
    too few, its last series of that sort is cloned; designs that nothing matches are the caller's to remove.
    """
    free = list(designs)
    taken: dict[int, DesignedSeries] = {}
    for at, one in enumerate(series):
        same = next((design for design in free if series_key(design.name) == series_key(one.name)), None)
        if same is not None:
            taken[at] = same
            free.remove(same)
    for at, one in enumerate(series):
        alike = next((design for design in free if at not in taken and _is_alike(one, design, designs)), None)
        if alike is not None:
            taken[at] = alike
            free.remove(alike)
    in_design = sorted(taken, key=lambda at: designs.index(taken[at]))
    return [Match(series[at], taken[at]) for at in in_design] + [
        Match(one, _to_clone(one, designs), cloned=True) for at, one in enumerate(series) if at not in taken
    ]


def _is_alike(series: ChartSeries, design: DesignedSeries, designs: list[DesignedSeries]) -> bool:
    """Whether a leftover may stand in: of one sort, or in a chart that knows only one sort."""
    mixed = len({other.is_line for other in designs}) > 1
    return not mixed or design.is_line == _is_line(series)


def _to_clone(series: ChartSeries, designs: list[DesignedSeries]) -> DesignedSeries:
    alike = [design for design in designs if design.is_line == _is_line(series)]
    return (alike or designs)[-1]


def _is_line(series: ChartSeries) -> bool:
    return series.kind in ("line", "marker")
