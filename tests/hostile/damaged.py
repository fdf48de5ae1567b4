"""Damaged packages, each made from a sound one by one change; ``python -m tests.hostile.damaged OUT`` writes them."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

Change = Callable[[bytes], bytes]


def _in_root(text: bytes) -> Change:
    """Put ``text`` before the root's end tag."""

    def change(data: bytes) -> bytes:
        head, closing, tail = data.rpartition(b"</")
        return head + text + closing + tail

    return change


def _attributes(data: bytes) -> bytes:
    start = data.index(b"<", data.index(b"?>") + 2) if b"?>" in data else 0
    end = data.index(b">", start)
    return data[:end].rstrip(b"/") + b"".join(b' a%d=""' % number for number in range(100_000)) + data[end:]


CHANGES: dict[str, Change] = {
    "bad-utf8": _in_root(b"<x>\xff\xfe</x>"),
    "control": _in_root(b"<x>\x1b[31m</x>"),
    "half": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "wrong-root": lambda data: b"<?xml version='1.0'?><foo/>",
    "doctype": lambda data: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "deep": _in_root(b"<x>" * 5000 + b"</x>" * 5000),
    "attributes": _attributes,
    "twice": _in_root(b'<x a="1" a="2"/>'),
    "unbound": _in_root(b"</wrong>"),
    "unknown-encoding": lambda data: b'<?xml version="1.0" encoding="x-none"?><a/>',
}


def damaged(sound: bytes, part: str, change: Change) -> bytes:
    """The package with one part changed, its checksums right."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(sound)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name == part else data)
    return made.getvalue()


def wrong_checksum(sound: bytes, part: str) -> bytes:
    """The package with a wrong checksum for one part."""
    with zipfile.ZipFile(BytesIO(sound)) as source:
        crc = source.getinfo(part).CRC.to_bytes(4, "little")
    return sound.replace(crc, bytes(4))


def bomb(sound: bytes, part: str, size: int = 200_000_000) -> bytes:
    """The package with a part of blanks that is packed a thousand times."""
    return damaged(sound, part, lambda data: data + b" " * size)


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for sound, part in (
        ("plan-2025-brief-en.docx", "word/document.xml"),
        ("plan-2025-workbook-en.xlsx", "xl/styles.xml"),
    ):
        data = Path("templates", sound).read_bytes()
        for name, change in CHANGES.items():
            (out / f"{name}-{sound}").write_bytes(damaged(data, part, change))


if __name__ == "__main__":
    main()
