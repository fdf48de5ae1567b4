"""An .xlsb written record by record, as no library writes one: numbers, texts, errors, percentages, merged areas."""

import io
import struct
import zipfile

ERROR = object()
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
_RELATIONSHIPS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Percentage(float):
    """A number in a cell whose format shows percentages."""


def record(number, body=b""):
    def varying(value):
        out = bytearray()
        while True:
            out.append(value & 0x7F | (0x80 if value > 0x7F else 0))
            value >>= 7
            if not value:
                return bytes(out)

    return varying(number) + varying(len(body)) + body


def text(value):
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def cell(column, value):
    head = struct.pack("<II", column, isinstance(value, Percentage))
    if value is ERROR:
        return record(3, head + b"\x07")
    if isinstance(value, str):
        return record(6, head + text(value))
    return record(5, head + struct.pack("<d", value))


def sheet(rows, merged=()):
    width = max(map(len, rows))
    out = [record(129), record(148, struct.pack("<4I", 0, len(rows) - 1, 0, width - 1)), record(145)]
    for at, cells in enumerate(rows):
        out.append(record(0, struct.pack("<I", at) + bytes(13)))
        out += [cell(column, value) for column, value in enumerate(cells) if value is ERROR or value != ""]
    out += [record(146), record(177, struct.pack("<I", len(merged)))]
    out += [record(176, struct.pack("<4I", top, bottom, left, right)) for top, left, bottom, right in merged]
    return b"".join([*out, record(178), record(130)])


def xlsb(sheets, hidden=()):
    """``{name: (rows, merged areas)}`` as a workbook."""
    names = list(sheets)
    bundle = [
        record(156, struct.pack("<II", name in hidden, at) + text(f"rId{at}") + text(name))
        for at, name in enumerate(names, 1)
    ]
    formats = [record(47, struct.pack("<HH", 0, number) + bytes(12)) for number in (0, 10)]
    relations = [("worksheet", f"worksheets/sheet{at}.bin") for at, _ in enumerate(names, 1)] + [
        ("styles", "styles.bin")
    ]
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONSHIPS.format(_relationship(1, "officeDocument", "xl/workbook.bin")),
        "xl/_rels/workbook.bin.rels": _RELATIONSHIPS.format(
            "".join(_relationship(at, kind, target) for at, (kind, target) in enumerate(relations, 1))
        ),
        "xl/workbook.bin": b"".join([record(131), record(143), *bundle, record(144), record(132)]),
        "xl/styles.bin": b"".join([record(278), record(617, struct.pack("<I", 2)), *formats, record(618)]),
    }
    for at, name in enumerate(names, 1):
        parts[f"xl/worksheets/sheet{at}.bin"] = sheet(*sheets[name])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _relationship(at, kind, target):
    return f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
