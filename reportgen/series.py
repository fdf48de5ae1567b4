"""A series: what identifies numbers over time, the period apart."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from reportgen.record import Record, replace

TOTAL = "_T"
"""SDMX's code for "not broken down"."""


SERIES_DIMENSIONS = ("indicator", "ref_area", "breakdown", "counterpart_area")
"""The columns of observations that tell series apart; of the last two a table may have none."""


class Series(Record, cache_hash=True, dict=True):
    """What identifies a series of numbers over time, the period apart."""

    indicator: str
    ref_area: str
    breakdown: str = TOTAL
    counterpart_area: str = TOTAL

    def with_code(self, dimension: str, code: str) -> Series:
        """The series with another code in one of its dimensions."""
        changed: dict[str, Any] = {dimension: code}
        return replace(self, **changed)

    def __str__(self) -> str:
        """``indicator[.breakdown][~counterpart]/area``: what is left out is the total."""
        return self._text

    @cached_property
    def _text(self) -> str:
        breakdown = "" if self.breakdown == TOTAL else f".{self.breakdown}"
        counterpart = "" if self.counterpart_area == TOTAL else f"~{self.counterpart_area}"
        return f"{self.indicator}{breakdown}{counterpart}/{self.ref_area}"
