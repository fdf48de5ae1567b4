"""An .xls written record by record (BIFF8 in a compound file), as no library here writes one: numbers and texts, and whatever a record may say."""

import struct

_SECTOR = 512
_FREE, _END_OF_CHAIN, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_GLOBALS, _WORKSHEET = 0x0005, 0x0010


def record(number, body=b""):
    return struct.pack("<HH", number, len(body)) + body


def begin(kind):
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


END = record(0x000A)


def number(row, column, value):
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def label(row, column, text):
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def dimensions(first_row, last_row, first_column, last_column):
    """Rows and columns in use; the last ones are not among them."""
    return record(0x0200, struct.pack("<IIHHH", first_row, last_row, first_column, last_column, 0))


def sheet(rows):
    """The records of the cells, without what begins and ends the sheet."""
    cells = b"".join(
        label(at, column, value) if isinstance(value, str) else number(at, column, value)
        for at, row in enumerate(rows)
        for column, value in enumerate(row)
        if value != ""
    )
    return dimensions(0, len(rows), 0, max(map(len, rows), default=0)) + cells


def xls(sheets, first=b""):
    """``{name: records of the sheet}`` as a workbook; ``first`` are records at its beginning."""
    bodies = {name: begin(_WORKSHEET) + records + END for name, records in sheets.items()}
    heads = {
        name: record(0x0085, bytes(6) + struct.pack("<BB", len(name), 1) + name.encode("utf-16-le"))
        for name in sheets
    }
    stream = begin(_GLOBALS) + first
    at = len(stream) + sum(map(len, heads.values())) + len(END)
    for name, head in heads.items():
        stream += head[:4] + struct.pack("<I", at) + head[8:]
        at += len(bodies[name])
    return compound("Workbook", stream + END + b"".join(bodies.values()))


def compound(name, stream):
    """A compound file with one stream ([MS-CFB]): the header, the table of sectors, the directory, the stream."""
    stream = stream.ljust(4096, b"\0")  # shorter ones are kept elsewhere
    sectors = -(-len(stream) // _SECTOR)
    tables = next(count for count in range(1, 110) if count * 128 >= count + 1 + sectors)
    chain = [_FAT] * tables + [_END_OF_CHAIN]
    chain += [*range(tables + 2, tables + 1 + sectors), _END_OF_CHAIN]
    chain += [_FREE] * (tables * 128 - len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIII",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        tables,
        tables,
        0,
        4096,
        _END_OF_CHAIN,
        0,
        _END_OF_CHAIN,
        0,
    )
    head += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    entries = _entry("Root Entry", 5, 1, _END_OF_CHAIN, 0) + _entry(name, 2, _FREE, tables + 1, len(stream))
    return b"".join(
        (
            head,
            struct.pack(f"<{len(chain)}I", *chain),
            entries.ljust(_SECTOR, b"\0"),
            stream.ljust(sectors * _SECTOR, b"\0"),
        )
    )


def _entry(name, kind, child, start, size):
    spelled = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sI8x8xIQ", spelled, len(spelled), kind, 1, _FREE, _FREE, child, b"", 0, start, size
    )
