"""What a figure is taken against: the base part of an id as a value."""

from __future__ import annotations

from reportgen.dataset.records import TOTAL, Series
from reportgen.periods import Period
from reportgen.record import Record, replace


class Base(Record):
    """What an id's base part says, in the order it is written.

    ``measure`` says what a difference in points is taken of: ``share`` where it is not of growth rates; and by what is ranked:
    ``growth_yoy`` where it is not by level. ``other``
    tells apart what nothing else does: an observation's name.
    """

    period: Period | None = None
    area: str = ""
    indicator: str = ""
    breakdown: str = ""
    unit: str = ""
    measure: str = ""
    other: str = ""
    dimension: str = ""
    """In what a sum's parts make up the whole: ``areas``, ``breakdown``, ``partners``, ``months``, ``quarters``."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The base part of an id, in order."""
        period = "" if self.period is None else str(self.period)
        named = (
            self.area,
            self.indicator,
            self.breakdown,
            self.unit,
            self.measure,
            self.other,
            self.dimension,
        )
        return tuple(filter(None, (period, *named)))

    def series(self, own: Series) -> Series:
        """The series that it names, beside the figure's own. Another indicator is taken whole."""
        other_indicator = self.indicator not in ("", own.indicator)
        return Series(
            self.indicator or own.indicator,
            self.area or own.ref_area,
            self.breakdown or (TOTAL if other_indicator else own.breakdown),
            TOTAL if other_indicator else own.counterpart_area,
        )


NO_BASE = Base()


def shortened_base(base: Base, default: Base, series: Series, unit: str) -> Base:
    """The base without what is taken anyway: the ``default`` of the kind, the series itself and its ``unit``.

    Parts of the default that belong together (the indicator and the breakdown of a whole) are left out together.
    """
    period = None if base.period == default.period else base.period
    area = "" if base.area == series.ref_area else base.area
    indicator = "" if base.indicator == series.indicator and not base.breakdown else base.indicator
    breakdown = base.breakdown
    whole = (default.indicator, default.breakdown or TOTAL)
    if default.indicator and not area and whole == (indicator or series.indicator, breakdown or TOTAL):
        indicator = breakdown = ""
    own_unit = "" if base.unit == unit else base.unit
    return replace(base, period=period, area=area, indicator=indicator, breakdown=breakdown, unit=own_unit)
