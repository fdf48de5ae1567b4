"""What records are made of: frozen, with slots, equal when their fields are.

msgspec's, not dataclasses': a class is made in 0.01 ms where theirs takes 0.6, and a record in 0.1 µs where theirs takes 1.1.
"""

from __future__ import annotations

from typing import dataclass_transform

from msgspec import Struct, field
from msgspec.structs import asdict, fields, replace

__all__ = ["Record", "asdict", "field", "fields", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True):
    """A frozen record."""
