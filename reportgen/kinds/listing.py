"""Which figures a dataset supports: every observation and target, and everything that follows from them.

Each kind is asked what a series or a target supports. Where the data ask for a comparison that is refused (the year
before is there, but beyond a break), the figure is listed too, without a number and with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from reportgen.dataset.records import Series
from reportgen.kinds.declaration import declarations
from reportgen.kinds.figure import FigureId
from reportgen.kinds.inputs import Inputs


def supported(inputs: Inputs, asked_for: Callable[[Series], bool] = lambda _: True) -> Iterator[FigureId]:
    """The ids of all figures of the series asked for, series by series, then target by target, each at least once."""
    kinds = declarations()
    for series in filter(asked_for, inputs.dataset.by_series):
        yield from _in_order(
            (kind.order, kind.list_series(kind.kind, inputs, series))
            for kind in kinds
            if kind.suits(inputs, series)
        )
    for kind in kinds:
        yield from (figure_id for figure_id in kind.list_dataset(inputs) if asked_for(figure_id.series))
    for target in inputs.dataset.targets.values():
        if not asked_for(target.series):
            continue
        yield from _in_order((kind.order, kind.list_target(kind.kind, inputs, target)) for kind in kinds)


def _in_order(listed: Iterable[tuple[int, Iterable[FigureId]]]) -> Iterator[FigureId]:
    """What kinds list, each with its order: hundred by hundred, in each by period, ten by ten, by base, by kind.

    What sources state (below 100) stays as it is listed.
    """
    for hundred, kinds in groupby(listed, lambda kind: kind[0] // 100):
        found = [(figure_id, order) for order, ids in kinds for figure_id in ids]
        bases = {base: place for place, base in enumerate(dict.fromkeys(item.base for item, _ in found))}
        if hundred:
            found.sort(key=lambda item: (item[0].period.order, item[1] // 10, bases[item[0].base], item[1]))
        yield from (figure_id for figure_id, _ in found)
