"""A file read whole, where it is one and can be held."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

LARGEST_FILE = 2 * 1024**3


def read_whole(path: Path) -> bytes:
    """All of a file. Raises ``OSError``, also for a device or a pipe, which need never end, and for what is too large to be held."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) and not path.is_dir():
        raise OSError(errno.ENXIO, "not a file")
    if found.st_size > LARGEST_FILE:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return path.read_bytes()
