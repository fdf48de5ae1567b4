"""What records are made of: frozen, with slots, equal when their fields are.

msgspec's, not dataclasses': a class is made in 0.01 ms where theirs takes 0.6, and a record in 0.1 µs where theirs takes 1.1.
"""

from __future__ import annotations

from typing import Any, dataclass_transform

from msgspec import Struct, field
from msgspec.structs import asdict, fields, replace

__all__ = ["CachingRecord", "Record", "asdict", "field", "fields", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True):
    """A frozen record."""


class CachingRecord(Record, dict=True):
    """A frozen record that keeps what was worked out of it, and takes it along to other processes."""

    def __reduce__(self) -> tuple[Any, ...]:
        made = super().__reduce__()
        assert not isinstance(made, str)
        return (*made[:2], vars(self))
