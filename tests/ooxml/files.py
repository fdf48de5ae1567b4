"""Office files for tests, made by python-docx and XlsxWriter, each on one line."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable
from decimal import Decimal

import docx
import xlsxwriter

from reportgen.content import Chart, ChartSeries
from reportgen.ooxml import Package, charts


def document(*paragraphs: str) -> bytes:
    """A .docx with these paragraphs."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    return saved(made)


def saved(made: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def workbook(rows: Iterable[Iterable[object]] = (("a", 1),)) -> bytes:
    """A .xlsx with these rows on Sheet1."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()
    return stream.getvalue()


def decimals(text: str) -> tuple[Decimal | None, ...]:
    """``"7.81 - 32.21"``: numbers in order, a dash where there is none."""
    return tuple(None if word == "-" else Decimal(word) for word in text.split())


def chart(kind: str, categories: str, *series: ChartSeries, **more: object) -> Chart:
    """``chart("column", "2020 2021", series("A", "1 2"))``."""
    return Chart(
        **{
            "name": kind,
            "kind": kind,
            "title": "",
            "categories": tuple(categories.split(" ")),
            "series": series,
        }
        | more
    )  # type: ignore[arg-type]


def series(name: str, values: str, labels: str = "", **more: object) -> ChartSeries:
    """``series("Exports", "7.81 - 32.21", "7.81 - 32.21")``: a dash is no value, and no label."""
    texts = tuple("" if word == "-" else word for word in labels.split())
    return ChartSeries(name, decimals(values), labels=texts, **more)  # type: ignore[arg-type]


def document_with(*shown: Chart, **options: object) -> bytes:
    """A .docx that shows these charts, one below the other."""
    package = Package.open(document())
    place(
        package,
        *(charts.embed(package, package.main_part, charts.chart_part(one, **options)) for one in shown),
        of=shown,
    )  # type: ignore[arg-type]
    return package.save()


def place(package: Package, *relationship_ids: str, of: Iterable[Chart]) -> None:
    """Show the charts so related in the document's text."""
    body = "".join(
        f"<w:p><w:r>{charts.inline_drawing(rid, at, one.name, one.alt_text, one.size_mm)}</w:r></w:p>"
        for at, (rid, one) in enumerate(zip(relationship_ids, of, strict=True), start=1)
    )
    xml = package.read(package.main_part).decode()
    package.write(package.main_part, xml.replace("<w:sectPr", f"{body}<w:sectPr", 1).encode())


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed_parts_of(data: bytes) -> dict[str, bytes]:
    """The members as they lie in the archive, still deflated."""
    packed = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            name_length, extra_length = struct.unpack_from("<2H", data, info.header_offset + 26)
            start = info.header_offset + 30 + name_length + extra_length
            packed[info.filename] = data[start : start + info.compress_size]
    return packed
