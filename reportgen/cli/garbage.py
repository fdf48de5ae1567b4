"""How often the process of a command looks for objects that are no longer used."""

from __future__ import annotations

import atexit
import gc

_OBJECTS_BEFORE_A_COLLECTION = 200_000
"""Records refer to no one in circles; looking through all of them at every 700th takes a third of a large check."""


def collect_garbage_rarely() -> None:
    """Let Python look for circles of objects at every 200,000th new one only, and not once more as the process ends (0.13 s of a check)."""
    gc.set_threshold(_OBJECTS_BEFORE_A_COLLECTION, 50, 1000)
    atexit.register(gc.freeze)
