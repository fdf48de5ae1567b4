"""``share``: the part's share of its whole, percent: as a source states it, or from the two levels."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations import ratios
from reportgen.dataset.records import Measure, Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    Entry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    apply,
    computed,
    register,
    without_number,
)
from reportgen.kinds.levels import levels_beside
from reportgen.kinds.wholes import parts_with_wholes, usual_whole, whole_asked
from reportgen.units import ADD_UP, PERCENT


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> Entry:
    whole = whole_asked(inputs, figure_id, base)
    if whole is None:
        return without_number(figure_id, PERCENT, reasons.NO_WHOLE)
    figure_id = figure_id.with_(base=str(whole.base))
    pair = levels_beside(inputs, figure_id, whole.series, PERCENT)
    if isinstance(pair, Entry):
        return pair
    return computed(figure_id, PERCENT, apply(ratios.share, pair), pair)


def _list(inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """For every whole that has a level for the period."""
    for period, whole in parts_with_wholes(inputs, series):
        yield FigureId(series, period, Kind.SHARE, str(whole.base))


register(
    Declaration(
        "share",
        order=411,
        figure=_figure,
        measure=Measure.SHARE,
        list_series=_list,
        unit=PERCENT,
        units=ADD_UP,
        wrong_unit=reasons.NO_SHARE_OF_RATES,
        default_base=usual_whole,
        verb="accounted",
        of_whole=True,
        column=ColumnOf("share", ".share"),
        sheet=Sheet.STRUCTURE,
    )
)
