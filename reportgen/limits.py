"""What filling one template may spend."""

from __future__ import annotations

from reportgen.record import Record


class Limits(Record):
    """The table ``[limits]`` of a pack."""

    seconds: float = 20
    memory_mib: int = 512
    output_mib: int = 512
