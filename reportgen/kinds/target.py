"""``target``: what a plan sets, at its threshold."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.records import Target
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    without_number,
)
from reportgen.kinds.stating import ALONE


def _figure(inputs: Inputs, figure_id: FigureId, _base: Base) -> FigureEntry:
    target = inputs.dataset.targets[figure_id.target]
    if figure_id == inputs.observed.target_id(target):
        return inputs.observed.target_entry(target)
    return without_number(figure_id, target.unit, reasons.OTHER_SERIES)


def _list(_kind: Kind, inputs: Inputs, target: Target) -> Iterator[FigureId]:
    yield inputs.observed.target_id(target)


KIND = Declaration(
    "target",
    order=1000,
    figure=_figure,
    list_target=_list,
    verb="set",
    form=ALONE,
    is_stated=True,
    column=ColumnOf("target", ".target.value"),
)
