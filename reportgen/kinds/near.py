"""One figure of a large dataset: the series that it can be made from, by its id alone."""

from __future__ import annotations

from reportgen.dataset.records import Dataset, Series
from reportgen.kinds.balance import imports_of
from reportgen.kinds.figure import FigureId
from reportgen.record import replace


def series_near(dataset: Dataset, figure_id: FigureId) -> set[Series]:
    """The series of the figure, of the bases that its id names, of its target, and of the imports that belong to exports."""
    own = figure_id.series
    found = {own}
    for part in figure_id.base:
        if part in dataset.areas:
            found.add(replace(own, ref_area=part))
        if part in dataset.indicators:
            found.add(replace(own, indicator=part))
    target = dataset.targets.get(figure_id.target)
    if target is not None:
        found.add(target.series)
        if target.base_indicator:
            found.add(replace(target.series, indicator=target.base_indicator))
    if imports := imports_of(dataset.indicators, own.indicator):
        found.add(replace(own, indicator=imports))
    return found
