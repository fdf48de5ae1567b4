"""What series, figures and codes are called, in English."""

from __future__ import annotations

from reportgen.language.en.kinds import KINDS
from reportgen.names import FigureName, SeriesName


def series(name: SeriesName, spec: str) -> str:
    """``Exports (Passenger cars), Chongqing``; ``quoted``: ``“Exports, Passenger cars, Chongqing”``."""
    details = [label.en for label in (name.breakdown, name.partner) if label is not None]
    if spec == "quoted":
        return f"“{', '.join((name.indicator.en, *details, name.area.label.en))}”"
    return f"{name.indicator.en}{''.join(f' ({detail})' for detail in details)}, {name.area.label.en}"


def figure(name: FigureName, period: str) -> str:
    """``Exports, Chongqing, 2021, year-on-year growth``. ``period`` is the period in words."""
    return f"{series(name.series, '')}, {period}{KINDS[name.kind].about}"


def code(label: str) -> str:
    """A code by its label, in print."""
    return f"“{label}”"
