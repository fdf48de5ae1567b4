"""The streams of a compound file ([MS-CFB]), such as an .xls is: read to be looked through before libraries are let in."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

_NUMBERS_IN_HEAD = 109
_NO_SECTOR = 0xFFFFFFFA
"""This and higher numbers are no sectors but ends of chains."""
_ENTRY, _STREAM, _ROOT = 128, 2, 5
_SMALL_SECTOR = 64


def streams(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Every stream with its name, whatever storage it lies in. Raises ``ValueError`` for chains that are broken or run in circles."""
    try:
        yield from _streams(data)
    except (struct.error, IndexError) as damage:
        raise ValueError("a compound file that is cut off") from damage


def _streams(data: bytes) -> Iterator[tuple[str, bytes]]:
    shift, first_entry, smallest, first_small = (
        *struct.unpack_from("<H", data, 30),
        *struct.unpack_from("<I4xII", data, 48),
    )
    if shift not in (9, 12):
        raise ValueError("a compound file of no known sectors")
    size = 1 << shift
    sectors = [data[at : at + size] for at in range(size, len(data), size)]
    nexts = _numbers(sectors[one] for one in _tables(data, sectors))
    directory = b"".join(sectors[one] for one in _chain(first_entry, nexts))
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]
    small: list[bytes] = []
    small_nexts = _numbers(sectors[one] for one in _chain(first_small, nexts))
    for entry in entries:
        name_bytes, kind = struct.unpack_from("<HB", entry, 64)
        first, length = struct.unpack_from("<II", entry, 116)
        if kind == _ROOT:
            inside = b"".join(sectors[one] for one in _chain(first, nexts))
            small = [inside[at : at + _SMALL_SECTOR] for at in range(0, len(inside), _SMALL_SECTOR)]
        elif kind == _STREAM and length:
            own, chain = (sectors, nexts) if length >= smallest else (small, small_nexts)
            name = entry[: max(0, min(name_bytes, 64) - 2)].decode("utf-16-le", errors="replace")
            yield name, b"".join(own[one] for one in _chain(first, chain))[:length]


def _tables(data: bytes, sectors: Sequence[bytes]) -> list[int]:
    """The sectors that hold the table of sectors: those that the head names, and further lists of them."""
    found = list(struct.unpack_from(f"<{_NUMBERS_IN_HEAD}I", data, 76))
    (further,) = struct.unpack_from("<I", data, 68)
    seen: set[int] = set()
    while further < _NO_SECTOR and further not in seen and further < len(sectors):
        seen.add(further)
        *more, further = _numbers([sectors[further]])
        found += more
    return [one for one in found if one < _NO_SECTOR]


def _numbers(tables: Iterator[bytes] | Sequence[bytes]) -> tuple[int, ...]:
    whole = b"".join(tables)
    return struct.unpack_from(f"<{len(whole) // 4}I", whole)


def _chain(first: int, nexts: Sequence[int]) -> Iterator[int]:
    seen: set[int] = set()
    while first < _NO_SECTOR:
        if first in seen:
            raise ValueError("a compound file whose sectors run in circles")
        seen.add(first)
        yield first
        first = nexts[first]
