"""When figures contradict each other: does a known break explain it, and what is to be done?"""

from __future__ import annotations

from reportgen.calculations.comparability import break_between
from reportgen.dataset.records import Break, Dataset, Provenance, Series
from reportgen.messages import Message
from reportgen.periods import Period


def explaining_break(dataset: Dataset, series: Series, one: Period, other: Period) -> Break | None:
    """The break that lies between two periods of a series, if one is recorded."""
    return break_between(one, other, dataset.breaks_of(series))


def remedy_for(dataset: Dataset, series: Series, one: Period, other: Period) -> Message:
    """What to do about two periods that contradict each other: rely on the break at hand, or look for one."""
    at_hand = explaining_break(dataset, series, one, other)
    if at_hand is None:
        later = max(one, other, key=lambda period: period.order)
        return Message("calculations.look-for-a-break", period=later)
    return Message(
        "calculations.rely-on-the-break",
        period=at_hand.period,
        inferred=at_hand.basis is Provenance.INFERRED,
        place=at_hand.place.lasting if at_hand.place.file else None,
    )
