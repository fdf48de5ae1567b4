"""Whether an area may be set in proportion to another: a series that broke matches the other in one stretch at most.

A city's series that was defined anew and the nation's that was not may be alike before the break or after it, not
both. Where neither number names its scope, no source says which, so no share, contribution or multiple is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.calculations.comparability import COMPARABLE, Cause, Comparand, Verdict
from reportgen.dataset.records import Break, Provenance
from reportgen.messages import Message, Reason
from reportgen.names import AreaName

NO_DEFINITION = Reason("calculations.no-definition")
"""What is to be said of two reported rates of different areas that are set against each other all the same."""


def neither_names_its_scope(one: Comparand, other: Comparand) -> bool:
    """Whether two numbers of different areas leave open how they are defined."""
    return one.series.ref_area != other.series.ref_area and not one.scopes and not other.scopes


def breaks_of_one_alone(one: Iterable[Break], other: Iterable[Break]) -> tuple[Break, ...]:
    """The breaks of one series at periods at which the other has none: what both have alike changes both alike."""
    known = {item.period for item in other}
    return tuple(item for item in one if item.period not in known)


def compare_definitions(
    one: Comparand,
    other: Comparand,
    breaks_of_one: Iterable[Break],
    breaks_of_other: Iterable[Break],
    areas: tuple[AreaName, AreaName],
) -> Verdict:
    """Whether levels of two areas may be set in proportion. ``areas`` are their names, for the reason.

    A break that both series have at the same period changes both alike and does not stand against it.
    """
    if not neither_names_its_scope(one, other):
        return COMPARABLE
    first, second = tuple(breaks_of_one), tuple(breaks_of_other)
    for own, others, names in ((first, second, areas), (second, first, areas[::-1])):
        if alone := breaks_of_one_alone(own, others):
            return Verdict(False, _unlike(alone, *names), Cause.BREAK)
    return COMPARABLE


def _unlike(breaks: Sequence[Break], broken: AreaName, whole: AreaName) -> Reason:
    when = tuple(
        Message("calculations.break-at", period=item.period, inferred=item.basis is Provenance.INFERRED)
        for item in breaks
    )
    return Reason("calculations.broken-in-one-area", broken=broken, whole=whole, breaks=when)
