"""What filling one template may spend."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The table ``[limits]`` of a pack."""

    seconds: float = 20
    memory_mib: int = 512
    output_mib: int = 512
