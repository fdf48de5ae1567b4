"""One number that was published or reported: what it measures, of what, when, and where it is."""

from __future__ import annotations

from enum import StrEnum

from reportgen.findings import Place
from reportgen.messages import UNSAID, Bilingual
from reportgen.periods import Period
from reportgen.record import Record, field, replace
from reportgen.series import SERIES_DIMENSIONS as SERIES_DIMENSIONS
from reportgen.series import TOTAL as TOTAL
from reportgen.series import Series as Series
from reportgen.values import Quantity


class Measure(StrEnum):
    """What kind of number an observation is."""

    LEVEL = "level"
    GROWTH_YOY = "growth_yoy"
    DIFFERENCE_PP = "difference_pp"
    SHARE = "share"
    MULTIPLE = "multiple"
    RANK = "rank"


UNIT_OF_MEASURE = {
    Measure.GROWTH_YOY: "percent",
    Measure.DIFFERENCE_PP: "percentage_points",
    Measure.SHARE: "percent",
    Measure.MULTIPLE: "times",
    Measure.RANK: "rank",
}
"""The unit of every measure but ``level``, whose unit is the indicator's or the observation's own."""


class Provenance(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"


class Observation(Record):
    """A published or reported number.

    ``unit`` is always filled: the indicator's for a level, the measure's own otherwise. ``obs_id`` is the file's own, else
    made of what the observation is (:meth:`own_id`).
    """

    obs_id: str
    series: Series
    period: Period
    measure: Measure
    quantity: Quantity
    unit: str
    status: str = ""
    scope: str = ""
    base_period: Period | None = None
    base_area: str | None = None
    base_indicator: str | None = None
    period_basis: Provenance = Provenance.STATED
    note: Bilingual = UNSAID
    prices: str = ""
    """``current``, ``constant`` or ``comparable``; empty where the source does not say."""
    growth_currency: str = ""
    """In which currency a growth is measured; empty for the indicator's."""
    source: str | None = None
    """The short way to cite: a source of which nothing more is to be said."""
    place: Place = field(default_factory=Place)

    def own_id(self) -> str:
        """``trade.GENERAL~US/CN-CQ/2024-05/level@customs``: the id of an observation that the file gives none."""
        return own_id(self.series, self.period, self.measure, self.source)

    @property
    def base_series(self) -> Series:
        """What it is taken against, where that is said: the same of another area or indicator; else the series itself."""
        indicator, area = self.base_indicator, self.base_area
        return replace(
            self.series, indicator=indicator or self.series.indicator, ref_area=area or self.series.ref_area
        )

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scope as comparisons take it: none where the source does not say."""
        return (self.scope,) if self.scope else ()


def own_id(series: Series, period: Period | str, measure: str, source: str | None) -> str:
    """The id of an observation that the file gives none, of what it is made of."""
    return f"{series}/{period}/{measure}{f'@{source}' if source else ''}"
