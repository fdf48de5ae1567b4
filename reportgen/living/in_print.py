"""What print shows of a figure's record, as values: two that are alike are printed alike in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.figures.numbers import NumberStyle, decimals_of, natural_power, qualifier_of, rounded_value
from reportgen.kinds.figure import Figure
from reportgen.record import replace
from reportgen.style import STYLE, Style

if TYPE_CHECKING:
    from reportgen.figures.recorded_figures import FigureRecord


def in_print(record: FigureRecord, code: str, style: Style = STYLE) -> tuple[object, ...]:
    """The number after its one rounding (of a range both ends), the power of ten and the decimals that it is counted in, its unit
    and what is beside it; of a figure without a number its status."""
    figure = Figure(
        record.figure_id, record.value, record.unit, record.precision, bound=record.bound,
        qualifier=record.qualifier, value_to=record.value_to, safe=record.safe,
    )  # fmt: skip
    as_signed = NumberStyle(signs=style)
    shown = rounded_value(figure, as_signed)
    if record.state or shown is None:
        return (record.state,)
    top = rounded_value(replace(figure, value=figure.value_to, safe=None), as_signed)
    power = natural_power(figure, code)
    decimals = decimals_of(figure, power)
    is_as_worded = record.observation is not None and not record.comparable
    return (shown, top, power, decimals, figure.unit, qualifier_of(figure), is_as_worded)
