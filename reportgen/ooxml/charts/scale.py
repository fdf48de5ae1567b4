"""Round scales for value axes, where a chart must leave room that Office would not leave by itself."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reportgen.content import ChartSeries
from reportgen.language import language
from reportgen.record import Record
from reportgen.values import plain

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_PLAIN_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
"""Those whose labels have no more decimals than need be."""


class Scale(Record):
    """The ends of an axis and the step between its labels, in the unit shown."""

    low: Decimal
    high: Decimal
    step: Decimal


def round_step(span: Decimal, intervals: int = 5, *, plainly: bool = False) -> Decimal:
    """The smallest of 1, 2, 2.5 (not ``plainly``) or 5 times a power of ten that covers ``span`` in at most ``intervals``."""
    if span <= 0:
        return Decimal(1)
    wanted = span / intervals
    magnitude = Decimal(1).scaleb(wanted.adjusted())
    steps = _PLAIN_STEPS if plainly else _STEPS
    return next(step * magnitude for step in steps if step * magnitude >= wanted)


def scale(low: Decimal, high: Decimal, intervals: int = 5, *, plainly: bool = False) -> Scale:
    """A scale with round ends around ``low`` and ``high``; ``plainly`` with steps of few decimals."""
    step = round_step(high - low, intervals, plainly=plainly)
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    return Scale(bottom, top if top > bottom else bottom + step, step)


def chart_values(series: Iterable[ChartSeries]) -> list[Decimal]:
    """All values that are there."""
    return [value for one in series for value in one.values if value is not None]


def extent(series: Iterable[ChartSeries], *, stacked: bool = False) -> tuple[Decimal, Decimal]:
    """Lowest and highest value, zero included; of the sums of each category where ``stacked``."""
    series = tuple(series)
    values = [Decimal(0)]
    if stacked:
        for at in range(max((len(one.values) for one in series), default=0)):
            present = [one.values[at] or Decimal(0) for one in series if at < len(one.values)]
            values.append(sum((value for value in present if value > 0), Decimal(0)))
            values.append(sum((value for value in present if value < 0), Decimal(0)))
    else:
        values += chart_values(series)
    return min(values), max(values)


def format_from(scale: Scale, lowest: Decimal, language: str) -> str:
    """The same without labels below the step under ``lowest``: a line kept above columns has nothing down there."""
    first = (lowest / scale.step).to_integral_value(ROUND_FLOOR) * scale.step
    shown = axis_format(scale, language)
    return shown if first <= scale.low else f'[<{plain(first)}]"";[<0]-{shown};{shown}'


def label_decimals(scale: Scale) -> int:
    """How many decimals the labels of a scale need."""
    return max(0, -int(scale.step.normalize().as_tuple().exponent))


def axis_format(scale: Scale, code: str, least: int | None = None) -> str:
    """A number format with as many decimals as the steps need, or ``least``, thousands set apart where the language does so."""
    decimals = max(label_decimals(scale), least or 0)
    is_long = max(abs(scale.low), abs(scale.high)) >= 1000
    return (
        language(code).quantities.format_of_digits(decimals) if is_long else f"0.{'0' * decimals}".rstrip(".")
    )
