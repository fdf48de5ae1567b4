"""A workbook with all that other tools lose: made with XlsxWriter, the rest put in by hand."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tests.excel.books import template

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def png(width: int = 2, height: int = 2) -> bytes:
    """A small red picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xff\0\0" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def zoo() -> bytes:
    """The template: sheet "Data" with a Table over one repeated row, everything else around it."""
    return _with_parts(template(design=_design, Kept={"A1": "kept"}))


def _design(workbook, sheet) -> None:
    sheet.write("A1", "Trade of {{ city }}")
    sheet.add_table(
        "A3:C4", {"name": "Trade", "columns": [{"header": "n"}, {"header": "v"}, {"header": "w"}]}
    )
    sheet.write("A4", "{% for r in rows %}{{ r.n }}")
    sheet.write("B4", "{{ r.v }}")
    sheet.write("C4", "{{ r.v * 2 }}{% endfor %}")
    sheet.write("A6", "below")
    sheet.set_header("&L&G&R{{ city }}", {"image_left": "logo.png", "image_data_left": io.BytesIO(png())})
    sheet.insert_image("F8", "logo.png", {"image_data": io.BytesIO(png()), "description": "logo"})
    sheet.insert_textbox("F1", "a remark", {"textlink": "=Data!$A$6"})
    sheet.insert_button("I8", {"caption": "Go", "macro": "Go"})
    sheet.insert_checkbox("K6", True) if hasattr(sheet, "insert_checkbox") else None
    sheet.add_sparkline("D4", {"range": "Data!B4:C4", "markers": True})
    sheet.conditional_format("B4:B4", {"type": "icon_set", "icon_style": "3_arrows"})
    sheet.conditional_format("C4:C4", {"type": "data_bar", "data_bar_2010": True})
    sheet.write_comment("A6", "a remark on {{ city }}")
    sheet.unprotect_range("B4:B4", "input")
    sheet.ignore_errors({"number_stored_as_text": "A4:C4"})
    chart = workbook.add_chart({"type": "line"})
    chart.add_series(
        {"values": "=Data!$B$4:$B$4", "trendline": {"type": "linear"}, "marker": {"type": "star"}}
    )
    sheet.insert_chart("A8", chart)
    workbook.set_custom_property("Owner", "office")


def _with_parts(data: bytes) -> bytes:
    """Put in printer settings, a custom XML part, a pivot cache over the Table, and a slicer."""
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/printerSettings/printerSettings1.bin"] = bytes(range(256))
    parts["customXml/item1.xml"] = b'<office xmlns="urn:office"/>'
    parts["xl/pivotCache/pivotCacheDefinition1.xml"] = (
        f'<pivotCacheDefinition xmlns="{_MAIN}" recordCount="0" refreshedVersion="6"><cacheSource type="worksheet">'
        '<worksheetSource ref="A3:C4" sheet="Data"/></cacheSource><cacheFields count="3">'
        + "".join(f'<cacheField name="{name}" numFmtId="0"><sharedItems/></cacheField>' for name in "nvw")
        + "</cacheFields></pivotCacheDefinition>"
    ).encode()
    parts["xl/slicerCaches/slicerCache1.xml"] = (
        f'<slicerCacheDefinition xmlns="{_X14}" name="Slicer_n" sourceName="n"><extLst>'
        f'<x:ext xmlns:x="{_MAIN}" uri="{{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}}">'
        '<x15:tableSlicerCache xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" tableId="1" column="1"/>'
        "</x:ext></extLst></slicerCacheDefinition>"
    ).encode()
    parts["xl/slicers/slicer1.xml"] = (
        f'<slicers xmlns="{_X14}"><slicer name="n" cache="Slicer_n" caption="n" rowHeight="241300"/></slicers>'
    ).encode()
    _relate(
        parts,
        "xl/worksheets/sheet1.xml",
        f"{_OFFICE}/printerSettings",
        "../printerSettings/printerSettings1.bin",
        "rIdP",
    )
    _relate(
        parts,
        "xl/worksheets/sheet1.xml",
        "http://schemas.microsoft.com/office/2007/relationships/slicer",
        "../slicers/slicer1.xml",
        "rIdS",
    )
    _relate(parts, "xl/workbook.xml", f"{_OFFICE}/customXml", "../customXml/item1.xml", "rIdX")
    _relate(
        parts,
        "xl/workbook.xml",
        f"{_OFFICE}/pivotCacheDefinition",
        "pivotCache/pivotCacheDefinition1.xml",
        "rIdV",
    )
    _relate(
        parts,
        "xl/workbook.xml",
        "http://schemas.microsoft.com/office/2007/relationships/slicerCache",
        "slicerCaches/slicerCache1.xml",
        "rIdC",
    )
    _change(parts, "[Content_Types].xml", "</Types>", "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in (
            ("xl/pivotCache/pivotCacheDefinition1.xml", f"{_SHEET_TYPE}.pivotCacheDefinition+xml"),
            ("xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml"),
            ("xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml"),
            ("xl/printerSettings/printerSettings1.bin", f"{_SHEET_TYPE}.printerSettings"),
        )
    ) + "</Types>")  # fmt: skip
    _change(parts, "xl/workbook.xml", "</workbook>", (
        '<pivotCaches><pivotCache cacheId="1" r:id="rIdV"/></pivotCaches>'
        '<extLst><ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">'
        f'<x15:slicerCaches xmlns:x14="{_X14}"><x14:slicerCache r:id="rIdC"/></x15:slicerCaches></ext></extLst></workbook>'
    ))  # fmt: skip
    _change(parts, "xl/worksheets/sheet1.xml", "</extLst></worksheet>", (
        '<ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">'
        f'<x14:slicerList xmlns:x14="{_X14}"><x14:slicer r:id="rIdS"/></x14:slicerList></ext></extLst></worksheet>'
    ))  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return made.getvalue()


def _change(parts: dict[str, bytes], name: str, old: str, new: str) -> None:
    text = parts[name].decode()
    assert old in text, f"{name} has no {old}"
    parts[name] = text.replace(old, new, 1).encode()


def _relate(parts: dict[str, bytes], part: str, kind: str, target: str, relation: str) -> None:
    folder, _, name = part.rpartition("/")
    _change(
        parts,
        f"{folder}/_rels/{name}.rels",
        "</Relationships>",
        f'<Relationship Id="{relation}" Type="{kind}" Target="{target}"/></Relationships>',
    )
