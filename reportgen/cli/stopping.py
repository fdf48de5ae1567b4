"""Ctrl-C: the first press stops the command; those that follow at once are not to interrupt its tidying up."""

from __future__ import annotations

import atexit
import signal
import time
from types import FrameType

_TIDYING_SECONDS = 3.0

_pressed = float("-inf")


def stop_once() -> None:
    """Have impatient presses of Ctrl-C count once."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
        atexit.register(signal.signal, signal.SIGINT, signal.SIG_IGN)  # Python would die of it on its way out


def _stop(_number: int, _frame: FrameType | None) -> None:
    global _pressed
    before, _pressed = _pressed, time.monotonic()
    if _pressed - before > _TIDYING_SECONDS:
        raise KeyboardInterrupt
