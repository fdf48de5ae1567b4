"""Keeps from the screen what a library in Rust prints past Python."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_STDERR = 2


@contextmanager
def without_what_rust_prints() -> Iterator[None]:
    """Rust writes to the process's own stderr why it gave up, past Python; what is wrong with the file is reported by us."""
    try:
        kept = os.dup(_STDERR)
    except OSError:  # a program without a terminal may have none
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
        os.close(nowhere)
