"""A file read whole, where it is one and can be held; and the text of one, in whatever encoding it was saved."""

from __future__ import annotations

import errno
import os
import stat
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import NamedTuple

LARGEST_FILE = 2 * 1024**3
UTF16_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)


def read_whole(path: Path) -> bytes:
    """All of a file. Raises ``OSError``, also for a device or a pipe, which need never end, and for what is too large to be held."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) and not path.is_dir():
        raise OSError(errno.ENXIO, "not a file")
    if found.st_size > LARGEST_FILE:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return path.read_bytes()


class FileText(NamedTuple):
    """The text of a file. ``encoding`` is ``utf-8``, ``utf-16`` or ``gbk``; ``unknown`` where none fits, and then ``line``, counted
    from 1, is the first that is no UTF-8."""

    text: str
    encoding: str
    line: int | None = None


def decoded_text(data: bytes) -> FileText:
    """The text of a file as editors and spreadsheet programs save it, without the mark at its start."""
    if data.startswith(UTF16_MARKS):
        return FileText(data.decode("utf-16", errors="replace"), "utf-16")
    try:
        return FileText(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError as damage:
        line = data.count(b"\n", 0, damage.start) + 1
    try:
        return FileText(data.decode("gb18030"), "gbk")
    except UnicodeDecodeError:
        return FileText(data.decode("utf-8", errors="replace"), "unknown", line)
