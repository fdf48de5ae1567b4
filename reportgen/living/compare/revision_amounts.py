"""By how much a figure was revised: the difference in its own unit, and as a share of what it was."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportgen.figures.numbers import NumberStyle, natural_power, show
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import in_every_language, language
from reportgen.messages import Multilingual
from reportgen.record import Record, replace
from reportgen.units import GROW, unit_of
from reportgen.values import HUNDRED, plain, rounded

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset


class Difference(Record):
    """``difference`` in base units (percentage points between percentages), ``percent`` of the old value for amounts.

    ``printed`` is the difference of the numbers as they are printed, so that a reader who subtracts finds the same; where
    print shows no difference, the difference itself. ``level`` is a figure of the new value, which says how it is counted.
    """

    difference: Decimal
    unit: str
    percent: Decimal | None
    printed: Decimal
    level: Figure
    dataset: Dataset | None

    def text(self, code: str, *, signed: bool = True) -> str:
        """``+0.35 billion yuan (+1.1%)``; not ``signed`` beside words that say up or down: ``0.35 billion yuan (1.1%)``."""
        sign = "+" if signed else ""
        printed = self.printed if signed else abs(self.printed)
        if self.unit == "rank":
            return f"{printed:{sign}f}"
        precision = self.level.precision
        while rounded(printed, precision) == 0:
            precision -= 1  # a difference that print would hide is shown all the same
        style = NumberStyle(signed=signed, unit_power=natural_power(self.level, code))
        text = show(replace(self.level, value=printed, precision=precision), code, self.dataset, style).text
        if self.percent is None:
            return text
        share = rounded(self.percent if signed else abs(self.percent), -1)
        return text + language(code).punctuation.bracketed(f"{share:{sign}f}%" if share else "<0.1%")

    @property
    def shown(self) -> Multilingual:
        return in_every_language(self.text)

    @property
    def size(self) -> Multilingual:
        """The same without its sign."""
        return in_every_language(lambda code: self.text(code, signed=False))

    def to_json(self) -> dict[str, Any]:
        return {
            "difference": plain(self.difference),
            "unit": self.unit,
            "percent": None if self.percent is None else plain(self.percent),
            **self.shown.fields("shown"),
        }


def difference_of(old: FigureRecord, new: FigureRecord, dataset: Dataset | None) -> Difference | None:
    """The difference, or ``None`` where one side has no number, the unit changed, or nothing differs."""
    if old.value is None or new.value is None or old.unit != new.unit or old.value == new.value:
        return None
    difference = new.value - old.value
    unit = "percentage_points" if new.unit == "percent" else new.unit
    percent = None
    if unit_of(unit).unit_class in GROW and old.value > 0 and new.value > 0:
        percent = difference / old.value * HUNDRED
    precision = min(old.precision, new.precision)
    level = Figure(new.figure_id.with_(kind=Kind.LEVEL), new.value, unit, precision)
    printed = _printed(new) - _printed(old) or difference
    return Difference(difference, unit, percent, printed, level, dataset)


def _printed(figure: FigureRecord) -> Decimal:
    """The value after its one rounding."""
    assert figure.printed_from is not None
    return rounded(figure.printed_from, figure.precision, figure.bound)
