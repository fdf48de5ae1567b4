"""What a finished document showed when it was built: the text of every figure in its place, what its charts held, which
cells were formulas. An audit compares the document that people edited with this.

Places move while people edit, so the words around each figure are kept with it; in workbooks hidden defined names, which
Excel moves along, cover the blocks of formulas and of plain numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reportgen.finished.lineage import tag
from reportgen.language.quantity_reader import stated_quantities

if TYPE_CHECKING:
    from reportgen.excel.reading import SheetReading, WorkbookReading
    from reportgen.ooxml import Package
    from reportgen.ooxml.charts.reading import ChartReading
    from reportgen.word.document_reading import DocumentReading, ParagraphReading

AROUND = 24
"""Characters kept on each side of a figure."""

NO_VALUE = "-"


def as_built(package: Package) -> list[ET.Element]:
    """The elements that the lineage keeps about a document just built. A workbook gets its hidden names here too."""
    if package.extension.startswith(("xls", "xlt")):
        from reportgen.excel.reading import name_blocks, read_finished

        return list(_workbook(name_blocks(read_finished(package))))
    from reportgen.word.document_reading import read_document

    return list(_document(read_document(package)))


def _document(document: DocumentReading) -> Iterator[ET.Element]:
    labels = {
        (cell.number, row.number): row.cells[0].text
        for cell in document.tables
        for row in cell.rows
        if row.cells
    }
    for paragraph, control in document.marks():
        place = {
            "key": control.key,
            "text": control.text,
            "part": paragraph.part,
            "paragraph": str(paragraph.number),
            "before": paragraph.text[max(0, control.start - AROUND) : control.start],
            "after": paragraph.text[control.end : control.end + AROUND],
            **_in_table(paragraph, labels),
        }
        yield ET.Element(tag("shown"), {name: text for name, text in place.items() if text})
    for number, drawn in enumerate(document.charts, start=1):
        yield _chart(drawn.chart, str(number))


def _in_table(paragraph: ParagraphReading, labels: dict[tuple[int, int], str]) -> dict[str, str]:
    if paragraph.table is None or paragraph.row is None:
        return {}
    return {
        "table": str(paragraph.table),
        "row": str(paragraph.row),
        "cell": str(paragraph.cell),
        "label": labels.get((paragraph.table, paragraph.row), "")[:80],
    }


def _workbook(book: WorkbookReading) -> Iterator[ET.Element]:
    for found in book.figure_cells:
        sheet = book.sheet(found.sheet)
        if sheet is None or found.row is None or found.column is None:
            continue
        cell = sheet.cells.get((found.row, found.column))
        if cell is not None:
            place = {
                "key": found.key, "name": found.name, "sheet": sheet.name, "ref": cell.address, "text": cell.text,
                "kind": cell.kind, "format": cell.number_format, "label": row_label(sheet, found.row)[:80],
            }  # fmt: skip
            yield ET.Element(tag("shown"), place)
    for block in book.number_blocks:
        sheet = book.sheet(block.area.sheet)
        assert sheet is not None
        cells = [sheet.cells.get(place) for place in block.area.cells()]
        held = [cell.text if cell and cell.number is not None else NO_VALUE for cell in cells]
        element = ET.Element(tag("numbers"), {"name": block.name})
        element.text = " ".join(held)
        yield element
    if not book.figure_cells:  # a data book: its texts are made from the dataset as a whole
        texts = (cell.text for sheet in book.sheets for cell in sheet.cells.values() if cell.kind == "text")
        for text in (text for text in dict.fromkeys(texts) if stated_quantities(text)):
            words = ET.Element(tag("words"))
            words.text = text
            yield words
    for sheet in book.sheets:
        for number, chart in enumerate(sheet.charts, start=1):
            yield _chart(chart, f"{sheet.name}!{number}")


def row_label(sheet: SheetReading, row: int) -> str:
    """The first text of a row: what it is about."""
    columns = sorted(column for at, column in sheet.cells if at == row)
    return next(
        (cell.text for column in columns if (cell := sheet.cells[row, column]).kind == "text"), ""
    ).strip()


def _chart(chart: ChartReading, place: str) -> ET.Element:
    element = ET.Element(tag("chart"), {"place": place})
    for series in chart.series:
        held = ET.SubElement(element, tag("series"), {"name": series.name})
        held.text = " ".join(NO_VALUE if value is None else str(value) for value in series.values)
    return element
