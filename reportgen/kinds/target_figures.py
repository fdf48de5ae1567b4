"""The figures that together tell how far a target is."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.kinds.figure import Figure, Kind
from reportgen.record import Record


class TargetFigures(Record):
    """How far one target is at one period. Each figure may have no number but a reason."""

    gap: Figure
    completion: Figure
    elapsed: Figure
    required_growth: Figure
    status: Figure

    @classmethod
    def of(cls, figure: Callable[[Kind], Figure]) -> TargetFigures:
        """Those that ``figure`` finds."""
        return cls(
            figure(Kind.TARGET_GAP),
            figure(Kind.TARGET_COMPLETION),
            figure(Kind.TARGET_ELAPSED),
            figure(Kind.TARGET_REQUIRED_GROWTH),
            figure(Kind.TARGET_STATUS),
        )
