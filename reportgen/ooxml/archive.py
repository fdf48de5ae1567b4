"""Reads and writes the zip archive of a package, so that members nobody touched keep their packed bytes.

Python's own ``zipfile`` finds the members; their packed bytes are then carried over as they lie. New and
changed members are deflated at zlib level 6 and dated 1 January 1980, so that the same parts give the same
archive at any time and in any folder. (The level is pinned; the bytes also depend on the zlib that Python
was built with.)
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from functools import cached_property

from reportgen.ooxml.guard import refuse_oversize, refuse_unsafe_name, refused
from reportgen.record import CachingRecord

DEFLATE_LEVEL = 6

_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800
_DOS_EPOCH = 0x0021  # 1 January 1980
_COMMON = struct.Struct("<5H3L2H")
"""What both heads say: version to the length of the extra field."""
_LOCAL_SIZE = 4 + _COMMON.size
_ATTRIBUTES = struct.Struct("<3HL")
_OFFSET = struct.Struct("<L")
_END = struct.Struct("<4s4H2LH")
_LIMIT_32_BITS = 0xFFFFFFFF


class Member(CachingRecord):
    """One member of the archive, still packed. ``packed`` is a view into the source, or bytes of its own."""

    name: str
    packed: bytes | memoryview
    size: int
    crc: int
    method: int = _DEFLATED
    flags: int = 0
    dos_date: int = _DOS_EPOCH
    dos_time: int = 0
    create_version: int = 20
    internal_attributes: int = 0
    external_attributes: int = 0

    @classmethod
    def pack(cls, name: str, data: bytes | Iterable[bytes]) -> Member:
        """Deflate ``data``; an iterable is packed chunk by chunk and never held unpacked as a whole."""
        chunks: Iterable[bytes] = (data,) if isinstance(data, bytes) else data
        deflater = zlib.compressobj(DEFLATE_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 8)
        packed: list[bytes] = []
        size = crc = 0
        for chunk in chunks:
            size += len(chunk)
            crc = zlib.crc32(chunk, crc)
            packed.append(deflater.compress(chunk))
        packed.append(deflater.flush())
        return cls(name, b"".join(packed), size, crc, flags=0 if name.isascii() else _UTF8)

    @classmethod
    def store(cls, name: str, data: bytes) -> Member:
        """Take ``data`` as it is, for an archive that is read at once and thrown away."""
        flags = 0 if name.isascii() else _UTF8
        return cls(name, data, len(data), zlib.crc32(data), method=_STORED, flags=flags)

    def unpack(self) -> bytes:
        """The data. Raises ``PackageError`` where it does not match its stated size or checksum."""
        if self.method == _STORED:
            data = bytes(self.packed)
        else:
            inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            try:  # one byte more than stated is enough to know that the size is a lie
                data = inflater.decompress(self.packed, self.size + 1)
            except zlib.error as error:
                raise refused("damaged-part", part=self.name) from error
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise refused("damaged-part", part=self.name)
        return data

    @cached_property
    def kept(self) -> bytes:
        """The data, unpacked once and kept: for lists of the package that are asked again and again."""
        return self.unpack()

    @cached_property
    def heads(self) -> tuple[bytes, bytes, bytes]:
        """The local head; and the entry in the archive's directory, before and behind the place where the member starts."""
        in_utf8 = self.flags & _UTF8 or self.name.isascii()  # where both say the same, the faster one
        name = self.name.encode("utf-8" if in_utf8 else "cp437")
        common = _COMMON.pack(
            20,
            self.flags,
            self.method,
            self.dos_time,
            self.dos_date,
            self.crc,
            len(self.packed),
            self.size,
            len(name),
            0,
        )
        made_by = struct.pack("<H", self.create_version)
        attributes = _ATTRIBUTES.pack(0, 0, self.internal_attributes, self.external_attributes)
        return b"PK\x03\x04" + common + name, b"PK\x01\x02" + made_by + common + attributes, name


def read_archive(source: bytes) -> list[Member]:
    """All members in the archive's order. Raises ``PackageError`` for anything that is no sound zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, EOFError) as error:
        raise refused("damaged-archive") from error
    refuse_oversize([(info.file_size, info.compress_size) for info in infos], len(source))
    view = memoryview(source)
    return [_member(view, info) for info in infos]


def _member(view: memoryview, info: zipfile.ZipInfo) -> Member:
    name = info.orig_filename
    refuse_unsafe_name(name)
    if info.flag_bits & _ENCRYPTED or info.compress_type not in (_STORED, _DEFLATED):
        raise refused("foreign-packing", part=name)
    head = bytes(view[info.header_offset : info.header_offset + _LOCAL_SIZE])
    if len(head) < _LOCAL_SIZE or not head.startswith(b"PK\x03\x04"):
        raise refused("damaged-part", part=name)
    name_length, extra_length = struct.unpack_from("<2H", head, 26)
    start = info.header_offset + _LOCAL_SIZE + name_length + extra_length
    packed = view[start : start + info.compress_size]
    if len(packed) != info.compress_size:
        raise refused("damaged-part", part=name)
    year, month, day, hour, minute, second = info.date_time
    return Member(
        name=name,
        packed=packed,
        size=info.file_size,
        crc=info.CRC,
        method=info.compress_type,
        flags=info.flag_bits & ~_DESCRIPTOR,  # sizes are in the local head, where every reader finds them
        dos_date=(year - 1980) << 9 | month << 5 | day,
        dos_time=hour << 11 | minute << 5 | second // 2,
        create_version=info.create_system << 8 | info.create_version,
        internal_attributes=info.internal_attr,
        external_attributes=info.external_attr,
    )


def write_archive(members: Iterable[Member]) -> bytes:
    """The archive of ``members`` in their order. Raises ``PackageError`` beyond 4 GiB."""
    chunks: list[bytes | memoryview] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        head, entry, name = member.heads
        directory += (entry, _OFFSET.pack(offset), name)
        chunks += (head, member.packed)
        offset += len(head) + len(member.packed)
        if offset > _LIMIT_32_BITS:
            raise refused("too-large-to-write")
    size, count = sum(map(len, directory)), len(directory) // 3
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
    return b"".join((*chunks, *directory, end))
