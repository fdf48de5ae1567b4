"""What a series is a part of, and how an id names it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.records import TOTAL, Series
from reportgen.kinds.base import NO_BASE, Base
from reportgen.kinds.figure import FigureId
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.usable_levels import periods_of_levels
from reportgen.periods import Period
from reportgen.record import Record


class Whole(Record):
    """What a series is a part of, and how an id's base part names it (empty where it is the default)."""

    series: Series
    base: Base


def wholes(inputs: Inputs, series: Series) -> list[Whole]:
    """Everything the series is a part of, the default first: by breakdown, partner, indicator, area."""
    found = list[Whole]()
    default = inputs.observed.whole_of(series)
    if default is not None:
        found.append(Whole(default, NO_BASE))
        if default.breakdown != TOTAL:
            total = Series(series.indicator, series.ref_area, TOTAL, series.counterpart_area)
            found.append(Whole(total, Base(breakdown=TOTAL)))
    area = inputs.dataset.areas.get(series.ref_area)
    if area is not None and area.parent and area.parent in inputs.dataset.areas:
        above = Series(series.indicator, area.parent, series.breakdown, series.counterpart_area)
        found.append(Whole(above, Base(area=area.parent)))
    return found


def whole_asked(inputs: Inputs, figure_id: FigureId, base: Base) -> Whole | None:
    """The whole an id means: the one its base names, or else the first that has a level for the period."""
    if base.area or base.indicator or base.breakdown:
        return Whole(base.series(figure_id.series), base)
    candidates = wholes(inputs, figure_id.series)
    with_level = (item for item in candidates if inputs.observed.level(item.series, figure_id.period))
    return next(with_level, candidates[0] if candidates else None)


def usual_whole(inputs: Inputs, figure_id: FigureId) -> Base:
    """What a part is taken of when its id names no whole.

    A default whole that has no level is always named: without a name the id means another whole.
    """
    year_before = Base(period=figure_id.period.year_before())
    whole = inputs.observed.whole_of(figure_id.series)
    if whole is None or not inputs.observed.level(whole, figure_id.period):
        return year_before
    return Base(year_before.period, indicator=whole.indicator, breakdown=whole.breakdown)


def parts_with_wholes(inputs: Inputs, series: Series) -> Iterator[tuple[Period, Whole]]:
    """Each period for which the series has a level, with each whole that has one too."""
    observed = inputs.observed
    for period in periods_of_levels(inputs, series):
        if not observed.level(series, period):
            continue
        for whole in wholes(inputs, series):
            if observed.level(whole.series, period):
                yield period, whole
