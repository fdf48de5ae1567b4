"""Growth on the year before: the one that a source reports, else the one computed from levels."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reportgen.dataset.records import Series
from reportgen.kinds.entry import FigureEntry
from reportgen.kinds.figure import FigureId
from reportgen.kinds.kind import Kind, kind_named
from reportgen.periods import Period

_Found = TypeVar("_Found")
_KINDS = (kind_named("growth_yoy"), kind_named("growth_computed"))


def reported_else_computed(
    find: Callable[[Kind], _Found], is_known: Callable[[_Found], bool]
) -> _Found | None:
    """The first that is known of those that ``find`` finds of the two kinds; ``None`` where neither is."""
    return next((found for found in map(find, _KINDS) if is_known(found)), None)


def growth_entry(
    figure: Callable[[FigureId], FigureEntry], series: Series, period: Period
) -> FigureEntry | None:
    """The growth of a series with its term, or ``None``."""
    return reported_else_computed(
        lambda kind: figure(FigureId(series, period, kind)), lambda entry: entry.term is not None
    )
