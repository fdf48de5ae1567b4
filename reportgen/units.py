"""Units: what kind of number a unit counts, told from its code. What may be computed, scaled or added up follows from that.

Codes are ISO 4217 for currencies, ``count``, ``percent``, physical units, two of these as a ratio (``CNY_per_USD``,
``CNY/USD``), and the units that measures have of their own (``percentage_points``, ``times``, ``rank``).
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property, lru_cache

from reportgen.record import Record

PERCENT, POINTS, TIMES, RANK, COUNT = "percent", "percentage_points", "times", "rank", "count"
INDEX = "index"


class UnitClass(StrEnum):
    """What a unit counts."""

    AMOUNT = "amount"
    """Money: an ISO 4217 code."""
    COUNT = "count"
    """Whole things: firms, people, parcels."""
    PHYSICAL = "physical"
    """Weight, length, energy, freight."""
    RATE = "rate"
    """Percent: a growth, a share, unemployment."""
    POINTS = "points"
    """Percentage points: the difference of two rates."""
    INDEX = "index"
    """Against one base period for all: its changes are growth."""
    INDEX_PREVIOUS = "index_previous"
    """Against the period a year before, which is 100 each time (consumer prices): it is itself the growth, and has none."""
    RATIO = "ratio"
    """One unit for another: yuan a dollar."""
    TIMES = "times"
    RANK = "rank"
    OTHER = "other"
    """A code that says nothing of its class: taken for a thing that is counted or weighed."""


_CLASS_OF = {
    PERCENT: UnitClass.RATE,
    POINTS: UnitClass.POINTS,
    TIMES: UnitClass.TIMES,
    RANK: UnitClass.RANK,
    INDEX: UnitClass.INDEX,
    **dict.fromkeys((COUNT, "person", "unit"), UnitClass.COUNT),
    **dict.fromkeys(("t", "tonne", "kg", "g", "m", "km", "m2", "m3", "kWh", "TEU"), UnitClass.PHYSICAL),
}
_JOINTS = ("_per_", "/")
"""Words between the two units of a ratio."""

ADD_UP = frozenset({UnitClass.AMOUNT, UnitClass.COUNT, UnitClass.PHYSICAL, UnitClass.OTHER})
"""Classes whose parts make up a whole."""
INDICES = frozenset({UnitClass.INDEX, UnitClass.INDEX_PREVIOUS})
"""Classes that rise and fall, and whose changes are points."""
RATES = frozenset({UnitClass.RATE, UnitClass.POINTS})
"""Classes that neither add up to a whole nor grow: they move in percentage points."""
GROW = ADD_UP | {UnitClass.INDEX, UnitClass.RATIO, UnitClass.TIMES}
"""Classes whose changes may be given in percent. A place in a ranking has none."""


SAID_WITH_THEIR_NUMBER = RATES | {UnitClass.TIMES, UnitClass.RANK}
"""Classes that measures have of their own: their numbers are never scaled and never left without their sign."""


class Unit(Record, dict=True):
    """A unit with its class; of a ratio also the two units it is made of."""

    code: str
    unit_class: UnitClass
    above: str = ""
    below: str = ""

    @cached_property
    def is_rate(self) -> bool:
        """Whether it is percent or percentage points."""
        return self.unit_class in RATES

    @cached_property
    def adds_up(self) -> bool:
        """Whether numbers in it are amounts of something: parts make up a whole."""
        return self.unit_class in ADD_UP

    @property
    def is_currency(self) -> bool:
        return self.unit_class is UnitClass.AMOUNT

    @property
    def is_scaled(self) -> bool:
        """Whether running text counts large numbers in it in billions or 亿: amounts, and amounts for one of something."""
        return self.adds_up or (bool(self.above) and unit_of(self.above).adds_up)


@lru_cache(maxsize=1024)
def unit_of(code: str) -> Unit:
    """The unit of a code."""
    for joint in _JOINTS:
        above, found, below = code.partition(joint)
        if found and above and below:
            return Unit(code, UnitClass.RATIO, above, below)
    known = _CLASS_OF.get(code)
    if known is None:
        known = UnitClass.AMOUNT if _is_iso_4217(code) else UnitClass.OTHER
    return Unit(code, known)


def ratio_of(above: str, below: str) -> str:
    """The code of one unit for another: ``CNY_per_USD``."""
    return f"{above}{_JOINTS[0]}{below}"


def _is_iso_4217(code: str) -> bool:
    """Whether the code has the form of a currency's."""
    return len(code) == 3 and code.isascii() and code.isupper() and code.isalpha()
