"""What identifies a series of numbers over time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

TOTAL = "_T"
"""SDMX's code for "not broken down"."""


@dataclass(frozen=True, slots=True)
class Series:
    """What identifies a series of numbers over time, the period apart."""

    indicator: str
    ref_area: str
    breakdown: str = TOTAL
    counterpart_area: str = TOTAL
    _hash: int = field(default=0, init=False, repr=False, compare=False)
    """Taken once: rows are looked up by their series all the time."""
    _text: str = field(default="", init=False, repr=False, compare=False)
    """The written form, once it was asked for."""

    def __post_init__(self) -> None:
        parts = (self.indicator, self.ref_area, self.breakdown, self.counterpart_area)
        object.__setattr__(self, "_hash", hash(parts))

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[Any, ...]:
        """Without the hash, which is another one in another process."""
        return (Series, (self.indicator, self.ref_area, self.breakdown, self.counterpart_area))

    def with_code(self, dimension: str, code: str) -> Series:
        """The series with another code in one of its dimensions."""
        changed: dict[str, Any] = {dimension: code}
        return replace(self, **changed)

    def __str__(self) -> str:
        """``indicator[.breakdown][~counterpart]/area``: what is left out is the total."""
        if not self._text:
            object.__setattr__(self, "_text", self._written())
        return self._text

    def _written(self) -> str:
        breakdown = "" if self.breakdown == TOTAL else f".{self.breakdown}"
        counterpart = "" if self.counterpart_area == TOTAL else f"~{self.counterpart_area}"
        return f"{self.indicator}{breakdown}{counterpart}/{self.ref_area}"
