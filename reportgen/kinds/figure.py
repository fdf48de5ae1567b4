"""A figure: one number ready to be shown, with everything that answers "where does it come from?"."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from reportgen.calculations.figure_formula import FigureFormula
from reportgen.calculations.target_status import State
from reportgen.dataset.records import TOTAL, Citation, Series
from reportgen.kinds.base import NO_BASE, Base
from reportgen.kinds.kind import Kind
from reportgen.kinds.reasons import is_settled
from reportgen.messages import UNSAID, Reason, Words
from reportgen.periods import YEAR, Period
from reportgen.record import Record, replace
from reportgen.regex import regex
from reportgen.values import Bound

__all__ = ["Figure", "FigureId", "Kind"]

_ID = regex(
    r"(?P<indicator>[a-z][a-z0-9_]*)(?:\.(?P<breakdown>[A-Za-z0-9_]+))?(?:~(?P<counterpart>[A-Za-z0-9_-]+))?"
    r"/(?P<area>[A-Za-z0-9_-]+)/(?P<period>[0-9Q-]+)/(?P<kind>[a-z_]+)"
    r"(?::(?P<base>[A-Za-z0-9_,-]+))?(?:@(?P<target>[A-Za-z0-9_-]+))?"
)
_KEY_BYTES, _KEY_LENGTH = 10, 9
"""Bytes of a sum that are spelled, in fives of which each is eight letters, and the letters that are kept."""


class FigureId(Record, cache_hash=True):
    """``indicator[.breakdown][~counterpart]/area/period/kind[:base][@target]``.

    ``base`` is what a growth, difference, multiple or rank is taken against where it is not the default: the codes, the
    periods and the words of it, which the id's text joins by commas.
    """

    series: Series
    period: Period
    kind: Kind
    base: tuple[str, ...] = ()
    target: str = ""

    @classmethod
    def parse(cls, text: str) -> FigureId:
        """Read an id. Raises ``ValueError`` where the form, the period or the kind is none."""
        match = _ID.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a figure id: {text!r}")
        series = Series(
            match["indicator"], match["area"], match["breakdown"] or TOTAL, match["counterpart"] or TOTAL
        )
        return cls(
            series,
            Period.parse(match["period"]),
            Kind(match["kind"]),
            tuple(filter(None, (match["base"] or "").split(","))),
            match["target"] or "",
        )

    def __str__(self) -> str:
        base = f":{','.join(self.base)}" if self.base else ""
        target = f"@{self.target}" if self.target else ""
        return f"{self.series}/{self.period}/{self.kind}{base}{target}"

    def with_(self, **changes: object) -> FigureId:
        """The same id with some parts changed."""
        return replace(self, **changes)

    def renamed(self, codes: Mapping[str, str]) -> FigureId:
        """The same id with other codes: the new one by the old one."""
        series = self.series
        names = (series.indicator, series.ref_area, series.breakdown, series.counterpart_area)
        return FigureId(
            Series(*(codes.get(name, name) for name in names)),
            self.period,
            self.kind,
            tuple(codes.get(part, part) for part in self.base),
            codes.get(self.target, self.target),
        )

    @property
    def codes(self) -> frozenset[str]:
        """All that it names by codes: of its series, its base and its target."""
        series = self.series
        named = (series.indicator, series.ref_area, series.breakdown, series.counterpart_area, self.target)
        return frozenset((*named, *self.base)) - {TOTAL, ""}

    @property
    def years(self) -> frozenset[int]:
        """The years that its period, its base and the code of its target name."""
        return frozenset(
            int(year) for year in YEAR.findall(" ".join((str(self.period), *self.base, self.target)))
        )

    @property
    def key(self) -> str:
        """The short key that stands for the id inside documents: the same for the same id, always."""
        return _key_of(self)


@lru_cache(maxsize=16_384)
def _key_of(figure_id: FigureId) -> str:
    digest = hashlib.sha256(str(figure_id).encode()).digest()
    return "f" + base64.b32encode(digest[:_KEY_BYTES])[:_KEY_LENGTH].decode().lower()


class Figure(Record):
    """One number with its lineage.

    ``value`` is at full precision in base units (yuan, percent, points, times), or ``None`` with a ``reason``.
    ``precision`` is the power of ten, in base units, that print shows (7: 0.01 billion; -1: one decimal of a percent).
    ``inputs`` are the ids of the figures it was computed from, at the places that ``formula`` names.
    ``state`` is filled for ``target_status`` only: achieved, on_track, behind, missed, unknown.
    """

    id: FigureId
    value: Decimal | None
    unit: str
    precision: int
    bound: Bound = Bound.EXACT
    statuses: tuple[str, ...] = ()
    """SDMX OBS_STATUS of the figure, or of all it was computed from, each once."""
    comparable: bool = True
    reason: Reason | None = None
    formula: FigureFormula | None = None
    inputs: tuple[str, ...] = ()
    observation: str | None = None
    target: str | None = None
    citations: tuple[Citation, ...] = ()
    scopes: tuple[str, ...] = ()
    """The statistical definitions of the figure, or of all it was computed from, each once."""
    prices: str = ""
    """At which prices it is: ``current``, ``constant``, ``comparable``; empty where no source says."""
    period_basis: str = "stated"
    note: Words = UNSAID
    state: str = ""
    qualifier: str = "eq"
    """The source's qualifier for an observation or target as written; ``eq`` for computed figures."""
    base: Base = NO_BASE
    """What the base part of the id says."""
    value_to: Decimal | None = None
    """Of a target that sets a range: its other end."""
    stands_for: Period | None = None
    """The period it is a level of, where that is not its id's: an implied base is named after the growth it follows from."""
    safe: Decimal | None = None
    """Of a bound that would not hold for all its inputs' rounding allows if print rounded ``value``: what it rounds instead."""

    @property
    def key(self) -> str:
        return self.id.key

    @property
    def period(self) -> Period:
        """The period its number is of."""
        return self.stands_for or self.id.period

    @property
    def is_published(self) -> bool:
        """Whether a source or a plan gives it, and nothing was computed."""
        return self.observation is not None or self.id.kind is Kind.TARGET

    @property
    def printed_from(self) -> Decimal | None:
        """What print rounds."""
        return self.value if self.safe is None else self.safe

    @property
    def is_empty(self) -> bool:
        """Whether it has neither a number nor a status that is known: a sign stands in its place."""
        return self.value is None and self.state in ("", State.UNKNOWN)

    @property
    def is_settled(self) -> bool:
        """Whether it has no number because it does not apply (the target is reached), not because something is missing."""
        return self.value is None and is_settled(self.reason)
