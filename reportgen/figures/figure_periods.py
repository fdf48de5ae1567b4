"""The periods of figures in words."""

from __future__ import annotations

from reportgen.dataset.names import series_name
from reportgen.figures.presentation import Presentation
from reportgen.kinds.figure import Figure
from reportgen.language import language
from reportgen.periods import Period, PeriodKind


def under_way(document: Presentation, period: Period) -> Period | None:
    """Of a period that had begun when the data were closed, and was not over, the part that is known to hold what was there in it:
    what is known of a year by its 31 March was there in its first quarter, which is early in it.
    """
    if document.cut_off is None or not period.start <= document.cut_off < period.end:
        return None
    if period.kind is not PeriodKind.YEAR:
        return period
    quarters = (document.cut_off.month + 2) // 3
    return Period.span_of(period.first, period.first + 3 * quarters - 1)


def period_words(document: Presentation, figure: Figure, *, short: bool = False) -> str:
    """The period of a figure: ``2021``; ``early 2024`` of what is there, and does not add up, in a year that is not over."""
    period, speaks = figure.period, language(document.language)
    part = None if series_name(document.dataset, figure.id.series).is_flow else under_way(document, period)
    if part is None or period.kind is not PeriodKind.YEAR:
        return speaks.period(period, short=short)
    return speaks.period_within(period, part)
